//! Names and descriptions of registries, deletion, and the fixed properties of core registries.

use domain::{
    AccountId, Action, CoreRegistry, DenialReason, Description, Id, Missing, OrganizationRole, Refusal, RegistryAction,
    RegistryId, Role, Stamp, TeamRole, UniqueField, Visibility,
};

use crate::support::*;

struct Fixture {
    world: World,
    founder: AccountId,
    mina: AccountId,
    noa: AccountId,
    registry: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let noa = world.person("noa", OrganizationRole::Member);
        let registry = world.create_registry(&mina, new_registry("Speech", Visibility::Restricted));
        Self { founder: world.founder.clone(), mina, noa, registry, world }
    }

    fn create(&mut self, name: &str, visibility: Visibility) -> RegistryId {
        let founder = self.founder.clone();
        self.world.create_registry(&founder, new_registry(name, visibility))
    }
}

fn taken(holder: Option<&str>) -> Refusal {
    Refusal::Taken { field: UniqueField::RegistryName, holder: holder.map(registry_name) }
}

#[test]
fn renaming_a_registry_frees_its_old_name() {
    let mut fixture = Fixture::new();
    let (mina, id) = (fixture.mina.clone(), fixture.registry.clone());
    fixture.world.apply(&mina, &rename_registry(&id, "음성"));
    let registry = fixture.world.registry(&id);
    assert_eq!((registry.name().as_str(), registry.full_name().as_str()), ("음성", "wandb-registry-음성"));
    assert_eq!(registry.changed(), &Stamp { at: fixture.world.last_time(), by: mina });
    let second = fixture.create("SPEECH", Visibility::Organization);
    assert_ne!(second, id);
}

#[test]
fn a_registry_may_keep_its_name_in_another_case() {
    let mut fixture = Fixture::new();
    let (mina, id) = (fixture.mina.clone(), fixture.registry.clone());
    for name in ["SPEECH", "speech", "Spe\u{ad}ech", "Speech"] {
        fixture.world.apply(&mina, &rename_registry(&id, name));
        assert_eq!(fixture.world.registry(&id).name().as_str(), name);
    }
}

#[test]
fn a_registry_cannot_take_the_name_of_another() {
    let mut fixture = Fixture::new();
    let (mina, id) = (fixture.mina.clone(), fixture.registry.clone());
    fixture.create("Open", Visibility::Organization);
    fixture.create("Hidden", Visibility::Restricted);
    for (name, holder) in [
        ("OPEN", Some("Open")),
        ("hidden", None),
        ("models", Some("Models")),
        ("Model", Some("Models")),
        ("DATASET", Some("Datasets")),
    ] {
        assert_eq!(fixture.world.expect_refusal(&mina, &rename_registry(&id, name)), taken(holder), "{name}");
    }
    let founder = fixture.founder.clone();
    assert_eq!(fixture.world.expect_refusal(&founder, &rename_registry(&id, "hidden")), taken(Some("Hidden")));
}

#[test]
fn a_description_can_be_changed_and_removed() {
    let mut fixture = Fixture::new();
    let (mina, id) = (fixture.mina.clone(), fixture.registry.clone());
    for text in ["What serves\ntraffic.", ""] {
        fixture.world.apply(&mina, &describe(&id, text));
        assert_eq!(fixture.world.registry(&id).description(), &Description::parse(text).unwrap());
    }
}

#[test]
fn members_can_edit_name_and_description_and_viewers_cannot() {
    let mut fixture = Fixture::new();
    let (noa, id) = (fixture.noa.clone(), fixture.registry.clone());
    let edits = [rename_registry(&id, "Vision"), describe(&id, "Pictures.")];
    fixture.world.add_member(&id, &grantee(&noa), Role::Viewer);
    for action in &edits {
        let reason = fixture.world.expect_denial(&noa, action);
        assert_eq!(reason, DenialReason::RoleTooLow { has: Role::Viewer, needs: Role::Member });
    }
    fixture.world.apply_as_founder(&set_member_role(&id, &grantee(&noa), Role::Member));
    for action in &edits {
        fixture.world.apply(&noa, action);
    }
}

