//! Shared helpers: an organization that imports files like the app.

use domain::{
    AcceptedTypes, AccountId, AccountName, Description, Email, Founding, Id, NewRegistry, Organization, PersonId,
    PersonName, RegistryAction, RegistryId, RegistryName, Role, View, Visibility, carry_out, found_organization,
    replay,
};
use interchange::directory::{Choices, Column, Fault, Mapping, Plan, Planner, Reason, Table, write};
use interchange::encoding::{NotText, decode};
use test_support::builders::founding;
pub use test_support::properties::property_config;

/// The plan of a file with everything guessed and nothing chosen.
pub fn read(bytes: &[u8], view: &View) -> Result<Plan, NotText> {
    let decoded = decode(bytes, None)?;
    let table = Table::read(&decoded.text);
    Ok(Planner::new(&table, &table.guess(), &Choices::default(), view).finish())
}

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
            name: PersonName::parse(name).unwrap(),
            username: AccountName::parse(username).unwrap(),
            email: Email::parse(email).unwrap(),
            ..founding("Lumen Labs")
        };
        let id = Id::new("r0", 0);
        Self {
            organization: found_organization(&founding, id.clone(), 0),
            founder: AccountId::Person(PersonId(id)),
            records: 0,
        }
    }

    /// An organization with the imported content of a file.
    #[track_caller]
    pub fn with(file: impl AsRef<[u8]>) -> Self {
        let mut world = Self::new();
        world.import(file);
        world
    }

    pub fn view(&self) -> View {
        self.organization.view_for(&self.founder).unwrap()
    }

    /// The plan of a file with everything guessed, faulty or not.
    pub fn read(&self, file: impl AsRef<[u8]>) -> Plan {
        read(file.as_ref(), &self.view()).unwrap()
    }

    /// The plan of a file with choices.
    pub fn choose(&self, file: impl AsRef<[u8]>, choices: &Choices) -> Plan {
        self.choose_mapped(file, |_| (), choices)
    }

    pub fn choose_mapped(&self, file: impl AsRef<[u8]>, map: impl Fn(&mut Mapping), choices: &Choices) -> Plan {
        let decoded = decode(file.as_ref(), None).unwrap();
        let table = Table::read(&decoded.text);
        let mut mapping = table.guess();
        map(&mut mapping);
        let view = self.view();
        let mut planner = Planner::new(&table, &mapping, choices, &view);
        while !planner.step(3) {}
        planner.finish()
    }

    /// The plan of a file without faults.
    #[track_caller]
    pub fn plan(&self, file: impl AsRef<[u8]>) -> Plan {
        let plan = self.read(file);
        let faults: Vec<_> = plan.rows.iter().flat_map(|row| &row.faults).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        plan
    }

    pub fn write(&self) -> String {
        write(&self.view())
    }

    /// Imports a file in one reviewed intent.
    #[track_caller]
    pub fn import(&mut self, file: impl AsRef<[u8]>) -> Plan {
        let plan = self.plan(file);
        self.carry_out(&plan, true);
        plan
    }

    /// Imports a file in one intent, with names as they are.
    #[track_caller]
    pub fn import_all(&mut self, file: impl AsRef<[u8]>) {
        let plan = self.choose(file, &Choices { keeps_doubtful_names: true, ..Choices::default() });
        let faults = faults(&plan);
        assert!(faults.is_empty(), "{faults:#?}");
        self.carry_out(&plan, true);
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

/// The line, the column and the reason of a fault.
pub type Found = (usize, Option<Column>, Reason);

/// A fault in a column.
pub fn at(line: usize, column: Column, reason: Reason) -> Found {
    (line, Some(column), reason)
}

/// A fault of a line.
pub fn whole(line: usize, reason: Reason) -> Found {
    (line, None, reason)
}

/// Checks the faults of a file in an organization of Ada only.
#[track_caller]
pub fn check_faults(file: &str, expected: &[Found]) {
    check_faults_in(&World::new(), file, expected);
}

#[track_caller]
pub fn check_faults_in(world: &World, file: &str, expected: &[Found]) {
    let plan = world.read(file);
    let faults: Vec<Found> = faults(&plan).into_iter().map(|fault| (fault.line, fault.column, fault.reason)).collect();
    assert_eq!(faults, expected, "{file}");
}

/// All faults of a plan.
pub fn faults(plan: &Plan) -> Vec<Fault> {
    plan.rows.iter().flat_map(|row| row.faults.clone()).collect()
}
