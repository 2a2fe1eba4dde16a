//! Groups with their members: a line for each group, and its name among the teams of each member.

use std::collections::BTreeMap;

use super::super::Kind;
use super::super::mapping::{Field, Mapping};
use super::JsonFault;
use super::rows::Rows;
use super::value::Value;

/// The keys of a group's name.
const NAMES: [&str; 4] = ["displayName", "display", "name", "id"];

/// The keys by which a member is called. Okta writes the username there, and Entra the name.
const CALLED: [&str; 6] = ["display", "displayName", "userName", "username", "email", "value"];

/// The columns of groups and of members of whom the file says nothing else.
struct Columns {
    kind: usize,
    name: usize,
    username: usize,
    teams: usize,
}

impl Columns {
    /// The columns in which the people are described, so that a mapping has one for each field.
    fn of(rows: &mut Rows) -> Self {
        let mapping = Mapping::guess(rows.names.iter().map(String::as_str));
        let mut column = |field, name| mapping.columns(field).first().copied().unwrap_or_else(|| rows.column(name));
        Self {
            kind: column(Field::Kind, "kind"),
            name: column(Field::Name, "displayName"),
            username: column(Field::Username, "userName"),
            teams: column(Field::Teams, "groups"),
        }
    }
}

/// Adds the groups. `people` are the rows of the people in the file by their ids.
pub(super) fn add_groups(
    rows: &mut Rows,
    groups: &[Value],
    mut people: BTreeMap<String, usize>,
) -> Result<(), JsonFault> {
    // Full descriptions of members come first, because they have columns of their own.
    for member in groups.iter().flat_map(|group| members(group)).filter(|member| is_described(member)) {
        if !people.contains_key(key(member)) {
            let row = rows.add(member)?;
            people.insert(key(member).to_owned(), row);
        }
    }
    let columns = Columns::of(rows);
    for group in groups {
        let name = name(group).unwrap_or_default();
        let row = rows.add_empty();
        rows.set(row, columns.kind, Kind::Team.word())?;
        rows.set(row, columns.name, name)?;
        for member in members(group) {
            let row = match people.get(key(member)) {
                Some(row) => *row,
                None => {
                    let row = add_member(rows, &columns, member)?;
                    people.insert(key(member).to_owned(), row);
                    row
                }
            };
            rows.add_team(row, columns.teams, name)?;
        }
    }
    Ok(())
}

/// The name of a group. Okta has it in the profile.
fn name<'v>(group: &'v Value) -> Option<&'v str> {
    let named = |object: &'v Value| NAMES.iter().find_map(|key| object.member(key)?.text());
    group.member("profile").and_then(named).or_else(|| named(group))
}

/// The members of a group, which are a list, or the nodes of one in GraphQL.
fn members<'v, 'a>(group: &'v Value<'a>) -> &'v [Value<'a>] {
    let members = group.member("members");
    let nodes = || members?.member("nodes")?.list();
    members.and_then(Value::list).or_else(nodes).unwrap_or_default()
}

/// Whether a member is described like a person, and not only referred to.
fn is_described(member: &Value) -> bool {
    ["emails", "email", "mail", "userPrincipalName", "primaryEmail", "name", "profile"]
        .iter()
        .any(|key| member.member(key).is_some())
}

/// The id of a member, or another reference to it.
fn key<'v>(member: &'v Value) -> &'v str {
    let by_key = || ["value", "id", "$ref"].iter().find_map(|key| member.member(key)?.text());
    member.text().or_else(by_key).unwrap_or(member.raw)
}

/// Adds the row of a member that is only called by a username, an address or a name.
fn add_member(rows: &mut Rows, columns: &Columns, member: &Value) -> Result<usize, JsonFault> {
    let called = || CALLED.iter().find_map(|key| member.member(key)?.text());
    let called = member.text().or_else(called).unwrap_or(member.raw);
    let row = rows.add_empty();
    let is_group = |kind: &str| kind.rsplit('.').next().is_some_and(|kind| kind.eq_ignore_ascii_case("group"));
    if ["type", "@odata.type"].iter().any(|key| member.member(key).and_then(Value::text).is_some_and(is_group)) {
        rows.set(row, columns.kind, Kind::Team.word())?;
        rows.set(row, columns.name, called)?;
        return Ok(row);
    }
    rows.set(row, columns.kind, Kind::Person.word())?;
    let is_name = !called.contains('@') && called.contains(|c: char| c.is_whitespace() || !c.is_ascii());
    rows.calls_by_name |= is_name;
    rows.set(row, if is_name { columns.name } else { columns.username }, called)?;
    Ok(row)
}
