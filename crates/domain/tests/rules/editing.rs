//! Names and descriptions of registries, deletion, and what is fixed in the core registries.

use domain::{
    AccountId, Action, Core, Denied, Description, Field, Id, Missing, OrganizationRole, Refusal, RegistryAction,
    RegistryId, Role, Stamp, TeamRole, Visibility,
};

use crate::support::*;

struct Cast {
    world: World,
    founder: AccountId,
    mina: AccountId,
    noa: AccountId,
    registry: RegistryId,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let mina = world.person("mina", OrganizationRole::Member);
        let noa = world.person("noa", OrganizationRole::Member);
        let registry = world.create(&mina, new_registry("Speech", Visibility::Restricted));
        Self { founder: world.founder.clone(), mina, noa, registry, world }
    }

    fn create(&mut self, name: &str, visibility: Visibility) -> RegistryId {
        let founder = self.founder.clone();
        self.world.create(&founder, new_registry(name, visibility))
    }
}

fn taken(holder: Option<&str>) -> Refusal {
    Refusal::Taken { field: Field::RegistryName, holder: holder.map(registry_name) }
}

#[test]
fn a_registry_gets_another_name_and_frees_the_one_before() {
    let mut cast = Cast::new();
    let (mina, id) = (cast.mina.clone(), cast.registry.clone());
    cast.world.must(&mina, &rename_registry(&id, "음성"));
    let registry = cast.world.registry(&id);
    assert_eq!((registry.name().as_str(), registry.full_name().as_str()), ("음성", "wandb-registry-음성"));
    assert_eq!(registry.changed(), &Stamp { at: cast.world.now(), by: mina });
    let second = cast.create("SPEECH", Visibility::Organization);
    assert_ne!(second, id);
}

#[test]
fn a_registry_may_keep_its_name_in_another_case() {
    let mut cast = Cast::new();
    let (mina, id) = (cast.mina.clone(), cast.registry.clone());
    for name in ["SPEECH", "speech", "Spe\u{ad}ech", "Speech"] {
        cast.world.must(&mina, &rename_registry(&id, name));
        assert_eq!(cast.world.registry(&id).name().as_str(), name);
    }
}

#[test]
fn a_registry_does_not_get_the_name_of_another_and_the_holder_is_told_to_those_who_see_it() {
    let mut cast = Cast::new();
    let (mina, id) = (cast.mina.clone(), cast.registry.clone());
    cast.create("Open", Visibility::Organization);
    cast.create("Hidden", Visibility::Restricted);
    for (name, holder) in [
        ("OPEN", Some("Open")),
        ("hidden", None),
        ("models", Some("Models")),
        ("Model", Some("Models")),
        ("DATASET", Some("Datasets")),
    ] {
        assert_eq!(cast.world.refused(&mina, &rename_registry(&id, name)), taken(holder), "{name}");
    }
    let founder = cast.founder.clone();
    assert_eq!(cast.world.refused(&founder, &rename_registry(&id, "hidden")), taken(Some("Hidden")));
}

#[test]
fn a_description_is_replaced_and_taken_away() {
    let mut cast = Cast::new();
    let (mina, id) = (cast.mina.clone(), cast.registry.clone());
    for text in ["What serves\ntraffic.", ""] {
        cast.world.must(&mina, &describe(&id, text));
        assert_eq!(cast.world.registry(&id).description(), &Description::parse(text).unwrap());
    }
}

#[test]
fn members_edit_name_and_description_and_viewers_do_not() {
    let mut cast = Cast::new();
    let (noa, id) = (cast.noa.clone(), cast.registry.clone());
    let edits = [rename_registry(&id, "Vision"), describe(&id, "Pictures.")];
    cast.world.list(&id, &member(&noa), Role::Viewer);
    for action in &edits {
        let because = cast.world.denied(&noa, action);
        assert_eq!(because, Denied::RoleTooLow { has: Role::Viewer, needs: Role::Member });
    }
    cast.world.by_founder(&set_member_role(&id, &member(&noa), Role::Member));
    for action in &edits {
        cast.world.must(&noa, action);
    }
}

#[test]
fn who_may_not_rename_is_not_told_that_a_name_is_taken() {
    let mut cast = Cast::new();
    let (noa, id) = (cast.noa.clone(), cast.registry.clone());
    cast.world.list(&id, &member(&noa), Role::Viewer);
    cast.world.denied(&noa, &rename_registry(&id, "Models"));
}

#[test]
fn a_deleted_registry_is_gone_and_its_name_is_free() {
    let mut cast = Cast::new();
    let (mina, id) = (cast.mina.clone(), cast.registry.clone());
    cast.world.must(&mina, &Action::Registry(RegistryAction::Delete(id.clone())));
    assert_eq!(cast.world.organization.registry(&id), None);
    assert_eq!(cast.world.organization.registries().count(), 2);
    let gone = Refusal::Missing(Missing::Registry);
    for action in
        [Action::Registry(RegistryAction::Delete(id.clone())), describe(&id, "x"), remove_member(&id, &member(&mina))]
    {
        assert_eq!(cast.world.refused(&mina, &action), gone);
    }
    let again = cast.world.create(&mina, new_registry("speech", Visibility::Organization));
    assert_ne!(again, id, "an id is never used again");
}

