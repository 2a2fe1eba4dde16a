//! The other tables that leave: the directory, the history and the changes, as other programs read them.

use domain::{Differences, Grantee, Id, Party, PersonId, PersonName};
use interchange::history::HistoryLine;
use interchange::{changes, history};
use serde_json::json;

use crate::access::cells;
use crate::support::World;
use crate::{hostile, python};

/// Texts that spreadsheets calculate, and that pandas takes for numbers or nothing, besides the hostile ones.
fn texts() -> Vec<String> {
    let others =
        ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "NA", "null", "nan", "007", "1e3", "True", "a,b;c|d", "김하늘"];
    hostile::texts().into_iter().chain(others.map(String::from)).collect()
}

/// The apostrophes that guard formulas are all that a table may add to a text.
fn without_guards(text: &str) -> String {
    text.replace('\'', "")
}

fn directory() -> String {
    let names = texts().into_iter().filter_map(|text| Some(PersonName::parse(text.trim()).ok()?.to_string()));
    let lines: Vec<String> = names
        .enumerate()
        .map(|(index, name)| format!("person,\"{}\",p{index},p{index}@x.org,,vision\n", name.replace('"', "\"\"")))
        .collect();
    let mut world = World::new();
    world.import_all(format!("kind,name,username,email,role,teams\nteam,vision,,,,\n{}", lines.concat()));
    world.write()
}

fn history() -> String {
    let line = |text: String| HistoryLine { before: text.clone(), after: text, ..HistoryLine::default() };
    history::write(&texts().into_iter().map(line).collect::<Vec<_>>())
}

fn changes() -> String {
    let party = |text: String| Party {
        grantee: Grantee::Person(PersonId(Id::from_text("a.0"))),
        name: text.as_str().into(),
        reference: text.as_str().into(),
    };
    changes::write(&Differences { joined: texts().into_iter().map(party).collect(), ..Differences::default() })
}

#[test]
fn python_and_pandas_read_every_cell_of_the_directory_the_history_and_the_changes() {
    let tables = [directory(), history(), changes()];
    for (table, column) in [(&tables[1], 6), (&tables[2], 4)] {
        let found: Vec<String> = cells(table).iter().skip(1).map(|row| without_guards(&row[column])).collect();
        assert_eq!(found, texts().iter().map(|text| without_guards(text)).collect::<Vec<_>>());
    }
    let cases = tables.map(|table| json!({ "table": table, "rows": cells(&table) }));
    python::check("tables.py", &cases);
}
