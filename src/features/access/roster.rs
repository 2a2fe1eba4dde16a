//! The accounts, registries and teams of a view in their default order, and the selection of those that a query
//! shows.

use std::rc::Rc;

use domain::{AccountId, Team, View};

use super::matrix::{Matrix, Selection, TableContent};
use super::query::AccessQuery;
use crate::i18n::{Language, intl};
use search::{Entry, Item};

/// The default order of a view's contents.
pub struct Roster {
    /// The teams, by name.
    pub teams: Vec<Rc<Team>>,
    accounts: Vec<usize>,
    registries: Vec<usize>,
}

impl Roster {
    /// Sorts the view for a language. Only the first `limit` accounts and registries are sorted; the others follow in
    /// the view's order.
    pub fn of(view: &View, language: Language, limit: usize) -> Self {
        let accounts = (0..).map_while(|index| Some((index, view.account_at(index)?.name())));
        let registries = view.registries.iter().enumerate();
        let custom = registries.clone().filter(|(_, registry_view)| registry_view.registry.core_kind().is_none());
        let custom = custom.map(|(index, registry_view)| (index, registry_view.registry.name().as_str())).collect();
        let core = registries
            .filter(|(_, registry_view)| registry_view.registry.core_kind().is_some())
            .map(|(index, _)| index);
        let mut teams: Vec<_> = view.teams.iter().cloned().collect();
        teams.sort_by_cached_key(|team| team.name.key());
        Self {
            accounts: by_name(language, accounts.collect(), limit),
            registries: core.chain(by_name(language, custom, limit)).collect(),
            teams,
        }
    }
}

fn by_name(language: Language, names: Vec<(usize, &str)>, limit: usize) -> Vec<usize> {
    let all: Vec<usize> = names.iter().map(|(index, _)| *index).collect();
    let first = intl::first_by_text(language, names, limit, |(_, name)| name).into_iter();
    let mut ordered: Vec<usize> = first.map(|(index, _)| index).collect();
    if ordered.len() < all.len() {
        let others: Vec<usize> = all.into_iter().filter(|index| !ordered.contains(index)).collect();
        ordered.extend(others);
    }
    ordered
}

/// The search entries of accounts and registries. Unused ones are not made.
pub fn entries(view: &View, [accounts, registries]: [bool; 2]) -> [Vec<Entry>; 2] {
    [
        if accounts { search::accounts(view) } else { Vec::new() },
        if registries { search::registries(view) } else { Vec::new() },
    ]
}

/// The contents of the table for a query.
pub fn table_content(
    view: &View,
    matrix: &Matrix,
    roster: &Roster,
    [accounts, registries]: &[Vec<Entry>; 2],
    query: &AccessQuery,
) -> TableContent {
    let mut is_found = vec![false; matrix.account_count];
    let mut found = |index: usize| {
        if let Some(flag) = is_found.get_mut(index) {
            *flag = true;
        }
    };
    let results = search_results(accounts, &query.accounts);
    for entry in results.iter().flatten() {
        let account = match &entry.item {
            Item::Person(person) => AccountId::Person(person.id.clone()),
            Item::ServiceAccount(account) => AccountId::ServiceAccount(account.id.clone()),
            Item::Team(team) => {
                members(view, team).into_iter().for_each(&mut found);
                continue;
            }
            Item::Registry(_) | Item::Project(..) | Item::Artifact(..) | Item::Version(..) => continue,
        };
        view.index_of(&account).into_iter().for_each(&mut found);
    }
    let accounts = roster.accounts.iter().copied();
    let accounts = accounts.filter(|index| results.is_none() || is_found.get(*index) == Some(&true)).collect();

    let results = search_results(registries, &query.registries);
    let visibility = query.visibility_filter();
    let is_selected = |index: &usize| {
        let Some(registry_view) = view.registries.get(*index) else { return false };
        let is_found = |entry: &&Entry| matches!(&entry.item, Item::Registry(registry) if Rc::ptr_eq(registry, &registry_view.registry));
        visibility.is_none_or(|visibility| registry_view.registry.visibility() == visibility)
            && results.as_ref().is_none_or(|results| results.iter().any(is_found))
    };
    let registries = roster.registries.iter().copied().filter(is_selected).collect();

    let (sort, reversed) = query.order(view);
    let teams = query.is_grouped().then(|| roster.teams.iter().map(|team| members(view, team)).collect());
    TableContent::of(matrix, Selection { accounts, registries, least_role: query.least_role(), sort, reversed, teams })
}

/// The search results; `None` for an empty search.
fn search_results<'a>(entries: &'a [Entry], typed: &str) -> Option<Vec<&'a Entry>> {
    let mut query = search::Query::of(typed);
    (!query.is_empty()).then(|| search::find(entries, &mut query, usize::MAX))
}

/// The indices of a team's members.
fn members(view: &View, team: &Team) -> Vec<usize> {
    let people = team.people.keys().map(|id| AccountId::Person(id.clone()));
    let accounts = people.chain(team.service_accounts.iter().map(|id| AccountId::ServiceAccount(id.clone())));
    accounts.filter_map(|account| view.index_of(&account)).collect()
}
