//! Benchmarks of large intents: each kind of action, 1,000 and 10,000 times in one intent.
//!
//! Run it with `cargo run --release -p workspace --example intents`. Ten times as many actions should take about ten times
//! as long. The budget of 10,000 actions is 500 ms each for dispatching, for opening the log and for finding the
//! consequences; a browser takes about three times as long.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a command-line program over fixed texts")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, DefaultRole, Description, Email, Founding, Grantee,
    Id, NewPerson, NewRegistry, OrganizationAction, OrganizationName, OrganizationRole, PersonAction, PersonId,
    PersonName, RegistryAction, RegistryId, RegistryName, Role, ServiceAccountAction, ServiceAccountId, TeamAction,
    TeamId, TeamRole, Visibility,
};
use journal::{MemoryStore, WorkspaceKey, Writer};
use workspace::{RecordInfo, Site, Via, Workspace};

const BUDGET: Duration = Duration::from_millis(500);

const OCCASION: RecordInfo = RecordInfo { at: 0, via: Via::Api };

fn name(text: &str) -> AccountName {
    AccountName::parse(text).unwrap()
}

fn add_person(username: &str, role: OrganizationRole) -> Action {
    PersonAction::Add(NewPerson {
        name: PersonName::parse(username).unwrap(),
        username: name(username),
        email: Email::parse(&format!("{username}@large.example")).unwrap(),
        role,
    })
    .into()
}

fn create_registry(name: &str, visibility: Visibility) -> Action {
    RegistryAction::Create(NewRegistry {
        name: RegistryName::parse(name).unwrap(),
        description: Description::empty(),
        visibility,
        accepts: AcceptedTypes::all(),
    })
    .into()
}

/// An organization, and the ids of what it has.
struct Fixture {
    storage: MemoryStore,
    workspace: Workspace<MemoryStore>,
    founder: AccountId,
    people: Vec<PersonId>,
    service_accounts: Vec<ServiceAccountId>,
    teams: Vec<TeamId>,
    registries: Vec<RegistryId>,
}

impl Fixture {
    fn open(storage: &MemoryStore, writer: u8) -> Workspace<MemoryStore> {
        let key = WorkspaceKey::from_random([1; 8]);
        Workspace::open(&Site::new(storage.clone(), "/"), key, Writer::from_random([writer; 8])).unwrap()
    }

    fn new() -> Self {
        let storage = MemoryStore::new();
        let mut workspace = Self::open(&storage, 1);
        let founding = Founding {
            organization: OrganizationName::parse("Large").unwrap(),
            name: PersonName::parse("Ada").unwrap(),
            username: name("ada"),
            email: Email::parse("ada@large.example").unwrap(),
        };
        let founder = workspace.found(&founding, OCCASION).unwrap();
        let (people, service_accounts, teams, registries) = Default::default();
        Self { storage, workspace, founder, people, service_accounts, teams, registries }
    }

    /// Dispatches an intent, and gives the ids of what it makes.
    fn act(&mut self, actions: &[Action]) -> Vec<Id> {
        let receipt = self.workspace.dispatch(&self.founder, actions, OCCASION).unwrap();
        (0..actions.len()).map(|position| receipt.made(position)).collect()
    }

    /// `size` objects of each kind. Everybody is in the first team and listed in the first registry, each person is the
    /// only one in a team that is listed in a registry, and each service account is in such a team.
    fn large(size: usize) -> Self {
        let mut large = Self::new();
        let numbered = |make: &dyn Fn(usize) -> Action| (0..size).map(make).collect::<Vec<Action>>();
        let people = numbered(&|nth| add_person(&format!("person-{nth}"), OrganizationRole::Member));
        large.people = large.act(&people).into_iter().map(PersonId).collect();
        let accounts = numbered(&|nth| ServiceAccountAction::Add(name(&format!("robot-{nth}"))).into());
        large.service_accounts = large.act(&accounts).into_iter().map(ServiceAccountId).collect();
        let teams = numbered(&|nth| TeamAction::Add(name(&format!("team-{nth}"))).into());
        large.teams = large.act(&teams).into_iter().map(TeamId).collect();
        let registries = numbered(&|nth| create_registry(&format!("Registry {nth}"), Visibility::Restricted));
        large.registries = large.act(&registries).into_iter().map(RegistryId).collect();
        let mut actions = Vec::new();
        for nth in 0..size {
            for team in BTreeSet::from([0, nth]) {
                let team = large.teams.get(team).unwrap().clone();
                let (person, service_account) =
                    (large.people.get(nth).unwrap().clone(), large.service_accounts.get(nth).unwrap().clone());
                let role = TeamRole::Member;
                actions.push(TeamAction::AddPerson { team: team.clone(), person, role }.into());
                actions.push(TeamAction::AddServiceAccount { team, service_account }.into());
            }
            actions.push(large.list(0, Grantee::Person(large.people.get(nth).unwrap().clone())));
            actions.push(large.list(nth, Grantee::Team(large.teams.get(nth).unwrap().clone())));
        }
        large.act(&actions);
        large
    }

