//! The demo organization, made of ordinary intents. It has the same ids, names in addresses, roles and times in every browser
//! and in every language: only the names and texts that are shown differ.

mod text;

mod catalog;

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Description, Email, Founding, NewPerson, NewRegistry,
    OrganizationName, OrganizationRole, PersonAction, PersonName, RegistryAction, RegistryId, RegistryName, Role,
    ServiceAccountAction, TeamAction, TeamId, TeamRole, TextFault, Visibility,
};
use journal::{KeyValue, WorkspaceKey, Writer};

use workspace::{DispatchError, RecordInfo, Scenario, Setup, Site, Via, Workspace};

pub use self::text::Language;
use self::text::Text;

const HOUR: i64 = 60 * 60 * 1000;

const DAY: i64 = 24 * HOUR;

/// The moment from which the times of the demo are counted back, 28 November 2026 in UTC milliseconds. It belongs to the
/// release, so that the demo has the same times in every browser.
pub const RELEASED_AT: i64 = 1_795_824_000_000;

/// The author of all records of the demo, `0000demqrg`, so that their ids are the same in every browser. Nothing uses it
/// afterwards. What is added later has higher ids, as in any organization: random authors do not begin with zeros.
pub const WRITER: Writer = Writer::from_random([0x00, 0x00, 0x06, 0xba, 0x97, 0xc4, 0x00, 0x00]);

/// The founder's username. The founder is the first acting account.
const FOUNDER: &str = "ada.okafor";

/// Username and organization role. The email address is the username at the organization's domain.
const PEOPLE: [(&str, OrganizationRole); 11] = [
    ("jiwoo.han", OrganizationRole::Admin),
    ("mina.park", OrganizationRole::Member),
    ("seojun.kim", OrganizationRole::Member),
    ("priya.raman", OrganizationRole::Viewer),
    ("tomasz.zielinski", OrganizationRole::Member),
    ("yuki.tanaka", OrganizationRole::Member),
    ("lucia.fernandez", OrganizationRole::Member),
    ("omar.haddad", OrganizationRole::Member),
    ("sofia.lindqvist", OrganizationRole::Viewer),
    ("chidi.eze", OrganizationRole::Member),
    ("noa.levi", OrganizationRole::Viewer),
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
        visibility: Visibility::Organization,
        types: &["dataset", "benchmark"],
        creator: "mina.park",
        days_ago: 47,
        members: &[("nightly-eval", Role::Member), ("language", Role::Member)],
    },
    RegistryPlan {
        name: "Safety_Reviews",
        visibility: Visibility::Restricted,
        types: &["model", "report"],
        creator: "jiwoo.han",
        days_ago: 33,
        members: &[("platform", Role::Viewer), ("seojun.kim", Role::Member)],
    },
    RegistryPlan {
        name: "Vision Checkpoints",
        visibility: Visibility::Restricted,
        types: &["checkpoint"],
        creator: "yuki.tanaka",
        days_ago: 19,
        members: &[("vision", Role::Viewer)],
    },
    RegistryPlan {
        name: "음성 데이터셋",
        visibility: Visibility::Organization,
        types: &["dataset"],
        creator: "seojun.kim",
        days_ago: 12,
        members: &[("lucia.fernandez", Role::Member)],
    },
    RegistryPlan {
        name: "Playground",
        visibility: Visibility::Organization,
        types: &[],
        creator: "yuki.tanaka",
        days_ago: 5,
        members: &[],
    },
];

/// The demo organization in a language as a scenario, the first one that everybody has. It is made in `memory`, an empty
/// storage.
///
/// # Errors
/// [`DispatchError`] if the storage refuses to keep it, as the page's storage does after a crash.
#[expect(clippy::expect_used, reason = "nothing in it comes from outside, and a test makes it in both languages")]
pub fn scenario<S: KeyValue + Clone>(language: Language, memory: S) -> Result<Scenario, DispatchError> {
    let text = Text::of(language);
    let site = Site::new(memory, "/");
    let key = WorkspaceKey::from(WRITER.token());
    let mut workspace = Workspace::open(&site, key, WRITER).expect("storage in memory opens");
    fill(&mut workspace, language)?;
    let setup = Setup {
        id: WRITER.to_string(),
        name: text.name.to_owned(),
        text: String::new(),
        acting: FOUNDER.to_owned(),
        page: String::new(),
        walkthrough: false,
    };
    Ok(Scenario::of(&workspace, setup).expect("the demo is an organization"))
}

/// Fills an empty workspace with the demo organization in a language, and returns the founder. For the ids that it has
/// everywhere, the workspace is opened with the demo's [`WRITER`].
///
/// # Errors
/// [`DispatchError`] if the storage fails. The workspace is incomplete then, and must not become current.
pub fn fill<S: KeyValue + Clone>(workspace: &mut Workspace<S>, language: Language) -> Result<AccountId, DispatchError> {
    let text = Text::of(language);
    let ago = |days: i64| RecordInfo { at: RELEASED_AT - days * DAY, via: Via::Demo };
    let founding = parsed(|| founding(text));
    let founder = workspace.found(&founding, ago(90))?;

    let people = PEOPLE.iter().zip(text.people);
    let people: Vec<Action> =
        people.map(|(person, name)| Action::Person(PersonAction::Add(parsed(|| new_person(person, name))))).collect();
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

    for (plan, description) in REGISTRIES.iter().zip(text.descriptions) {
        let creator = workspace.organization().and_then(|organization| organization.account_named(plan.creator));
        let creator = creator.unwrap_or_else(|| founder.clone());
        let registry = RegistryId(workspace.makes_next(0));
        let mut actions = vec![Action::Registry(RegistryAction::Create(parsed(|| new_registry(plan, description))))];
        let organization = workspace.organization();
        actions.extend(plan.members.iter().filter_map(|(name, role)| {
            let member = organization?.grantee_named(name)?;
            Some(Action::Registry(RegistryAction::AddMember { registry: registry.clone(), member, role: *role }))
        }));
        workspace.dispatch(&creator, &actions, ago(plan.days_ago))?;
    }
    catalog::fill(workspace, language, |hours| RecordInfo { at: RELEASED_AT - hours * HOUR, via: Via::Demo })?;
    Ok(founder)
}

fn founding(text: &Text) -> Result<Founding, TextFault> {
    Ok(Founding {
        organization: OrganizationName::parse(text.organization)?,
        name: PersonName::parse(text.founder)?,
        username: AccountName::parse(FOUNDER)?,
        email: address(FOUNDER)?,
    })
}

fn new_person((username, role): &(&str, OrganizationRole), name: &str) -> Result<NewPerson, TextFault> {
    Ok(NewPerson {
        name: PersonName::parse(name)?,
        username: AccountName::parse(username)?,
        email: address(username)?,
        role: *role,
    })
}

fn new_registry(plan: &RegistryPlan, description: &str) -> Result<NewRegistry, TextFault> {
    let types: Result<Vec<_>, _> = plan.types.iter().map(|name| ArtifactType::parse(name)).collect();
    Ok(NewRegistry {
        name: RegistryName::parse(plan.name)?,
        description: Description::parse(description)?,
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
