//! New organizations and new registries.

use domain::{
    AcceptedTypes, AccountId, CoreRegistry, Description, Grantee, NewRegistry, Organization, OrganizationRole,
    Registry, RegistryName, Role, Row, Stamp, Visibility,
};

use crate::support::{World, new_registry, person_id, types};

#[track_caller]
fn check_core(core: CoreRegistry, name: &str, full_name: &str, artifact_type: &str) {
    let world = World::new();
    let registry = world.registry(&core.id());
    assert_eq!(registry.core_kind(), Some(core));
    assert_eq!(registry.name().as_str(), name);
    assert_eq!(registry.full_name(), full_name);
    assert_eq!(registry.description(), &Description::empty());
    assert_eq!(registry.visibility(), Visibility::Organization);
    assert_eq!(registry.accepts(), &types([artifact_type]));
    assert_eq!(registry.rows().to_vec(), []);
    assert_eq!(registry.owner(), None);
    let founded = Stamp { at: 1_000, by: world.founder.clone() };
    assert_eq!((registry.created(), registry.changed()), (&founded, &founded));
}

#[track_caller]
fn check_created(creator: OrganizationRole, visibility: Visibility, accepts: &AcceptedTypes) {
    let mut world = World::new();
    let creator = world.person("mina", creator);
    if !world.view(&creator).may_create.is_granted() {
        let team = world.team("vision");
        world.join_team(&team, &creator, domain::TeamRole::Admin);
    }
    let new = NewRegistry {
        name: RegistryName::parse("음성 Models").unwrap(),
        description: Description::parse("What serves\ntraffic.").unwrap(),
        visibility,
        accepts: accepts.clone(),
    };
    let id = world.create_registry(&creator, new.clone());
    let registry = world.registry(&id);
    let mina = person_id(&creator);
    assert_eq!(registry.id(), &id);
    assert_eq!(registry.core_kind(), None);
    assert_eq!(registry.name(), &new.name);
    assert_eq!(registry.full_name(), "wandb-registry-음성 Models");
    assert_eq!(registry.description(), &new.description);
    assert_eq!(registry.visibility(), visibility);
    assert_eq!(registry.accepts(), accepts);
    assert_eq!(registry.rows().to_vec(), [Row { grantee: Grantee::Person(mina.clone()), role: Role::Admin }]);
    assert_eq!(registry.owner(), Some(&mina));
    let stamp = Stamp { at: world.last_time(), by: creator };
    assert_eq!((registry.created(), registry.changed()), (&stamp, &stamp));
}

fn custom(organization: &Organization) -> Vec<&Registry> {
    organization.registries().map(|registry| &**registry).filter(|registry| registry.core_kind().is_none()).collect()
}

#[test]
fn an_organization_starts_with_models_and_datasets() {
    check_core(CoreRegistry::Models, "Models", "wandb-registry-model", "model");
    check_core(CoreRegistry::Datasets, "Datasets", "wandb-registry-dataset", "dataset");
    assert_eq!(World::new().organization.registries().count(), 2);
}

#[test]
fn an_organization_starts_with_its_founder_as_its_admin() {
    let world = World::new();
    let people: Vec<_> = world.organization.people().collect();
    let [founder] = people.as_slice() else { panic!("{people:?}") };
    assert_eq!(AccountId::Person(founder.id.clone()), world.founder);
    assert_eq!(founder.role, OrganizationRole::Admin);
    assert_eq!((founder.name.as_str(), founder.username.as_str()), ("Ada Okafor", "ada"));
    assert_eq!(founder.email.as_str(), "ada@lighthouse.example");
    assert_eq!(world.organization.name().as_str(), "Lighthouse");
    assert_eq!(world.organization.service_accounts().count() + world.organization.teams().count(), 0);
}

#[test]
fn the_default_role_is_restricted_viewer() {
    assert_eq!(World::new().organization.default_role().role(), Role::RestrictedViewer);
}

#[test]
fn the_creator_of_a_registry_is_its_admin_and_owner() {
    for creator in [OrganizationRole::Viewer, OrganizationRole::Member, OrganizationRole::Admin] {
        for visibility in [Visibility::Organization, Visibility::Restricted] {
            check_created(creator, visibility, &AcceptedTypes::all());
            check_created(creator, visibility, &types(["report", "model"]));
        }
    }
}

#[test]
fn creating_one_registry_leaves_the_others_as_they_were() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let first = world.create_registry(&founder, new_registry("First", Visibility::Restricted));
    let before: Vec<_> = world.organization.registries().cloned().collect();
    world.create_registry(&founder, new_registry("Second", Visibility::Organization));
    for registry in before {
        assert_eq!(world.organization.registry(registry.id()), Some(&registry));
    }
    assert_eq!(custom(&world.organization).len(), 2);
    assert_eq!(world.registry(&first).name().as_str(), "First");
}

#[test]
fn a_registry_is_found_by_its_name() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let id = world.create_registry(&founder, new_registry("Speech", Visibility::Restricted));
    let holder =
        |text| world.organization.holder_of(&RegistryName::parse(text).unwrap()).map(|registry| registry.id().clone());
    assert_eq!(holder("SPEECH"), Some(id));
    assert_eq!(holder("dataset"), Some(CoreRegistry::Datasets.id()));
    assert_eq!(holder("models"), Some(CoreRegistry::Models.id()));
    assert_eq!(holder("Vision"), None);
}
