//! Writes the directory as a table.

use domain::{FoldKey, OrganizationRole, TeamRole, View};

use super::{Column, Index, Kind, TEAM_SEPARATORS};
use crate::csv;

/// The directory as a file for [`Table::read`](super::Table::read): all people, service accounts and teams. Each kind is sorted by the
/// comparison keys of its names, so that equal directories give equal files.
///
/// The file begins with a byte order mark, because Excel otherwise reads Korean names in a legacy encoding. Its lines end in
/// CR LF (RFC 4180), and no cell looks like a formula to a spreadsheet.
#[must_use]
pub fn write(view: &View) -> String {
    let people: Vec<_> = view.people.iter().collect();
    let service_accounts: Vec<_> = view.service_accounts.iter().collect();
    let teams: Vec<_> = view.teams.iter().collect();

    // The cells for teams are filled team by team, so accounts without a team cost nothing.
    let mut teams_of_people = vec![String::new(); people.len()];
    let mut teams_of_service_accounts = vec![String::new(); service_accounts.len()];
    let teams_in_order = sorted_positions(teams.iter().map(|team| team.name.key()));
    for team in teams_in_order.values().filter_map(|index| teams.get(*index)) {
        let name = team.name.as_str();
        for (id, role) in &team.people {
            let index = people.binary_search_by(|person| person.id.cmp(id)).ok();
            if let Some(cell) = index.and_then(|index| teams_of_people.get_mut(index)) {
                add_team(cell, &[name, ":", team_role(*role)]);
            }
        }
        for id in &team.service_accounts {
            let index = service_accounts.binary_search_by(|account| account.id.cmp(id)).ok();
            if let Some(cell) = index.and_then(|index| teams_of_service_accounts.get_mut(index)) {
                add_team(cell, &[name]);
            }
        }
    }

    let mut writer = csv::Writer::new();
    writer.write(Column::ALL.map(Column::header));
    for index in sorted_positions(people.iter().map(|person| person.username.key())).values() {
        let (Some(person), Some(teams)) = (people.get(*index), teams_of_people.get(*index)) else { continue };
        let [name, username, email] = [person.name.as_str(), person.username.as_str(), person.email.as_str()];
        let role = organization_role(person.role);
        writer.write([Kind::Person.word(), name, username, email, role, teams]);
    }
    for index in sorted_positions(service_accounts.iter().map(|account| account.name.key())).values() {
        let account = service_accounts.get(*index).zip(teams_of_service_accounts.get(*index));
        let Some((account, teams)) = account else { continue };
        writer.write([Kind::ServiceAccount.word(), account.name.as_str(), "", "", "", teams]);
    }
    for team in teams_in_order.values().filter_map(|index| teams.get(*index)) {
        writer.write([Kind::Team.word(), team.name.as_str(), "", "", "", ""]);
    }
    writer.finish()
}

/// Positions in the order of their keys.
fn sorted_positions(keys: impl Iterator<Item = FoldKey>) -> Index {
    keys.enumerate().map(|(index, key)| (key, index)).collect()
}

fn add_team(cell: &mut String, parts: &[&str]) {
    if !cell.is_empty() {
        cell.extend(TEAM_SEPARATORS.first());
    }
    for part in parts {
        cell.push_str(part);
    }
}

pub(crate) fn organization_role(role: OrganizationRole) -> &'static str {
    match role {
        OrganizationRole::Admin => "Admin",
        OrganizationRole::Member => "Member",
        OrganizationRole::Viewer => "Viewer",
    }
}

pub(crate) fn team_role(role: TeamRole) -> &'static str {
    match role {
        TeamRole::Admin => "Admin",
        TeamRole::Member => "Member",
        TeamRole::Viewer => "Viewer",
    }
}
