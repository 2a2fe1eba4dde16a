//! One organization with its log.

mod as_of;
mod condition;
mod loss;
pub(crate) mod undo;

use std::rc::Rc;

use domain::stored;
use domain::{AccountId, Action, Founding, GrantTimes, Id, Missing, Organization, Refusal, View, carry_out};
use journal::{Change, Entry, Journal, KeyValue, Payload, RecordId, SaveError, StorageError, WorkspaceKey, Writer};
use strum::{EnumString, IntoStaticStr};
use thiserror::Error;

use crate::fold::Fold;
use crate::scenario::origin_key;
use crate::site::workspace_prefix;
use crate::{Archive, ArchiveFault, Current, Deletions, Outcome, Overtaken, ReadOnly, Site, WorkspaceSummary};

/// An organization, the log that it is the fold of, and the storage that keeps the log.
pub struct Workspace<S: KeyValue> {
    site: Site<S>,
    journal: Journal<S>,
    pub(crate) fold: Fold,
    /// True after the site's pointer has named this workspace. If it names another one then, this is read-only.
    is_current: bool,
    /// Whether this is an archive that is looked at as it is.
    is_original: bool,
    /// The largest clock of the log when it was opened.
    opened_at: u64,
    /// The stored origin of a run when it was opened.
    origin: Option<String>,
}

/// The time and the channel of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordInfo {
    /// UTC milliseconds since 1970.
    pub at: i64,
    /// The channel.
    pub via: Via,
}

/// The channel of an intent. Its word is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Via {
    /// By a person at the page.
    Interface,
    /// By a script on the page.
    Api,
    /// By an import of people, service accounts and teams.
    Import,
    /// By creating the demo organization.
    Demo,
    /// By undo or redo.
    Undo,
}

/// The proof that an intent is in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its record.
    pub record: RecordId,
}

impl Receipt {
    /// The id of the thing that the action at `position` created.
    #[must_use]
    pub fn made(&self, position: usize) -> Id {
        Id::new(&self.record.to_string(), position)
    }
}

/// The reason why a workspace does not open.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the workspace cannot be opened")]
pub struct OpenError(#[from] pub journal::OpenError);

/// The reason why an intent was not carried out. The organization is unchanged in every case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DispatchError {
    /// The rules refuse the action at this position of the intent.
    #[error("the rules refuse it")]
    Refused(Refusal, usize),
    /// The workspace is read-only.
    #[error("nothing may be written")]
    ReadOnly(ReadOnly),
    /// The storage did not keep it.
    #[error("it could not be kept")]
    NotSaved(SaveError),
}

