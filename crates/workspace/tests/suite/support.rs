//! Shared by the tests: short names for keys and actions, a small organization, and storage that comes apart.

use std::collections::BTreeMap;

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Description, Id, NewRegistry, OrganizationRole,
    PersonId, RegistryAction, ServiceAccountAction, ServiceAccountId, TeamAction, Visibility,
};
use journal::{KeyValue, MemoryStore, RecordId, WorkspaceKey, Writer};
pub use test_support::builders::{add_person, founding, join_team, new_registry};
pub use test_support::properties::property_config;
use workspace::{Deletions, RecordInfo, Site, Via, Workspace};

/// The values of a store.
pub type Image = BTreeMap<String, String>;

/// `key('a')` is `aaaaaaaaaa`.
pub fn key(letter: char) -> WorkspaceKey {
    letter.to_string().repeat(10).parse().unwrap()
}

/// As [`key`], for whoever writes.
pub fn writer(letter: char) -> Writer {
    letter.to_string().repeat(10).parse().unwrap()
}

/// A writer that no other number gives.
/// Whether a record is by this writer.
pub fn by(writer: Writer) -> impl Fn(RecordId) -> bool {
    move |record| record.writer == writer
}

pub fn nth_writer(n: u64) -> Writer {
    Writer::from_random((n << 14).to_be_bytes())
}

pub fn site<S: KeyValue + Clone>(storage: &S) -> Site<S> {
    Site::new(storage.clone(), "/")
}

pub fn deletions<S: KeyValue + Clone>(storage: &S) -> Deletions<S> {
    Deletions::new(site(storage))
}

/// The values of a store, except for tombstones.
pub fn without_tombstones(storage: &MemoryStore) -> Image {
    storage.snapshot().into_iter().filter(|(key, _)| !key.starts_with("registrar:deleted:")).collect()
}

pub fn open<S: KeyValue + Clone>(storage: &S, workspace: char, tab: char) -> Workspace<S> {
    Workspace::open(&site(storage), key(workspace), writer(tab)).unwrap()
}

/// The third of some minutes, by somebody at the page.
pub fn at(at: i64) -> RecordInfo {
    RecordInfo { at, via: Via::Interface }
}

pub fn add_service_account(name: &str) -> Action {
    Action::ServiceAccount(ServiceAccountAction::Add(AccountName::parse(name).unwrap()))
}

pub fn add_team(name: &str) -> Action {
    Action::Team(TeamAction::Add(AccountName::parse(name).unwrap()))
}

pub fn create(name: &str, visibility: Visibility) -> Action {
    create_limited(name, visibility, &[])
}

/// Accepts all types if there are none.
pub fn create_limited(name: &str, visibility: Visibility, types: &[&str]) -> Action {
    Action::Registry(RegistryAction::Create(NewRegistry {
        description: Description::parse(&format!("description of {name}")).unwrap(),
        accepts: AcceptedTypes::specify(types.iter().map(|text| ArtifactType::parse(text).unwrap()))
            .unwrap_or_else(|_| AcceptedTypes::all()),
        ..new_registry(name, visibility)
    }))
}

/// An open registry.
pub fn create_open(name: &str) -> Action {
    create(name, Visibility::Organization)
}

pub fn person(id: Id) -> AccountId {
    AccountId::Person(PersonId(id))
}

pub fn service_account(id: Id) -> AccountId {
    AccountId::ServiceAccount(ServiceAccountId(id))
}

/// A small organization in workspace `a`, made by tab `0`: its founder, a Member, a Viewer and a service account.
pub struct Small<S: KeyValue + Clone> {
    pub workspace: Workspace<S>,
    pub ada: AccountId,
    pub mina: AccountId,
    pub noa: AccountId,
    pub robot: AccountId,
}

impl<S: KeyValue + Clone> Small<S> {
    pub fn new(storage: &S) -> Self {
        let mut workspace = open(storage, 'a', '0');
        let ada = workspace.found(&founding("Lighthouse"), at(1)).unwrap();
        let cast = [
            add_person("mina", OrganizationRole::Member),
            add_person("noa", OrganizationRole::Viewer),
            add_service_account("robot"),
        ];
        let receipt = workspace.dispatch(&ada, &cast, at(2)).unwrap();
        workspace.make_current().unwrap();
        Self {
            ada,
            mina: person(receipt.made(0)),
            noa: person(receipt.made(1)),
            robot: service_account(receipt.made(2)),
            workspace,
        }
    }
}

/// The names of the custom registries.
pub fn custom_names<S: KeyValue + Clone>(workspace: &Workspace<S>) -> Vec<String> {
    let registries = workspace.organization().unwrap().registries();
    registries.filter(|registry| registry.core_kind().is_none()).map(|registry| registry.name().to_string()).collect()
}

/// The records in the order of the fold.
pub fn record_ids<S: KeyValue + Clone>(workspace: &Workspace<S>) -> Vec<RecordId> {
    workspace.outcomes().iter().map(|(id, _)| *id).collect()
}

/// A copy of the storage as it is now. Tabs on the two do not see each other, as if each wrote before it heard of the
/// other, until [`merge`].
pub fn fork(storage: &MemoryStore) -> MemoryStore {
    MemoryStore::from_snapshot(storage.snapshot())
}

/// Brings everything that is in only one of them to the other. No key is in both with different values: each tab writes
/// keys of its own.
pub fn merge(one: &MemoryStore, other: &MemoryStore) {
    for (from, to) in [(one, other), (other, one)] {
        let there = to.snapshot();
        for (key, value) in from.snapshot() {
            match there.get(&key) {
                None => to.set(&key, &value).unwrap(),
                Some(same) => assert_eq!(same, &value, "{key} was written by two"),
            }
        }
    }
}
