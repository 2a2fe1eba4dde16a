//! The table of who has which role where.

use domain::{AccountRef, Role, View};
use interchange::access::write;

use crate::support::World;

fn table(view: &View, registries: &[&str], role: Option<Role>) -> String {
    let count = view.people.len() + view.service_accounts.len();
    let lines = (0..count).map(|place| (view.account_at(place).unwrap(), vec![role; registries.len()]));
    write(registries, lines)
}

#[test]
fn a_line_is_an_account_and_a_column_a_registry() {
    let world =
        World::with("kind,name,username,email\nperson,박서연,seoyeon,seoyeon@example.com\nservice account,ci,,\n");
    let view = world.view();
    assert!(matches!(view.account_at(0), Some(AccountRef::Person(person)) if person.name.as_str() == "Ada"));
    assert_eq!(
        table(&view, &["Models", "음성 모델"], Some(Role::RestrictedViewer)),
        "\u{feff}name,username,kind,Models,음성 모델\r\n\
         Ada,ada,person,Restricted Viewer,Restricted Viewer\r\n\
         박서연,seoyeon,person,Restricted Viewer,Restricted Viewer\r\n\
         ci,,service account,Restricted Viewer,Restricted Viewer\r\n"
    );
    assert!(table(&view, &["Models"], None).ends_with("ci,,service account,\r\n"));
}

#[test]
fn what_looks_like_a_formula_is_none_and_what_parts_cells_is_quoted() {
    let world = World::founded_by("=cmd()", "ada", "ada@example.com");
    assert_eq!(
        table(&world.view(), &["+1", "a,\"b\""], Some(Role::Admin)),
        "\u{feff}name,username,kind,'+1,\"a,\"\"b\"\"\"\r\n'=cmd(),ada,person,Admin,Admin\r\n"
    );
}
