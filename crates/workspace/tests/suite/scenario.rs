//! A scenario as a file, and its runs.

use domain::Visibility;
use journal::{KeyValue, MemoryStore, WorkspaceKey};
use serde_json::{Value, json};
use workspace::{Archive, Scenario, ScenarioFault, Setup, Site, Workspace};

use crate::support::*;

const ID: &str = "tra1ner000";

fn setup() -> Setup {
    Setup {
        id: ID.to_owned(),
        name: "Opening a registry".to_owned(),
        text: "Give the vision team access to Safety.".to_owned(),
        acting: "mina".to_owned(),
        page: "#/registry/Safety".to_owned(),
        walkthrough: true,
    }
}

fn scenario() -> Scenario {
    let small = Small::new(&MemoryStore::new());
    Scenario::of(&small.workspace, setup()).unwrap()
}

/// A file, as another program may have changed it.
fn file() -> Value {
    serde_json::from_str(&scenario().to_text(key('a'), 5)).unwrap()
}

fn begin(site: &Site<MemoryStore>, scenario: &Scenario, workspace: char) -> WorkspaceKey {
    scenario.to_run().restore(site, key(workspace)).unwrap();
    key(workspace)
}

#[track_caller]
fn check_fault(file: &Value, fault: ScenarioFault) {
    assert_eq!(Scenario::parse(&file.to_string()), Err(fault), "{file}");
}

#[test]
fn a_scenario_is_read_as_it_was_written() {
    let scenario = scenario();
    let text = scenario.to_text(key('a'), 5);
    assert_eq!(Scenario::parse(&text).as_ref(), Ok(&scenario));
    assert_eq!(Scenario::parse(&format!("\u{feff}{text}")), Ok(scenario));
}

#[test]
fn a_stored_scenario_stays_readable() {
    let golden = include_str!("../golden/scenario_v1.json");
    assert_eq!(scenario().to_text(key('a'), 5).trim(), golden.trim());
    assert_eq!(Scenario::parse(golden), Ok(scenario()));
}

#[test]
fn the_stored_origin_of_a_run_stays_readable() {
    let golden = include_str!("../golden/origin_v1.json").trim();
    let storage = MemoryStore::new();
    let run = begin(&site(&storage), &scenario(), 'b');
    let name = format!("registrar:{run}:scenario");
    assert_eq!(storage.get(&name).unwrap().as_deref(), Some(golden));
    assert_eq!(site(&storage).origin(run).unwrap().map(|origin| origin.setup), Some(setup()));
    for other in ["", "{", "[]", "{\"v\":2}", &golden.replace("\"v\":1", "\"v\":2"), &golden.replace("\"#/", "\"/")] {
        storage.set(&name, other).unwrap();
        assert_eq!(site(&storage).origin(run), Ok(None), "{other}");
        assert!(Workspace::open(&site(&storage), run, writer('1')).unwrap().organization().is_some());
    }
}

#[test]
fn a_file_that_is_no_scenario_is_refused() {
    for text in ["", "[]", "null", "{}", "<!doctype html>", "{\"format\":\"registrar-scenario\"}", "한"] {
        assert_eq!(Scenario::parse(text), Err(ScenarioFault::Foreign), "{text}");
    }
    let mut other = file();
    other["format"] = json!("registrar");
    check_fault(&other, ScenarioFault::Foreign);
    let archive = file()["archive"].clone();
    check_fault(&archive, ScenarioFault::Foreign);
    let long = format!("{}{}", file(), " ".repeat(Scenario::MAX_LENGTH));
    assert_eq!(Scenario::parse(&long), Err(ScenarioFault::TooLong));
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let text = scenario().to_text(key('a'), 5);
    for end in (0..text.len() - 1).step_by(7) {
        assert_eq!(Scenario::parse(text.get(..end).unwrap()), Err(ScenarioFault::Foreign), "{end}");
    }
}

#[test]
fn a_scenario_of_a_newer_program_is_recognized() {
    let mut newer = file();
    newer["version"] = json!(2);
    newer["unknown"] = json!(1);
    check_fault(&newer, ScenarioFault::Newer);
    let mut newer = file();
    newer["archive"]["version"] = json!(2);
    check_fault(&newer, ScenarioFault::Newer);
    let mut newer = file();
    newer["archive"]["values"]["log:9999999999:0"] = json!("{\"v\":2}");
    check_fault(&newer, ScenarioFault::Newer);
}

#[test]
fn a_field_that_breaks_its_rule_is_a_damage() {
    for (field, value) in [
        ("id", json!("")),
        ("id", json!("Tra1ner000")),
        ("name", json!("")),
        ("name", json!("a\u{202e}b")),
        ("name", json!("x".repeat(500))),
        ("text", json!("x".repeat(10_001))),
        ("page", json!("https://elsewhere.example/")),
        ("page", json!("/registry/Safety")),
        ("page", json!("#/\n")),
        ("walkthrough", json!("yes")),
        ("unknown", json!(1)),
    ] {
        let mut damaged = file();
        damaged["scenario"][field] = value;
        check_fault(&damaged, ScenarioFault::Foreign);
    }
}

