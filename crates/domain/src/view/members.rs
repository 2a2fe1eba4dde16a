//! Finding the people, service accounts and teams of a list, and adding them as members, all or none.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::{Lookup, View};
use crate::text::list::{readings, split_list, turned};
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
    /// The names of a list, split at commas, semicolons, tabs and line ends, and what they refer to: `noa.levi`, `@noa.levi`,
    /// `Noa Levi <noa@…>`, `"Levi, Noa"`, or a shown name that only one person has (R). A text with blanks is several names if
    /// each part is known. `find` finds an account or team by one name.
    pub fn listed_names(self, list: &str, find: impl Fn(&str) -> Option<Grantee>) -> Vec<ListedName> {
        let finder = Finder { lookup: self, find, shown: OnceCell::new() };
        let mut names: Vec<ListedName> = Vec::new();
        for piece in split_list(list) {
            let text = trim(piece);
            if text.is_empty() {
                continue;
            }
            match finder.one(text) {
                None => names.extend(finder.several(text)),
                Some(grantee) => {
                    finder.join_family_name(&mut names, text, &grantee);
                    names.push(ListedName { text: text.to_owned(), grantee: Some(grantee) });
                }
            }
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
    fn one(&self, text: &str) -> Option<Grantee> {
        let readings = readings(text);
        let named = readings.names.iter().find_map(|name| (self.find)(name));
        named.or_else(|| {
            let shown = readings.shown?;
            self.shown(&shown).or_else(|| self.shown(&turned(&shown)?))
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

    /// `Tanaka, Yuki <yuki@…>` without quotes is one name, if the address is that of Yuki Tanaka.
    fn join_family_name(&self, names: &mut Vec<ListedName>, text: &str, grantee: &Grantee) {
        let (Some(family), Some((given, _))) = (names.last(), text.split_once('<')) else { return };
        let Grantee::Person(id) = grantee else { return };
        let whole = NameKey::of(&format!("{} {}", trim(given), family.text));
        let is_theirs = self.lookup.person(id).is_some_and(|person| NameKey::of(person.name.as_str()) == whole);
        if family.grantee.is_none() && is_theirs {
            names.pop();
        }
    }
}

impl View {
    /// The names of a list, and what they refer to. See [`Lookup::listed_names`].
    #[must_use]
    pub fn listed_names(&self, list: &str) -> Vec<ListedName> {
        self.lookup().listed_names(list, |name| self.grantee_named(name))
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
