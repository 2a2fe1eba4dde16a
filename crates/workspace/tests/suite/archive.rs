//! A workspace as a file, there and back.

use std::rc::Rc;

use journal::{KeyValue, MemoryStore, SaveError, StorageError};
use serde_json::{Value, json};
use test_support::faults::{Fault, FaultyStore, Span};
use workspace::{Archive, ArchiveFault, DispatchError, ReadOnly, Workspace};

use crate::support::*;

/// The values of a workspace without what its keys have in common.
fn values_by_short_key(storage: &MemoryStore, workspace: char) -> Image {
    let prefix = format!("registrar:{}:", key(workspace));
    let own = storage.snapshot().into_iter();
    own.filter_map(|(key, value)| Some((key.strip_prefix(&prefix)?.to_owned(), value))).collect()
}

#[track_caller]
fn check_fault(file: &Value, fault: ArchiveFault) {
    assert_eq!(Archive::parse(&file.to_string()), Err(fault), "{file}");
}

fn valid() -> Value {
    json!({"format": "registrar", "version": 1, "workspace": "aaaaaaaaaa", "exported": 5, "values": {"log:x": "y"}})
}

/// The file, changed in one field.
fn with(field: &str, value: Value) -> Value {
    let mut file = valid();
    file[field] = value;
    file
}

#[test]
fn an_original_shows_its_archive_and_is_read_only() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let archive = Archive::of(&site(&storage), key('a')).unwrap();
    let place = MemoryStore::new();
    let mut original = Workspace::open_original(&site(&place), &archive, key('c'), writer('1')).unwrap();
    let image = place.snapshot();

    assert_eq!(original.organization(), small.workspace.organization());
    assert_eq!(original.health().read_only, Some(ReadOnly::Original));
    let answer = original.dispatch(&small.mina, &[create_open("Another")], at(3));
    assert_eq!(answer, Err(DispatchError::ReadOnly(ReadOnly::Original)));
    assert_eq!(place.snapshot(), image);
    assert_eq!(original.archive(), Ok(archive), "it can be saved again");
}

#[test]
fn an_original_needs_a_readable_record() {
    let archive = Archive::parse(&valid().to_string()).unwrap();
    let place = site(&MemoryStore::new());
    let opened = Workspace::open_original(&place, &archive, key('c'), writer('1'));
    assert_eq!(opened.err(), Some(ArchiveFault::Empty));
}

#[test]
fn a_workspace_comes_back_as_it_was() {
    let storage = MemoryStore::new();
    let mut small = Small::new(&storage);
    small.workspace.dispatch(&small.mina, &[create_open("음성 \"🚀\"")], at(3)).unwrap();
    for (key, value) in
        [("log:damaged", "\u{0}\u{7f}\\\"\n한\u{1F680}"), ("log:0000000000:9", "{"), ("later:x", ""), ("", "")]
    {
        storage.set(&format!("registrar:aaaaaaaaaa:{key}"), value).unwrap();
    }
    let image = storage.snapshot();
    let text = Archive::of(&site(&storage), key('a')).unwrap().to_text(key('a'), 5);
    let archive = Archive::parse(&text).unwrap();
    assert_eq!(archive, Archive::of(&site(&storage), key('a')).unwrap());

    archive.restore(&site(&storage), key('b')).unwrap();
    assert_eq!(values_by_short_key(&storage, 'b'), values_by_short_key(&storage, 'a'));
    assert_eq!(values_by_short_key(&storage, 'b').len(), 7);
    assert!(image.iter().all(|(key, value)| storage.get(key).unwrap().as_ref() == Some(value)));
    let (one, other) = (open(&storage, 'a', '1'), open(&storage, 'b', '1'));
    assert_eq!(one.organization(), other.organization());
    assert_eq!(one.outcomes(), other.outcomes());
    assert_eq!(site(&storage).current(), Ok(workspace::Current::Workspace(key('a'))), "not before it is told to");
}

#[test]
fn a_file_with_byte_order_marks_is_the_same_archive() {
    let text = valid().to_string();
    let archive = Archive::parse(&text).unwrap();
    for marks in ["\u{feff}", "\u{feff}\u{feff}"] {
        assert_eq!(Archive::parse(&format!("{marks}{text}")), Ok(archive.clone()));
    }
    assert_eq!(Archive::parse("\u{feff}[]"), Err(ArchiveFault::Foreign));
}

