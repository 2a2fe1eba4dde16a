//! The demo organization, made of ordinary intents.

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Description, Email, Founding, NewPerson, NewRegistry,
    OrganizationName, OrganizationRole, PersonAction, PersonName, RegistryAction, RegistryId, RegistryName, Role,
    ServiceAccountAction, TeamAction, TeamId, TeamRole, TextFault, Visibility,
};
use journal::KeyValue;

use workspace::{DispatchError, Occasion, Via, Workspace};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The founder's name and username. The founder is the first acting account.
const FOUNDER: (&str, &str) = ("Ada Okafor", "ada.okafor");

/// Name, username and organization role. The email address is the username at the organization's domain.
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

/// The team's name, its people with their team roles, and its service accounts.
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

/// A registry and its listed members besides the creator.
struct RegistryPlan {
    name: &'static str,
    description: &'static str,
    visibility: Visibility,
    /// The accepted types. An empty list means all types.
    types: &'static [&'static str],
    creator: &'static str,
    days_ago: i64,
    members: &'static [(&'static str, Role)],
}

const REGISTRIES: [RegistryPlan; 6] = [
    RegistryPlan {
        name: "Production_Models",
        description: "What serves traffic today. Only versions that passed the release review are linked here.",
        visibility: Visibility::Organization,
        types: &["model"],
        creator: "tomasz.zielinski",
        days_ago: 61,
        members: &[
            ("mina.park", Role::Member),
            ("omar.haddad", Role::Viewer),
            ("sofia.lindqvist", Role::RestrictedViewer),
            ("platform", Role::Member),
        ],
    },
    RegistryPlan {
        name: "Evaluation Sets",
        description: "Frozen test sets and benchmarks. A number in a report names the version that it was measured on.",
        visibility: Visibility::Organization,
        types: &["dataset", "benchmark"],
        creator: "mina.park",
        days_ago: 47,
        members: &[("nightly-eval", Role::Member), ("language", Role::Member)],
    },
    RegistryPlan {
        name: "Safety_Reviews",
        description: "Red-team findings and the models that they are about.",
        visibility: Visibility::Restricted,
        types: &["model", "report"],
        creator: "jiwoo.han",
        days_ago: 33,
        members: &[("platform", Role::Viewer), ("seojun.kim", Role::Member)],
    },
    RegistryPlan {
        name: "Vision Checkpoints",
        description: "Training checkpoints of the vision team, kept for thirty days.",
        visibility: Visibility::Restricted,
        types: &["checkpoint"],
        creator: "yuki.tanaka",
        days_ago: 19,
        members: &[("vision", Role::Viewer)],
    },
    RegistryPlan {
        name: "음성 데이터셋",
        description: "한국어 음성 인식 학습에 쓰는 녹음과 전사 자료입니다.",
        visibility: Visibility::Organization,
        types: &["dataset"],
        creator: "seojun.kim",
        days_ago: 12,
        members: &[("lucia.fernandez", Role::Member)],
    },
    RegistryPlan {
        name: "Playground",
        description: "Try things out. Nothing here is depended upon.",
        visibility: Visibility::Organization,
        types: &[],
        creator: "yuki.tanaka",
        days_ago: 5,
        members: &[],
    },
];

/// Fills an empty workspace with the demo organization, and returns the founder. The times of the actions lie in the days
/// before `now` (UTC milliseconds).
///
/// # Errors
/// [`DispatchError`] if the storage fails. The workspace is incomplete then, and must not become current.
pub fn fill<S: KeyValue + Clone>(workspace: &mut Workspace<S>, now: i64) -> Result<AccountId, DispatchError> {
    let ago = |days: i64| Occasion { at: now - days * DAY, via: Via::Demo };
    let founding = parsed(founding);
    let founder = workspace.found(&founding, ago(90))?;

    let people: Vec<Action> =
        PEOPLE.iter().map(|person| Action::Person(PersonAction::Add(parsed(|| new_person(person))))).collect();
    workspace.dispatch(&founder, &people, ago(89))?;

    let names = SERVICE_ACCOUNTS
        .map(|name| Action::ServiceAccount(ServiceAccountAction::Add(parsed(|| AccountName::parse(name)))));
    workspace.dispatch(&founder, &names, ago(88))?;

    for (name, people, service_accounts) in TEAMS {
        let receipt = workspace.dispatch(
            &founder,
            &[Action::Team(TeamAction::Add(parsed(|| AccountName::parse(name))))],
            ago(87),
        )?;
        let team = TeamId(receipt.made(0));
        let joining = people
            .iter()
            .map(|(name, role)| (*name, *role))
            .chain(service_accounts.iter().map(|name| (*name, TeamRole::Member)));
        let joining: Vec<Action> = joining
            .filter_map(|(name, role)| match workspace.organization()?.account_named(name)? {
                AccountId::Person(person) => {
                    Some(Action::Team(TeamAction::AddPerson { team: team.clone(), person, role }))
                }
                AccountId::ServiceAccount(service_account) => {
                    Some(Action::Team(TeamAction::AddServiceAccount { team: team.clone(), service_account }))
                }
            })
            .collect();
        workspace.dispatch(&founder, &joining, ago(87))?;
    }

    for plan in &REGISTRIES {
        let creator = workspace.organization().and_then(|organization| organization.account_named(plan.creator));
        let creator = creator.unwrap_or_else(|| founder.clone());
        let registry = RegistryId(workspace.makes_next(0));
        let mut actions = vec![Action::Registry(RegistryAction::Create(parsed(|| new_registry(plan))))];
        let organization = workspace.organization();
        actions.extend(plan.members.iter().filter_map(|(name, role)| {
            let member = organization?.grantee_named(name)?;
            Some(Action::Registry(RegistryAction::AddMember { registry: registry.clone(), member, role: *role }))
        }));
        workspace.dispatch(&creator, &actions, ago(plan.days_ago))?;
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

fn new_registry(plan: &RegistryPlan) -> Result<NewRegistry, TextFault> {
    let types: Result<Vec<_>, _> = plan.types.iter().map(|name| ArtifactType::parse(name)).collect();
    Ok(NewRegistry {
        name: RegistryName::parse(plan.name)?,
        description: Description::parse(plan.description)?,
        visibility: plan.visibility,
        accepts: AcceptedTypes::specify(types?).unwrap_or_else(|_| AcceptedTypes::all()),
    })
}

fn address(username: &str) -> Result<Email, TextFault> {
    Email::parse(&format!("{username}@lighthouse.example"))
}

/// A value from the constants above.
#[expect(clippy::panic, reason = "the texts are constants of this file, and a test parses all of them")]
fn parsed<T>(make: impl FnOnce() -> Result<T, TextFault>) -> T {
    make().unwrap_or_else(|_| panic!("a text of the demo organization is none"))
}
