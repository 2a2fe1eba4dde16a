//! The health of a workspace's log: unreadable and missing records, and the reason why it is read-only.

use std::rc::Rc;

use journal::{Gap, Unreadable};

/// The health of a workspace's log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Damaged values. They stay in storage as they are, and are part of every downloaded file.
    pub unreadable: Rc<Vec<Unreadable>>,
    /// The number of records from a newer program.
    pub newer: usize,
    /// Records that other records refer to and that are not in storage.
    pub missing: Vec<Gap>,
    /// The reason why the workspace is read-only, if it is.
    pub read_only: Option<ReadOnly>,
}

/// The reason why a workspace is read-only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer program wrote records that this one does not understand.
    Newer,
    /// The last intent may or may not be in storage. Opening the workspace again shows which.
    Unconfirmed,
    /// Another tab made another workspace the current one.
    Moved,
    /// The log has the largest possible clock, so that no record can follow. No program writes such a record.
    Exhausted,
    /// Something else has removed records, or the pointer to the workspace, or has overwritten the pointer. This tab keeps
    /// all of it in memory: see [`Workspace::write_back`](crate::Workspace::write_back).
    Lost,
    /// It is an archive that is looked at as it is: see [`Workspace::open_original`](crate::Workspace::open_original).
    Original,
}

impl Health {
    /// True if there is nothing to report.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        *self == Self::default()
    }
}