    fn list(&self, registry: usize, member: Grantee) -> Action {
        let registry = self.registries.get(registry).unwrap().clone();
        RegistryAction::AddMember { registry, member, role: Role::Admin }.into()
    }

    fn each_person<A: Into<Action>>(&self, act: impl Fn(PersonId) -> A) -> Vec<Action> {
        self.people.iter().cloned().map(|id| act(id).into()).collect()
    }

    fn each_registry<A: Into<Action>>(&self, act: impl Fn(RegistryId) -> A) -> Vec<Action> {
        self.registries.iter().cloned().map(|id| act(id).into()).collect()
    }

    /// Prints how long an intent takes to dispatch, how long its log takes to open, and how long its consequences take.
    fn measure(&mut self, title: &str, actions: &[Action]) {
        if std::env::args().nth(1).is_some_and(|name| !title.contains(&name)) {
            self.act(actions);
            return;
        }
        let view = self.workspace.view_for(&self.founder).unwrap();
        let start = Instant::now();
        let consequences = view.consequences(actions).unwrap();
        let found = start.elapsed();
        drop(view);
        let start = Instant::now();
        self.act(actions);
        let dispatched = start.elapsed();
        let start = Instant::now();
        let opened = Self::open(&self.storage, 2);
        let opening = start.elapsed();
        assert!(opened.organization() == self.workspace.organization(), "the log opens to the same organization");
        let is_over = [dispatched, found].iter().any(|time| *time > BUDGET);
        let verdict = if is_over { "  over budget" } else { "" };
        let (count, changes) = (actions.len(), consequences.access.len());
        println!("{title:32}{count:>7}{dispatched:>12.2?}{opening:>12.2?}{found:>12.2?} ({changes}){verdict}");
    }
}

fn directory(size: usize) {
    let mut empty = Fixture::new();
    let people: Vec<Action> =
        (0..size).map(|nth| add_person(&format!("new-{nth}"), OrganizationRole::Member)).collect();
    empty.measure("AddPerson", &people);
    let accounts: Vec<Action> =
        (0..size).map(|nth| ServiceAccountAction::Add(name(&format!("new-robot-{nth}"))).into()).collect();
    empty.measure("AddServiceAccount", &accounts);
    let teams: Vec<Action> = (0..size).map(|nth| TeamAction::Add(name(&format!("new-team-{nth}"))).into()).collect();
    empty.measure("AddTeam", &teams);

    let mut large = Fixture::large(size);
    let edits: Vec<Action> = large
        .people
        .iter()
        .enumerate()
        .map(|(nth, person)| {
            let username = format!("renamed-{nth}");
            let email = Email::parse(&format!("{username}@large.example")).unwrap();
            let display_name = PersonName::parse(&username).unwrap();
            PersonAction::Edit {
                person: person.clone(),
                name: Some(display_name),
                username: Some(name(&username)),
                email: Some(email),
            }
            .into()
        })
        .collect();
    large.measure("EditPerson", &edits);
    for role in [OrganizationRole::Admin, OrganizationRole::Member] {
        let actions = large.each_person(|person| PersonAction::SetRole { person, role });
        // Each admin gets a role in each registry, which makes millions of consequences.
        let some = actions.get(..actions.len().min(100)).unwrap();
        large.measure(&format!("SetOrganizationRole {role:?}"), some);
    }
    let team = large.teams.first().unwrap().clone();
    let actions = large.each_person(|person| TeamAction::SetRole { team: team.clone(), person, role: TeamRole::Admin });
    large.measure("SetTeamRole in one team", &actions);
    let actions = large.each_person(|person| TeamAction::RemovePerson { team: team.clone(), person });
    large.measure("RemovePersonFromTeam", actions.split_first().unwrap().1);
    let actions: Vec<Action> = large.teams.iter().cloned().map(|team| TeamAction::Remove(team).into()).collect();
    large.measure("RemoveTeam", &actions);
    let actions = large.each_person(PersonAction::Remove);
    large.measure("RemovePerson", &actions);
    let actions: Vec<Action> =
        large.service_accounts.iter().cloned().map(|id| ServiceAccountAction::Remove(id).into()).collect();
    large.measure("RemoveServiceAccount", &actions);
    let actions: Vec<Action> = (0..size)
        .map(|nth| {
            let role = if nth % 2 == 0 { DefaultRole::Viewer } else { DefaultRole::RestrictedViewer };
            OrganizationAction::SetDefaultRole(role).into()
        })
        .collect();
    large.measure("SetDefaultRole", &actions);
}

