//! Files as people really bring them, reported for tools of this kind. `tests/cases` has them byte for byte.

use domain::Email;
use interchange::directory::{Choices, Column, Difference, Kind, Status, Table, Value};
use interchange::encoding::{Encoding, decode};

use crate::support::{World, faults};

const HEADER: &str = "kind,name,username,email,role,teams\n";

/// An organization with the teams and some of the people that the files name.
fn lighthouse() -> World {
    World::with(format!(
        "{HEADER}team,vision\nteam,platform\nperson,Mina Park,mina.park,mina.park@lighthouse.example,Member,\n\
         person,Lucía Fernández,lucia.fernandez,lucia.fernandez@lighthouse.example,Member,\n"
    ))
}

#[track_caller]
fn check_adds(file: &[u8], expected: &[&str]) {
    let mut world = lighthouse();
    let before = world.lines();
    world.import(file);
    let added: Vec<String> = world.lines().into_iter().filter(|line| !before.contains(line)).collect();
    assert_eq!(added, expected);
}

const DANA: &str = "person,Dana Ortiz,dana.ortiz,dana.ortiz@example.com,Member,";
const DANA_IN_VISION: &str = "person,Dana Ortiz,dana.ortiz,dana.ortiz@example.com,Member,vision:Member";
const HANEUL: &str = "person,김하늘,haneul.kim,haneul.kim@example.com,Member,vision:Member";

#[test]
fn c01_the_line_that_says_the_delimiter_is_understood() {
    check_adds(include_bytes!("../cases/c01-sep-semicolon.csv"), &[DANA_IN_VISION]);
}

#[test]
fn c03_invisible_characters_at_the_ends_are_overlooked() {
    check_adds(include_bytes!("../cases/c03a-zwsp-email-new.csv"), &[DANA]);
    check_adds(
        include_bytes!("../cases/c03b-zwsp-email-there.csv"),
        &["person,Mina Park,mina.park,mina.park@lighthouse.example,Member,platform:Member"],
    );
    check_adds(include_bytes!("../cases/c03c-zwsp-header.csv"), &[DANA]);
    check_adds(
        include_bytes!("../cases/c03d-zwsp-role.csv"),
        &["person,Dana Ortiz,dana.ortiz,dana.ortiz@example.com,Admin,"],
    );
}

#[test]
fn c05_several_marks_and_joined_exports_are_read() {
    check_adds(include_bytes!("../cases/c05a-bom-twice.csv"), &[DANA]);
    check_adds(
        include_bytes!("../cases/c05c-two-exports-joined.csv"),
        &[DANA, "person,Eli Brandt,eli.brandt,eli.brandt@example.com,Member,"],
    );
}

#[test]
fn c06_the_header_is_found_below_a_title() {
    let file = include_bytes!("../cases/c06-title-row.csv");
    check_adds(file, &[DANA]);
    let table = Table::read(&decode(file, None).unwrap().text);
    assert_eq!(table.titles, [(1, "version:v1.0".to_owned())]);
}

#[test]
fn c07_the_columns_of_a_directory_console_are_recognized() {
    let file = include_bytes!("../cases/c07-directory-console.csv");
    check_adds(file, &[DANA]);
    let table = Table::read(&decode(file, None).unwrap().text);
    let columns = table.columns();
    let left_out: Vec<&str> = table.left_out(&table.guess()).iter().map(|at| columns[*at].name.as_str()).collect();
    assert_eq!(left_out, ["Password [Required]", "Org Unit Path [Required]"]);
}

#[test]
fn c08_an_unknown_column_is_left_out_and_named() {
    let file = include_bytes!("../cases/c08-extra-column.csv");
    check_adds(file, &[DANA]);
    let table = Table::read(&decode(file, None).unwrap().text);
    assert_eq!(table.left_out(&table.guess()), [6]);
}

#[test]
fn c09_a_line_for_each_membership_is_one_person() {
    check_adds(
        include_bytes!("../cases/c09-one-row-per-membership.csv"),
        &["person,Dana Ortiz,dana.ortiz,dana.ortiz@example.com,Member,platform:Admin|vision:Member"],
    );
}

