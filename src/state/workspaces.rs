//! Beginning, opening, reading back and deleting whole workspaces. None of it changes the one that was there before.

use domain::Founding;
use journal::WorkspaceKey;
use samples::demo;
use workspace::{Archive, ArchiveFault, Current, Via, Workspace};

use super::{NotDone, Notice, Store, new_writer, occasion};
use crate::platform::storage::BrowserStore;
use crate::platform::{clock, crash, file, random};

/// Why a workspace was not opened. The one before is still current.
#[derive(Clone, Debug, PartialEq)]
pub enum NotOpened {
    /// It could not be written or read.
    NotDone(NotDone),
    /// The file cannot be read back.
    File(ArchiveFault),
}

impl<E: Into<NotDone>> From<E> for NotOpened {
    fn from(error: E) -> Self {
        Self::NotDone(error.into())
    }
}

impl From<workspace::SwitchError> for NotDone {
    fn from(error: workspace::SwitchError) -> Self {
        match error {
            workspace::SwitchError::Storage(error) => journal::SaveError::Storage(error).into(),
            workspace::SwitchError::NotKept => Self::NotKept,
        }
    }
}

impl From<workspace::OpenError> for NotDone {
    fn from(_: workspace::OpenError) -> Self {
        Self::NotKept
    }
}

impl Store {
    /// Begins with the demo organization.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn start_with_demo(&self) -> Result<(), NotOpened> {
        self.start(|workspace| demo::fill(workspace, clock::now()).map(|_| ()).map_err(NotDone::from))
    }

    /// Begins with an organization in which there is nobody but its founder.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn start_empty(&self, via: Via, founding: &Founding) -> Result<(), NotOpened> {
        self.start(|workspace| workspace.found(founding, occasion(via)).map(|_| ()).map_err(NotDone::from))
    }

    fn start(&self, fill: impl FnOnce(&mut Workspace<BrowserStore>) -> Result<(), NotDone>) -> Result<(), NotOpened> {
        let mut workspace = self.open_workspace(self.new_key())?;
        let started = fill(&mut workspace).and_then(|()| Ok(workspace.make_current()?));
        if let Err(error) = started {
            let _ = workspace.discard();
            return Err(error.into());
        }
        self.switch_to(workspace);
        Ok(())
    }

    /// Reads a downloaded file back, as a workspace of its own, and opens it.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn restore(&self, text: &str) -> Result<(), NotOpened> {
        let archive = Archive::parse(text).map_err(NotOpened::File)?;
        let key = self.new_key();
        archive.restore(self.site(), key).map_err(NotOpened::File)?;
        let opened = self.open_workspace(key).and_then(|mut workspace| {
            workspace.make_current()?;
            Ok(workspace)
        });
        let workspace = opened.inspect_err(|_| {
            // What stays if this fails as well is listed among the earlier workspaces.
            let _ = self.site().delete(key);
        })?;
        self.switch_to(workspace);
        self.notify(Notice::Restored);
        Ok(())
    }

    /// Opens a workspace that is in storage.
    ///
    /// # Errors
    /// [`NotOpened`]; then nothing has changed.
    pub fn open_earlier(&self, key: WorkspaceKey) -> Result<(), NotOpened> {
        let mut workspace = self.open_workspace(key)?;
        workspace.make_current().map_err(NotDone::from)?;
        self.switch_to(workspace);
        self.notify(Notice::Opened);
        Ok(())
    }

    /// Deletes an earlier workspace. Answers whether it is gone.
    pub fn delete_earlier(&self, key: WorkspaceKey) -> bool {
        let deleted = self.site().delete(key).unwrap_or(false);
        if deleted {
            self.note_stored(None);
            self.notify(Notice::Deleted);
        }
        deleted
    }

    /// Gives a workspace to the person as a file, and tells if that fails.
    pub fn download(&self, key: WorkspaceKey) {
        let day = String::from(js_sys::Date::new_0().to_iso_string());
        let day = day.split('T').next().unwrap_or_default();
        let name = format!("registrar-{key}-{day}.json");
        let is_downloaded = self.archive(key).is_some_and(|text| file::download(&name, &text).is_ok());
        if !is_downloaded {
            self.notify(Notice::NotDownloaded);
        }
    }

    /// A workspace as the text of a file, if it can be read.
    #[must_use]
    pub fn archive(&self, key: WorkspaceKey) -> Option<String> {
        Some(Archive::of(self.site(), key).ok()?.to_text(key, clock::now()))
    }

    /// Opens the workspace that is current, or none.
    pub(super) fn open_current(&self) {
        let opened = match self.site().current() {
            Ok(Current::Workspace(key)) => self.open_workspace(key).ok(),
            Ok(Current::None | Current::Unreadable(_)) => return,
            Err(_) => None,
        };
        if opened.is_none() {
            self.notify(Notice::CannotRead);
        }
        *self.0.workspace.borrow_mut() = opened;
        self.choose_acting_account();
    }

    fn open_workspace(&self, key: WorkspaceKey) -> Result<Workspace<BrowserStore>, NotDone> {
        Ok(Workspace::open(self.site(), key, new_writer())?)
    }

    fn switch_to(&self, workspace: Workspace<BrowserStore>) {
        *self.0.workspace.borrow_mut() = Some(workspace);
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
