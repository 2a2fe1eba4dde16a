//! The progress in all walkthroughs of a workspace, and its stored form. One runs at a time; the others keep their marks.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use domain::Id;
use serde::{Deserialize, Serialize};

use super::steps::{Kind, Mark, Subjects, Walk, Walkthrough};

/// The walkthroughs that were started, and the one that runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walkthroughs {
    started: BTreeMap<Walk, Walkthrough>,
    /// The one that ran last.
    last: Walk,
    is_paused: bool,
}

impl Walkthroughs {
    /// The walkthrough, if it was started.
    #[must_use]
    pub fn get(&self, walk: Walk) -> Option<&Walkthrough> {
        self.started.get(&walk)
    }

    /// The walkthrough that runs.
    #[must_use]
    pub fn running(&self) -> Option<&Walkthrough> {
        self.started.get(&self.last).filter(|_| !self.is_paused)
    }

    /// Whether this one runs.
    #[must_use]
    pub fn is_running(&self, walk: Walk) -> bool {
        self.running().is_some_and(|running| running.walk == walk)
    }

    pub(super) fn running_mut(&mut self) -> Option<&mut Walkthrough> {
        self.started.get_mut(&self.last).filter(|_| !self.is_paused)
    }

    /// Starts a walkthrough over. The one that ran is paused.
    pub(super) fn begin(&mut self, walk: Walk) {
        self.started.insert(walk, Walkthrough::begin(walk));
        self.resume(walk);
    }

    /// Continues a walkthrough where it was paused, or starts it. The one that ran is paused.
    pub(super) fn resume(&mut self, walk: Walk) {
        self.started.entry(walk).or_insert_with(|| Walkthrough::begin(walk));
        (self.last, self.is_paused) = (walk, false);
    }

    pub(super) fn pause(&mut self) {
        self.is_paused = true;
    }

    /// The stored form, as part of this workspace.
    pub(super) fn to_text(&self, workspace: &str) -> String {
        let first = self.started.get(&Walk::Registry);
        let further = self.started.values().filter(|one| one.walk != Walk::Registry);
        let stored = Stored {
            workspace: workspace.to_owned(),
            steps: first.map(marks_text).unwrap_or_default(),
            registry: first.and_then(|first| first.own(Kind::Registry)).map(ToString::to_string).unwrap_or_default(),
            state: if self.is_paused { State::Stopped } else { State::Open },
            walk: if self.last == Walk::Registry { String::new() } else { self.last.as_ref().to_owned() },
            further: further.map(|one| (one.walk.as_ref().to_owned(), StoredProgress::of(one))).collect(),
        };
        #[expect(clippy::expect_used, reason = "texts are always written")]
        serde_json::to_string(&stored).expect("walkthroughs can be written")
    }

    /// Parses the stored form if it belongs to this workspace. Unreadable steps count as open, and unknown walkthroughs as
    /// never started.
    pub(super) fn parse(text: &str, workspace: &str) -> Option<Self> {
        let stored: Stored = serde_json::from_str(text).ok()?;
        if stored.workspace != workspace {
            return None;
        }
        let mut found = Self {
            last: stored.walk.parse().unwrap_or_default(),
            is_paused: stored.state == State::Stopped,
            started: BTreeMap::new(),
        };
        // Progress without a name is that of the first walkthrough, stored before there were others.
        if !stored.steps.is_empty() || stored.further.is_empty() {
            let own = Some(stored.registry).filter(|id| !id.is_empty());
            let own = own.map(|id| (Kind::Registry, Id::from_text(&id))).into_iter().collect();
            found.started.insert(Walk::Registry, progress(Walk::Registry, &stored.steps, own));
        }
        for (name, StoredProgress { steps, subjects }) in stored.further {
            let Ok(walk) = name.parse::<Walk>() else { continue };
            let own = subjects.into_iter().filter_map(|(kind, id)| Some((kind.parse().ok()?, Id::from_text(&id))));
            found.started.insert(walk, progress(walk, &steps, own.collect()));
        }
        Some(found)
    }
}

/// The stored form. Fields that were added later may be missing.
#[derive(Serialize, Deserialize)]
struct Stored {
    workspace: String,
    /// A [`Mark`] for each step of the first walkthrough, one character each; empty if only others were started.
    #[serde(default)]
    steps: String,
    /// The id of the first walkthrough's registry; empty before the registry exists.
    #[serde(default)]
    registry: String,
    #[serde(default)]
    state: State,
    /// The walkthrough that ran last; empty for the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    walk: String,
    /// The other walkthroughs that were started, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    further: BTreeMap<String, StoredProgress>,
}

#[derive(Serialize, Deserialize)]
struct StoredProgress {
    #[serde(default)]
    steps: String,
    /// The ids of what was chosen or made, by kind.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    subjects: BTreeMap<String, String>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Open,
    #[default]
    #[serde(other)]
    Stopped,
}

impl StoredProgress {
    fn of(progress: &Walkthrough) -> Self {
        let subjects = progress.own.iter().map(|(kind, id)| (kind.as_ref().to_owned(), id.to_string()));
        Self { steps: marks_text(progress), subjects: subjects.collect() }
    }
}

fn marks_text(progress: &Walkthrough) -> String {
    progress.marks.iter().map(AsRef::as_ref).collect()
}

fn progress(walk: Walk, steps: &str, own: Subjects) -> Walkthrough {
    let mut found = Walkthrough::begin(walk);
    for (mark, written) in found.marks.iter_mut().zip(steps.chars()) {
        *mark = written.to_string().parse().unwrap_or(Mark::Open);
    }
    Walkthrough { own, ..found }
}
