//! The walkthroughs of collections, links, aliases and tags.

use super::{Deed, Event, Kind, Mark, Place, Step, Walk, Walkthrough, did, id, marks, page};

const PROJECT: (Kind, &str) = (Kind::Project, "p.0");

const REGISTRY: (Kind, &str) = (Kind::Registry, "r.0");

const COLLECTION: (Kind, &str) = (Kind::Collection, "c.0");

fn at(walkthrough: &mut Walkthrough, place: Place, subjects: &[(Kind, &str)]) {
    walkthrough.observe(&Event::At(&page(place, subjects)));
}

fn done(walkthrough: &mut Walkthrough, step: Step, (kind, of): (Kind, &str)) {
    walkthrough.observe(&Event::Done(Deed::Step(step, kind, id(of))));
}

fn created(walkthrough: &mut Walkthrough, registry: &str, collection: &str) {
    walkthrough.observe(&Event::Done(Deed::Collection { registry: id(registry), made: id(collection) }));
}

fn alias(walkthrough: &mut Walkthrough, collection: &str, moves: bool) {
    walkthrough.observe(&Event::Done(Deed::Alias { collection: id(collection), moves }));
}

#[test]
fn a_version_is_logged_and_linked() {
    let mut walkthrough = Walkthrough::begin(Walk::Link);
    at(&mut walkthrough, Place::Projects, &[]);
    assert_eq!(marks(&walkthrough), "---------");
    at(&mut walkthrough, Place::Project, &[PROJECT]);
    at(&mut walkthrough, Place::LogArtifact, &[PROJECT]);
    assert_eq!(walkthrough.current(), Some(Step::Log));
    // Pages after an action that is open do not count.
    at(&mut walkthrough, Place::Registry, &[REGISTRY]);
    assert_eq!(marks(&walkthrough), "xx-------");
    done(&mut walkthrough, Step::Log, PROJECT);
    at(&mut walkthrough, Place::Version, &[]);
    at(&mut walkthrough, Place::Registry, &[REGISTRY]);
    at(&mut walkthrough, Place::CreateCollection, &[REGISTRY]);
    assert_eq!(walkthrough.current(), Some(Step::CreateCollection));
    created(&mut walkthrough, "r.9", "c.9");
    assert_eq!(walkthrough.current(), Some(Step::CreateCollection), "in another registry");
    created(&mut walkthrough, "r.0", "c.0");
    at(&mut walkthrough, Place::LinkVersion, &[REGISTRY, COLLECTION]);
    done(&mut walkthrough, Step::Link, (Kind::Collection, "c.9"));
    assert_eq!(walkthrough.current(), Some(Step::Link));
    done(&mut walkthrough, Step::Link, COLLECTION);
    at(&mut walkthrough, Place::LinkedVersion, &[REGISTRY, COLLECTION]);
    assert_eq!(marks(&walkthrough), "xxxxxxxxx");
}

#[test]
fn a_version_and_a_collection_that_exist_will_do() {
    let mut walkthrough = Walkthrough::begin(Walk::Link);
    at(&mut walkthrough, Place::Version, &[]);
    assert_eq!(marks(&walkthrough), "sss------");
    at(&mut walkthrough, Place::Registry, &[REGISTRY]);
    at(&mut walkthrough, Place::Collection, &[(Kind::Registry, "r.9"), (Kind::Collection, "c.9")]);
    // Nothing was done with the first registry, so the collection of another one can be chosen.
    assert_eq!(marks(&walkthrough), "sssxss---");
    assert_eq!(walkthrough.own(Kind::Registry), Some(&id("r.9")));
    assert_eq!(walkthrough.own(Kind::Collection), Some(&id("c.9")));
    // A new one takes its place, until something is linked.
    created(&mut walkthrough, "r.9", "c.0");
    assert_eq!(walkthrough.own(Kind::Collection), Some(&id("c.0")));
    done(&mut walkthrough, Step::Link, COLLECTION);
    created(&mut walkthrough, "r.9", "c.1");
    assert_eq!(walkthrough.own(Kind::Collection), Some(&id("c.0")));
}

#[test]
fn a_choice_can_change_until_an_action_uses_it() {
    let mut walkthrough = Walkthrough::begin(Walk::Promote);
    at(&mut walkthrough, Place::Settings, &[REGISTRY]);
    assert_eq!(marks(&walkthrough), "xx------");
    at(&mut walkthrough, Place::Registry, &[(Kind::Registry, "r.1")]);
    assert_eq!(marks(&walkthrough), "x-------");
    assert_eq!(walkthrough.own(Kind::Registry), Some(&id("r.1")));
    done(&mut walkthrough, Step::Protect, (Kind::Registry, "r.1"));
    assert_eq!(marks(&walkthrough), "xsx-----");
    at(&mut walkthrough, Place::Registry, &[REGISTRY]);
    assert_eq!(walkthrough.own(Kind::Registry), Some(&id("r.1")));
}

