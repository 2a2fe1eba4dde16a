//! The acting account. Each tab has its own, which survives a reload; `?as=` requests one.

use domain::{AccountId, Id};
use serde::{Deserialize, Serialize};

use super::{Notice, Store, ViewRef};
use crate::platform::{address, tab};

/// The acting account in session storage.
#[derive(Serialize, Deserialize)]
struct ActingEntry {
    account: String,
}

impl Store {
    /// Changes the acting account.
    pub fn act_as(&self, account: AccountId) {
        address::set_query_parameter("as", None);
        // Successes are news only for the account that made the change.
        self.0.notifications.borrow_mut().retain(|notification| notification.notice.is_error());
        self.set_acting_account(account);
        self.publish();
    }

    /// The organization as another account sees it, without acting as that account.
    #[must_use]
    pub fn seen_by(&self, account: &AccountId) -> Option<ViewRef> {
        self.0.workspace.borrow().as_ref()?.seen_by(account).map(ViewRef::new)
    }

    fn set_acting_account(&self, account: AccountId) {
        if let Some(key) = self.acting_key() {
            tab::remember(&key, &ActingEntry { account: account.id().to_string() });
        }
        *self.0.acting.borrow_mut() = Some(account);
    }

    /// Chooses the acting account: the one that the address requests, else the tab's previous one, else the founder.
    pub(super) fn choose_acting_account(&self) {
        let requested = address::query_parameter("as");
        let found = requested.as_deref().and_then(|name| self.account_named(name));
        let has_people = self.0.workspace.borrow().as_ref().is_some_and(|workspace| workspace.organization().is_some());
        if let (Some(name), None, true) = (requested, &found, has_people) {
            self.notify(Notice::UnknownAccount(name.into()));
        }
        let account = found.or_else(|| self.remembered_account()).or_else(|| self.founder());
        match account {
            Some(account) => self.set_acting_account(account),
            None => *self.0.acting.borrow_mut() = None,
        }
    }

    /// Chooses another acting account if the current one has left the organization, or if there is none yet.
    pub(super) fn ensure_acting_account(&self) {
        let is_present = {
            let workspace = self.0.workspace.borrow();
            let organization = workspace.as_ref().and_then(|workspace| workspace.organization());
            let acting = self.0.acting.borrow();
            organization.zip(acting.as_ref()).is_some_and(|(organization, account)| organization.has(account))
        };
        if is_present {
            return;
        }
        let was_acting = self.0.acting.borrow().is_some();
        if was_acting {
            // The requested account is gone, so the request would fail from now on.
            address::set_query_parameter("as", None);
        }
        self.choose_acting_account();
        if was_acting && self.0.acting.borrow().is_some() {
            self.notify(Notice::ActingAccountRemoved);
        }
    }

    fn acting_key(&self) -> Option<String> {
        let workspace = self.0.workspace.borrow();
        Some(format!("registrar:acting:{}", workspace.as_ref()?.key()))
    }

    fn remembered_account(&self) -> Option<AccountId> {
        let ActingEntry { account } = tab::recall(&self.acting_key()?)?;
        self.0.workspace.borrow().as_ref()?.organization()?.account(&Id::from_text(&account))
    }

    fn founder(&self) -> Option<AccountId> {
        self.0.workspace.borrow().as_ref()?.founder()
    }

    fn account_named(&self, name: &str) -> Option<AccountId> {
        self.0.workspace.borrow().as_ref()?.organization()?.account_named(name)
    }
}
