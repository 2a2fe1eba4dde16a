//! The field of each column of a file. It is guessed from the names of the columns, and a person can change it.

use super::words::{column_key, field_of, key_before_bracket};

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The kind of the line.
    Kind,
    /// The display name of a person, or the name of a service account or a team.
    Name,
    /// The first part of a person's name.
    FirstName,
    /// The family name of a person.
    LastName,
    /// A person's username. An address is taken as one from which the username is proposed.
    Username,
    /// A person's email address.
    Email,
    /// A person's organization role.
    Role,
    /// Teams. Several columns can contain teams.
    Teams,
    /// The role in the teams of the line that have none of their own.
    TeamRole,
    /// The name of a team, if each line is a team.
    TeamName,
    /// Whether a person is active. Several columns can tell it, and one that says no is enough.
    Status,
}

impl Field {
    /// All fields, in the order of a select.
    pub const ALL: [Self; 11] = [
        Self::Kind,
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Username,
        Self::Email,
        Self::Role,
        Self::Teams,
        Self::TeamRole,
        Self::TeamName,
        Self::Status,
    ];

    /// Whether several columns can have the field with different texts in one line.
    pub(super) fn is_repeatable(self) -> bool {
        matches!(self, Self::Teams | Self::Status)
    }
}

/// The field of each column, or `None` for a column that is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    fields: Vec<Option<Field>>,
}

impl Mapping {
    /// Guesses from the names of the columns.
    pub(super) fn guess<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.collect();
        let mut known: Vec<_> = names.iter().map(|name| field_of(name)).collect();
        // "Name" beside "Surname" without a first name is the first name.
        let has = |field| known.iter().flatten().any(|(known, _)| *known == field);
        if has(Field::LastName) && !has(Field::FirstName) {
            for (name, field) in names.iter().zip(&mut known) {
                let key = key_before_bracket(name).unwrap_or_else(|| column_key(name));
                if matches!(key.as_str(), "name" | "이름") {
                    *field = Some((Field::FirstName, 0));
                }
            }
        }
        let mut mapping = Self { fields: vec![None; names.len()] };
        for field in Field::ALL {
            let columns = known.iter().enumerate().filter_map(|(column, known)| {
                known.filter(|(known, _)| *known == field).map(|(_, rank)| (rank, column))
            });
            if field.is_repeatable() {
                columns.for_each(|(_, column)| mapping.set(column, Some(field)));
            } else if let Some((_, column)) = columns.min() {
                mapping.set(column, Some(field));
            }
        }
        // Directories that sign people in by their address may have it in no other column.
        if !mapping.has(Field::Email) && mapping.has(Field::Username) {
            let is_address = |name: &&str| matches!(column_key(name).as_str(), "userprincipalname" | "upn");
            let column = names.iter().position(is_address).filter(|column| mapping.field(*column).is_none());
            column.into_iter().for_each(|column| mapping.set(column, Some(Field::Email)));
        }
        mapping
    }

    /// The field of a column.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<Field> {
        self.fields.get(column).copied().flatten()
    }

    /// Gives a column a field, or leaves it out. Another column that has the field is left out then, unless several
    /// can have it.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        if field.is_some_and(|field| !field.is_repeatable()) {
            self.fields.iter_mut().filter(|known| **known == field).for_each(|known| *known = None);
        }
        if let Some(known) = self.fields.get_mut(column) {
            *known = field;
        }
    }

    /// Gives a column the field of another one that it completes.
    pub(super) fn add(&mut self, column: usize, field: Field) {
        if let Some(known) = self.fields.get_mut(column) {
            *known = Some(field);
        }
    }

    /// Whether a column has the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains(&Some(field))
    }

    /// The columns with the field.
    pub(super) fn columns(&self, field: Field) -> Vec<usize> {
        self.fields.iter().enumerate().filter(|(_, known)| **known == Some(field)).map(|(column, _)| column).collect()
    }

    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|known| *known == Some(field))
    }

    /// The fields that a new person needs and no column has.
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        if self.has(Field::TeamName) {
            return Vec::new();
        }
        let has_name = self.has(Field::Name) || self.has(Field::FirstName) || self.has(Field::LastName);
        let mut missing = Vec::new();
        if !has_name {
            missing.push(Field::Name);
        }
        if !self.has(Field::Email) && !self.has(Field::Username) {
            missing.push(Field::Username);
        }
        if !self.has(Field::Email) {
            missing.push(Field::Email);
        }
        missing
    }

    /// Whether lines can be told apart at all: each needs a name, a username or an address, or the name of a team.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        [Field::Name, Field::Username, Field::Email, Field::TeamName].iter().any(|field| self.has(*field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], fields: &[Option<Field>]) {
        assert_eq!(Mapping::guess(names.iter().copied()).fields, fields, "{names:?}");
    }

    #[test]
    fn exports_of_other_directories_are_mapped() {
        use Field::{Email, FirstName, LastName, Name, Role, Status, Teams, Username};
        check(
            &["userPrincipalName", "displayName", "surname", "mail", "givenName", "objectId"],
            &[Some(Username), Some(Name), Some(LastName), Some(Email), Some(FirstName), None],
        );
        check(
            &["login", "firstName", "lastName", "email", "status"],
            &[Some(Username), Some(FirstName), Some(LastName), Some(Email), Some(Status)],
        );
        check(&["name", "username", "email", "access_level"], &[Some(Name), Some(Username), Some(Email), Some(Role)]);
        check(
            &["성", "이름", "이메일", "팀 1", "팀 2"],
            &[Some(LastName), Some(FirstName), Some(Email), Some(Teams), Some(Teams)],
        );
        check(&["이름 [필수 항목]", "성 [필수 항목]"], &[Some(FirstName), Some(LastName)]);
        check(&["login", "username", "mail", "email"], &[None, Some(Username), None, Some(Email)]);
    }

    #[test]
    fn a_field_has_one_column_except_for_teams_and_status() {
        let mut mapping = Mapping::guess(["name", "x", "team"].into_iter());
        mapping.set(1, Some(Field::Name));
        assert_eq!(mapping.fields, [None, Some(Field::Name), Some(Field::Teams)]);
        mapping.set(0, Some(Field::Teams));
        assert_eq!(mapping.columns(Field::Teams), [0, 2]);
        let google = Mapping::guess(["suspended", "archived"].into_iter());
        assert_eq!(google.columns(Field::Status), [0, 1]);
        assert_eq!(mapping.missing(), [Field::Username, Field::Email]);
    }
}
