//! Views, and the registries that they hide.

use domain::{
    AcceptedTypes, AccountId, ArtifactType, CoreRegistry, Description, NewRegistry, OrganizationRole, RegistryId,
    RegistryName, Source, TeamRole, Visibility,
};

use crate::support::{World, new_registry};

/// It occurs in every text of the restricted registry and nowhere else.
const MARKER: &str = "zqx-marker";

struct Fixture {
    world: World,
    creator: AccountId,
    admin: AccountId,
    /// Accounts without access to the restricted registry.
    outsiders: Vec<AccountId>,
    open: RegistryId,
    restricted: RegistryId,
}

impl Fixture {
    fn new() -> Self {
        let mut world = World::new();
        let creator = world.person("creator", OrganizationRole::Member);
        let admin = world.person("admin", OrganizationRole::Admin);
        let lead = world.person("lead", OrganizationRole::Viewer);
        let robot = world.service_account("robot");
        let outsiders = vec![
            world.person("colleague", OrganizationRole::Member),
            world.person("viewer", OrganizationRole::Viewer),
            world.service_account("loner"),
            robot.clone(),
            lead.clone(),
        ];
        let team = world.team("platform");
        for account in [&creator, &robot] {
            world.join_team(&team, account, TeamRole::Member);
        }
        world.join_team(&team, &lead, TeamRole::Admin);
        let open = world.create_registry(&creator, new_registry("Open", Visibility::Organization));
        let restricted = world.create_registry(&creator, registry_with_marker(Visibility::Restricted));
        Self { world, creator, admin, outsiders, open, restricted }
    }
}

fn registry_with_marker(visibility: Visibility) -> NewRegistry {
    NewRegistry {
        name: RegistryName::parse(&format!("{MARKER} name")).unwrap(),
        description: Description::parse(&format!("{MARKER} description")).unwrap(),
        visibility,
        accepts: AcceptedTypes::specify([ArtifactType::parse(&format!("{MARKER} type")).unwrap()]).unwrap(),
    }
}

#[test]
fn a_view_does_not_reveal_registries_without_access() {
    let fixture = Fixture::new();
    for account in &fixture.outsiders {
        let view = fixture.world.view(account);
        assert_eq!(view.registry(&fixture.restricted), None);
        let text = format!("{view:#?}");
        assert!(!text.contains(MARKER), "{text}");
        assert!(!text.contains(fixture.restricted.0.as_str()), "{text}");
    }
}

#[test]
fn a_restricted_registry_is_in_the_view_of_its_creator() {
    let fixture = Fixture::new();
    let view = fixture.world.view(&fixture.creator);
    let seen = view.registry(&fixture.restricted).unwrap();
    assert_eq!(&*seen.registry, fixture.world.registry(&fixture.restricted));
    assert_eq!(seen.standing.grants().iter().map(|grant| &grant.source).collect::<Vec<_>>(), [&Source::OwnRow]);
    assert!(format!("{view:?}").contains(MARKER));
}

#[test]
fn organization_admins_see_restricted_registries() {
    let fixture = Fixture::new();
    for admin in [&fixture.admin, &fixture.world.founder] {
        let view = fixture.world.view(admin);
        let seen = view.registry(&fixture.restricted).unwrap();
        assert_eq!(
            seen.standing.grants().iter().map(|grant| &grant.source).collect::<Vec<_>>(),
            [&Source::OrganizationAdmin]
        );
    }
}

#[test]
fn all_accounts_see_an_open_registry() {
    let fixture = Fixture::new();
    for account in fixture.world.organization.accounts() {
        assert!(fixture.world.view(&account).registry(&fixture.open).is_some(), "{account:?}");
    }
}

#[test]
fn exactly_the_audience_sees_a_registry() {
    let fixture = Fixture::new();
    for registry in fixture.world.organization.registries() {
        let audience = fixture.world.organization.audience(registry);
        for account in fixture.world.organization.accounts() {
            let is_in = match &account {
                AccountId::Person(id) => audience.people.contains(id),
                AccountId::ServiceAccount(id) => audience.service_accounts.contains(id),
            };
            assert_eq!(
                fixture.world.view(&account).registry(registry.id()).is_some(),
                is_in,
                "{account:?}, {}",
                registry.name()
            );
        }
    }
}

#[test]
fn all_accounts_see_the_whole_directory() {
    let fixture = Fixture::new();
    for account in fixture.world.organization.accounts() {
        let view = fixture.world.view(&account);
        assert_eq!(view.account, account);
        assert_eq!(&view.organization, fixture.world.organization.name());
        assert_eq!(view.default_role, fixture.world.organization.default_role());
        assert!(view.people.iter().eq(fixture.world.organization.people()));
        assert!(view.service_accounts.iter().eq(fixture.world.organization.service_accounts()));
        assert!(view.teams.iter().eq(fixture.world.organization.teams()));
    }
}

#[test]
fn core_registries_come_first_and_the_others_in_the_order_of_their_creation() {
    let fixture = Fixture::new();
    let ids = |account| {
        fixture.world.view(account).registries.iter().map(|seen| seen.registry.id().clone()).collect::<Vec<_>>()
    };
    let [models, datasets] = CoreRegistry::ALL.map(CoreRegistry::id);
    let (open, restricted) = (fixture.open.clone(), fixture.restricted.clone());
    assert_eq!(ids(&fixture.creator), [models.clone(), datasets.clone(), open.clone(), restricted]);
    assert_eq!(ids(&fixture.outsiders[0]), [models, datasets, open]);
}

#[test]
fn a_person_id_does_not_identify_a_service_account() {
    let fixture = Fixture::new();
    let disguised = AccountId::ServiceAccount(domain::ServiceAccountId(fixture.creator.id().clone()));
    assert_eq!(fixture.world.organization.view_for(&disguised), None);
}
