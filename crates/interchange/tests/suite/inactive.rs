//! People whom the file calls inactive: they are left out by name, unless the column of the status is.

use interchange::directory::{Choices, Field, Status};

use crate::support::World;

fn world() -> World {
    World::with("kind,name,username,email,role,teams\nteam,vision\nperson,Mina Park,mina,mina@x.org,,\n")
}

#[track_caller]
fn check(file: &str, added: &[&str], inactive: &[&str]) {
    let plan = world().read(file);
    let names: Vec<&str> = plan.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((names.as_slice(), plan.inactive().as_slice(), plan.faulty_lines), (added, inactive, 0), "{file}");
}

#[test]
fn inactive_people_of_other_directories_are_left_out_by_name() {
    check(
        "login,firstName,lastName,email,status\ndana@x.org,Dana,Ortiz,dana@x.org,ACTIVE\n\
         eli@x.org,Eli,Brandt,eli@x.org,DEPROVISIONED\n",
        &["Dana Ortiz"],
        &["Eli Brandt"],
    );
    check(
        "displayName,mail,accountEnabled\nDana Ortiz,dana@x.org,True\nEli Brandt,eli@x.org,False\n",
        &["Dana Ortiz"],
        &["Eli Brandt"],
    );
    check(
        "First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY]\n\
         Dana,Ortiz,dana@x.org,Active\nEli,Brandt,eli@x.org,Suspended\n",
        &["Dana Ortiz"],
        &["Eli Brandt"],
    );
    check(
        "name,email,suspended,archived\nDana,dana@x.org,false,false\nEli,eli@x.org,false,true\nNoa,noa@x.org,true,\n",
        &["Dana"],
        &["Eli", "Noa"],
    );
    check("이름,이메일,재직상태\n김하늘,haneul@x.org,재직\n박서연,seoyeon@x.org,퇴사\n", &["김하늘"], &["박서연"]);
}

#[test]
fn other_faults_of_an_inactive_person_do_not_matter() {
    let plan =
        world().read("name,username,email,teams,active\n,e li,eli,nowhere,no\nDana,dana,dana@x.org,vision,yes\n");
    assert_eq!((plan.inactive(), plan.faulty_lines, plan.people.len()), (vec!["e li"], 0, 1));
    assert!(plan.missing_teams.is_empty());
}

#[test]
fn an_inactive_person_of_the_organization_is_neither_changed_nor_gone() {
    let plan = world().read("name,username,email,teams,active\nMina P.,mina,mina@x.org,vision,false\nAda,ada,,,true\n");
    assert!(plan.is_empty());
    let row = &plan.rows[0];
    let statuses: Vec<Status> = Status::ALL.into_iter().filter(|status| row.is(*status)).collect();
    assert_eq!(statuses, [Status::Inactive]);
    assert_eq!(plan.counts(), [0, 0, 0, 0, 1, 1, 0]);
}

#[test]
fn inactive_people_are_added_if_the_column_is_left_out() {
    let file = "name,email,active\nEli,eli@x.org,false\n";
    let plan = world().choose_mapped(file, |mapping| mapping.set(2, None), &Choices::default());
    assert_eq!((plan.people.len(), plan.inactive()), (1, vec![]));
    let plan = world().choose_mapped(file, |mapping| mapping.set(2, Some(Field::Status)), &Choices::default());
    assert_eq!((plan.people.len(), plan.inactive()), (0, vec!["Eli"]));
}