/// The reason why a workspace did not become the current one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SwitchError {
    /// It is deleted.
    #[error("the workspace is deleted")]
    Deleted,
    /// It cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The pointer does not read back as written.
    #[error("the pointer was not kept")]
    NotPersisted,
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
            is_original: false,
            opened_at: 0,
            // A storage that fails here only hides the scenario.
            origin: site.storage().get(&origin_key(key)).ok().flatten(),
        };
        workspace.opened_at = workspace.journal.records().last().map_or(0, |record| record.clock);
        workspace.fold_again();
        Ok(workspace)
    }

    /// Opens an archive to be looked at as it is: nothing can be dispatched. `site` is a place in memory of its own, so that
    /// nothing is stored.
    ///
    /// # Errors
    /// [`ArchiveFault`] if the archive has no readable record.
    pub fn open_original(
        site: &Site<S>,
        archive: &Archive,
        key: WorkspaceKey,
        writer: Writer,
    ) -> Result<Self, ArchiveFault> {
        archive.restore(site, key)?;
        let opened = Self::open(site, key, writer);
        let mut workspace = opened.map_err(|_| ArchiveFault::NotSaved(SaveError::NotPersisted))?;
        workspace.is_original = true;
        Ok(workspace)
    }

    /// Opens a workspace that is in storage, and makes it the current one of its site.
    ///
    /// # Errors
    /// [`SwitchError`]; then the one before is still current, unless storage began to fail between the two.
    pub fn open_earlier(site: &Site<S>, key: WorkspaceKey, writer: Writer) -> Result<Self, SwitchError> {
        let mut workspace = Self::open(site, key, writer)?;
        let is_gone = workspace.is_empty() && workspace.journal.findings().is_empty();
        if is_gone || site.is_deleted(key)? {
            return Err(SwitchError::Deleted);
        }
        workspace.make_current()?;
        Ok(workspace)
    }

    /// Its key in storage.
    pub fn key(&self) -> WorkspaceKey {
        self.journal.workspace()
    }

    /// Its site.
    pub fn site(&self) -> &Site<S> {
        &self.site
    }

    /// The organization, or nothing if its founding is not in the log or cannot be read.
    pub fn organization(&self) -> Option<&Organization> {
        self.fold.organization.as_ref()
    }

    /// The view of an account, or nothing if it is not in the organization.
    pub fn view_for(&self, account: &AccountId) -> Option<View> {
        self.organization()?.view_for(account)
    }

    /// As [`view_for`](Self::view_for), faster after an earlier view of the account.
    pub fn updated_view_for(&self, account: &AccountId, earlier: &View) -> Option<View> {
        self.organization()?.updated_view_for(account, Some(earlier))
    }

    /// Reviews an action without carrying it out.
    ///
    /// # Errors
    /// The refusal that [`dispatch`](Self::dispatch) would answer with.
    pub fn review(&self, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
        let organization = self.organization().ok_or(Refusal::Missing(Missing::Actor))?;
        domain::review(organization, actor, action)
    }

    /// The id that the action at `position` of this tab's next intent will create. Later actions of the intent can refer to
    /// it.
    pub fn makes_next(&self, position: usize) -> Id {
        Id::new(&self.journal.next_id().to_string(), position)
    }

    /// The founder of the organization, or one of its admins if the founder has left.
    pub fn founder(&self) -> Option<AccountId> {
        let organization = self.organization()?;
        let applied = self.fold.outcomes.iter().find(|(_, outcome)| *outcome == Outcome::Applied);
        let founder = applied.and_then(|(record, _)| organization.account(&Id::new(&record.to_string(), 0)));
        founder.or_else(|| organization.accounts().find(|account| organization.is_admin(account)))
    }

    /// The number of readable records in the log.
    pub fn len(&self) -> usize {
        self.journal.records().len()
    }

    /// True if the log has no readable record.
    pub fn is_empty(&self) -> bool {
        self.journal.records().is_empty()
    }

    /// The time of the last record, in UTC milliseconds.
    pub fn last_change(&self) -> Option<i64> {
        self.journal.records().iter().map(|record| record.at).max()
    }

    /// The workspace as it is listed. This does not read its log again.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn summary(&self) -> Result<WorkspaceSummary, StorageError> {
        self.site.describe(self.key(), Some(self), &self.site.in_use()?)
    }

    /// Every record with its outcome, in the order of the fold.
    pub fn outcomes(&self) -> &[(RecordId, Outcome)] {
        &self.fold.outcomes
    }

    /// When each grant of the state after the first so many records came to be. It goes through all of them, so it is for exports
    /// only.
    pub fn grant_times_after(&self, count: usize) -> GrantTimes {
        let mut times = GrantTimes::default();
        let count = count.min(self.fold.taken.len());
        for (taken, is_undone) in self.fold.taken.iter().zip(self.fold.undone_after(count)) {
            let counts = taken.verdict == Outcome::Applied && !is_undone;
            if let Some(intent) = taken.intent.as_ref().filter(|_| counts) {
                taken.origin.note_times(intent, &mut times);
            }
        }
        times
    }

    /// Begins the organization. Its founder is the account that the record is made by.
    ///
    /// # Errors
    /// As [`dispatch`](Self::dispatch); a workspace whose log holds anything, readable or not, refuses a second founding.
    pub fn found(&mut self, founding: &Founding, info: RecordInfo) -> Result<AccountId, DispatchError> {
        self.check_writable()?;
        if !self.is_empty() || !self.journal.findings().is_empty() {
            return Err(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0));
        }
        let founder = Id::new(&self.journal.next_id().to_string(), 0);
        self.append(&founder, vec![stored::write_founding(founding).into()], info)?;
        self.take_last();
        Ok(AccountId::Person(domain::PersonId(founder)))
    }

    /// Reviews an intent, stores it and carries it out, as a whole or not at all. A receipt means that the record is in
    /// storage and was read back.
    ///
    /// # Errors
    /// [`DispatchError`]; the organization is as it was, and so is storage, unless the error says that this is not certain.
    pub fn dispatch(
        &mut self,
        actor: &AccountId,
        actions: &[Action],
        info: RecordInfo,
    ) -> Result<Receipt, DispatchError> {
        self.check_writable()?;
        // The review takes in the records of other tabs first, so that overtaken records are rare. A record of a newer
        // program may be among them, so the workspace may be read-only now.
        self.refresh(&[]).map_err(|error| DispatchError::NotSaved(SaveError::Storage(error)))?;
        self.check_writable()?;
        let organization = self.organization().ok_or(DispatchError::Refused(Refusal::Missing(Missing::Actor), 0))?;
        let record = self.journal.next_id();
        let next = carry_out(organization, actor, actions, &record.to_string(), info.at);
        let next = next.map_err(|(position, refusal)| DispatchError::Refused(refusal, position))?;
        let payloads = actions.iter().map(|action| stored::write(action).into()).collect();
        self.append(actor.id(), payloads, info)?;
        self.take_last();
        debug_assert_eq!(self.organization(), Some(&next), "what is read back is what was reviewed");
        Ok(Receipt { record })
    }

    fn append(&mut self, by: &Id, actions: Vec<Payload>, info: RecordInfo) -> Result<(), DispatchError> {
        let via = <&str>::from(info.via).to_owned();
        let entry = Entry { at: info.at, by: by.to_string(), via, actions };
        match self.journal.append(entry) {
            Ok(_) => Ok(()),
            Err(error) => Err(DispatchError::NotSaved(error)),
        }
    }

    /// Folds the record that was just appended.
    fn take_last(&mut self) {
        self.fold.take_all(self.journal.records().last());
    }

    /// Takes in what other tabs have written, and answers whether the organization or its [`Health`](crate::Health) may have
    /// changed. `touched` are keys that are known to have changed.
    ///
    /// # Errors
    /// [`StorageError`]; then nothing has changed.
    pub fn refresh(&mut self, touched: &[String]) -> Result<bool, StorageError> {
        let has_tombstone = self.undo_deletion()?;
        let (surveys, read_only) = (self.journal.surveys(), self.journal.read_only());
        // Only a deletion removes records of a workspace that is open.
        let is_kept = self.is_current && !has_tombstone;
        let change = if is_kept { self.journal.refresh_keeping(touched)? } else { self.journal.refresh(touched)? };
        match change {
            // Unreadable values are not records, but they change the health.
            Change::Nothing => return Ok(self.journal.surveys() != surveys || self.journal.read_only() != read_only),
            Change::Appended(count) => {
                let known = self.journal.records().len().saturating_sub(count);
                self.fold.take_all(self.journal.records().iter().skip(known));
            }
            Change::Rewritten => self.fold_again(),
        }
        Ok(true)
    }

    /// Puts back the records that a deletion without effect has removed, as far as this tab has read them. Returns whether
    /// the workspace has a tombstone.
    fn undo_deletion(&self) -> Result<bool, StorageError> {
        let Some(tombstone) = self.site.tombstone(self.key())? else { return Ok(false) };
        if self.site.is_deleted(self.key())? {
            return Ok(true);
        }
        let prefix = workspace_prefix(self.key());
        self.journal.put_back(|key| key.strip_prefix(&prefix).is_some_and(|short| tombstone.covers(short)))?;
        // The workspace stays also when the site points to another one later.
        if self.is_current && self.site.current()? == Current::Workspace(self.key()) {
            self.site.revoke(self.key(), tombstone)?;
        }
        Ok(true)
    }

    fn fold_again(&mut self) {
        self.fold = Fold::of(self.journal.records());
    }

    /// The overtaken records that are not undone, in the order of the fold.
    pub fn overtaken(&self) -> &[Rc<Overtaken>] {
        &self.fold.overtaken
    }

    /// Whether this tab notifies about an overtaken record: it wrote the record, or the record is older than the tab.
    /// Other tabs notify about what they wrote themselves.
    pub fn announces(&self, overtaken: &Overtaken) -> bool {
        overtaken.record.writer == self.journal.writer() || overtaken.clock <= self.opened_at
    }

    /// Removes a workspace that never became current: nothing in it was acknowledged. A current one is left alone.
    ///
    /// # Errors
    /// [`StorageError`]; remaining values are listed as an earlier workspace then.
    pub fn discard(self, deletions: &mut Deletions<S>, at: i64) -> Result<(), StorageError> {
        // An unreadable pointer may name it: the switch to it may have failed halfway.
        if self.is_current || matches!(self.site.current()?, Current::Unreadable(_)) {
            return Ok(());
        }
        deletions.discard(self.key(), at)
    }

    /// Makes this the current workspace of its site. Other tabs see it, and stop writing to the one before.
    ///
    /// # Errors
    /// [`SwitchError`]; then the one before is still current, unless storage began to fail between the two.
    pub fn make_current(&mut self) -> Result<(), SwitchError> {
        self.site.point_to(self.key())?;
        self.is_current = true;
        // Until this is done, every refresh tries again, and nothing is dispatched.
        let _ = self.undo_deletion();
        Ok(())
    }
}
