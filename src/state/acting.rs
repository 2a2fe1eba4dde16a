//! The acting account. Each tab has its own, which survives a reload; `?as=` requests one.

use std::rc::Rc;

use domain::{AccountId, Grantee, Id};
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
    pub fn view_for(&self, account: &AccountId) -> Option<ViewRef> {
        self.read_shown(|organization| organization.view_for(account)).flatten().map(ViewRef::new)
    }

    fn set_acting_account(&self, account: AccountId) {
        // Looking at the past does not change the acting account of the present.
        if let Some(key) = self.acting_key().filter(|_| !self.is_looking_back()) {
            tab::remember(&key, &ActingEntry { account: account.id().to_string() });
        }
        *self.0.acting.borrow_mut() = Some(account);
    }

    /// Chooses the acting account: the one that the address requests, else the tab's previous one, else the one that the
    /// scenario begins with, else the founder.
    pub(super) fn choose_acting_account(&self) {
        let requested = address::query_parameter("as");
        let found = requested.as_deref().and_then(|name| self.account_named(name));
        if let (Some(name), None, true) = (requested, &found, self.has_organization()) {
            self.notify(Notice::UnknownAccount(name.into()));
        }
        let found = found.or_else(|| self.remembered_account());
        if found.is_none() && self.is_looking_back() && self.remembers_an_account() {
            return self.act_as_founder_of_then();
        }
        let account = found.or_else(|| self.first_account());
        match account {
            Some(account) => self.set_acting_account(account),
            None => *self.0.acting.borrow_mut() = None,
        }
    }

    /// The account that [`choose_acting_account`](Self::choose_acting_account) would choose.
    pub(super) fn account_to_choose(&self) -> Option<AccountId> {
        let requested = address::query_parameter("as").and_then(|name| self.account_named(&name));
        requested.or_else(|| self.remembered_account()).or_else(|| self.first_account())
    }

    /// The shown name of the account that acts in the present, in the organization that is shown.
    pub(super) fn remembered_name(&self) -> Option<Rc<str>> {
        let account = Grantee::from(self.remembered_account()?);
        self.read_shown(|organization| organization.names_of(&account).map(|(name, _)| name.into())).flatten()
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
        self.read_shown(|_| ()).is_some()
    }

    pub(super) fn is_in_organization(&self, account: &AccountId) -> bool {
        self.read_shown(|organization| organization.has(account)) == Some(true)
    }

    fn acting_key(&self) -> Option<String> {
        let workspace = self.0.workspace.borrow();
        Some(format!("registrar:acting:{}", workspace.as_ref()?.key()))
    }

    pub(super) fn remembers_an_account(&self) -> bool {
        self.acting_key().and_then(|key| tab::recall::<ActingEntry>(&key)).is_some()
    }

    pub(super) fn remembered_account(&self) -> Option<AccountId> {
        let ActingEntry { account } = tab::recall(&self.acting_key()?)?;
        self.account_with_id(&account)
    }

    fn account_with_id(&self, id: &str) -> Option<AccountId> {
        self.read_shown(|organization| organization.account(&Id::from_text(id))).flatten()
    }

    /// The account that acts first.
    fn first_account(&self) -> Option<AccountId> {
        let origin = self.0.origin.borrow().clone();
        let of_scenario = origin.and_then(|origin| {
            let named = &origin.setup.acting;
            self.account_with_id(named).or_else(|| self.account_named(named))
        });
        of_scenario.or_else(|| self.founder())
    }

    pub(super) fn founder(&self) -> Option<AccountId> {
        let founder = self.0.workspace.borrow().as_ref()?.founder();
        let founder = founder.filter(|founder| self.is_in_organization(founder));
        founder.or_else(|| self.read_shown(|organization| organization.accounts().next()).flatten())
    }

    fn account_named(&self, name: &str) -> Option<AccountId> {
        self.read_shown(|organization| organization.account_named(name)).flatten()
    }
}
