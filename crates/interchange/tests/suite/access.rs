//! The access table.

use domain::{AccountRef, Role, View};
use interchange::access::write;

use crate::support::World;

fn table(view: &View, registries: &[&str], role: Option<Role>) -> String {
    let count = view.people.len() + view.service_accounts.len();
    let lines = (0..count).map(|index| (view.account_at(index).unwrap(), vec![role; registries.len()]));
    write(registries, lines)
}

#[test]
fn each_account_has_a_line_and_each_registry_a_column() {
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
fn formulas_are_escaped_and_delimiters_are_quoted() {
    let world = World::founded_by("=cmd()", "ada", "ada@example.com");
    assert_eq!(
        table(&world.view(), &["+1", "a,\"b\""], Some(Role::Admin)),
        "\u{feff}name,username,kind,'+1,\"a,\"\"b\"\"\"\r\n'=cmd(),ada,person,Admin,Admin\r\n"
    );
}
