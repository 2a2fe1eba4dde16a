//! Removing the values of deleted workspaces when no tab has them open.

use std::cell::RefCell;

use journal::{KeyValue, StorageError, WorkspaceKey};

use super::Deletions;

/// The locks of an origin: one for each workspace. A tab shares the lock of every workspace that it has open.
pub trait Locks {
    /// A lock, for as long as it is held.
    type Held;

    /// Shares the lock of a workspace. The request is sent at once; it may be granted later.
    fn share(&self, workspace: WorkspaceKey) -> Self::Held;

    /// The lock of a workspace for this tab alone, or nothing while another tab shares it.
    fn alone(&self, workspace: WorkspaceKey) -> impl Future<Output = Option<Self::Held>>;

    /// Waits until this tab sees, in all likelihood, the earlier writes of other tabs, and they see its own.
    fn settle(&self) -> impl Future<Output = ()>;
}

/// Removes the values of every deleted workspace that no tab has open, and retires old tombstones. Returns whether
/// deleted values are left. `clock` gives the time in UTC milliseconds.
///
/// # Errors
/// [`StorageError`]; calling again goes on.
pub async fn sweep<S: KeyValue + Clone, L: Locks>(
    deletions: &RefCell<Deletions<S>>,
    locks: &L,
    clock: impl Fn() -> i64,
) -> Result<bool, StorageError> {
    // A deletion that failed may have left something to put back.
    deletions.borrow_mut().put_back()?;
    let pending = deletions.borrow().pending(clock())?;
    if pending.is_empty() {
        return Ok(false);
    }
    // A tab that opened the workspace before it could see the tombstone has asked for the lock by then.
    locks.settle().await;
    let mut held = Vec::new();
    for key in pending {
        held.extend(locks.alone(key).await.map(|lock| (key, lock)));
    }
    // A tab that has closed the workspace wrote before it released the lock: that has to be seen.
    locks.settle().await;
    let removed = held.iter().try_for_each(|(key, _)| deletions.borrow_mut().remove_values(*key, clock()));
    locks.settle().await;
    deletions.borrow_mut().put_back()?;
    removed?;
    Ok(!deletions.borrow().pending(clock())?.is_empty())
}
