//! Writes access as a table for other programs; neither form is ever imported. The caller chooses the accounts and registries,
//! and their order.
//!
//! Both tables begin with a byte order mark, their lines end in CR LF, and no cell looks like a formula to a spreadsheet. Their
//! words do not depend on the language, so that scripts can rely on them.

pub(crate) mod time;

use domain::{AccountId, AccountRef, Grant, Registry, RegistryId, Role, Source, View};

use crate::csv;
use crate::directory::Kind;

/// The first columns of [`write`]. No full name of a registry equals one of them, because each begins with the prefix.
const ACCOUNT_COLUMNS: [&str; 3] = ["name", "username", "kind"];

/// The columns of [`write_list`].
const LIST_COLUMNS: [&str; 11] = [
    "who",
    "name",
    "kind",
    "registry",
    "full name",
    "visibility",
    "role",
    "source",
    "through",
    "since",
    "effective role",
];

/// The access table: one line for each account, one column for each registry. A registry's column has its full name
/// (`wandb-registry-…`), so that a registry called `name` is not mistaken for the accounts' names.
#[must_use]
pub fn write<'a>(
    registries: &[&Registry],
    lines: impl IntoIterator<Item = (AccountRef<'a>, Vec<Option<Role>>)>,
) -> String {
    let mut writer = csv::Writer::new();
    let full_names: Vec<String> = registries.iter().map(|registry| registry.full_name()).collect();
    writer.write(ACCOUNT_COLUMNS.into_iter().chain(full_names.iter().map(String::as_str)));
    for (account, roles) in lines {
        let (name, username, kind) = match account {
            AccountRef::Person(person) => (person.name.as_str(), person.username.as_str(), kind_of(account)),
            AccountRef::ServiceAccount(service_account) => (service_account.name.as_str(), "", kind_of(account)),
        };
        let roles = roles.into_iter().map(|role| role.map_or("", Role::name));
        writer.write([name, username, kind].into_iter().chain(roles));
    }
    writer.finish()
}

/// The access list: one line for each account, registry and source of a role. `since` tells when a grant came to be, in UTC
/// milliseconds since 1970.
///
/// `who` identifies the account: usernames and names of service accounts are unique together. `role` is the role that the
/// source gives, and `effective role` the highest of all sources. `through` is the team of the source `team`. Accounts without
/// access have no line.
#[must_use]
pub fn write_list<'a>(
    view: &View,
    cells: impl IntoIterator<Item = (AccountRef<'a>, &'a Registry)>,
    since: impl Fn(&AccountId, &RegistryId, &Grant) -> Option<i64>,
) -> String {
    let mut writer = csv::Writer::new();
    writer.write(LIST_COLUMNS);
    for (account, registry) in cells {
        let id = account.account();
        let Some(standing) = view.standing_of(&id, registry.id()) else { continue };
        let who = match account {
            AccountRef::Person(person) => person.username.as_str(),
            AccountRef::ServiceAccount(service_account) => service_account.name.as_str(),
        };
        let full_name = registry.full_name();
        for grant in standing.grants() {
            let (source, team) = match &grant.source {
                Source::OrganizationAdmin => ("organization admin", None),
                Source::OwnRow => ("own row", None),
                Source::Team(team) => ("team", view.teams.get(team)),
                Source::Base => ("base role", None),
            };
            let since = since(&id, registry.id(), grant).map(time::utc).unwrap_or_default();
            writer.write([
                who,
                account.name(),
                kind_of(account),
                registry.name().as_str(),
                &full_name,
                registry.visibility().name(),
                grant.role.name(),
                source,
                team.map_or("", |team| team.name.as_str()),
                &since,
                standing.role().name(),
            ]);
        }
    }
    writer.finish()
}

fn kind_of(account: AccountRef<'_>) -> &'static str {
    match account {
        AccountRef::Person(_) => Kind::Person.word(),
        AccountRef::ServiceAccount(_) => Kind::ServiceAccount.word(),
    }
}
