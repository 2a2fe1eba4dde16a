//! The query of the access page: filters, order, pages and the open cell.

use domain::{AccountId, Id, RegistryId, Role, View, Visibility};

use serde::{Deserialize, Serialize};

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
    /// The order of rows: `count`, `role`, the id of a registry, or empty for names. A leading `-` reverses it.
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
    /// The ids of the open cell's account and registry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// By the teams of accounts.
    Team,
}

/// Selects a text field of the query.
pub type Field = fn(&mut AccessQuery) -> &mut String;

/// Separates the two ids of a cell. No id contains it.
const CELL_SEPARATOR: char = '_';

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
        Self { open: String::new(), ..self.clone() }
    }

    /// The query in another order. The current order is reversed.
    #[must_use]
    pub fn sorted_by(&self, key: &str) -> Self {
        // The default order by name has an empty key.
        let reversed = if key.is_empty() { "-name" } else { &format!("-{key}") };
        let sort = if self.sort == key { reversed } else { key };
        Self { sort: sort.to_owned(), rows: None, ..self.without_open_cell() }
    }

    pub fn is_grouped(&self) -> bool {
        self.group == Some(Group::Team)
    }

    /// The key of the order, and whether it is reversed.
    pub fn order(&self) -> (&str, bool) {
        match self.sort.strip_prefix('-') {
            Some("name") => ("", true),
            Some(key) => (key, true),
            None => (&self.sort, false),
        }
    }

    /// The query with an open cell.
    #[must_use]
    pub fn with_open_cell(&self, account: &AccountId, registry: &RegistryId) -> Self {
        let mut open = account.id().to_string();
        open.push(CELL_SEPARATOR);
        open.push_str(registry.0.as_str());
        Self { open, ..self.clone() }
    }

    /// The account and the registry of the open cell, if the acting account can see them.
    pub fn open_cell(&self, view: &View) -> Option<(usize, usize)> {
        let (account, registry) = self.open.split_once(CELL_SEPARATOR)?;
        let id = Id::from_text(account);
        let person = AccountId::Person(domain::PersonId(id.clone()));
        let account = || view.index_of(&AccountId::ServiceAccount(domain::ServiceAccountId(id)));
        let account_index = view.index_of(&person).or_else(account)?;
        Some((account_index, registry_index(view, registry)?))
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

/// The index of the registry with this id.
pub fn registry_index(view: &View, id: &str) -> Option<usize> {
    view.registries.iter().position(|registry_view| registry_view.registry.id().0.as_str() == id)
}

/// The roles, descending.
pub const ROLES: [Role; 4] = [Role::Admin, Role::Member, Role::Viewer, Role::RestrictedViewer];
pub const VISIBILITIES: [Visibility; 2] = [Visibility::Organization, Visibility::Restricted];
