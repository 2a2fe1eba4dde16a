//! Lists of names in a field: the accounts to suggest, the names that are typed already, and the nearest names to unknown ones.
//! The forms that add to a registry and to a team share it.

use std::collections::HashSet;
use std::rc::Rc;

use domain::{Grantee, RegistryId, TeamId, View, replace_in_list, split_list, trim};
use search::{filter_text, nearest};
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::ui::{Choice, Kind, bdi};

/// The greatest number of unknown names with proposals.
const MAX_UNKNOWN: usize = 5;

/// The maximum text in bytes whose names are looked up while typing. A longer list is looked up when it is submitted.
const MAX_LOOKED_UP: usize = 20_000;

/// The target to which named accounts are added.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    Registry(RegistryId),
    Team(TeamId),
}

impl Place {
    /// Whether the grantee can be added and is not listed yet.
    fn can_add(&self, view: &View, grantee: &Grantee) -> bool {
        match self {
            Self::Registry(id) => {
                view.registry(id).is_none_or(|registry_view| registry_view.registry.row(grantee).is_none())
            }
            Self::Team(id) => view.teams.get(id).is_some_and(|team| match grantee {
                Grantee::Person(person) => !team.people.contains_key(person),
                Grantee::ServiceAccount(account) => !team.service_accounts.contains(account),
                Grantee::Team(_) => false,
            }),
        }
    }
}

/// The accounts that can be added, by username or name: people by their shown name, then teams, then service accounts.
pub fn choices(view: &View, place: &Place, text: &Catalog) -> Vec<Choice> {
    let choice = |kind, id: &str, name: &str, detail: String, email: &str| Choice {
        id: id.to_owned().into(),
        kind: Some(kind),
        name: name.to_owned().into(),
        detail: detail.into(),
        search: filter_text(&format!("{name} {id} {email}")).to_string().into(),
    };
    let can_add = |grantee: Grantee| place.can_add(view, &grantee);
    let people = view.people.iter().filter(|person| can_add(Grantee::Person(person.id.clone())));
    let mut choices: Vec<Choice> = people
        .map(|person| {
            let (username, email) = (person.username.as_str(), person.email.as_str());
            choice(Kind::Person, username, person.name.as_str(), format!("{username} · {email}"), email)
        })
        .collect();
    choices.sort_by(|a, b| a.search.cmp(&b.search));
    let teams = view.teams.iter().filter(|team| can_add(Grantee::Team(team.id.clone())));
    choices.extend(
        teams.map(|team| choice(Kind::Team, team.name.as_str(), team.name.as_str(), text.registry.team.to_owned(), "")),
    );
    let accounts = view.service_accounts.iter();
    let accounts = accounts.filter(|account| can_add(Grantee::ServiceAccount(account.id.clone())));
    choices.extend(accounts.map(|account| {
        let name = account.name.as_str();
        choice(Kind::ServiceAccount, name, name, text.terms.service_account.to_owned(), "")
    }));
    choices
}

/// A typed list, split before its last name.
pub struct TypedNames<'a> {
    /// The text before the last name, with its separator and without blanks after it.
    pub before: &'a str,
    /// Whether nothing is typed after the last separator.
    pub is_last_blank: bool,
    /// The query of the suggestions: the last name, or nothing if it is known already.
    pub query: &'a str,
    /// The ids of the choices that are named before.
    pub named: Rc<HashSet<AttrValue>>,
}

impl<'a> TypedNames<'a> {
    pub fn of(view: &View, typed: &'a str) -> Self {
        let last = split_list(typed).pop().unwrap_or_default();
        let before = typed.strip_suffix(last).unwrap_or_default().trim_end_matches([' ', '\u{a0}', '\u{3000}']);
        let is_known = view.listed_names(last).iter().all(|name| name.grantee.is_some());
        let looked_up = if before.len() > MAX_LOOKED_UP { "" } else { before };
        let named = view.listed_names(looked_up).into_iter().filter_map(|name| account_name(view, &name.grantee?));
        let named = Rc::new(named.collect());
        Self { before, is_last_blank: trim(last).is_empty(), query: if is_known { "" } else { trim(last) }, named }
    }

    /// The typed text with a chosen name in the place of the last one.
    pub fn completed(&self, name: &str) -> String {
        if self.before.is_empty() { name.to_owned() } else { format!("{} {name}", self.before) }
    }
}

/// The username, or the name of a service account or team.
fn account_name(view: &View, grantee: &Grantee) -> Option<AttrValue> {
    match grantee {
        Grantee::Person(id) => view.people.get(id).map(|person| person.username.to_string().into()),
        Grantee::ServiceAccount(_) | Grantee::Team(_) => view.name_of(grantee).map(|name| name.to_owned().into()),
    }
}

/// Buttons that replace unknown names by the nearest known ones.
pub fn did_you_mean(view: &View, place: &Place, typed: &str, text: &Catalog, on_replace: &Callback<String>) -> Html {
    let unknown = view.listed_names(typed).into_iter().filter(|name| name.grantee.is_none());
    let proposals = unknown.take(MAX_UNKNOWN).flat_map(|unknown| {
        let names = nearest(view, &unknown.text, |grantee| place.can_add(view, grantee));
        names.into_iter().map(move |name| (unknown.text.clone(), name))
    });
    let proposals: Vec<_> = proposals.collect();
    html! {
        if !proposals.is_empty() {
            <div class="suggestions">
                for (unknown, name) in proposals {
                    { proposal(typed, &unknown, &name, text, on_replace) }
                }
            </div>
        }
    }
}

fn proposal(typed: &str, unknown: &str, name: &str, text: &Catalog, on_replace: &Callback<String>) -> Html {
    let replaced = replace_in_list(typed, unknown, name);
    let onclick = on_replace.reform(move |_: MouseEvent| replaced.clone());
    let [before, after] = text.common.did_you_mean;
    html! {
        <button key={format!("{unknown} {name}")} type="button" class="suggestion" {onclick}>
            <span>{ before }{ bdi(name) }{ after }</span>
        </button>
    }
}
