//! What a script is told, as plain values: the view of the acting account, roles with their sources, consequences and
//! verdicts. It reads nothing but a [`View`].

use std::rc::Rc;

use registry::{
    AccessChange, AccountId, Consequences, Grantee, OwnerChange, PERMISSIONS, PersonId, RegistryId, Role, SeenRegistry,
    Stamp, Standing, Team, Verdict, View,
};
use workspace::Listed;

use super::error::reasons;
use super::plain::Plain;
use super::words::{self, word_for};

/// Everything that the account sees.
pub fn view(view: &View) -> Plain {
    let people = Plain::list(&view.people, |person| {
        Plain::Record(vec![
            ("id", Plain::text(person.id.0.as_str())),
            ("name", Plain::text(person.name.as_str())),
            ("username", Plain::text(person.username.as_str())),
            ("email", Plain::text(person.email.as_str())),
            ("role", Plain::text(word_for(words::ORGANIZATION_ROLES, person.role))),
            ("teamAdministrator", Plain::Bool(view.is_team_administrator(&person.id))),
        ])
    });
    let service_accounts = Plain::list(&view.service_accounts, |account| {
        Plain::Record(vec![("id", Plain::text(account.id.0.as_str())), ("name", Plain::text(account.name.as_str()))])
    });
    Plain::Record(vec![
        ("organization", Plain::text(view.organization.as_str())),
        ("account", account(view, &view.account)),
        ("people", people),
        ("serviceAccounts", service_accounts),
        ("teams", Plain::list(&view.teams, |one| team(view, one))),
        ("registries", Plain::list(&view.registries, |seen| registry(view, seen))),
        (
            "settings",
            Plain::Record(vec![
                ("defaultRole", Plain::text(word_for(words::DEFAULT_ROLES, view.default_role))),
                ("restrictedStays", Plain::Bool(view.restricted_stays)),
            ]),
        ),
    ])
}

/// Who somebody is: kind, id, and the name by which scripts speak of them. Who has left the organization has no name.
fn who(view: &View, grantee: &Grantee) -> Vec<(&'static str, Plain)> {
    let (id, name) = match grantee {
        Grantee::Person(PersonId(id)) => (id, view.people.get(&PersonId(id.clone())).map(|one| one.username.as_str())),
        Grantee::ServiceAccount(account) => (&account.0, view.name_of(grantee)),
        Grantee::Team(team) => (&team.0, view.name_of(grantee)),
    };
    vec![
        ("kind", Plain::text(words::kind(grantee))),
        ("id", Plain::text(id.as_str())),
        ("name", Plain::maybe(name.map(Plain::text))),
    ]
}

/// Who an account is.
pub fn account(view: &View, account: &AccountId) -> Plain {
    Plain::Record(who(view, &words::grantee(account)))
}

fn username(view: &View, person: &PersonId) -> Plain {
    Plain::maybe(view.people.get(person).map(|person| Plain::text(person.username.as_str())))
}

fn role(role: Role) -> Plain {
    Plain::text(word_for(words::ROLES, role))
}

fn team(view: &View, team: &Rc<Team>) -> Plain {
    let member = |grantee: &Grantee, role| {
        let mut fields = who(view, grantee);
        fields.push(("role", role));
        Plain::Record(fields)
    };
    let people = team.people.iter().map(|(person, role)| {
        member(&Grantee::Person(person.clone()), Plain::text(word_for(words::TEAM_ROLES, *role)))
    });
    let accounts = team.service_accounts.iter();
    let accounts = accounts.map(|account| member(&Grantee::ServiceAccount(account.clone()), Plain::Null));
    Plain::Record(vec![
        ("id", Plain::text(team.id.0.as_str())),
        ("name", Plain::text(team.name.as_str())),
        ("members", Plain::List(people.chain(accounts).collect())),
    ])
}

fn registry(view: &View, seen: &SeenRegistry) -> Plain {
    let registry = &seen.registry;
    let accepts = registry.accepts();
    let members = Plain::list(registry.rows(), |row| {
        let mut fields = who(view, &row.grantee);
        fields.push(("role", role(row.role)));
        Plain::Record(fields)
    });
    let stamp = |stamp: &Stamp| {
        // Milliseconds since 1970 are far from where numbers of JavaScript lose their units.
        #[expect(clippy::cast_precision_loss, reason = "it is a time")]
        let at = Plain::Number(stamp.at as f64);
        Plain::Record(vec![("at", at), ("by", account(view, &stamp.by))])
    };
    let mut fields = vec![
        ("id", Plain::text(registry.id().0.as_str())),
        ("name", Plain::text(registry.name().as_str())),
        ("fullName", Plain::Text(registry.full_name())),
        ("core", Plain::Bool(registry.core_kind().is_some())),
        ("description", Plain::text(registry.description().as_str())),
        ("visibility", Plain::text(word_for(words::VISIBILITIES, registry.visibility()))),
        (
            "accepts",
            Plain::Record(vec![
                ("all", Plain::Bool(accepts.is_all())),
                ("types", Plain::list(accepts.saved(), |one| Plain::text(one.as_str()))),
            ]),
        ),
        ("members", members),
        ("owner", Plain::maybe(registry.owner().map(|owner| username(view, owner)))),
        ("created", stamp(registry.created())),
        ("changed", stamp(registry.changed())),
    ];
    fields.extend(standing_fields(view, &seen.standing));
    Plain::Record(fields)
}

