//! The choices of a person for an import, beside the mapping.

use std::collections::{BTreeMap, BTreeSet};

use domain::{TeamRole, trim};

use super::Column;
use crate::text::word_key;

/// The choices for an import. By default nothing that exists is changed, and a fault prevents the import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Whether the import leaves out faulty lines. Otherwise one faulty line prevents it.
    pub leaves_out_faulty: bool,
    /// Whether the import adds the teams that exist neither in the organization nor as a line of the file.
    pub creates_teams: bool,
    /// Whether new people may have names in which another program has lost characters, or that it seems to have read in a wrong
    /// encoding.
    pub keeps_doubtful_names: bool,
    /// The columns in which existing entries get the values of the file.
    pub updates: BTreeSet<Column>,
    /// The corrected texts by line and column, see [`correct`](Self::correct).
    pub corrections: BTreeMap<(usize, Column), String>,
    /// The corrected lines, for faults that concern a line as a whole. The text is a line of the file.
    pub lines: BTreeMap<usize, String>,
    /// The words of the file that were said to mean a role, as they stand there, with the role. Their keys
    /// are equal for words that differ in capitals or blanks only.
    pub roles: BTreeMap<String, (String, TeamRole)>,
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
        let key = Self::role_key(word);
        match role {
            Some(role) if !key.is_empty() => self.roles.insert(key, (word.to_owned(), role)),
            _ => self.roles.remove(&key),
        };
    }

    /// The role that a word of the file was said to mean. An empty text means none.
    #[must_use]
    pub fn role(&self, word: &str) -> Option<TeamRole> {
        if self.roles.is_empty() { None } else { self.roles.get(&Self::role_key(word)).map(|(_, role)| *role) }
    }

    /// The words that were said to mean a role, and the others, each once, by their keys.
    #[must_use]
    pub fn role_words<'a>(&'a self, others: impl Iterator<Item = &'a String>) -> BTreeMap<String, &'a str> {
        let mut words: BTreeMap<String, &str> =
            self.roles.iter().map(|(key, (word, _))| (key.clone(), word.as_str())).collect();
        for word in others {
            words.entry(Self::role_key(word)).or_insert(word);
        }
        words
    }

    /// The key of words that mean the same: their letters and digits, or the whole text if it has none.
    fn role_key(word: &str) -> String {
        let key = word_key(word);
        if key.is_empty() { trim(word).to_owned() } else { key }
    }
}