fn registries(size: usize) {
    let mut empty = Fixture::new();
    let actions: Vec<Action> =
        (0..size).map(|nth| create_registry(&format!("New {nth}"), Visibility::Organization)).collect();
    empty.measure("CreateRegistry", &actions);

    let mut large = Fixture::large(size);
    let actions: Vec<Action> = large
        .registries
        .iter()
        .enumerate()
        .map(|(nth, registry)| {
            let name = RegistryName::parse(&format!("Renamed {nth}")).unwrap();
            RegistryAction::Rename { registry: registry.clone(), name }.into()
        })
        .collect();
    large.measure("RenameRegistry", &actions);
    let actions = large.each_registry(|registry| RegistryAction::Describe {
        registry,
        description: Description::parse("New").unwrap(),
    });
    large.measure("DescribeRegistry", &actions);
    let wide = large.registries.first().unwrap().clone();
    let actions: Vec<Action> = (0..size)
        .map(|nth| {
            let visibility = if nth % 2 == 0 { Visibility::Organization } else { Visibility::Restricted };
            RegistryAction::SetVisibility { registry: wide.clone(), visibility }.into()
        })
        .collect();
    large.measure("SetVisibility of one", &actions);
    let actions: Vec<Action> = (0..size)
        .map(|nth| {
            let types = vec![ArtifactType::parse(&format!("type-{nth}")).unwrap()];
            RegistryAction::SpecifyTypes { registry: wide.clone(), types }.into()
        })
        .collect();
    large.measure("SpecifyTypes of one", &actions);
    let actions: Vec<Action> =
        large.service_accounts.iter().map(|id| large.list(0, Grantee::ServiceAccount(id.clone()))).collect();
    large.measure("AddMember to one", &actions);
    let actions: Vec<Action> = large
        .service_accounts
        .iter()
        .enumerate()
        .skip(1)
        .map(|(nth, id)| large.list(nth, Grantee::ServiceAccount(id.clone())))
        .collect();
    large.measure("AddMember to each", &actions);
    let role = Role::Member;
    let actions = large.each_person(|person| {
        let (registry, member) = (wide.clone(), Grantee::Person(person));
        RegistryAction::SetMemberRole { registry, member, role }
    });
    large.measure("SetMemberRole in one", &actions);
    let actions = large.each_person(|person| RegistryAction::SetOwner { registry: wide.clone(), person });
    large.measure("SetOwner of one", &actions);
    let founder = Grantee::from(large.founder.clone());
    let actions =
        large.each_registry(|registry| RegistryAction::SetMemberRole { registry, member: founder.clone(), role });
    large.measure("SetMemberRole in each", &actions);
    let actions = large.each_person(|person| {
        let (registry, member) = (wide.clone(), Grantee::Person(person));
        RegistryAction::RemoveMember { registry, member }
    });
    large.measure("RemoveMember from one", &actions);
    let actions = large.each_registry(|registry| RegistryAction::RemoveMember { registry, member: founder.clone() });
    large.measure("RemoveMember from each", &actions);
    let actions = large.each_registry(RegistryAction::Delete);
    large.measure("DeleteRegistry", &actions);
}

fn main() {
    println!("{:32}{:>7}{:>12}{:>12}{:>12}", "", "actions", "dispatch", "open", "consequences");
    for size in [1_000, 10_000] {
        directory(size);
        registries(size);
    }
}
