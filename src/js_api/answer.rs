//! What a script is told, as plain values: the view of the acting account, roles with their sources, consequences and
//! verdicts. It reads nothing but a [`View`].

use std::rc::Rc;

use registry::{
    AccountId, Action, Consequences, Grantee, PERMISSIONS, PersonAction, PersonId, RegistryAction, RegistryId,
    RegistryName, Role, SeenRegistry, ServiceAccountAction, Source, Stamp, Standing, Team, TeamAction, Verdict, View,
};
use workspace::{Listed, Receipt};

use super::error::reasons;
use super::intent::Intent;
use super::plain::{Plain, Record};
use super::words::{self, word_for};

/// Everything that the account sees.
pub fn view(view: &View) -> Plain {
    let people = Plain::list(&view.people, |person| {
        let mut fields = Record::default();
        fields.text("id", person.id.0.as_str());
        fields.text("name", person.name.as_str());
        fields.text("username", person.username.as_str());
        fields.text("email", person.email.as_str());
        fields.text("role", word_for(words::ORGANIZATION_ROLES, person.role));
        fields.bool("teamAdministrator", view.is_team_administrator(&person.id));
        fields.into()
    });
    let service_accounts = Plain::list(&view.service_accounts, |account| {
        let mut fields = Record::default();
        fields.text("id", account.id.0.as_str());
        fields.text("name", account.name.as_str());
        fields.into()
    });
    let mut settings = Record::default();
    settings.text("defaultRole", word_for(words::DEFAULT_ROLES, view.default_role));
    settings.bool("restrictedStays", view.restricted_stays);
    let mut fields = Record::default();
    fields.text("organization", view.organization.as_str());
    fields.put("account", account(view, &view.account));
    fields.put("people", people);
    fields.put("serviceAccounts", service_accounts);
    fields.put("teams", Plain::list(&view.teams, |one| team(view, one)));
    fields.put("registries", Plain::list(&view.registries, |seen| registry(view, seen)));
    fields.put("settings", settings.into());
    fields.into()
}

/// Who somebody is: kind, id, and the name by which scripts speak of them. Who has left the organization has no name.
fn who(view: &View, grantee: &Grantee) -> Record {
    let (id, name) = match grantee {
        Grantee::Person(id) => (&id.0, view.people.get(id).map(|person| person.username.as_str())),
        Grantee::ServiceAccount(account) => (&account.0, view.name_of(grantee)),
        Grantee::Team(team) => (&team.0, view.name_of(grantee)),
    };
    let mut fields = Record::default();
    fields.text("kind", words::kind(grantee));
    fields.text("id", id.as_str());
    fields.maybe("name", name);
    fields
}

/// Who an account is.
pub fn account(view: &View, account: &AccountId) -> Plain {
    who(view, &account.clone().into()).into()
}

/// A listed member, of a registry or of a team.
fn member(view: &View, grantee: &Grantee, role: Option<&str>) -> Plain {
    let mut fields = who(view, grantee);
    fields.maybe("role", role);
    fields.into()
}

fn role(role: Role) -> &'static str {
    word_for(words::ROLES, role)
}

fn team(view: &View, team: &Rc<Team>) -> Plain {
    let people = team
        .people
        .iter()
        .map(|(person, role)| member(view, &Grantee::Person(person.clone()), Some(word_for(words::TEAM_ROLES, *role))));
    let accounts = team.service_accounts.keys();
    let accounts = accounts.map(|account| member(view, &Grantee::ServiceAccount(account.clone()), None));
    let mut fields = Record::default();
    fields.text("id", team.id.0.as_str());
    fields.text("name", team.name.as_str());
    fields.put("members", Plain::List(people.chain(accounts).collect()));
    fields.into()
}

fn stamp(view: &View, stamp: &Stamp) -> Plain {
    // Milliseconds since 1970 are far from where numbers of JavaScript lose their units.
    #[expect(clippy::cast_precision_loss, reason = "it is a time")]
    let at = Plain::Number(stamp.at as f64);
    let mut fields = Record::default();
    fields.put("at", at);
    fields.put("by", account(view, &stamp.by));
    fields.into()
}

fn registry(view: &View, seen: &SeenRegistry) -> Plain {
    let registry = &seen.registry;
    let mut accepts = Record::default();
    accepts.bool("all", registry.accepts().is_all());
    accepts.put("types", Plain::list(registry.accepts().saved(), |one| Plain::text(one.as_str())));
    let owner = registry.owner().and_then(|owner| view.people.get(owner));
    let mut fields = Record::default();
    fields.text("id", registry.id().0.as_str());
    fields.text("name", registry.name().as_str());
    fields.text("fullName", &registry.full_name());
    fields.bool("core", registry.core_kind().is_some());
    fields.text("description", registry.description().as_str());
    fields.text("visibility", word_for(words::VISIBILITIES, registry.visibility()));
    fields.put("accepts", accepts.into());
    fields.put("members", Plain::list(registry.rows(), |row| member(view, &row.grantee, Some(role(row.role)))));
    fields.maybe("owner", owner.map(|owner| owner.username.as_str()));
    fields.put("created", stamp(view, registry.created()));
    fields.put("changed", stamp(view, registry.changed()));
    add_standing(view, &seen.standing, &mut fields);
    fields.into()
}

