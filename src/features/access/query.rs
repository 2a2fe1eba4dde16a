//! The query of the access page: filters, order, pages and the open cell.

use domain::{AccountId, RegistryId, Role, View, Visibility};

use serde::{Deserialize, Serialize};

use super::matrix::Sort;
use crate::routes::Route;
use crate::widgets::badges::role_slug;

/// The query of the access page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessQuery {
    /// The search for accounts and teams.
    #[serde(rename = "who", skip_serializing_if = "String::is_empty")]
    pub accounts: String,
    /// The search for registries.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registries: String,
    /// The slug of the lowest sufficient role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The slug of a visibility.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub visibility: String,
    /// The order of rows: `count`, `role`, a reference to a registry, or empty for names. A leading `-` reverses it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// The grouping of rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// The page of rows, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// The page of registries, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<usize>,
    /// A reference to the open cell's account. Earlier addresses have both ids here.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open: String,
    /// A reference to the open cell's registry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub r#in: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// By the teams of accounts.
    Team,
}

/// Selects a text field of the query.
pub type Field = fn(&mut AccessQuery) -> &mut String;

/// Separates the two ids of a cell in earlier addresses. No id contains it.
const CELL_SEPARATOR: char = '_';

/// The orders by something else than a registry.
const ORDERS: [(&str, Sort); 3] = [("name", Sort::Name), ("count", Sort::Count), ("role", Sort::Highest)];

impl AccessQuery {
    pub fn href(&self) -> String {
        Route::Access.href_with(self)
    }

    /// Whether nothing is filtered, sorted or paged. A cell may be open.
    pub fn is_default(&self) -> bool {
        self.without_open_cell() == Self::default()
    }

    /// The query with another value in a field, on the first page and without an open cell.
    #[must_use]
    pub fn with_field(&self, field: Field, value: String) -> Self {
        let mut next = self.first_page();
        *field(&mut next) = value;
        next
    }

    /// The query on the first page, without an open cell.
    #[must_use]
    pub fn first_page(&self) -> Self {
        Self { rows: None, columns: None, ..self.without_open_cell() }
    }

