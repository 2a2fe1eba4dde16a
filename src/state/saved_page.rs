//! The page as a file with an organization inside: saving the current organization, and the one that was saved in this page.
//!
//! A saved page opens its organization as it was saved, without storing anything. *Start from here* copies it into the storage;
//! from then on the page opens the copy.

use interchange::{file_name, saved_page};
use journal::{KeyValue as _, MemoryStore, WorkspaceKey};
use workspace::{Archive, ArchiveFault, Locks as _, Scenario, Setup, Site, Workspace};

use super::{Notice, Store, WorkspaceError, new_writer};
use crate::platform::locks::Lock;
use crate::platform::storage::BrowserStore;
use crate::platform::{clock, file, page_file, random};

/// A page that was handed to the browser as a download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedPage {
    /// The name of the file.
    pub name: String,
    /// Its size in bytes.
    pub size: usize,
}

/// The reason why a page was not saved.
#[derive(Clone, Debug, PartialEq)]
pub enum NotSavedAsPage {
    /// The site does not answer with the page, or has none.
    NoSource,
    /// The organization cannot be a scenario.
    Scenario(WorkspaceError),
    /// The organization cannot be read, or the browser refuses the download.
    NotDownloaded,
}

impl Store {
    /// Downloads the page with the current organization inside.
    ///
    /// # Errors
    /// [`NotSavedAsPage`].
    pub async fn save_as_page(&self) -> Result<SavedPage, NotSavedAsPage> {
        let source = page_file::read_source().await.ok_or(NotSavedAsPage::NoSource)?;
        // The organization of this moment: it may have changed while the site was answering.
        let archive = self.model().workspace().and_then(|key| self.archive(key));
        let archive = archive.ok_or(NotSavedAsPage::NotDownloaded)?;
        download_page(&source, &archive, "", &self.current_facts().0.unwrap_or_default())
    }

    /// Downloads the page with the current organization inside, as a scenario that *Start from here* begins.
    ///
    /// # Errors
    /// [`NotSavedAsPage`].
    pub async fn save_scenario_as_page(&self, setup: Setup) -> Result<SavedPage, NotSavedAsPage> {
        let source = page_file::read_source().await.ok_or(NotSavedAsPage::NoSource)?;
        let name = setup.name.clone();
        let (scenario, key) = self.scenario(setup).map_err(NotSavedAsPage::Scenario)?;
        download_page(&source, &scenario.to_run().to_text(key, clock::now()), "scenario", &name)
    }

    /// Copies the organization of this page into the storage and opens the copy, as the same acting account. If it is a scenario,
    /// this begins the scenario. Notifies about the result, and returns whether the copy is open.
    pub fn start_from_original(&self) -> bool {
        let acting = self.0.acting.borrow().clone();
        let started = match self.original_scenario() {
            Some(scenario) => self.begin(&scenario),
            None => self.copy_original(),
        };
        let is_open = started.is_ok();
        match started {
            Ok(()) => {
                if let Some(account) = acting {
                    self.act_as(account);
                }
                self.notify(Notice::StartedFromOriginal);
            }
            Err(error) => self.notify(Notice::OriginalNotOpened(error)),
        }
        is_open
    }

    fn copy_original(&self) -> Result<(), WorkspaceError> {
        let text = page_file::original_text().ok_or(WorkspaceError::File(ArchiveFault::Foreign))?;
        self.open_archive(&Archive::parse(&text).map_err(WorkspaceError::File)?)
    }

    /// The scenario that was saved in this page, if it is one. A run in which something was done is an organization like any
    /// other.
    fn original_scenario(&self) -> Option<Scenario> {
        let (workspace, _) = self.open_original().ok()?;
        let (site, key) = (workspace.site(), workspace.key());
        let is_untouched = site.is_untouched_run(key).unwrap_or(false);
        Scenario::of_run(site, key).ok().filter(|_| is_untouched)
    }

    /// Shows the organization of this page as it was saved, and stores nothing. A copy stays the current workspace of the site.
    /// Notifies if there is nothing that can be shown.
    pub fn view_original(&self) {
        match self.open_original() {
            Ok((workspace, lock)) => self.switch_to(workspace, lock),
            Err(fault) => self.notify(Notice::OriginalNotOpened(WorkspaceError::File(fault))),
        }
    }

    pub(super) fn open_original(&self) -> Result<(Workspace<BrowserStore>, Lock), ArchiveFault> {
        let (id, text) = page_file::original_id().zip(page_file::original_text()).ok_or(ArchiveFault::Foreign)?;
        // With the same key, a reload of the tab finds who was acting.
        let key: WorkspaceKey = id.parse().map_err(|_| ArchiveFault::Foreign)?;
        let site = Site::new(BrowserStore::Memory(MemoryStore::new()), "");
        let workspace = Workspace::open_original(&site, &Archive::parse(&text)?, key, new_writer())?;
        Ok((workspace, self.locks().share(key)))
    }

    /// Whether this page was saved with an organization, and no one has opened another one in it.
    pub(super) fn is_new_saved_page(&self) -> bool {
        page_file::original_id().is_some() && self.site().storage().get(self.site().pointer()) == Ok(None)
    }
}

fn download_page(source: &str, archive: &str, kind: &str, organization: &str) -> Result<SavedPage, NotSavedAsPage> {
    let id = random::token().to_string();
    let page = saved_page::insert(source, &id, archive).ok_or(NotSavedAsPage::NoSource)?;
    let name = file_name(kind, organization, &clock::today(), "html");
    file::download(&name, &page).map_err(|_| NotSavedAsPage::NotDownloaded)?;
    Ok(SavedPage { name, size: page.len() })
}
