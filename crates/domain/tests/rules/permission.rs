//! Permissions in the organization, in a golden table with every kind of account.

use domain::{
    AccountId, Action, DenialReason, OrganizationRole, Permission, PersonAction, PersonId, Refusal, RegistryAction,
    TeamId, TeamRole, Verdict, Visibility,
};

use crate::support::{World, join_team, new_person, new_registry, person_id};

const ORGANIZATION_ROLES: [OrganizationRole; 3] =
    [OrganizationRole::Viewer, OrganizationRole::Member, OrganizationRole::Admin];
const TEAM_ROLES: [Option<TeamRole>; 4] = [None, Some(TeamRole::Viewer), Some(TeamRole::Member), Some(TeamRole::Admin)];

/// An organization with an account of every kind, and their labels in the table.
struct Fixture {
    world: World,
    team: TeamId,
    /// A team without members.
    empty: TeamId,
    accounts: Vec<(String, AccountId)>,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let (team, empty) = (world.team("platform"), world.team("empty"));
        let mut accounts = Vec::new();
        for role in ORGANIZATION_ROLES {
            for team_role in TEAM_ROLES {
                let in_team = team_role.map_or("no team".to_owned(), |role| format!("team {role:?}"));
                let account = world.person(&format!("{role:?}.{}", in_team.replace(' ', ".")), role);
                if let Some(team_role) = team_role {
                    world.join_team(&team, &account, team_role);
                }
                accounts.push((format!("{role:?}, {in_team}"), account));
            }
        }
        for in_team in [false, true] {
            let account = world.service_account(if in_team { "robot" } else { "loner" });
            if in_team {
                world.join_team(&team, &account, TeamRole::Admin);
            }
            accounts.push((format!("service account, {}", if in_team { "in team" } else { "no team" }), account));
        }
        Self { world, team, empty, accounts }
    }

    fn permissions(&self) -> [Permission; 4] {
        [
            Permission::CreateRegistry,
            Permission::ManageDirectory,
            Permission::ManageTeam(self.team.clone()),
            Permission::ManageTeam(self.empty.clone()),
        ]
    }

    /// An action that requires the permission.
    fn attempt(&self, permission: &Permission) -> Action {
        match permission {
            Permission::CreateRegistry => {
                Action::Registry(RegistryAction::Create(new_registry("Speech", Visibility::Restricted)))
            }
            Permission::ManageDirectory => {
                Action::Person(PersonAction::Add(new_person("newcomer", OrganizationRole::Admin)))
            }
            Permission::ManageTeam(team) => join_team(team, &self.world.founder, TeamRole::Viewer),
            other => panic!("{other:?} has a table of its own"),
        }
    }

    fn table(&self) -> String {
        let mut table = format!(
            "{:<26} | {:<18} | {:<20} | {:<15} | another team\n",
            "account", "create a registry", "manage the directory", "manage its team"
        );
        for (label, account) in &self.accounts {
            let [create, directory, team, empty] =
                self.permissions().map(|permission| match self.world.organization.may(account, &permission) {
                    Verdict::Granted => "yes".to_owned(),
                    Verdict::Denied(denial) => format!("{:?}", denial.reason),
                });
            table += &format!("{label:<26} | {create:<18} | {directory:<20} | {team:<15} | {empty}\n");
        }
        table
    }
}

#[test]
fn the_verdicts_match_the_golden_table() {
    assert_eq!(Fixture::new().table(), include_str!("golden/permissions.txt"));
}

#[test]
fn a_denial_names_the_permitted_people() {
    let fixture = Fixture::new();
    let organization = &fixture.world.organization;
    for permission in fixture.permissions() {
        let people = organization.people().map(|person| person.id.clone());
        let granted = |id: &PersonId| organization.may(&AccountId::Person(id.clone()), &permission).is_granted();
        let permitted: Vec<_> = people.filter(granted).collect();
        assert!(permitted.contains(&person_id(&fixture.world.founder)));
        for (label, account) in &fixture.accounts {
            if let Some(denial) = organization.may(account, &permission).denial() {
                assert_eq!((&denial.permission, &denial.permitted), (&permission, &permitted), "{label}");
            }
        }
    }
}

#[test]
fn the_verdict_that_disables_a_control_refuses_the_action() {
    let fixture = Fixture::new();
    for permission in fixture.permissions() {
        let action = fixture.attempt(&permission);
        for (label, account) in &fixture.accounts {
            let verdict = fixture.world.organization.may(account, &permission);
            let expected = match verdict.clone() {
                Verdict::Granted => Ok(()),
                Verdict::Denied(denial) => Err(Refusal::Denied(denial)),
            };
            assert_eq!(domain::review(&fixture.world.organization, account, &action), expected, "{label}: {action:?}");
        }
    }
}

#[test]
fn the_view_carries_the_same_verdict() {
    let fixture = Fixture::new();
    for (label, account) in &fixture.accounts {
        let verdict = fixture.world.organization.may(account, &Permission::CreateRegistry);
        assert_eq!(fixture.world.view(account).may_create, verdict, "{label}");
    }
}

#[test]
fn a_viewer_of_the_organization_cannot_create_a_registry() {
    let mut world = World::new();
    let viewer = world.person("noa", OrganizationRole::Viewer);
    let verdict = world.organization.may(&viewer, &Permission::CreateRegistry);
    assert_eq!(verdict.denial().map(|denial| denial.reason), Some(DenialReason::OrganizationViewer));
}

#[test]
fn the_administrator_of_any_team_can_create_a_registry() {
    let mut world = World::new();
    let viewer = world.person("priya", OrganizationRole::Viewer);
    let (one, other) = (world.team("one"), world.team("other"));
    world.join_team(&one, &viewer, TeamRole::Viewer);
    assert!(!world.view(&viewer).may_create.is_granted());
    world.join_team(&other, &viewer, TeamRole::Admin);
    assert!(world.view(&viewer).may_create.is_granted());
}

#[test]
fn an_unknown_account_has_no_permission() {
    let world = World::new();
    let stranger = World::new().person("stranger", OrganizationRole::Admin);
    for permission in [Permission::CreateRegistry, Permission::ManageDirectory] {
        assert!(!world.organization.may(&stranger, &permission).is_granted());
    }
}
