//! The demo organization: small, believable, and made of the same intents that people make.

use journal::KeyValue;
use registry::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Description, Email, Founding, NewPerson, NewRegistry,
    OrganizationName, OrganizationRole, PersonName, RegistryName, TeamId, TeamRole, TextFault, Visibility,
};

use crate::{DispatchError, Occasion, Via, Workspace};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Who founds it, and acts first.
const FOUNDER: (&str, &str) = ("Ada Okafor", "ada.okafor");

/// Name, username, role in the organization. The address is the username at the organization's domain.
const PEOPLE: [(&str, &str, OrganizationRole); 11] = [
    ("한지우", "jiwoo.han", OrganizationRole::Admin),
    ("Mina Park", "mina.park", OrganizationRole::Member),
    ("김서준", "seojun.kim", OrganizationRole::Member),
    ("Priya Raman", "priya.raman", OrganizationRole::Viewer),
    ("Tomasz Zieliński", "tomasz.zielinski", OrganizationRole::Member),
    ("Yuki Tanaka", "yuki.tanaka", OrganizationRole::Member),
    ("Lucía Fernández", "lucia.fernandez", OrganizationRole::Member),
    ("Omar Haddad", "omar.haddad", OrganizationRole::Member),
    ("Sofia Lindqvist", "sofia.lindqvist", OrganizationRole::Viewer),
    ("Chidi Eze", "chidi.eze", OrganizationRole::Member),
    ("Noa Levi", "noa.levi", OrganizationRole::Viewer),
];

const SERVICE_ACCOUNTS: [&str; 2] = ["ci-runner", "nightly-eval"];

/// Team, its people with their roles in it, its service accounts.
type TeamPlan = (&'static str, &'static [(&'static str, TeamRole)], &'static [&'static str]);

const TEAMS: [TeamPlan; 3] = [
    (
        "platform",
        &[("tomasz.zielinski", TeamRole::Admin), ("chidi.eze", TeamRole::Member), ("seojun.kim", TeamRole::Member)],
        &["ci-runner"],
    ),
    ("vision", &[("priya.raman", TeamRole::Admin), ("yuki.tanaka", TeamRole::Member)], &[]),
    ("language", &[("mina.park", TeamRole::Admin), ("lucia.fernandez", TeamRole::Member)], &[]),
];

/// Name, description, visibility, types (none: all), creator, how many days ago.
type RegistryPlan = (&'static str, &'static str, Visibility, &'static [&'static str], &'static str, i64);

const REGISTRIES: [RegistryPlan; 6] = [
    (
        "Production_Models",
        "What serves traffic today. Only versions that passed the release review are linked here.",
        Visibility::Organization,
        &["model"],
        "tomasz.zielinski",
        61,
    ),
    (
        "Evaluation Sets",
        "Frozen test sets and benchmarks. A number in a report names the version that it was measured on.",
        Visibility::Organization,
        &["dataset", "benchmark"],
        "mina.park",
        47,
    ),
    (
        "Safety_Reviews",
        "Red-team findings and the models that they are about.",
        Visibility::Restricted,
        &["model", "report"],
        "jiwoo.han",
        33,
    ),
    (
        "Vision Checkpoints",
        "Training checkpoints of the vision team, kept for thirty days.",
        Visibility::Restricted,
        &["checkpoint"],
        "priya.raman",
        19,
    ),
    (
        "음성 데이터셋",
        "한국어 음성 인식 학습에 쓰는 녹음과 전사 자료입니다.",
        Visibility::Organization,
        &["dataset"],
        "seojun.kim",
        12,
    ),
    ("Playground", "Try things out. Nothing here is depended upon.", Visibility::Organization, &[], "yuki.tanaka", 5),
];

/// Fills an empty workspace with the demo organization, as if it had grown until `now` (UTC milliseconds).
///
/// Answers with the account that acts first.
///
/// # Errors
/// [`DispatchError`] if the storage fails. The workspace is half filled then, and must not become current.
pub fn fill<S: KeyValue + Clone>(workspace: &mut Workspace<S>, now: i64) -> Result<AccountId, DispatchError> {
    let ago = |days: i64| Occasion { at: now - days * DAY, via: Via::Demo };
    let founding = parsed(founding);
    let founder = workspace.found(&founding, ago(90))?;

    let people: Vec<Action> = PEOPLE.iter().map(|person| Action::AddPerson(parsed(|| new_person(person)))).collect();
    workspace.dispatch(&founder, &people, ago(89))?;

    let names = SERVICE_ACCOUNTS.map(|name| Action::AddServiceAccount(parsed(|| AccountName::parse(name))));
    workspace.dispatch(&founder, &names, ago(88))?;

    for (name, people, service_accounts) in TEAMS {
        let receipt = workspace.dispatch(&founder, &[Action::AddTeam(parsed(|| AccountName::parse(name)))], ago(87))?;
        let team = TeamId(receipt.made(0));
        let joining = people
            .iter()
            .map(|(name, role)| (*name, *role))
            .chain(service_accounts.iter().map(|name| (*name, TeamRole::Member)));
        let joining: Vec<Action> = joining
            .filter_map(|(name, role)| match workspace.organization()?.account_named(name)? {
                AccountId::Person(person) => Some(Action::AddPersonToTeam { team: team.clone(), person, role }),
                AccountId::ServiceAccount(service_account) => {
                    Some(Action::AddServiceAccountToTeam { team: team.clone(), service_account })
                }
            })
            .collect();
        workspace.dispatch(&founder, &joining, ago(87))?;
    }

    for plan in &REGISTRIES {
        let (.., creator, days) = plan;
        let creator = workspace.organization().and_then(|organization| organization.account_named(creator));
        let creator = creator.unwrap_or_else(|| founder.clone());
        workspace.dispatch(&creator, &[Action::CreateRegistry(parsed(|| new_registry(plan)))], ago(*days))?;
    }
    Ok(founder)
}

fn founding() -> Result<Founding, TextFault> {
    let (name, username) = FOUNDER;
    Ok(Founding {
        organization: OrganizationName::parse("Lighthouse Labs")?,
        name: PersonName::parse(name)?,
        username: AccountName::parse(username)?,
        email: address(username)?,
    })
}

fn new_person((name, username, role): &(&str, &str, OrganizationRole)) -> Result<NewPerson, TextFault> {
    Ok(NewPerson {
        name: PersonName::parse(name)?,
        username: AccountName::parse(username)?,
        email: address(username)?,
        role: *role,
    })
}

fn new_registry((name, description, visibility, types, ..): &RegistryPlan) -> Result<NewRegistry, TextFault> {
    let types: Result<Vec<_>, _> = types.iter().map(|name| ArtifactType::parse(name)).collect();
    Ok(NewRegistry {
        name: RegistryName::parse(name)?,
        description: Description::parse(description)?,
        visibility: *visibility,
        accepts: AcceptedTypes::specify(types?).unwrap_or_else(|_| AcceptedTypes::all()),
    })
}

fn address(username: &str) -> Result<Email, TextFault> {
    Email::parse(&format!("{username}@lighthouse.example"))
}

/// A value made of the constants above.
#[expect(clippy::panic, reason = "the texts are constants of this file, and a test parses every one of them")]
fn parsed<T>(make: impl FnOnce() -> Result<T, TextFault>) -> T {
    match make() {
        Ok(value) => value,
        Err(fault) => panic!("a text of the demo organization: {fault:?}"),
    }
}
