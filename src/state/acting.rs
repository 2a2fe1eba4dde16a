//! Who is acting: for each tab its own, kept across a reload, and asked for by `?as=`.

use domain::{AccountId, Id};
use serde::{Deserialize, Serialize};

use super::{Notice, Store, ViewRef};
use crate::platform::{address, tab};

/// The account that acts in this tab, by its id.
#[derive(Serialize, Deserialize)]
struct Acting {
    account: String,
}

impl Store {
    /// Acts as this account from now on.
    pub fn act_as(&self, account: AccountId) {
        address::set_query_parameter("as", None);
        // What another account has done is told to that one, while it is news.
        self.0.told.borrow_mut().retain(|told| told.notice.is_error());
        self.remember_acting(account);
        self.publish();
    }

    /// The organization as this account sees it: for showing somebody how things are for others. Nobody acts by it.
    #[must_use]
    pub fn seen_by(&self, account: &AccountId) -> Option<ViewRef> {
        self.0.workspace.borrow().as_ref()?.seen_by(account).map(ViewRef::new)
    }

    fn remember_acting(&self, account: AccountId) {
        if let Some(key) = self.acting_key() {
            tab::remember(&key, &Acting { account: account.id().to_string() });
        }
        *self.0.acting.borrow_mut() = Some(account);
    }

    /// Decides who acts: whom the address asks for, else who acted in this tab before, else who founded the organization.
    pub(super) fn begin_acting(&self) {
        let asked = address::query_parameter("as");
        let found = asked.as_deref().and_then(|name| self.account_named(name));
        let has_people = self.0.workspace.borrow().as_ref().is_some_and(|workspace| workspace.organization().is_some());
        if let (Some(name), None, true) = (asked, &found, has_people) {
            self.tell(Notice::NobodyOfThatName(name.into()));
        }
        let account = found.or_else(|| self.who_acted_before()).or_else(|| self.founder());
        match account {
            Some(account) => self.remember_acting(account),
            None => *self.0.acting.borrow_mut() = None,
        }
    }

    /// Lets somebody else act if the acting account is not in the organization any more, or nobody acts yet.
    pub(super) fn keep_acting(&self) {
        let there = {
            let workspace = self.0.workspace.borrow();
            let organization = workspace.as_ref().and_then(|workspace| workspace.organization());
            let acting = self.0.acting.borrow();
            organization.zip(acting.as_ref()).is_some_and(|(organization, account)| organization.has(account))
        };
        if there {
            return;
        }
        let was_acting = self.0.acting.borrow().is_some();
        if was_acting {
            // Whoever the address asks for is gone as well, or it would ask for somebody in vain from now on.
            address::set_query_parameter("as", None);
        }
        self.begin_acting();
        if was_acting && self.0.acting.borrow().is_some() {
            self.tell(Notice::SomebodyElseActs);
        }
    }

    fn acting_key(&self) -> Option<String> {
        let workspace = self.0.workspace.borrow();
        Some(format!("registrar:acting:{}", workspace.as_ref()?.key()))
    }

    fn who_acted_before(&self) -> Option<AccountId> {
        let Acting { account } = tab::recall(&self.acting_key()?)?;
        self.0.workspace.borrow().as_ref()?.organization()?.account(&Id::from_text(&account))
    }

    fn founder(&self) -> Option<AccountId> {
        self.0.workspace.borrow().as_ref()?.founder()
    }

    fn account_named(&self, name: &str) -> Option<AccountId> {
        self.0.workspace.borrow().as_ref()?.organization()?.account_named(name)
    }
}
