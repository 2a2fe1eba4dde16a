//! The walkthroughs of this browser. They belong to one workspace, and are stored beside the preferences. The stored value
//! is the truth for all tabs.

mod deeds;
pub(crate) mod progress;
pub(crate) mod steps;
mod walks;

use domain::Action;
use journal::{KeyValue as _, WorkspaceKey};
use workspace::Receipt;

use self::deeds::deeds;
use self::progress::Walkthroughs;
use self::steps::{Event, Walk};
use super::Store;

const KEY: &str = "registrar:prefs:walkthrough";

impl Store {
    /// The walkthroughs of this workspace, and whether none was ever started or declined in this browser.
    pub(super) fn walkthroughs(&self, key: WorkspaceKey) -> (Walkthroughs, bool) {
        let stored = self.site().storage().get(KEY).ok().flatten();
        if stored.is_some() {
            self.0.known_walkthrough.borrow_mut().clone_from(&stored);
        }
        // No program removes the value, so a missing one was lost.
        let stored =
            self.0.walkthrough.borrow().clone().or(stored).or_else(|| self.0.known_walkthrough.borrow().clone());
        let walkthroughs = stored.as_deref().and_then(|text| Walkthroughs::parse(text, &key.to_string()));
        (walkthroughs.unwrap_or_default(), stored.is_none())
    }

    /// Saves a text. If the storage is full, only this tab knows it.
    fn save_walkthroughs(&self, text: String) {
        let is_kept = self.site().storage().set(KEY, &text).is_ok();
        *self.0.walkthrough.borrow_mut() = (!is_kept).then_some(text);
    }

    /// Changes the walkthroughs of the current workspace. Returns whether that has changed anything.
    fn change_walkthroughs(&self, change: impl FnOnce(&mut Walkthroughs)) -> bool {
        let Some(key) = self.model().workspace() else { return false };
        // Several events can arrive between two models, so this reads the stored value.
        let before = self.walkthroughs(key).0;
        let mut after = before.clone();
        change(&mut after);
        let is_changed = after != before;
        if is_changed {
            self.save_walkthroughs(after.to_text(&key.to_string()));
        }
        is_changed
    }

    /// Starts a walkthrough, or starts it over.
    pub(crate) fn begin_walkthrough(&self, walk: Walk) {
        if self.change_walkthroughs(|all| all.begin(walk)) {
            self.publish();
        }
    }

    /// Continues a walkthrough where it was paused, or starts it.
    pub(crate) fn resume_walkthrough(&self, walk: Walk) {
        if self.change_walkthroughs(|all| all.resume(walk)) {
            self.publish();
        }
    }

    /// Pauses the running walkthrough.
    pub(crate) fn pause_walkthrough(&self) {
        if self.change_walkthroughs(Walkthroughs::pause) {
            self.publish();
        }
    }

    /// Declines the offer for good.
    pub fn decline_walkthrough(&self) {
        self.save_walkthroughs("{}".to_owned());
        self.publish();
    }

    /// Updates the running walkthrough.
    pub fn observe(&self, event: &Event) {
        if self.apply_event(event) {
            self.publish();
        }
    }

    /// Updates the walkthrough after a dispatch, before the next model is published.
    pub(super) fn observe_completed(&self, actions: &[Action], receipt: &Receipt) {
        let Some(before) = self.model().view() else { return };
        for deed in deeds(actions, |position| receipt.made(position), &before) {
            self.apply_event(&Event::Done(deed));
        }
    }

    /// Returns whether the event changes the walkthrough.
    fn apply_event(&self, event: &Event) -> bool {
        self.change_walkthroughs(|all| {
            if let Some(running) = all.running_mut() {
                running.observe(event);
            }
        })
    }
}
