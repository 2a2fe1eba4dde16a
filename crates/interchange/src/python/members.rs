//! The members of a registry as Python. It knows what the client can find and list; the rest is for `python`.

use domain::Role;

use super::{Member, Script, Who, literal};

/// Finds a person. The client searches for parts of a username or email and takes the first match, so the script
/// compares what was found. `Registry.add_members` takes what was found so, or an id, but no name (S).
const PERSON: &str = "
# Finds a person: the client lets only administrators do that, and finds whoever has the name in a longer one.
def person(name):
    for user in api.users(name):
        if name.lower() in ((user.username or \"\").lower(), (user.email or \"\").lower()):
            return user
    raise LookupError(f\"there is nobody called {name!r}\")


";

const ADD_PEOPLE: &str = "\
listed = {member.user.id for member in registry.user_members()}
for name, role in people.items():
    member = person(name)
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)
";

const ADD_TEAMS: &str = "\
listed = {member.team.id for member in registry.team_members()}
for name, role in teams.items():
    member = api.team(name)
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)
";

/// Adds the rows: people, then teams, then as comments what the client cannot add. Who creates a registry is listed in
/// it from the start, so whoever is listed is not added again; the role is set in any case, because the client adds
/// members with a role of the server's choice.
pub(super) fn add(script: &mut Script, members: &[Member]) {
    let people = rows(members, |who| if let Who::Person(name) = who { Some(name) } else { None });
    let teams = rows(members, |who| if let Who::Team(name) = who { Some(name) } else { None });
    let service_accounts = rows(members, |who| if let Who::ServiceAccount(name) = who { Some(name) } else { None });
    if members.iter().any(|member| member.role == Role::RestrictedViewer) {
        script.line(&[]);
        script.line(&["# Servers before 0.75 do not know the role \"restricted_viewer\"."]);
    }
    if !people.is_empty() {
        script.text.push_str(PERSON);
        roles(script, "people", &people);
        script.text.push_str(ADD_PEOPLE);
    }
    if !teams.is_empty() {
        script.line(&[]);
        roles(script, "teams", &teams);
        script.text.push_str(ADD_TEAMS);
    }
    if !service_accounts.is_empty() {
        script.line(&[]);
        script.line(&["# The client adds people and teams only. Service accounts to be added in the settings:"]);
        for (name, role) in service_accounts {
            script.line(&["# ", &literal(name), ": \"", spelled(role), "\""]);
        }
    }
}

/// The rows of one kind.
fn rows<'a>(members: &[Member<'a>], name: fn(Who<'a>) -> Option<&'a str>) -> Vec<(&'a str, Role)> {
    members.iter().filter_map(|member| Some((name(member.who)?, member.role))).collect()
}

/// A dictionary from names to roles.
fn roles(script: &mut Script, variable: &str, rows: &[(&str, Role)]) {
    script.line(&[variable, " = {"]);
    for (name, role) in rows {
        script.line(&["    ", &literal(name), ": \"", spelled(*role), "\","]);
    }
    script.line(&["}"]);
}

/// The role as the client spells it (S: `MemberRole`).
fn spelled(role: Role) -> &'static str {
    match role {
        Role::RestrictedViewer => "restricted_viewer",
        Role::Viewer => "viewer",
        Role::Member => "member",
        Role::Admin => "admin",
    }
}
