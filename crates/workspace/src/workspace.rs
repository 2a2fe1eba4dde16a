//! One organization with its log.

use std::rc::Rc;

use domain::stored;
use domain::{AccountId, Action, Founding, Id, Missing, Organization, Refusal, View, carry_out};
use journal::{Change, Entry, Journal, KeyValue, Payload, RecordId, SaveError, StorageError, WorkspaceKey, Writer};
use thiserror::Error;

use crate::fold::{Fold, Intent};
use crate::{Current, Health, Listed, Outcome, Overtaken, ReadOnly, Site};

/// An organization, the log that it is the fold of, and the storage that keeps the log.
pub struct Workspace<S: KeyValue> {
    site: Site<S>,
    journal: Journal<S>,
    fold: Fold,
    /// Whether the site's pointer has named this workspace: from then on it must.
    is_current: bool,
    told: Vec<RecordId>,
    overtaken: Vec<Overtaken>,
}

/// When something is done, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// UTC milliseconds since 1970.
    pub at: i64,
    /// How.
    pub via: Via,
}

/// How something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// By a person at the page.
    Interface,
    /// By a script on the page.
    Api,
    /// By reading a list of people, service accounts and teams.
    Import,
    /// By the making of the demo organization.
    Demo,
}

impl Via {
    fn as_str(self) -> &'static str {
        match self {
            Self::Interface => "interface",
            Self::Api => "api",
            Self::Import => "import",
            Self::Demo => "demo",
        }
    }
}

/// That something was done, and is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The record that keeps it.
    pub record: RecordId,
}

impl Receipt {
    /// The id of what the action at `position` made.
    #[must_use]
    pub fn made(&self, position: usize) -> Id {
        Id::new(&self.record.to_string(), position)
    }
}

/// Why a workspace does not open.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the workspace cannot be opened")]
pub struct OpenError(#[from] pub journal::OpenError);

/// Why something was not done. In every case the organization is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DispatchError {
    /// The rules refuse the action at this position of the intent.
    #[error("the rules refuse it")]
    Refused(Refusal, usize),
    /// Nothing may be written now.
    #[error("nothing may be written")]
    ReadOnly(ReadOnly),
    /// It could not be kept.
    #[error("it could not be kept")]
    NotSaved(SaveError),
}

/// Why a workspace did not become the current one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SwitchError {
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The storage took the pointer and answers otherwise.
    #[error("the pointer was not kept")]
    NotKept,
}

impl<S: KeyValue + Clone> Workspace<S> {
    /// Opens a workspace, or begins an empty one under a key that nobody uses.
    ///
    /// # Errors
    /// [`OpenError`] if storage cannot be read or another tab writes under this `writer`.
    pub fn open(site: &Site<S>, key: WorkspaceKey, writer: Writer) -> Result<Self, OpenError> {
        let journal = Journal::open(site.storage().clone(), key, writer)?;
        let mut workspace = Self {
            is_current: matches!(site.current(), Ok(Current::Workspace(current)) if current == key),
            site: site.clone(),
            journal,
            fold: Fold::default(),
            told: Vec::new(),
            overtaken: Vec::new(),
        };
        workspace.fold_again();
        Ok(workspace)
    }

    /// Its key in storage.
    pub fn key(&self) -> WorkspaceKey {
        self.journal.workspace()
    }

    /// The place that it is stored in.
    pub fn site(&self) -> &Site<S> {
        &self.site
    }

    /// The organization, or nothing if its founding is not in the log or cannot be read.
    pub fn organization(&self) -> Option<&Organization> {
        self.fold.organization.as_ref()
    }

    /// What the account may see, or nothing if it is not in the organization.
    pub fn seen_by(&self, account: &AccountId) -> Option<View> {
        self.organization()?.seen_by(account)
    }

    /// Whether the action would be refused now.
    ///
    /// # Errors
    /// The refusal that [`dispatch`](Self::dispatch) would answer with.
    pub fn review(&self, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
        let organization = self.organization().ok_or(Refusal::Missing(Missing::Actor))?;
        domain::review(organization, actor, action)
    }

