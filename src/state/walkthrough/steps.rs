//! The progress in one walkthrough: events mark its steps. It knows no page, no text and no storage.
//!
//! A step counts once it was really done, wherever that was. A page counts only after every earlier action, and makes the
//! pages before it needless. What a walkthrough chooses can be chosen anew until something was done with it.

#[cfg(test)]
mod tests;

use domain::{Id, NewRegistry, RegistryId, Visibility};
use strum::{AsRefStr, EnumString};

pub use super::walks::{Goal, Kind, Place, Step, Subjects, Visible, Walk};

/// The state of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, AsRefStr)]
pub enum Mark {
    /// Not done yet.
    #[default]
    #[strum(serialize = "-")]
    Open,
    /// Done.
    #[strum(serialize = "x")]
    Done,
    /// Skipped, since the step is optional or its goal was reached another way.
    #[strum(serialize = "s")]
    Skipped,
    /// Without effect: all types are accepted, the registry was created as Restricted, or an alias is protected already.
    #[strum(serialize = "m")]
    Moot,
}

/// An action that was applied, as the walkthroughs see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed<'a> {
    /// The registry was created with this id.
    Registry(&'a NewRegistry, Id),
    /// The collection was created in this registry.
    Collection { registry: Id, made: Id },
    /// A protected alias was given to a version of this collection, and moved from another one.
    Alias { collection: Id, moves: bool },
    /// Another step was done with this subject.
    Step(Step, Kind, Id),
    /// The subject was deleted.
    Deletion(Kind, Id),
}

