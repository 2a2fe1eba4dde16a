//! Random actions of all kinds. They refer mostly to existing objects and sometimes to missing ones, and use few names, so
//! that names collide.

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, CoreRegistry, DefaultRole, Description, Email,
    Grantee, Id, NewPerson, NewRegistry, Organization, OrganizationAction, OrganizationName, OrganizationRole,
    PersonAction, PersonId, PersonName, RegistryAction, RegistryId, RegistryName, Role, ServiceAccountAction,
    ServiceAccountId, TeamAction, TeamId, TeamRole, Visibility,
};
use proptest::prelude::*;

/// A random action. The numbers choose its kind, and its targets among the objects of an organization.
#[derive(Clone, Debug)]
pub struct Attempt {
    kind: usize,
    numbers: [usize; 4],
}

/// Their letters occur in no other text of a view, so that leaks can be found.
pub const REGISTRY_NAMES: [&str; 15] = [
    "Quartz",
    "QUARTZ",
    "qua\u{200b}rtz",
    "Straße-11",
    "STRASSE-11",
    "음성-22",
    "ﬂint-33",
    "FLINT-33",
    "models",
    "Dataset",
    "Basalt",
    "Gneiss",
    "Gneiss 44",
    "gneiss\u{a0}\u{2009}44",
    "Straße\u{2212}11",
];
pub const ACCOUNT_NAMES: [&str; 9] = ["ada", "mina", "MINA", "robot", "Robot", "platform", "noa", "tom", "vision"];
const TYPES: [&str; 4] = ["model", "report", "dataset", "Model"];
const ROLES: [Role; 4] = [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin];
const TEAM_ROLES: [TeamRole; 3] = [TeamRole::Viewer, TeamRole::Member, TeamRole::Admin];
const ORGANIZATION_ROLES: [OrganizationRole; 3] =
    [OrganizationRole::Viewer, OrganizationRole::Member, OrganizationRole::Admin];
const VISIBILITIES: [Visibility; 2] = [Visibility::Organization, Visibility::Restricted];

type Numbers = [usize; 4];
type ActionOf = fn(&Organization, Numbers) -> Action;

