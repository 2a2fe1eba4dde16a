//! Changes of a registry's accepted artifact types.

use domain::{
    AcceptedTypes, AccountId, Action, ArtifactType, CoreRegistry, Missing, NewRegistry, OrganizationRole, Refusal,
    RegistryAction, RegistryId, Role, Visibility,
};

use crate::support::*;

struct Fixture {
    world: World,
    owner: AccountId,
    registry: RegistryId,
}

impl Fixture {
    fn new(accepts: AcceptedTypes) -> Self {
        let mut world = World::new();
        let owner = world.person("owner", OrganizationRole::Member);
        let new = NewRegistry { accepts, ..new_registry("Speech", Visibility::Restricted) };
        Self { registry: world.create_registry(&owner, new), owner, world }
    }

    #[track_caller]
    fn check_applies(&mut self, action: &Action) {
        self.world.apply(&self.owner, action);
    }

    #[track_caller]
    fn check_refused(&mut self, action: &Action, refusal: &Refusal) {
        assert_eq!(self.world.expect_refusal(&self.owner, action), *refusal, "{action:?}");
    }

    #[track_caller]
    fn check_accepts(&self, all: bool, saved: &[&str]) {
        let accepts = self.world.registry(&self.registry).accepts();
        let found: Vec<_> = accepts.saved().iter().map(ArtifactType::as_str).collect();
        assert_eq!((accepts.is_all(), found.as_slice()), (all, saved));
    }
}

#[test]
fn types_are_added_in_order_without_duplicates() {
    let mut fixture = Fixture::new(types(["model"]));
    let id = fixture.registry.clone();
    fixture.check_applies(&add_types(&id, &["report", "model", "dataset", "report"]));
    fixture.check_accepts(false, &["model", "report", "dataset"]);
    fixture.check_applies(&add_types(&id, &["Model"]));
    fixture.check_accepts(false, &["model", "report", "dataset", "Model"]);
    fixture.check_applies(&add_types(&id, &["model"]));
    fixture.check_accepts(false, &["model", "report", "dataset", "Model"]);
}

#[test]
fn a_saved_type_cannot_be_removed() {
    let mut fixture = Fixture::new(types(["model", "report"]));
    let id = fixture.registry.clone();
    fixture.check_refused(&remove_type(&id, "report"), &Refusal::TypeStays(artifact_type("report")));
    fixture.check_applies(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    fixture.check_refused(&remove_type(&id, "report"), &Refusal::TypeStays(artifact_type("report")));
    let founder = fixture.world.founder.clone();
    assert_eq!(
        fixture.world.expect_refusal(&founder, &remove_type(&id, "model")),
        Refusal::TypeStays(artifact_type("model")),
        "not even an organization admin"
    );
}

#[test]
fn removing_an_unsaved_type_is_refused_as_missing() {
    let mut fixture = Fixture::new(types(["model"]));
    let id = fixture.registry.clone();
    for text in ["report", "Model"] {
        fixture.check_refused(&remove_type(&id, text), &Refusal::Missing(Missing::ArtifactType));
    }
}

#[test]
fn accepting_all_types_keeps_the_saved_types() {
    let mut fixture = Fixture::new(types(["model", "report"]));
    let id = fixture.registry.clone();
    fixture.check_applies(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    fixture.check_accepts(true, &["model", "report"]);
    assert!(fixture.world.registry(&id).accepts().accepts(&artifact_type("anything")));
    fixture.check_applies(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    fixture.check_applies(&specify_types(&id, &[]));
    fixture.check_accepts(false, &["model", "report"]);
    assert!(!fixture.world.registry(&id).accepts().accepts(&artifact_type("anything")));
}

#[test]
fn specifying_types_again_can_add_types() {
    let mut fixture = Fixture::new(types(["model"]));
    let id = fixture.registry.clone();
    fixture.check_applies(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    fixture.check_applies(&specify_types(&id, &["report", "model"]));
    fixture.check_accepts(false, &["model", "report"]);
    fixture.check_applies(&specify_types(&id, &["dataset"]));
    fixture.check_accepts(false, &["model", "report", "dataset"]);
}

#[test]
fn a_registry_that_specifies_its_types_needs_at_least_one() {
    let mut fixture = Fixture::new(AcceptedTypes::all());
    let id = fixture.registry.clone();
    fixture.check_refused(&specify_types(&id, &[]), &Refusal::NoTypes);
    fixture.check_applies(&specify_types(&id, &["model"]));
    fixture.check_refused(&add_types(&id, &[]), &Refusal::NoTypes);
    fixture.check_applies(&specify_types(&id, &[]));
    fixture.check_accepts(false, &["model"]);
}

#[test]
fn no_type_can_be_added_while_all_are_accepted() {
    for accepts in [AcceptedTypes::all(), types(["model"])] {
        let mut fixture = Fixture::new(accepts);
        let id = fixture.registry.clone();
        fixture.check_applies(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
        for types in [&["report"][..], &["model"], &[]] {
            fixture.check_refused(&add_types(&id, types), &Refusal::AllTypesAccepted);
        }
    }
}

#[test]
fn a_core_registry_can_get_more_types_but_not_all() {
    for (core, first) in [(CoreRegistry::Models, "model"), (CoreRegistry::Datasets, "dataset")] {
        let mut fixture = Fixture::new(AcceptedTypes::all());
        let (id, owner) = (core.id(), fixture.owner.clone());
        fixture.world.expect_denial(&owner, &add_types(&id, &["report"]));
        fixture.world.add_member(&id, &grantee(&owner), Role::Admin);
        fixture.check_applies(&add_types(&id, &["report"]));
        fixture.check_applies(&specify_types(&id, &["benchmark"]));
        fixture.check_refused(
            &Action::Registry(RegistryAction::AcceptAllTypes(id.clone())),
            &Refusal::AllTypesUnavailable,
        );
        fixture.check_refused(&remove_type(&id, first), &Refusal::TypeStays(artifact_type(first)));
        fixture.registry = id;
        fixture.check_accepts(false, &[first, "report", "benchmark"]);
    }
}

#[test]
fn only_admins_can_change_types_and_permission_is_checked_first() {
    let mut fixture = Fixture::new(types(["model"]));
    let id = fixture.registry.clone();
    let mina = fixture.world.person("mina", OrganizationRole::Member);
    fixture.world.add_member(&id, &grantee(&mina), Role::Member);
    for action in [
        add_types(&id, &["report"]),
        add_types(&id, &[]),
        specify_types(&id, &[]),
        Action::Registry(RegistryAction::AcceptAllTypes(id.clone())),
        remove_type(&id, "model"),
        remove_type(&id, "nothing"),
    ] {
        fixture.world.expect_denial(&mina, &action);
    }
}
