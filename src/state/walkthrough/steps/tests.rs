//! The effect of events on the steps of the walkthrough.

use domain::{
    AcceptedTypes, Action, ArtifactType, Description, Grantee, Id, NewRegistry, PersonId, RegistryAction, RegistryId,
    RegistryName, Role, Visibility,
};

use super::{Event, Mark, Step, Walkthrough};

fn id(text: &str) -> RegistryId {
    RegistryId(Id::from_text(text))
}

/// The action that creates a registry.
fn creation(description: &str, visibility: Visibility, types: &[&str]) -> Action {
    let parsed = types.iter().map(|name| ArtifactType::parse(name).unwrap());
    Action::Registry(RegistryAction::Create(NewRegistry {
        name: RegistryName::parse("Fine_Tuned_Models").unwrap(),
        description: Description::parse(description).unwrap(),
        visibility,
        accepts: if types.is_empty() { AcceptedTypes::all() } else { AcceptedTypes::specify(parsed).unwrap() },
    }))
}

fn create(walkthrough: &mut Walkthrough, registry: &str) {
    let action = creation("For one task.", Visibility::Organization, &["model"]);
    walkthrough.observe(&Event::Completed(&action, Id::from_text(registry)));
}

/// The marks in their stored form.
fn marks(walkthrough: &Walkthrough) -> String {
    let sign = |step: &Step| match walkthrough.mark(*step) {
        Mark::Open => '-',
        Mark::Done => 'x',
        Mark::Skipped => 's',
        Mark::Moot => 'm',
    };
    Step::ALL.iter().map(sign).collect()
}

#[track_caller]
fn check(events: &[Event], expected: &str) -> Walkthrough {
    let mut walkthrough = Walkthrough::begin();
    for event in events {
        walkthrough.observe(event);
    }
    assert_eq!(marks(&walkthrough), expected);
    walkthrough
}

#[test]
fn the_whole_way_ticks_every_step() {
    let mut walkthrough = check(
        &[
            Event::Landing,
            Event::Dialog,
            Event::Untouched,
            Event::Left(Step::Name, true),
            Event::Left(Step::Describe, true),
            Event::Left(Step::Visibility, true),
            Event::Left(Step::Accept, true),
            Event::Types,
        ],
        "xxxxxxx--------",
    );
    assert_eq!(walkthrough.current(), Some(Step::Create));
    create(&mut walkthrough, "w.0.0");
    let own = id("w.0.0");
    let restrict =
        Action::Registry(RegistryAction::SetVisibility { registry: own.clone(), visibility: Visibility::Restricted });
    let member = Grantee::Person(PersonId(Id::from_text("w.0.1")));
    let add = Action::Registry(RegistryAction::AddMember { registry: own.clone(), member, role: Role::Viewer });
    let made = || Id::from_text("w.1.0");
    for (event, next) in [
        (Event::Landing, Some(Step::Select)),
        (Event::Registry(&own), Some(Step::Gear)),
        (Event::Settings(&own), Some(Step::Restrict)),
        (Event::Completed(&restrict, made()), Some(Step::AddMember)),
        (Event::Adding(&own), Some(Step::NameMember)),
        (Event::Named(&own, true), Some(Step::Confirm)),
        (Event::Completed(&add, made()), None),
    ] {
        walkthrough.observe(&event);
        assert_eq!(walkthrough.current(), next);
    }
    assert_eq!(marks(&walkthrough), "xxxxxxxxxxxxxxx");
}

#[test]
fn steps_have_the_numbers_of_the_guide() {
    let numbers: Vec<usize> = Step::ALL.iter().map(|step| step.number()).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 13, 13]);
}

#[test]
fn a_description_may_be_left_out() {
    check(
        &[Event::Landing, Event::Dialog, Event::Left(Step::Name, true), Event::Left(Step::Describe, false)],
        "xxxs-----------",
    );
    // Passing a step counts as well.
    check(&[Event::Landing, Event::Dialog, Event::Left(Step::Visibility, true)], "xx-sx----------");
}

#[test]
fn an_invalid_name_ticks_nothing() {
    check(&[Event::Dialog, Event::Left(Step::Name, true), Event::Left(Step::Name, false)], "xx-------------");
}

