//! Permissions in registries, in a golden table with every source of roles, and compared with the documentation's table.

use domain::{
    AccountId, Action, CoreRegistry, DefaultRole, DenialReason, Organization, OrganizationAction, OrganizationRole,
    PERMISSIONS, Permission, PermissionGroup, PersonId, Refusal, RegistryAction, RegistryId, RegistryPermission, Role,
    TeamRole, Verdict, Visibility,
};

use crate::support::*;

const ROLES: [(&str, Role); 4] =
    [("RV", Role::RestrictedViewer), ("V", Role::Viewer), ("M", Role::Member), ("A", Role::Admin)];

/// A registry, and an account for every source of roles.
struct Fixture {
    label: &'static str,
    world: World,
    registry: RegistryId,
    accounts: Vec<(String, AccountId)>,
}

impl Fixture {
    /// Creates a registry with this visibility, or uses a core registry.
    fn new(label: &'static str, visibility: Option<Visibility>, default_role: DefaultRole) -> Self {
        let mut world = World::new();
        let creator = world.person("creator", OrganizationRole::Member);
        let registry = match visibility {
            Some(visibility) => world.create_registry(&creator, new_registry("Speech", visibility)),
            None => {
                world.add_member(&CoreRegistry::Models.id(), &grantee(&creator), Role::Admin);
                CoreRegistry::Models.id()
            }
        };
        let mut accounts = vec![("not listed".to_owned(), world.person("nobody", OrganizationRole::Member))];
        for (short, role) in ROLES {
            let person = world.person(&format!("own.{short}"), OrganizationRole::Viewer);
            world.add_member(&registry, &grantee(&person), role);
            accounts.push((format!("{short} by row"), person));
        }
        accounts.push(("A, creator".to_owned(), creator));
        for (short, role) in ROLES {
            let person = world.person(&format!("through.{short}"), OrganizationRole::Viewer);
            let team = world.team_with(&format!("team.{short}"), &[&person]);
            world.add_member(&registry, &team_grantee(&team), role);
            accounts.push((format!("{short} by team"), person));
        }
        let team = world.team("elsewhere");
        for (label, listed) in [("team admin, RV", true), ("team admin", false)] {
            let lead = world.person(&format!("lead.{listed}"), OrganizationRole::Viewer);
            world.join_team(&team, &lead, TeamRole::Admin);
            if listed {
                world.add_member(&registry, &grantee(&lead), Role::RestrictedViewer);
            }
            accounts.push((label.to_owned(), lead));
        }
        accounts.push(("org. admin".to_owned(), world.person("boss", OrganizationRole::Admin)));
        accounts.push(("service".to_owned(), world.service_account("robot")));
        for (short, role) in [("M", Role::Member), ("A", Role::Admin)] {
            let robot = world.service_account(&format!("robot.{short}"));
            world.add_member(&registry, &grantee(&robot), role);
            accounts.push((format!("service, {short} row"), robot));
        }
        for (short, _) in ROLES {
            let robot = world.service_account(&format!("robot.through.{short}"));
            let team = world.organization.teams().find(|team| team.name.as_str() == format!("team.{short}")).unwrap();
            world.join_team(&team.id.clone(), &robot, TeamRole::Viewer);
            accounts.push((format!("service, {short} team"), robot));
        }
        world.apply_as_founder(&Action::Organization(OrganizationAction::SetDefaultRole(default_role)));
        Self { label, world, registry, accounts }
    }

    fn all() -> [Self; 4] {
        use DefaultRole::{RestrictedViewer, Viewer};
        [
            Self::new("A restricted registry", Some(Visibility::Restricted), RestrictedViewer),
            Self::new("An open registry", Some(Visibility::Organization), RestrictedViewer),
            Self::new("An open registry, by default everybody is a Viewer", Some(Visibility::Organization), Viewer),
            Self::new("A core registry", None, RestrictedViewer),
        ]
    }

    fn permission_in_registry(&self, permission: RegistryPermission) -> Permission {
        Permission::InRegistry(self.registry.clone(), permission)
    }

