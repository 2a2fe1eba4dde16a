//! The progress in the walkthrough of the guide *Create a custom registry*. Real events complete its steps. This
//! module knows no page, no text and no storage.

#[cfg(test)]
mod tests;

use domain::{Action, Id, RegistryAction, RegistryId, Visibility};
use serde::{Deserialize, Serialize};

/// A step of the guide. The last three are the parts of the guide's thirteenth step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Visit the landing page.
    Visit,
    /// Open the dialog.
    Open,
    /// Enter a name.
    Name,
    /// Enter a description, which is optional.
    Describe,
    /// Select the visibility.
    Visibility,
    /// Select whether all types are accepted.
    Accept,
    /// Add accepted types, unless all types are accepted.
    AddTypes,
    /// Create the registry.
    Create,
    /// Return to the landing page.
    Return,
    /// Select the registry.
    Select,
    /// Open its settings.
    Gear,
    /// Restrict its visibility.
    Restrict,
    /// Open the dialog for members.
    AddMember,
    /// Enter a member.
    NameMember,
    /// Add the member.
    Confirm,
}

impl Step {
    /// All steps in order.
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
    /// The number of the last step.
    pub const LAST: usize = 13;

    /// The step's number in the guide.
    #[must_use]
    pub fn number(self) -> usize {
        (self as usize + 1).min(Self::LAST)
    }
}

/// The state of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Not done yet.
    #[default]
    Open,
    /// Done.
    Done,
    /// Skipped, since the step is optional or its goal was reached another way.
    Skipped,
    /// Without effect: all types are accepted, or the registry was created as Restricted.
    Moot,
}

/// The stored symbol of each mark.
const MARKS: [(char, Mark); 4] = [('-', Mark::Open), ('x', Mark::Done), ('s', Mark::Skipped), ('m', Mark::Moot)];

