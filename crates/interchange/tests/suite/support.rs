//! Shared helpers: an organization that imports files like the app.

use domain::{
    AcceptedTypes, AccountId, AccountName, Description, Email, Founding, Id, NewRegistry, Organization,
    OrganizationName, PersonId, PersonName, RegistryAction, RegistryId, RegistryName, Role, View, Visibility,
    carry_out, found_organization, replay,
};
use interchange::directory::{Column, Fault, Faults, Plan, Reason, read, write};
use proptest::test_runner::Config;

/// An organization and its founder, the acting account of imports.
pub struct World {
    organization: Organization,
    founder: AccountId,
    records: usize,
}

impl World {
    /// An organization of Ada only, an Admin.
    pub fn new() -> Self {
        Self::founded_by("Ada", "ada", "ada@example.com")
    }

    pub fn founded_by(name: &str, username: &str, email: &str) -> Self {
        let founding = Founding {
            organization: OrganizationName::parse("Lumen Labs").unwrap(),
            name: PersonName::parse(name).unwrap(),
            username: AccountName::parse(username).unwrap(),
            email: Email::parse(email).unwrap(),
        };
        let id = Id::new("r0", 0);
        Self {
            organization: found_organization(&founding, id.clone(), 0),
            founder: AccountId::Person(PersonId(id)),
            records: 0,
        }
    }

    /// An organization with the imported content of a file.
    pub fn with(file: &str) -> Self {
        let mut world = Self::new();
        world.import(file);
        world
    }

    pub fn view(&self) -> View {
        self.organization.seen_by(&self.founder).unwrap()
    }

    pub fn read(&self, file: &str) -> Result<Plan, Faults> {
        read(file.as_bytes(), &self.view())
    }

    pub fn plan(&self, file: &str) -> Plan {
        self.read(file).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    pub fn write(&self) -> String {
        write(&self.view())
    }

    /// Imports a file in one reviewed intent.
    pub fn import(&mut self, file: &str) -> Plan {
        let plan = self.plan(file);
        self.carry_out(&plan, true);
        plan
    }

    /// Applies a plan. Without a review it is fast enough for thousands of lines.
    pub fn carry_out(&mut self, plan: &Plan, reviewed: bool) {
        self.records += 1;
        let record = format!("r{}", self.records);
        let actions = plan.actions(|position| Id::new(&record, position));
        if reviewed {
            self.organization = carry_out(&self.organization, &self.founder, &actions, &record, 0).unwrap();
        } else {
            replay(&mut self.organization, &self.founder, &actions, &record, 0);
        }
    }

    /// Creates a registry as the founder.
    pub fn create_registry(&mut self, name: &str, visibility: Visibility) -> RegistryId {
        self.create(name, visibility).unwrap()
    }

    /// Creates a restricted registry as the founder, unless its name is refused.
    pub fn try_to_create_registry(&mut self, name: &str) {
        let _ = self.create(name, Visibility::Restricted);
    }

    fn create(&mut self, name: &str, visibility: Visibility) -> Option<RegistryId> {
        let new = NewRegistry {
            name: RegistryName::parse(name).ok()?,
            description: Description::parse("").ok()?,
            visibility,
            accepts: AcceptedTypes::all(),
        };
        self.act(RegistryAction::Create(new))
    }

    /// Lists a member in a registry as the founder.
    pub fn list(&mut self, registry: &RegistryId, member: &str, role: Role) {
        let member = self.view().grantee_named(member).unwrap();
        self.act(RegistryAction::AddMember { registry: registry.clone(), member, role }).unwrap();
    }

    /// Carries out an action as the founder, and returns the id of a registry that it creates.
    fn act(&mut self, action: RegistryAction) -> Option<RegistryId> {
        self.records += 1;
        let record = format!("r{}", self.records);
        self.organization = carry_out(&self.organization, &self.founder, &[action.into()], &record, 0).ok()?;
        Some(RegistryId(Id::new(&record, 0)))
    }

    /// The written lines of the directory, without the header.
    pub fn lines(&self) -> Vec<String> {
        self.write().lines().skip(1).map(str::to_owned).collect()
    }
}

/// The configuration of property tests. Failures become ordinary tests, so they are not stored in a file.
pub fn cases() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(200),
        failure_persistence: None,
        ..Config::default()
    }
}

/// A fault in a column.
pub fn at(line: usize, column: Column, reason: Reason) -> Fault {
    Fault { line, column: Some(column), reason }
}

/// A fault of a line, or of the whole file if `line` is 0.
pub fn whole(line: usize, reason: Reason) -> Fault {
    Fault { line, column: None, reason }
}

/// Checks the faults of a file in an organization of Ada only.
#[track_caller]
pub fn check_faults(file: &str, expected: &[Fault]) {
    check_faults_in(&World::new(), file, expected);
}

#[track_caller]
pub fn check_faults_in(world: &World, file: &str, expected: &[Fault]) {
    let faults = world.read(file).unwrap_err();
    assert_eq!((faults.listed.as_slice(), faults.more), (expected, 0), "{file}");
}
