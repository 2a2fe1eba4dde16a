//! The rows of a registry: fast to find, add and remove one by one, also among thousands.

use std::collections::{BTreeMap, HashMap, btree_map};

use crate::{Grantee, Role, Row};

/// The listed members and their roles, oldest first. Each grantee has at most one row.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The rows by ascending numbers.
    by_number: BTreeMap<u64, Row>,
    numbers: HashMap<Grantee, u64>,
}

/// Two lists with the same rows in the same order are equal.
impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl Eq for Rows {}

impl FromIterator<Row> for Rows {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        let mut list = Self::default();
        for row in rows {
            list.push(row);
        }
        list
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = &'a Row;
    type IntoIter = btree_map::Values<'a, u64, Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Rows {
    /// The rows, oldest first.
    pub fn iter(&self) -> btree_map::Values<'_, u64, Row> {
        self.by_number.values()
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_number.len()
    }

    /// Whether nobody is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_number.is_empty()
    }

    /// A copy of the rows, oldest first.
    #[must_use]
    pub fn to_vec(&self) -> Vec<Row> {
        self.iter().cloned().collect()
    }

    /// The row of a grantee.
    #[must_use]
    pub fn get(&self, grantee: &Grantee) -> Option<&Row> {
        self.by_number.get(self.numbers.get(grantee)?)
    }

    /// Appends a row, unless the grantee has one.
    pub(super) fn push(&mut self, row: Row) {
        if self.numbers.contains_key(&row.grantee) {
            return;
        }
        let number = self.by_number.last_key_value().map_or(0, |(last, _)| last + 1);
        self.numbers.insert(row.grantee.clone(), number);
        self.by_number.insert(number, row);
    }

    /// Changes the role of a grantee, if it has a row.
    pub(super) fn set_role(&mut self, grantee: &Grantee, role: Role) {
        if let Some(row) = self.numbers.get(grantee).and_then(|number| self.by_number.get_mut(number)) {
            row.role = role;
        }
    }

    pub(super) fn remove(&mut self, grantee: &Grantee) {
        if let Some(number) = self.numbers.remove(grantee) {
            self.by_number.remove(&number);
        }
    }
}
