//! Who comes into which team.

use domain::{FoldKey, Team, TeamRole};

use super::line::Entry;
use super::settle::{Found, Settled};
use super::there::Holder;
use super::{Column, Kind, Member, Membership, Plan, Reason, TeamRef};

/// Finds the teams that the lines name, says at its place which are not there, and plans who comes into them.
pub(super) fn join(settled: &Settled, entries: &mut [Entry], plan: &mut Plan) {
    let there = settled.there.teams();
    // For each team, those in the organization before the new ones, the last line that named it: a line that names one
    // twice is found without being searched.
    let mut named = vec![0; there + plan.teams.len()];
    let mut previews = plan.lines.iter_mut();
    for (entry, found) in entries.iter_mut().zip(&settled.found) {
        let before = plan.memberships.len();
        for (name, role) in std::mem::take(&mut entry.teams) {
            let (place, team) = match settled.named(&FoldKey::of(&name)) {
                Some(Found::There(Holder::Team(team, place))) => (place, Ok(team)),
                Some(Found::New(Kind::Team, place)) => (there + place, Err(place)),
                // What is wrong with that team is said in its own line.
                Some(Found::Faulty(Some(Kind::Team))) => continue,
                _ => {
                    entry.fault(Column::Teams, Reason::NoSuchTeam(name));
                    continue;
                }
            };
            if named.get_mut(place).is_some_and(|last| std::mem::replace(last, entry.line) == entry.line) {
                entry.fault(Column::Teams, Reason::RepeatedTeam(name));
                continue;
            }
            match member(*found, team.ok(), role) {
                Joining::New(member) => {
                    let team = team.map_or_else(TeamRef::New, |team| TeamRef::There(team.id.clone()));
                    plan.memberships.push(Membership { team, member });
                }
                Joining::There => {}
                Joining::OtherRole => entry.fault(Column::Teams, Reason::OtherTeamRole(name)),
            }
        }
        // Lines that could be read have a preview each, in the same order.
        if !matches!(found, Found::Faulty(_))
            && let Some(preview) = previews.next()
        {
            preview.memberships = plan.memberships.len() - before;
        }
    }
}

/// What becomes of somebody whom a line puts into a team.
enum Joining {
    /// Comes into it.
    New(Member),
    /// Is in it, or cannot be told.
    There,
    /// Is in it with another role.
    OtherRole,
}

/// Compares a membership with the team, if that is in the organization. Without a role a person becomes a Member, and
/// whoever is in the team has the role that is meant.
fn member(found: Found, team: Option<&Team>, role: Option<TeamRole>) -> Joining {
    let role_or_member = role.unwrap_or(TeamRole::Member);
    match found {
        Found::There(Holder::Person(person)) => match team.and_then(|team| team.people.get(&person.id)) {
            None => Joining::New(Member::Person(person.id.clone(), role_or_member)),
            Some(held) if role.is_none_or(|role| role == *held) => Joining::There,
            Some(_) => Joining::OtherRole,
        },
        Found::There(Holder::ServiceAccount(account)) => {
            if team.is_some_and(|team| team.service_accounts.contains(&account.id)) {
                Joining::There
            } else {
                Joining::New(Member::ServiceAccount(account.id.clone()))
            }
        }
        Found::New(Kind::Person, place) => Joining::New(Member::NewPerson(place, role_or_member)),
        Found::New(Kind::ServiceAccount, place) => Joining::New(Member::NewServiceAccount(place)),
        Found::There(Holder::Team(..)) | Found::New(Kind::Team, _) | Found::Faulty(_) => Joining::There,
    }
}