    /// The id of what the action at `position` of the next intent of this tab will make: so that an intent can speak of what
    /// it makes itself.
    pub fn makes_next(&self, position: usize) -> Id {
        Id::new(&self.journal.next_id().to_string(), position)
    }

    /// Who founded the organization, or if that person has left, some admin of it.
    pub fn founder(&self) -> Option<AccountId> {
        let organization = self.organization()?;
        let applied = self.fold.outcomes.iter().find(|(_, outcome)| *outcome == Outcome::Applied);
        let founder = applied.and_then(|(record, _)| organization.account(&Id::new(&record.to_string(), 0)));
        founder.or_else(|| organization.accounts().find(|account| organization.is_admin(account)))
    }

    /// How many records the log holds that could be read.
    pub fn len(&self) -> usize {
        self.journal.records().len()
    }

    /// Whether the log holds nothing that could be read.
    pub fn is_empty(&self) -> bool {
        self.journal.records().is_empty()
    }

    /// When the last thing was done, in UTC milliseconds.
    pub fn last_change(&self) -> Option<i64> {
        self.journal.records().iter().map(|record| record.at).max()
    }

    /// It as it is listed. Its log is not read again.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn listed(&self) -> Result<Listed, StorageError> {
        self.site.describe(self.key(), Some(self))
    }

    /// Every record and what became of it, in the order of the fold.
    pub fn outcomes(&self) -> &[(RecordId, Outcome)] {
        &self.fold.outcomes
    }

    /// How the log is.
    pub fn health(&self) -> Health {
        let findings = self.journal.findings();
        let not_understood =
            self.fold.outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::NotUnderstood).count();
        Health {
            unreadable: Rc::clone(&findings.unreadable),
            newer: findings.newer.len() + not_understood,
            missing: findings.missing.clone(),
            // Storage that cannot be read says nothing about the pointer.
            read_only: self.read_only().unwrap_or_default(),
        }
    }

    fn read_only(&self) -> Result<Option<ReadOnly>, StorageError> {
        match self.journal.read_only() {
            Some(journal::ReadOnly::Newer) => return Ok(Some(ReadOnly::Newer)),
            Some(journal::ReadOnly::Unconfirmed) => return Ok(Some(ReadOnly::Unconfirmed)),
            None => {}
        }
        if self.fold.outcomes.iter().any(|(_, outcome)| *outcome == Outcome::NotUnderstood) {
            return Ok(Some(ReadOnly::Newer));
        }
        let moved = self.is_current && self.site.current()? != Current::Workspace(self.key());
        Ok(moved.then_some(ReadOnly::Moved))
    }

    fn check_writable(&self) -> Result<(), DispatchError> {
        match self.read_only() {
            Ok(None) => Ok(()),
            Ok(Some(read_only)) => Err(DispatchError::ReadOnly(read_only)),
            Err(error) => Err(DispatchError::NotSaved(SaveError::Storage(error))),
        }
    }

    /// Begins the organization. Its founder is the account that the record is made by.
    ///
    /// # Errors
    /// As [`dispatch`](Self::dispatch); a workspace whose log holds anything, readable or not, refuses a second founding.
    pub fn found(&mut self, founding: &Founding, occasion: Occasion) -> Result<AccountId, DispatchError> {
        self.check_writable()?;
        if !self.is_empty() || !self.journal.findings().is_empty() {
            return Err(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0));
        }
        let founder = Id::new(&self.journal.next_id().to_string(), 0);
        self.append(&founder, vec![stored::write_founding(founding).into()], occasion)?;
        self.take_last();
        Ok(AccountId::Person(domain::PersonId(founder)))
    }

    /// Does something, whole or not at all: reviews it, keeps it, and carries it out. When this returns a receipt the
    /// record is in storage and was read back.
    ///
    /// # Errors
    /// [`DispatchError`]; the organization is as it was, and so is storage, unless the error says that this is not certain.
    pub fn dispatch(
        &mut self,
        actor: &AccountId,
        actions: &[Action],
        occasion: Occasion,
    ) -> Result<Receipt, DispatchError> {
        self.check_writable()?;
        // What other tabs have done by now is reviewed against as well: it makes overtaken records rare. It may also be
        // what this program does not understand, and then nothing is written any more.
        self.refresh(&[]).map_err(|error| DispatchError::NotSaved(SaveError::Storage(error)))?;
        self.check_writable()?;
        let organization = self.organization().ok_or(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0))?;
        let record = self.journal.next_id();
        let next = carry_out(organization, actor, actions, &record.to_string(), occasion.at);
        let next = next.map_err(|(position, refusal)| DispatchError::Refused(refusal, position))?;
        let payloads = actions.iter().map(|action| stored::write(action).into()).collect();
        self.append(actor.id(), payloads, occasion)?;
        self.take_last();
        debug_assert_eq!(self.organization(), Some(&next), "what is read back is what was reviewed");
        Ok(Receipt { record })
    }

    fn append(&mut self, by: &Id, actions: Vec<Payload>, occasion: Occasion) -> Result<(), DispatchError> {
        let entry = Entry { at: occasion.at, by: by.to_string(), via: occasion.via.as_str().to_owned(), actions };
        match self.journal.append(entry) {
            Ok(_) => Ok(()),
            Err(error) => Err(DispatchError::NotSaved(error)),
        }
    }

    /// Folds the record that was just appended.
    fn take_last(&mut self) {
        if let Some(record) = self.journal.records().last() {
            self.fold.take(record);
        }
    }

    /// Takes in what other tabs have written, and answers whether the organization or its [`Health`] may have changed.
    /// `touched` are keys that are known to have changed.
    ///
    /// # Errors
    /// [`StorageError`]; then nothing has changed.
    pub fn refresh(&mut self, touched: &[String]) -> Result<bool, StorageError> {
        let surveys = self.journal.surveys();
        match self.journal.refresh(touched)? {
            // What cannot be read is no record, and is to be told of all the same.
            Change::Nothing => return Ok(self.journal.surveys() != surveys),
            Change::Appended(count) => {
                let known = self.journal.records().len().saturating_sub(count);
                for record in self.journal.records().iter().skip(known) {
                    self.fold.take(record);
                }
                self.notice_overtaken();
            }
            Change::Rewritten => self.fold_again(),
        }
        Ok(true)
    }

    fn fold_again(&mut self) {
        self.fold = Fold::default();
        for record in self.journal.records() {
            self.fold.take(record);
        }
        self.notice_overtaken();
    }

    /// Remembers which records of this tab are overtaken now and were not told of yet.
    fn notice_overtaken(&mut self) {
        for (id, outcome) in &self.fold.outcomes {
            let Outcome::Overtaken(refusal) = outcome else { continue };
            if id.writer != self.journal.writer() || self.told.contains(id) {
                continue;
            }
            self.told.push(*id);
            let Some(record) = self.journal.records().iter().find(|record| record.id == *id) else { continue };
            if let Some(Intent::Act(actions)) = Intent::read(record) {
                let by = Id::from_text(&record.by);
                self.overtaken.push(Overtaken { record: *id, by, actions, refusal: refusal.clone() });
            }
        }
    }

    /// What this tab did and what was overtaken since the last call.
    pub fn take_overtaken(&mut self) -> Vec<Overtaken> {
        std::mem::take(&mut self.overtaken)
    }

    /// Takes a workspace back that never became current: nothing in it was acknowledged to anybody. One that is current is
    /// left alone.
    ///
    /// # Errors
    /// [`StorageError`]; what is left of it is listed among the earlier workspaces then.
    pub fn discard(self) -> Result<(), StorageError> {
        // A pointer that cannot be read may name it: switching to it can have failed halfway.
        if self.is_current || matches!(self.site.current()?, Current::Unreadable(_)) {
            return Ok(());
        }
        self.site.delete(self.key()).map(drop)
    }

    /// Makes this the current workspace of its site. Other tabs see it, and stop writing to the one before.
    ///
    /// # Errors
    /// [`SwitchError`]; then the one before is still current, unless storage began to fail between the two.
    pub fn make_current(&mut self) -> Result<(), SwitchError> {
        self.site.point_to(self.key())?;
        self.is_current = true;
        Ok(())
    }
}
