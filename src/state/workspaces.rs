//! Starting, opening, restoring and deleting whole workspaces. None of these changes the previous workspace.

use domain::{Founding, GrantTimes};
use interchange::file_name;
use journal::WorkspaceKey;
use samples::demo;
use workspace::{
    Archive, ArchiveFault, Current, Locks, Restoration, Scenario, ScenarioFault, SwitchError, Via, Workspace,
};

use super::sharing::is_full;
use super::{ChangeError, Notice, Store, new_writer, record_info};
use crate::platform::locks::Lock;
use crate::platform::storage::BrowserStore;
use crate::platform::{clock, crash, file, random};

/// A browser stores these in about 20 ms, and reads them back.
const VALUES_IN_A_STEP: usize = 500;

/// A workspace with this tab's share of its lock.
type Opened = (Workspace<BrowserStore>, Lock);

/// An archive while its values are written. The lock keeps other tabs from removing them.
struct Restoring<'a> {
    archive: &'a Archive,
    key: WorkspaceKey,
    lock: Lock,
    values: Restoration<'a, BrowserStore>,
}

/// The reason why a workspace was not opened. The previous one is still current.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkspaceError {
    /// It could not be written or read.
    Change(ChangeError),
    /// Another tab has deleted it.
    Deleted,
    /// The file cannot be restored.
    File(ArchiveFault),
    /// The scenario cannot begin.
    Scenario(ScenarioFault),
}

/// The content of a file that Registrar has written.
enum SavedFile {
    Archive(Archive),
    Scenario(Scenario),
}

impl SavedFile {
    fn parse(text: &str) -> Result<Self, WorkspaceError> {
        match Archive::parse(text) {
            Ok(archive) => Ok(Self::Archive(archive)),
            Err(ArchiveFault::Foreign) => match Scenario::parse(text) {
                Ok(scenario) => Ok(Self::Scenario(scenario)),
                Err(ScenarioFault::Newer) => Err(WorkspaceError::Scenario(ScenarioFault::Newer)),
                Err(_) => Err(WorkspaceError::File(ArchiveFault::Foreign)),
            },
            Err(fault) => Err(WorkspaceError::File(fault)),
        }
    }
}

impl WorkspaceError {
    /// True if the storage was full.
    fn is_full(&self) -> bool {
        match self {
            Self::Change(error) => is_full(error),
            Self::File(ArchiveFault::NotSaved(error)) => is_full(&error.clone().into()),
            Self::File(_) | Self::Scenario(_) | Self::Deleted => false,
        }
    }
}

impl<E: Into<ChangeError>> From<E> for WorkspaceError {
    fn from(error: E) -> Self {
        Self::Change(error.into())
    }
}

impl From<SwitchError> for ChangeError {
    fn from(error: SwitchError) -> Self {
        match error {
            SwitchError::Storage(error) => journal::SaveError::Storage(error).into(),
            SwitchError::Deleted | SwitchError::Open(_) | SwitchError::NotPersisted => Self::NotPersisted,
        }
    }
}

impl From<workspace::OpenError> for ChangeError {
    fn from(_: workspace::OpenError) -> Self {
        Self::NotPersisted
    }
}

/// The demo organization as a scenario, in a language.
///
/// # Errors
/// [`WorkspaceError`] after a crash.
pub fn demo_scenario(language: demo::Language) -> Result<Scenario, WorkspaceError> {
    // The type of the page's storage, so that the program contains the code for one type only.
    Ok(demo::scenario(language, BrowserStore::in_memory()).map_err(ChangeError::from)?)
}

