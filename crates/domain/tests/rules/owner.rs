//! The owner of a registry, and the succession of owners.

use domain::{
    AccountId, Action, CoreRegistry, DenialReason, Grantee, Missing, OrganizationRole, PersonId, Refusal, RegistryId,
    Role, TeamAction, TeamRole, Visibility,
};

use crate::support::*;

struct Fixture {
    world: World,
    founder: AccountId,
    owner: AccountId,
    registry: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let owner = world.person("owner", OrganizationRole::Member);
        let registry = world.create_registry(&owner, new_registry("Speech", Visibility::Restricted));
        Self { founder: world.founder.clone(), owner, registry, world }
    }

    /// Adds a new person to the registry.
    fn listed(&mut self, name: &str, role: Role) -> AccountId {
        let person = self.world.person(name, OrganizationRole::Member);
        self.world.add_member(&self.registry, &grantee(&person), role);
        person
    }

    fn owner(&self) -> Option<PersonId> {
        self.world.registry(&self.registry).owner().cloned()
    }

    /// Removes the owner's row, acting as `actor`.
    #[track_caller]
    fn check_next_owner(&mut self, actor: &AccountId, next_owner: Option<&AccountId>) {
        let gone = remove_member(&self.registry, &grantee(&self.owner));
        self.world.apply(actor, &gone);
        assert_eq!(self.owner(), next_owner.map(person_id));
    }
}

#[test]
fn any_listed_person_can_become_owner_without_more_permissions() {
    for role in [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin] {
        let mut fixture = Fixture::new();
        let mina = fixture.listed("mina", role);
        let (owner, registry) = (fixture.owner.clone(), fixture.registry.clone());
        fixture.world.apply(&owner, &set_owner(&registry, &mina));
        assert_eq!(fixture.owner(), Some(person_id(&mina)));
        assert_eq!(fixture.world.role(&mina, &registry), Some(role));
        assert_eq!(fixture.world.role(&owner, &registry), Some(Role::Admin));
    }
}

#[test]
fn a_person_without_a_row_cannot_become_owner() {
    let mut fixture = Fixture::new();
    let (owner, registry) = (fixture.owner.clone(), fixture.registry.clone());
    let outsider = fixture.world.person("outsider", OrganizationRole::Member);
    let through = fixture.world.person("through", OrganizationRole::Member);
    let team = fixture.world.team_with("platform", &[&through]);
    fixture.world.add_member(&registry, &team_grantee(&team), Role::Admin);
    for person in [&outsider, &through, &fixture.founder] {
        assert_eq!(fixture.world.expect_refusal(&owner, &set_owner(&registry, person)), Refusal::OwnerNotListed);
    }
    let nobody = AccountId::Person(PersonId(domain::Id::from_text("nobody")));
    assert_eq!(fixture.world.expect_refusal(&owner, &set_owner(&registry, &nobody)), Refusal::Missing(Missing::Person));
    let member = fixture.listed("member", Role::Member);
    let reason = fixture.world.expect_denial(&member, &set_owner(&registry, &nobody));
    assert_eq!(reason, DenialReason::RoleTooLow { has: Role::Member, needs: Role::Admin });
}

#[test]
fn only_registry_admins_can_change_the_owner() {
    let mut fixture = Fixture::new();
    let mina = fixture.listed("mina", Role::Member);
    let (owner, registry) = (fixture.owner.clone(), fixture.registry.clone());
    fixture.world.apply(&owner, &set_owner(&registry, &mina));
    let reason = fixture.world.expect_denial(&mina, &set_owner(&registry, &owner));
    assert_eq!(reason, DenialReason::RoleTooLow { has: Role::Member, needs: Role::Admin });
    fixture.world.apply_as_founder(&set_owner(&registry, &owner));
}

#[test]
fn an_owner_whose_role_changes_stays_the_owner() {
    let mut fixture = Fixture::new();
    fixture.listed("mina", Role::Admin);
    let (owner, registry) = (fixture.owner.clone(), fixture.registry.clone());
    fixture.world.apply(&owner, &set_member_role(&registry, &grantee(&owner), Role::RestrictedViewer));
    assert_eq!(fixture.owner(), Some(person_id(&owner)));
}

#[test]
fn a_listed_acting_admin_becomes_the_next_owner() {
    let mut fixture = Fixture::new();
    fixture.listed("older", Role::Admin);
    let mina = fixture.listed("mina", Role::Admin);
    fixture.check_next_owner(&mina, Some(&mina));
}

#[test]
fn a_listed_acting_organization_admin_becomes_the_next_owner_with_any_role() {
    let mut fixture = Fixture::new();
    fixture.listed("older", Role::Admin);
    let founder = fixture.founder.clone();
    fixture.world.add_member(&fixture.registry.clone(), &grantee(&founder), Role::Viewer);
    fixture.check_next_owner(&founder, Some(&founder));
}

