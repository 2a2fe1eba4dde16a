//! Guesses which column has which field, by their names, and by the texts where names do not tell it.

use domain::trim;

use super::super::header::is_address;
use super::super::mapping::{Field, Mapping};
use super::super::words::{column_key, field_of, kind_of, role_of};
use super::{SAMPLE, Table};

impl Table {
    /// The most likely mapping: by the names of the columns, or by the texts below if no line names them.
    #[must_use]
    pub fn guess(&self) -> Mapping {
        if !self.has_header {
            return self.guess_by_texts();
        }
        let mut mapping = Mapping::guess(self.names.iter().map(String::as_str));
        // Some programs call the shown name the user name. It has blanks, which a username cannot have.
        let is_unnamed = ![Field::Name, Field::FirstName, Field::LastName].iter().any(|field| mapping.has(*field));
        if is_unnamed && let Some(column) = mapping.column(Field::Username) {
            let cells = || self.records.iter().take(SAMPLE).filter_map(|record| record.cells.get(column));
            let with_blank = cells().filter(|cell| trim(cell).contains(' ')).count();
            if 2 * with_blank > cells().count() {
                mapping.set(column, Some(Field::Name));
            }
        }
        self.prefer_shown_names(&mut mapping);
        self.complete(&mut mapping);
        if let Some(column) = self.team_names(&mapping) {
            mapping.set(column, Some(Field::TeamName));
        }
        mapping
    }

    /// The only column of teams, if the lines name nobody.
    fn team_names(&self, mapping: &Mapping) -> Option<usize> {
        const PERSON: [Field; 9] = [
            Field::Kind,
            Field::Name,
            Field::FirstName,
            Field::LastName,
            Field::Username,
            Field::Email,
            Field::Role,
            Field::TeamRole,
            Field::Status,
        ];
        let [column] = *mapping.columns(Field::Teams) else { return None };
        let of_group = |column: usize| {
            ["group", "team", "그룹", "팀"].iter().any(|word| column_key(self.name(column)).starts_with(word))
        };
        let is_person = |(column, cell): (usize, &String)| is_address(cell) && !of_group(column);
        let mut cells = self.records.iter().take(SAMPLE).flat_map(|record| record.cells.iter().enumerate());
        let names_nobody = !PERSON.iter().any(|field| mapping.has(*field));
        (names_nobody && !cells.any(is_person)).then_some(column)
    }

    /// Takes the shown name of people where the column `name` has their usernames, as in Jira and Slack.
    fn prefer_shown_names(&self, mapping: &mut Mapping) {
        let Some(column) = mapping.column(Field::Name).filter(|column| column_key(self.name(*column)) == "name") else {
            return;
        };
        let is_username =
            |cell: &str| cell.is_ascii() && !cell.contains(|c: char| c.is_whitespace() || c.is_uppercase());
        let texts = |column: usize| {
            let records = self.records.iter().take(SAMPLE);
            records
                .filter_map(move |record| record.cells.get(column))
                .map(|cell| trim(cell))
                .filter(|cell| !cell.is_empty())
        };
        let is_shown = |other: &usize| {
            let is_name = field_of(self.name(*other)).is_some_and(|(field, _)| field == Field::Name);
            *other != column && is_name && texts(*other).any(|cell| !is_username(cell))
        };
        if let Some(shown) = (0..self.names.len()).find(is_shown)
            && texts(column).all(is_username)
        {
            mapping.set(shown, Some(Field::Name));
            if !mapping.has(Field::Username) {
                mapping.set(column, Some(Field::Username));
            }
        }
    }

    /// Gives a field further columns of its names, where joined files and objects have it under different names. A column in
    /// which a line has another text than in the first one stays left out, because nobody can tell which one counts.
    fn complete(&self, mapping: &mut Mapping) {
        for (column, name) in self.names.iter().enumerate() {
            let field = field_of(name).map(|(field, _)| field).filter(|field| !field.is_repeatable());
            if let Some(field) = field.filter(|_| mapping.field(column).is_none())
                && self.completes(column, &mapping.columns(field))
            {
                mapping.add(column, field);
            }
        }
    }

    /// Whether a column has texts where others have none, and nowhere a different one.
    fn completes(&self, column: usize, others: &[usize]) -> bool {
        if others.is_empty() {
            return false;
        }
        let mut is_needed = false;
        for record in self.records.iter().filter(|record| record.quote_fault.is_none()) {
            let text = |column: usize| record.cells.get(column).map_or("", |cell| trim(cell));
            let here = text(column);
            if here.is_empty() {
                continue;
            }
            match others.iter().map(|other| text(*other)).find(|there| !there.is_empty()) {
                Some(there) if there != here => return false,
                Some(_) => {}
                None => is_needed = true,
            }
        }
        is_needed
    }

    fn guess_by_texts(&self) -> Mapping {
        let mut mapping = Mapping::guess(self.names.iter().map(String::as_str));
        let mut is_named = false;
        for column in 0..self.names.len() {
            let cells = || self.records.iter().take(SAMPLE).filter_map(|record| record.cells.get(column));
            let filled = cells().filter(|cell| !trim(cell).is_empty()).count();
            let all = |is: fn(&str) -> bool| filled > 0 && cells().filter(|cell| is(trim(cell))).count() == filled;
            let has_blank = cells().any(|cell| trim(cell).contains(char::is_whitespace) || !cell.is_ascii());
            if !mapping.has(Field::Email) && all(is_address) {
                mapping.set(column, Some(Field::Email));
            } else if !mapping.has(Field::Kind) && all(|cell| kind_of(cell).is_some()) {
                mapping.set(column, Some(Field::Kind));
            } else if !mapping.has(Field::Role) && all(|cell| role_of(cell).is_some()) {
                mapping.set(column, Some(Field::Role));
            } else if !is_named && has_blank {
                mapping.set(column, Some(Field::Name));
                is_named = true;
            }
        }
        mapping
    }
}
