//! What the tests of the directory share: an organization into which files are imported the way the app does it.

use domain::{
    AccountId, AccountName, Email, Founding, Id, Organization, OrganizationName, PersonId, PersonName, View, carry_out,
    found_organization, replay,
};
use interchange::directory::{Column, Fault, Faults, Plan, Reason, read, write};
use proptest::test_runner::Config;

/// An organization, and its founder, who imports.
pub struct World {
    organization: Organization,
    founder: AccountId,
    records: usize,
}

impl World {
    /// Only Ada is there, an Admin.
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

    /// What was read into it.
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

    /// Imports a file in one intent; each of its actions is reviewed.
    pub fn import(&mut self, file: &str) -> Plan {
        let plan = self.plan(file);
        self.carry_out(&plan, true);
        plan
    }

    /// Carries a plan out. The review compares each name with all others, so thousands of lines do without it.
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

    /// What is in the directory, a line each, as it is written, without mark and header.
    pub fn lines(&self) -> Vec<String> {
        self.write().lines().skip(1).map(str::to_owned).collect()
    }
}

/// How many cases a property test tries. What failed becomes a test of its own, so nothing is kept in a file.
pub fn cases() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(200),
        failure_persistence: None,
        ..Config::default()
    }
}

/// A fault in a column.
pub fn at(line: usize, column: Column, what: Reason) -> Fault {
    Fault { line, column: Some(column), what }
}

/// A fault of a line, or of the whole file if that is 0.
pub fn whole(line: usize, what: Reason) -> Fault {
    Fault { line, column: None, what }
}

/// What is wrong with a file, beside an organization in which Ada is alone.
#[track_caller]
pub fn check_faults(file: &str, expected: &[Fault]) {
    check_faults_in(&World::new(), file, expected);
}

#[track_caller]
pub fn check_faults_in(world: &World, file: &str, expected: &[Fault]) {
    let faults = world.read(file).unwrap_err();
    assert_eq!((faults.listed.as_slice(), faults.more), (expected, 0), "{file}");
}
