//! Projects, versions, collections, links and aliases (section by section of the documentation).

mod link_faults;
mod names;

use domain::{
    Alias, CollectionAction, CoreRegistry, DenialReason, Id, LinkId, LinkSource, LinkTarget, Missing, OrganizationRole,
    Permission, ProjectAction, ProjectId, Refusal, RegistryAction, RegistryId, RegistryPermission, Role, TeamAction,
    TeamId, TeamRole, VersionAction, VersionId, VersionRef, Visibility, carry_out,
};

use crate::support::{
    World, alias, artifact_type, create_project, grantee, link_to, new_registry, new_version, protect_alias,
    specify_types,
};

/// A team with a project, and the registry *Models*.
struct Fixture {
    world: World,
    team: TeamId,
    project: ProjectId,
    models: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let team = world.team("vision");
        let project = world.project(&team, "Churn");
        Self { world, team, project, models: CoreRegistry::Models.id() }
    }

    fn log(&mut self, text: &str) -> VersionId {
        let founder = self.world.founder.clone();
        let project = self.project.clone();
        self.world.log(&founder, &project, "churn", text)
    }

    fn link(&mut self, version: &VersionId) -> LinkId {
        let founder = self.world.founder.clone();
        let models = self.models.clone();
        self.world.link(&founder, version, &models, "churn")
    }

    fn number(&self, link: &LinkId) -> Option<u32> {
        let view = self.world.view(&self.world.founder);
        view.catalog().version(&VersionRef::Linked(link.clone())).map(|seen| seen.number())
    }

    /// The number of the version of the collection that has the alias.
    fn holder(&self, text: &str) -> Option<u32> {
        let view = self.world.view(&self.world.founder);
        let collection = view.catalog().collection_named(&self.models, "churn")?.clone();
        collection.links.holder(&alias(text))
    }

    fn set_alias(&mut self, link: &LinkId, text: &str) {
        self.world.apply_as_founder(&add_alias(link, text));
    }
}

fn add_alias(link: &LinkId, text: &str) -> domain::Action {
    VersionAction::AddAlias { version: VersionRef::Linked(link.clone()), alias: alias(text) }.into()
}

fn remove_alias(link: &LinkId, text: &str) -> domain::Action {
    VersionAction::RemoveAlias { version: VersionRef::Linked(link.clone()), alias: alias(text) }.into()
}

#[test]
fn the_same_content_is_the_same_version_and_takes_no_number() {
    let mut fixture = Fixture::new();
    let first = fixture.log("one");
    let second = fixture.log("two");
    let again = fixture.log("one");
    let view = fixture.world.view(&fixture.world.founder);
    let seen = |id: &VersionId| view.catalog().version(&VersionRef::Source(id.clone())).unwrap();
    assert_eq!(seen(&again).version.id, first);
    assert_eq!((seen(&first).number(), seen(&second).number()), (0, 1));
    assert_eq!(seen(&second).aliases(), [Alias::latest()]);
    let third = fixture.log("three");
    let view = fixture.world.view(&fixture.world.founder);
    assert_eq!(view.catalog().version(&VersionRef::Source(third)).unwrap().number(), 2);
}

#[test]
fn numbers_are_never_used_again_and_latest_falls_back() {
    let mut fixture = Fixture::new();
    let versions = ["one", "two", "three"].map(|text| fixture.log(text));
    let links = versions.each_ref().map(|version| fixture.link(version));
    assert_eq!(fixture.holder("latest"), Some(2));
    fixture.world.apply_as_founder(&CollectionAction::Unlink(links[2].clone()).into());
    assert_eq!(fixture.holder("latest"), Some(1));
    let again = fixture.link(&versions[2]);
    assert_eq!((fixture.number(&again), fixture.holder("latest")), (Some(3), Some(3)));
    fixture.world.apply_as_founder(&VersionAction::Delete(versions[2].clone()).into());
    assert_eq!((fixture.number(&again), fixture.holder("latest")), (None, Some(1)));
}