/// The stored form. Fields that were added later may be missing.
#[derive(Serialize, Deserialize)]
struct Stored {
    workspace: String,
    /// A symbol of [`MARKS`] for each step.
    #[serde(default)]
    steps: String,
    /// The registry's id; empty before the registry exists.
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

/// An event on the page.
pub enum Event<'a> {
    /// The landing page is visible without a dialog.
    Landing,
    /// The dialog for a new registry is open.
    Dialog,
    /// The page of this registry is visible.
    Registry(&'a RegistryId),
    /// The settings of this registry are visible.
    Settings(&'a RegistryId),
    /// The dialog for members of this registry is open.
    Adding(&'a RegistryId),
    /// A field of the dialog has lost the focus. The flag says whether its value is valid; for the choice of types,
    /// whether types are to be specified.
    Left(Step, bool),
    /// The dialog is empty, or empty again.
    Untouched,
    /// The dialog contains types.
    Types,
    /// The form for members of this registry has changed. The flag says whether it names an account that can be
    /// added.
    Named(&'a RegistryId, bool),
    /// The action was applied, and made the object with this id.
    Completed(&'a Action, Id),
    /// The registry was deleted.
    Gone,
}

/// The progress of the walkthrough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walkthrough {
    marks: [Mark; Step::ALL.len()],
    registry: Option<RegistryId>,
    /// Whether the walkthrough is running; otherwise it is paused.
    pub is_open: bool,
}

impl Walkthrough {
    /// A new walkthrough at its first step.
    #[must_use]
    pub fn begin() -> Self {
        Self { marks: [Mark::Open; Step::ALL.len()], registry: None, is_open: true }
    }

    #[must_use]
    pub fn mark(&self, step: Step) -> Mark {
        self.marks.get(step as usize).copied().unwrap_or_default()
    }

    /// The first open step, if there is one.
    #[must_use]
    pub fn current(&self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| self.mark(*step) == Mark::Open)
    }

    /// The registry that was created during the walkthrough.
    #[must_use]
    pub fn registry(&self) -> Option<&RegistryId> {
        self.registry.as_ref()
    }

    fn set(&mut self, step: Step, mark: Mark) {
        if let Some(slot) = self.marks.get_mut(step as usize) {
            *slot = mark;
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

    fn complete(&mut self, steps: &[Step]) {
        for step in steps {
            self.set(*step, Mark::Done);
        }
    }

    /// Completes steps on the registry's own pages, which can be reached without the landing page.
    fn complete_in_registry(&mut self, steps: &[Step]) {
        self.skip(&[Step::Return]);
        self.complete(steps);
    }

    fn reopen(&mut self, from: Step, to: Step) {
        for step in Step::ALL {
            if from <= step && step <= to {
                self.set(step, Mark::Open);
            }
        }
    }

    /// Updates the marks after an event. Events of other registries, and of the dialog once the registry exists, have
    /// no effect.
    pub fn observe(&mut self, event: &Event) {
        let is_created = self.registry.is_some();
        let is_own = |id: &RegistryId| self.registry.as_ref() == Some(id);
        match event {
            Event::Landing if is_created => self.complete(&[Step::Return]),
            Event::Landing => self.complete(&[Step::Visit]),
            Event::Registry(id) if is_own(id) => self.complete_in_registry(&[Step::Select]),
            Event::Settings(id) if is_own(id) => self.complete_in_registry(&[Step::Select, Step::Gear]),
            Event::Adding(id) if is_own(id) => self.complete_in_registry(&[Step::Select, Step::Gear, Step::AddMember]),
            Event::Named(id, is_valid) if is_own(id) && self.mark(Step::Confirm) == Mark::Open => {
                self.set(Step::NameMember, if *is_valid { Mark::Done } else { Mark::Open });
            }
            Event::Completed(action, made) => self.observe_completed(action, made),
            Event::Gone if is_created => {
                self.registry = None;
                self.reopen(Step::Open, Step::Confirm);
            }
            Event::Dialog if !is_created => self.complete(&[Step::Visit, Step::Open]),
            Event::Untouched if !is_created => self.reopen(Step::Name, Step::AddTypes),
            Event::Types if !is_created => self.complete(&[Step::AddTypes]),
            Event::Left(step, is_filled) if !is_created => self.observe_field_left(*step, *is_filled),
            _ => {}
        }
    }

    fn observe_field_left(&mut self, step: Step, is_filled: bool) {
        match step {
            Step::Describe if !is_filled => self.set(step, Mark::Skipped),
            Step::Visibility => self.complete(&[step]),
            Step::Accept => {
                self.complete(&[step]);
                if !is_filled {
                    self.set(Step::AddTypes, Mark::Moot);
                } else if self.mark(Step::AddTypes) == Mark::Moot {
                    self.set(Step::AddTypes, Mark::Open);
                }
            }
            _ => self.set(step, if is_filled { Mark::Done } else { Mark::Open }),
        }
        if step > Step::Describe {
            self.skip(&[Step::Describe]);
        }
    }

    fn observe_completed(&mut self, action: &Action, made: &Id) {
        let is_own = |id: &RegistryId| self.registry.as_ref() == Some(id);
        match action {
            Action::Registry(RegistryAction::Create(new)) if self.registry.is_none() => {
                self.skip(&[Step::Visit, Step::Open]);
                self.complete(&[Step::Name, Step::Visibility, Step::Accept, Step::Create]);
                let done_if = |is_done: bool, other: Mark| if is_done { Mark::Done } else { other };
                self.set(Step::Describe, done_if(!new.description.as_str().is_empty(), Mark::Skipped));
                self.set(Step::AddTypes, done_if(!new.accepts.is_all(), Mark::Moot));
                if new.visibility == Visibility::Restricted {
                    self.set(Step::Restrict, Mark::Moot);
                }
                self.registry = Some(RegistryId(made.clone()));
            }
            Action::Registry(RegistryAction::SetVisibility { registry, visibility: Visibility::Restricted })
                if is_own(registry) =>
            {
                self.complete(&[Step::Restrict]);
            }
            Action::Registry(RegistryAction::AddMember { registry, .. }) if is_own(registry) => {
                self.skip(&[Step::AddMember]);
                self.complete(&[Step::NameMember, Step::Confirm]);
            }
            Action::Registry(RegistryAction::Delete(registry)) if is_own(registry) => self.observe(&Event::Gone),
            _ => {}
        }
    }

    /// The stored form, as part of this workspace.
    #[must_use]
    pub fn to_text(&self, workspace: &str) -> String {
        let symbol = |mark: &Mark| MARKS.iter().find(|(_, known)| known == mark).map_or('-', |(symbol, _)| *symbol);
        let stored = Stored {
            workspace: workspace.to_owned(),
            steps: self.marks.iter().map(symbol).collect(),
            registry: self.registry.as_ref().map_or_else(String::new, |id| id.0.to_string()),
            state: if self.is_open { State::Open } else { State::Stopped },
        };
        #[expect(clippy::expect_used, reason = "texts are always written")]
        serde_json::to_string(&stored).expect("a walkthrough can be written")
    }

    /// Parses the stored form if it belongs to this workspace. Unreadable steps count as open.
    #[must_use]
    pub fn parse(text: &str, workspace: &str) -> Option<Self> {
        let stored: Stored = serde_json::from_str(text).ok()?;
        if stored.workspace != workspace {
            return None;
        }
        let mut found = Self::begin();
        for (mark, written) in found.marks.iter_mut().zip(stored.steps.chars()) {
            *mark = MARKS.iter().find(|(symbol, _)| *symbol == written).map_or(Mark::Open, |(_, mark)| *mark);
        }
        found.registry = (!stored.registry.is_empty()).then(|| RegistryId(Id::from_text(&stored.registry)));
        found.is_open = stored.state == State::Open;
        Some(found)
    }
}
