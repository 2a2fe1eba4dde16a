//! Actions of two tabs that exclude each other: the first in the order of the fold is done, the second is told why it is
//! not, and every tab arrives at the same.

use domain::{
    AccountId, AccountName, Action, DenialReason, Description, Email, Grantee, Missing, NewPerson, OrganizationAction,
    OrganizationRole, PersonAction, PersonId, PersonName, Refusal, RegistryAction, RegistryId, RegistryName, Role,
    TeamAction, TeamId, TeamRole, UniqueField, Visibility,
};
use journal::MemoryStore;
use workspace::{Outcome, OvertakenReason, Workspace};

use crate::collision::Collision;
use crate::support::*;

/// Two admins of the organization, and a restricted registry that mina and noa administer, each by their own row.
struct Scene {
    storage: MemoryStore,
    ada: AccountId,
    boss: AccountId,
    mina: AccountId,
    noa: AccountId,
    robot: AccountId,
    /// Mina is in it, and it is listed nowhere.
    team: TeamId,
    speech: RegistryId,
}

impl Scene {
    fn new() -> Self {
        let storage = MemoryStore::new();
        let Small { mut workspace, ada, mina, noa, robot } = Small::new(&storage);
        let begun = [add_person("boss", OrganizationRole::Admin), add_team("platform")];
        let receipt = workspace.dispatch(&ada, &begun, at(3)).unwrap();
        let (boss, team) = (person(receipt.made(0)), TeamId(receipt.made(1)));
        workspace.dispatch(&ada, &[join_team(&team, &mina, TeamRole::Member)], at(3)).unwrap();
        let created = workspace.dispatch(&mina, &[create_limited("Speech", Visibility::Restricted, &["model"])], at(3));
        let speech = RegistryId(created.unwrap().made(0));
        let scene = Self { storage, ada, boss, mina, noa, robot, team, speech };
        workspace.dispatch(&scene.mina, &[scene.add(&member(&scene.noa), Role::Admin)], at(4)).unwrap();
        scene
    }

    /// Something that was done before the two tabs lose sight of each other.
    fn with(self, actor: &AccountId, actions: &[Action]) -> Self {
        let writer = nth_writer(u64::try_from(self.storage.snapshot().len()).unwrap());
        let mut tab = Workspace::open(&site(&self.storage), key('a'), writer).unwrap();
        tab.dispatch(actor, actions, at(4)).unwrap();
        self
    }

    fn add(&self, member: &Grantee, role: Role) -> Action {
        Action::Registry(RegistryAction::AddMember { registry: self.speech.clone(), member: member.clone(), role })
    }

    fn set(&self, member: &Grantee, role: Role) -> Action {
        Action::Registry(RegistryAction::SetMemberRole { registry: self.speech.clone(), member: member.clone(), role })
    }

    fn take_off(&self, member: &Grantee) -> Action {
        Action::Registry(RegistryAction::RemoveMember { registry: self.speech.clone(), member: member.clone() })
    }

    fn describe(&self) -> Action {
        Action::Registry(RegistryAction::Describe {
            registry: self.speech.clone(),
            description: Description::parse("New.").unwrap(),
        })
    }

    fn set_visibility(&self, visibility: Visibility) -> Action {
        Action::Registry(RegistryAction::SetVisibility { registry: self.speech.clone(), visibility })
    }

    fn leave(&self) -> Action {
        Action::Team(TeamAction::RemovePerson { team: self.team.clone(), person: person_id(&self.mina) })
    }

    /// The first is done, and the second is refused, in every tab.
    #[track_caller]
    fn check(&self, first: (&AccountId, Action), second: (&AccountId, Action), is_refusal: impl Fn(&Refusal) -> bool) {
        let did = [(first.0, &first.1), (second.0, &second.1)];
        let collision = Collision::of(&self.storage, did);
        collision.check_converged();
        let [done, overtaken] = &collision.receipts;
        assert!(collision.tabs[0].outcomes().contains(&(done.record, Outcome::Applied)));
        let overtaken = overtaken.record;
        let [winner, loser] = &collision.tabs;
        assert_eq!(winner.overtaken(), loser.overtaken());
        let [told] = loser.overtaken() else { panic!("{:?}", loser.overtaken()) };
        assert!(loser.announces(told) && !winner.announces(told));
        assert_eq!((told.record, &told.by, told.actions.as_slice()), (overtaken, second.0.id(), &[second.1][..]));
        let OvertakenReason::Refused(refusal) = &told.reason else { panic!("{told:?}") };
        assert!(is_refusal(refusal), "{refusal:?}");
        let outcome = winner.outcomes().iter().find(|(id, _)| *id == overtaken).map(|(_, outcome)| outcome.clone());
        assert_eq!(outcome, Some(Outcome::Overtaken(refusal.clone())));
        assert!(collision.tabs.iter().all(|tab| tab.health().is_sound()));
        for tab in &collision.tabs {
            crate::invariants::check(tab.organization().unwrap());
        }
    }