#[test]
fn renaming_without_the_permission_does_not_reveal_taken_names() {
    let mut fixture = Fixture::new();
    let (noa, id) = (fixture.noa.clone(), fixture.registry.clone());
    fixture.world.add_member(&id, &grantee(&noa), Role::Viewer);
    fixture.world.expect_denial(&noa, &rename_registry(&id, "Models"));
}

#[test]
fn deleting_a_registry_frees_its_name() {
    let mut fixture = Fixture::new();
    let (mina, id) = (fixture.mina.clone(), fixture.registry.clone());
    fixture.world.apply(&mina, &Action::Registry(RegistryAction::Delete(id.clone())));
    assert_eq!(fixture.world.organization.registry(&id), None);
    assert_eq!(fixture.world.organization.registries().count(), 2);
    let gone = Refusal::Missing(Missing::Registry);
    for action in
        [Action::Registry(RegistryAction::Delete(id.clone())), describe(&id, "x"), remove_member(&id, &grantee(&mina))]
    {
        assert_eq!(fixture.world.expect_refusal(&mina, &action), gone);
    }
    let again = fixture.world.create_registry(&mina, new_registry("speech", Visibility::Organization));
    assert_ne!(again, id, "an id is never used again");
}

#[test]
fn a_registry_admin_can_delete_only_their_own_registries() {
    let mut fixture = Fixture::new();
    let (mina, noa, id) = (fixture.mina.clone(), fixture.noa.clone(), fixture.registry.clone());
    fixture.world.add_member(&id, &grantee(&noa), Role::Admin);
    let delete = Action::Registry(RegistryAction::Delete(id.clone()));
    assert_eq!(fixture.world.expect_denial(&noa, &delete), DenialReason::NotCreator);
    fixture.world.apply(&noa, &set_owner(&id, &noa));
    assert_eq!(fixture.world.expect_denial(&noa, &delete), DenialReason::NotCreator, "an owner is not a creator");
    fixture.world.apply(&noa, &set_member_role(&id, &grantee(&mina), Role::Member));
    let too_low = DenialReason::RoleTooLow { has: Role::Member, needs: Role::Admin };
    assert_eq!(fixture.world.expect_denial(&mina, &delete), too_low);
    fixture.world.apply(&noa, &set_member_role(&id, &grantee(&mina), Role::Admin));
    fixture.world.apply(&mina, &delete);
}

#[test]
fn a_creator_with_a_team_s_admin_role_can_delete_the_registry() {
    let mut fixture = Fixture::new();
    let (mina, id) = (fixture.mina.clone(), fixture.registry.clone());
    let team = fixture.world.team_with("platform", &[&mina]);
    fixture.world.add_member(&id, &team_grantee(&team), Role::Admin);
    fixture.world.apply(&mina, &remove_member(&id, &grantee(&mina)));
    fixture.world.apply(&mina, &Action::Registry(RegistryAction::Delete(id)));
}

#[test]
fn organization_admins_can_delete_any_custom_registry() {
    let mut fixture = Fixture::new();
    let delete = Action::Registry(RegistryAction::Delete(fixture.registry.clone()));
    fixture.world.apply_as_founder(&delete);
}