fn add_standing(view: &View, standing: &Standing, fields: &mut Record) {
    fields.text("role", role(standing.role()));
    let sources = Plain::list(standing.grants(), |grant| {
        let mut fields = Record::default();
        fields.text("role", role(grant.role));
        fields.text("source", words::source(&grant.source));
        if let Source::Team(team) = &grant.source {
            fields.maybe("team", view.teams.get(team).map(|team| team.name.as_str()));
        }
        fields.into()
    });
    fields.put("sources", sources);
}

/// A role, with every source that it comes from.
pub fn standing(view: &View, standing: &Standing) -> Plain {
    let mut fields = Record::default();
    add_standing(view, standing, &mut fields);
    fields.into()
}

/// Whether something may be done.
pub fn verdict(view: &View, verdict: &Verdict) -> Plain {
    let mut fields = Record::default();
    fields.bool("granted", verdict.is_granted());
    if let Some(denial) = verdict.denial() {
        reasons(view, denial, &mut fields);
    }
    fields.into()
}

/// The table of what is permitted in a registry.
pub fn permissions() -> Plain {
    Plain::list(&PERMISSIONS, |rule| {
        let mut fields = Record::default();
        fields.text("permission", rule.code);
        fields.text("group", words::group(rule.group));
        fields.text("least", role(rule.least));
        fields.bool("customOnly", rule.custom_only);
        fields.bool("teamAdministrators", rule.team_administrators);
        fields.bool("creatorOnly", rule.creator_only);
        fields.into()
    })
}

/// What changes for whom. Names are those of before, or of afterwards where there was nothing before.
pub fn consequences(before: &View, after: Option<&View>, consequences: &Consequences) -> Plain {
    let named = |account: &AccountId| {
        let known = who(before, &account.clone().into());
        match after {
            Some(after) if known.is_null("name") => who(after, &account.clone().into()),
            _ => known,
        }
    };
    let place = |id: &RegistryId, name: &RegistryName| {
        let mut fields = Record::default();
        fields.text("id", id.0.as_str());
        fields.text("name", name.as_str());
        Plain::from(fields)
    };
    let access = Plain::list(&consequences.access, |change| {
        let mut fields = Record::default();
        fields.put("registry", place(&change.registry, &change.name));
        fields.put("account", named(&change.account).into());
        fields.maybe("before", change.before.map(role));
        fields.maybe("after", change.after.map(role));
        fields.into()
    });
    let owner = |person: &Option<PersonId>| match person {
        Some(person) => named(&AccountId::Person(person.clone())).take("name"),
        None => Plain::Null,
    };
    let owners = Plain::list(&consequences.owners, |change| {
        let mut fields = Record::default();
        fields.put("registry", place(&change.registry, &change.name));
        fields.put("before", owner(&change.before));
        fields.put("after", owner(&change.after));
        fields.into()
    });
    let mut fields = Record::default();
    fields.put("access", access);
    fields.put("owners", owners);
    fields.into()
}

/// What was done: the record that keeps it, and for each thing that was made the place of its action among the script's,
/// its kind and its id.
pub fn receipt(intent: &Intent, receipt: &Receipt) -> Plain {
    let mut made = Vec::new();
    for (position, (action, asked)) in intent.actions.iter().zip(&intent.asked).enumerate() {
        let kind = match action {
            Action::Person(PersonAction::Add(_)) => "person",
            Action::ServiceAccount(ServiceAccountAction::Add(_)) => "service_account",
            Action::Team(TeamAction::Add(_)) => "team",
            Action::Registry(RegistryAction::Create(_)) => "registry",
            _ => continue,
        };
        let mut fields = Record::default();
        fields.put("action", Plain::count(*asked));
        fields.text("kind", kind);
        fields.text("id", receipt.made(position).as_str());
        made.push(fields.into());
    }
    let mut fields = Record::default();
    fields.text("record", &receipt.record.to_string());
    fields.put("made", Plain::List(made));
    fields.into()
}

/// A workspace in storage.
pub fn workspace(listed: &Listed, current: bool) -> Plain {
    let mut fields = Record::default();
    fields.text("key", &listed.key.to_string());
    fields.maybe("organization", listed.organization.as_deref());
    fields.bool("current", current);
    fields.put("size", Plain::count(listed.size));
    fields.into()
}
