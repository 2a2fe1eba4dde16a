//! The access table and the access list.

use domain::{AccountRef, Registry, Role, Source, View, Visibility};
use interchange::access::{write, write_list};
use serde_json::json;

use crate::support::World;
use crate::{hostile, python};

fn registries(view: &View) -> Vec<&Registry> {
    view.registries.iter().map(|seen| &*seen.registry).collect()
}

fn accounts(view: &View) -> Vec<AccountRef<'_>> {
    (0..).map_while(|index| view.account_at(index)).collect()
}

fn table(view: &View, role: Option<Role>) -> String {
    let registries = registries(view);
    write(&registries, accounts(view).into_iter().map(|account| (account, vec![role; registries.len()])))
}

/// The list of all accounts in all registries. A grant through a team is from 1970, any other of an unknown time.
fn list(view: &View) -> String {
    let registries = registries(view);
    let cells = accounts(view).into_iter();
    let cells = cells.flat_map(|account| registries.iter().map(move |registry| (account, *registry)));
    write_list(view, cells, |_, _, grant| matches!(grant.source, Source::Team(_)).then_some(0))
}

/// The cells of a table, by another reader than Registrar's.
pub fn cells(table: &str) -> Vec<Vec<String>> {
    let text = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn each_account_has_a_line_and_each_registry_a_column_by_its_full_name() {
    let mut world =
        World::with("kind,name,username,email\nperson,박서연,seoyeon,seoyeon@example.com\nservice account,ci,,\n");
    world.create_registry("음성 모델", Visibility::Restricted);
    let view = world.view();
    assert!(matches!(view.account_at(0), Some(AccountRef::Person(person)) if person.name.as_str() == "Ada"));
    assert_eq!(
        table(&view, Some(Role::RestrictedViewer)),
        "\u{feff}name,username,kind,wandb-registry-model,wandb-registry-dataset,wandb-registry-음성 모델\r\n\
         Ada,ada,person,Restricted Viewer,Restricted Viewer,Restricted Viewer\r\n\
         박서연,seoyeon,person,Restricted Viewer,Restricted Viewer,Restricted Viewer\r\n\
         ci,,service account,Restricted Viewer,Restricted Viewer,Restricted Viewer\r\n"
    );
    assert!(table(&view, None).ends_with("ci,,service account,,,\r\n"));
}

#[test]
fn no_registry_is_mistaken_for_a_column_of_the_accounts() {
    let mut world = World::new();
    for name in ["name", "username", "kind", "who", "role"] {
        world.create_registry(name, Visibility::Organization);
    }
    let table = table(&world.view(), Some(Role::Admin));
    let header = &cells(&table)[0];
    assert_eq!(header.iter().filter(|column| *column == "name").count(), 1);
    assert!(header.iter().skip(3).all(|column| column.starts_with("wandb-registry-")));
}

#[test]
fn formulas_are_escaped_and_delimiters_are_quoted() {
    let mut world = World::founded_by("=cmd()", "ada", "ada@example.com");
    world.create_registry("+1", Visibility::Restricted);
    world.create_registry("a;=b,\"c\"", Visibility::Restricted);
    let table = table(&world.view(), Some(Role::Admin));
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].ends_with(",wandb-registry-+1,\"wandb-registry-a;'=b,\"\"c\"\"\""), "{table}");
    assert!(lines[1].starts_with("'=cmd(),ada,person,Admin"), "{table}");
    assert!(list(&world.view()).contains("\r\nada,'=cmd(),person,'+1,wandb-registry-+1,Restricted,Admin,"), "{table}");
}

#[test]
fn the_list_has_a_line_for_each_source_of_a_role() {
    let mut world = World::with(
        "kind,name,username,email,teams\nteam,speech,,,\nperson,박서연,seoyeon,seoyeon@example.com,speech\n\
         service account,ci,,,speech\n",
    );
    let registry = world.create_registry("음성 모델", Visibility::Restricted);
    world.list(&registry, "speech", Role::Member);
    world.list(&registry, "seoyeon", Role::Viewer);
    let list = list(&world.view());
    let of_registry: Vec<&str> = list.lines().filter(|line| line.contains(",음성 모델,")).collect();
    assert_eq!(
        list.lines().next(),
        Some("\u{feff}who,name,kind,registry,full name,visibility,role,source,through,since,effective role")
    );
    let at = "음성 모델,wandb-registry-음성 모델,Restricted";
    assert_eq!(
        of_registry,
        [
            format!("ada,Ada,person,{at},Admin,organization admin,,,Admin"),
            format!("ada,Ada,person,{at},Admin,own row,,,Admin"),
            format!("seoyeon,박서연,person,{at},Member,team,speech,1970-01-01T00:00:00Z,Member"),
            format!("seoyeon,박서연,person,{at},Viewer,own row,,,Member"),
            format!("ci,ci,service account,{at},Member,team,speech,1970-01-01T00:00:00Z,Member"),
        ]
    );
    let base = "ci,ci,service account,Models,wandb-registry-model,Organization,Member,base role,,,Member";
    assert!(list.lines().any(|line| line == base), "{list}");
}

#[test]
fn an_account_without_access_is_not_in_the_list() {
    let mut world = World::with("kind,name,username,email\nperson,Noa,noa,noa@example.com\n");
    world.create_registry("Quartz", Visibility::Restricted);
    let list = list(&world.view());
    assert!(!list.lines().any(|line| line.contains("Quartz") && line.starts_with("noa,")), "{list}");
}

#[test]
fn python_and_pandas_read_every_cell_of_both_tables() {
    let mut world =
        World::with("kind,name,username,email,teams\nteam,speech,,,\nperson,박서연,seoyeon,s@example.com,speech\n");
    for name in ["name", "username", "kind", "NA", "0", "a,b", "a;b", "\"quoted\"", "x\ty", "음성 모델", "=1+1"] {
        world.try_to_create_registry(name);
    }
    for text in hostile::texts() {
        world.try_to_create_registry(&text);
    }
    let view = world.view();
    assert!(view.registries.len() > 100, "{}", view.registries.len());
    let tables = [table(&view, Some(Role::Viewer)), list(&view)];
    let cases = tables.map(|table| json!({ "table": table, "rows": cells(&table) }));
    python::check("tables.py", &cases);
}