#[test]
fn a_scenario_without_one_of_its_records_is_refused() {
    let names: Vec<String> = file()["archive"]["values"].as_object().unwrap().keys().cloned().collect();
    assert!(names.len() > 1);
    for (nth, name) in names.iter().enumerate() {
        let mut damaged = file();
        damaged["archive"]["values"].as_object_mut().unwrap().remove(name);
        if nth + 1 < names.len() {
            check_fault(&damaged, ScenarioFault::Foreign);
        }
        let mut damaged = file();
        damaged["archive"]["values"][name] = json!("{\"v\":1}");
        check_fault(&damaged, ScenarioFault::Foreign);
    }
}

#[test]
fn a_run_is_the_organization_of_the_scenario_and_knows_its_beginning() {
    let small = Small::new(&MemoryStore::new());
    let scenario = Scenario::of(&small.workspace, setup()).unwrap();
    let storage = MemoryStore::new();
    let run = begin(&site(&storage), &scenario, 'b');
    let mut workspace = Workspace::open(&site(&storage), run, writer('7')).unwrap();
    assert_eq!(workspace.organization(), small.workspace.organization());
    assert_eq!(site(&storage).is_untouched_run(run), Ok(true));
    assert_eq!(workspace.summary().unwrap().origin.map(|origin| origin.setup), Some(setup()));

    let founder = workspace.founder().unwrap();
    workspace.dispatch(&founder, &[create("Something", Visibility::Restricted)], at(9)).unwrap();
    assert_eq!(site(&storage).is_untouched_run(run), Ok(false));
    assert_eq!(site(&storage).untouched_runs(ID), Ok(Vec::new()));
    // Whatever was done since, the run starts over with what it began with.
    assert_eq!(Scenario::of_run(&site(&storage), run), Ok(scenario.clone()));
    let again = begin(&site(&storage), &Scenario::of_run(&site(&storage), run).unwrap(), 'c');
    assert_eq!(site(&storage).untouched_runs(ID), Ok(vec![again]));
    assert_eq!(site(&storage).untouched_runs("an0ther000"), Ok(Vec::new()));
}

#[test]
fn a_run_that_has_lost_a_record_of_its_beginning_does_not_start_over() {
    let storage = MemoryStore::new();
    let run = begin(&site(&storage), &scenario(), 'b');
    let names: Vec<String> = storage.keys(&format!("registrar:{run}:log:")).unwrap();
    storage.remove(names.last().unwrap()).unwrap();
    assert_eq!(Scenario::of_run(&site(&storage), run), Err(ScenarioFault::Foreign));
    assert_eq!(site(&storage).is_untouched_run(run), Ok(false));
}

#[test]
fn a_tab_keeps_the_origin_that_storage_has_lost_and_writes_it_back() {
    let storage = MemoryStore::new();
    let run = begin(&site(&storage), &scenario(), 'b');
    let mut workspace = Workspace::open(&site(&storage), run, writer('7')).unwrap();
    workspace.make_current().unwrap();
    let whole = Archive::of(&site(&storage), run).unwrap();
    for name in storage.keys("registrar:").unwrap() {
        storage.remove(&name).unwrap();
    }
    workspace.refresh(&[]).unwrap();
    assert_eq!(workspace.archive(), Ok(whole.clone()));
    workspace.write_back().unwrap();
    assert_eq!(Archive::of(&site(&storage), run), Ok(whole));
}

#[test]
fn an_organization_that_is_no_run_has_no_scenario() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    let key = small.workspace.key();
    assert_eq!(site(&storage).origin(key), Ok(None));
    assert_eq!(site(&storage).is_untouched_run(key), Ok(false));
    assert_eq!(Scenario::of_run(&site(&storage), key), Err(ScenarioFault::Foreign));
}

#[test]
fn unreadable_values_do_not_become_part_of_a_scenario() {
    let storage = MemoryStore::new();
    let small = Small::new(&storage);
    for name in ["log:damaged", "log:0000000000:9", "later:x"] {
        storage.set(&format!("registrar:{}:{name}", small.workspace.key()), "{").unwrap();
    }
    let damaged = open(&storage, 'a', '9');
    assert_eq!(Scenario::of(&damaged, setup()), Ok(scenario()));
}

#[test]
fn a_downloaded_run_is_still_a_run_where_it_is_restored() {
    let storage = MemoryStore::new();
    let run = begin(&site(&storage), &scenario(), 'b');
    let text = Archive::of(&site(&storage), run).unwrap().to_text(run, 5);
    Archive::parse(&text).unwrap().restore(&site(&storage), key('c')).unwrap();
    assert_eq!(site(&storage).is_untouched_run(key('c')), Ok(true));
}

#[test]
fn the_demo_is_a_scenario_in_each_language() {
    use samples::demo::{Language, scenario};
    let [english, korean] =
        [Language::English, Language::Korean].map(|language| scenario(language, MemoryStore::new()).unwrap());
    assert_eq!(english.setup().id, korean.setup().id);
    for demo in [english, korean] {
        assert_eq!(Scenario::parse(&demo.to_text(key('a'), 5)), Ok(demo));
    }
}
