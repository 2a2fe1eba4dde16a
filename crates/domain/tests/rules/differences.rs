//! The differences between two states of an organization, as far as an account could see each of them.

use domain::{
    AccountId, AccountName, Action, CollectionAction, CollectionName, DefaultRole, Differences, Names, Organization,
    OrganizationAction, OrganizationName, OrganizationRole, Party, PersonAction, Registry, RegistryAction, Role,
    ServiceAccountAction, Settings, TeamAction, TeamRole, Visibility,
};

use crate::support::*;

fn sides<T: std::fmt::Debug>(before: Option<T>, after: Option<T>) -> String {
    let side = |side: Option<T>| side.map_or_else(|| "-".to_owned(), |side| format!("{side:?}"));
    format!("{} > {}", side(before), side(after))
}

/// The differences, a line for each.
fn lines(before: &Organization, after: &Organization, viewer: &AccountId) -> Vec<String> {
    let found = Differences::between(Some(before), Some(after), viewer);
    let name = |party: &Party| party.reference.to_string();
    let mut lines = Vec::new();
    lines.extend(found.joined.iter().map(|one| format!("joined {}", name(one))));
    lines.extend(found.left.iter().map(|one| format!("left {}", name(one))));
    for change in &found.renamed {
        let names = |names: &Names| {
            let others = [&names.username, &names.email].into_iter().flatten();
            std::iter::once(&names.name).chain(others).map(|name| &**name).collect::<Vec<_>>().join(" ")
        };
        lines.push(format!("renamed {} > {}", names(&change.before), names(&change.after)));
    }
    if let Some(change) = &found.settings {
        let side = |side: &Option<Settings>| {
            side.as_ref().map(|one| (one.name.to_string(), one.default_role, one.restricted_stays))
        };
        lines.push(format!("settings: {}", sides(side(&change.before), side(&change.after))));
    }
    for change in &found.organization_roles {
        lines.push(format!("{}: {}", name(&change.person), sides(change.before, change.after)));
    }
    for change in &found.team_members {
        lines.push(format!(
            "{} in {}: {}",
            name(&change.member),
            name(&change.team),
            sides(change.before, change.after)
        ));
    }
    for change in &found.registries {
        let side = |side: &Option<_>| side.as_ref().map(|one: &std::rc::Rc<Registry>| one.visibility());
        let registry = change.registry().unwrap().name();
        lines.push(format!("registry {registry}: {}", sides(side(&change.before), side(&change.after))));
        let aliases = |side: &Option<std::rc::Rc<Registry>>| {
            let aliases = side.iter().flat_map(|one| one.protected_aliases());
            aliases.map(|alias| alias.as_str()).collect::<Vec<_>>().join(" ")
        };
        let [before, after] = [&change.before, &change.after].map(aliases);
        if before != after {
            lines.push(format!("protected in {registry}: {before:?} > {after:?}"));
        }
    }
    for change in &found.members {
        let (registry, member) = (change.registry.name(), name(&change.member));
        lines.push(format!("{member} listed in {registry}: {}", sides(change.before, change.after)));
    }
    for change in &found.access {
        let (registry, account) = (change.registry.name(), name(&change.account));
        lines.push(format!("{account} at {registry}: {}", sides(change.before, change.after)));
    }
    for change in &found.owners {
        let owner = |owner: &Option<Party>| owner.as_ref().map(name);
        lines.push(format!(
            "owner of {}: {}",
            change.registry.name(),
            sides(owner(&change.before), owner(&change.after))
        ));
    }
    for change in &found.collections {
        let (registry, before, after) = (change.registry.name(), change.before.as_deref(), change.after.as_deref());
        lines.push(format!("collection in {registry}: {}", sides(before, after)));
    }
    lines
}

#[test]
fn nothing_differs_between_a_state_and_itself() {
    let world = World::new();
    assert_eq!(lines(&world.organization, &world.organization, &world.founder), [""; 0]);
    assert!(Differences::between(None, None, &world.founder).is_empty());
}

#[test]
fn roles_in_the_organization_and_in_teams_are_compared() {
    let mut world = World::new();
    let mina = world.person("mina", OrganizationRole::Member);
    let noa = world.person("noa", OrganizationRole::Viewer);
    let robot = world.service_account("robot");
    let vision = world.team("vision");
    world.apply_as_founder(&join_team(&vision, &mina, TeamRole::Member));
    world.apply_as_founder(&join_team(&vision, &noa, TeamRole::Viewer));
    let before = world.organization.clone();

    world.apply_as_founder(&join_team(&vision, &robot, TeamRole::Member));
    world.apply_as_founder(&set_team_role(&vision, &mina, TeamRole::Admin));
    world.apply_as_founder(&PersonAction::Remove(person_id(&noa)).into());
    world.apply_as_founder(&PersonAction::SetRole { person: person_id(&mina), role: OrganizationRole::Admin }.into());
    world.person("tom", OrganizationRole::Member);
    let found = lines(&before, &world.organization, &world.founder);
    let expected = [
        "joined tom",
        "left noa",
        "mina: Member > Admin",
        "noa: Viewer > -",
        "tom: - > Member",
        "mina in vision: Member > Admin",
        "noa in vision: Viewer > -",
        "robot in vision: - > Member",
    ];
    assert_eq!(
        found.iter().filter(|line| !line.contains(" at ")).collect::<Vec<_>>(),
        expected.iter().collect::<Vec<_>>()
    );
    assert!(found.iter().any(|line| line.starts_with("mina at Models: ")), "{found:?}");
}

