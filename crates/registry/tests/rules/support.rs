//! What the tests share: an organization that grows by reviewed actions, and short names for parsed texts.

use proptest::test_runner::Config;
use registry::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Context, Description, Email, Founding, Id, NewPerson,
    NewRegistry, Organization, OrganizationName, OrganizationRole, PersonId, PersonName, Refusal, Registry, RegistryId,
    RegistryName, ServiceAccountId, TeamId, TeamRole, View, Visibility, apply, found, review,
};

/// An organization in which everything is done the way it is done in the app: reviewed, then applied.
pub struct World {
    pub organization: Organization,
    /// The founder, an Admin of the organization.
    pub founder: AccountId,
    made: usize,
}

impl World {
    pub fn new() -> Self {
        let id = Id::new("r000", 0);
        Self { organization: found(&founding(), id.clone(), 1_000), founder: AccountId::Person(PersonId(id)), made: 0 }
    }

    /// Does something, and answers with the id of what it made. Ids sort in the order in which they are made.
    pub fn act(&mut self, actor: &AccountId, action: &Action) -> Result<Id, Refusal> {
        review(&self.organization, actor, action)?;
        self.made += 1;
        let id = Id::new(&format!("r{:03}", self.made), 0);
        let context = Context { id: id.clone(), at: self.now(), by: actor.clone() };
        apply(&mut self.organization, action, context);
        Ok(id)
    }

    /// When the last thing was done.
    pub fn now(&self) -> i64 {
        1_000 + i64::try_from(self.made).unwrap()
    }

    fn by_founder(&mut self, action: &Action) -> Id {
        self.act(&self.founder.clone(), action).unwrap()
    }

    pub fn person(&mut self, username: &str, role: OrganizationRole) -> AccountId {
        AccountId::Person(PersonId(self.by_founder(&Action::AddPerson(new_person(username, role)))))
    }

    pub fn service_account(&mut self, name: &str) -> AccountId {
        AccountId::ServiceAccount(ServiceAccountId(self.by_founder(&Action::AddServiceAccount(account_name(name)))))
    }

    pub fn team(&mut self, name: &str) -> TeamId {
        TeamId(self.by_founder(&Action::AddTeam(account_name(name))))
    }

    pub fn join(&mut self, team: &TeamId, account: &AccountId, role: TeamRole) {
        self.by_founder(&joining(team, account, role));
    }

    pub fn create(&mut self, creator: &AccountId, new: NewRegistry) -> RegistryId {
        RegistryId(self.act(creator, &Action::CreateRegistry(new)).unwrap())
    }

    pub fn registry(&self, id: &RegistryId) -> &Registry {
        self.organization.registry(id).unwrap()
    }

    pub fn view(&self, account: &AccountId) -> View {
        self.organization.seen_by(account).unwrap()
    }
}

pub fn founding() -> Founding {
    Founding {
        organization: OrganizationName::parse("Lighthouse").unwrap(),
        name: PersonName::parse("Ada Okafor").unwrap(),
        username: account_name("ada"),
        email: Email::parse("ada@lighthouse.example").unwrap(),
    }
}

pub fn new_person(username: &str, role: OrganizationRole) -> NewPerson {
    NewPerson {
        name: PersonName::parse(username).unwrap(),
        username: account_name(username),
        email: Email::parse(&format!("{username}@lighthouse.example")).unwrap(),
        role,
    }
}

pub fn joining(team: &TeamId, account: &AccountId, role: TeamRole) -> Action {
    let team = team.clone();
    match account.clone() {
        AccountId::Person(person) => Action::AddPersonToTeam { team, person, role },
        AccountId::ServiceAccount(service_account) => Action::AddServiceAccountToTeam { team, service_account },
    }
}

/// A registry of that name that accepts all types.
pub fn new_registry(name: &str, visibility: Visibility) -> NewRegistry {
    NewRegistry {
        name: RegistryName::parse(name).unwrap(),
        description: Description::none(),
        visibility,
        accepts: AcceptedTypes::all(),
    }
}

pub fn account_name(text: &str) -> AccountName {
    AccountName::parse(text).unwrap()
}

pub fn artifact_type(text: &str) -> ArtifactType {
    ArtifactType::parse(text).unwrap()
}

pub fn types<const N: usize>(texts: [&str; N]) -> AcceptedTypes {
    AcceptedTypes::specify(texts.map(artifact_type)).unwrap()
}

pub fn person_id(account: &AccountId) -> PersonId {
    match account {
        AccountId::Person(id) => id.clone(),
        AccountId::ServiceAccount(_) => panic!("{account:?} is no person"),
    }
}

/// So many cases of a property, unless `PROPTEST_CASES` says otherwise.
pub fn cases(default: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(default),
        failure_persistence: None,
        ..Config::default()
    }
}
