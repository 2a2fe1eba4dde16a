//! Looking back: the page shows the organization as of a moment of the log, as anybody who was in it, and changes nothing. `?at=`
//! names the moment, so that the address can be kept.

use domain::{AccountId, Organization};
use journal::WorkspaceKey;
use workspace::Workspace;

use super::{Model, Moment, Notice, Stage, Store, ViewRef};
use crate::platform::storage::BrowserStore;
use crate::platform::{address, clock};

const PARAMETER: &str = "at";

/// The state that the page shows instead of the present one.
pub(super) struct LookingBack {
    moment: Moment,
    /// The number of records of the log when it was read.
    known: usize,
    count: usize,
    at: i64,
    organization: Organization,
}

/// The moment that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// The number of records up to it.
    pub count: usize,
    /// When it was: UTC milliseconds since 1970.
    pub at: i64,
}

impl LookingBack {
    /// The state at a moment, if the log has it and the organization was founded then.
    fn at(workspace: &Workspace<BrowserStore>, moment: Moment) -> Option<Self> {
        let count = moment.count_in(workspace)?;
        let organization = workspace.organization_after(count)?;
        let at = match moment {
            Moment::At(at) => at,
            Moment::After(_) => workspace.time_of(count.checked_sub(1)?)?,
        };
        Some(Self { moment, known: workspace.outcomes().len(), count, at, organization })
    }

    /// The organization of then as the account saw it. An unchanged view keeps its pointer, as in the present.
    pub fn stage(&self, shown: &Model, key: WorkspaceKey, account: &AccountId) -> Stage {
        let view = shown.view().filter(|view| view.is_view_of(&self.organization, account));
        match view.or_else(|| self.organization.view_for(account).map(ViewRef::new)) {
            Some(view) => Stage::Open(key, view),
            None => Stage::NoOrganization(key),
        }
    }

    pub fn past(&self) -> Past {
        Past { count: self.count, at: self.at }
    }
}

impl Store {
    /// Shows the organization as of a moment. Notifies if it cannot be shown.
    pub fn look_at(&self, moment: Moment) {
        if !self.may_look_at(moment) || !self.try_to_look_at(moment) {
            return self.notify(Notice::NoSuchMoment);
        }
        let name = match moment {
            Moment::At(at) => clock::iso(at),
            Moment::After(record) => record.to_string(),
        };
        address::set_query_parameter(PARAMETER, Some(&name));
        self.publish();
    }

    /// Shows the present again, as who acted in it before. Tells if that account has been removed since.
    pub fn look_at_present(&self) {
        let name = self.remembered_name();
        self.stop_looking_back();
        let is_gone = self.remembers_an_account() && self.remembered_account().is_none();
        self.choose_acting_account();
        match name.filter(|_| is_gone) {
            Some(name) => self.notify(Notice::UnknownAccount(name)),
            None => self.publish(),
        }
    }

    /// Shows the moment that the address asks for.
    pub(super) fn look_at_requested(&self) {
        let Some(text) = address::query_parameter(PARAMETER) else { return };
        let moment = Moment::parse(&text).filter(|moment| self.may_look_at(*moment));
        if !moment.is_some_and(|moment| self.try_to_look_at(moment)) {
            address::set_query_parameter(PARAMETER, None);
            self.notify(Notice::NoSuchMoment);
        }
    }

    /// Forgets the moment, which is one of this workspace.
    pub(super) fn stop_looking_back(&self) {
        if self.0.looking_back.take().is_some() {
            address::set_query_parameter(PARAMETER, None);
            self.0.notifications.borrow_mut().retain(|notification| notification.notice != Notice::NotThereThen);
        }
    }

    /// Whether the page shows the past.
    #[must_use]
    pub fn is_looking_back(&self) -> bool {
        self.0.looking_back.borrow().is_some()
    }

    /// Reads the moment again after the log has changed: another tab may have added to it.
    pub(super) fn follow_log(&self) {
        let stale = {
            let (workspace, looking_back) = (self.0.workspace.borrow(), self.0.looking_back.borrow());
            let length = workspace.as_ref().map(|workspace| workspace.outcomes().len());
            looking_back.as_ref().filter(|shown| length != Some(shown.known)).map(|shown| shown.moment)
        };
        if let Some(moment) = stale
            && !self.try_to_look_at(moment)
        {
            self.stop_looking_back();
            self.choose_acting_account();
        }
    }

    /// A record that the account does not see is none of its business, nor when it was. Before an account is chosen, this asks
    /// for the one that will act in the present.
    fn may_look_at(&self, moment: Moment) -> bool {
        let Moment::After(record) = moment else { return true };
        let acting = self.0.acting.borrow().clone();
        let Some(account) = acting.or_else(|| self.account_to_choose()) else { return false };
        let workspace = self.0.workspace.borrow();
        let history = workspace.as_ref().and_then(|workspace| workspace.history(&account));
        history.is_some_and(|history| history.position(record).is_some())
    }

    fn try_to_look_at(&self, moment: Moment) -> bool {
        let found = self.0.workspace.borrow().as_ref().and_then(|workspace| LookingBack::at(workspace, moment));
        let is_found = found.is_some();
        if is_found {
            *self.0.looking_back.borrow_mut() = found;
            self.act_as_somebody_of_then();
        }
        is_found
    }

    /// An acting account that was not in the organization then sees it as its founder, or as the first account of then.
    fn act_as_somebody_of_then(&self) {
        let acting = self.0.acting.borrow().clone();
        let Some(account) = acting else { return };
        if !self.is_in_organization(&account) {
            self.act_as_founder_of_then();
        }
    }

    /// The tab goes on remembering who acts in the present.
    pub(super) fn act_as_founder_of_then(&self) {
        let founder = self.founder();
        *self.0.acting.borrow_mut() = founder;
        self.notify(Notice::NotThereThen);
    }

    /// Reads the organization that the page shows.
    pub(super) fn read_shown<T>(&self, read: impl FnOnce(&Organization) -> T) -> Option<T> {
        if let Some(shown) = &*self.0.looking_back.borrow() {
            return Some(read(&shown.organization));
        }
        self.0.workspace.borrow().as_ref()?.organization().map(read)
    }
}
