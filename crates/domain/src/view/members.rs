//! Finding the people, service accounts and teams of a list, and adding them as members, all or none.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::{Lookup, View};
use crate::text::list::{is_only_marks, pieces, readings, turned};
use crate::text::trim;
use crate::{Action, FoldKey, Grantee, MemberFault, NameKey, PersonId, RegistryId, Role};

/// A name of a list, and what it refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedName {
    /// The name as given, trimmed.
    pub text: String,
    /// The person, service account or team.
    pub grantee: Option<Grantee>,
}

impl<'a> Lookup<'a> {
    /// The names of lists, split at commas, semicolons, tabs and line ends, and what they refer to: `noa.levi`, `@noa.levi`,
    /// `Noa Levi <noa@…>`, `"Levi, Noa"`, or a shown name that only one person has (R). A text with blanks is several names if
    /// each part is known. `find` finds an account or team by one name.
    pub fn listed_names<'t>(
        self,
        lists: impl IntoIterator<Item = &'t str>,
        find: impl Fn(&str) -> Option<Grantee>,
    ) -> Vec<ListedName> {
        let finder = Finder { lookup: self, find, shown: OnceCell::new() };
        let mut names = Vec::new();
        for list in lists {
            finder.add_names(&mut names, list);
        }
        names
    }
}

struct Finder<'a, F> {
    lookup: Lookup<'a>,
    find: F,
    /// The people by shown name; `None` if several have it.
    shown: OnceCell<HashMap<NameKey, Option<PersonId>>>,
}

impl<F: Fn(&str) -> Option<Grantee>> Finder<'_, F> {
    fn add_names(&self, names: &mut Vec<ListedName>, list: &str) {
        let first = names.len();
        for (offset, piece) in pieces(list) {
            let text = trim(piece);
            // A mail ends a sentence or a quote after the last address.
            if text.is_empty() || (names.len() > first && is_only_marks(text)) {
                continue;
            }
            let Some(grantee) = self.one(text) else {
                names.extend(self.several(text));
                continue;
            };
            let is_after_comma = list.get(..offset).is_some_and(|before| before.ends_with([',', '，']));
            if is_after_comma
                && names
                    .get(first..)
                    .and_then(<[_]>::last)
                    .is_some_and(|name| self.is_family_name(&name.text, text, &grantee))
            {
                names.pop();
            }
            names.push(ListedName { text: text.to_owned(), grantee: Some(grantee) });
        }
    }

    fn one(&self, text: &str) -> Option<Grantee> {
        let readings = readings(text);
        let named = readings.names.iter().find_map(|name| (self.find)(name));
        named.or_else(|| {
            let find = |shown: &String| self.shown(shown).or_else(|| self.shown(&turned(shown)?));
            readings.shown.iter().find_map(find)
        })
    }

    fn shown(&self, name: &str) -> Option<Grantee> {
        let shown = self.shown.get_or_init(|| {
            let mut shown = HashMap::new();
            for person in self.lookup.people() {
                let only = shown.entry(NameKey::of(person.name.as_str()));
                only.and_modify(|id| *id = None).or_insert_with(|| Some(person.id.clone()));
            }
            shown
        });
        shown.get(&NameKey::of(name))?.clone().map(Grantee::Person)
    }

    /// An unknown text is several names if each part between blanks is known.
    fn several(&self, text: &str) -> Vec<ListedName> {
        let parts = text.split_whitespace();
        let known = parts.map(|part| Some(ListedName { text: part.to_owned(), grantee: Some(self.one(part)?) }));
        known.collect::<Option<Vec<_>>>().unwrap_or_else(|| vec![ListedName { text: text.to_owned(), grantee: None }])
    }

    /// `Tanaka, Yuki <yuki@…>` without quotes is one name, if the address is that of Yuki Tanaka: also if `tanaka` is the name of
    /// somebody else.
    fn is_family_name(&self, family: &str, text: &str, grantee: &Grantee) -> bool {
        let (Some((given, _)), Grantee::Person(id)) = (text.split_once('<'), grantee) else { return false };
        let whole = NameKey::of(&format!("{} {family}", trim(given)));
        self.lookup.person(id).is_some_and(|person| NameKey::of(person.name.as_str()) == whole)
    }
}

impl View {
    /// The names of a list, and what they refer to. See [`Lookup::listed_names`].
    #[must_use]
    pub fn listed_names(&self, list: &str) -> Vec<ListedName> {
        self.lookup().listed_names([list], |name| self.grantee_named(name))
    }

    /// Makes the actions that add all members named in a list. Without a `role`, each member gets its default role. A text
    /// without names gives no actions; a repeated name counts once.
    ///
    /// # Errors
    /// See [`Trial::add_members`](crate::Trial::add_members).
    pub fn members_to_add(
        &self,
        registry: &RegistryId,
        names: &str,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        let mut seen = HashSet::new();
        let mut names = self.listed_names(names);
        names.retain(|name| seen.insert(FoldKey::of(&name.text)));
        self.trial().add_members(registry, names.iter().map(|name| (name.text.as_str(), name.grantee.clone())), role)
    }
}
