//! The owner of a registry, and who becomes it when the owner goes.

use domain::{
    AccountId, Action, Core, Denied, Grantee, Missing, OrganizationRole, PersonId, Refusal, RegistryId, Role,
    TeamAction, TeamRole, Visibility,
};

use crate::support::*;

struct Cast {
    world: World,
    founder: AccountId,
    owner: AccountId,
    registry: RegistryId,
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let owner = world.person("owner", OrganizationRole::Member);
        let registry = world.create(&owner, new_registry("Speech", Visibility::Restricted));
        Self { founder: world.founder.clone(), owner, registry, world }
    }

    /// Somebody new, listed with a role.
    fn listed(&mut self, name: &str, role: Role) -> AccountId {
        let person = self.world.person(name, OrganizationRole::Member);
        self.world.list(&self.registry, &member(&person), role);
        person
    }

    fn owner(&self) -> Option<PersonId> {
        self.world.registry(&self.registry).owner().cloned()
    }

    /// The owner's row goes, by this account.
    #[track_caller]
    fn check_heir(&mut self, actor: &AccountId, heir: Option<&AccountId>) {
        let gone = remove_member(&self.registry, &member(&self.owner));
        self.world.must(actor, &gone);
        assert_eq!(self.owner(), heir.map(person_id));
    }
}

#[test]
fn whoever_has_a_row_can_be_made_owner_and_gets_no_permission_by_it() {
    for role in [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin] {
        let mut cast = Cast::new();
        let mina = cast.listed("mina", role);
        let (owner, registry) = (cast.owner.clone(), cast.registry.clone());
        cast.world.must(&owner, &set_owner(&registry, &mina));
        assert_eq!(cast.owner(), Some(person_id(&mina)));
        assert_eq!(cast.world.role(&mina, &registry), Some(role));
        assert_eq!(cast.world.role(&owner, &registry), Some(Role::Admin));
    }
}

#[test]
fn who_has_no_row_of_their_own_cannot_be_made_owner() {
    let mut cast = Cast::new();
    let (owner, registry) = (cast.owner.clone(), cast.registry.clone());
    let outsider = cast.world.person("outsider", OrganizationRole::Member);
    let through = cast.world.person("through", OrganizationRole::Member);
    let team = cast.world.team_of("platform", &[&through]);
    cast.world.list(&registry, &whole(&team), Role::Admin);
    for person in [&outsider, &through, &cast.founder] {
        assert_eq!(cast.world.refused(&owner, &set_owner(&registry, person)), Refusal::OwnerNotListed);
    }
    let nobody = AccountId::Person(PersonId(domain::Id::from_text("nobody")));
    assert_eq!(cast.world.refused(&owner, &set_owner(&registry, &nobody)), Refusal::Missing(Missing::Person));
    let member = cast.listed("member", Role::Member);
    let because = cast.world.denied(&member, &set_owner(&registry, &nobody));
    assert_eq!(because, Denied::RoleTooLow { has: Role::Member, needs: Role::Admin });
}

#[test]
fn only_registry_admins_make_somebody_owner_not_the_owner_by_being_it() {
    let mut cast = Cast::new();
    let mina = cast.listed("mina", Role::Member);
    let (owner, registry) = (cast.owner.clone(), cast.registry.clone());
    cast.world.must(&owner, &set_owner(&registry, &mina));
    let because = cast.world.denied(&mina, &set_owner(&registry, &owner));
    assert_eq!(because, Denied::RoleTooLow { has: Role::Member, needs: Role::Admin });
    cast.world.by_founder(&set_owner(&registry, &owner));
}

#[test]
fn an_owner_whose_role_changes_stays_the_owner() {
    let mut cast = Cast::new();
    cast.listed("mina", Role::Admin);
    let (owner, registry) = (cast.owner.clone(), cast.registry.clone());
    cast.world.must(&owner, &set_member_role(&registry, &member(&owner), Role::RestrictedViewer));
    assert_eq!(cast.owner(), Some(person_id(&owner)));
}

#[test]
fn an_acting_admin_who_is_listed_becomes_the_owner() {
    let mut cast = Cast::new();
    cast.listed("older", Role::Admin);
    let mina = cast.listed("mina", Role::Admin);
    cast.check_heir(&mina, Some(&mina));
}

#[test]
fn an_acting_organization_admin_who_is_listed_becomes_the_owner_whatever_the_row() {
    let mut cast = Cast::new();
    cast.listed("older", Role::Admin);
    let founder = cast.founder.clone();
    cast.world.list(&cast.registry.clone(), &member(&founder), Role::Viewer);
    cast.check_heir(&founder, Some(&founder));
}