/// An event on the page.
pub enum Event<'a> {
    /// The page is visible.
    At(&'a Visible),
    /// A field of the dialog for a new registry has lost the focus. The flag says whether its value is valid; for the
    /// choice of types, whether types are to be specified.
    Left(Step, bool),
    /// The dialog is empty, or empty again.
    Untouched,
    /// The dialog contains types.
    Types,
    /// The form for members of this registry has changed. The flag says whether it names an account that can be
    /// added.
    Named(&'a RegistryId, bool),
    Done(Deed<'a>),
    /// The goal of the step is reached already.
    Needless(Step),
    /// The subject does not exist any more.
    Gone(Kind),
}

/// The progress in a walkthrough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walkthrough {
    pub walk: Walk,
    /// A mark for each step.
    pub(super) marks: Vec<Mark>,
    pub(super) own: Subjects,
}

impl Walkthrough {
    /// The walkthrough at its first step.
    #[must_use]
    pub fn begin(walk: Walk) -> Self {
        Self { walk, marks: vec![Mark::Open; walk.steps().len()], own: Subjects::new() }
    }

    /// The state of a step. A step of another walkthrough is open.
    #[must_use]
    pub fn mark(&self, step: Step) -> Mark {
        let position = self.walk.position(step);
        position.and_then(|position| self.marks.get(position)).copied().unwrap_or_default()
    }

    fn has_open(&self, step: Step) -> bool {
        self.walk.position(step).is_some() && self.mark(step) == Mark::Open
    }

    /// The first open step, if there is one.
    #[must_use]
    pub fn current(&self) -> Option<Step> {
        self.walk.steps().iter().copied().find(|step| self.mark(*step) == Mark::Open)
    }

    /// The number of steps that are not open.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.marks.iter().filter(|mark| **mark != Mark::Open).count()
    }

    /// The id of the subject that was chosen or made.
    #[must_use]
    pub fn own(&self, kind: Kind) -> Option<&Id> {
        self.own.get(&kind)
    }

    /// The walkthrough after an event.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        self.observe(event);
        self
    }

    /// Updates the marks after an event.
    pub fn observe(&mut self, event: &Event) {
        let is_created = self.own(Kind::Registry).is_some();
        match event {
            Event::At(visible) => self.observe_page(visible),
            Event::Done(deed) => self.observe_deed(deed),
            Event::Named(id, is_valid) => {
                if self.own(Kind::Registry) == Some(&id.0) && self.mark(Step::Confirm) == Mark::Open {
                    self.set(Step::NameMember, if *is_valid { Mark::Done } else { Mark::Open });
                }
            }
            Event::Needless(step) => {
                if self.mark(*step) == Mark::Open {
                    self.set(*step, Mark::Moot);
                }
            }
            Event::Gone(kind) => {
                if self.own.contains_key(kind) {
                    self.lose(*kind);
                }
            }
            // The dialog of another registry says nothing about the one that was created.
            Event::Untouched | Event::Types | Event::Left(..) if is_created => {}
            Event::Untouched => {
                for step in [Step::Name, Step::Describe, Step::Visibility, Step::Accept, Step::AddTypes] {
                    self.set(step, Mark::Open);
                }
            }
            Event::Types => self.complete(&[Step::AddTypes]),
            Event::Left(step, is_filled) => self.observe_field_left(*step, *is_filled),
        }
    }

    fn observe_page(&mut self, visible: &Visible) {
        for step in self.walk.steps() {
            match step.rule().goal {
                Goal::Reach(place) => {
                    let is_there = visible.place.is_within(place) && self.is_own(place, visible);
                    if is_there && self.mark(*step) == Mark::Open {
                        self.complete(&[*step]);
                    }
                }
                Goal::Choose(place) => {
                    let kind = place.subject().filter(|_| visible.place.is_within(place));
                    if let Some((kind, id)) = kind.and_then(|kind| Some((kind, visible.subjects.get(&kind)?))) {
                        self.choose(*step, kind, id);
                    }
                }
                // An existing object will do, if it belongs to the chosen one.
                Goal::Act { instead: Some(place) } => {
                    let is_there = visible.place.is_within(place) && self.has_own(visible);
                    if is_there && self.mark(*step) == Mark::Open {
                        self.own.extend(visible.subjects.clone());
                        self.skip_until(*step);
                        self.set(*step, Mark::Skipped);
                    }
                }
                Goal::Fill { .. } | Goal::Act { instead: None } => {}
            }
            // Later steps wait for an open action.
            if matches!(step.rule().goal, Goal::Act { .. }) && self.mark(*step) == Mark::Open {
                return;
            }
        }
    }

    /// Whether the page shows the walkthrough's own subject, or needs none.
    fn is_own(&self, place: Place, visible: &Visible) -> bool {
        place.subject().is_none_or(|kind| self.own(kind).is_some() && self.own(kind) == visible.subjects.get(&kind))
    }

    /// Whether no subject of the page is another one than the walkthrough's own.
    fn has_own(&self, visible: &Visible) -> bool {
        let is_other = |(kind, id): (&Kind, &Id)| self.own(*kind).is_some_and(|own| own != id);
        !visible.subjects.iter().any(is_other)
    }

    /// Makes the subject the walkthrough's own, unless something was done with another one.
    fn choose(&mut self, step: Step, kind: Kind, id: &Id) {
        if self.own(kind) != Some(id) {
            let position = self.walk.position(step).unwrap_or_default();
            let mut later = self.walk.steps().iter().skip(position);
            let is_settled = |later: &Step| {
                matches!(later.rule().goal, Goal::Act { .. }) && matches!(self.mark(*later), Mark::Done | Mark::Skipped)
            };
            if later.any(is_settled) {
                return;
            }
            self.reopen(position);
            self.own.insert(kind, id.clone());
        }
        self.complete(&[step]);
    }

    fn observe_field_left(&mut self, step: Step, is_filled: bool) {
        if step == Step::Describe && !is_filled {
            self.set(step, Mark::Skipped);
        }
        if step == Step::Accept && !is_filled {
            self.set(Step::AddTypes, Mark::Moot);
        } else if step == Step::Accept && self.mark(Step::AddTypes) == Mark::Moot {
            self.set(Step::AddTypes, Mark::Open);
        }
        if is_filled || matches!(step, Step::Visibility | Step::Accept) {
            self.complete(&[step]);
        } else if step != Step::Describe {
            self.skip_until(step);
            self.set(step, Mark::Open);
        }
    }

    fn observe_deed(&mut self, deed: &Deed) {
        match deed {
            Deed::Registry(new, made) => self.observe_creation(new, made),
            Deed::Collection { registry, made } => {
                if self.own(Kind::Registry) == Some(registry) && self.has_open(Step::Link) {
                    self.own.insert(Kind::Collection, made.clone());
                    self.complete(&[Step::CreateCollection]);
                }
            }
            Deed::Alias { collection, moves } => {
                if self.own(Kind::Collection) == Some(collection) {
                    self.observe_alias(*moves);
                }
            }
            Deed::Step(step, kind, id) => {
                if self.walk.position(*step).is_some() {
                    self.observe_step(*step, *kind, id);
                }
            }
            Deed::Deletion(kind, id) => {
                if self.own(*kind) == Some(id) {
                    self.lose(*kind);
                }
            }
        }
    }

    fn observe_alias(&mut self, moves: bool) {
        if moves {
            self.skip(&[Step::GiveAlias]);
            self.complete(&[Step::MoveAlias]);
        } else if self.has_open(Step::GiveAlias) {
            self.complete(&[Step::GiveAlias]);
        }
    }

    fn observe_step(&mut self, step: Step, kind: Kind, id: &Id) {
        self.first_choice(kind, id);
        if self.own(kind) == Some(id) {
            // A member that was added has been named.
            if step == Step::Confirm {
                self.complete(&[Step::NameMember]);
            }
            self.complete(&[step]);
        }
    }

    /// An action on another subject than the first one that was chosen chooses it.
    fn first_choice(&mut self, kind: Kind, id: &Id) {
        if let Some(first) = self.walk.steps().first()
            && first.rule().begins == Some(kind)
            && matches!(first.rule().goal, Goal::Choose(_))
        {
            self.choose(*first, kind, id);
        }
    }

    fn observe_creation(&mut self, new: &NewRegistry, made: &Id) {
        if self.walk.position(Step::Create).is_none() || self.own(Kind::Registry).is_some() {
            return;
        }
        let done_if = |is_done: bool, other: Mark| if is_done { Mark::Done } else { other };
        self.set(Step::Describe, done_if(!new.description.as_str().is_empty(), Mark::Skipped));
        self.set(Step::AddTypes, done_if(!new.accepts.is_all(), Mark::Moot));
        self.complete(&[Step::Name, Step::Visibility, Step::Accept, Step::Create]);
        if new.visibility == Visibility::Restricted {
            self.set(Step::Restrict, Mark::Moot);
        }
        self.own.insert(Kind::Registry, made.clone());
    }

    /// Goes back to the step that chooses or makes the subject.
    fn lose(&mut self, kind: Kind) {
        let begins = |step: &Step| step.rule().begins == Some(kind);
        if let Some(position) = self.walk.steps().iter().position(begins) {
            self.reopen(position);
        }
    }

    /// Reopens the steps from a position on, without what they have chosen or made.
    fn reopen(&mut self, position: usize) {
        for step in self.walk.steps().iter().skip(position) {
            if let Some(kind) = step.rule().begins {
                self.own.remove(&kind);
            }
            self.set(*step, Mark::Open);
        }
    }

    fn set(&mut self, step: Step, mark: Mark) {
        let position = self.walk.position(step);
        if let Some(slot) = position.and_then(|position| self.marks.get_mut(position)) {
            *slot = mark;
        }
    }

    fn complete(&mut self, steps: &[Step]) {
        for step in steps {
            self.skip_until(*step);
            self.set(*step, Mark::Done);
        }
    }

    /// Marks open steps as skipped.
    fn skip(&mut self, steps: &[Step]) {
        for step in steps {
            if self.mark(*step) == Mark::Open {
                self.set(*step, Mark::Skipped);
            }
        }
    }

    /// Skips the open pages and optional fields before a step.
    fn skip_until(&mut self, step: Step) {
        let before = self.walk.position(step).unwrap_or_default();
        for earlier in self.walk.steps().iter().take(before) {
            if matches!(earlier.rule().goal, Goal::Reach(_) | Goal::Choose(_) | Goal::Fill { is_optional: true }) {
                self.skip(&[*earlier]);
            }
        }
    }
}
