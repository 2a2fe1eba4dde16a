//! Notices about intents that were acknowledged and then overtaken. The log has the intents; the browser stores, beside the
//! preferences, which notices were dismissed.

use std::collections::BTreeSet;
use std::rc::Rc;

use domain::AccountId;
use serde_json::{Map, Value};
use workspace::{Overtaken, Workspace};

use super::{Notice, Notification, Store};
use crate::platform::storage::BrowserStore;

/// Maps the key of each workspace to a list of record names. Values of a newer program are preserved.
const KEY: &str = "registrar:prefs:overtaken";

/// The overtaken intents that the account may know: its own, or all of them for an admin of the organization.
pub(super) fn visible(workspace: &Workspace<BrowserStore>, account: &AccountId) -> Vec<Rc<Overtaken>> {
    let is_admin = workspace.organization().is_some_and(|organization| organization.is_admin(account));
    let is_visible = |overtaken: &&Rc<Overtaken>| is_admin || overtaken.by == *account.id();
    workspace.overtaken().iter().filter(is_visible).cloned().collect()
}

impl Store {
    /// Updates the one notice about all unseen overtaken intents of the acting account.
    pub(super) fn notify_overtaken(&self) {
        let unseen = self.unseen();
        let is_current = |notification: &Notification| matches!(&notification.notice, Notice::Overtaken(shown) if **shown == *unseen);
        if !unseen.is_empty() && self.0.notifications.borrow().iter().any(is_current) {
            return;
        }
        self.0.notifications.borrow_mut().retain(|notification| !matches!(notification.notice, Notice::Overtaken(_)));
        if !unseen.is_empty() {
            let acting = self.0.acting.borrow().as_ref().map(|account| account.id().clone());
            self.push_notification(acting, Notice::Overtaken(unseen.into()));
        }
    }

    fn unseen(&self) -> Vec<Rc<Overtaken>> {
        let (workspace, acting) = (self.0.workspace.borrow(), self.0.acting.borrow());
        let Some((workspace, account)) = workspace.as_ref().zip(acting.as_ref()) else { return Vec::new() };
        let is_alone = self.0.other_tabs.get() == 0;
        let is_announced =
            |overtaken: &&Rc<Overtaken>| overtaken.by == *account.id() && (is_alone || workspace.announces(overtaken));
        let mut unseen: Vec<Rc<Overtaken>> = workspace.overtaken().iter().filter(is_announced).cloned().collect();
        if !unseen.is_empty() {
            let stored = self.stored_seen();
            let listed = stored.get(&workspace.key().to_string()).map(names).unwrap_or_default();
            let seen = self.0.seen.borrow();
            unseen.retain(|overtaken| {
                !seen.contains(&overtaken.record) && !listed.contains(&*overtaken.record.to_string())
            });
        }
        unseen
    }

    /// Remembers these intents as seen. If storage fails, only this tab remembers them.
    pub(super) fn keep_seen(&self, overtaken: &[Rc<Overtaken>]) {
        let Some(key) = self.0.workspace.borrow().as_ref().map(Workspace::key) else { return };
        let records = overtaken.iter().map(|overtaken| overtaken.record);
        self.0.seen.borrow_mut().extend(records.clone());
        let mut stored = self.stored_seen();
        // Forget deleted workspaces.
        if let Ok(workspaces) = self.site().keys() {
            stored.retain(|key, _| key.parse().map_or(true, |key| workspaces.contains(&key)));
        }
        let entry = stored.entry(key.to_string()).or_insert_with(|| Value::Array(Vec::new()));
        match entry {
            Value::Array(list) => list.extend(records.map(|record| Value::String(record.to_string()))),
            // A newer program uses another form.
            _ => return,
        }
        // A failure only repeats the notice.
        let _ = self.site().storage().write(KEY, &stored);
    }

    fn stored_seen(&self) -> Map<String, Value> {
        self.site().storage().read(KEY).unwrap_or_default()
    }
}

/// The record names in a stored list. Other values are skipped.
fn names(list: &Value) -> BTreeSet<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
