//! Paths of files in an artifact. They are never normalized: two spellings of a name in Unicode are two paths (R).

use std::rc::Rc;

/// The path of a file, as W&B's client collapses it: `./a//b/` is `a/b` (S).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilePath(Rc<str>);

/// The reason why a text is not the path of a file in an artifact. Of several faults the first in this order is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// It is empty or `.`.
    Empty,
    /// It contains U+0000.
    Forbidden(char),
    /// It begins with `/`.
    Absolute,
    /// It begins with `\\`.
    Network,
    /// It begins with a letter and a colon.
    Drive,
    /// A component between slashes or backslashes is `..`.
    Parent,
}

impl FilePath {
    /// Parses a path. It is collapsed as by Python's `PurePosixPath`, and checked afterwards (S, R).
    ///
    /// # Errors
    /// The first fault in the order of [`PathFault`].
    pub fn parse(text: &str) -> Result<Self, PathFault> {
        let components: Vec<&str> = text.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        let path = components.join("/");
        if path.is_empty() && !text.starts_with('/') {
            return Err(PathFault::Empty);
        }
        if path.contains('\0') {
            return Err(PathFault::Forbidden('\0'));
        }
        if text.starts_with('/') {
            return Err(PathFault::Absolute);
        }
        if path.starts_with(r"\\") {
            return Err(PathFault::Network);
        }
        let mut characters = path.chars();
        if characters.next().is_some_and(|first| first.is_ascii_alphabetic()) && characters.next() == Some(':') {
            return Err(PathFault::Drive);
        }
        if path.split(['/', '\\']).any(|part| part == "..") {
            return Err(PathFault::Parent);
        }
        Ok(Self(path.into()))
    }

    /// Takes a stored path without a check.
    pub(crate) fn new_unchecked(text: &str) -> Self {
        Self(text.into())
    }

    /// The collapsed path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FilePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