#[test]
fn team_administrators_can_delete_accessible_registries() {
    let mut fixture = Fixture::new();
    let (noa, id) = (fixture.noa.clone(), fixture.registry.clone());
    let team = fixture.world.team("elsewhere");
    fixture.world.join_team(&team, &noa, TeamRole::Admin);
    let delete = Action::Registry(RegistryAction::Delete(id.clone()));
    assert_eq!(fixture.world.expect_refusal(&noa, &delete), Refusal::Missing(Missing::Registry));
    fixture.world.add_member(&id, &grantee(&noa), Role::RestrictedViewer);
    fixture.world.apply_as_founder(&set_team_role(&team, &noa, TeamRole::Member));
    let too_low = DenialReason::RoleTooLow { has: Role::RestrictedViewer, needs: Role::Admin };
    assert_eq!(fixture.world.expect_denial(&noa, &delete), too_low);
    fixture.world.apply_as_founder(&set_team_role(&team, &noa, TeamRole::Admin));
    fixture.world.apply(&noa, &delete);
}

#[test]
fn nobody_can_change_or_delete_a_core_registry() {
    let mut fixture = Fixture::new();
    let lead = fixture.world.person("lead", OrganizationRole::Member);
    let team = fixture.world.team("platform");
    fixture.world.join_team(&team, &lead, TeamRole::Admin);
    for core in CoreRegistry::ALL {
        let id = core.id();
        fixture.world.add_member(&id, &grantee(&fixture.mina.clone()), Role::Admin);
        let name = fixture.world.registry(&id).name().as_str().to_owned();
        for action in [
            rename_registry(&id, "Other"),
            rename_registry(&id, &name),
            describe(&id, "Other."),
            describe(&id, ""),
            set_visibility(&id, Visibility::Restricted),
            set_visibility(&id, Visibility::Organization),
            set_owner(&id, &fixture.mina),
            Action::Registry(RegistryAction::Delete(id.clone())),
        ] {
            for actor in [&fixture.founder.clone(), &fixture.mina.clone(), &fixture.noa.clone(), &lead] {
                assert_eq!(fixture.world.expect_denial(actor, &action), DenialReason::CoreRegistry, "{action:?}");
            }
        }
    }
}

#[test]
fn a_core_registry_has_members_like_any_other() {
    let mut fixture = Fixture::new();
    let (mina, noa, id) = (fixture.mina.clone(), fixture.noa.clone(), CoreRegistry::Datasets.id());
    fixture.world.add_member(&id, &grantee(&mina), Role::Admin);
    fixture.world.apply(&mina, &add_member(&id, &grantee(&noa), Role::Member));
    fixture.world.apply(&mina, &set_member_role(&id, &grantee(&noa), Role::Viewer));
    assert_eq!(fixture.world.role(&noa, &id), Some(Role::Viewer));
    fixture.world.apply(&mina, &remove_member(&id, &grantee(&noa)));
    assert_eq!(fixture.world.role(&noa, &id), Some(Role::RestrictedViewer));
}

#[test]
fn a_hidden_registry_is_reported_as_missing() {
    let mut fixture = Fixture::new();
    let (noa, id) = (fixture.noa.clone(), fixture.registry.clone());
    let robot = fixture.world.service_account("robot");
    let nowhere = RegistryId(Id::from_text("nowhere"));
    for id in [&id, &nowhere] {
        for action in [
            rename_registry(id, "Other"),
            rename_registry(id, "Models"),
            describe(id, "Other."),
            set_visibility(id, Visibility::Organization),
            set_visibility(id, Visibility::Restricted),
            Action::Registry(RegistryAction::AcceptAllTypes(id.clone())),
            specify_types(id, &[]),
            add_types(id, &["model"]),
            remove_type(id, "model"),
            add_member(id, &grantee(&noa), Role::Admin),
            add_member(id, &grantee(&robot), Role::Viewer),
            set_member_role(id, &grantee(&fixture.mina), Role::Viewer),
            remove_member(id, &grantee(&fixture.mina)),
            set_owner(id, &noa),
            Action::Registry(RegistryAction::Delete(id.clone())),
        ] {
            for actor in [&noa, &robot] {
                let answer = fixture.world.expect_refusal(actor, &action);
                assert_eq!(answer, Refusal::Missing(Missing::Registry), "{action:?}");
            }
        }
    }
}
