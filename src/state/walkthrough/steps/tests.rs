//! The effect of events on the steps of the walkthrough.

mod further;

use domain::{AcceptedTypes, ArtifactType, Description, Id, NewRegistry, RegistryId, RegistryName, Visibility};

use super::{Deed, Event, Kind, Mark, Place, Step, Subjects, Visible, Walk, Walkthrough};

fn id(text: &str) -> Id {
    Id::from_text(text)
}

/// A page that is about subjects.
fn page(place: Place, subjects: &[(Kind, &str)]) -> Visible {
    let subjects: Subjects = subjects.iter().map(|(kind, text)| (*kind, id(text))).collect();
    Visible { place, subjects }
}

fn visit(walkthrough: &mut Walkthrough, place: Place, registry: &str) {
    let subjects = if registry.is_empty() { vec![] } else { vec![(Kind::Registry, registry)] };
    walkthrough.observe(&Event::At(&page(place, &subjects)));
}

fn did(step: Step, registry: &str) -> Event<'static> {
    Event::Done(Deed::Step(step, Kind::Registry, id(registry)))
}

fn new_registry(description: &str, visibility: Visibility, types: &[&str]) -> NewRegistry {
    let parsed = types.iter().map(|name| ArtifactType::parse(name).unwrap());
    NewRegistry {
        name: RegistryName::parse("Fine_Tuned_Models").unwrap(),
        description: Description::parse(description).unwrap(),
        visibility,
        accepts: if types.is_empty() { AcceptedTypes::all() } else { AcceptedTypes::specify(parsed).unwrap() },
    }
}

fn create(walkthrough: &mut Walkthrough, registry: &str) {
    let new = new_registry("For one task.", Visibility::Organization, &["model"]);
    walkthrough.observe(&Event::Done(Deed::Registry(&new, id(registry))));
}

/// The marks in their stored form.
fn marks(walkthrough: &Walkthrough) -> String {
    walkthrough.walk.steps().iter().map(|step| walkthrough.mark(*step).as_ref().to_owned()).collect()
}

#[track_caller]
fn check(events: &[Event], expected: &str) -> Walkthrough {
    let mut walkthrough = Walkthrough::begin(Walk::Registry);
    for event in events {
        walkthrough.observe(event);
    }
    assert_eq!(marks(&walkthrough), expected);
    walkthrough
}

#[test]
fn the_whole_way_ticks_every_step() {
    let (landing, dialog) = (page(Place::Landing, &[]), page(Place::CreateRegistry, &[]));
    let mut walkthrough = check(
        &[
            Event::At(&landing),
            Event::At(&dialog),
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
    let own = [(Kind::Registry, "w.0.0")];
    let (registry, settings, adding) =
        (page(Place::Registry, &own), page(Place::Settings, &own), page(Place::AddMember, &own));
    let id = RegistryId(id("w.0.0"));
    for (event, next) in [
        (Event::At(&landing), Some(Step::Select)),
        (Event::At(&registry), Some(Step::Gear)),
        (Event::At(&settings), Some(Step::Restrict)),
        (did(Step::Restrict, "w.0.0"), Some(Step::AddMember)),
        (Event::At(&adding), Some(Step::NameMember)),
        (Event::Named(&id, true), Some(Step::Confirm)),
        (did(Step::Confirm, "w.0.0"), None),
    ] {
        walkthrough.observe(&event);
        assert_eq!(walkthrough.current(), next);
    }
    assert_eq!(marks(&walkthrough), "xxxxxxxxxxxxxxx");
}

#[test]
fn steps_have_the_numbers_of_the_guide() {
    let numbers: Vec<usize> = Walk::Registry.steps().iter().map(|step| Walk::Registry.number(*step)).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 13, 13]);
}

#[test]
fn a_description_may_be_left_out() {
    let dialog = page(Place::CreateRegistry, &[]);
    check(&[Event::At(&dialog), Event::Left(Step::Name, true), Event::Left(Step::Describe, false)], "xxxs-----------");
    // Passing a step counts as well.
    check(&[Event::At(&dialog), Event::Left(Step::Visibility, true)], "xx-sx----------");
}

#[test]
fn an_invalid_name_ticks_nothing() {
    let dialog = page(Place::CreateRegistry, &[]);
    check(&[Event::At(&dialog), Event::Left(Step::Name, true), Event::Left(Step::Name, false)], "xx-------------");
}

#[test]
fn accepting_all_types_makes_the_step_for_types_moot() {
    let dialog = page(Place::CreateRegistry, &[]);
    check(&[Event::At(&dialog), Event::Left(Step::Accept, false)], "xx-s-xm--------");
    check(&[Event::At(&dialog), Event::Left(Step::Accept, false), Event::Left(Step::Accept, true)], "xx-s-x---------");
}

#[test]
fn creating_completes_steps_that_were_not_seen() {
    let dialog = page(Place::CreateRegistry, &[]);
    let plain = new_registry("", Visibility::Organization, &[]);
    check(&[Event::At(&dialog), Event::Done(Deed::Registry(&plain, id("w.0.0")))], "xxxsxxmx-------");
    let restricted = new_registry("", Visibility::Restricted, &["model"]);
    check(&[Event::Done(Deed::Registry(&restricted, id("w.0.0")))], "ssxsxxxx---m---");
}

#[test]
fn clearing_the_form_reopens_its_steps() {
    let dialog = page(Place::CreateRegistry, &[]);
    check(&[Event::At(&dialog), Event::Left(Step::Name, true), Event::Types, Event::Untouched], "xx-------------");
}

#[test]
fn other_registries_and_later_ones_tick_nothing() {
    let mut walkthrough = Walkthrough::begin(Walk::Registry);
    create(&mut walkthrough, "w.0.0");
    let before = walkthrough.clone();
    create(&mut walkthrough, "w.1.0");
    for place in [Place::Registry, Place::Settings, Place::AddMember] {
        visit(&mut walkthrough, place, "w.1.0");
    }
    for event in [
        Event::Named(&RegistryId(id("w.1.0")), true),
        did(Step::Restrict, "w.1.0"),
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
    let mut walkthrough = Walkthrough::begin(Walk::Registry);
    create(&mut walkthrough, "w.0.0");
    walkthrough.observe(&did(Step::Restrict, "w.0.0"));
    walkthrough.observe(&Event::Untouched);
    assert_eq!(walkthrough.mark(Step::Restrict), Mark::Done);
}

#[test]
fn without_its_registry_it_goes_back_to_creating_one() {
    let mut walkthrough = Walkthrough::begin(Walk::Registry);
    visit(&mut walkthrough, Place::Landing, "");
    create(&mut walkthrough, "w.0.0");
    visit(&mut walkthrough, Place::Settings, "w.0.0");
    walkthrough.observe(&Event::Done(Deed::Deletion(Kind::Registry, id("w.9.9"))));
    assert_eq!(marks(&walkthrough), "xsxxxxxxsxx----");
    walkthrough.observe(&Event::Done(Deed::Deletion(Kind::Registry, id("w.0.0"))));
    assert_eq!(marks(&walkthrough), "x--------------");
    assert_eq!(walkthrough.own(Kind::Registry), None);
    create(&mut walkthrough, "w.2.0");
    assert_eq!(walkthrough.own(Kind::Registry), Some(&id("w.2.0")));
}
