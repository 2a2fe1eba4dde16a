//! Which role somebody has in a registry, and every source that it comes from.

use domain::{AccountId, Core, Grant, OrganizationRole, RegistryId, Role, Source, TeamRole, Visibility};

use crate::support::{World, new_registry};

const ADMIN_OF_ORGANIZATION: (Role, Source) = (Role::Admin, Source::OrganizationAdmin);
const OWN_ADMIN: (Role, Source) = (Role::Admin, Source::OwnRow);
const BASE: (Role, Source) = (Role::RestrictedViewer, Source::Base);
const BASE_OF_SERVICE: (Role, Source) = (Role::Member, Source::Base);

/// An organization with one registry of each visibility, created by a Member and by an Admin of the organization.
struct Cast {
    world: World,
    member: AccountId,
    admin: AccountId,
    other_admin: AccountId,
    /// Neither created anything: a Member, a Viewer, the administrator of a team in which the creators are.
    bystanders: [AccountId; 3],
    robots: [AccountId; 2],
    by_member: [RegistryId; 2],
    by_admin: [RegistryId; 2],
}

impl Cast {
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
            world.join(&team, account, TeamRole::Member);
        }
        world.join(&team, &bystanders[2], TeamRole::Admin);
        let mut create = |creator: &AccountId, called: &str| {
            [Visibility::Organization, Visibility::Restricted]
                .map(|visibility| world.create(creator, new_registry(&format!("{called} {visibility:?}"), visibility)))
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
fn an_organization_admin_who_created_a_registry_is_its_admin_twice() {
    let cast = Cast::new();
    let [open, restricted] = &cast.by_admin;
    cast.check(&cast.admin, open, &[ADMIN_OF_ORGANIZATION, OWN_ADMIN, BASE]);
    cast.check(&cast.admin, restricted, &[ADMIN_OF_ORGANIZATION, OWN_ADMIN]);
}

#[test]
fn a_member_who_created_a_registry_is_its_admin_by_the_own_row() {
    let cast = Cast::new();
    let [open, restricted] = &cast.by_member;
    cast.check(&cast.member, open, &[OWN_ADMIN, BASE]);
    cast.check(&cast.member, restricted, &[OWN_ADMIN]);
}

#[test]
fn an_organization_admin_is_admin_of_every_registry() {
    let cast = Cast::new();
    for admin in [&cast.world.founder, &cast.other_admin] {
        for [open, restricted] in [&cast.by_member, &cast.by_admin] {
            cast.check(admin, open, &[ADMIN_OF_ORGANIZATION, BASE]);
            cast.check(admin, restricted, &[ADMIN_OF_ORGANIZATION]);
        }
    }
}

#[test]
fn who_was_not_invited_looks_on_in_an_open_registry_and_has_nothing_in_a_restricted_one() {
    let cast = Cast::new();
    for account in &cast.bystanders {
        for [open, restricted] in [&cast.by_member, &cast.by_admin] {
            cast.check(account, open, &[BASE]);
            cast.check(account, restricted, &[]);
        }
    }
}

#[test]
fn a_role_in_a_team_gives_no_role_in_a_registry() {
    let cast = Cast::new();
    let [_, _, lead] = &cast.bystanders;
    cast.check(lead, &cast.by_member[0], &[BASE]);
    cast.check(lead, &cast.by_member[1], &[]);
}

#[test]
fn a_service_account_is_a_member_of_an_open_registry_and_has_nothing_in_a_restricted_one() {
    let cast = Cast::new();
    for robot in &cast.robots {
        for [open, restricted] in [&cast.by_member, &cast.by_admin] {
            cast.check(robot, open, &[BASE_OF_SERVICE]);
            cast.check(robot, restricted, &[]);
        }
    }
}

#[test]
fn everyone_has_the_base_role_in_the_core_registries() {
    let cast = Cast::new();
    for core in Core::ALL {
        cast.check(&cast.world.founder, &core.id(), &[ADMIN_OF_ORGANIZATION, BASE]);
        for account in cast.bystanders.iter().chain([&cast.member]) {
            cast.check(account, &core.id(), &[BASE]);
        }
        for robot in &cast.robots {
            cast.check(robot, &core.id(), &[BASE_OF_SERVICE]);
        }
    }
}

#[test]
fn an_account_that_is_not_there_has_nothing() {
    let cast = Cast::new();
    let strangers = [
        AccountId::Person(domain::PersonId(domain::Id::from_text("nobody"))),
        AccountId::ServiceAccount(domain::ServiceAccountId(domain::Id::from_text("nobody"))),
        // A person's id is no service account's.
        AccountId::ServiceAccount(domain::ServiceAccountId(cast.member.id().clone())),
    ];
    for stranger in &strangers {
        cast.check(stranger, &Core::Models.id(), &[]);
        cast.check(stranger, &cast.by_member[0], &[]);
    }
}

#[test]
fn the_audience_of_a_registry_is_everybody_with_a_standing_in_it() {
    let cast = Cast::new();
    let organization = &cast.world.organization;
    let audience = |id: &RegistryId| organization.audience(cast.world.registry(id));
    let open = audience(&cast.by_member[0]);
    assert_eq!(open.people.len(), organization.people().count());
    assert_eq!(open.service_accounts.len(), 2);
    let restricted = audience(&cast.by_member[1]);
    let listed: Vec<_> = restricted.people.iter().cloned().map(AccountId::Person).collect();
    assert_eq!(listed, [&cast.world.founder, &cast.member, &cast.admin, &cast.other_admin].map(Clone::clone));
    assert_eq!(restricted.service_accounts, []);
}

#[test]
fn the_audience_that_is_announced_is_the_audience_that_comes() {
    let mut cast = Cast::new();
    let creators = [cast.world.founder.clone(), cast.member.clone(), cast.admin.clone(), cast.bystanders[2].clone()];
    for (turn, creator) in creators.iter().enumerate() {
        for visibility in [Visibility::Organization, Visibility::Restricted] {
            let announced = cast.world.organization.audience_of_new(creator, visibility);
            let id = cast.world.create(creator, new_registry(&format!("{turn} {visibility:?}"), visibility));
            assert_eq!(cast.world.organization.audience(cast.world.registry(&id)), announced, "{creator:?}");
        }
    }
}