#[test]
fn the_oldest_admin_becomes_the_next_owner_if_the_actor_is_not_listed() {
    let mut fixture = Fixture::new();
    fixture.listed("member", Role::Member);
    let late = fixture.listed("late", Role::Viewer);
    let older = fixture.listed("older", Role::Admin);
    let registry = fixture.registry.clone();
    fixture.listed("younger", Role::Admin);
    // The age of the row counts, and not the age of its role.
    fixture.world.apply_as_founder(&set_member_role(&registry, &grantee(&late), Role::Admin));
    let founder = fixture.founder.clone();
    fixture.check_next_owner(&founder, Some(&late));
    fixture.owner = late;
    fixture.check_next_owner(&founder, Some(&older));
}

#[test]
fn the_oldest_admin_follows_an_owner_who_leaves() {
    let mut fixture = Fixture::new();
    let mina = fixture.listed("mina", Role::Admin);
    let owner = fixture.owner.clone();
    fixture.check_next_owner(&owner, Some(&mina));
}

#[test]
fn teams_and_service_accounts_never_become_owners() {
    let mut fixture = Fixture::new();
    let (founder, registry) = (fixture.founder.clone(), fixture.registry.clone());
    let through = fixture.world.person("through", OrganizationRole::Member);
    let robot = fixture.world.service_account("robot");
    let team = fixture.world.team_with("platform", &[&through]);
    for listed in [grantee(&robot), team_grantee(&team)] {
        fixture.world.add_member(&registry, &listed, Role::Admin);
    }
    fixture.listed("member", Role::Member);
    fixture.check_next_owner(&founder, None);
    // A listed person can become owner later.
    let mina = fixture.listed("mina", Role::Viewer);
    fixture.world.apply(&robot, &set_owner(&registry, &mina));
    assert_eq!(fixture.owner(), Some(person_id(&mina)));
}

#[test]
fn a_service_account_that_removes_the_owner_does_not_become_owner() {
    let mut fixture = Fixture::new();
    let registry = fixture.registry.clone();
    let robot = fixture.world.service_account("robot");
    fixture.world.add_member(&registry, &grantee(&robot), Role::Admin);
    let mina = fixture.listed("mina", Role::Admin);
    fixture.check_next_owner(&robot, Some(&mina));
}

#[test]
fn an_owner_who_leaves_the_organization_is_replaced_in_every_registry() {
    let mut fixture = Fixture::new();
    let (founder, owner) = (fixture.founder.clone(), fixture.owner.clone());
    let mina = fixture.listed("mina", Role::Admin);
    let first = fixture.registry.clone();
    let second = fixture.world.create_registry(&owner, new_registry("Vision", Visibility::Organization));
    fixture.world.add_member(&second, &grantee(&founder), Role::Admin);
    fixture.world.apply_as_founder(&remove_person(&owner));
    assert_eq!(fixture.world.registry(&first).owner(), Some(&person_id(&mina)));
    assert_eq!(fixture.world.registry(&second).owner(), Some(&person_id(&founder)));
    for registry in [&first, &second] {
        assert_eq!(fixture.world.registry(registry).row(&grantee(&owner)), None);
        assert_eq!(fixture.world.registry(registry).created().by, owner, "who created it is not rewritten");
    }
}

#[test]
fn an_owner_who_leaves_a_team_stays_the_owner() {
    let mut fixture = Fixture::new();
    let (owner, registry) = (fixture.owner.clone(), fixture.registry.clone());
    let team = fixture.world.team_with("platform", &[&owner]);
    fixture.world.add_member(&registry, &team_grantee(&team), Role::Member);
    fixture.world.apply_as_founder(&leave_team(&team, &owner));
    fixture.world.apply_as_founder(&Action::Team(TeamAction::Remove(team)));
    assert_eq!(fixture.owner(), Some(person_id(&owner)));
}

#[test]
fn removing_another_member_keeps_the_owner() {
    let mut fixture = Fixture::new();
    let (owner, registry) = (fixture.owner.clone(), fixture.registry.clone());
    let mina = fixture.listed("mina", Role::Admin);
    fixture.world.apply(&mina, &remove_member(&registry, &grantee(&mina)));
    assert_eq!(fixture.owner(), Some(person_id(&owner)));
}

#[test]
fn a_core_registry_cannot_have_an_owner() {
    let mut fixture = Fixture::new();
    let (founder, core) = (fixture.founder.clone(), CoreRegistry::Models.id());
    let mina = fixture.world.person("mina", OrganizationRole::Member);
    fixture.world.join_as_admin_of_nothing(&mina);
    for person in [&mina, &founder] {
        fixture.world.add_member(&core, &grantee(person), Role::Admin);
    }
    for actor in [&mina, &founder] {
        assert_eq!(fixture.world.expect_denial(actor, &set_owner(&core, &mina)), DenialReason::CoreRegistry);
    }
    fixture.world.apply(&founder, &remove_member(&core, &grantee(&mina)));
    assert_eq!(fixture.world.registry(&core).owner(), None);
    assert!(fixture.world.registry(&core).row(&Grantee::from(mina)).is_none());
}

impl World {
    /// The administrator of a team that is listed nowhere.
    fn join_as_admin_of_nothing(&mut self, person: &AccountId) {
        let team = self.team("nothing");
        self.join_team(&team, person, TeamRole::Admin);
    }
}
