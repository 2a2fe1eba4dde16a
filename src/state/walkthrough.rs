//! The walkthrough of this browser. There is one at a time, it belongs to one workspace, and it is stored beside the
//! preferences. The stored value is the truth for all tabs.

pub(crate) mod steps;

use domain::Action;
use journal::{KeyValue as _, WorkspaceKey};
use workspace::Receipt;

use self::steps::{Event, Walkthrough};
use super::Store;

const KEY: &str = "registrar:prefs:walkthrough";

impl Store {
    /// The walkthrough of this workspace, and whether none was ever started or declined in this browser.
    pub(super) fn walkthrough(&self, key: WorkspaceKey) -> (Option<Walkthrough>, bool) {
        let stored = self.site().storage().get(KEY).ok().flatten();
        if stored.is_some() {
            self.0.known_walkthrough.borrow_mut().clone_from(&stored);
        }
        // No program removes the value, so a missing one was lost.
        let stored =
            self.0.walkthrough.borrow().clone().or(stored).or_else(|| self.0.known_walkthrough.borrow().clone());
        let walkthrough = stored.as_deref().and_then(|text| Walkthrough::parse(text, &key.to_string()));
        (walkthrough, stored.is_none())
    }

    /// Saves the walkthrough, or the fact that it was declined. If the storage is full, only this tab knows.
    fn save_walkthrough(&self, walkthrough: Option<&Walkthrough>) {
        let key = self.model().workspace().map(|key| key.to_string()).unwrap_or_default();
        let text = walkthrough.map_or_else(|| "{}".to_owned(), |walkthrough| walkthrough.to_text(&key));
        let is_kept = self.site().storage().set(KEY, &text).is_ok();
        *self.0.walkthrough.borrow_mut() = (!is_kept).then_some(text);
    }

    pub(crate) fn begin_walkthrough(&self) {
        self.save_walkthrough(Some(&Walkthrough::begin()));
        self.publish();
    }

    /// Pauses the walkthrough, or resumes it.
    pub fn set_walkthrough_open(&self, is_open: bool) {
        if let Some(mut walkthrough) = self.model().walkthrough.clone() {
            walkthrough.is_open = is_open;
            self.save_walkthrough(Some(&walkthrough));
            self.publish();
        }
    }

    /// Declines the offer for good.
    pub fn decline_walkthrough(&self) {
        self.save_walkthrough(None);
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
        for (position, action) in actions.iter().enumerate() {
            self.apply_event(&Event::Completed(action, receipt.made(position)));
        }
    }

    /// Returns whether the event changes the walkthrough.
    fn apply_event(&self, event: &Event) -> bool {
        // Several events can arrive between two models, so this reads the stored value.
        let key = self.model().workspace();
        let Some(before) = key.and_then(|key| self.walkthrough(key).0).filter(|found| found.is_open) else {
            return false;
        };
        let mut after = before.clone();
        after.observe(event);
        let is_changed = after != before;
        if is_changed {
            self.save_walkthrough(Some(&after));
        }
        is_changed
    }
}