    #[track_caller]
    fn check_refused(&self, first: (&AccountId, Action), second: (&AccountId, Action), refusal: &Refusal) {
        self.check(first, second, |found| found == refusal);
    }
}

fn person_id(account: &AccountId) -> PersonId {
    PersonId(account.id().clone())
}

fn member(account: &AccountId) -> Grantee {
    account.clone().into()
}

fn set_organization_role(account: &AccountId, role: OrganizationRole) -> Action {
    Action::Person(PersonAction::SetRole { person: person_id(account), role })
}

fn remove_person(account: &AccountId) -> Action {
    Action::Person(PersonAction::Remove(person_id(account)))
}

fn last_of_speech() -> Refusal {
    Refusal::LastRegistryAdmin(vec![RegistryName::parse("Speech").unwrap()])
}

const NO_REGISTRY: Refusal = Refusal::Missing(Missing::Registry);

#[test]
fn of_two_last_registry_admins_one_stays() {
    let ways: [fn(&Scene, &AccountId) -> Action; 3] = [
        |scene, account| scene.take_off(&member(account)),
        |scene, account| scene.set(&member(account), Role::Viewer),
        |_, account| remove_person(account),
    ];
    for one in ways {
        for other in ways {
            let scene = Scene::new();
            let (first, second) = (one(&scene, &scene.noa), other(&scene, &scene.mina));
            scene.check_refused((&scene.ada, first), (&scene.boss, second), &last_of_speech());
        }
    }
}

#[test]
fn registry_admins_who_take_each_other_off_the_list_do_not_both_go() {
    let scene = Scene::new();
    let (first, second) = (scene.take_off(&member(&scene.noa)), scene.take_off(&member(&scene.mina)));
    // Noa sees nothing of it any more when it is her turn.
    scene.check_refused((&scene.mina, first), (&scene.noa, second), &NO_REGISTRY);
    let scene = Scene::new();
    let (first, second) = (scene.take_off(&member(&scene.noa)), scene.take_off(&member(&scene.mina)));
    scene.check_refused((&scene.noa, first), (&scene.mina, second), &last_of_speech());
}

#[test]
fn a_team_is_not_emptied_while_it_becomes_the_last_admin() {
    // The team administers it instead of mina.
    let scene = || {
        let scene = Scene::new();
        let (mina, team) = (scene.mina.clone(), Grantee::Team(scene.team.clone()));
        let instead = [scene.add(&team, Role::Admin), scene.take_off(&member(&mina))];
        scene.with(&mina, &instead)
    };
    let ways: [fn(&Scene) -> Action; 2] = [Scene::leave, |scene| Action::Team(TeamAction::Remove(scene.team.clone()))];
    for way in ways {
        let one = scene();
        let demote = one.set(&member(&one.noa), Role::Member);
        one.check_refused((&one.ada, demote), (&one.boss, way(&one)), &last_of_speech());
        let other = scene();
        let demote = other.set(&member(&other.noa), Role::Member);
        other.check_refused((&other.boss, way(&other)), (&other.ada, demote), &last_of_speech());
    }
}

#[test]
fn of_two_admins_of_the_organization_one_stays() {
    let ways: [fn(&AccountId) -> Action; 2] =
        [remove_person, |account| set_organization_role(account, OrganizationRole::Viewer)];
    for one in ways {
        for other in ways {
            let scene = Scene::new();
            let going = ((&scene.ada, one(&scene.ada)), (&scene.boss, other(&scene.boss)));
            scene.check_refused(going.0, going.1, &Refusal::LastOrganizationAdmin);
            // Each the other: the second is none any more, or is not there.
            let scene = Scene::new();
            scene.check((&scene.ada, one(&scene.boss)), (&scene.boss, other(&scene.ada)), |refusal| match refusal {
                Refusal::Missing(missing) => *missing == Missing::Actor,
                Refusal::Denied(denial) => denial.reason == DenialReason::NoOrganizationAdmin,
                _ => false,
            });
        }
    }
}

#[test]
fn the_same_member_is_added_once() {
    let scene = Scene::new();
    let (first, second) =
        (scene.add(&member(&scene.robot), Role::Member), scene.add(&member(&scene.robot), Role::Admin));
    scene.check_refused((&scene.mina, first), (&scene.noa, second), &Refusal::ListedAlready(Role::Member));
}

