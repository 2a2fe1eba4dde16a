//! What the address asks for: which accounts, which registries, in which order, which part of them, and which cell is open.

use domain::{AccountId, Id, RegistryId, Role, View, Visibility};

use serde::{Deserialize, Serialize};

use crate::routes::Route;
use crate::widgets::badges::role_slug;

/// What the address of the table asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessQuery {
    /// What accounts, or teams that they are in, are to be called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// What registries are to be called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registries: String,
    /// The least role, as styles know it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The visibility of registries.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub visibility: String,
    /// What the rows are in the order of: `count`, `role`, the id of a registry, or nothing for names; with `-` before it,
    /// the other way round.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// What the rows are grouped by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// The page of rows, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// The page of registries, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<usize>,
    /// The cell that is open: the ids of its account and of its registry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub open: String,
}

/// What rows can be grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// The teams that accounts are in.
    Team,
}

/// A field that narrows down what there is, or puts it in order.
pub type Field = fn(&mut AccessQuery) -> &mut String;

/// What stands between the two ids of a cell. No id has it.
const BETWEEN: char = '_';

impl AccessQuery {
    /// The address that asks for this, as a link holds it.
    pub fn href(&self) -> String {
        Route::Access.href_with(self)
    }

    /// Whether nothing is asked for, but perhaps a cell.
    pub fn is_usual(&self) -> bool {
        self.closed() == Self::default()
    }

    /// The same with something else in a field: from the first page on, with nothing open.
    #[must_use]
    pub fn asking(&self, field: Field, value: String) -> Self {
        let mut next = self.first_page();
        *field(&mut next) = value;
        next
    }

    /// The same from the first page on, with nothing open.
    #[must_use]
    pub fn first_page(&self) -> Self {
        Self { rows: None, columns: None, ..self.closed() }
    }

    /// The same with nothing open.
    #[must_use]
    pub fn closed(&self) -> Self {
        Self { open: String::new(), ..self.clone() }
    }

    /// The same in another order. What is in that order already is turned round.
    #[must_use]
    pub fn sorted_by(&self, key: &str) -> Self {
        // The usual order is by name, and has no key.
        let turned = if key.is_empty() { "-name" } else { &format!("-{key}") };
        let sort = if self.sort == key { turned } else { key };
        Self { sort: sort.to_owned(), rows: None, ..self.closed() }
    }

    /// Whether the rows are grouped by team.
    pub fn is_grouped(&self) -> bool {
        self.group == Some(Group::Team)
    }

    /// What the rows are in the order of, and whether it is the other way round.
    pub fn order(&self) -> (&str, bool) {
        match self.sort.strip_prefix('-') {
            Some("name") => ("", true),
            Some(key) => (key, true),
            None => (&self.sort, false),
        }
    }

    /// The same with a cell open.
    #[must_use]
    pub fn opening(&self, account: &AccountId, registry: &RegistryId) -> Self {
        let mut open = account.id().to_string();
        open.push(BETWEEN);
        open.push_str(registry.0.as_str());
        Self { open, ..self.clone() }
    }

    /// The place of the account and the position of the registry whose cell is open, if the acting account can see them.
    pub fn opened(&self, view: &View) -> Option<(usize, usize)> {
        let (account, registry) = self.open.split_once(BETWEEN)?;
        let id = Id::from_text(account);
        let person = AccountId::Person(domain::PersonId(id.clone()));
        let account = || view.place_of(&AccountId::ServiceAccount(domain::ServiceAccountId(id)));
        let place = view.place_of(&person).or_else(account)?;
        Some((place, position(view, registry)?))
    }

    /// The least role that counts, if one is asked for.
    pub fn least(&self) -> Option<Role> {
        ROLES.into_iter().find(|role| role_slug(*role) == self.role)
    }

    /// The visibility that is asked for.
    pub fn only(&self) -> Option<Visibility> {
        VISIBILITIES.into_iter().find(|visibility| visibility_slug(*visibility) == self.visibility)
    }
}

/// The position of the registry with this id in the view.
pub fn position(view: &View, id: &str) -> Option<usize> {
    view.registries.iter().position(|seen| seen.registry.id().0.as_str() == id)
}

/// The roles, the highest first.
pub const ROLES: [Role; 4] = [Role::Admin, Role::Member, Role::Viewer, Role::RestrictedViewer];
/// The visibilities.
pub const VISIBILITIES: [Visibility; 2] = [Visibility::Organization, Visibility::Restricted];

/// A visibility in the address.
pub fn visibility_slug(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Organization => "organization",
        Visibility::Restricted => "restricted",
    }
}
