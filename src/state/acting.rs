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
    /// Changes the acting account. An account outside of the organization changes nothing.
    pub fn act_as(&self, account: AccountId) {
        if !self.is_in_organization(&account) {
            return;
        }
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
        if let (Some(name), None, true) = (requested, &found, self.has_organization()) {
            self.notify(Notice::UnknownAccount(name.into()));
        }
        let account = found.or_else(|| self.remembered_account()).or_else(|| self.founder());
        match account {
            Some(account) => self.set_acting_account(account),
            None => *self.0.acting.borrow_mut() = None,
        }
    }

    /// Chooses the acting account if there is none yet. A removed account is not replaced by another one, which could have
    /// other rights than the one whose form is half filled (R).
    pub(super) fn ensure_acting_account(&self) {
        let acting = self.0.acting.borrow().clone();
        match acting {
            Some(account) if self.has_organization() => {
                if !self.is_in_organization(&account) && address::query_parameter("as").is_some() {
                    // After a reload the address would request an account that is gone.
                    address::set_query_parameter("as", None);
                }
            }
            _ => self.choose_acting_account(),
        }
    }

    fn has_organization(&self) -> bool {
        self.0.workspace.borrow().as_ref().is_some_and(|workspace| workspace.organization().is_some())
    }

    fn is_in_organization(&self, account: &AccountId) -> bool {
        let workspace = self.0.workspace.borrow();
        let organization = workspace.as_ref().and_then(|workspace| workspace.organization());
        organization.is_some_and(|organization| organization.has(account))
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