#[test]
fn a_registry_admin_deletes_what_they_created_as_long_as_they_administer_it() {
    let mut cast = Cast::new();
    let (mina, noa, id) = (cast.mina.clone(), cast.noa.clone(), cast.registry.clone());
    cast.world.list(&id, &member(&noa), Role::Admin);
    let delete = Action::Registry(RegistryAction::Delete(id.clone()));
    assert_eq!(cast.world.denied(&noa, &delete), Denied::NotCreator);
    cast.world.must(&noa, &set_owner(&id, &noa));
    assert_eq!(cast.world.denied(&noa, &delete), Denied::NotCreator, "an owner is not a creator");
    cast.world.must(&noa, &set_member_role(&id, &member(&mina), Role::Member));
    let too_low = Denied::RoleTooLow { has: Role::Member, needs: Role::Admin };
    assert_eq!(cast.world.denied(&mina, &delete), too_low);
    cast.world.must(&noa, &set_member_role(&id, &member(&mina), Role::Admin));
    cast.world.must(&mina, &delete);
}

#[test]
fn a_creator_who_administers_through_a_team_deletes_as_well() {
    let mut cast = Cast::new();
    let (mina, id) = (cast.mina.clone(), cast.registry.clone());
    let team = cast.world.team_of("platform", &[&mina]);
    cast.world.list(&id, &whole(&team), Role::Admin);
    cast.world.must(&mina, &remove_member(&id, &member(&mina)));
    cast.world.must(&mina, &Action::Registry(RegistryAction::Delete(id)));
}

#[test]
fn organization_admins_delete_any_custom_registry() {
    let mut cast = Cast::new();
    let delete = Action::Registry(RegistryAction::Delete(cast.registry.clone()));
    cast.world.by_founder(&delete);
}

#[test]
fn the_administrator_of_any_team_deletes_what_they_can_access() {
    let mut cast = Cast::new();
    let (noa, id) = (cast.noa.clone(), cast.registry.clone());
    let team = cast.world.team("elsewhere");
    cast.world.join(&team, &noa, TeamRole::Admin);
    let delete = Action::Registry(RegistryAction::Delete(id.clone()));
    assert_eq!(cast.world.refused(&noa, &delete), Refusal::Missing(Missing::Registry));
    cast.world.list(&id, &member(&noa), Role::RestrictedViewer);
    cast.world.by_founder(&set_team_role(&team, &noa, TeamRole::Member));
    let too_low = Denied::RoleTooLow { has: Role::RestrictedViewer, needs: Role::Admin };
    assert_eq!(cast.world.denied(&noa, &delete), too_low);
    cast.world.by_founder(&set_team_role(&team, &noa, TeamRole::Admin));
    cast.world.must(&noa, &delete);
}

#[test]
fn a_core_registry_stays_as_it_is_whoever_asks() {
    let mut cast = Cast::new();
    let lead = cast.world.person("lead", OrganizationRole::Member);
    let team = cast.world.team("platform");
    cast.world.join(&team, &lead, TeamRole::Admin);
    for core in Core::ALL {
        let id = core.id();
        cast.world.list(&id, &member(&cast.mina.clone()), Role::Admin);
        let name = cast.world.registry(&id).name().as_str().to_owned();
        for action in [
            rename_registry(&id, "Other"),
            rename_registry(&id, &name),
            describe(&id, "Other."),
            describe(&id, ""),
            set_visibility(&id, Visibility::Restricted),
            set_visibility(&id, Visibility::Organization),
            set_owner(&id, &cast.mina),
            Action::Registry(RegistryAction::Delete(id.clone())),
        ] {
            for actor in [&cast.founder.clone(), &cast.mina.clone(), &cast.noa.clone(), &lead] {
                assert_eq!(cast.world.denied(actor, &action), Denied::CoreRegistry, "{action:?}");
            }
        }
    }
}

#[test]
fn a_core_registry_has_members_like_any_other() {
    let mut cast = Cast::new();
    let (mina, noa, id) = (cast.mina.clone(), cast.noa.clone(), Core::Datasets.id());
    cast.world.list(&id, &member(&mina), Role::Admin);
    cast.world.must(&mina, &add_member(&id, &member(&noa), Role::Member));
    cast.world.must(&mina, &set_member_role(&id, &member(&noa), Role::Viewer));
    assert_eq!(cast.world.role(&noa, &id), Some(Role::Viewer));
    cast.world.must(&mina, &remove_member(&id, &member(&noa)));
    assert_eq!(cast.world.role(&noa, &id), Some(Role::RestrictedViewer));
}

#[test]
fn what_cannot_be_seen_is_not_there_whatever_is_asked() {
    let mut cast = Cast::new();
    let (noa, id) = (cast.noa.clone(), cast.registry.clone());
    let robot = cast.world.service_account("robot");
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
            add_member(id, &member(&noa), Role::Admin),
            add_member(id, &member(&robot), Role::Viewer),
            set_member_role(id, &member(&cast.mina), Role::Viewer),
            remove_member(id, &member(&cast.mina)),
            set_owner(id, &noa),
            Action::Registry(RegistryAction::Delete(id.clone())),
        ] {
            for actor in [&noa, &robot] {
                let answer = cast.world.refused(actor, &action);
                assert_eq!(answer, Refusal::Missing(Missing::Registry), "{action:?}");
            }
        }
    }
}
