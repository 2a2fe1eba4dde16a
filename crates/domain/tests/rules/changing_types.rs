//! Changing which artifact types a registry accepts.

use domain::{
    AcceptedTypes, AccountId, Action, ArtifactType, Core, Missing, NewRegistry, OrganizationRole, Refusal,
    RegistryAction, RegistryId, Role, Visibility,
};

use crate::support::*;

struct Cast {
    world: World,
    owner: AccountId,
    registry: RegistryId,
}

impl Cast {
    fn new(accepts: AcceptedTypes) -> Self {
        let mut world = World::new();
        let owner = world.person("owner", OrganizationRole::Member);
        let new = NewRegistry { accepts, ..new_registry("Speech", Visibility::Restricted) };
        Self { registry: world.create(&owner, new), owner, world }
    }

    #[track_caller]
    fn does(&mut self, action: &Action) {
        self.world.must(&self.owner, action);
    }

    #[track_caller]
    fn check_refused(&mut self, action: &Action, refusal: &Refusal) {
        assert_eq!(self.world.refused(&self.owner, action), *refusal, "{action:?}");
    }

    #[track_caller]
    fn check_accepts(&self, all: bool, saved: &[&str]) {
        let accepts = self.world.registry(&self.registry).accepts();
        let found: Vec<_> = accepts.saved().iter().map(ArtifactType::as_str).collect();
        assert_eq!((accepts.is_all(), found.as_slice()), (all, saved));
    }
}

#[test]
fn types_are_added_in_their_order_and_once() {
    let mut cast = Cast::new(types(["model"]));
    let id = cast.registry.clone();
    cast.does(&add_types(&id, &["report", "model", "dataset", "report"]));
    cast.check_accepts(false, &["model", "report", "dataset"]);
    cast.does(&add_types(&id, &["Model"]));
    cast.check_accepts(false, &["model", "report", "dataset", "Model"]);
    cast.does(&add_types(&id, &["model"]));
    cast.check_accepts(false, &["model", "report", "dataset", "Model"]);
}

#[test]
fn a_saved_type_stays_and_the_refusal_names_it() {
    let mut cast = Cast::new(types(["model", "report"]));
    let id = cast.registry.clone();
    cast.check_refused(&remove_type(&id, "report"), &Refusal::TypeStays(artifact_type("report")));
    cast.does(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    cast.check_refused(&remove_type(&id, "report"), &Refusal::TypeStays(artifact_type("report")));
    let founder = cast.world.founder.clone();
    assert_eq!(
        cast.world.refused(&founder, &remove_type(&id, "model")),
        Refusal::TypeStays(artifact_type("model")),
        "not even an organization admin"
    );
}

#[test]
fn a_type_that_is_not_saved_is_not_there_to_be_removed() {
    let mut cast = Cast::new(types(["model"]));
    let id = cast.registry.clone();
    for text in ["report", "Model"] {
        cast.check_refused(&remove_type(&id, text), &Refusal::Missing(Missing::ArtifactType));
    }
}

#[test]
fn all_types_keep_the_saved_ones_and_they_come_back() {
    let mut cast = Cast::new(types(["model", "report"]));
    let id = cast.registry.clone();
    cast.does(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    cast.check_accepts(true, &["model", "report"]);
    assert!(cast.world.registry(&id).accepts().accepts(&artifact_type("anything")));
    cast.does(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    cast.does(&specify_types(&id, &[]));
    cast.check_accepts(false, &["model", "report"]);
    assert!(!cast.world.registry(&id).accepts().accepts(&artifact_type("anything")));
}

#[test]
fn who_specifies_types_again_may_add_some_at_once() {
    let mut cast = Cast::new(types(["model"]));
    let id = cast.registry.clone();
    cast.does(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
    cast.does(&specify_types(&id, &["report", "model"]));
    cast.check_accepts(false, &["model", "report"]);
    cast.does(&specify_types(&id, &["dataset"]));
    cast.check_accepts(false, &["model", "report", "dataset"]);
}

#[test]
fn a_registry_that_specifies_its_types_is_given_at_least_one() {
    let mut cast = Cast::new(AcceptedTypes::all());
    let id = cast.registry.clone();
    cast.check_refused(&specify_types(&id, &[]), &Refusal::NoTypes);
    cast.does(&specify_types(&id, &["model"]));
    cast.check_refused(&add_types(&id, &[]), &Refusal::NoTypes);
    cast.does(&specify_types(&id, &[]));
    cast.check_accepts(false, &["model"]);
}

#[test]
fn while_all_types_are_accepted_none_is_added() {
    for accepts in [AcceptedTypes::all(), types(["model"])] {
        let mut cast = Cast::new(accepts);
        let id = cast.registry.clone();
        cast.does(&Action::Registry(RegistryAction::AcceptAllTypes(id.clone())));
        for types in [&["report"][..], &["model"], &[]] {
            cast.check_refused(&add_types(&id, types), &Refusal::AllTypesAccepted);
        }
    }
}

#[test]
fn a_core_registry_gets_more_types_and_never_all() {
    for (core, first) in [(Core::Models, "model"), (Core::Datasets, "dataset")] {
        let mut cast = Cast::new(AcceptedTypes::all());
        let (id, owner) = (core.id(), cast.owner.clone());
        cast.world.denied(&owner, &add_types(&id, &["report"]));
        cast.world.list(&id, &member(&owner), Role::Admin);
        cast.does(&add_types(&id, &["report"]));
        cast.does(&specify_types(&id, &["benchmark"]));
        cast.check_refused(
            &Action::Registry(RegistryAction::AcceptAllTypes(id.clone())),
            &Refusal::AllTypesUnavailable,
        );
        cast.check_refused(&remove_type(&id, first), &Refusal::TypeStays(artifact_type(first)));
        cast.registry = id;
        cast.check_accepts(false, &[first, "report", "benchmark"]);
    }
}

#[test]
fn only_admins_change_types_and_who_may_not_is_told_that_first() {
    let mut cast = Cast::new(types(["model"]));
    let id = cast.registry.clone();
    let mina = cast.world.person("mina", OrganizationRole::Member);
    cast.world.list(&id, &member(&mina), Role::Member);
    for action in [
        add_types(&id, &["report"]),
        add_types(&id, &[]),
        specify_types(&id, &[]),
        Action::Registry(RegistryAction::AcceptAllTypes(id.clone())),
        remove_type(&id, "model"),
        remove_type(&id, "nothing"),
    ] {
        cast.world.denied(&mina, &action);
    }
}