#[test]
fn linking_a_link_links_its_source_and_linking_twice_changes_only_aliases() {
    let mut fixture = Fixture::new();
    let version = fixture.log("one");
    let link = fixture.link(&version);
    let founder = fixture.world.founder.clone();
    let open = fixture.world.create_registry(&founder, new_registry("Open", Visibility::Organization));
    let target = domain::LinkTarget::Named { registry: open, name: domain::CollectionName::parse("copy").unwrap() };
    let version_ref = VersionRef::Linked(link.clone());
    let action = CollectionAction::Link { version: version_ref, target, aliases: vec![alias("best"), alias("latest")] };
    let copy = LinkId(fixture.world.apply_as_founder(&action.clone().into()));
    let again = LinkId(fixture.world.apply_as_founder(&action.into()));
    let view = fixture.world.view(&founder);
    let seen = |id: &LinkId| view.catalog().version(&VersionRef::Linked(id.clone())).unwrap();
    assert_eq!(seen(&again).link.unwrap().0.id, copy);
    assert_eq!(seen(&copy).version.id, version);
    assert_eq!(seen(&copy).aliases(), [alias("best"), Alias::latest()]);
    assert_eq!(view.catalog().links_to(&version).count(), 2);
}

#[test]
fn an_alias_moves_and_its_history_tells_from_when_until_when() {
    let mut fixture = Fixture::new();
    let [first, second] = ["one", "two"].map(|text| {
        let version = fixture.log(text);
        fixture.link(&version)
    });
    fixture.set_alias(&first, "production");
    let from = fixture.world.last_time();
    fixture.set_alias(&second, "production");
    let moved = fixture.world.last_time();
    fixture.set_alias(&second, "production");
    fixture.world.apply_as_founder(&remove_alias(&second, "production"));
    let view = fixture.world.view(&fixture.world.founder);
    let collection = view.catalog().collection_named(&fixture.models, "churn").unwrap().clone();
    let spans: Vec<_> =
        collection.history(&alias("production")).map(|span| (span.number, span.from, span.until)).collect();
    assert_eq!(spans, [(1, moved, Some(fixture.world.last_time())), (0, from, Some(moved))]);
    let refusal = fixture.world.expect_refusal(&fixture.world.founder.clone(), &remove_alias(&first, "production"));
    assert_eq!(refusal, Refusal::Missing(Missing::Alias));
}

#[test]
fn managed_aliases_are_ignored_or_refused() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let version = fixture.log("one");
    let link = fixture.link(&version);
    for text in ["latest", "v0", "v3", "v007"] {
        let managed = Refusal::ManagedAlias(alias(text));
        assert_eq!(fixture.world.expect_refusal(&founder, &add_alias(&link, text)), managed);
        assert_eq!(fixture.world.expect_refusal(&founder, &remove_alias(&link, text)), managed);
        assert_eq!(fixture.world.expect_refusal(&founder, &protect_alias(&fixture.models, text)), managed);
        let linking = link_to(&version, &fixture.models, "churn", &[text]);
        assert_eq!(fixture.world.act(&founder, &linking).is_ok(), text == "latest");
    }
    for text in ["Latest", "v", "v1a", "V3", "v٣"] {
        fixture.set_alias(&link, text);
        assert_eq!(fixture.holder(text), Some(0));
    }
}