#[test]
fn a_registry_that_is_deleted_takes_nothing_more() {
    let ways: [fn(&Scene) -> Action; 4] = [
        Scene::describe,
        |scene| scene.add(&member(&scene.robot), Role::Member),
        |scene| scene.set_visibility(Visibility::Organization),
        |scene| Action::Registry(RegistryAction::Delete(scene.speech.clone())),
    ];
    for way in ways {
        let scene = Scene::new();
        let delete = Action::Registry(RegistryAction::Delete(scene.speech.clone()));
        scene.check_refused((&scene.mina, delete), (&scene.ada, way(&scene)), &NO_REGISTRY);
    }
}

#[test]
fn a_removed_account_cannot_act() {
    let scene = Scene::new();
    let nothing = Refusal::Missing(Missing::Actor);
    scene.check_refused((&scene.ada, remove_person(&scene.mina)), (&scene.mina, scene.describe()), &nothing);
}

#[test]
fn a_removed_account_cannot_be_added() {
    let scene = Scene::new();
    let newcomer = scene.boss.clone();
    let add = scene.add(&member(&newcomer), Role::Viewer);
    let missing = Refusal::Missing(Missing::Person);
    scene.check_refused((&scene.ada, remove_person(&newcomer)), (&scene.mina, add), &missing);
    let scene = Scene::new();
    let add = scene.add(&Grantee::Team(scene.team.clone()), Role::Viewer);
    let missing = Refusal::Missing(Missing::Team);
    scene.check_refused(
        (&scene.ada, Action::Team(TeamAction::Remove(scene.team.clone()))),
        (&scene.mina, add),
        &missing,
    );
}

#[test]
fn an_account_cannot_use_a_lost_role() {
    let scene = Scene::new();
    let (first, second) =
        (scene.set(&member(&scene.mina), Role::Member), scene.add(&member(&scene.robot), Role::Member));
    let too_low = DenialReason::RoleTooLow { has: Role::Member, needs: Role::Admin };
    scene.check(
        (&scene.noa, first),
        (&scene.mina, second),
        |refusal| matches!(refusal, Refusal::Denied(denial) if denial.reason == too_low),
    );
}

#[test]
fn of_two_registries_that_get_the_same_name_one_keeps_its_own() {
    let scene = Scene::new();
    let ada = scene.ada.clone();
    let scene = scene.with(&ada, &[create_open("Vision")]);
    let workspace = open(&scene.storage, 'a', '6');
    let vision = RegistryName::parse("Vision").unwrap();
    let vision = workspace.organization().unwrap().holder_of(&vision).unwrap().id().clone();
    let rename = |registry: &RegistryId, name| {
        Action::Registry(RegistryAction::Rename {
            registry: registry.clone(),
            name: RegistryName::parse(name).unwrap(),
        })
    };
    let (first, second) = (rename(&scene.speech, "Sound"), rename(&vision, "SOUND"));
    let holder = Some(RegistryName::parse("Sound").unwrap());
    let taken = Refusal::Taken { field: UniqueField::RegistryName, holder };
    scene.check_refused((&scene.mina, first), (&ada, second), &taken);
}

#[test]
fn of_two_accounts_with_the_same_username_or_address_one_is_added() {
    let edit = |account: &AccountId, username: &str, email: &str| {
        Action::Person(PersonAction::Edit {
            person: person_id(account),
            name: Some(PersonName::parse("Somebody").unwrap()),
            username: Some(domain::AccountName::parse(username).unwrap()),
            email: Some(Email::parse(email).unwrap()),
        })
    };
    let scene = Scene::new();
    let (first, second) = (edit(&scene.mina, "same", "a@b"), edit(&scene.noa, "SAME", "c@d"));
    let taken = |field| Refusal::Taken { field, holder: None };
    scene.check_refused((&scene.ada, first), (&scene.boss, second), &taken(UniqueField::AccountName));
    let scene = Scene::new();
    let (first, second) = (edit(&scene.mina, "one", "a@b"), edit(&scene.noa, "other", "A@B"));
    scene.check_refused((&scene.ada, first), (&scene.boss, second), &taken(UniqueField::Email));
}

#[test]
fn nobody_locks_themselves_out_while_they_are_taken_off_the_list() {
    let scene = Scene::new();
    let (mina, noa) = (scene.mina.clone(), scene.noa.clone());
    let lead = [set_organization_role(&noa, OrganizationRole::Viewer), join_team(&scene.team, &noa, TeamRole::Admin)];
    let opened = [scene.set_visibility(Visibility::Organization)];
    let ada = scene.ada.clone();
    let scene = scene.with(&ada, &lead).with(&mina, &opened);
    let (first, second) = (scene.take_off(&member(&noa)), scene.set_visibility(Visibility::Restricted));
    scene.check_refused((&mina, first), (&noa, second), &Refusal::WouldLoseAccess);
}

