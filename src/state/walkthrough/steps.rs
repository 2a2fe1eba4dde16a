//! The walkthrough of the guide *Create a custom registry*: how far somebody has come in it. Its steps are ticked by what
//! was really done. It knows no page, no words and no storage.

#[cfg(test)]
mod tests;

use domain::{Action, Id, RegistryAction, RegistryId, Visibility};
use serde::{Deserialize, Serialize};

/// A step of the guide. Its thirteenth has three parts: the last three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Go to the registries.
    Visit,
    /// Open the dialog.
    Open,
    /// Give a name.
    Name,
    /// Describe it, or not.
    Describe,
    /// Choose who can see it.
    Visibility,
    /// Choose whether all types are accepted.
    Accept,
    /// Name the types, if they are to be specified.
    AddTypes,
    /// Create it.
    Create,
    /// Go to the registries again.
    Return,
    /// Select the registry.
    Select,
    /// Open its settings.
    Gear,
    /// Restrict it.
    Restrict,
    /// Open the form for members.
    AddMember,
    /// Name somebody in it.
    NameMember,
    /// Add them.
    Confirm,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 15] = [
        Self::Visit,
        Self::Open,
        Self::Name,
        Self::Describe,
        Self::Visibility,
        Self::Accept,
        Self::AddTypes,
        Self::Create,
        Self::Return,
        Self::Select,
        Self::Gear,
        Self::Restrict,
        Self::AddMember,
        Self::NameMember,
        Self::Confirm,
    ];
    /// The number of the last one.
    pub const LAST: usize = 13;

    /// Its number in the guide.
    #[must_use]
    pub fn number(self) -> usize {
        (self as usize + 1).min(Self::LAST)
    }
}

/// What became of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// It is still to be done.
    #[default]
    Open,
    /// It was done.
    Done,
    /// It was passed by: it is optional, or what it leads to was done in another way.
    Skipped,
    /// There is nothing to do in it: all types are accepted, or the registry was created Restricted.
    Moot,
}

/// What is stored of a mark, in the order of [`Mark`].
const MARKS: [(char, Mark); 4] = [('-', Mark::Open), ('x', Mark::Done), ('s', Mark::Skipped), ('m', Mark::Moot)];

/// The stored form. A field that was not always there may be missing.
#[derive(Serialize, Deserialize)]
struct Stored {
    workspace: String,
    /// A sign of [`MARKS`] for each step.
    #[serde(default)]
    steps: String,
    /// The id of the registry, or nothing.
    #[serde(default)]
    registry: String,
    #[serde(default)]
    state: State,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Open,
    #[default]
    #[serde(other)]
    Stopped,
}

