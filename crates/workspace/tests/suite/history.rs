//! The history as an account sees it.

use std::collections::BTreeSet;

use domain::{AccountId, Action, Grantee, OrganizationRole, RegistryAction, Role, Subject, TeamId, Visibility};
use journal::{MemoryStore, RecordId};
use workspace::{About, Dependents, UndoError, UndoRefusal, Value, What, Workspace};

use crate::support::*;
use crate::undoing::{check_refused, registry, rewound, undo};

#[test]
fn a_hidden_registry_has_no_history() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.mina, &[create("Gneiss", Visibility::Restricted)], at(3)).unwrap();
    let id = registry(created.record);
    let noa = Grantee::from(small.noa.clone());
    let add =
        Action::Registry(RegistryAction::AddMember { registry: id.clone(), member: noa.clone(), role: Role::Viewer });
    let both = [add, create_open("Open")];
    let mixed = small.workspace.dispatch(&small.mina, &both, at(4)).unwrap().record;
    let seen = |workspace: &Workspace<MemoryStore>, account: &AccountId| -> Vec<(RecordId, usize)> {
        let history = workspace.history(account).unwrap();
        let parts = |what: &What<'_>| match what {
            What::Actions(actions) => actions.len(),
            _ => 0,
        };
        history.entries().map(|entry| (entry.record, parts(&entry.what))).collect()
    };
    assert_eq!(seen(&small.workspace, &small.noa)[..2], [(mixed, 2), (created.record, 1)]);
    let removed = Action::Registry(RegistryAction::RemoveMember { registry: id.clone(), member: noa });
    let removed = small.workspace.dispatch(&small.mina, &[removed], at(5)).unwrap().record;
    // Noa has no access now, so nothing of it is left, also of the time when it was visible.
    assert_eq!(seen(&small.workspace, &small.noa)[0], (mixed, 1));
    assert_eq!(seen(&small.workspace, &small.robot)[0], (mixed, 1));
    assert_eq!(seen(&small.workspace, &small.mina)[..3], [(removed, 1), (mixed, 2), (created.record, 1)]);
    check_refused(undo(&mut small.workspace, &small.noa, removed), UndoRefusal::Missing);
    check_refused(undo(&mut small.workspace, &small.noa, mixed), UndoRefusal::NotVisible);
    // What depends on it is not named to Noa.
    let deleted =
        small.workspace.dispatch(&small.mina, &[Action::Registry(RegistryAction::Delete(id))], at(6)).unwrap();
    for (account, count) in [(&small.mina, 4), (&small.ada, 4), (&small.noa, 1)] {
        let all = seen(&small.workspace, account);
        let of_it = all.iter().filter(|(record, _)| [created.record, mixed, removed, deleted.record].contains(record));
        assert_eq!(of_it.count(), count, "{account:?}");
    }
}

#[test]
fn hidden_dependents_of_a_record_are_not_revealed() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let added = small.workspace.dispatch(&small.ada, &[add_person("tom", OrganizationRole::Member)], at(3)).unwrap();
    let tom = person(added.made(0));
    let secret = small.workspace.dispatch(&tom, &[create("Gneiss", Visibility::Restricted)], at(4)).unwrap().record;
    let refusal = UndoRefusal::Dependents(vec![secret]);
    check_refused(undo(&mut small.workspace, &small.ada, added.record), refusal);
    check_refused(undo(&mut small.workspace, &small.noa, added.record), UndoRefusal::NotVisible);
    let too = small.workspace.undo(&small.noa, &[added.record], Dependents::UndoToo, rewound());
    assert_eq!(too, Err(UndoError::Refused(UndoRefusal::NotVisible)));
}

#[test]
fn actions_are_named_as_they_were_then() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let id = registry(created);
    let mina = Grantee::from(small.mina.clone());
    let add = RegistryAction::AddMember { registry: id.clone(), member: mina.clone(), role: Role::Viewer };
    small.workspace.dispatch(&small.ada, &[Action::Registry(add)], at(4)).unwrap();
    let name = domain::RegistryName::parse("Talk").unwrap();
    let rename = RegistryAction::Rename { registry: id.clone(), name };
    let renamed = small.workspace.dispatch(&small.ada, &[Action::Registry(rename)], at(5)).unwrap().record;
    let promote = RegistryAction::SetMemberRole { registry: id, member: mina, role: Role::Admin };
    small.workspace.dispatch(&small.ada, &[Action::Registry(promote)], at(6)).unwrap();
    undo(&mut small.workspace, &small.ada, renamed).unwrap();
    let history = small.workspace.history(&small.noa).unwrap();
    let named: Vec<_> = history
        .entries()
        .flat_map(|entry| history.actions(&entry))
        .map(|past| (past.target.to_string(), past.container.to_string(), past.change))
        .take(4)
        .collect();
    let named: Vec<_> = named.iter().map(|(target, container, change)| (&**target, &**container, change)).collect();
    assert_eq!(
        named,
        [
            ("mina", "Talk", &Some([Value::Role(Role::Viewer), Value::Role(Role::Admin)])),
            ("", "Speech", &None),
            ("mina", "Speech", &None),
            ("Speech", "", &None),
        ]
    );
    assert_eq!(history.author(&history.entries().next().unwrap()).as_deref(), Some("Ada Okafor"));
}