    fn verdict(&self, account: &AccountId, permission: RegistryPermission) -> Verdict {
        self.world.organization.may(account, &self.permission_in_registry(permission))
    }

    fn table(&self) -> String {
        let mut table = format!("{}\n\n", self.label);
        for line in 0..2 {
            table += &format!("{:24}", "");
            for (label, _) in &self.accounts {
                let words: Vec<&str> = label.splitn(2, ' ').collect();
                table += &format!(" | {:9}", words.get(line).unwrap_or(&""));
            }
            table += "\n";
        }
        for rule in &PERMISSIONS {
            table += &format!("{:24}", rule.code);
            for (_, account) in &self.accounts {
                table += &format!(" | {:9}", verdict_text(&self.verdict(account, rule.permission)));
            }
            table += "\n";
        }
        table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

fn verdict_text(verdict: &Verdict) -> &'static str {
    match verdict.denial().map(|denial| denial.reason) {
        None => "yes",
        Some(DenialReason::NoAccess) => "access",
        Some(DenialReason::CoreRegistry) => "core",
        Some(DenialReason::RoleTooLow { .. }) => "role",
        Some(DenialReason::NotCreator) => "creator",
        Some(other) => panic!("{other:?} is no answer about a registry"),
    }
}

const LEGEND: &str = "\
Who may do what in a registry. `yes`, or what stands against it: no `access`, a `core` registry, a `role` that is too
low, or another `creator`. RV, V, M, A: Restricted Viewer, Viewer, Member, Admin.
";

#[test]
fn the_verdicts_in_a_registry_match_the_golden_table() {
    let tables: String = Fixture::all().iter().map(|fixture| format!("\n{}", fixture.table())).collect();
    let found = format!("{LEGEND}{tables}");
    assert_eq!(found, include_str!("golden/registry_permissions.txt"), "\n{found}");
}

#[test]
fn a_view_lists_who_has_a_permission_in_the_registries_that_it_shows() {
    for fixture in Fixture::all() {
        let organization = &fixture.world.organization;
        let people = organization.people().map(|person| AccountId::Person(person.id.clone()));
        let robots = organization.service_accounts().map(|account| AccountId::ServiceAccount(account.id.clone()));
        let everybody: Vec<AccountId> = people.chain(robots).collect();
        for rule in &PERMISSIONS {
            let is_permitted = |account: &&AccountId| fixture.verdict(account, rule.permission).is_granted();
            let expected: Vec<AccountId> = everybody.iter().filter(is_permitted).cloned().collect();
            for (label, account) in &fixture.accounts {
                let view = fixture.world.view(account);
                let found = view.accounts_permitted_in(&fixture.registry, rule.permission);
                let is_hidden = view.registry(&fixture.registry).is_none();
                assert_eq!(found, if is_hidden { Vec::new() } else { expected.clone() }, "{}, {label}", rule.code);
            }
        }
    }
}

/// The documentation's table: permission, group and roles. `*` adds team administrators.
const DOCUMENTED: &str = "
    view_collection          read   RV V M A
    view_artifact            read   RV V M A
    search                   read   RV V M A
    view_settings            read   RV V M A
    use_artifact             read   -  V M A
    download_artifact        read   -  V M A
    view_files               read   -  V M A
    create_automation        create -  - M A
    notify                   create -  - M A
    create_collection        create -  - M A
    edit_collection          update -  - M A
    edit_artifact            update -  - M A
    tag_collection           update -  - M A
    tag_version              update -  - M A
    set_alias                update -  - M A
    link_artifact            update -  - M A
    edit_registry            update -  - M A
    set_protected_alias      update -  - - A
    manage_protected_aliases update -  - - A
    delete_collection        delete -  - M A
    delete_automation        delete -  - M A
    unlink_artifact          delete -  - M A
    edit_types               admin  -  - - A
    change_visibility        admin  -  - - A *
    add_members              admin  -  - - A
    change_roles             admin  -  - - A
    remove_members           admin  -  - - A
    make_owner               admin  -  - - A
";

/// Permissions that nobody has in a core registry.
const CUSTOM_ONLY: [&str; 4] = ["edit_registry", "change_visibility", "make_owner", "delete_registry"];

fn documented_permissions() -> Vec<(&'static str, &'static str, [bool; 4], bool)> {
    let lines = DOCUMENTED.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    lines
        .filter(|words| !words.is_empty())
        .map(|words| {
            let [code, group, roles @ ..] = words.as_slice() else { panic!("{words:?}") };
            let has = [0, 1, 2, 3].map(|place| roles.get(place) != Some(&"-"));
            (*code, *group, has, roles.get(4) == Some(&"*"))
        })
        .collect()
}

fn group(group: PermissionGroup) -> &'static str {
    match group {
        PermissionGroup::Read => "read",
        PermissionGroup::Create => "create",
        PermissionGroup::Update => "update",
        PermissionGroup::Delete => "delete",
        PermissionGroup::Admin => "admin",
    }
}