#[test]
fn only_admins_set_protected_aliases_and_unlink_their_versions() {
    let mut fixture = Fixture::new();
    let member = fixture.world.person("mina", OrganizationRole::Member);
    fixture.world.add_member(&fixture.models.clone(), &grantee(&member), Role::Member);
    let [first, second] = ["one", "two"].map(|text| {
        let version = fixture.log(text);
        fixture.link(&version)
    });
    fixture.set_alias(&first, "production");
    fixture.world.apply_as_founder(&protect_alias(&fixture.models, "production"));
    let too_low = DenialReason::RoleTooLow { has: Role::Member, needs: Role::Admin };
    assert_eq!(fixture.world.expect_denial(&member, &add_alias(&second, "production")), too_low);
    assert_eq!(fixture.world.expect_denial(&member, &remove_alias(&first, "production")), too_low);
    fixture.world.apply(&member, &add_alias(&first, "best"));
    let unlink = |link: &LinkId| CollectionAction::Unlink(link.clone()).into();
    assert_eq!(fixture.world.expect_denial(&member, &unlink(&first)), DenialReason::ProtectedAlias);
    let collection = fixture.world.organization.collections().next().unwrap().id.clone();
    let delete = CollectionAction::Delete(collection.clone()).into();
    assert_eq!(fixture.world.expect_denial(&member, &delete), DenialReason::ProtectedAlias);
    let view = fixture.world.view(&member);
    let permission = Permission::OnLink(first.clone(), RegistryPermission::UnlinkArtifact);
    let verdict = view.may(&permission);
    let denial = verdict.denial().unwrap();
    assert_eq!(denial.holders.iter().map(|holder| holder.version.as_str()).collect::<Vec<_>>(), ["Models/churn:v0"]);
    assert!(view.may(&Permission::OnLink(second.clone(), RegistryPermission::UnlinkArtifact)).is_granted());
    fixture.world.apply(&member, &unlink(&second));
    fixture.world.apply_as_founder(&delete);
}

#[test]
fn nobody_deletes_a_version_a_project_or_a_team_whose_link_carries_a_protected_alias() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let version = fixture.log("one");
    let link = fixture.link(&version);
    fixture.set_alias(&link, "production");
    fixture.world.apply_as_founder(&protect_alias(&fixture.models, "production"));
    let deletions = [
        VersionAction::Delete(version).into(),
        ProjectAction::Delete(fixture.project.clone()).into(),
        TeamAction::Remove(fixture.team.clone()).into(),
    ];
    for deletion in &deletions {
        let Refusal::ProtectedAlias(holders) = fixture.world.expect_refusal(&founder, deletion) else {
            panic!("{deletion:?}");
        };
        assert_eq!(holders.len(), 1);
    }
    let unprotect = RegistryAction::UnprotectAlias { registry: fixture.models.clone(), alias: alias("production") };
    fixture.world.apply_as_founder(&unprotect.clone().into());
    assert_eq!(fixture.world.expect_refusal(&founder, &unprotect.into()), Refusal::Missing(Missing::ProtectedAlias));
    fixture.world.apply_as_founder(&deletions[2]);
    assert_eq!((fixture.number(&link), fixture.world.organization.projects().count()), (None, 0));
}

#[test]
fn a_link_protects_its_version_from_the_next_action_of_the_same_intent() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    fixture.world.apply_as_founder(&protect_alias(&fixture.models, "production"));
    let version = fixture.log("one");
    let actions = [link_to(&version, &fixture.models, "churn", &["production"]), VersionAction::Delete(version).into()];
    let predicted = fixture.world.view(&founder).consequences(&actions).unwrap_err();
    let answered = carry_out(&fixture.world.organization, &founder, &actions, "next", 7).unwrap_err();
    for (position, refusal) in [predicted, answered] {
        let Refusal::ProtectedAlias(holders) = refusal else { panic!("{refusal:?}") };
        assert_eq!((position, holders[0].version.as_str()), (1, "Models/churn:v0"));
    }
}

#[test]
fn a_hidden_link_protects_a_version_without_being_named() {
    let mut fixture = Fixture::new();
    let member = fixture.world.person("mina", OrganizationRole::Member);
    fixture.world.join_team(&fixture.team.clone(), &member, TeamRole::Member);
    let founder = fixture.world.founder.clone();
    let hidden = fixture.world.create_registry(&founder, new_registry("Hidden", Visibility::Restricted));
    fixture.world.apply_as_founder(&protect_alias(&hidden, "production"));
    let version = fixture.log("one");
    fixture.world.apply_as_founder(&link_to(&version, &hidden, "churn", &["production"]));
    let deletion = VersionAction::Delete(version).into();
    assert_eq!(fixture.world.expect_refusal(&member, &deletion), Refusal::ProtectedAlias(Vec::new()));
}

