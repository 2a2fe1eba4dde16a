//! How the log of a workspace is: what could not be read, what is missing, and whether anything may be written.

use std::rc::Rc;

use journal::{Gap, Unreadable};

/// How a workspace's log is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Values that are damaged. They stay in storage as they are, and are part of every file that is downloaded.
    pub unreadable: Rc<Vec<Unreadable>>,
    /// How many records a newer program wrote.
    pub newer: usize,
    /// Records that others speak of and that are not there.
    pub missing: Vec<Gap>,
    /// Why nothing may be written, if that is so.
    pub read_only: Option<ReadOnly>,
}

/// Why nothing may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer program wrote records that this one does not understand.
    Newer,
    /// It is not certain whether the last intent was kept: only opening the workspace anew tells.
    Unconfirmed,
    /// Another tab made another workspace the current one.
    Moved,
}

impl Health {
    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        *self == Self::default()
    }
}
