//! The texts of one line by their columns: mapped, joined and corrected.

use std::borrow::Cow;

use domain::{Email, trim};

use super::mapping::{Field, Mapping};
use super::table::Table;
use super::words::{is_negative, means_inactive};
use super::{Choices, Column, Kind};
use crate::csv::Record;
use crate::text::narrow;

/// The positions of the fields.
pub(super) struct Layout {
    kind: Vec<usize>,
    name: Vec<usize>,
    first_name: Vec<usize>,
    last_name: Vec<usize>,
    username: Vec<usize>,
    email: Vec<usize>,
    role: Vec<usize>,
    pub teams: Vec<usize>,
    pub team_role: Vec<usize>,
    /// The name of the team that a line is, if lines are teams.
    team_name: Vec<usize>,
    /// The columns of the status, and whether a yes there means an inactive person.
    status: Vec<(usize, bool)>,
}

impl Layout {
    pub fn new(mapping: &Mapping, table: &Table) -> Self {
        let status = mapping.columns(Field::Status).into_iter();
        Self {
            kind: mapping.columns(Field::Kind),
            name: mapping.columns(Field::Name),
            first_name: mapping.columns(Field::FirstName),
            last_name: mapping.columns(Field::LastName),
            username: mapping.columns(Field::Username),
            email: mapping.columns(Field::Email),
            role: mapping.columns(Field::Role),
            teams: mapping.columns(Field::Teams),
            team_role: mapping.columns(Field::TeamRole),
            team_name: mapping.columns(Field::TeamName),
            status: status.map(|column| (column, is_negative(table.name(column)))).collect(),
        }
    }
}

/// The texts of one line.
pub(super) struct Cells<'a> {
    pub layout: &'a Layout,
    pub record: &'a Record,
    pub choices: &'a Choices,
}

impl<'a> Cells<'a> {
    /// The first text at the positions that is not empty, trimmed, or empty.
    pub fn at(&self, positions: &[usize]) -> &'a str {
        self.filled(positions).next().unwrap_or_default()
    }

    fn filled(&self, positions: &[usize]) -> impl Iterator<Item = &'a str> {
        let cells = positions.iter().filter_map(|position| self.record.cells.get(*position));
        cells.map(|cell| trim(cell)).filter(|cell| !cell.is_empty())
    }

    /// The trimmed text of a column, or its correction.
    pub fn text(&self, column: Column) -> Cow<'a, str> {
        if let Some(correction) = self.choices.correction(self.record.line, column) {
            return Cow::Borrowed(trim(correction));
        }
        if !self.layout.team_name.is_empty() {
            return Cow::Borrowed(match column {
                Column::Kind => Kind::Team.word(),
                Column::Name => self.at(&self.layout.team_name),
                _ => "",
            });
        }
        Cow::Borrowed(match column {
            Column::Kind => self.at(&self.layout.kind),
            Column::Name => return self.name(),
            Column::Username => self.at(&self.layout.username),
            Column::Email => self.at(&self.layout.email),
            Column::Role => self.at(&self.layout.role),
            Column::Teams => {
                let mut filled = self.filled(&self.layout.teams);
                let first = filled.next().unwrap_or_default();
                let others: Vec<&str> = filled.collect();
                if !others.is_empty() {
                    return Cow::Owned([&[first], others.as_slice()].concat().join("|"));
                }
                first
            }
        })
    }

    /// The name, or the first and the last name. Names in Hangul, Chinese characters and Kana have the family name first, and
    /// in Hangul no blank between them.
    fn name(&self) -> Cow<'a, str> {
        let name = self.at(&self.layout.name);
        let (first, last) = (self.at(&self.layout.first_name), self.at(&self.layout.last_name));
        if !name.is_empty() || (first.is_empty() && last.is_empty()) {
            return Cow::Borrowed(name);
        }
        if first.is_empty() || last.is_empty() {
            return Cow::Borrowed(if first.is_empty() { last } else { first });
        }
        let are_all = |is: fn(char) -> bool| first.chars().chain(last.chars()).all(is);
        if are_all(is_hangul) {
            return Cow::Owned(format!("{last}{first}"));
        }
        if are_all(|c| is_hangul(c) || is_east_asian(c)) {
            return Cow::Owned(format!("{last} {first}"));
        }
        Cow::Owned(format!("{first} {last}"))
    }

    /// Whether a column says that the person is inactive.
    pub fn is_inactive(&self) -> bool {
        let says = |(column, is_negative): &(usize, bool)| means_inactive(self.at(&[*column]), *is_negative);
        self.layout.status.iter().any(says)
    }

    /// Whether there is a text outside of the columns. One that has no name, like a row number, is only left out.
    pub fn has_outside(&self, table: &Table) -> bool {
        self.record.cells.iter().skip(table.width()).any(|cell| !trim(cell).is_empty())
    }
}