/// The kinds of actions with their relative frequencies.
const KINDS: [(usize, ActionOf); 31] = [
    (8, |_, [a, b, ..]| {
        Action::Person(PersonAction::Add(NewPerson {
            name: person_name(a),
            username: account_name(a),
            email: email(a),
            role: choose(&ORGANIZATION_ROLES, b),
        }))
    }),
    (2, |o, [a, b, c, d]| {
        Action::Person(PersonAction::Edit {
            person: person(o, a),
            name: (d % 3 != 0).then(|| person_name(b)),
            username: (d % 2 != 0).then(|| account_name(b)),
            email: (d % 5 != 0).then(|| email(c)),
        })
    }),
    (3, |o, [a, b, ..]| {
        Action::Person(PersonAction::SetRole { person: person(o, a), role: choose(&ORGANIZATION_ROLES, b) })
    }),
    (2, |o, [a, ..]| Action::Person(PersonAction::Remove(person(o, a)))),
    (3, |_, [a, ..]| Action::ServiceAccount(ServiceAccountAction::Add(account_name(a)))),
    (1, |o, [a, b, ..]| {
        Action::ServiceAccount(ServiceAccountAction::Rename { service_account: robot(o, a), name: account_name(b) })
    }),
    (1, |o, [a, ..]| Action::ServiceAccount(ServiceAccountAction::Remove(robot(o, a)))),
    (3, |_, [a, ..]| Action::Team(TeamAction::Add(account_name(a)))),
    (1, |o, [a, b, ..]| Action::Team(TeamAction::Rename { team: team(o, a), name: account_name(b) })),
    (1, |o, [a, ..]| Action::Team(TeamAction::Remove(team(o, a)))),
    (8, |o, [a, b, c, _]| {
        Action::Team(TeamAction::AddPerson { team: team(o, a), person: person(o, b), role: choose(&TEAM_ROLES, c) })
    }),
    (2, |o, [a, b, c, _]| {
        let team = team(o, a);
        Action::Team(TeamAction::SetRole { person: team_member(o, &team, b), team, role: choose(&TEAM_ROLES, c) })
    }),
    (4, |o, [a, b, ..]| {
        let team = team(o, a);
        Action::Team(TeamAction::RemovePerson { person: team_member(o, &team, b), team })
    }),
    (3, |o, [a, b, ..]| Action::Team(TeamAction::AddServiceAccount { team: team(o, a), service_account: robot(o, b) })),
    (1, |o, [a, b, ..]| {
        Action::Team(TeamAction::RemoveServiceAccount { team: team(o, a), service_account: robot(o, b) })
    }),
    (1, |_, [a, ..]| {
        Action::Organization(OrganizationAction::Rename(parsed(
            OrganizationName::parse,
            &format!("organization {}", a % 3),
        )))
    }),
    (1, |_, [a, ..]| {
        Action::Organization(OrganizationAction::SetDefaultRole(choose(
            &[DefaultRole::RestrictedViewer, DefaultRole::Viewer],
            a,
        )))
    }),
    (1, |_, [a, ..]| Action::Organization(OrganizationAction::SetRestrictedStays(a.is_multiple_of(2)))),
    (10, |_, [a, b, c, d]| {
        let types = AcceptedTypes::specify(types(c, d));
        Action::Registry(RegistryAction::Create(NewRegistry {
            name: registry_name(a),
            description: description(d),
            visibility: choose(&VISIBILITIES, b),
            accepts: types.unwrap_or_else(|_| AcceptedTypes::all()),
        }))
    }),
    (2, |o, [a, b, ..]| Action::Registry(RegistryAction::Rename { registry: registry(o, a), name: registry_name(b) })),
    (1, |o, [a, b, ..]| {
        Action::Registry(RegistryAction::Describe { registry: registry(o, a), description: description(b) })
    }),
    (5, |o, [a, b, ..]| {
        Action::Registry(RegistryAction::SetVisibility {
            registry: registry(o, a),
            visibility: choose(&VISIBILITIES, b),
        })
    }),
    (2, |o, [a, ..]| Action::Registry(RegistryAction::AcceptAllTypes(registry(o, a)))),
    (2, |o, [a, b, c, _]| {
        Action::Registry(RegistryAction::SpecifyTypes { registry: registry(o, a), types: types(b, c) })
    }),
    (2, |o, [a, b, c, _]| Action::Registry(RegistryAction::AddTypes { registry: registry(o, a), types: types(b, c) })),
    (1, |o, [a, b, ..]| {
        Action::Registry(RegistryAction::RemoveType {
            registry: registry(o, a),
            artifact_type: artifact_type(choose(&TYPES, b)),
        })
    }),
    (12, |o, [a, b, c, _]| {
        Action::Registry(RegistryAction::AddMember {
            registry: registry(o, a),
            member: grantee(o, b),
            role: choose(&ROLES, c),
        })
    }),
    (6, |o, [a, b, c, _]| {
        let registry = registry(o, a);
        Action::Registry(RegistryAction::SetMemberRole {
            member: listed_member(o, &registry, b),
            registry,
            role: choose(&ROLES, c),
        })
    }),
    (6, |o, [a, b, ..]| {
        let registry = registry(o, a);
        Action::Registry(RegistryAction::RemoveMember { member: listed_member(o, &registry, b), registry })
    }),
    (2, |o, [a, b, ..]| Action::Registry(RegistryAction::SetOwner { registry: registry(o, a), person: person(o, b) })),
    (2, |o, [a, ..]| Action::Registry(RegistryAction::Delete(registry(o, a)))),
];

pub fn attempt() -> impl Strategy<Value = Attempt> {
    let sum: usize = KINDS.iter().map(|(frequency, _)| frequency).sum();
    let kind = (0..sum).prop_map(|mut place| {
        KINDS
            .iter()
            .position(|(frequency, _)| {
                let is_chosen = place < *frequency;
                place = place.wrapping_sub(*frequency);
                is_chosen
            })
            .unwrap_or(0)
    });
    (kind, any::<[usize; 4]>()).prop_map(|(kind, numbers)| Attempt { kind, numbers })
}

impl Attempt {
    /// The action in this organization.
    pub fn action(&self, organization: &Organization) -> Action {
        let (_, kind) = choose(&KINDS, self.kind);
        kind(organization, self.numbers)
    }
}