/// Looks up by the label of an account whether it has the permission.
fn granted(fixture: &Fixture, code: &str) -> impl Fn(&str) -> bool {
    let permission = RegistryPermission::from_code(code).unwrap();
    let granted: Vec<(String, bool)> = fixture
        .accounts
        .iter()
        .map(|(label, account)| (label.clone(), fixture.verdict(account, permission).is_granted()))
        .collect();
    move |label| granted.iter().find(|(known, _)| known == label).unwrap().1
}

#[test]
fn the_permissions_are_those_of_the_documentation_and_deletion() {
    let found: Vec<_> = PERMISSIONS.iter().map(|rule| (rule.code, group(rule.group))).collect();
    let mut expected: Vec<_> = documented_permissions().into_iter().map(|(code, group, ..)| (code, group)).collect();
    expected.push(("delete_registry", "admin"));
    assert_eq!(found, expected);
    for rule in &PERMISSIONS {
        assert_eq!(rule.permission.rule(), *rule);
        assert_eq!(RegistryPermission::from_code(rule.code), Some(rule.permission));
    }
    assert_eq!(RegistryPermission::from_code("burn_registry"), None);
}

#[test]
fn every_role_has_its_documented_permissions_from_every_source() {
    let [restricted, open, open_for_viewers, core] = Fixture::all();
    for (code, _, [rv, v, m, a], team_administrators) in documented_permissions() {
        for fixture in [&restricted, &open, &core] {
            let may = granted(fixture, code);
            let exists = fixture.label != core.label || !CUSTOM_ONLY.contains(&code);
            for (short, has) in [("RV", rv), ("V", v), ("M", m), ("A", a)] {
                assert_eq!(may(&format!("{short} by row")), has && exists, "{code}, {short}, {}", fixture.label);
                assert_eq!(may(&format!("{short} by team")), has && exists, "{code}, {short}, {}", fixture.label);
            }
            assert_eq!(may("org. admin"), exists, "{code}");
            assert_eq!(may("A, creator"), a && exists, "{code}");
            assert_eq!(may("team admin, RV"), (rv || team_administrators) && exists, "{code}");
            assert_eq!(may("service, M row"), m && exists, "{code}");
            assert_eq!(may("service, A row"), a && exists, "{code}");
        }
        // Unlisted people have no role in a restricted registry, and the default role in an open one.
        let (nothing, some, more) =
            (granted(&restricted, code), granted(&open, code), granted(&open_for_viewers, code));
        assert_eq!((nothing("not listed"), some("not listed"), more("not listed")), (false, rv, v), "{code}");
        assert_eq!((nothing("team admin"), some("team admin")), (false, rv || team_administrators), "{code}");
        // A service account is at most Member, in an open registry or through a team that is at least Member.
        assert_eq!((nothing("service"), some("service")), (false, m), "{code}");
        for (short, has) in [("RV", false), ("V", false), ("M", m), ("A", m)] {
            assert_eq!(nothing(&format!("service, {short} team")), has, "{code}, {short}");
            assert_eq!(some(&format!("service, {short} team")), m, "{code}, {short}");
        }
    }
}