#[test]
fn an_alias_is_given_and_moved() {
    let mut walkthrough = Walkthrough::begin(Walk::Promote);
    done(&mut walkthrough, Step::Protect, REGISTRY);
    at(&mut walkthrough, Place::LinkedVersion, &[REGISTRY, COLLECTION]);
    assert_eq!(marks(&walkthrough), "xsxxx---");
    alias(&mut walkthrough, "c.9", false);
    assert_eq!(walkthrough.current(), Some(Step::GiveAlias));
    alias(&mut walkthrough, "c.0", false);
    assert_eq!(walkthrough.current(), Some(Step::MoveAlias));
    // Another alias moves nothing.
    alias(&mut walkthrough, "c.0", false);
    assert_eq!(walkthrough.current(), Some(Step::MoveAlias));
    at(&mut walkthrough, Place::Promotions, &[REGISTRY]);
    alias(&mut walkthrough, "c.0", true);
    assert_eq!(marks(&walkthrough), "xsxxxxx-");
    at(&mut walkthrough, Place::Promotions, &[REGISTRY]);
    assert_eq!(walkthrough.current(), None);
}

#[test]
fn an_alias_that_is_protected_and_held_can_be_moved_at_once() {
    let mut walkthrough = Walkthrough::begin(Walk::Promote);
    at(&mut walkthrough, Place::Registry, &[REGISTRY]);
    walkthrough.observe(&Event::Needless(Step::Protect));
    at(&mut walkthrough, Place::LinkedVersion, &[REGISTRY, COLLECTION]);
    walkthrough.observe(&Event::Needless(Step::GiveAlias));
    assert_eq!(marks(&walkthrough), "xsmxxm--");
    // A needless step does not fix the choice.
    at(&mut walkthrough, Place::Registry, &[(Kind::Registry, "r.1")]);
    assert_eq!(marks(&walkthrough), "x-------");
}

#[test]
fn labels_are_added_and_found() {
    let mut walkthrough = Walkthrough::begin(Walk::Label);
    at(&mut walkthrough, Place::Collection, &[REGISTRY, COLLECTION]);
    assert_eq!(marks(&walkthrough), "xx------");
    for (step, next) in [
        (Step::TagCollection, Some(Step::DescribeCollection)),
        (Step::DescribeCollection, Some(Step::ViewVersion)),
        (Step::TagVersion, Some(Step::Search)),
        (Step::Search, Some(Step::Unlink)),
        (Step::Unlink, None),
    ] {
        done(&mut walkthrough, step, (Kind::Collection, "c.9"));
        done(&mut walkthrough, step, COLLECTION);
        assert_eq!(walkthrough.current(), next);
    }
    assert_eq!(walkthrough.mark(Step::ViewVersion), Mark::Skipped);
}

#[test]
fn without_its_collection_it_goes_back_to_choosing_one() {
    let mut walkthrough = Walkthrough::begin(Walk::Label);
    at(&mut walkthrough, Place::Collection, &[REGISTRY, COLLECTION]);
    done(&mut walkthrough, Step::TagCollection, COLLECTION);
    walkthrough.observe(&Event::Gone(Kind::Project));
    assert_eq!(marks(&walkthrough), "xxx-----");
    walkthrough.observe(&Event::Gone(Kind::Collection));
    assert_eq!(marks(&walkthrough), "x-------");
    walkthrough.observe(&Event::Done(Deed::Deletion(Kind::Registry, id("r.0"))));
    assert_eq!(marks(&walkthrough), "--------");
}

#[test]
fn an_event_of_another_walkthrough_completes_no_step() {
    for walk in [Walk::Link, Walk::Promote, Walk::Label] {
        let mut walkthrough = Walkthrough::begin(walk);
        super::create(&mut walkthrough, "w.0.0");
        walkthrough.observe(&did(Step::Restrict, "w.0.0"));
        walkthrough.observe(&Event::Left(Step::Name, true));
        walkthrough.observe(&Event::Types);
        walkthrough.observe(&Event::Untouched);
        assert_eq!(walkthrough, Walkthrough::begin(walk));
    }
    let mut first = Walkthrough::begin(Walk::Registry);
    at(&mut first, Place::Collection, &[REGISTRY, COLLECTION]);
    created(&mut first, "r.0", "c.0");
    alias(&mut first, "c.0", true);
    done(&mut first, Step::Protect, REGISTRY);
    assert_eq!(first, Walkthrough::begin(Walk::Registry));
}
