//! The walkthrough of this browser: one at a time, kept beside the preferences, of one workspace. What is kept there is the
//! truth, for this tab and for the others.

pub(crate) mod steps;

use domain::Action;
use journal::{KeyValue as _, WorkspaceKey};
use workspace::Receipt;

use self::steps::{Event, Walkthrough};
use super::Store;

/// Where it is kept.
const KEY: &str = "registrar:prefs:walkthrough";

impl Store {
    /// The walkthrough of this workspace, if there is one; and whether none was ever begun or turned down here.
    pub(super) fn walkthrough(&self, key: WorkspaceKey) -> (Option<Walkthrough>, bool) {
        let stored = self.site().storage().get(KEY).ok().flatten();
        let stored = self.0.walkthrough.borrow().clone().or(stored);
        let walkthrough = stored.as_deref().and_then(|text| Walkthrough::parse(text, &key.to_string()));
        (walkthrough, stored.is_none())
    }

    /// Keeps one, or that none is wanted: in this tab alone if the storage is full.
    fn keep_walkthrough(&self, walkthrough: Option<&Walkthrough>) {
        let key = self.model().workspace().map(|key| key.to_string()).unwrap_or_default();
        let text = walkthrough.map_or_else(|| "{}".to_owned(), |walkthrough| walkthrough.to_text(&key));
        let is_kept = self.site().storage().set(KEY, &text).is_ok();
        *self.0.walkthrough.borrow_mut() = (!is_kept).then_some(text);
    }

    /// Begins, from the first step.
    pub fn begin_walkthrough(&self) {
        self.keep_walkthrough(Some(&Walkthrough::begin()));
        self.publish();
    }

    /// Has it wait, or goes on with it.
    pub fn open_walkthrough(&self, is_open: bool) {
        if let Some(mut walkthrough) = self.model().walkthrough.clone() {
            walkthrough.is_open = is_open;
            self.keep_walkthrough(Some(&walkthrough));
            self.publish();
        }
    }

    /// Turns the offer down, for good.
    pub fn decline_walkthrough(&self) {
        self.keep_walkthrough(None);
        self.publish();
    }

    /// Tells the walkthrough that is under way, if one is, what happened.
    pub fn observe(&self, event: &Event) {
        if self.take_in(event) {
            self.publish();
        }
    }

    /// Tells it what was done, before the page is told.
    pub(super) fn observe_done(&self, actions: &[Action], receipt: &Receipt) {
        for (position, action) in actions.iter().enumerate() {
            self.take_in(&Event::Did(action, receipt.made(position)));
        }
    }

    /// Whether it makes a difference.
    fn take_in(&self, event: &Event) -> bool {
        // As it is kept, not as it was last shown: several things can happen before the page is drawn again.
        let key = self.model().workspace();
        let Some(before) = key.and_then(|key| self.walkthrough(key).0).filter(|found| found.is_open) else {
            return false;
        };
        let mut after = before.clone();
        after.observe(event);
        let differs = after != before;
        if differs {
            self.keep_walkthrough(Some(&after));
        }
        differs
    }
}