/// Something that happened.
pub enum Event<'a> {
    /// The registries are shown, and nothing over them.
    Landing,
    /// The dialog that creates a registry is shown.
    Dialog,
    /// This registry is shown.
    Registry(&'a RegistryId),
    /// Its settings are.
    Settings(&'a RegistryId),
    /// The form for its members is.
    Adding(&'a RegistryId),
    /// A field of the dialog was left: with something that will do or, where there is a choice, with types to be
    /// specified.
    Left(Step, bool),
    /// The dialog holds nothing yet, or nothing any more.
    Untouched,
    /// Types stand in the dialog.
    Types,
    /// In the form for members of this registry stands who can be added, or not.
    Named(&'a RegistryId, bool),
    /// This was done; what it made has this id.
    Did(&'a Action, Id),
    /// The registry is not there any more.
    Gone,
}

/// How far somebody has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walkthrough {
    marks: [Mark; Step::ALL.len()],
    registry: Option<RegistryId>,
    /// Whether it is under way; otherwise it waits to be gone on with.
    pub is_open: bool,
}

impl Walkthrough {
    /// The beginning.
    #[must_use]
    pub fn begin() -> Self {
        Self { marks: [Mark::Open; Step::ALL.len()], registry: None, is_open: true }
    }

    /// What became of a step.
    #[must_use]
    pub fn mark(&self, step: Step) -> Mark {
        self.marks.get(step as usize).copied().unwrap_or_default()
    }

    /// The first step that is still to be done; nothing if none is.
    #[must_use]
    pub fn current(&self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| self.mark(*step) == Mark::Open)
    }

    /// The registry that was created in it.
    #[must_use]
    pub fn registry(&self) -> Option<&RegistryId> {
        self.registry.as_ref()
    }

    fn set(&mut self, step: Step, mark: Mark) {
        if let Some(place) = self.marks.get_mut(step as usize) {
            *place = mark;
        }
    }

    /// Steps that were passed by on the way to something else.
    fn pass(&mut self, steps: &[Step]) {
        for step in steps {
            if self.mark(*step) == Mark::Open {
                self.set(*step, Mark::Skipped);
            }
        }
    }

    fn done(&mut self, steps: &[Step]) {
        for step in steps {
            self.set(*step, Mark::Done);
        }
    }

    /// The registry was reached, by way of the others or by another.
    fn reach(&mut self, steps: &[Step]) {
        self.pass(&[Step::Return]);
        self.done(steps);
    }

    fn reopen(&mut self, from: Step, to: Step) {
        for step in Step::ALL {
            if from <= step && step <= to {
                self.set(step, Mark::Open);
            }
        }
    }

    /// Takes in what happened. What happens to other registries, or in the dialog after the registry was created, is
    /// none of its business.
    pub fn observe(&mut self, event: &Event) {
        let is_created = self.registry.is_some();
        let is_own = |id: &RegistryId| self.registry.as_ref() == Some(id);
        match event {
            Event::Landing if is_created => self.done(&[Step::Return]),
            Event::Landing => self.done(&[Step::Visit]),
            Event::Registry(id) if is_own(id) => self.reach(&[Step::Select]),
            Event::Settings(id) if is_own(id) => self.reach(&[Step::Select, Step::Gear]),
            Event::Adding(id) if is_own(id) => self.reach(&[Step::Select, Step::Gear, Step::AddMember]),
            Event::Named(id, does) if is_own(id) && self.mark(Step::Confirm) == Mark::Open => {
                self.set(Step::NameMember, if *does { Mark::Done } else { Mark::Open });
            }
            Event::Did(action, made) => self.observe_done(action, made),
            Event::Gone if is_created => {
                self.registry = None;
                self.reopen(Step::Open, Step::Confirm);
            }
            Event::Dialog if !is_created => self.done(&[Step::Visit, Step::Open]),
            Event::Untouched if !is_created => self.reopen(Step::Name, Step::AddTypes),
            Event::Types if !is_created => self.done(&[Step::AddTypes]),
            Event::Left(step, is_filled) if !is_created => self.observe_left(*step, *is_filled),
            _ => {}
        }
    }

    fn observe_left(&mut self, step: Step, is_filled: bool) {
        match step {
            Step::Describe if !is_filled => self.set(step, Mark::Skipped),
            Step::Visibility => self.done(&[step]),
            Step::Accept => {
                self.done(&[step]);
                if !is_filled {
                    self.set(Step::AddTypes, Mark::Moot);
                } else if self.mark(Step::AddTypes) == Mark::Moot {
                    self.set(Step::AddTypes, Mark::Open);
                }
            }
            _ => self.set(step, if is_filled { Mark::Done } else { Mark::Open }),
        }
        if step > Step::Describe {
            self.pass(&[Step::Describe]);
        }
    }

    fn observe_done(&mut self, action: &Action, made: &Id) {
        let is_own = |id: &RegistryId| self.registry.as_ref() == Some(id);
        match action {
            Action::Registry(RegistryAction::Create(new)) if self.registry.is_none() => {
                self.pass(&[Step::Visit, Step::Open]);
                self.done(&[Step::Name, Step::Visibility, Step::Accept, Step::Create]);
                let if_so = |is_so: bool, other: Mark| if is_so { Mark::Done } else { other };
                self.set(Step::Describe, if_so(!new.description.as_str().is_empty(), Mark::Skipped));
                self.set(Step::AddTypes, if_so(!new.accepts.is_all(), Mark::Moot));
                if new.visibility == Visibility::Restricted {
                    self.set(Step::Restrict, Mark::Moot);
                }
                self.registry = Some(RegistryId(made.clone()));
            }
            Action::Registry(RegistryAction::SetVisibility { registry, visibility: Visibility::Restricted })
                if is_own(registry) =>
            {
                self.done(&[Step::Restrict]);
            }
            Action::Registry(RegistryAction::AddMember { registry, .. }) if is_own(registry) => {
                self.pass(&[Step::AddMember]);
                self.done(&[Step::NameMember, Step::Confirm]);
            }
            Action::Registry(RegistryAction::Delete(registry)) if is_own(registry) => self.observe(&Event::Gone),
            _ => {}
        }
    }

    /// What is stored of it, as part of this workspace.
    #[must_use]
    pub fn to_text(&self, workspace: &str) -> String {
        let sign = |mark: &Mark| MARKS.iter().find(|(_, known)| known == mark).map_or('-', |(sign, _)| *sign);
        let stored = Stored {
            workspace: workspace.to_owned(),
            steps: self.marks.iter().map(sign).collect(),
            registry: self.registry.as_ref().map_or_else(String::new, |id| id.0.to_string()),
            state: if self.is_open { State::Open } else { State::Stopped },
        };
        #[expect(clippy::expect_used, reason = "texts are always written")]
        serde_json::to_string(&stored).expect("a walkthrough can be written")
    }

    /// What was stored, if it is of this workspace. What cannot be read is as if it had not been done.
    #[must_use]
    pub fn parse(text: &str, workspace: &str) -> Option<Self> {
        let stored: Stored = serde_json::from_str(text).ok()?;
        if stored.workspace != workspace {
            return None;
        }
        let mut found = Self::begin();
        for (mark, written) in found.marks.iter_mut().zip(stored.steps.chars()) {
            *mark = MARKS.iter().find(|(sign, _)| *sign == written).map_or(Mark::Open, |(_, mark)| *mark);
        }
        found.registry = (!stored.registry.is_empty()).then(|| RegistryId(Id::from_text(&stored.registry)));
        found.is_open = stored.state == State::Open;
        Some(found)
    }
}
