//! Changing who can access a registry.

use domain::{AccountId, Denied, Missing, OrganizationRole, Refusal, RegistryId, Role, TeamRole, Visibility};

use crate::support::*;

use Visibility::{Organization, Restricted};

struct Cast {
    world: World,
    founder: AccountId,
    owner: AccountId,
    viewer: AccountId,
    lead: AccountId,
    robot: AccountId,
    open: RegistryId,
    restricted: RegistryId,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let owner = world.person("owner", OrganizationRole::Member);
        let viewer = world.person("viewer", OrganizationRole::Member);
        let lead = world.person("lead", OrganizationRole::Viewer);
        let team = world.team("platform");
        world.join(&team, &lead, TeamRole::Admin);
        let open = world.create(&owner, new_registry("Open", Organization));
        let restricted = world.create(&owner, new_registry("Restricted", Restricted));
        for registry in [&open, &restricted] {
            world.list(registry, &member(&viewer), Role::Viewer);
        }
        Self {
            founder: world.founder.clone(),
            robot: world.service_account("robot"),
            world,
            owner,
            viewer,
            lead,
            open,
            restricted,
        }
    }
}

#[test]
fn an_open_registry_that_becomes_restricted_keeps_its_members_and_loses_everybody_else() {
    let mut cast = Cast::new();
    let (open, owner) = (cast.open.clone(), cast.owner.clone());
    let rows = cast.world.registry(&open).rows().to_vec();
    cast.world.must(&owner, &set_visibility(&open, Restricted));
    let role = |account| cast.world.role(account, &open);
    assert_eq!(role(&cast.founder), Some(Role::Admin));
    assert_eq!(role(&cast.owner), Some(Role::Admin));
    assert_eq!(role(&cast.viewer), Some(Role::Viewer));
    assert_eq!((role(&cast.lead), role(&cast.robot)), (None, None));
    assert_eq!(cast.world.registry(&open).rows(), rows);
}

#[test]
fn a_restricted_registry_that_becomes_open_is_everybody_s() {
    let mut cast = Cast::new();
    let (restricted, owner) = (cast.restricted.clone(), cast.owner.clone());
    cast.world.must(&owner, &set_visibility(&restricted, Organization));
    let role = |account| cast.world.role(account, &restricted);
    assert_eq!((role(&cast.lead), role(&cast.robot)), (Some(Role::RestrictedViewer), Some(Role::Member)));
    assert_eq!(role(&cast.viewer), Some(Role::Viewer));
}

#[test]
fn registry_admins_and_organization_admins_change_it() {
    let mut cast = Cast::new();
    let open = cast.open.clone();
    for actor in [cast.owner.clone(), cast.founder.clone()] {
        for visibility in [Restricted, Organization] {
            cast.world.must(&actor, &set_visibility(&open, visibility));
            assert_eq!(cast.world.registry(&open).visibility(), visibility);
        }
    }
}

#[test]
fn nobody_below_a_registry_admin_changes_it() {
    let mut cast = Cast::new();
    let open = cast.open.clone();
    for (actor, has) in [
        (cast.viewer.clone(), Role::Viewer),
        (cast.world.person("nobody", OrganizationRole::Member), Role::RestrictedViewer),
        (cast.robot.clone(), Role::Member),
    ] {
        for visibility in [Restricted, Organization] {
            let because = cast.world.denied(&actor, &set_visibility(&open, visibility));
            assert_eq!(because, Denied::RoleTooLow { has, needs: Role::Admin });
        }
    }
}

#[test]
fn the_administrator_of_any_team_changes_what_they_can_access() {
    let mut cast = Cast::new();
    let (lead, restricted) = (cast.lead.clone(), cast.restricted.clone());
    let opening = set_visibility(&restricted, Organization);
    assert_eq!(cast.world.refused(&lead, &opening), Refusal::Missing(Missing::Registry));
    cast.world.list(&restricted, &member(&lead), Role::RestrictedViewer);
    cast.world.must(&lead, &opening);
    cast.world.must(&lead, &set_visibility(&restricted, Restricted));
}

#[test]
fn nobody_locks_themselves_out() {
    let mut cast = Cast::new();
    let (lead, open) = (cast.lead.clone(), cast.open.clone());
    assert_eq!(cast.world.refused(&lead, &set_visibility(&open, Restricted)), Refusal::WouldLoseAccess);
    cast.world.must(&lead, &set_visibility(&open, Organization));
    let team = cast.world.team_of("guests", &[&lead]);
    cast.world.list(&open, &whole(&team), Role::RestrictedViewer);
    cast.world.must(&lead, &set_visibility(&open, Restricted));
    assert_eq!(cast.world.role(&lead, &open), Some(Role::RestrictedViewer));
}

#[test]
fn a_service_account_that_administers_a_registry_changes_it() {
    let mut cast = Cast::new();
    let (robot, open) = (cast.robot.clone(), cast.open.clone());
    cast.world.list(&open, &member(&robot), Role::Admin);
    cast.world.must(&robot, &set_visibility(&open, Restricted));
    assert_eq!(cast.world.role(&robot, &open), Some(Role::Admin));
}