/// Each part of the history that an account sees is what a search of all of it finds.
pub fn check_parts(workspace: &Workspace<MemoryStore>, account: &AccountId) {
    let history = workspace.history(account).unwrap();
    let mut parts: Vec<About> =
        workspace.organization().unwrap().accounts().map(|one| About::Account(one.id().clone())).collect();
    let subjects: BTreeSet<Subject> = history.entries().flat_map(|entry| history.subjects(&entry)).collect();
    for subject in subjects {
        match subject {
            Subject::Grantee(Grantee::Team(TeamId(id))) => parts.push(About::Account(id)),
            Subject::Registry(id) => parts.push(About::Registry(id)),
            Subject::Collection(id) => parts.push(About::Collection(id)),
            Subject::Project(id) => parts.push(About::Project(id)),
            Subject::Grantee(_) | Subject::Version(_) | Subject::Link(_) => {}
        }
    }
    for about in parts {
        let found = history.entries_about(&about).map(|entry| entry.position);
        let searched = history.entries().filter(|entry| history.is_about(entry, &about)).map(|entry| entry.position);
        assert!(found.eq(searched), "{about:?}");
    }
}

#[test]
fn past_names_do_not_depend_on_later_undo_and_redo() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let name = domain::RegistryName::parse("Talk").unwrap();
    let rename = Action::Registry(RegistryAction::Rename { registry: registry(created), name });
    let renamed = small.workspace.dispatch(&small.ada, &[rename], at(4)).unwrap().record;
    let mut described = Vec::new();
    let mut describe = |workspace: &mut Workspace<MemoryStore>, ada: &AccountId, text: &str| {
        let description = domain::Description::parse(text).unwrap();
        let action = Action::Registry(RegistryAction::Describe { registry: registry(created), description });
        described.push(workspace.dispatch(ada, &[action], at(5)).unwrap().record);
    };
    describe(&mut small.workspace, &small.ada, "renamed");
    let undone = undo(&mut small.workspace, &small.ada, renamed).unwrap();
    describe(&mut small.workspace, &small.ada, "undone");
    undo(&mut small.workspace, &small.ada, undone).unwrap();
    describe(&mut small.workspace, &small.ada, "redone");
    undo(&mut small.workspace, &small.ada, renamed).unwrap();
    describe(&mut small.workspace, &small.ada, "undone again");
    let names = |workspace: &Workspace<MemoryStore>| {
        let history = workspace.history(&small.ada).unwrap();
        let entries = described.iter().map(|record| history.entry(history.position(*record).unwrap()).unwrap());
        entries.map(|entry| history.actions(&entry)[0].container.to_string()).collect::<Vec<_>>()
    };
    let expected = ["Talk", "Speech", "Talk", "Speech"];
    assert_eq!(names(&small.workspace), expected);
    assert_eq!(names(&open(&storage, 'a', '9')), expected);
}

#[test]
fn an_undone_registry_has_its_last_name() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    let created = small.workspace.dispatch(&small.ada, &[create_open("Speech")], at(3)).unwrap().record;
    let elsewhere = fork(&storage);
    let mut other = open(&elsewhere, 'a', '2');
    let description = domain::Description::parse("Voices").unwrap();
    let describe = Action::Registry(RegistryAction::Describe { registry: registry(created), description });
    let late = other.dispatch(&small.ada, &[describe], at(4)).unwrap().record;
    undo(&mut open(&storage, 'a', '1'), &small.ada, created).unwrap();
    merge(&storage, &elsewhere);
    small.workspace.refresh(&[]).unwrap();
    let history = small.workspace.history(&small.ada).unwrap();
    let entry = history.entry(history.position(late).unwrap()).unwrap();
    assert_eq!(history.actions(&entry)[0].container.to_string(), "Speech");
}
