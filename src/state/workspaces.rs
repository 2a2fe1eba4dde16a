//! Starting, opening, restoring and deleting whole workspaces. None of these changes the previous workspace.

use domain::{Founding, GrantTimes};
use interchange::file_name;
use journal::WorkspaceKey;
use samples::demo;
use workspace::{Archive, ArchiveFault, Current, Locks, SwitchError, Via, Workspace};

use super::sharing::is_full;
use super::{NotDone, Notice, Store, new_writer, occasion};
use crate::platform::locks::Lock;
use crate::platform::storage::BrowserStore;
use crate::platform::{clock, crash, file, random};

/// The reason why a workspace was not opened. The previous one is still current.
#[derive(Clone, Debug, PartialEq)]
pub enum NotOpened {
    /// It could not be written or read.
    NotDone(NotDone),
    /// Another tab has deleted it.
    Deleted,
    /// The file cannot be restored.
    File(ArchiveFault),
}

impl<E: Into<NotDone>> From<E> for NotOpened {
    fn from(error: E) -> Self {
        Self::NotDone(error.into())
    }
}

impl From<SwitchError> for NotDone {
    fn from(error: SwitchError) -> Self {
        match error {
            SwitchError::Storage(error) => journal::SaveError::Storage(error).into(),
            SwitchError::Deleted | SwitchError::Open(_) | SwitchError::NotKept => Self::NotKept,
        }
    }
}

impl From<workspace::OpenError> for NotDone {
    fn from(_: workspace::OpenError) -> Self {
        Self::NotKept
    }
}

impl Store {
    /// Starts with the demo organization.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn start_with_demo(&self) -> Result<(), NotOpened> {
        self.start(|workspace| demo::fill(workspace, clock::now()).map(|_| ()).map_err(NotDone::from))
    }

    /// Starts with an organization whose only person is its founder.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn start_empty(&self, via: Via, founding: &Founding) -> Result<(), NotOpened> {
        self.start(|workspace| workspace.found(founding, occasion(via)).map(|_| ()).map_err(NotDone::from))
    }

    fn start(&self, fill: impl Fn(&mut Workspace<BrowserStore>) -> Result<(), NotDone>) -> Result<(), NotOpened> {
        let attempt = || {
            let (mut workspace, lock) = self.open_workspace(self.new_key())?;
            let started = fill(&mut workspace).and_then(|()| Ok(workspace.make_current()?));
            if let Err(error) = started {
                let _ = workspace.discard(&mut self.0.deletions.borrow_mut(), clock::now());
                return Err(error);
            }
            Ok((workspace, lock))
        };
        let (workspace, lock) = self.with_room(attempt, is_full)?;
        self.switch_to(workspace, lock);
        Ok(())
    }

    /// Restores a downloaded file as a workspace of its own, and opens it.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn restore(&self, text: &str) -> Result<(), NotOpened> {
        let archive = Archive::parse(text).map_err(NotOpened::File)?;
        let attempt = || {
            let key = self.new_key();
            self.restore_as(&archive, key).inspect_err(|_| {
                // If this fails as well, the remaining values are listed as an earlier workspace.
                let _ = self.0.deletions.borrow_mut().discard(key, clock::now());
            })
        };
        let (workspace, lock) = self.with_room(attempt, |error| match error {
            NotOpened::NotDone(error) => is_full(error),
            NotOpened::File(ArchiveFault::NotSaved(error)) => is_full(&error.clone().into()),
            NotOpened::File(_) | NotOpened::Deleted => false,
        })?;
        self.switch_to(workspace, lock);
        self.notify(Notice::Restored);
        Ok(())
    }

    fn restore_as(&self, archive: &Archive, key: WorkspaceKey) -> Result<(Workspace<BrowserStore>, Lock), NotOpened> {
        let lock = self.locks().share(key);
        archive.restore(self.site(), key).map_err(NotOpened::File)?;
        let mut workspace = Workspace::open(self.site(), key, new_writer())?;
        if !archive.is_restored(self.site(), key) {
            return Err(NotOpened::Deleted);
        }
        workspace.make_current()?;
        Ok((workspace, lock))
    }

    /// Opens a workspace that is in storage.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn open_earlier(&self, key: WorkspaceKey) -> Result<(), NotOpened> {
        let lock = self.locks().share(key);
        let workspace = Workspace::open_earlier(self.site(), key, new_writer()).map_err(|error| match error {
            SwitchError::Deleted => NotOpened::Deleted,
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
            self.listed(key).and_then(|listed| listed.organization)
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
            Some(workspace) => workspace.write_back().map_err(NotDone::from),
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
        self.0.workspace.borrow().as_ref().map(Workspace::grant_times).unwrap_or_default()
    }

    /// Opens the current workspace, if there is one.
    pub(super) fn open_current(&self) {
        let opened = match self.site().current() {
            Ok(Current::Workspace(key)) => self.open_workspace(key).ok(),
            Ok(Current::None | Current::Unreadable(_)) => return,
            Err(_) => None,
        };
        match opened {
            Some((workspace, lock)) => self.hold(workspace, lock),
            None => self.notify(Notice::CannotRead),
        }
        self.choose_acting_account();
    }

    fn open_workspace(&self, key: WorkspaceKey) -> Result<(Workspace<BrowserStore>, Lock), NotDone> {
        // Request the lock before reading: a tab that removes records requests it as well.
        let lock = self.locks().share(key);
        Ok((Workspace::open(self.site(), key, new_writer())?, lock))
    }

    fn switch_to(&self, workspace: Workspace<BrowserStore>, lock: Lock) {
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