#[test]
fn accepting_all_types_makes_the_step_for_types_moot() {
    check(&[Event::Dialog, Event::Left(Step::Accept, false)], "xx-s-xm--------");
    check(&[Event::Dialog, Event::Left(Step::Accept, false), Event::Left(Step::Accept, true)], "xx-s-x---------");
}

#[test]
fn creating_completes_steps_that_were_not_seen() {
    let plain = creation("", Visibility::Organization, &[]);
    check(&[Event::Landing, Event::Dialog, Event::Completed(&plain, Id::from_text("w.0.0"))], "xxxsxxmx-------");
    let restricted = creation("", Visibility::Restricted, &["model"]);
    check(&[Event::Completed(&restricted, Id::from_text("w.0.0"))], "ssxsxxxx---m---");
}

#[test]
fn clearing_the_form_reopens_its_steps() {
    check(&[Event::Dialog, Event::Left(Step::Name, true), Event::Types, Event::Untouched], "xx-------------");
}

#[test]
fn other_registries_and_later_ones_tick_nothing() {
    let mut walkthrough = Walkthrough::begin();
    create(&mut walkthrough, "w.0.0");
    let before = walkthrough.clone();
    create(&mut walkthrough, "w.1.0");
    let other = id("w.1.0");
    let restrict =
        Action::Registry(RegistryAction::SetVisibility { registry: other.clone(), visibility: Visibility::Restricted });
    for event in [
        Event::Registry(&other),
        Event::Settings(&other),
        Event::Adding(&other),
        Event::Named(&other, true),
        Event::Completed(&restrict, Id::from_text("")),
        Event::Dialog,
        Event::Untouched,
        Event::Types,
        Event::Left(Step::Name, false),
    ] {
        walkthrough.observe(&event);
    }
    assert_eq!(walkthrough, before);
}

#[test]
fn opening_it_to_the_organization_again_does_not_undo_what_was_done() {
    let mut walkthrough = Walkthrough::begin();
    create(&mut walkthrough, "w.0.0");
    for visibility in [Visibility::Organization, Visibility::Restricted, Visibility::Organization] {
        let set = Action::Registry(RegistryAction::SetVisibility { registry: id("w.0.0"), visibility });
        walkthrough.observe(&Event::Completed(&set, Id::from_text("")));
    }
    assert_eq!(walkthrough.mark(Step::Restrict), Mark::Done);
}

#[test]
fn without_its_registry_it_goes_back_to_creating_one() {
    let mut walkthrough = Walkthrough::begin();
    walkthrough.observe(&Event::Landing);
    create(&mut walkthrough, "w.0.0");
    walkthrough.observe(&Event::Settings(&id("w.0.0")));
    walkthrough.observe(&Event::Completed(&Action::Registry(RegistryAction::Delete(id("w.9.9"))), Id::from_text("")));
    assert_eq!(marks(&walkthrough), "xsxxxxxxsxx----");
    walkthrough.observe(&Event::Completed(&Action::Registry(RegistryAction::Delete(id("w.0.0"))), Id::from_text("")));
    assert_eq!(marks(&walkthrough), "x--------------");
    assert_eq!(walkthrough.registry(), None);
    create(&mut walkthrough, "w.2.0");
    assert_eq!(walkthrough.registry(), Some(&id("w.2.0")));
}

#[test]
fn what_is_stored_is_read_again_and_of_its_workspace_only() {
    let mut walkthrough = Walkthrough::begin();
    walkthrough.observe(&Event::Landing);
    create(&mut walkthrough, "w.0.0");
    walkthrough.is_open = false;
    let text = walkthrough.to_text("0123456789");
    assert_eq!(text, r#"{"workspace":"0123456789","steps":"xsxxxxxx-------","registry":"w.0.0","state":"stopped"}"#);
    assert_eq!(Walkthrough::parse(&text, "0123456789"), Some(walkthrough));
    assert_eq!(Walkthrough::parse(&text, "another"), None);
}

#[test]
fn what_cannot_be_read_is_as_if_it_had_not_been_done() {
    for text in ["", "null", "[]", "{}", r#"{"workspace":7}"#] {
        assert_eq!(Walkthrough::parse(text, ""), None, "{text}");
    }
    let found = Walkthrough::parse(r#"{"workspace":"w","steps":"x?xxxxxxxxxxxxxxxxxxxxx"}"#, "w").unwrap();
    assert_eq!(marks(&found), "x-xxxxxxxxxxxxx");
    assert!(!found.is_open);
}
