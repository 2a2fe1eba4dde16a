//! Earlier organizations and restoring from a file: on the welcome page and beside the data.

pub mod earlier;
pub mod opening;
pub mod restore;
pub mod run;
pub mod text;

use crate::i18n::{Language, intl};

/// A size in thousands, at least one.
pub fn thousands(language: Language, size: usize) -> String {
    intl::number(language, size.div_ceil(1000).max(1))
}
