//! The reasons against a link, in their order.

use super::*;

#[test]
fn every_reason_against_a_link_is_found_in_order() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let version = fixture.log("one");
    fixture.link(&version);
    let data = new_version(&fixture.project, "rows", "dataset", &[("a", "1")]);
    let data = VersionId(fixture.world.apply_as_founder(&VersionAction::Log(data).into()));
    let viewer = fixture.world.person("mina", OrganizationRole::Member);
    let target = domain::LinkTarget::Named {
        registry: fixture.models.clone(),
        name: domain::CollectionName::parse("churn").unwrap(),
    };
    let source = domain::LinkSource::Version(VersionRef::Source(data));
    let words = |account, source: &domain::LinkSource| -> Vec<String> {
        let view = fixture.world.view(account);
        let faults = view.catalog().link_faults(source, Ok(&target), &[alias("v1")]);
        let word = |refusal: &Refusal| format!("{refusal:?}").split([' ', '(']).next().unwrap().to_owned();
        faults.iter().map(word).collect()
    };
    assert_eq!(words(&founder, &source), ["ManagedAlias", "TypeNotAccepted", "WrongType"]);
    assert_eq!(words(&viewer, &source), ["Denied", "Missing", "ManagedAlias"]);
    assert_eq!(words(&founder, &domain::LinkSource::Personal), ["PersonalAccount", "ManagedAlias"]);
}

#[test]
fn a_protected_alias_asks_for_its_permission_before_anything_else() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let version = fixture.log("one");
    fixture.link(&version);
    let member = fixture.world.person("mina", OrganizationRole::Member);
    let open = fixture.world.create_registry(&founder, new_registry("Open", Visibility::Organization));
    fixture.world.add_member(&open, &grantee(&member), Role::Member);
    fixture.world.apply_as_founder(&protect_alias(&open, "gold"));
    let target = LinkTarget::Named { registry: open, name: domain::CollectionName::parse("churn").unwrap() };
    let view = fixture.world.view(&member);
    let missing = Refusal::Missing(Missing::Version);
    for (source, fault) in
        [(LinkSource::Personal, Refusal::PersonalAccount), (LinkSource::Missing(Missing::Version), missing)]
    {
        let faults = view.catalog().link_faults(&source, Ok(&target), &[alias("v1"), alias("gold")]);
        let [denied, rest @ ..] = faults.as_slice() else { panic!("no fault") };
        let asked = |permission: &Permission| {
            matches!(permission, Permission::InRegistry(_, RegistryPermission::SetProtectedAlias))
        };
        assert!(matches!(denied, Refusal::Denied(denial) if asked(&denial.permission)), "{denied:?}");
        assert_eq!(rest, [fault, Refusal::ManagedAlias(alias("v1"))]);
    }
}

#[test]
fn a_link_to_a_hidden_target_names_the_reasons_that_do_not_depend_on_it() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let version = fixture.log("one");
    let hidden = fixture.world.create_registry(&founder, new_registry("Hidden", Visibility::Restricted));
    let link = fixture.world.link(&founder, &version, &hidden, "churn");
    fixture.world.apply_as_founder(&protect_alias(&hidden, "best"));
    let member = fixture.world.person("mina", OrganizationRole::Member);
    let view = fixture.world.view(&member);
    let churn = domain::CollectionName::parse("churn").unwrap();
    let seen = LinkTarget::Named { registry: hidden, name: churn.clone() };
    let unknown = LinkTarget::Named { registry: RegistryId(Id::from_text("k3v9x2m4qa.9.0")), name: churn };
    let faults =
        |source: &LinkSource, target| view.catalog().link_faults(source, target, &[alias("best"), alias("v1")]);
    let missing = |what| Refusal::Missing(what);
    let managed = Refusal::ManagedAlias(alias("v1"));
    for target in [Ok(&seen), Ok(&unknown), Err(Missing::Registry)] {
        let source = LinkSource::Version(VersionRef::Linked(link.clone()));
        let both = [missing(Missing::Registry), missing(Missing::Version), managed.clone()];
        assert_eq!(faults(&source, target), both);
        let personal = [Refusal::PersonalAccount, missing(Missing::Registry), managed.clone()];
        assert_eq!(faults(&LinkSource::Personal, target), personal);
        let nothing = [missing(Missing::Registry), missing(Missing::Project), managed.clone()];
        assert_eq!(faults(&LinkSource::Missing(Missing::Project), target), nothing);
    }
}
