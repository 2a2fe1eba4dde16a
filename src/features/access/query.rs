//! What the address asks for: which accounts, which registries, in which order, which part of them, and which cell is open.

use domain::{AccountId, Id, RegistryId, Role, View, Visibility};

use crate::routes::{Place, Route};
use crate::widgets::badges::role_slug;

/// What is asked for: a text for each field. What is empty does not stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query([String; NAMES.len()]);

/// A part of what is asked for.
#[derive(Clone, Copy)]
pub enum Field {
    /// What accounts, or teams that they are in, are to be called.
    Who,
    /// What registries are to be called.
    Registries,
    /// The least role, as styles know it.
    Role,
    /// The visibility of registries.
    Visibility,
    /// What the rows are in the order of: `count`, `role`, the id of a registry, or nothing for names; with `-` before it,
    /// the other way round.
    Sort,
    /// `team` if the rows are grouped.
    Group,
    /// The page of rows, from 1.
    Rows,
    /// The page of registries, from 1.
    Columns,
    /// The cell that is open: the ids of its account and of its registry.
    Open,
}

/// What the fields are called in the address.
const NAMES: [&str; 9] = ["who", "registries", "role", "visibility", "sort", "group", "rows", "columns", "open"];

/// What stands between the two ids of a cell. No id has it.
const BETWEEN: char = '_';

impl Query {
    /// What the address asks for.
    pub fn of(place: &Place) -> Self {
        Self(NAMES.map(|name| place.asked(name)))
    }

    /// The address that asks for this, as a link holds it.
    pub fn href(&self) -> String {
        let fields: Vec<(&str, &str)> = NAMES.into_iter().zip(self.0.iter().map(String::as_str)).collect();
        Route::Access.asking(&fields)
    }

    /// Whether nothing is asked for, but perhaps a cell.
    pub fn is_usual(&self) -> bool {
        self.with(&[(Field::Open, "")]) == Self::default()
    }

    /// What is asked for in a field.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(field as usize).map_or("", String::as_str)
    }

    /// The same with something else in some of the fields.
    #[must_use]
    pub fn with(&self, changes: &[(Field, &str)]) -> Self {
        let mut next = self.clone();
        for (field, value) in changes {
            if let Some(text) = next.0.get_mut(*field as usize) {
                (*value).clone_into(text);
            }
        }
        next
    }

    /// The same with something else in a field that decides what there is: from the first page on, with nothing open.
    #[must_use]
    pub fn asking(&self, field: Field, value: &str) -> Self {
        self.first_page().with(&[(field, value)])
    }

    /// The same from the first page on, with nothing open.
    #[must_use]
    pub fn first_page(&self) -> Self {
        self.with(&[(Field::Rows, ""), (Field::Columns, ""), (Field::Open, "")])
    }

    /// The same in another order. What is in that order already is turned round.
    #[must_use]
    pub fn sorted_by(&self, key: &str) -> Self {
        // The usual order is by name, and has no key.
        let turned = if key.is_empty() { "-name" } else { &format!("-{key}") };
        let sort = if self.get(Field::Sort) == key { turned } else { key };
        self.with(&[(Field::Sort, sort), (Field::Rows, ""), (Field::Open, "")])
    }

    /// Whether the rows are grouped by team.
    pub fn is_grouped(&self) -> bool {
        self.get(Field::Group) == TEAM
    }

    /// What the rows are in the order of, and whether it is the other way round.
    pub fn order(&self) -> (&str, bool) {
        let sort = self.get(Field::Sort);
        match sort.strip_prefix('-') {
            Some("name") => ("", true),
            Some(key) => (key, true),
            None => (sort, false),
        }
    }

    /// The same with a cell open.
    #[must_use]
    pub fn opening(&self, account: &AccountId, registry: &RegistryId) -> Self {
        let mut open = account.id().to_string();
        open.push(BETWEEN);
        open.push_str(registry.0.as_str());
        self.with(&[(Field::Open, &open)])
    }

    /// The place of the account and the position of the registry whose cell is open, if the acting account can see them.
    pub fn opened(&self, view: &View) -> Option<(usize, usize)> {
        let (account, registry) = self.get(Field::Open).split_once(BETWEEN)?;
        let id = Id::from_text(account);
        let person = AccountId::Person(domain::PersonId(id.clone()));
        let account = || view.place_of(&AccountId::ServiceAccount(domain::ServiceAccountId(id)));
        let place = view.place_of(&person).or_else(account)?;
        Some((place, position(view, registry)?))
    }

    /// The least role that counts, if one is asked for.
    pub fn least(&self) -> Option<Role> {
        ROLES.into_iter().find(|role| role_slug(*role) == self.get(Field::Role))
    }

    /// The visibility that is asked for.
    pub fn only(&self) -> Option<Visibility> {
        VISIBILITIES.into_iter().find(|visibility| visibility_slug(*visibility) == self.get(Field::Visibility))
    }
}

/// The position of the registry with this id in the view.
pub fn position(view: &View, id: &str) -> Option<usize> {
    view.registries.iter().position(|seen| seen.registry.id().0.as_str() == id)
}

/// The group that there can be.
pub const TEAM: &str = "team";

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