fn is_hangul(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
}

/// Chinese characters and Kana.
fn is_east_asian(character: char) -> bool {
    matches!(character, '々' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// An address without what mail programs and forms put around it: `mailto:`, angle brackets with a name before them, a
/// delimiter or a full stop at the end, and full-width characters.
pub(super) fn bare_address(text: &str) -> Cow<'_, str> {
    let is_wide = !text.contains('@') && text.contains('＠');
    if !is_wide && !text.contains(['<', '>', ':', ';', ',']) && !text.ends_with('.') {
        return Cow::Borrowed(text);
    }
    let text = if is_wide { Cow::Owned(narrow(text)) } else { Cow::Borrowed(text) };
    let mut bare = &*text;
    bare = bare.trim_end_matches(|c: char| matches!(c, ';' | ',' | '.') || c.is_whitespace());
    if let Some((_, inside)) = bare.split_once('<')
        && let Some(inside) = inside.strip_suffix('>')
    {
        bare = inside;
    }
    // Exchange writes `SMTP:`, with the main address in capitals.
    for scheme in ["mailto:", "smtp:"] {
        if let Some((start, address)) = bare.split_at_checked(scheme.len())
            && start.eq_ignore_ascii_case(scheme)
        {
            bare = address.split('?').next().unwrap_or(address);
        }
    }
    trim(bare.trim_end_matches(['.', ';', ','])).to_owned().into()
}

/// The username that an address suggests: its first part in small letters, without the part after a plus sign, and with `.`
/// for characters that a username cannot contain.
pub(super) fn suggested_username(address: &Email) -> String {
    let local = address.as_str().split(['@', '+']).find(|part| !part.is_empty()).unwrap_or_default();
    let allowed =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c.to_ascii_lowercase() } else { '.' };
    let name: String = local.chars().map(allowed).collect();
    let parts: Vec<&str> = name.split('.').filter(|part| !part.is_empty()).collect();
    parts.join(".").chars().take(domain::AccountName::LIMIT - 8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_without_the_text_around_them() {
        for text in [
            "mailto:a@x.org",
            "<a@x.org>",
            "Ann Lee <a@x.org>",
            "a@x.org.",
            "a＠x．org",
            "mailto:a＠x.org",
            "a@x.org;",
            "MAILTO:a@x.org?subject=x",
            "SMTP:a@x.org",
            "\"Lee, Ann\" <mailto:a@x.org>,",
            "a@x.org",
        ] {
            assert_eq!(bare_address(text), "a@x.org");
        }
        assert_eq!(bare_address("<a@x"), "<a@x");
    }

    #[test]
    fn usernames_are_suggested_by_addresses() {
        for (address, name) in [
            ("Dana.Ortiz@example.com", "dana.ortiz"),
            ("dana+test@x", "dana"),
            ("o'neil@x", "o.neil"),
            ("josé..m@x", "jos.m"),
            ("한글@x", ""),
            ("+a@x", "a"),
        ] {
            assert_eq!(suggested_username(&Email::parse(address).unwrap()), name);
        }
    }
}
