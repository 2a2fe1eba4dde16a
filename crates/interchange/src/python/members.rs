//! The part of the script that adds members.

use domain::Role;

use super::{Member, MemberName, Script, literal};

/// Finds a person. The client's search matches parts of a username or email, so the script compares the results.
/// `Registry.add_members` accepts a result or an id, but no name (S).
const PERSON: &str = "
# Looks up a person by exact username or email: api.users() also finds longer ones. Only administrators can do that.
def person(name):
    for user in api.users(name):
        if name.lower() in ((user.username or \"\").lower(), (user.email or \"\").lower()):
            return user
    return None


";

const ADD_PEOPLE: &str = "\
listed = {member.user.id for member in registry.user_members()}
for name, role in people.items():
    member = person(name)
    if member is None:
        print(f\"Not added: W&B has no user {name!a}.\")
        continue
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)
";

const ADD_TEAMS: &str = "\
listed = {member.team.id for member in registry.team_members()}
for name, role in teams.items():
    try:
        member = api.team(name)
    except (KeyError, ValueError):
        # This is how the client says that there is no such team.
        print(f\"Not added: W&B has no team {name!a}.\")
        continue
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)
";

/// Adds people, then teams, then comments for service accounts, which the client cannot add. The script skips listed members,
/// because the creator of a registry is listed from the start. It reports unknown names and continues, because a script that
/// has ended cannot run again: the registry exists by then. It always sets the role, because the server chooses the role of an
/// added member.
pub(super) fn add(script: &mut Script, members: &[Member]) {
    let people = filter(members, |name| if let MemberName::Person(name) = name { Some(name) } else { None });
    let teams = filter(members, |name| if let MemberName::Team(name) = name { Some(name) } else { None });
    let service_accounts =
        filter(members, |name| if let MemberName::ServiceAccount(name) = name { Some(name) } else { None });
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
        script.line(&["# The client cannot add service accounts. Add them on the registry's page:"]);
        for (name, role) in service_accounts {
            script.line(&["# ", &literal(name), ": \"", role.into(), "\""]);
        }
    }
}

/// The names and roles of the members of one kind.
pub(super) fn filter<'a>(members: &[Member<'a>], name: fn(MemberName<'a>) -> Option<&'a str>) -> Vec<(&'a str, Role)> {
    members.iter().filter_map(|member| Some((name(member.name)?, member.role))).collect()
}

/// Writes a dictionary from names to roles.
fn roles(script: &mut Script, variable: &str, rows: &[(&str, Role)]) {
    script.line(&[variable, " = {"]);
    for (name, role) in rows {
        script.line(&["    ", &literal(name), ": \"", (*role).into(), "\","]);
    }
    script.line(&["}"]);
}
