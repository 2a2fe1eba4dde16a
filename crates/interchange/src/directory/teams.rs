//! The memberships in teams.

use domain::{FoldKey, Team, TeamRole};

use super::existing::Entity;
use super::line::Entry;
use super::resolve::{Resolved, ResolvedLines};
use super::{Column, Kind, Member, Membership, Plan, Reason, TeamRef};

/// Adds the memberships of all lines to the plan, and faults for missing teams.
pub(super) fn add_memberships(lines: &ResolvedLines, entries: &mut [Entry], plan: &mut Plan) {
    let existing_teams = lines.directory.team_count();
    // The last line that named each team, first the existing teams and then the new ones. It detects a repeated team without
    // a search.
    let mut last_lines = vec![0; existing_teams + plan.teams.len()];
    let mut previews = plan.lines.iter_mut();
    for (entry, account) in entries.iter_mut().zip(&lines.results) {
        let before = plan.memberships.len();
        for (name, role) in std::mem::take(&mut entry.teams) {
            let (index, team) = match lines.find(&FoldKey::of(&name)) {
                Some(Resolved::Existing(Entity::Team(team, index))) => (index, Ok(team)),
                Some(Resolved::New(Kind::Team, index)) => (existing_teams + index, Err(index)),
                // The team's own line reports the fault.
                Some(Resolved::Faulty(Some(Kind::Team))) => continue,
                _ => {
                    entry.add_fault(Column::Teams, Reason::NoSuchTeam(name));
                    continue;
                }
            };
            if last_lines.get_mut(index).is_some_and(|last| std::mem::replace(last, entry.line) == entry.line) {
                entry.add_fault(Column::Teams, Reason::RepeatedTeam(name));
                continue;
            }
            match compare_membership(*account, team.ok(), role) {
                Comparison::New(member) => {
                    let team = team.map_or_else(TeamRef::New, |team| TeamRef::Existing(team.id.clone()));
                    plan.memberships.push(Membership { team, member });
                }
                Comparison::Unchanged => {}
                Comparison::DifferentRole => entry.add_fault(Column::Teams, Reason::OtherTeamRole(name)),
            }
        }
        // Each line without faults has a preview, in the same order.
        if !matches!(account, Resolved::Faulty(_))
            && let Some(preview) = previews.next()
        {
            preview.memberships = plan.memberships.len() - before;
        }
    }
}

/// A membership of a line, compared with the team.
enum Comparison {
    New(Member),
    /// The account is in the team, or its line has a fault.
    Unchanged,
    DifferentRole,
}

/// Compares a membership with an existing team. An empty role means Member for a new member of the team, and matches any role
/// of an existing one.
fn compare_membership(account: Resolved, team: Option<&Team>, role: Option<TeamRole>) -> Comparison {
    let role_or_member = role.unwrap_or(TeamRole::Member);
    match account {
        Resolved::Existing(Entity::Person(person)) => match team.and_then(|team| team.people.get(&person.id)) {
            None => Comparison::New(Member::Person(person.id.clone(), role_or_member)),
            Some(current) if role.is_none_or(|role| role == *current) => Comparison::Unchanged,
            Some(_) => Comparison::DifferentRole,
        },
        Resolved::Existing(Entity::ServiceAccount(account)) => {
            if team.is_some_and(|team| team.service_accounts.contains(&account.id)) {
                Comparison::Unchanged
            } else {
                Comparison::New(Member::ServiceAccount(account.id.clone()))
            }
        }
        Resolved::New(Kind::Person, index) => Comparison::New(Member::NewPerson(index, role_or_member)),
        Resolved::New(Kind::ServiceAccount, index) => Comparison::New(Member::NewServiceAccount(index)),
        Resolved::Existing(Entity::Team(..)) | Resolved::New(Kind::Team, _) | Resolved::Faulty(_) => {
            Comparison::Unchanged
        }
    }
}
