//! The demo organization in memory.
#![expect(clippy::unwrap_used, reason = "a test ends where the demo cannot be made")]

use domain::{AccountId, View};
use journal::{MemoryStore, Token};
use samples::demo::{Language, fill};
use workspace::{Site, Workspace};

/// A workspace with the demo organization in English, and its founder.
///
/// # Panics
/// If the demo organization breaks a rule.
#[must_use]
pub fn demo_workspace() -> (Workspace<MemoryStore>, AccountId) {
    let token = Token::from_random([7; 8]);
    let mut workspace = Workspace::open(&Site::new(MemoryStore::new(), "/"), token.into(), token.into()).unwrap();
    let founder = fill(&mut workspace, Language::English).unwrap();
    (workspace, founder)
}

/// The demo organization as its founder sees it.
///
/// # Panics
/// If the demo organization breaks a rule.
#[must_use]
pub fn demo_view() -> View {
    let (workspace, founder) = demo_workspace();
    workspace.view_for(&founder).unwrap()
}