#[test]
fn a_restored_workspace_is_written_on() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    Archive::of(&site(&storage), key('a')).unwrap().restore(&site(&storage), key('b')).unwrap();
    let mut restored = open(&storage, 'b', '1');
    restored.dispatch(&small.mina, &[create_open("Speech")], at(6)).unwrap();
    assert!(restored.health().is_sound());
    assert_eq!(custom_names(&open(&storage, 'a', '2')), [""; 0]);
}

#[test]
fn the_file_names_its_format() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let text = Archive::of(&site(&storage), key('a')).unwrap().to_text(key('a'), 1_790_000_000_000);
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["format"], "registrar");
    assert_eq!(file["version"], 1);
    assert_eq!(file["workspace"], "aaaaaaaaaa");
    assert_eq!(file["exported"], 1_790_000_000_000_i64);
    assert_eq!(file["values"].as_object().unwrap().len(), 2);
    assert_eq!(file.as_object().unwrap().len(), 5);
}

#[test]
fn a_foreign_file_is_refused() {
    for text in [
        "",
        " ",
        "registrar",
        "null",
        "[]",
        "{}",
        "\"registrar\"",
        "{\"format\":\"registrar\"",
        "PK\u{3}\u{4}",
        "\u{feff}{}",
    ] {
        assert_eq!(Archive::parse(text), Err(ArchiveFault::Foreign), "{text:?}");
    }
    for (field, value) in [
        ("format", json!("Registrar")),
        ("format", json!(1)),
        ("version", json!("1")),
        ("version", json!(-1)),
        ("version", json!(null)),
        ("values", json!([])),
        ("values", json!({"log:x": 1})),
        ("values", json!(null)),
        ("workspace", json!(1)),
    ] {
        check_fault(&with(field, value), ArchiveFault::Foreign);
    }
}

#[test]
fn a_file_that_was_cut_anywhere_is_refused() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let text = Archive::of(&site(&storage), key('a')).unwrap().to_text(key('a'), 5);
    for (end, _) in text.char_indices() {
        assert_eq!(Archive::parse(text.get(..end).unwrap()), Err(ArchiveFault::Foreign), "cut at {end}");
    }
}

#[test]
fn a_file_of_a_newer_program_is_recognized_by_its_version_alone() {
    check_fault(&with("version", json!(2)), ArchiveFault::Newer(2));
    check_fault(&json!({"format": "registrar", "version": 9, "parts": []}), ArchiveFault::Newer(9));
    check_fault(&json!({"format": "other", "version": 9}), ArchiveFault::Foreign);
}

#[test]
fn a_file_without_records_is_refused() {
    check_fault(&with("values", json!({})), ArchiveFault::Empty);
    check_fault(&json!({"format": "registrar", "version": 1, "workspace": "", "values": {}}), ArchiveFault::Empty);
    check_fault(
        &json!({"format": "registrar", "version": 1, "values": {"prefs": "{}", "x": "y"}}),
        ArchiveFault::Empty,
    );
}

/// The file that `boot.js` writes when no workspace is current: every key, with the name of its workspace.
fn crash_file(storage: &MemoryStore) -> Value {
    let all = storage.snapshot().into_iter();
    let kept = all.filter(|(key, _)| key != "registrar:prefs" && !key.starts_with("registrar:current:"));
    let values: Image = kept.map(|(key, value)| (key.strip_prefix("registrar:").unwrap().to_owned(), value)).collect();
    json!({"format": "registrar", "version": 1, "workspace": "", "exported": 5, "values": values})
}

#[test]
fn the_file_of_the_crash_screen_is_read_when_no_workspace_was_current() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    storage.set("registrar:prefs", "{}").unwrap();
    storage.set("registrar:aaaaaaaaaa:log:damaged", "?").unwrap();
    let archive = Archive::parse(&crash_file(&storage).to_string()).unwrap();
    assert_eq!(archive, Archive::of(&site(&storage), key('a')).unwrap());
}

#[test]
fn the_file_of_the_crash_screen_may_hold_several_workspaces_and_is_refused_then() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    open(&storage, 'b', '1').found(&founding("Second"), at(5)).unwrap();
    check_fault(&crash_file(&storage), ArchiveFault::Several);
}

