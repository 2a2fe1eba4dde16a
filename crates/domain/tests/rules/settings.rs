//! The settings of the organization.

use domain::{
    Action, CoreRegistry, DefaultRole, OrganizationAction, OrganizationName, OrganizationRole, Refusal, Role, TeamRole,
    Visibility,
};

use crate::support::*;

#[test]
fn the_organization_can_be_renamed() {
    let mut world = World::new();
    world.apply_as_founder(&Action::Organization(OrganizationAction::Rename(
        OrganizationName::parse("등대 연구소").unwrap(),
    )));
    assert_eq!(world.organization.name().as_str(), "등대 연구소");
    assert_eq!(world.view(&world.founder).organization.as_str(), "등대 연구소");
}

#[test]
fn the_default_role_applies_to_open_registries_and_changes_no_row() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let [mina, noa] = ["mina", "noa"].map(|name| world.person(name, OrganizationRole::Member));
    let robot = world.service_account("robot");
    let open = world.create_registry(&founder, new_registry("Open", Visibility::Organization));
    let restricted = world.create_registry(&founder, new_registry("Restricted", Visibility::Restricted));
    for registry in [&open, &restricted] {
        world.add_member(registry, &grantee(&noa), Role::RestrictedViewer);
    }
    let rows = |world: &World| world.organization.registries().map(|one| one.rows().to_vec()).collect::<Vec<_>>();
    let before = rows(&world);
    for (setting, role) in
        [(DefaultRole::Viewer, Role::Viewer), (DefaultRole::RestrictedViewer, Role::RestrictedViewer)]
    {
        world.apply_as_founder(&Action::Organization(OrganizationAction::SetDefaultRole(setting)));
        for registry in [&open, &CoreRegistry::Models.id(), &CoreRegistry::Datasets.id()] {
            assert_eq!(world.role(&mina, registry), Some(role));
            assert_eq!(world.role(&noa, registry), Some(role), "a lower row of one's own takes nothing away");
            assert_eq!(world.role(&robot, registry), Some(Role::Member));
        }
        assert_eq!(
            (world.role(&mina, &restricted), world.role(&noa, &restricted)),
            (None, Some(Role::RestrictedViewer))
        );
        assert_eq!(rows(&world), before);
        assert_eq!(world.view(&mina).default_role, setting);
    }
}

#[test]
fn the_setting_keeps_restricted_registries_restricted_for_all_accounts() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", OrganizationRole::Member);
    let team = world.team("platform");
    world.join_team(&team, &mina, TeamRole::Admin);
    let restricted = world.create_registry(&mina, new_registry("Restricted", Visibility::Restricted));
    let open = world.create_registry(&mina, new_registry("Open", Visibility::Organization));
    world.apply_as_founder(&Action::Organization(OrganizationAction::SetRestrictedStays(true)));
    assert!(world.view(&mina).restricted_stays);
    let opening = set_visibility(&restricted, Visibility::Organization);
    for actor in [&founder, &mina] {
        assert_eq!(world.expect_refusal(actor, &opening), Refusal::RestrictedStays);
        // Keeping the visibility and restricting a registry are still allowed.
        world.apply(actor, &set_visibility(&restricted, Visibility::Restricted));
        world.apply(actor, &set_visibility(&open, Visibility::Organization));
    }
    world.apply(&mina, &set_visibility(&open, Visibility::Restricted));
    assert_eq!(world.expect_refusal(&mina, &set_visibility(&open, Visibility::Organization)), Refusal::RestrictedStays);
    world.apply_as_founder(&Action::Organization(OrganizationAction::SetRestrictedStays(false)));
    world.apply(&mina, &opening);
}

#[test]
fn changing_the_visibility_checks_the_permission_before_the_setting() {
    let mut world = World::new();
    let (mina, noa) = (world.person("mina", OrganizationRole::Member), world.person("noa", OrganizationRole::Viewer));
    let restricted = world.create_registry(&mina, new_registry("Restricted", Visibility::Restricted));
    world.add_member(&restricted, &grantee(&noa), Role::Member);
    world.apply_as_founder(&Action::Organization(OrganizationAction::SetRestrictedStays(true)));
    world.expect_denial(&noa, &set_visibility(&restricted, Visibility::Organization));
}
