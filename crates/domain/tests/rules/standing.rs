//! Effective roles in registries, and all their sources.

use domain::{AccountId, CoreRegistry, Grant, OrganizationRole, RegistryId, Role, Source, TeamRole, Visibility};

use crate::support::{World, new_registry};

const ADMIN_OF_ORGANIZATION: (Role, Source) = (Role::Admin, Source::OrganizationAdmin);
const OWN_ADMIN: (Role, Source) = (Role::Admin, Source::OwnRow);
const BASE: (Role, Source) = (Role::RestrictedViewer, Source::Base);
const BASE_OF_SERVICE: (Role, Source) = (Role::Member, Source::Base);

/// An organization with one registry of each visibility, created by a Member and by an Admin of the organization.
struct Fixture {
    world: World,
    member: AccountId,
    admin: AccountId,
    other_admin: AccountId,
    /// People who created nothing: a Member, a Viewer, and the administrator of the creators' team.
    bystanders: [AccountId; 3],
    robots: [AccountId; 2],
    by_member: [RegistryId; 2],
    by_admin: [RegistryId; 2],
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let member = world.person("member", OrganizationRole::Member);
        let admin = world.person("admin", OrganizationRole::Admin);
        let other_admin = world.person("other", OrganizationRole::Admin);
        let bystanders = [
            world.person("colleague", OrganizationRole::Member),
            world.person("viewer", OrganizationRole::Viewer),
            world.person("lead", OrganizationRole::Viewer),
        ];
        let robots = [world.service_account("robot"), world.service_account("loner")];
        let team = world.team("platform");
        for account in [&member, &admin, &robots[0]] {
            world.join_team(&team, account, TeamRole::Member);
        }
        world.join_team(&team, &bystanders[2], TeamRole::Admin);
        let mut create = |creator: &AccountId, label: &str| {
            [Visibility::Organization, Visibility::Restricted].map(|visibility| {
                world.create_registry(creator, new_registry(&format!("{label} {visibility:?}"), visibility))
            })
        };
        let by_member = create(&member, "of member");
        let by_admin = create(&admin, "of admin");
        Self { world, member, admin, other_admin, bystanders, robots, by_member, by_admin }
    }

    #[track_caller]
    fn check(&self, account: &AccountId, registry: &RegistryId, expected: &[(Role, Source)]) {
        let standing = self.world.organization.standing(account, self.world.registry(registry));
        let grants: Vec<_> =
            expected.iter().map(|(role, source)| Grant { role: *role, source: source.clone() }).collect();
        let found = standing.as_ref().map(domain::Standing::grants).unwrap_or_default();
        assert_eq!(found, grants, "{account:?} in {registry}");
        assert_eq!(standing.map(|standing| standing.role()), expected.first().map(|(role, _)| *role));
    }
}

#[test]
fn roles_ascend_from_restricted_viewer_to_admin() {
    assert!([Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin].is_sorted());
}

#[test]
fn an_organization_admin_who_created_a_registry_has_two_admin_grants() {
    let fixture = Fixture::new();
    let [open, restricted] = &fixture.by_admin;
    fixture.check(&fixture.admin, open, &[ADMIN_OF_ORGANIZATION, OWN_ADMIN, BASE]);
    fixture.check(&fixture.admin, restricted, &[ADMIN_OF_ORGANIZATION, OWN_ADMIN]);
}

#[test]
fn a_member_who_created_a_registry_is_admin_by_their_own_row() {
    let fixture = Fixture::new();
    let [open, restricted] = &fixture.by_member;
    fixture.check(&fixture.member, open, &[OWN_ADMIN, BASE]);
    fixture.check(&fixture.member, restricted, &[OWN_ADMIN]);
}

#[test]
fn an_organization_admin_is_admin_of_every_registry() {
    let fixture = Fixture::new();
    for admin in [&fixture.world.founder, &fixture.other_admin] {
        for [open, restricted] in [&fixture.by_member, &fixture.by_admin] {
            fixture.check(admin, open, &[ADMIN_OF_ORGANIZATION, BASE]);
            fixture.check(admin, restricted, &[ADMIN_OF_ORGANIZATION]);
        }
    }
}