#[test]
fn an_account_that_may_use_a_link_can_link_it_without_seeing_the_project() {
    let mut fixture = Fixture::new();
    let (viewer, member) =
        (fixture.world.person("mina", OrganizationRole::Member), fixture.world.person("tom", OrganizationRole::Member));
    let version = fixture.log("one");
    let link = fixture.link(&version);
    fixture.world.add_member(&fixture.models.clone(), &grantee(&member), Role::Viewer);
    for account in [&viewer, &member] {
        let own = fixture.world.create_registry(
            account,
            new_registry(&format!("Of {account:?}").replace(['"', '(', ')'], ""), Visibility::Restricted),
        );
        let target = domain::LinkTarget::Named { registry: own, name: domain::CollectionName::parse("mine").unwrap() };
        let action = CollectionAction::Link { version: VersionRef::Linked(link.clone()), target, aliases: Vec::new() };
        if account == &member {
            fixture.world.apply(account, &action.into());
        } else {
            let reason = fixture.world.expect_denial(account, &action.into());
            assert_eq!(reason, DenialReason::RoleTooLow { has: Role::RestrictedViewer, needs: Role::Viewer });
        }
    }
    let view = fixture.world.view(&member);
    assert_eq!(view.catalog().version(&VersionRef::Source(version)), None);
    assert!(!view.catalog().version(&VersionRef::Linked(link)).unwrap().sees_source);
}

#[test]
fn a_link_shows_no_lineage_to_who_does_not_see_the_project() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let input = fixture.log("one");
    let mut made = new_version(&fixture.project, "model", "model", &[("a", "1")]);
    made.run = Some(domain::NewRun {
        name: domain::RunName::parse("train").unwrap(),
        inputs: vec![VersionRef::Source(input.clone())],
    });
    let made = VersionId(fixture.world.apply_as_founder(&VersionAction::Log(made).into()));
    let models = fixture.models.clone();
    let links = [(&input, "inputs"), (&made, "outputs")]
        .map(|(version, collection)| fixture.world.link(&founder, version, &models, collection));
    let outsider = fixture.world.person("mina", OrganizationRole::Member);
    let lineage = |account, link: &LinkId| {
        let view = fixture.world.view(account);
        let version_view = view.catalog().version(&VersionRef::Linked(link.clone())).unwrap();
        (view.catalog().inputs_of(&version_view).len(), view.catalog().users_of(&version_view).len())
    };
    assert_eq!(links.each_ref().map(|link| lineage(&founder, link)), [(0, 1), (1, 0)]);
    assert_eq!(links.each_ref().map(|link| lineage(&outsider, link)), [(0, 0), (0, 0)]);
}

#[test]
fn specifying_types_adds_the_types_of_the_collections() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let open = fixture.world.create_registry(&founder, new_registry("Open", Visibility::Organization));
    let version = fixture.log("one");
    fixture.world.link(&founder, &version, &open, "churn");
    fixture.world.apply_as_founder(&specify_types(&open, &["report"]));
    let accepts = fixture.world.registry(&open).accepts().clone();
    assert_eq!(accepts.saved().iter().map(|one| one.as_str()).collect::<Vec<_>>(), ["report", "model"]);
    assert!(accepts.accepts(&artifact_type("model")));
}