/// The acting account. Half of them are organization admins, so that many actions succeed.
pub fn actor(organization: &Organization, number: usize) -> AccountId {
    let admins: Vec<AccountId> = organization.accounts().filter(|account| organization.is_admin(account)).collect();
    let accounts: Vec<AccountId> = organization.accounts().collect();
    choose(if number.is_multiple_of(2) { &admins } else { &accounts }, number / 2)
}

pub fn pick<T: Clone>(from: &[T], number: usize) -> Option<T> {
    from.get(number.checked_rem(from.len())?).cloned()
}

fn choose<T: Clone>(from: &[T], number: usize) -> T {
    pick(from, number).unwrap()
}

/// One of the ids, or sometimes an unknown id.
fn choose_id(mut ids: Vec<Id>, number: usize) -> Id {
    if number.is_multiple_of(16) || ids.is_empty() {
        ids = vec![Id::from_text("nobody")];
    }
    choose(&ids, number / 16)
}

fn person(organization: &Organization, number: usize) -> PersonId {
    PersonId(choose_id(organization.people().map(|person| person.id.0.clone()).collect(), number))
}

/// Mostly a member of the team.
fn team_member(organization: &Organization, team: &TeamId, number: usize) -> PersonId {
    let people = organization.team(team).map(|team| team.people.keys().cloned().collect::<Vec<_>>());
    let member = people.filter(|_| !number.is_multiple_of(8)).and_then(|people| pick(&people, number / 8));
    member.unwrap_or_else(|| person(organization, number / 8))
}

fn robot(organization: &Organization, number: usize) -> ServiceAccountId {
    ServiceAccountId(choose_id(organization.service_accounts().map(|account| account.id.0.clone()).collect(), number))
}

fn team(organization: &Organization, number: usize) -> TeamId {
    TeamId(choose_id(organization.teams().map(|team| team.id.0.clone()).collect(), number))
}

/// Mostly a custom registry.
fn registry(organization: &Organization, number: usize) -> RegistryId {
    let ids = organization.registries().filter(|registry| registry.core_kind().is_none() || number.is_multiple_of(7));
    let ids: Vec<Id> = ids.map(|registry| registry.id().0.clone()).collect();
    RegistryId(if ids.is_empty() { CoreRegistry::Models.id().0 } else { choose_id(ids, number) })
}

fn grantee(organization: &Organization, number: usize) -> Grantee {
    match number % 8 {
        0..4 => Grantee::Person(person(organization, number / 8)),
        4..6 => Grantee::ServiceAccount(robot(organization, number / 8)),
        _ => Grantee::Team(team(organization, number / 8)),
    }
}

/// Mostly a listed member.
fn listed_member(organization: &Organization, registry: &RegistryId, number: usize) -> Grantee {
    let rows = organization.registry(registry).map(|registry| registry.rows().to_vec()).unwrap_or_default();
    match pick(&rows, number / 8) {
        Some(row) if !number.is_multiple_of(8) => row.grantee,
        _ => grantee(organization, number / 8),
    }
}

fn account_name(number: usize) -> AccountName {
    parsed(AccountName::parse, choose(&ACCOUNT_NAMES, number))
}

fn person_name(number: usize) -> PersonName {
    parsed(PersonName::parse, choose(&ACCOUNT_NAMES, number))
}

fn email(number: usize) -> Email {
    parsed(Email::parse, &format!("{}@lighthouse.example", choose(&ACCOUNT_NAMES, number)))
}

fn registry_name(number: usize) -> RegistryName {
    parsed(RegistryName::parse, choose(&REGISTRY_NAMES, number))
}

fn artifact_type(text: &str) -> ArtifactType {
    parsed(ArtifactType::parse, text)
}

/// Mostly a unique text, and sometimes none.
fn description(number: usize) -> Description {
    let text = if number.is_multiple_of(8) { String::new() } else { format!("zqd{number:x}") };
    parsed(Description::parse, &text)
}

/// Up to two types. The second one is mostly unique.
fn types(count: usize, number: usize) -> Vec<ArtifactType> {
    let own = format!("zqt{number:x}");
    [choose(&TYPES, number), &own].into_iter().take(count % 3).map(artifact_type).collect()
}

fn parsed<T, E: std::fmt::Debug>(parse: fn(&str) -> Result<T, E>, text: &str) -> T {
    parse(text).unwrap()
}