#[test]
fn c11_and_c13_korean_files_are_read_and_the_guess_is_told() {
    let korean = include_bytes!("../cases/c11-cp949.csv");
    check_adds(korean, &[HANEUL]);
    let decoded = decode(korean, None).unwrap();
    assert_eq!(decoded.encoding, Encoding::KOREAN);
    assert_eq!(decoded.others[0].encoding, Encoding::WESTERN);
    let unicode = include_bytes!("../cases/c13-utf16le.csv");
    check_adds(unicode, &[HANEUL]);
    assert_eq!(decode(unicode, None).unwrap().encoding, Encoding::UTF_16LE);
}

#[test]
fn c14_the_end_of_file_of_old_programs_is_no_line() {
    check_adds(include_bytes!("../cases/c14-ctrl-z.csv"), &[DANA]);
}

#[test]
fn c15_the_korean_words_of_the_page_are_understood() {
    check_adds(include_bytes!("../cases/c15-korean-header.csv"), &[HANEUL]);
}

#[test]
fn c17_apostrophes_count_the_same_in_all_their_forms() {
    let mut world = lighthouse();
    world.import(include_bytes!("../cases/c17a-apostrophes-first.csv"));
    let plan = world.import(include_bytes!("../cases/c17b-apostrophes-again.csv"));
    assert_eq!((plan.people.len(), plan.memberships.len()), (0, 1));
    assert!(plan.rows[0].differences.is_empty());
    assert!(
        world
            .lines()
            .contains(&"person,Conor O’Neil,conor.oneil,conor.oneil@example.com,Member,vision:Member".to_owned())
    );
}

#[test]
fn c19_almost_right_addresses_are_put_right_or_refused() {
    let plan = lighthouse().read(include_bytes!("../cases/c19-almost-emails.csv"));
    for (row, email) in plan.rows.iter().zip(["a.one", "b.two", "c.three", "d.four", "e.five"]) {
        assert_eq!((row.email.as_str(), row.is_new), (format!("{email}@example.com").as_str(), true));
    }
    let two_dots = "f.six@example..com";
    assert_eq!(plan.rows[5].is(Status::Faulty), Email::parse(two_dots).is_err());
}

#[test]
fn c21_the_good_lines_can_be_imported_without_the_faulty_one() {
    let file = include_bytes!("../cases/c21-one-bad-of-200.csv");
    let world = lighthouse();
    let plan = world.read(file);
    assert!(plan.is_blocked());
    let faults = faults(&plan);
    assert_eq!(faults.len(), 1);
    assert!(!faults[0].text.is_empty());
    let mut choices = Choices { leaves_out_faulty: true, ..Choices::default() };
    let plan = world.choose(file, &choices);
    assert_eq!((plan.is_blocked(), plan.people.len()), (false, 199));
    choices.leaves_out_faulty = false;
    let correction = match faults[0].column.unwrap() {
        Column::Email => "person.corrected@example.com",
        Column::Role => "Member",
        Column::Username => "person.corrected",
        _ => "Corrected",
    };
    choices.correct(faults[0].line, faults[0].column.unwrap(), correction.to_owned());
    let plan = world.choose(file, &choices);
    assert_eq!((plan.is_blocked(), plan.people.len()), (false, 200));
}

#[test]
fn c26_a_name_without_its_accent_differs_and_its_membership_is_taken() {
    let file = include_bytes!("../cases/c26-lucia-without-accent.csv");
    let mut world = lighthouse();
    let plan = world.import(file);
    let row = &plan.rows[0];
    assert!(row.is(Status::Differs) && row.is(Status::Joins) && row.kind == Some(Kind::Person));
    assert_eq!(
        row.differences,
        [Difference {
            column: Column::Name,
            team: None,
            current: Value::Text("Lucía Fernández".to_owned()),
            file: Value::Text("Lucia Fernandez".to_owned()),
            is_taken: false,
        }]
    );
    assert!(world.lines().contains(
        &"person,Lucía Fernández,lucia.fernandez,lucia.fernandez@lighthouse.example,Member,vision:Member".to_owned()
    ));
}