#[test]
fn the_roles_of_a_team_decide_in_its_projects() {
    let mut fixture = Fixture::new();
    let robot = fixture.world.service_account("robot");
    fixture.world.join_team(&fixture.team.clone(), &robot, TeamRole::Member);
    let outsider = fixture.world.person("noa", OrganizationRole::Member);
    let mut people = Vec::new();
    for role in [TeamRole::Viewer, TeamRole::Member, TeamRole::Admin] {
        let person = fixture.world.person(&format!("{role:?}"), OrganizationRole::Viewer);
        fixture.world.join_team(&fixture.team.clone(), &person, role);
        people.push(person);
    }
    people.extend([robot, outsider]);
    let reasons = |permission: Permission| -> Vec<Option<DenialReason>> {
        let verdicts = people.iter().map(|account| fixture.world.organization.may(account, &permission));
        verdicts.map(|verdict| verdict.denial().map(|denial| denial.reason)).collect()
    };
    let too_low = |has, needs| Some(DenialReason::TeamRoleTooLow { has, needs });
    let stranger = Some(DenialReason::NoTeamMember);
    let (viewer, member, admin) = (TeamRole::Viewer, TeamRole::Member, TeamRole::Admin);
    let writing = [too_low(viewer, member), None, None, None, stranger];
    assert_eq!(reasons(Permission::CreateProject(fixture.team.clone())), writing);
    assert_eq!(reasons(Permission::WriteProject(fixture.project.clone())), writing);
    let managing = [too_low(viewer, admin), too_low(member, admin), None, too_low(member, admin), stranger];
    assert_eq!(reasons(Permission::ManageProject(fixture.project.clone())), managing);
}

#[test]
fn names_of_projects_are_unique_in_their_team_by_key() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let refusal = fixture.world.expect_refusal(&founder, &create_project(&fixture.team, "CHURN"));
    assert_eq!(refusal, Refusal::Taken { field: domain::UniqueField::ProjectName, holder: None });
    let other = fixture.world.team("audio");
    fixture.world.apply_as_founder(&create_project(&other, "Churn"));
}

#[test]
fn an_artifact_keeps_its_type_and_reserved_types_are_not_logged() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    fixture.log("one");
    let log = |name: &str, kind: &str| VersionAction::Log(new_version(&fixture.project, name, kind, &[])).into();
    let attempts = [("churn", "dataset", "OtherType"), ("x", "job", "ReservedType"), ("x", "wandb-x", "ReservedType")];
    let named = [("run-1", "run_table", "ReservedType"), ("source-1", "code", "ReservedType")];
    for (name, kind, expected) in attempts.into_iter().chain(named) {
        let refusal = fixture.world.expect_refusal(&founder, &log(name, kind));
        assert!(format!("{refusal:?}").starts_with(expected), "{refusal:?}");
    }
    for (name, kind) in [("x", "run_table"), ("y", "code"), ("z", "Job")] {
        fixture.world.apply_as_founder(&log(name, kind));
    }
}

#[test]
fn the_team_administrator_deletes_no_registry_whose_protected_alias_is_in_use() {
    let mut fixture = Fixture::new();
    let founder = fixture.world.founder.clone();
    let lead = fixture.world.person("tom", OrganizationRole::Viewer);
    fixture.world.join_team(&fixture.team.clone(), &lead, TeamRole::Admin);
    let open = fixture.world.create_registry(&founder, new_registry("Open", Visibility::Organization));
    fixture.world.apply_as_founder(&protect_alias(&open, "production"));
    let may = |world: &World| {
        world.view(&lead).may(&Permission::InRegistry(open.clone(), RegistryPermission::DeleteRegistry))
    };
    assert!(may(&fixture.world).is_granted());
    let version = fixture.log("one");
    fixture.world.apply_as_founder(&link_to(&version, &open, "churn", &["production"]));
    assert_eq!(may(&fixture.world).denial().map(|denial| denial.reason), Some(DenialReason::ProtectedAlias));
    fixture.world.apply_as_founder(&RegistryAction::Delete(open).into());
    assert_eq!(fixture.world.organization.collections().count(), 0);
    assert_eq!(fixture.world.organization.artifacts().count(), 1);
}
