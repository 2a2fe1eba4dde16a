//! Scenarios: beginning one as a run of its own, starting a run over, and saving the current organization as a scenario.

use std::rc::Rc;

use journal::WorkspaceKey;
use workspace::{Origin, Scenario, Setup};

use super::walkthrough::steps::Walk;
use super::{Notice, Store, WorkspaceError};
use crate::platform::{clock, tab};

impl Store {
    /// Begins a scenario in a new workspace, and opens it. The previous workspace is kept, but runs of the scenario in which
    /// nothing was done are replaced.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn begin(&self, scenario: &Scenario) -> Result<(), WorkspaceError> {
        let replaced = self.site().untouched_runs(&scenario.setup().id).unwrap_or_default();
        self.open_archive(&scenario.to_run())?;
        if !replaced.is_empty() {
            for run in replaced {
                // A run that another site has open stays.
                let _ = self.0.deletions.borrow_mut().delete(run, clock::now());
            }
            self.sweep_deleted();
            self.note_stored(None);
            self.publish_soon();
        }
        if scenario.setup().walkthrough {
            self.begin_walkthrough(Walk::Registry);
        }
        Ok(())
    }

    /// Begins the scenario of the current run again.
    ///
    /// # Errors
    /// [`WorkspaceError`]; then nothing has changed.
    pub fn start_over(&self) -> Result<(), WorkspaceError> {
        let key = self.model().workspace().ok_or(WorkspaceError::Deleted)?;
        let scenario = Scenario::of_run(self.site(), key).map_err(WorkspaceError::Scenario)?;
        self.begin(&scenario)?;
        // The page can look as before.
        self.notify(Notice::StartedOver(scenario.setup().name.as_str().into()));
        Ok(())
    }

    /// The current organization as the text of a scenario's file.
    ///
    /// # Errors
    /// [`WorkspaceError`] if the storage cannot be read, or the organization cannot be a scenario.
    pub fn scenario_text(&self, setup: Setup) -> Result<String, WorkspaceError> {
        let (scenario, key) = self.scenario(setup)?;
        Ok(scenario.to_text(key, clock::now()))
    }

    /// The current organization as a scenario, with the key of its workspace.
    pub(super) fn scenario(&self, setup: Setup) -> Result<(Scenario, WorkspaceKey), WorkspaceError> {
        let workspace = self.0.workspace.borrow();
        let workspace = workspace.as_ref().ok_or(WorkspaceError::Deleted)?;
        let scenario = Scenario::of(workspace, setup).map_err(WorkspaceError::Scenario)?;
        Ok((scenario, workspace.key()))
    }

    /// Whether the current workspace is a run in which nothing was done yet.
    #[must_use]
    pub fn is_run_untouched(&self) -> bool {
        self.model().workspace().is_some_and(|key| self.site().is_untouched_run(key).unwrap_or(false))
    }

    /// Deletes earlier workspaces. Returns whether all of them are deleted.
    pub fn delete_all_earlier(&self, keys: &[WorkspaceKey]) -> bool {
        let is_deleted = |key: &WorkspaceKey| self.0.deletions.borrow_mut().delete(*key, clock::now()).unwrap_or(false);
        let count = keys.iter().filter(|key| is_deleted(key)).count();
        self.sweep_deleted();
        if count > 0 {
            self.note_stored(None);
            self.notify(Notice::Deleted);
        }
        count == keys.len()
    }

    /// Hides the instructions of the scenario in this tab.
    pub fn dismiss_instructions(&self) {
        if let Some(key) = self.instructions_key() {
            tab::remember(&key, &true);
        }
        self.0.has_dismissed_instructions.set(true);
        self.publish();
    }

    /// Whether the scenario has instructions that were not dismissed in this tab.
    pub(super) fn has_instructions(&self) -> bool {
        let has_text = self.0.origin.borrow().as_ref().is_some_and(|origin| !origin.setup.text.is_empty());
        has_text && !self.0.has_dismissed_instructions.get()
    }

    /// Reads the origin of the workspace that was just opened.
    pub(super) fn read_origin(&self) {
        *self.0.origin.borrow_mut() = self.origin().map(Rc::new);
        let is_dismissed = self.instructions_key().and_then(|key| tab::recall(&key)).unwrap_or(false);
        self.0.has_dismissed_instructions.set(is_dismissed);
    }

    /// The key of the note in session storage that the instructions were dismissed, if there are any.
    fn instructions_key(&self) -> Option<String> {
        self.0.origin.borrow().as_ref()?;
        let workspace = self.0.workspace.borrow();
        Some(format!("registrar:instructions:{}", workspace.as_ref()?.key()))
    }

    /// The origin of the current workspace, if it is a run.
    fn origin(&self) -> Option<Origin> {
        let workspace = self.0.workspace.borrow();
        let workspace = workspace.as_ref()?;
        // A saved page keeps its organization in a place of its own.
        workspace.site().origin(workspace.key()).ok().flatten()
    }
}
