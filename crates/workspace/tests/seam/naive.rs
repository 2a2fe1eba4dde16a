//! The rules a second time, as plainly as they can be written, and what must hold in every workspace.

use std::collections::BTreeSet;

use journal::KeyValue;
use registry::{
    AcceptedTypes, AccountId, ArtifactType, Core, FoldKey, Grantee, Organization, OrganizationRole, Permission,
    Registry, Role, Row, Source, View, Visibility,
};
use workspace::Workspace;

use crate::support::create_open;

/// What an account has in a registry, the highest first, from nothing but who it is and who created the registry: as
/// long as nobody can be added to a registry, there is no other source.
fn roles(organization: &Organization, account: &AccountId, registry: &Registry) -> Vec<(Role, Source)> {
    let open = registry.visibility() == Visibility::Organization;
    match account {
        AccountId::ServiceAccount(_) => open.then_some((Role::Member, Source::Base)).into_iter().collect(),
        AccountId::Person(id) => {
            let person = organization.person(id).unwrap();
            let created = registry.core_kind().is_none() && registry.created().by == *account;
            let all = [
                (person.role == OrganizationRole::Admin).then_some((Role::Admin, Source::OrganizationAdmin)),
                created.then_some((Role::Admin, Source::OwnRow)),
                open.then_some((Role::RestrictedViewer, Source::Base)),
            ];
            all.into_iter().flatten().collect()
        }
    }
}

fn may_create(organization: &Organization, account: &AccountId) -> bool {
    let AccountId::Person(id) = account else { return false };
    let viewer = organization.person(id).unwrap().role == OrganizationRole::Viewer;
    let leads = organization.teams().any(|team| team.people.get(id) == Some(&registry::TeamRole::Admin));
    !viewer || leads
}

fn all_different<T: Ord>(items: impl IntoIterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    items.into_iter().all(|item| seen.insert(item))
}

/// Everything that must hold after every action, in every tab.
pub fn check<S: KeyValue + Clone>(workspace: &Workspace<S>) {
    let organization = workspace.organization().unwrap();
    check_directory(organization);
    check_core(organization);
    check_custom(organization);
    for account in organization.accounts() {
        check_view(organization, &workspace.seen_by(&account).unwrap());
        let fresh = create_open("never used before");
        let granted = organization.may(&account, &Permission::CreateRegistry).is_granted();
        assert_eq!(granted, may_create(organization, &account), "{account:?}");
        assert_eq!(workspace.review(&account, &fresh).is_ok(), granted, "{account:?}");
    }
}

fn check_directory(organization: &Organization) {
    let usernames = organization.people().map(|person| person.username.key());
    let service_accounts = organization.service_accounts().map(|account| account.name.key());
    let teams = organization.teams().map(|team| team.name.key());
    assert!(all_different(usernames.chain(service_accounts).chain(teams)));
    assert!(all_different(organization.people().map(|person| person.email.key())));
    assert!(organization.people().any(|person| person.role == OrganizationRole::Admin));
}

fn check_core(organization: &Organization) {
    for (core, name, full_name, artifact_type) in [
        (Core::Models, "Models", "wandb-registry-model", "model"),
        (Core::Datasets, "Datasets", "wandb-registry-dataset", "dataset"),
    ] {
        let registry = organization.registry(&core.id()).unwrap();
        assert_eq!((registry.name().as_str(), registry.full_name().as_str()), (name, full_name));
        assert_eq!(registry.visibility(), Visibility::Organization);
        assert_eq!(registry.accepts(), &AcceptedTypes::specify([ArtifactType::parse(artifact_type).unwrap()]).unwrap());
        assert!(registry.rows().is_empty() && registry.owner().is_none() && registry.description().is_empty());
        assert_eq!(registry.created(), registry.changed());
    }
}

fn check_custom(organization: &Organization) {
    let custom = || organization.registries().filter(|registry| registry.core_kind().is_none());
    let core = ["Models", "model", "Datasets", "dataset"].map(FoldKey::of);
    assert!(all_different(core.into_iter().chain(custom().map(|registry| registry.name().key().clone()))));
    for registry in custom() {
        let AccountId::Person(creator) = &registry.created().by else {
            panic!("a service account created {registry:?}")
        };
        assert!(organization.person(creator).is_some());
        assert_eq!(registry.owner(), Some(creator));
        assert_eq!(registry.rows(), [Row { grantee: Grantee::Person(creator.clone()), role: Role::Admin }]);
        assert!(registry.accepts().is_all() || !registry.accepts().saved().is_empty());
    }
}

fn check_view(organization: &Organization, view: &View) {
    let mut seen = 0;
    for registry in organization.registries() {
        let expected = roles(organization, &view.account, registry);
        let found = view.registry(registry.id());
        let grants = found.map(|found| found.standing.grants()).unwrap_or_default();
        let matches = |(grant, (role, source)): (&registry::Grant, &(Role, Source))| {
            grant.role == *role && grant.source == *source
        };
        assert!(
            grants.len() == expected.len() && grants.iter().zip(&expected).all(matches),
            "{:?} has {grants:?} in {} and should have {expected:?}",
            view.account,
            registry.name()
        );
        assert_eq!(found.map(|found| found.standing.role()), expected.first().map(|(role, _)| *role));
        seen += usize::from(found.is_some());
    }
    assert_eq!(view.registries.len(), seen);
}

/// Nothing of a registry that the account cannot access is in any part of its view: no name, no description, no id.
pub fn check_nothing_leaks<S: KeyValue + Clone>(workspace: &Workspace<S>, account: &AccountId) {
    let organization = workspace.organization().unwrap();
    let text = format!("{:?}", workspace.seen_by(account).unwrap());
    for registry in organization.registries() {
        let hidden = roles(organization, account, registry).is_empty();
        for part in [registry.name().as_str(), registry.name().key().as_str(), registry.id().0.as_str()] {
            assert_eq!(text.contains(&format!("{part:?}")), !hidden, "{part:?} in the view of {account:?}");
        }
        if hidden && !registry.description().is_empty() {
            assert!(!text.contains(&format!("{:?}", registry.description().as_str())));
        }
    }
}
