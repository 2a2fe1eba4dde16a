//! What the address asks for: which accounts, which registries, in which order, which part of them, and which cell is open.

use registry::{AccountId, Id, RegistryId, Role, View, Visibility};
use web_sys::UrlSearchParams;
use yew_router::prelude::Location;

use crate::pages::registry::role_slug;
use crate::route::Route;

/// What is asked for. What is empty does not stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What accounts, or teams that they are in, are to be called.
    pub who: String,
    /// What registries are to be called.
    pub registries: String,
    /// The least role, as styles know it.
    pub role: String,
    /// The visibility of registries, as styles know it.
    pub visibility: String,
    /// What the rows are in the order of: `count`, `role`, the id of a registry, or nothing for names; with `-` before it,
    /// the other way round.
    pub sort: String,
    /// `team` if the rows are grouped.
    pub group: String,
    /// The page of rows, from 1.
    pub rows: String,
    /// The page of registries, from 1.
    pub columns: String,
    /// The cell that is open: the ids of its account and of its registry.
    pub open: String,
}

/// What stands between the two ids of a cell. No id has it.
const BETWEEN: char = '_';

impl Query {
    /// What the address asks for.
    pub fn of(location: Option<Location>) -> Self {
        let search = location.map(|location| location.query_str().to_owned()).unwrap_or_default();
        let mut query = Self::default();
        if let Ok(params) = UrlSearchParams::new_with_str(&search) {
            for (name, value) in query.fields() {
                *value = params.get(name).unwrap_or_default();
            }
        }
        query
    }

    fn fields(&mut self) -> [(&'static str, &mut String); 9] {
        [
            ("who", &mut self.who),
            ("registries", &mut self.registries),
            ("role", &mut self.role),
            ("visibility", &mut self.visibility),
            ("sort", &mut self.sort),
            ("group", &mut self.group),
            ("rows", &mut self.rows),
            ("columns", &mut self.columns),
            ("open", &mut self.open),
        ]
    }

    /// The address that asks for this, as a link holds it.
    pub fn href(mut self) -> String {
        let mut href = Route::Access.href();
        if let Ok(params) = UrlSearchParams::new() {
            for (name, value) in self.fields() {
                if !value.is_empty() {
                    params.set(name, value);
                }
            }
            let search = String::from(params.to_string());
            if !search.is_empty() {
                href.push('?');
                href.push_str(&search);
            }
        }
        href
    }

    /// The same from the first page on, with nothing open: for whatever changes the rows.
    #[must_use]
    pub fn from_start(&self) -> Self {
        let nothing = String::new;
        Self { rows: nothing(), columns: nothing(), open: nothing(), ..self.clone() }
    }

    /// The same in another order. What is in that order already is turned round.
    #[must_use]
    pub fn sorted_by(&self, key: &str) -> Self {
        // The usual order is by name, and has no key.
        let turned = if key.is_empty() { "-name" } else { &format!("-{key}") };
        let sort = if self.sort == key { turned } else { key };
        Self { sort: sort.to_owned(), rows: String::new(), open: String::new(), ..self.clone() }
    }

    /// What the rows are in the order of, and whether it is the other way round.
    pub fn order(&self) -> (&str, bool) {
        match self.sort.strip_prefix('-') {
            Some("name") => ("", true),
            Some(key) => (key, true),
            None => (&self.sort, false),
        }
    }

    /// The same with a cell open, or with none.
    #[must_use]
    pub fn opening(&self, cell: Option<(&AccountId, &RegistryId)>) -> Self {
        let open = cell.map_or_else(String::new, |(account, registry)| {
            let mut open = account.id().to_string();
            open.push(BETWEEN);
            open.push_str(registry.0.as_str());
            open
        });
        Self { open, ..self.clone() }
    }

    /// The place of the account and the position of the registry whose cell is open, if the acting account can see them.
    pub fn opened(&self, view: &View) -> Option<(usize, usize)> {
        let (account, registry) = self.open.split_once(BETWEEN)?;
        let id = Id::from_text(account);
        let person = AccountId::Person(registry::PersonId(id.clone()));
        let account = || view.place_of(&AccountId::ServiceAccount(registry::ServiceAccountId(id)));
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