#[test]
fn a_registry_is_deleted_by_its_creator_team_administrators_and_organization_admins() {
    let [restricted, open, _, core] = Fixture::all();
    for fixture in [&restricted, &open, &core] {
        let may = granted(fixture, "delete_registry");
        for (label, _) in &fixture.accounts {
            let expected = match label.as_str() {
                "A, creator" | "team admin, RV" | "org. admin" => fixture.label != core.label,
                "team admin" => fixture.label == open.label,
                _ => false,
            };
            assert_eq!(may(label), expected, "{label}, {}", fixture.label);
        }
    }
}

/// An action that requires the permission, if there is one.
fn attempt(fixture: &Fixture, permission: RegistryPermission) -> Option<Action> {
    let registry = &fixture.registry;
    let (_, listed) = fixture.accounts.get(1)?;
    let row = grantee(listed);
    Some(match permission {
        RegistryPermission::EditRegistry => describe(registry, "other words"),
        RegistryPermission::EditTypes => remove_type(registry, "model"),
        RegistryPermission::ChangeVisibility => set_visibility(registry, Visibility::Organization),
        RegistryPermission::AddMembers => add_member(registry, &grantee(&fixture.world.founder), Role::Viewer),
        RegistryPermission::ChangeRoles => set_member_role(registry, &row, Role::Viewer),
        RegistryPermission::RemoveMembers => remove_member(registry, &row),
        RegistryPermission::MakeOwner => set_owner(registry, listed),
        RegistryPermission::DeleteRegistry => Action::Registry(RegistryAction::Delete(registry.clone())),
        _ => return None,
    })
}

#[test]
fn the_verdict_that_disables_a_control_of_a_registry_refuses_the_action() {
    for fixture in Fixture::all() {
        for rule in &PERMISSIONS {
            let Some(action) = attempt(&fixture, rule.permission) else { continue };
            for (label, account) in &fixture.accounts {
                let answer = domain::review(&fixture.world.organization, account, &action);
                match fixture.verdict(account, rule.permission) {
                    Verdict::Granted => assert!(!matches!(answer, Err(Refusal::Denied(_))), "{label}: {answer:?}"),
                    Verdict::Denied(denial) if denial.reason == DenialReason::NoAccess => {
                        assert_eq!(answer, Err(Refusal::Missing(domain::Missing::Registry)), "{label}");
                    }
                    Verdict::Denied(denial) => assert_eq!(answer, Err(Refusal::Denied(denial)), "{label}"),
                }
            }
        }
    }
}

#[test]
fn a_denial_in_a_registry_names_the_permitted_people() {
    let people = |organization: &Organization| -> Vec<PersonId> {
        organization.people().map(|person| person.id.clone()).collect()
    };
    for fixture in Fixture::all() {
        for rule in &PERMISSIONS {
            let may = |id: &PersonId| fixture.verdict(&AccountId::Person(id.clone()), rule.permission).is_granted();
            let mut permitted = people(&fixture.world.organization);
            permitted.retain(may);
            for (label, account) in &fixture.accounts {
                if let Some(denial) = fixture.verdict(account, rule.permission).denial() {
                    assert_eq!(denial.permitted, permitted, "{}: {label}", rule.code);
                    assert_eq!(denial.permission, fixture.permission_in_registry(rule.permission));
                }
            }
        }
    }
}

#[test]
fn a_denial_in_a_hidden_registry_names_nobody() {
    let [restricted, ..] = Fixture::all();
    for rule in &PERMISSIONS {
        for (_, account) in &restricted.accounts {
            let view = restricted.world.view(account);
            let verdict = view.may(&restricted.permission_in_registry(rule.permission));
            if view.registry(&restricted.registry).is_some() {
                assert_eq!(verdict, restricted.verdict(account, rule.permission));
                continue;
            }
            let nowhere = RegistryId(domain::Id::from_text("nowhere"));
            let of_nothing = view.may(&Permission::InRegistry(nowhere, rule.permission));
            for verdict in [verdict, of_nothing] {
                let denial = verdict.denial().unwrap();
                assert_eq!((denial.reason, denial.permitted.as_slice()), (DenialReason::NoAccess, [].as_slice()));
            }
        }
    }
}