impl Store {
    /// Starts with the demo organization, in a language.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn start_with_demo(&self, language: demo::Language) -> Result<(), WorkspaceError> {
        self.begin(&demo_scenario(language)?)
    }

    /// Starts with an organization whose only person is its founder.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn start_empty(&self, via: Via, founding: &Founding) -> Result<(), WorkspaceError> {
        let attempt = || {
            let (mut workspace, lock) = self.open_workspace(self.new_key())?;
            let found = |workspace: &mut Workspace<BrowserStore>| -> Result<(), ChangeError> {
                workspace.found(founding, record_info(via))?;
                Ok(workspace.make_current()?)
            };
            if let Err(error) = found(&mut workspace) {
                let _ = workspace.discard(&mut self.0.deletions.borrow_mut(), clock::now());
                return Err(error);
            }
            Ok((workspace, lock))
        };
        let (workspace, lock) = self.with_room(attempt, is_full)?;
        self.switch_to(workspace, lock);
        Ok(())
    }

    /// Restores a downloaded file as a workspace of its own, and opens it. The file of a scenario begins the scenario. Returns the
    /// address that the scenario opens, if it names one.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn restore(&self, text: &str) -> Result<Option<String>, WorkspaceError> {
        match SavedFile::parse(text)? {
            SavedFile::Scenario(scenario) => self.begin_from_file(&scenario),
            SavedFile::Archive(archive) => {
                self.open_archive(&archive)?;
                self.notify(Notice::Restored);
                Ok(None)
            }
        }
    }

    /// As [`restore`](Self::restore), but writes an archive in steps between which the page responds. `on_progress` gets the
    /// written part, from 0 to 1.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub async fn restore_in_steps(
        &self,
        text: &str,
        on_progress: impl Fn(f64),
    ) -> Result<Option<String>, WorkspaceError> {
        let archive = match SavedFile::parse(text)? {
            SavedFile::Scenario(scenario) => return self.begin_from_file(&scenario),
            SavedFile::Archive(archive) => archive,
        };
        let mut answer = self.write_in_steps(&archive, &on_progress).await;
        if answer.as_ref().is_err_and(WorkspaceError::is_full) && self.make_room() {
            answer = self.write_in_steps(&archive, &on_progress).await;
        }
        let (workspace, lock) = answer?;
        self.switch_to(workspace, lock);
        self.notify(Notice::Restored);
        Ok(None)
    }

    /// Begins a scenario, and returns the address that it opens, if it names one.
    fn begin_from_file(&self, scenario: &Scenario) -> Result<Option<String>, WorkspaceError> {
        self.begin(scenario)?;
        Ok(Some(scenario.setup().page.clone()).filter(|page| !page.is_empty()))
    }

    /// Writes an archive into the storage as a workspace of its own, and opens it.
    pub(super) fn open_archive(&self, archive: &Archive) -> Result<(), WorkspaceError> {
        let attempt = || {
            let restoring = self.begin_restoring(archive)?;
            self.finish_restoring(restoring, |values| values.write(usize::MAX))
        };
        let (workspace, lock) = self.with_room(attempt, WorkspaceError::is_full)?;
        self.switch_to(workspace, lock);
        Ok(())
    }

    async fn write_in_steps(&self, archive: &Archive, on_progress: &impl Fn(f64)) -> Result<Opened, WorkspaceError> {
        let mut restoring = self.begin_restoring(archive)?;
        let mut written = Ok(());
        while written.is_ok() && !restoring.values.is_complete() {
            written = restoring.values.write(VALUES_IN_A_STEP);
            on_progress(restoring.values.progress());
            clock::yield_to_page().await;
        }
        self.finish_restoring(restoring, |_| written)
    }

    fn begin_restoring<'a>(&self, archive: &'a Archive) -> Result<Restoring<'a>, WorkspaceError> {
        let key = self.new_key();
        let lock = self.locks().share(key);
        let values = archive.restoration(self.site(), key).map_err(WorkspaceError::File)?;
        Ok(Restoring { archive, key, lock, values })
    }

    /// Opens the workspace after the last values are written. If that fails, the written ones are removed.
    fn finish_restoring<'a>(
        &self,
        mut restoring: Restoring<'a>,
        write: impl FnOnce(&mut Restoration<'a, BrowserStore>) -> Result<(), ArchiveFault>,
    ) -> Result<Opened, WorkspaceError> {
        let Restoring { archive, key, .. } = restoring;
        let finish = || {
            write(&mut restoring.values).map_err(WorkspaceError::File)?;
            let mut workspace = Workspace::open(self.site(), key, new_writer())?;
            if !archive.is_restored(self.site(), key) {
                return Err(WorkspaceError::Deleted);
            }
            workspace.make_current()?;
            Ok((workspace, restoring.lock))
        };
        finish().inspect_err(|_| {
            // If this fails as well, the remaining values are listed as an earlier workspace.
            let _ = self.0.deletions.borrow_mut().discard(key, clock::now());
        })
    }

    /// Opens a workspace that is in storage.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn open_earlier(&self, key: WorkspaceKey) -> Result<(), WorkspaceError> {
        let lock = self.locks().share(key);
        let workspace = Workspace::open_earlier(self.site(), key, new_writer()).map_err(|error| match error {
            SwitchError::Deleted => WorkspaceError::Deleted,
            error => error.into(),
        })?;
        self.switch_to(workspace, lock);
        self.notify(Notice::Opened);
        Ok(())
    }

    /// Deletes an earlier workspace. Returns whether it is deleted. Its records stay in storage until no tab has it open.
    pub fn delete_earlier(&self, key: WorkspaceKey) -> bool {
        let deleted = self.0.deletions.borrow_mut().delete(key, clock::now()).unwrap_or(false);
        self.sweep_deleted();
        if deleted {
            self.note_stored(None);
            self.notify(Notice::Deleted);
        }
        deleted
    }

    /// Downloads a workspace as a file, and notifies if that fails.
    pub fn download(&self, key: WorkspaceKey) {
        let organization = if self.model().workspace() == Some(key) {
            self.current_facts().0
        } else {
            self.summary(key).and_then(|listed| listed.organization)
        };
        let organization = organization.unwrap_or_else(|| key.to_string());
        let name = file_name("", &organization, &clock::today(), "json");
        let is_downloaded = self.archive(key).is_some_and(|text| file::download(&name, &text).is_ok());
        if !is_downloaded {
            self.notify(Notice::NotDownloaded);
        }
    }

    /// A workspace as the text of a file, if storage can be read.
    #[must_use]
    pub fn archive(&self, key: WorkspaceKey) -> Option<String> {
        let archive = match &*self.0.workspace.borrow() {
            // It may hold what storage has lost.
            Some(workspace) if workspace.key() == key => workspace.archive(),
            _ => Archive::of(self.site(), key),
        };
        Some(archive.ok()?.to_text(key, clock::now()))
    }

    /// Writes back what storage has lost of the current workspace, and notifies about the result.
    pub fn write_back(&self) {
        let attempt = || match self.0.workspace.borrow_mut().as_mut() {
            Some(workspace) => workspace.write_back().map_err(ChangeError::from),
            None => Ok(()),
        };
        let notice = match self.with_room(attempt, is_full) {
            Ok(()) => {
                self.0.has_save_failed.set(false);
                Notice::WrittenBack
            }
            Err(error) => Notice::NotWrittenBack(error),
        };
        self.ensure_acting_account();
        self.notify(notice);
    }

    /// Notices that storage was cleared by a script in this tab, for which there is no event. It reads the pointer only.
    pub fn check_pointer(&self) {
        let key = self.0.workspace.borrow().as_ref().map(Workspace::key);
        let is_sound = key.is_none_or(|key| self.site().current() == Ok(Current::Workspace(key)));
        if !is_sound && self.model().health.read_only.is_none() {
            self.refresh(None);
        }
    }

    /// When each grant in the current organization came to be. It reads the whole log.
    #[must_use]
    pub fn grant_times(&self) -> GrantTimes {
        let count = self.model().past.map_or(usize::MAX, |past| past.count);
        self.0.workspace.borrow().as_ref().map(|workspace| workspace.grant_times_after(count)).unwrap_or_default()
    }

    /// Opens the current workspace, if there is one.
    pub(super) fn open_current(&self) {
        let opened = match self.site().current() {
            Ok(Current::Workspace(key)) => self.open_workspace(key).ok(),
            Ok(Current::None) if self.is_new_saved_page() => match self.open_original() {
                Ok(opened) => Some(opened),
                Err(fault) => return self.notify(Notice::OriginalNotOpened(WorkspaceError::File(fault))),
            },
            Ok(Current::None | Current::Unreadable(_)) => return,
            Err(_) => None,
        };
        match opened {
            Some((workspace, lock)) => {
                self.hold(workspace, lock);
                self.look_at_requested();
            }
            None => self.notify(Notice::CannotRead),
        }
        self.choose_acting_account();
    }

    fn open_workspace(&self, key: WorkspaceKey) -> Result<Opened, ChangeError> {
        // Request the lock before reading: a tab that removes records requests it as well.
        let lock = self.locks().share(key);
        Ok((Workspace::open(self.site(), key, new_writer())?, lock))
    }

    pub(super) fn switch_to(&self, workspace: Workspace<BrowserStore>, lock: Lock) {
        self.stop_looking_back();
        self.hold(workspace, lock);
        self.note_stored(None);
        self.0.has_save_failed.set(false);
        crash::reset_counter();
        self.choose_acting_account();
        self.publish();
    }

    fn new_key(&self) -> WorkspaceKey {
        random::token().into()
    }
}