#[test]
fn settings_and_names_are_compared() {
    let mut world = World::new();
    let mina = world.person("mina", OrganizationRole::Member);
    let robot = world.service_account("robot");
    let vision = world.team("vision");
    let before = world.organization.clone();
    let name = |text: &str| AccountName::parse(text).unwrap();
    world.apply_as_founder(&edit_person(&mina, "mina.park", "mina@park.example"));
    let service_account = service_account_id(&robot);
    world.apply_as_founder(&ServiceAccountAction::Rename { service_account, name: name("ci") }.into());
    world.apply_as_founder(&TeamAction::Rename { team: vision, name: name("sight") }.into());
    let organization = OrganizationName::parse("Class 7").unwrap();
    world.apply_as_founder(&OrganizationAction::Rename(organization).into());
    world.apply_as_founder(&OrganizationAction::SetDefaultRole(DefaultRole::Viewer).into());
    world.apply_as_founder(&OrganizationAction::SetRestrictedStays(true).into());
    let found = lines(&before, &world.organization, &robot);
    assert_eq!(
        found.iter().filter(|line| !line.contains(" at ")).collect::<Vec<_>>(),
        [
            "renamed mina mina mina@lighthouse.example > mina.park mina.park mina@park.example",
            "renamed robot > ci",
            "renamed vision > sight",
            "settings: (\"Lighthouse\", RestrictedViewer, false) > (\"Class 7\", Viewer, true)",
        ]
    );
    let since = Differences::between(None, Some(&before), &robot).settings.unwrap();
    assert_eq!((since.before, since.after.map(|one| one.restricted_stays)), (None, Some(false)));
}

#[test]
fn types_that_are_saved_while_all_are_accepted_are_not_compared() {
    let mut world = World::new();
    let mina = world.person("mina", OrganizationRole::Member);
    let drafts = world.create_registry(&mina, new_registry("Drafts", Visibility::Organization));
    let before = world.organization.clone();
    world.apply_as_founder(&specify_types(&drafts, &["model"]));
    assert_eq!(lines(&before, &world.organization, &mina), ["registry Drafts: Organization > Organization"]);
    world.apply_as_founder(&Action::Registry(RegistryAction::AcceptAllTypes(drafts)));
    assert_eq!(lines(&before, &world.organization, &mina), [""; 0]);
}

#[test]
fn protected_aliases_and_collections_are_compared_where_the_registry_is_seen() {
    let mut world = World::new();
    let mina = world.person("mina", OrganizationRole::Member);
    let noa = world.person("noa", OrganizationRole::Member);
    let vision = world.team_with("vision", &[&mina]);
    let drafts = world.create_registry(&mina, new_registry("Drafts", Visibility::Restricted));
    let project = world.project(&vision, "eyes");
    let version = world.log(&mina, &project, "retina", "one");
    let link = world.link(&mina, &version, &drafts, "best");
    world.link(&mina, &version, &drafts, "spare");
    let before = world.organization.clone();
    let collections: Vec<_> = before.collections().map(|collection| collection.id.clone()).collect();
    let [best, spare] = collections.as_slice() else { panic!("{link:?}") };
    world.apply_as_founder(&protect_alias(&drafts, "gold"));
    let (collection, name) = (best.clone(), Some(CollectionName::parse("gold-ones").unwrap()));
    world.apply_as_founder(&CollectionAction::Edit { collection, name, description: None, tags: None }.into());
    world.apply_as_founder(&CollectionAction::Delete(spare.clone()).into());
    world.link(&mina, &version, &drafts, "new");
    assert_eq!(
        lines(&before, &world.organization, &mina),
        [
            "registry Drafts: Restricted > Restricted",
            "protected in Drafts: \"\" > \"gold\"",
            "collection in Drafts: \"best\" > \"gold-ones\"",
            "collection in Drafts: \"spare\" > -",
            "collection in Drafts: - > \"new\"",
        ]
    );
    assert_eq!(lines(&before, &world.organization, &noa), [""; 0]);
    world.add_member(&drafts, &grantee(&noa), Role::Viewer);
    let found = lines(&before, &world.organization, &noa);
    assert!(!found.iter().any(|line| line.starts_with("collection")), "{found:?}");
}

#[test]
fn of_a_registry_that_was_hidden_at_a_moment_an_account_learns_its_own_role_only() {
    let mut world = World::new();
    let mina = world.person("mina", OrganizationRole::Member);
    let noa = world.person("noa", OrganizationRole::Member);
    let drafts = world.create_registry(&mina, new_registry("Drafts", Visibility::Restricted));
    let before = world.organization.clone();
    world.add_member(&drafts, &grantee(&noa), Role::Viewer);
    world.apply_as_founder(&set_visibility(&drafts, Visibility::Organization));
    assert_eq!(
        lines(&before, &world.organization, &noa),
        ["registry Drafts: - > Organization", "noa at Drafts: - > Viewer"]
    );
    let robot = world.service_account("robot");
    assert_eq!(lines(&before, &before, &robot), [""; 0]);
    let of_all = lines(&before, &world.organization, &mina);
    assert!(of_all.contains(&"registry Drafts: Restricted > Organization".to_owned()), "{of_all:?}");
    assert!(of_all.contains(&"noa listed in Drafts: - > Viewer".to_owned()), "{of_all:?}");
}
