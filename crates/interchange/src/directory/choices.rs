//! What a person chooses for an import, beside the mapping.

use std::collections::{BTreeMap, BTreeSet};

use domain::TeamRole;

use super::Column;
use crate::text::word_key;

/// The choices for an import. By default nothing that exists is changed, and a fault prevents the import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Whether the import leaves out faulty lines. Otherwise one faulty line prevents it.
    pub leaves_out_faulty: bool,
    /// Whether the import adds the teams that exist neither in the organization nor as a line of the file.
    pub creates_teams: bool,
    /// The columns in which existing entries get the values of the file.
    pub updates: BTreeSet<Column>,
    /// The corrected texts by line and column, see [`correct`](Self::correct).
    pub corrections: BTreeMap<(usize, Column), String>,
    /// The corrected lines, for faults that concern a line as a whole. The text is a line of the file.
    pub lines: BTreeMap<usize, String>,
    /// The roles that words of the file mean, see [`set_role`](Self::set_role).
    pub roles: BTreeMap<String, TeamRole>,
}

impl Choices {
    /// Replaces the text of a column in a line.
    pub fn correct(&mut self, line: usize, column: Column, text: String) {
        self.corrections.insert((line, column), text);
    }

    /// The correction of a text.
    #[must_use]
    pub fn correction(&self, line: usize, column: Column) -> Option<&str> {
        self.corrections.get(&(line, column)).map(String::as_str)
    }

    /// Whether a text or a line was corrected.
    #[must_use]
    pub fn has_corrections(&self) -> bool {
        !self.corrections.is_empty() || !self.lines.is_empty()
    }

    /// Says which role a word of the file means, or that it means none.
    pub fn set_role(&mut self, word: &str, role: Option<TeamRole>) {
        match role {
            Some(role) => self.roles.insert(word_key(word), role),
            None => self.roles.remove(&word_key(word)),
        };
    }

    /// The role that a word of the file was said to mean.
    #[must_use]
    pub fn role(&self, word: &str) -> Option<TeamRole> {
        if self.roles.is_empty() { None } else { self.roles.get(&word_key(word)).copied() }
    }
}
