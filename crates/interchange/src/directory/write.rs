//! Writing the directory as a table.

use domain::{FoldKey, OrganizationRole, TeamRole, View};

use super::{Column, Index, Kind, TEAM_SEPARATORS};
use crate::csv;

/// The directory as a file that [`read`](super::read) reads: everybody, every service account, every team, each kind in
/// the order of the names that are compared, so that equal directories are equal files.
///
/// It begins with a byte order mark, without which Excel reads Korean names in the machine's old character set, and its
/// lines end in CR LF (RFC 4180). No cell of it is taken for a formula.
#[must_use]
pub fn write(view: &View) -> String {
    let people: Vec<_> = view.people.iter().collect();
    let service_accounts: Vec<_> = view.service_accounts.iter().collect();
    let teams: Vec<_> = view.teams.iter().collect();

    // What stands in the cells for teams, filled team by team: who is in none costs nothing.
    let mut teams_of_people = vec![String::new(); people.len()];
    let mut teams_of_service_accounts = vec![String::new(); service_accounts.len()];
    let teams_in_order = in_order(teams.iter().map(|team| team.name.key()));
    for team in teams_in_order.values().filter_map(|place| teams.get(*place)) {
        let name = team.name.as_str();
        for (id, role) in &team.people {
            let place = people.binary_search_by(|person| person.id.cmp(id)).ok();
            if let Some(cell) = place.and_then(|place| teams_of_people.get_mut(place)) {
                add(cell, &[name, ":", team_role(*role)]);
            }
        }
        for id in &team.service_accounts {
            let place = service_accounts.binary_search_by(|account| account.id.cmp(id)).ok();
            if let Some(cell) = place.and_then(|place| teams_of_service_accounts.get_mut(place)) {
                add(cell, &[name]);
            }
        }
    }

    let mut writer = csv::Writer::new();
    writer.write(Column::ALL.map(Column::header));
    for place in in_order(people.iter().map(|person| person.username.key())).values() {
        let (Some(person), Some(teams)) = (people.get(*place), teams_of_people.get(*place)) else { continue };
        let [name, username, email] = [person.name.as_str(), person.username.as_str(), person.email.as_str()];
        let role = organization_role(person.role);
        writer.write([Kind::Person.word(), name, username, email, role, teams]);
    }
    for place in in_order(service_accounts.iter().map(|account| account.name.key())).values() {
        let account = service_accounts.get(*place).zip(teams_of_service_accounts.get(*place));
        let Some((account, teams)) = account else { continue };
        writer.write([Kind::ServiceAccount.word(), account.name.as_str(), "", "", "", teams]);
    }
    for team in teams_in_order.values().filter_map(|place| teams.get(*place)) {
        writer.write([Kind::Team.word(), team.name.as_str(), "", "", "", ""]);
    }
    writer.finish()
}

/// The positions of things in the order of their keys.
fn in_order(keys: impl Iterator<Item = FoldKey>) -> Index {
    keys.enumerate().map(|(place, key)| (key, place)).collect()
}

/// Adds a team to a cell.
fn add(cell: &mut String, parts: &[&str]) {
    if !cell.is_empty() {
        cell.extend(TEAM_SEPARATORS.first());
    }
    for part in parts {
        cell.push_str(part);
    }
}

fn organization_role(role: OrganizationRole) -> &'static str {
    match role {
        OrganizationRole::Admin => "Admin",
        OrganizationRole::Member => "Member",
        OrganizationRole::Viewer => "Viewer",
    }
}

fn team_role(role: TeamRole) -> &'static str {
    match role {
        TeamRole::Admin => "Admin",
        TeamRole::Member => "Member",
        TeamRole::Viewer => "Viewer",
    }
}
