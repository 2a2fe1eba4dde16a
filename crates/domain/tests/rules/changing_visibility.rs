//! Changes of a registry's visibility.

use domain::{AccountId, DenialReason, Missing, OrganizationRole, Refusal, RegistryId, Role, TeamRole, Visibility};

use crate::support::*;

use Visibility::{Organization, Restricted};

struct Fixture {
    world: World,
    founder: AccountId,
    owner: AccountId,
    viewer: AccountId,
    lead: AccountId,
    robot: AccountId,
    open: RegistryId,
    restricted: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let owner = world.person("owner", OrganizationRole::Member);
        let viewer = world.person("viewer", OrganizationRole::Member);
        let lead = world.person("lead", OrganizationRole::Viewer);
        let team = world.team("platform");
        world.join_team(&team, &lead, TeamRole::Admin);
        let open = world.create_registry(&owner, new_registry("Open", Organization));
        let restricted = world.create_registry(&owner, new_registry("Restricted", Restricted));
        for registry in [&open, &restricted] {
            world.add_member(registry, &grantee(&viewer), Role::Viewer);
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
fn restricting_an_open_registry_keeps_only_its_members() {
    let mut fixture = Fixture::new();
    let (open, owner) = (fixture.open.clone(), fixture.owner.clone());
    let rows = fixture.world.registry(&open).rows().to_vec();
    fixture.world.apply(&owner, &set_visibility(&open, Restricted));
    let role = |account| fixture.world.role(account, &open);
    assert_eq!(role(&fixture.founder), Some(Role::Admin));
    assert_eq!(role(&fixture.owner), Some(Role::Admin));
    assert_eq!(role(&fixture.viewer), Some(Role::Viewer));
    assert_eq!((role(&fixture.lead), role(&fixture.robot)), (None, None));
    assert_eq!(fixture.world.registry(&open).rows().to_vec(), rows);
}

#[test]
fn opening_a_restricted_registry_gives_the_base_role() {
    let mut fixture = Fixture::new();
    let (restricted, owner) = (fixture.restricted.clone(), fixture.owner.clone());
    fixture.world.apply(&owner, &set_visibility(&restricted, Organization));
    let role = |account| fixture.world.role(account, &restricted);
    assert_eq!((role(&fixture.lead), role(&fixture.robot)), (Some(Role::RestrictedViewer), Some(Role::Member)));
    assert_eq!(role(&fixture.viewer), Some(Role::Viewer));
}

#[test]
fn registry_admins_and_organization_admins_can_change_the_visibility() {
    let mut fixture = Fixture::new();
    let open = fixture.open.clone();
    for actor in [fixture.owner.clone(), fixture.founder.clone()] {
        for visibility in [Restricted, Organization] {
            fixture.world.apply(&actor, &set_visibility(&open, visibility));
            assert_eq!(fixture.world.registry(&open).visibility(), visibility);
        }
    }
}

#[test]
fn lower_roles_cannot_change_the_visibility() {
    let mut fixture = Fixture::new();
    let open = fixture.open.clone();
    for (actor, has) in [
        (fixture.viewer.clone(), Role::Viewer),
        (fixture.world.person("nobody", OrganizationRole::Member), Role::RestrictedViewer),
        (fixture.robot.clone(), Role::Member),
    ] {
        for visibility in [Restricted, Organization] {
            let reason = fixture.world.expect_denial(&actor, &set_visibility(&open, visibility));
            assert_eq!(reason, DenialReason::RoleTooLow { has, needs: Role::Admin });
        }
    }
}

#[test]
fn team_administrators_can_change_the_visibility_of_accessible_registries() {
    let mut fixture = Fixture::new();
    let (lead, restricted) = (fixture.lead.clone(), fixture.restricted.clone());
    let opening = set_visibility(&restricted, Organization);
    assert_eq!(fixture.world.expect_refusal(&lead, &opening), Refusal::Missing(Missing::Registry));
    fixture.world.add_member(&restricted, &grantee(&lead), Role::RestrictedViewer);
    fixture.world.apply(&lead, &opening);
    fixture.world.apply(&lead, &set_visibility(&restricted, Restricted));
}

#[test]
fn an_account_cannot_remove_its_own_access() {
    let mut fixture = Fixture::new();
    let (lead, open) = (fixture.lead.clone(), fixture.open.clone());
    assert_eq!(fixture.world.expect_refusal(&lead, &set_visibility(&open, Restricted)), Refusal::WouldLoseAccess);
    fixture.world.apply(&lead, &set_visibility(&open, Organization));
    let team = fixture.world.team_with("guests", &[&lead]);
    fixture.world.add_member(&open, &team_grantee(&team), Role::RestrictedViewer);
    fixture.world.apply(&lead, &set_visibility(&open, Restricted));
    assert_eq!(fixture.world.role(&lead, &open), Some(Role::RestrictedViewer));
}

#[test]
fn a_service_account_admin_can_change_the_visibility() {
    let mut fixture = Fixture::new();
    let (robot, open) = (fixture.robot.clone(), fixture.open.clone());
    fixture.world.add_member(&open, &grantee(&robot), Role::Admin);
    fixture.world.apply(&robot, &set_visibility(&open, Restricted));
    assert_eq!(fixture.world.role(&robot, &open), Some(Role::Admin));
}
