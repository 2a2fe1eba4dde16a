//! The differences of two moments as a table for other programs: who gained, lost or changed which access, and what else differs.
//! It is never imported. Its words do not depend on the language.

use domain::{AcceptedTypes, Differences, Names, NamesDifference, Party, Registry, Role, Settings, SettingsDifference};

use crate::csv;
use crate::directory::{Kind, organization_role, team_role};

const COLUMNS: [&str; 8] = ["what", "registry", "full name", "who", "name", "kind", "before", "after"];

/// Writes the differences as CSV, one line for each. `what` is `access` (an effective role), `member` (a role in a registry's list),
/// `organization role`, `team` (a membership, as in the directory's column of teams), `owner`, `registry`, `name`, `description`,
/// `visibility`, `types`, `protected aliases`, `collection`, `account`, `username`, `email`, or a setting: `organization name`,
/// `default role`, `restricted stays`. An empty `before` means that there was none, or that the account could not see it. A `name` is that of the registry or of `who`.
#[must_use]
pub fn write(differences: &Differences) -> String {
    let mut table = Table(csv::Writer::new());
    table.0.write(COLUMNS);
    if let Some(change) = &differences.settings {
        table.settings(change);
    }
    for change in &differences.access {
        table.line("access", Some(&change.registry), Some(&change.account), [role(change.before), role(change.after)]);
    }
    for change in &differences.members {
        table.line("member", Some(&change.registry), Some(&change.member), [role(change.before), role(change.after)]);
    }
    for change in &differences.organization_roles {
        let sides = [change.before, change.after].map(|role| role.map_or("", organization_role));
        table.line("organization role", None, Some(&change.person), sides);
    }
    for change in &differences.team_members {
        let role =
            |role: Option<_>| role.map_or(String::new(), |role| format!("{}:{}", change.team.name, team_role(role)));
        table.line("team", None, Some(&change.member), [&role(change.before), &role(change.after)]);
    }
    for change in &differences.owners {
        let [before, after] =
            [&change.before, &change.after].map(|owner| owner.as_ref().map_or("", |one| &one.reference));
        table.line("owner", Some(&change.registry), None, [before, after]);
    }
    for change in &differences.registries {
        match (&change.before, &change.after) {
            (Some(before), Some(after)) => table.registry(before, after),
            (before, after) => {
                let word = |registry: &Option<_>| if registry.is_some() { "exists" } else { "" };
                let registry = after.as_ref().or(before.as_ref()).map(|registry| &**registry);
                table.line("registry", registry, None, [word(before), word(after)]);
            }
        }
    }
    for (parties, values) in [(&differences.joined, ["", "exists"]), (&differences.left, ["exists", ""])] {
        for party in parties {
            table.line("account", None, Some(party), values);
        }
    }
    for change in &differences.renamed {
        table.names(change);
    }
    for change in &differences.collections {
        let sides = [&change.before, &change.after].map(|name| name.as_deref().unwrap_or_default());
        table.line("collection", Some(&change.registry), None, sides);
    }
    table.0.finish()
}

struct Table(csv::Writer);

impl Table {
    fn line(&mut self, what: &str, registry: Option<&Registry>, who: Option<&Party>, [before, after]: [&str; 2]) {
        let full_name = registry.map(Registry::full_name).unwrap_or_default();
        self.0.write([
            what,
            registry.map_or("", |registry| registry.name().as_str()),
            &full_name,
            who.map_or("", |who| &who.reference),
            who.map_or("", |who| &who.name),
            who.map_or("", kind),
            before,
            after,
        ]);
    }

    fn settings(&mut self, change: &SettingsDifference) {
        let sides = [&change.before, &change.after];
        let values = |value: fn(&Settings) -> &str| sides.map(|side| side.as_ref().map_or("", value));
        self.differing(None, None, "organization name", values(|one| one.name.as_str()));
        self.differing(None, None, "default role", values(|one| one.default_role.role().name()));
        self.differing(None, None, "restricted stays", values(|one| if one.restricted_stays { "yes" } else { "no" }));
    }

