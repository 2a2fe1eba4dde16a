//! The stored form of the walkthroughs. What an earlier release has stored is read as before.

use domain::{Description, Id, NewRegistry, RegistryName, Visibility};

use crate::state::walkthrough::progress::Walkthroughs;
use crate::state::walkthrough::steps::{Deed, Event, Kind, Mark, Place, Step, Subjects, Visible, Walk};

/// As the first release with a walkthrough has stored it.
const FIRST_ONLY: &str = r#"{"workspace":"0123456789","steps":"xsxxxxxx-------","registry":"w.0.0","state":"stopped"}"#;

/// With a further walkthrough that runs.
const FURTHER: &str = r#"{"workspace":"0123456789","steps":"xsxxxxxx-------","registry":"w.0.0","state":"open","walk":"link","further":{"link":{"steps":"x--------","subjects":{"project":"p.0"}}}}"#;

/// Without the first walkthrough.
const FURTHER_ONLY: &str = r#"{"workspace":"0123456789","steps":"","registry":"","state":"open","walk":"promote","further":{"promote":{"steps":"--------"}}}"#;

fn first() -> Walkthroughs {
    let mut all = Walkthroughs::default();
    all.begin(Walk::Registry);
    let running = all.running_mut().unwrap();
    running.observe(&Event::At(&Visible { place: Place::Landing, subjects: Subjects::new() }));
    let new = NewRegistry {
        name: RegistryName::parse("Walked").unwrap(),
        description: Description::parse("For one task.").unwrap(),
        visibility: Visibility::Organization,
        accepts: domain::AcceptedTypes::specify([domain::ArtifactType::parse("model").unwrap()]).unwrap(),
    };
    running.observe(&Event::Done(Deed::Registry(&new, Id::from_text("w.0.0"))));
    all.pause();
    all
}

#[track_caller]
fn check_stored(all: &Walkthroughs, text: &str) {
    assert_eq!(all.to_text("0123456789"), text);
    assert_eq!(Walkthroughs::parse(text, "0123456789").as_ref(), Some(all));
    assert_eq!(Walkthroughs::parse(text, "another"), None);
}

#[test]
fn the_first_walkthrough_is_stored_as_it_always_was() {
    let all = first();
    check_stored(&all, FIRST_ONLY);
    assert_eq!(all.running(), None);
    assert_eq!(all.get(Walk::Registry).and_then(|first| first.current()), Some(Step::Return));
}

#[test]
fn another_walkthrough_keeps_the_marks_of_the_first() {
    let mut all = first();
    all.begin(Walk::Link);
    let project = Subjects::from([(Kind::Project, Id::from_text("p.0"))]);
    all.running_mut().unwrap().observe(&Event::At(&Visible { place: Place::Project, subjects: project }));
    check_stored(&all, FURTHER);
    assert!(all.is_running(Walk::Link) && !all.is_running(Walk::Registry));
    all.resume(Walk::Registry);
    assert!(all.is_running(Walk::Registry));
    assert_eq!(all.get(Walk::Link).unwrap().mark(Step::ChooseProject), Mark::Done);
    all.begin(Walk::Link);
    assert_eq!(all.get(Walk::Link).unwrap().settled(), 0);
}

#[test]
fn a_further_walkthrough_does_not_start_the_first() {
    let mut all = Walkthroughs::default();
    all.begin(Walk::Promote);
    check_stored(&all, FURTHER_ONLY);
    assert_eq!(all.get(Walk::Registry), None);
}

#[test]
fn unreadable_progress_counts_as_none() {
    for text in ["", "null", "[]", "{}", r#"{"workspace":7}"#] {
        assert_eq!(Walkthroughs::parse(text, ""), None, "{text}");
    }
    let all = Walkthroughs::parse(r#"{"workspace":"w","steps":"x?xxxxxxxxxxxxxxxxxxxxx"}"#, "w").unwrap();
    let first = all.get(Walk::Registry).unwrap();
    assert_eq!((first.mark(Step::Visit), first.mark(Step::Open)), (Mark::Done, Mark::Open));
    assert_eq!(first.settled(), 14);
    assert_eq!(all.running(), None);
    // A later release may know others.
    let text = r#"{"workspace":"w","steps":"x","state":"open","walk":"later","further":{"later":{"steps":"x"},"label":{"subjects":{"later":"l.0"}}}}"#;
    let all = Walkthroughs::parse(text, "w").unwrap();
    assert!(all.is_running(Walk::Registry));
    assert_eq!(all.get(Walk::Label).unwrap().settled(), 0);
}