fn standing_fields(view: &View, standing: &Standing) -> [(&'static str, Plain); 2] {
    let sources = Plain::list(standing.grants(), |grant| {
        let mut fields = vec![("role", role(grant.role)), ("source", Plain::text(words::source(&grant.source)))];
        if let registry::Source::Team(team) = &grant.source {
            fields.push(("team", Plain::maybe(view.teams.get(team).map(|team| Plain::text(team.name.as_str())))));
        }
        Plain::Record(fields)
    });
    [("role", role(standing.role())), ("sources", sources)]
}

/// A role, with every source that it comes from.
pub fn standing(view: &View, standing: &Standing) -> Plain {
    Plain::Record(standing_fields(view, standing).into())
}

/// Whether something may be done.
pub fn verdict(view: &View, verdict: &Verdict) -> Plain {
    let mut fields = vec![("granted", Plain::Bool(verdict.is_granted()))];
    if let Some(denial) = verdict.denial() {
        fields.extend(reasons(view, denial));
    }
    Plain::Record(fields)
}

/// The table of what is permitted in a registry.
pub fn permissions() -> Plain {
    Plain::list(&PERMISSIONS, |rule| {
        Plain::Record(vec![
            ("permission", Plain::text(rule.code)),
            ("group", Plain::text(words::group(rule.group))),
            ("least", role(rule.least)),
            ("customOnly", Plain::Bool(rule.custom_only)),
            ("teamAdministrators", Plain::Bool(rule.team_administrators)),
            ("creatorOnly", Plain::Bool(rule.creator_only)),
        ])
    })
}

/// What changes for whom. Names are those of before, or of afterwards where there was nothing before.
pub fn consequences(before: &View, after: Option<&View>, consequences: &Consequences) -> Plain {
    let knows = |view: &View, account: &AccountId| match account {
        AccountId::Person(id) => view.people.has(id),
        AccountId::ServiceAccount(id) => view.service_accounts.has(id),
    };
    let named = |account: &AccountId| after.filter(|_| !knows(before, account)).unwrap_or(before);
    let place = |id: &RegistryId, name: &str| {
        Plain::Record(vec![("id", Plain::text(id.0.as_str())), ("name", Plain::text(name))])
    };
    let access = |change: &AccessChange| {
        Plain::Record(vec![
            ("registry", place(&change.registry, change.name.as_str())),
            ("account", account(named(&change.account), &change.account)),
            ("before", Plain::maybe(change.before.map(role))),
            ("after", Plain::maybe(change.after.map(role))),
        ])
    };
    let owner = |person: &Option<PersonId>| {
        let person = person.as_ref()?;
        Some(username(named(&AccountId::Person(person.clone())), person))
    };
    let owners = |change: &OwnerChange| {
        Plain::Record(vec![
            ("registry", place(&change.registry, change.name.as_str())),
            ("before", Plain::maybe(owner(&change.before))),
            ("after", Plain::maybe(owner(&change.after))),
        ])
    };
    Plain::Record(vec![
        ("access", Plain::list(&consequences.access, access)),
        ("owners", Plain::list(&consequences.owners, owners)),
    ])
}

/// What an intent has made: for each action that makes something, its place among the script's, and the id.
pub fn made(made: &[(usize, &'static str, String)]) -> Plain {
    Plain::list(made, |(action, kind, id)| {
        Plain::Record(vec![("action", Plain::count(*action)), ("kind", Plain::text(kind)), ("id", Plain::text(id))])
    })
}

/// A workspace in storage.
pub fn workspace(listed: &Listed, current: bool) -> Plain {
    Plain::Record(vec![
        ("key", Plain::Text(listed.key.to_string())),
        ("organization", Plain::maybe(listed.organization.as_deref().map(Plain::text))),
        ("current", Plain::Bool(current)),
        ("size", Plain::count(listed.size)),
    ])
}
