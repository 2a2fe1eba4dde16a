//! The only way to change anything: reviewed, kept, carried out.

use domain::{
    AccountId, Action, Id, Missing, PersonId, Refusal, RegistryId, TeamId, TeamRole, UniqueField, Visibility,
};
use journal::{MemoryStore, SaveError};
use workspace::{DispatchError, Outcome, Workspace};

use crate::support::*;

/// Tries some actions that are refused, and looks whether they left a trace.
#[track_caller]
fn check_refused(workspace: &mut Workspace<MemoryStore>, actor: &AccountId, actions: &[Action], error: &DispatchError) {
    let organization = workspace.organization().cloned();
    let (outcomes, stored) = (workspace.outcomes().to_vec(), workspace.site().storage().snapshot());
    assert_eq!(workspace.dispatch(actor, actions, at(9)).as_ref(), Err(error));
    assert_eq!(workspace.organization(), organization.as_ref());
    assert_eq!(workspace.outcomes(), outcomes);
    assert_eq!(workspace.site().storage().snapshot(), stored);
    assert!(workspace.health().is_sound());
    assert_eq!(workspace.overtaken(), []);
}

#[test]
fn a_founder_begins_an_organization() {
    let storage = MemoryStore::new();
    let mut workspace = open(&storage, 'a', '0');
    assert!(workspace.is_empty());
    assert_eq!(workspace.organization(), None);
    let ada = workspace.found(&founding("Lighthouse"), at(7)).unwrap();
    let organization = workspace.organization().unwrap();
    assert_eq!(organization.name().as_str(), "Lighthouse");
    assert!(organization.is_admin(&ada));
    assert_eq!(workspace.founder(), Some(ada));
    assert_eq!((workspace.len(), workspace.last_change()), (1, Some(7)));
}

#[test]
fn an_organization_begins_once() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let stored = storage.snapshot();
    let again = small.workspace.found(&founding("Another"), at(3));
    assert_eq!(again, Err(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0)));
    assert_eq!(storage.snapshot(), stored);
}

#[test]
fn nothing_begins_over_a_log_whose_founding_is_damaged() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let mut image = storage.snapshot();
    image.insert("registrar:aaaaaaaaaa:log:0000000000:0".to_owned(), "damaged".to_owned());
    let storage = MemoryStore::from_snapshot(image.clone());
    let mut workspace = open(&storage, 'a', '1');
    assert_eq!(workspace.organization(), None);
    assert!(workspace.found(&founding("Another"), at(3)).is_err());
    assert_eq!(storage.snapshot(), image);
}

#[test]
fn in_an_empty_workspace_nobody_does_anything() {
    let storage = MemoryStore::new();
    let mut workspace = open(&storage, 'a', '0');
    let nobody = person(Id::from_text("nobody"));
    let error = DispatchError::Refused(Refusal::Missing(Missing::Actor), 0);
    check_refused(&mut workspace, &nobody, &[create_open("Speech")], &error);
    assert_eq!(workspace.review(&nobody, &create_open("Speech")), Err(Refusal::Missing(Missing::Actor)));
    assert_eq!(workspace.view_for(&nobody), None);
    assert_eq!(workspace.founder(), None);
}

#[test]
fn a_receipt_names_the_record_that_is_in_storage() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let before = storage.snapshot();
    let receipt = small.workspace.dispatch(&small.mina, &[create_open("Speech")], at(3)).unwrap();
    let key = journal::record_key(key('a'), receipt.record);
    let mut after = storage.snapshot();
    assert!(after.remove(&key).unwrap().contains("Speech"));
    assert_eq!(after, before);
    assert_eq!(small.workspace.outcomes().last(), Some(&(receipt.record, Outcome::Applied)));
}

#[test]
fn a_receipt_has_the_ids_of_the_made_objects() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let receipt = small.workspace.dispatch(&small.mina, &[create_open("First"), create_open("Second")], at(3)).unwrap();
    let organization = small.workspace.organization().unwrap();
    for (position, name) in ["First", "Second"].into_iter().enumerate() {
        let registry = organization.registry(&RegistryId(receipt.made(position))).unwrap();
        assert_eq!(registry.name().as_str(), name);
        assert_eq!((registry.created().at, &registry.created().by), (3, &small.mina));
    }
}

#[test]
fn several_actions_build_on_each_other() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let twice = [create_open("Speech"), create_open("SPEECH")];
    let holder = domain::RegistryName::parse("Speech").unwrap();
    let taken = Refusal::Taken { field: UniqueField::RegistryName, holder: Some(holder) };
    check_refused(&mut small.workspace, &small.ada, &twice, &DispatchError::Refused(taken, 1));
}

#[test]
fn a_refused_intent_changes_nothing() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let create = create_open("Speech");
    let denied = |account: &AccountId, small: &Small<MemoryStore>| {
        DispatchError::Refused(small.workspace.review(account, &create).unwrap_err(), 0)
    };
    for account in [small.noa.clone(), small.robot.clone()] {
        let error = denied(&account, &small);
        check_refused(&mut small.workspace, &account, &[create_open("Speech")], &error);
    }
    let stranger = AccountId::Person(PersonId(Id::from_text("stranger")));
    let error = DispatchError::Refused(Refusal::Missing(Missing::Actor), 0);
    check_refused(&mut small.workspace, &stranger, &[create_open("Speech")], &error);
    let error = DispatchError::Refused(Refusal::Missing(Missing::Team), 1);
    let joining = join_team(&TeamId(Id::from_text("nothing")), &small.mina, TeamRole::Admin);
    // The first of the two would pass.
    check_refused(&mut small.workspace, &small.ada, &[create_open("Speech"), joining], &error);
    assert_eq!(custom_names(&small.workspace), [""; 0]);
}

#[test]
fn an_intent_without_actions_is_not_kept() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    check_refused(&mut small.workspace, &small.ada, &[], &DispatchError::NotSaved(SaveError::Empty));
}

#[test]
fn a_review_answers_as_the_dispatch_would() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    for (actor, action) in [
        (small.mina.clone(), create_open("Speech")),
        (small.mina.clone(), create_open("speech")),
        (small.noa.clone(), create_open("Vision")),
        (small.mina.clone(), add_team("platform")),
        (small.ada.clone(), add_team("platform")),
        (small.ada.clone(), add_service_account("PLATFORM")),
    ] {
        let review = small.workspace.review(&actor, &action);
        let dispatch = small.workspace.dispatch(&actor, &[action], at(4)).map(drop);
        assert_eq!(review.map_err(|refusal| DispatchError::Refused(refusal, 0)), dispatch);
    }
}

#[test]
fn a_workspace_that_is_opened_anew_is_the_same() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    small.workspace.dispatch(&small.mina, &[create("Speech", Visibility::Restricted)], at(3)).unwrap();
    let again = open(&storage, 'a', '1');
    assert_eq!(again.organization(), small.workspace.organization());
    assert_eq!(again.outcomes(), small.workspace.outcomes());
    assert_eq!(again.last_change(), Some(3));
    assert_eq!(again.founder(), Some(small.ada));
    assert!(again.health().is_sound());
}

#[test]
fn the_view_of_an_account_comes_from_the_organization() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    small.workspace.dispatch(&small.mina, &[create("Speech", Visibility::Restricted)], at(3)).unwrap();
    for account in [&small.ada, &small.mina, &small.noa, &small.robot] {
        assert_eq!(small.workspace.view_for(account), small.workspace.organization().unwrap().view_for(account));
    }
    assert_eq!(small.workspace.view_for(&person(Id::from_text("nobody"))), None);
}
