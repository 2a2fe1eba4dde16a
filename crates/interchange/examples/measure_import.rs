//! Measures the preview of an import of 5,000 people in 200 teams: `cargo run --release -p interchange --example measure_import`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints, and stops if it cannot go on")]

use std::fmt::Write as _;
use std::time::Instant;

use domain::{AccountId, AccountName, Email, Founding, Id, OrganizationName, PersonId, PersonName, found_organization};
use interchange::directory::{Choices, Column, JsonReader, Planner, Table};
use interchange::encoding::decode;

fn main() {
    let founding = Founding {
        organization: OrganizationName::parse("Lumen Labs").unwrap(),
        name: PersonName::parse("Ada").unwrap(),
        username: AccountName::parse("ada").unwrap(),
        email: Email::parse("ada@example.com").unwrap(),
    };
    let id = Id::new("r0", 0);
    let organization = found_organization(&founding, id.clone(), 0);
    let view = organization.view_for(&AccountId::Person(PersonId(id))).unwrap();
    let mut file = "kind,name,username,email,role,teams\n".to_owned();
    for person in 0..5_000 {
        let team = person % 200;
        writeln!(
            file,
            "person,Person {person},user.{person},user.{person}@example.com,Member,team{team}|team{}:Admin",
            (team + 7) % 200
        )
        .unwrap();
    }
    (0..200).for_each(|team| writeln!(file, "team,team{team},,,,").unwrap());

    let json = scim(5_000);
    let start = Instant::now();
    let decoded = decode(json.as_bytes(), None).unwrap();
    println!("JSON of {} bytes decoded: {:?}", json.len(), start.elapsed());
    let start = Instant::now();
    let mut reader = JsonReader::new(&decoded.text).unwrap().unwrap();
    let found = start.elapsed();
    while !reader.step(100).unwrap() {}
    let read = start.elapsed();
    let table = reader.finish().unwrap();
    println!("people found: {found:?}, read: {read:?}, {} lines: {:?}", table.len(), start.elapsed());
    let start = Instant::now();
    println!("{} columns mapped: {:?}", table.columns().len(), (start.elapsed(), table.guess(), start.elapsed()).2);
    let start = Instant::now();
    let decoded = decode(file.as_bytes(), None).unwrap();
    println!("decoded: {:?}", start.elapsed());
    let start = Instant::now();
    let table = Table::read(&decoded.text);
    println!("table: {:?}", start.elapsed());
    let mapping = table.guess();
    let mut choices = Choices::default();
    for round in ["first plan", "after a correction"] {
        let start = Instant::now();
        let mut planner = Planner::new(&table, &mapping, &choices, &view);
        let mut longest = start.elapsed();
        let mut step_start = Instant::now();
        while !planner.step(500) {
            longest = longest.max(step_start.elapsed());
            step_start = Instant::now();
        }
        let finish = Instant::now();
        let plan = planner.finish();
        longest = longest.max(finish.elapsed());
        println!("{round}: {:?} for {} people, longest step {longest:?}", start.elapsed(), plan.people.len());
        let actions = Instant::now();
        println!("{} actions in {:?}", plan.actions(|position| Id::new("r1", position)).len(), actions.elapsed());
        choices.correct(4_000, Column::Name, "Corrected".to_owned());
        if round == "first plan" {
            let start = Instant::now();
            let all = plan.actions(|position| Id::new("", position));
            println!("consequences: {} in {:?}", view.consequences_in_first(20, &all).is_ok(), start.elapsed());
        }
    }
}

/// Users of SCIM.
fn scim(people: usize) -> String {
    let user = |person| {
        format!(
            r#"{{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"id-{person}","userName":"user.{person}","displayName":"김하늘 {person}","active":true,"emails":[{{"value":"user.{person}@example.com","type":"work","primary":true}}],"roles":[{{"value":"Member"}}],"groups":[{{"value":"id-a","display":"vision"}},{{"value":"id-b","display":"speech"}}],"meta":{{"resourceType":"User","created":"2026-01-01T00:00:00Z","location":"https://directory.example/Users/{person}"}}}}"#
        )
    };
    format!("{{\"Resources\":[{}]}}", (0..people).map(user).collect::<Vec<_>>().join(","))
}