#[test]
fn an_unlisted_person_has_the_base_role_in_open_registries_only() {
    let fixture = Fixture::new();
    for account in &fixture.bystanders {
        for [open, restricted] in [&fixture.by_member, &fixture.by_admin] {
            fixture.check(account, open, &[BASE]);
            fixture.check(account, restricted, &[]);
        }
    }
}

#[test]
fn a_role_in_a_team_gives_no_role_in_a_registry() {
    let fixture = Fixture::new();
    let [_, _, lead] = &fixture.bystanders;
    fixture.check(lead, &fixture.by_member[0], &[BASE]);
    fixture.check(lead, &fixture.by_member[1], &[]);
}

#[test]
fn an_unlisted_service_account_is_member_of_open_registries_only() {
    let fixture = Fixture::new();
    for robot in &fixture.robots {
        for [open, restricted] in [&fixture.by_member, &fixture.by_admin] {
            fixture.check(robot, open, &[BASE_OF_SERVICE]);
            fixture.check(robot, restricted, &[]);
        }
    }
}

#[test]
fn everyone_has_the_base_role_in_the_core_registries() {
    let fixture = Fixture::new();
    for core in CoreRegistry::ALL {
        fixture.check(&fixture.world.founder, &core.id(), &[ADMIN_OF_ORGANIZATION, BASE]);
        for account in fixture.bystanders.iter().chain([&fixture.member]) {
            fixture.check(account, &core.id(), &[BASE]);
        }
        for robot in &fixture.robots {
            fixture.check(robot, &core.id(), &[BASE_OF_SERVICE]);
        }
    }
}

#[test]
fn an_unknown_account_has_no_role() {
    let fixture = Fixture::new();
    let strangers = [
        AccountId::Person(domain::PersonId(domain::Id::from_text("nobody"))),
        AccountId::ServiceAccount(domain::ServiceAccountId(domain::Id::from_text("nobody"))),
        // The id of a person, used as a service account.
        AccountId::ServiceAccount(domain::ServiceAccountId(fixture.member.id().clone())),
    ];
    for stranger in &strangers {
        fixture.check(stranger, &CoreRegistry::Models.id(), &[]);
        fixture.check(stranger, &fixture.by_member[0], &[]);
    }
}

#[test]
fn the_audience_of_a_registry_is_every_account_with_a_standing() {
    let fixture = Fixture::new();
    let organization = &fixture.world.organization;
    let audience = |id: &RegistryId| organization.audience(fixture.world.registry(id));
    let open = audience(&fixture.by_member[0]);
    assert_eq!(open.people.len(), organization.people().count());
    assert_eq!(open.service_accounts.len(), 2);
    let restricted = audience(&fixture.by_member[1]);
    let listed: Vec<_> = restricted.people.iter().cloned().map(AccountId::Person).collect();
    assert_eq!(
        listed,
        [&fixture.world.founder, &fixture.member, &fixture.admin, &fixture.other_admin].map(Clone::clone)
    );
    assert_eq!(restricted.service_accounts, []);
}

#[test]
fn the_predicted_audience_of_a_new_registry_is_correct() {
    let mut fixture = Fixture::new();
    let creators =
        [fixture.world.founder.clone(), fixture.member.clone(), fixture.admin.clone(), fixture.bystanders[2].clone()];
    for (turn, creator) in creators.iter().enumerate() {
        for visibility in [Visibility::Organization, Visibility::Restricted] {
            let announced = fixture.world.organization.audience_of_new(creator, visibility);
            let id =
                fixture.world.create_registry(creator, new_registry(&format!("{turn} {visibility:?}"), visibility));
            assert_eq!(fixture.world.organization.audience(fixture.world.registry(&id)), announced, "{creator:?}");
        }
    }
}