    /// The query without an open cell.
    #[must_use]
    pub fn without_open_cell(&self) -> Self {
        Self { open: String::new(), r#in: String::new(), ..self.clone() }
    }

    /// The query in another order, which is reversed if it is the current one.
    #[must_use]
    pub fn sorted_by(&self, view: &View, sort: Sort, reversed: bool) -> Self {
        let key = match sort {
            Sort::In(index) => {
                view.registries.get(index).map_or("", |registry_view| registry_key(view, registry_view.registry.id()))
            }
            fixed => ORDERS.iter().find(|(_, order)| *order == fixed).map_or("", |(key, _)| key),
        };
        let sort = match (sort, reversed) {
            (Sort::Name, false) => String::new(),
            (_, false) => key.to_owned(),
            (_, true) => format!("-{key}"),
        };
        Self { sort, rows: None, ..self.without_open_cell() }
    }

    pub fn is_grouped(&self) -> bool {
        self.group == Some(Group::Team)
    }

    /// The order of rows, and whether it is reversed. A registry that the account does not see leaves the order of names.
    pub fn order(&self, view: &View) -> (Sort, bool) {
        let (key, reversed) = match self.sort.strip_prefix('-') {
            Some(key) => (key, true),
            None => (self.sort.as_str(), false),
        };
        let fixed = ORDERS.iter().find(|(name, _)| *name == key).map(|(_, sort)| *sort);
        let sort = fixed.or_else(|| registry_index(view, key).map(Sort::In)).unwrap_or(Sort::Name);
        (sort, reversed)
    }

    /// The query with an open cell.
    #[must_use]
    pub fn with_open_cell(&self, view: &View, account: &AccountId, registry: &RegistryId) -> Self {
        let (open, r#in) = (view.reference_to_account(account), view.reference_to_registry(registry));
        Self { open: open.to_owned(), r#in: r#in.to_owned(), ..self.clone() }
    }

    /// The account and the registry of the open cell, if the acting account can see them.
    pub fn open_cell(&self, view: &View) -> Option<(usize, usize)> {
        let (account, registry) = match self.r#in.as_str() {
            "" => self.open.split_once(CELL_SEPARATOR)?,
            registry => (self.open.as_str(), registry),
        };
        Some((view.index_of(&view.account_by_reference(account)?)?, registry_index(view, registry)?))
    }

    /// The lowest sufficient role.
    pub fn least_role(&self) -> Option<Role> {
        ROLES.into_iter().find(|role| role_slug(*role) == self.role)
    }

    /// The visibility filter.
    pub fn visibility_filter(&self) -> Option<Visibility> {
        self.visibility.parse().ok()
    }
}

/// The index of the registry that a reference leads to.
fn registry_index(view: &View, reference: &str) -> Option<usize> {
    let id = view.registry_by_reference(reference)?.registry.id();
    view.registries.iter().position(|registry_view| registry_view.registry.id() == id)
}

/// The reference to a registry as an order of rows: its id if its name has another meaning there.
fn registry_key<'a>(view: &'a View, id: &'a RegistryId) -> &'a str {
    let reference = view.reference_to_registry(id);
    let is_taken = reference.starts_with('-') || ORDERS.iter().any(|(key, _)| *key == reference);
    if is_taken { id.0.as_str() } else { reference }
}

/// The roles, descending.
pub const ROLES: [Role; 4] = [Role::Admin, Role::Member, Role::Viewer, Role::RestrictedViewer];
pub const VISIBILITIES: [Visibility; 2] = [Visibility::Organization, Visibility::Restricted];

#[cfg(test)]
mod tests {
    use test_support::demo::demo_view;

    use super::*;

    #[test]
    fn orders_and_cells_are_written_by_name_and_read_by_id_as_well() {
        let view = demo_view();
        for (index, registry_view) in view.registries.iter().enumerate() {
            let (id, name) = (registry_view.registry.id(), registry_view.registry.name().as_str());
            let sort = Sort::In(index);
            for reversed in [false, true] {
                let written = AccessQuery::default().sorted_by(&view, sort, reversed);
                assert_eq!(written.order(&view), (sort, reversed));
                assert_eq!(written.sort.trim_start_matches('-'), name);
            }
            let by_id = AccessQuery { sort: format!("-{id}"), ..AccessQuery::default() };
            assert_eq!(by_id.order(&view), (sort, true));
            let person = view.people.iter().next().unwrap();
            let account = AccountId::Person(person.id.clone());
            let expected = Some((view.index_of(&account).unwrap(), index));
            let written = AccessQuery::default().with_open_cell(&view, &account, id);
            assert_eq!((written.open.as_str(), written.r#in.as_str()), (person.username.as_str(), name));
            assert_eq!(written.open_cell(&view), expected);
            let earlier = AccessQuery { open: format!("{}_{id}", person.id), ..AccessQuery::default() };
            assert_eq!(earlier.open_cell(&view), expected);
            assert_eq!(written.without_open_cell(), AccessQuery::default());
        }
    }

    #[test]
    fn the_fixed_orders_have_words_and_what_is_not_seen_leaves_the_order_of_names() {
        let view = demo_view();
        for (text, expected) in [
            ("", (Sort::Name, false)),
            ("-name", (Sort::Name, true)),
            ("count", (Sort::Count, false)),
            ("-role", (Sort::Highest, true)),
            ("no such registry", (Sort::Name, false)),
        ] {
            let query = AccessQuery { sort: text.to_owned(), ..AccessQuery::default() };
            assert_eq!(query.order(&view), expected, "{text:?}");
        }
        for sort in [Sort::Name, Sort::Count, Sort::Highest] {
            for reversed in [false, true] {
                let query = AccessQuery::default().sorted_by(&view, sort, reversed);
                assert_eq!(query.order(&view), (sort, reversed));
            }
        }
    }
}
