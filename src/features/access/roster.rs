//! Everybody and every registry of a view in the order in which they are usually shown, and which of them an address asks
//! for.

use std::rc::Rc;

use domain::{AccountId, Team, View};

use super::matrix::{Asked, Matrix, Shown, Sort};
use super::query::{AccessQuery, position};
use crate::i18n::{Language, intl};
use search::{Entry, Thing};

/// All there is to show of a view, in order.
pub struct Roster {
    /// The teams, by name.
    pub teams: Vec<Rc<Team>>,
    places: Vec<usize>,
    registries: Vec<usize>,
}

impl Roster {
    /// That of a view, in the order of a language. Of accounts and of registries so many come first that are first; if
    /// there are more, the others follow as they come.
    pub fn of(view: &View, language: Language, most: usize) -> Self {
        let accounts = (0..).map_while(|place| Some((place, view.placed(place)?.name())));
        let registries = view.registries.iter().enumerate();
        let custom = registries.clone().filter(|(_, seen)| seen.registry.core_kind().is_none());
        let custom = custom.map(|(at, seen)| (at, seen.registry.name().as_str())).collect();
        let core = registries.filter(|(_, seen)| seen.registry.core_kind().is_some()).map(|(at, _)| at);
        let mut teams: Vec<_> = view.teams.iter().cloned().collect();
        teams.sort_by_cached_key(|team| team.name.key());
        Self {
            places: by_name(language, accounts.collect(), most),
            registries: core.chain(by_name(language, custom, most)).collect(),
            teams,
        }
    }
}

fn by_name(language: Language, names: Vec<(usize, &str)>, most: usize) -> Vec<usize> {
    let all: Vec<usize> = names.iter().map(|(at, _)| *at).collect();
    let first = intl::first_by_text(language, names, most, |(_, name)| name).into_iter();
    let mut ordered: Vec<usize> = first.map(|(at, _)| at).collect();
    if ordered.len() < all.len() {
        let others: Vec<usize> = all.into_iter().filter(|at| !ordered.contains(at)).collect();
        ordered.extend(others);
    }
    ordered
}

/// What accounts and registries are found by, prepared as soon as the one or the other are sought.
pub fn entries(view: &View, [accounts, registries]: [bool; 2]) -> [Vec<Entry>; 2] {
    [
        if accounts { search::accounts(view) } else { Vec::new() },
        if registries { search::registries(view) } else { Vec::new() },
    ]
}

/// What an address asks for.
pub fn shown(
    view: &View,
    matrix: &Matrix,
    roster: &Roster,
    [accounts, registries]: &[Vec<Entry>; 2],
    query: &AccessQuery,
) -> Shown {
    let mut is_found = vec![false; matrix.accounts];
    let mut found = |place: usize| {
        if let Some(flag) = is_found.get_mut(place) {
            *flag = true;
        }
    };
    let sought = sought(accounts, &query.who);
    for entry in sought.iter().flatten() {
        let account = match &entry.thing {
            Thing::Person(person) => AccountId::Person(person.id.clone()),
            Thing::ServiceAccount(account) => AccountId::ServiceAccount(account.id.clone()),
            Thing::Team(team) => {
                members(view, team).into_iter().for_each(&mut found);
                continue;
            }
            Thing::Registry(_) => continue,
        };
        view.place_of(&account).into_iter().for_each(&mut found);
    }
    let places = roster.places.iter().copied();
    let places = places.filter(|place| sought.is_none() || is_found.get(*place) == Some(&true)).collect();

    let sought = self::sought(registries, &query.registries);
    let only = query.only();
    let is_asked = |at: &usize| {
        let Some(seen) = view.registries.get(*at) else { return false };
        let is_found = |entry: &&Entry| matches!(&entry.thing, Thing::Registry(it) if Rc::ptr_eq(it, &seen.registry));
        only.is_none_or(|only| seen.registry.visibility() == only)
            && sought.as_ref().is_none_or(|sought| sought.iter().any(is_found))
    };
    let registries = roster.registries.iter().copied().filter(is_asked).collect();

    let (key, reversed) = query.order();
    let sort = match key {
        "" => Sort::Name,
        "count" => Sort::Count,
        "role" => Sort::Highest,
        id => position(view, id).map_or(Sort::Name, Sort::In),
    };
    let teams = query.is_grouped().then(|| roster.teams.iter().map(|team| members(view, team)).collect());
    Shown::of(matrix, Asked { places, registries, least: query.least(), sort, reversed, teams })
}

/// What is found, if something is sought.
fn sought<'a>(entries: &'a [Entry], typed: &str) -> Option<Vec<&'a Entry>> {
    let mut query = search::Query::of(typed);
    (!query.is_empty()).then(|| search::find(entries, &mut query, usize::MAX))
}

/// The places of those in a team.
fn members(view: &View, team: &Team) -> Vec<usize> {
    let people = team.people.keys().map(|id| AccountId::Person(id.clone()));
    let accounts = people.chain(team.service_accounts.iter().map(|id| AccountId::ServiceAccount(id.clone())));
    accounts.filter_map(|account| view.place_of(&account)).collect()
}