#[test]
fn a_setting_binds_concurrent_actions() {
    let scene = Scene::new();
    let opening = scene.set_visibility(Visibility::Organization);
    let stays = Action::Organization(OrganizationAction::SetRestrictedStays(true));
    scene.check_refused((&scene.ada, stays), (&scene.mina, opening), &Refusal::RestrictedStays);
}

#[test]
fn no_type_is_added_while_all_become_accepted() {
    let scene = Scene::new();
    let types = vec![domain::ArtifactType::parse("report").unwrap()];
    let add = Action::Registry(RegistryAction::AddTypes { registry: scene.speech.clone(), types });
    let all = Action::Registry(RegistryAction::AcceptAllTypes(scene.speech.clone()));
    scene.check_refused((&scene.mina, all), (&scene.noa, add), &Refusal::AllTypesAccepted);
}

#[test]
fn a_removed_member_does_not_become_the_owner() {
    let scene = Scene::new();
    let own =
        Action::Registry(RegistryAction::SetOwner { registry: scene.speech.clone(), person: person_id(&scene.noa) });
    let gone = scene.take_off(&member(&scene.noa));
    scene.check_refused((&scene.ada, gone), (&scene.mina, own), &Refusal::OwnerNotListed);
}

#[test]
fn an_account_joins_and_leaves_a_team_once() {
    let scene = Scene::new();
    let left = Refusal::Missing(Missing::TeamMember);
    scene.check_refused((&scene.ada, scene.leave()), (&scene.boss, scene.leave()), &left);
    let scene = Scene::new();
    let joining = |role| join_team(&scene.team, &scene.noa, role);
    let (first, second) = (joining(TeamRole::Viewer), joining(TeamRole::Admin));
    scene.check_refused((&scene.ada, first), (&scene.boss, second), &Refusal::InTeamAlready);
}

#[test]
fn concurrent_changes_of_one_registry_without_conflict_are_all_applied() {
    let scene = Scene::new();
    let (first, second) = (scene.describe(), scene.add(&member(&scene.robot), Role::Member));
    let collision = Collision::of(&scene.storage, [(&scene.mina, &first), (&scene.noa, &second)]);
    collision.check_converged();
    let registry = collision.tabs[0].organization().unwrap().registry(&scene.speech).unwrap();
    assert_eq!((registry.description().as_str(), registry.rows().len()), ("New.", 3));
    assert!(collision.tabs.iter().all(|tab| tab.overtaken().is_empty()));
}

#[test]
fn thousands_of_actions_in_one_record_are_done_and_replayed() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let people = (0..2_500).map(|number| add_person(&format!("p{number}"), OrganizationRole::Member));
    let teams = (0..2_500).map(|number| add_team(&format!("t{number}")));
    let receipt = small.workspace.dispatch(&small.ada, &people.chain(teams).collect::<Vec<_>>(), at(3)).unwrap();
    let anew = open(&storage, 'a', '1');
    assert_eq!(anew.organization(), small.workspace.organization());
    assert_eq!(anew.outcomes().last(), Some(&(receipt.record, Outcome::Applied)));
    assert_eq!(anew.organization().unwrap().people().count(), 2_503);
}

/// Also the one that is written plainly excludes the other, whichever comes first.
#[test]
fn of_two_registries_with_names_of_one_key_one_is_made() {
    for [one, other] in
        [["Fine Tuned", "Fine\u{a0}Tuned"], ["Fine\u{a0}Tuned", "fine tuned"], ["a\u{2011}b", "A\u{2013}B"]]
    {
        let scene = Scene::new();
        let create = |name| create_limited(name, Visibility::Organization, &["model"]);
        let holder = Some(RegistryName::parse(one).unwrap());
        let refusal = Refusal::Taken { field: UniqueField::RegistryName, holder };
        scene.check_refused((&scene.ada, create(one)), (&scene.boss, create(other)), &refusal);
    }
}

#[test]
fn of_two_people_with_one_address_in_two_forms_one_is_added() {
    for [one, other] in [["bücher", "xn--bcher-kva"], ["xn--bcher-kva", "BÜCHER"]] {
        let scene = Scene::new();
        let add = |username: &str, domain: &str| {
            Action::Person(PersonAction::Add(NewPerson {
                name: PersonName::parse(username).unwrap(),
                username: AccountName::parse(username).unwrap(),
                email: Email::parse(&format!("kim@{domain}.example")).unwrap(),
                role: OrganizationRole::Member,
            }))
        };
        let refusal = Refusal::Taken { field: UniqueField::Email, holder: None };
        scene.check_refused((&scene.ada, add("kim", one)), (&scene.boss, add("kim2", other)), &refusal);
    }
}