#[test]
fn if_the_acting_admin_is_not_listed_the_admin_of_the_oldest_row_becomes_the_owner() {
    let mut cast = Cast::new();
    cast.listed("member", Role::Member);
    let late = cast.listed("late", Role::Viewer);
    let older = cast.listed("older", Role::Admin);
    let registry = cast.registry.clone();
    cast.listed("younger", Role::Admin);
    // The row counts from when it was made, whatever role it had then.
    cast.world.by_founder(&set_member_role(&registry, &member(&late), Role::Admin));
    let founder = cast.founder.clone();
    cast.check_heir(&founder, Some(&late));
    cast.owner = late;
    cast.check_heir(&founder, Some(&older));
}

#[test]
fn an_owner_who_goes_by_themselves_is_followed_by_the_oldest_admin() {
    let mut cast = Cast::new();
    let mina = cast.listed("mina", Role::Admin);
    let owner = cast.owner.clone();
    cast.check_heir(&owner, Some(&mina));
}

#[test]
fn neither_teams_nor_service_accounts_become_owners_and_nobody_does_if_they_are_all_the_admins() {
    let mut cast = Cast::new();
    let (founder, registry) = (cast.founder.clone(), cast.registry.clone());
    let through = cast.world.person("through", OrganizationRole::Member);
    let robot = cast.world.service_account("robot");
    let team = cast.world.team_of("platform", &[&through]);
    for listed in [member(&robot), whole(&team)] {
        cast.world.list(&registry, &listed, Role::Admin);
    }
    cast.listed("member", Role::Member);
    cast.check_heir(&founder, None);
    // Somebody listed can be made owner again.
    let mina = cast.listed("mina", Role::Viewer);
    cast.world.must(&robot, &set_owner(&registry, &mina));
    assert_eq!(cast.owner(), Some(person_id(&mina)));
}

#[test]
fn a_service_account_that_takes_the_owner_off_the_list_does_not_become_it() {
    let mut cast = Cast::new();
    let registry = cast.registry.clone();
    let robot = cast.world.service_account("robot");
    cast.world.list(&registry, &member(&robot), Role::Admin);
    let mina = cast.listed("mina", Role::Admin);
    cast.check_heir(&robot, Some(&mina));
}

#[test]
fn an_owner_who_leaves_the_organization_is_followed_in_every_registry() {
    let mut cast = Cast::new();
    let (founder, owner) = (cast.founder.clone(), cast.owner.clone());
    let mina = cast.listed("mina", Role::Admin);
    let first = cast.registry.clone();
    let second = cast.world.create(&owner, new_registry("Vision", Visibility::Organization));
    cast.world.list(&second, &member(&founder), Role::Admin);
    cast.world.by_founder(&remove_person(&owner));
    assert_eq!(cast.world.registry(&first).owner(), Some(&person_id(&mina)));
    assert_eq!(cast.world.registry(&second).owner(), Some(&person_id(&founder)));
    for registry in [&first, &second] {
        assert_eq!(cast.world.registry(registry).row(&member(&owner)), None);
        assert_eq!(cast.world.registry(registry).created().by, owner, "who created it is not rewritten");
    }
}

#[test]
fn an_owner_who_leaves_a_team_stays_the_owner() {
    let mut cast = Cast::new();
    let (owner, registry) = (cast.owner.clone(), cast.registry.clone());
    let team = cast.world.team_of("platform", &[&owner]);
    cast.world.list(&registry, &whole(&team), Role::Member);
    cast.world.by_founder(&leave(&team, &owner));
    cast.world.by_founder(&Action::Team(TeamAction::Remove(team)));
    assert_eq!(cast.owner(), Some(person_id(&owner)));
}

#[test]
fn the_going_of_somebody_else_leaves_the_owner() {
    let mut cast = Cast::new();
    let (owner, registry) = (cast.owner.clone(), cast.registry.clone());
    let mina = cast.listed("mina", Role::Admin);
    cast.world.must(&mina, &remove_member(&registry, &member(&mina)));
    assert_eq!(cast.owner(), Some(person_id(&owner)));
}

#[test]
fn a_core_registry_has_no_owner_and_gets_none() {
    let mut cast = Cast::new();
    let (founder, core) = (cast.founder.clone(), Core::Models.id());
    let mina = cast.world.person("mina", OrganizationRole::Member);
    cast.world.join_as_admin_of_nothing(&mina);
    for person in [&mina, &founder] {
        cast.world.list(&core, &member(person), Role::Admin);
    }
    for actor in [&mina, &founder] {
        assert_eq!(cast.world.denied(actor, &set_owner(&core, &mina)), Denied::CoreRegistry);
    }
    cast.world.must(&founder, &remove_member(&core, &member(&mina)));
    assert_eq!(cast.world.registry(&core).owner(), None);
    assert!(cast.world.registry(&core).row(&Grantee::from(mina)).is_none());
}

impl World {
    /// The administrator of a team that is listed nowhere.
    fn join_as_admin_of_nothing(&mut self, person: &AccountId) {
        let team = self.team("nothing");
        self.join(&team, person, TeamRole::Admin);
    }
}
