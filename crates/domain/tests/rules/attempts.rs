//! Random actions of all kinds. They refer mostly to existing objects and sometimes to missing ones, and use few names, so
//! that names collide.

// The tests of the workspace include this file by its path, and then with this one.
#[path = "attempts/values.rs"]
mod values;

use domain::{
    AcceptedTypes, AccountId, Action, ArtifactName, CollectionAction, CollectionId, CoreRegistry, DefaultRole, Grantee,
    Id, LinkId, LinkTarget, Metadata, NewCollection, NewPerson, NewRegistry, NewRun, NewVersion, Organization,
    OrganizationAction, OrganizationName, OrganizationRole, PersonAction, PersonId, ProjectAction, ProjectId,
    RegistryAction, RegistryId, Role, RunName, ServiceAccountAction, ServiceAccountId, TeamAction, TeamId, TeamRole,
    VersionAction, VersionId, VersionRef, Visibility,
};
use proptest::prelude::*;

use self::values::{
    account_name, alias, artifact_type, collection_name, description, email, files, parsed, person_name, project_name,
    registry_name, tags, types,
};

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
/// Their words occur in no other text of a view.
pub const PROJECT_NAMES: [&str; 4] = ["Lava field", "LAVA\u{a0}field", "Dune", "사구"];
pub const COLLECTION_NAMES: [&str; 4] = ["tide-1", "Tide-1", "조류", "reef"];
const ARTIFACT_NAMES: [&str; 4] = ["shale", "Shale", "source-1", "run-1"];
const ALIASES: [&str; 6] = ["production", "Production", "staging", "latest", "v7", "v"];
const LOGGED_TYPES: [&str; 8] = ["model", "model", "model", "dataset", "report", "job", "code", "run_table"];
const TYPES: [&str; 4] = ["model", "report", "dataset", "Model"];
const ROLES: [Role; 4] = [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin];
const TEAM_ROLES: [TeamRole; 3] = [TeamRole::Viewer, TeamRole::Member, TeamRole::Admin];
const ORGANIZATION_ROLES: [OrganizationRole; 3] =
    [OrganizationRole::Viewer, OrganizationRole::Member, OrganizationRole::Admin];
const VISIBILITIES: [Visibility; 2] = [Visibility::Organization, Visibility::Restricted];

type Numbers = [usize; 4];
type ActionOf = fn(&Organization, Numbers) -> Action;

