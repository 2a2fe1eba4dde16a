//! Shared helpers: short constructors for writers, entries and stored values.

use std::collections::{BTreeMap, BTreeSet};

use journal::{Entry, Journal, KeyValue, MemoryStore, Payload, Record, RecordId, WorkspaceKey, Writer};
pub use test_support::properties::property_config;

/// The entries of a store.
pub type Image = BTreeMap<String, String>;

pub fn workspace() -> WorkspaceKey {
    "w0rkspace0".parse().unwrap()
}

/// `writer('a')` is `aaaaaaaaaa`.
pub fn writer(letter: char) -> Writer {
    letter.to_string().repeat(10).parse().unwrap()
}

pub fn id(text: &str) -> RecordId {
    text.parse().unwrap()
}

/// `key("aaaaaaaaaa:0")` is the key of that writer's first record.
pub fn key(rest: &str) -> String {
    journal::log_prefix(workspace()) + rest
}

pub fn payload(json: &str) -> Payload {
    json.parse().unwrap()
}

/// An entry with a mark that identifies it.
pub fn entry(mark: usize) -> Entry {
    Entry {
        at: 1_790_000_000_000,
        by: "ada".to_owned(),
        via: "interface".to_owned(),
        actions: vec![payload(&format!(r#"{{"mark":{mark}}}"#))],
    }
}

pub fn open<S: KeyValue>(storage: S, letter: char) -> Journal<S> {
    Journal::open(storage, workspace(), writer(letter)).unwrap()
}

/// A new journal on a store with the entries of `image`.
pub fn open_image(image: &Image) -> Journal<MemoryStore> {
    open(MemoryStore::from_snapshot(image.clone()), 'z')
}

/// Completes a body by its checksum and the closing brace.
pub fn with_checksum(id: RecordId, body: &str) -> String {
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(format!("{id}\n{body}").as_bytes());
    format!("{body},\"crc\":\"{crc:08x}\"}}")
}

/// A record with default content.
pub fn record(id_text: &str, clock: u64, after: &[&str]) -> Record {
    Record {
        id: id(id_text),
        clock,
        after: after.iter().map(|parent| id(parent)).collect(),
        at: 0,
        by: "ada".into(),
        via: "interface".into(),
        actions: vec![payload("{}")],
    }
}

/// A store with these records.
pub fn stored(records: &[Record]) -> MemoryStore {
    let key = |record: &Record| journal::record_key(workspace(), record.id);
    let image = records.iter().map(|record| (key(record), record.encode()));
    MemoryStore::from_snapshot(image.collect())
}

pub fn ids(records: &[Record]) -> Vec<String> {
    records.iter().map(|record| record.id.to_string()).collect()
}

/// The heads by their definition.
pub fn heads_of(records: &[Record]) -> BTreeSet<RecordId> {
    let named: BTreeSet<_> = records.iter().flat_map(|record| &record.after).collect();
    let heads = records.iter().filter(|record| !named.contains(&record.id));
    heads.map(|record| record.id).collect()
}
