//! An organization over its log: `domain` knows no storage, `journal` knows no registries, and this crate puts them
//! together.
//!
//! - a [`Site`] is the place in the browser's storage that belongs to one address: it knows which workspaces are there
//!   and which is current;
//! - a [`Workspace`] is one organization with its log. [`Workspace::dispatch`] is the only way to change anything;
//! - an [`Archive`] is a workspace as a file, and a [`Scenario`] a beginning that many people share;
//! - [`Deletions`] are the workspaces that a tab has deleted, and [`sweep`] removes their records.
//!
//! The crate is pure: it reads no clock and no random source, and depends on no browser.

mod archive;
mod deletion;
mod fold;
mod health;
mod history;
mod scenario;
mod site;
mod workspace;

pub use archive::{Archive, ArchiveFault, Restoration};
pub use deletion::{Deletions, Locks, sweep};
pub use fold::outcome::{Outcome, Overtaken, OvertakenReason, UndoRefusal};
pub use fold::past::value::Value;
pub use health::{Health, ReadOnly};
pub use history::{About, History, HistoryEntry, PastAction, What};
pub use scenario::{Origin, Scenario, ScenarioFault, Setup};
pub use site::{Current, Site, WorkspaceSummary};
pub use workspace::undo::{Dependents, UndoError};
pub use workspace::{DispatchError, OpenError, Receipt, RecordInfo, SwitchError, Via, Workspace};
