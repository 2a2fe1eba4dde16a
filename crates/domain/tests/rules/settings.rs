//! The settings of the organization.

use domain::{
    Action, Core, DefaultRole, OrganizationAction, OrganizationName, OrganizationRole, Refusal, Role, TeamRole,
    Visibility,
};

use crate::support::*;

#[test]
fn the_organization_gets_another_name() {
    let mut world = World::new();
    world
        .by_founder(&Action::Organization(OrganizationAction::Rename(OrganizationName::parse("등대 연구소").unwrap())));
    assert_eq!(world.organization.name().as_str(), "등대 연구소");
    assert_eq!(world.view(&world.founder).organization.as_str(), "등대 연구소");
}

#[test]
fn the_default_role_is_everybody_s_in_every_open_registry_at_once_and_no_row_changes() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let [mina, noa] = ["mina", "noa"].map(|name| world.person(name, OrganizationRole::Member));
    let robot = world.service_account("robot");
    let open = world.create(&founder, new_registry("Open", Visibility::Organization));
    let restricted = world.create(&founder, new_registry("Restricted", Visibility::Restricted));
    for registry in [&open, &restricted] {
        world.list(registry, &member(&noa), Role::RestrictedViewer);
    }
    let rows = |world: &World| world.organization.registries().map(|one| one.rows().to_vec()).collect::<Vec<_>>();
    let before = rows(&world);
    for (setting, role) in
        [(DefaultRole::Viewer, Role::Viewer), (DefaultRole::RestrictedViewer, Role::RestrictedViewer)]
    {
        world.by_founder(&Action::Organization(OrganizationAction::SetDefaultRole(setting)));
        for registry in [&open, &Core::Models.id(), &Core::Datasets.id()] {
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
fn while_restricted_registries_stay_restricted_none_becomes_open_whoever_asks() {
    let mut world = World::new();
    let founder = world.founder.clone();
    let mina = world.person("mina", OrganizationRole::Member);
    let team = world.team("platform");
    world.join(&team, &mina, TeamRole::Admin);
    let restricted = world.create(&mina, new_registry("Restricted", Visibility::Restricted));
    let open = world.create(&mina, new_registry("Open", Visibility::Organization));
    world.by_founder(&Action::Organization(OrganizationAction::SetRestrictedStays(true)));
    assert!(world.view(&mina).restricted_stays);
    let opening = set_visibility(&restricted, Visibility::Organization);
    for actor in [&founder, &mina] {
        assert_eq!(world.refused(actor, &opening), Refusal::RestrictedStays);
        // What leaves it as it is, and the way to Restricted, stay open.
        world.must(actor, &set_visibility(&restricted, Visibility::Restricted));
        world.must(actor, &set_visibility(&open, Visibility::Organization));
    }
    world.must(&mina, &set_visibility(&open, Visibility::Restricted));
    assert_eq!(world.refused(&mina, &set_visibility(&open, Visibility::Organization)), Refusal::RestrictedStays);
    world.by_founder(&Action::Organization(OrganizationAction::SetRestrictedStays(false)));
    world.must(&mina, &opening);
}

#[test]
fn who_may_not_change_the_visibility_is_told_that_before_the_setting() {
    let mut world = World::new();
    let (mina, noa) = (world.person("mina", OrganizationRole::Member), world.person("noa", OrganizationRole::Viewer));
    let restricted = world.create(&mina, new_registry("Restricted", Visibility::Restricted));
    world.list(&restricted, &member(&noa), Role::Member);
    world.by_founder(&Action::Organization(OrganizationAction::SetRestrictedStays(true)));
    world.denied(&noa, &set_visibility(&restricted, Visibility::Organization));
}