/// The kinds of actions with their relative frequencies.
const KINDS: [(usize, ActionOf); 50] = [
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
        Action::ServiceAccount(ServiceAccountAction::Rename {
            service_account: service_account(o, a),
            name: account_name(b),
        })
    }),
    (1, |o, [a, ..]| Action::ServiceAccount(ServiceAccountAction::Remove(service_account(o, a)))),
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
    (3, |o, [a, b, ..]| {
        Action::Team(TeamAction::AddServiceAccount { team: team(o, a), service_account: service_account(o, b) })
    }),
    (1, |o, [a, b, ..]| {
        Action::Team(TeamAction::RemoveServiceAccount { team: team(o, a), service_account: service_account(o, b) })
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
    (3, |o, [a, b, ..]| {
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
    (4, |o, [a, b, ..]| Action::Registry(RegistryAction::ProtectAlias { registry: registry(o, a), alias: alias(b) })),
    (2, |o, [a, b, ..]| Action::Registry(RegistryAction::UnprotectAlias { registry: registry(o, a), alias: alias(b) })),
    (5, |o, [a, b, ..]| Action::Project(ProjectAction::Create { team: team(o, a), name: project_name(b) })),
    (2, |o, [a, b, ..]| Action::Project(ProjectAction::Rename { project: project(o, a), name: project_name(b) })),
    (1, |o, [a, ..]| Action::Project(ProjectAction::Delete(project(o, a)))),
    (20, |o, [a, b, c, d]| {
        Action::Version(VersionAction::Log(NewVersion {
            project: project(o, a),
            name: parsed(ArtifactName::parse, choose(&ARTIFACT_NAMES, b)),
            artifact_type: artifact_type(choose(&LOGGED_TYPES, c)),
            description: description(d),
            metadata: Metadata::parse(&format!("{{\"n\":{}}}", d % 9)).unwrap(),
            tags: tags(c),
            aliases: if d % 3 == 0 { vec![alias(d / 3)] } else { Vec::new() },
            files: files(d),
            run: (b % 3 == 0)
                .then(|| NewRun { name: parsed(RunName::parse, "train"), inputs: vec![version(o, c), version(o, d)] }),
        }))
    }),
    (3, |o, [a, b, c, d]| {
        Action::Version(VersionAction::Edit {
            version: version(o, a),
            description: (d % 3 != 0).then(|| description(b)),
            metadata: (d % 2 != 0).then(Metadata::default),
            tags: (d % 5 != 0).then(|| tags(c)),
        })
    }),
    (2, |o, [a, b, ..]| Action::Version(VersionAction::AddTags { version: version(o, a), tags: tags(b) })),
    (2, |o, [a, b, ..]| Action::Version(VersionAction::RemoveTags { version: version(o, a), tags: tags(b) })),
    (8, |o, [a, b, ..]| Action::Version(VersionAction::AddAlias { version: version(o, a), alias: alias(b) })),
    (4, |o, [a, b, ..]| Action::Version(VersionAction::RemoveAlias { version: version(o, a), alias: alias(b) })),
    (2, |o, [a, ..]| Action::Version(VersionAction::Delete(source(o, a)))),
    (6, |o, [a, b, c, d]| {
        Action::Collection(CollectionAction::Create(NewCollection {
            registry: registry(o, a),
            name: collection_name(b),
            artifact_type: artifact_type(if d % 3 == 0 { choose(&TYPES, c) } else { "model" }),
            description: description(d),
            tags: tags(c),
        }))
    }),
    (3, |o, [a, b, c, d]| {
        Action::Collection(CollectionAction::Edit {
            collection: collection(o, a),
            name: (d % 3 != 0).then(|| collection_name(b)),
            description: (d % 2 != 0).then(|| description(c)),
            tags: (d % 5 != 0).then(|| tags(c)),
        })
    }),
    (2, |o, [a, b, ..]| Action::Collection(CollectionAction::AddTags { collection: collection(o, a), tags: tags(b) })),
    (2, |o, [a, b, ..]| {
        Action::Collection(CollectionAction::RemoveTags { collection: collection(o, a), tags: tags(b) })
    }),
    (1, |o, [a, ..]| Action::Collection(CollectionAction::Delete(collection(o, a)))),
    (20, |o, [a, b, c, d]| {
        let target = match c % 2 {
            0 => LinkTarget::Collection(collection(o, b)),
            _ => LinkTarget::Named { registry: registry(o, b), name: collection_name(c / 2) },
        };
        let aliases = if d % 2 == 0 { vec![alias(d / 2)] } else { Vec::new() };
        Action::Collection(CollectionAction::Link { version: version(o, a), target, aliases })
    }),
    (3, |o, [a, ..]| Action::Collection(CollectionAction::Unlink(link(o, a)))),
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

fn service_account(organization: &Organization, number: usize) -> ServiceAccountId {
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
        4..6 => Grantee::ServiceAccount(service_account(organization, number / 8)),
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

fn project(organization: &Organization, number: usize) -> ProjectId {
    ProjectId(choose_id(organization.projects().map(|project| project.id.0.clone()).collect(), number))
}

fn source(organization: &Organization, number: usize) -> VersionId {
    let versions = organization.artifacts().flat_map(|artifact| artifact.versions.iter());
    VersionId(choose_id(versions.map(|version| version.id.0.clone()).collect(), number))
}

fn collection(organization: &Organization, number: usize) -> CollectionId {
    CollectionId(choose_id(organization.collections().map(|collection| collection.id.0.clone()).collect(), number))
}

fn link(organization: &Organization, number: usize) -> LinkId {
    let links = organization.collections().flat_map(|collection| collection.links.iter());
    LinkId(choose_id(links.map(|link| link.id.0.clone()).collect(), number))
}

fn version(organization: &Organization, number: usize) -> VersionRef {
    let has_links = organization.collections().any(|collection| !collection.links.is_empty());
    match number % 2 {
        1 if has_links => VersionRef::Linked(link(organization, number / 2)),
        _ => VersionRef::Source(source(organization, number / 2)),
    }
}