#[test]
fn an_archive_that_is_not_restored_whole_is_removed_again() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let archive = Archive::of(&site(&storage), key('a')).unwrap();
    let image = storage.snapshot();
    let restore = |fault, call, span| {
        let faulty = Rc::new(FaultyStore::new(fork(&storage)).with(fault, call, span));
        let answer = archive.restore(&site(&faulty), key('b'));
        deletions(&faulty).discard(key('b'), 9).unwrap();
        assert_eq!(without_tombstones(faulty.inner()), image, "{fault:?} at call {call}");
        assert_eq!(site(&faulty).keys(), Ok(vec![key('a')]));
        answer
    };
    // Each value is set and read back.
    for call in 0..4 {
        let answer = restore(Fault::Blocked, call, Span::Once);
        assert_eq!(answer, Err(ArchiveFault::NotSaved(SaveError::Storage(StorageError::Unavailable))), "call {call}");
    }
    let answer = restore(Fault::Quota, 2, Span::Onwards);
    assert_eq!(answer, Err(ArchiveFault::NotSaved(SaveError::Storage(StorageError::Quota))));
    assert_eq!(restore(Fault::SilentLoss, 0, Span::Once), Err(ArchiveFault::NotSaved(SaveError::NotPersisted)));
}

#[test]
fn a_workspace_is_restored_a_few_values_at_a_time() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    storage.set("registrar:aaaaaaaaaa:log:damaged", "{").unwrap();
    let archive = Archive::of(&site(&storage), key('a')).unwrap();
    let total = values_by_short_key(&storage, 'a').len();

    let mut restoration = archive.restoration(&site(&storage), key('b')).unwrap();
    let mut steps = 0;
    while !restoration.is_complete() {
        assert_eq!(values_by_short_key(&storage, 'b').len(), steps);
        assert!(!archive.is_restored(&site(&storage), key('b')));
        restoration.write(1).unwrap();
        steps += 1;
    }
    assert_eq!(steps, total);
    assert!((restoration.progress() - 1.0).abs() < f64::EPSILON);
    assert!(archive.is_restored(&site(&storage), key('b')));
}

/// Such a file is refused before anything is written.
#[track_caller]
fn check_not_restored(values: &Image, fault: &ArchiveFault) {
    let mut file = valid();
    file["values"] = json!(values);
    let storage = MemoryStore::new();
    let answer = Archive::parse(&file.to_string()).unwrap().restore(&site(&storage), key('b'));
    assert_eq!(answer.as_ref(), Err(fault), "{values:?}");
    assert!(storage.snapshot().is_empty());
}

#[test]
fn a_file_without_readable_records_is_not_restored() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let whole = values_by_short_key(&storage, 'a');
    let foreign = Image::from([("later:x".to_owned(), "y".to_owned()), ("log:damaged".to_owned(), "{}".to_owned())]);
    let damaged = whole.iter().map(|(key, value)| (key.clone(), value.replace("clock", "clocks"))).collect();
    let under_another_key = Image::from([("log:0000000000:7".to_owned(), whole["log:0000000000:0"].clone())]);
    for values in [foreign, damaged, under_another_key] {
        check_not_restored(&values, &ArchiveFault::Empty);
    }
}

#[test]
fn a_damaged_file_is_restored_as_it_is() {
    let storage = MemoryStore::new();
    Small::new(&storage);
    let whole = values_by_short_key(&storage, 'a');
    let damaged = ("log:0000000000:1".to_owned(), "{".to_owned());
    let later = ("later:x".to_owned(), "y".to_owned());
    let with_damage: Image = whole.clone().into_iter().chain([damaged, later]).collect();
    let without_founding = Image::from([("log:0000000000:1".to_owned(), whole["log:0000000000:1"].clone())]);
    let newer = Image::from([("log:0000000000:0".to_owned(), "{\"v\":3}".to_owned())]);
    for values in [with_damage, without_founding, newer] {
        let mut file = valid();
        file["values"] = json!(values);
        let restored = MemoryStore::new();
        Archive::parse(&file.to_string()).unwrap().restore(&site(&restored), key('b')).unwrap();
        assert_eq!(values_by_short_key(&restored, 'b'), values);
    }
}