    fn names(&mut self, NamesDifference { party, before, after }: &NamesDifference) {
        let values = |value: fn(&Names) -> Option<&str>| [before, after].map(|names| value(names).unwrap_or_default());
        self.differing(None, Some(party), "name", values(|names| Some(&names.name)));
        self.differing(None, Some(party), "username", values(|names| names.username.as_deref()));
        self.differing(None, Some(party), "email", values(|names| names.email.as_deref()));
    }

    /// A line for a value that is another one now.
    fn differing(&mut self, registry: Option<&Registry>, who: Option<&Party>, what: &str, sides: [&str; 2]) {
        let [before, after] = sides;
        if before != after {
            self.line(what, registry, who, sides);
        }
    }

    fn registry(&mut self, before: &Registry, after: &Registry) {
        let types = [before, after].map(|registry| types(registry.accepts()));
        let aliases = [before, after].map(protected_aliases);
        let sides = [
            ("name", [before, after].map(|registry| registry.name().as_str())),
            ("description", [before, after].map(|registry| registry.description().as_str())),
            ("visibility", [before, after].map(|registry| registry.visibility().name())),
            ("types", types.each_ref().map(String::as_str)),
            ("protected aliases", aliases.each_ref().map(String::as_str)),
        ];
        for (what, sides) in sides {
            self.differing(Some(after), None, what, sides);
        }
    }
}

fn types(accepted: &AcceptedTypes) -> String {
    if accepted.is_all() {
        return "All types".to_owned();
    }
    accepted.saved().iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ")
}

fn protected_aliases(registry: &Registry) -> String {
    registry.protected_aliases().iter().map(|alias| alias.as_str()).collect::<Vec<_>>().join(", ")
}

fn role(role: Option<Role>) -> &'static str {
    role.map_or("", Role::name)
}

fn kind(party: &Party) -> &'static str {
    Kind::of(&party.grantee).word()
}

#[cfg(test)]
mod tests {
    use domain::{
        DefaultRole, Grantee, Id, OrganizationName, OrganizationRole, OrganizationRoleDifference, PersonId,
        TeamMemberDifference, TeamRole,
    };

    use super::*;

    #[test]
    fn each_difference_is_a_line_and_no_text_is_a_formula() {
        let party = |name: &str, reference: &str| Party {
            grantee: Grantee::Person(PersonId(Id::from_text("a.0"))),
            name: name.into(),
            reference: reference.into(),
        };
        let (before, after) = (None, Some(OrganizationRole::Viewer));
        let role = OrganizationRoleDifference { person: party("=1+1", "tom"), before, after };
        let (before, after) = (Some(TeamRole::Admin), None);
        let membership =
            TeamMemberDifference { team: party("vision", "vision"), member: party("Noa", "noa"), before, after };
        let names = |username: &str| Names { name: "Noa".into(), username: Some(username.into()), email: None };
        let settings = |default_role| {
            let name = OrganizationName::parse("Lab").unwrap();
            Some(Settings { name, default_role, restricted_stays: false })
        };
        let differences = Differences {
            settings: Some(SettingsDifference { before: None, after: settings(DefaultRole::Viewer) }),
            renamed: vec![NamesDifference { party: party("Noa", "noa"), before: names("n"), after: names("noa") }],
            joined: vec![party("=1+1", "tom")],
            organization_roles: vec![role],
            team_members: vec![membership],
            ..Differences::default()
        };
        let text = write(&differences);
        let mut lines = text.lines();
        assert!(
            lines.next().is_some_and(|header| header.ends_with("what,registry,full name,who,name,kind,before,after"))
        );
        assert_eq!(lines.next(), Some("organization name,,,,,,,Lab"));
        assert_eq!(lines.next(), Some("default role,,,,,,,Viewer"));
        assert_eq!(lines.next(), Some("restricted stays,,,,,,,no"));
        assert_eq!(lines.next(), Some("organization role,,,tom,'=1+1,person,,Viewer"));
        assert_eq!(lines.next(), Some("team,,,noa,Noa,person,vision:Admin,"));
        assert_eq!(lines.next(), Some("account,,,tom,'=1+1,person,,exists"));
        assert_eq!(lines.next(), Some("username,,,noa,Noa,person,n,noa"));
        assert_eq!(lines.next(), None);
    }
}
