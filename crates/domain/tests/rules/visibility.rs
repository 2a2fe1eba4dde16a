//! What an account sees: nothing of a registry that it cannot access, in no form.

use domain::{
    AcceptedTypes, AccountId, ArtifactType, Core, Description, NewRegistry, OrganizationRole, RegistryId, RegistryName,
    Source, TeamRole, Visibility,
};

use crate::support::{World, new_registry};

/// Occurs in every text of the restricted registry, and nowhere else.
const MARKER: &str = "zqx-marker";

struct Cast {
    world: World,
    creator: AccountId,
    admin: AccountId,
    /// Everybody who was not invited.
    outsiders: Vec<AccountId>,
    open: RegistryId,
    restricted: RegistryId,
}

impl Cast {
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
            world.join(&team, account, TeamRole::Member);
        }
        world.join(&team, &lead, TeamRole::Admin);
        let open = world.create(&creator, new_registry("Open", Visibility::Organization));
        let restricted = world.create(&creator, marked(Visibility::Restricted));
        Self { world, creator, admin, outsiders, open, restricted }
    }
}

fn marked(visibility: Visibility) -> NewRegistry {
    NewRegistry {
        name: RegistryName::parse(&format!("{MARKER} name")).unwrap(),
        description: Description::parse(&format!("{MARKER} description")).unwrap(),
        visibility,
        accepts: AcceptedTypes::specify([ArtifactType::parse(&format!("{MARKER} type")).unwrap()]).unwrap(),
    }
}

#[test]
fn a_restricted_registry_is_in_no_form_in_the_view_of_who_was_not_invited() {
    let cast = Cast::new();
    for account in &cast.outsiders {
        let view = cast.world.view(account);
        assert_eq!(view.registry(&cast.restricted), None);
        let text = format!("{view:#?}");
        assert!(!text.contains(MARKER), "{text}");
        assert!(!text.contains(cast.restricted.0.as_str()), "{text}");
    }
}

#[test]
fn a_restricted_registry_is_in_the_view_of_its_creator() {
    let cast = Cast::new();
    let view = cast.world.view(&cast.creator);
    let seen = view.registry(&cast.restricted).unwrap();
    assert_eq!(&*seen.registry, cast.world.registry(&cast.restricted));
    assert_eq!(seen.standing.grants().iter().map(|grant| &grant.source).collect::<Vec<_>>(), [&Source::OwnRow]);
    assert!(format!("{view:?}").contains(MARKER));
}

#[test]
fn organization_admins_see_a_restricted_registry_because_they_are() {
    let cast = Cast::new();
    for admin in [&cast.admin, &cast.world.founder] {
        let view = cast.world.view(admin);
        let seen = view.registry(&cast.restricted).unwrap();
        assert_eq!(
            seen.standing.grants().iter().map(|grant| &grant.source).collect::<Vec<_>>(),
            [&Source::OrganizationAdmin]
        );
    }
}

#[test]
fn everybody_sees_an_open_registry() {
    let cast = Cast::new();
    for account in cast.world.organization.accounts() {
        assert!(cast.world.view(&account).registry(&cast.open).is_some(), "{account:?}");
    }
}

#[test]
fn a_registry_is_seen_exactly_by_its_audience() {
    let cast = Cast::new();
    for registry in cast.world.organization.registries() {
        let audience = cast.world.organization.audience(registry);
        for account in cast.world.organization.accounts() {
            let is_in = match &account {
                AccountId::Person(id) => audience.people.contains(id),
                AccountId::ServiceAccount(id) => audience.service_accounts.contains(id),
            };
            assert_eq!(
                cast.world.view(&account).registry(registry.id()).is_some(),
                is_in,
                "{account:?}, {}",
                registry.name()
            );
        }
    }
}

#[test]
fn everybody_sees_the_whole_directory() {
    let cast = Cast::new();
    for account in cast.world.organization.accounts() {
        let view = cast.world.view(&account);
        assert_eq!(view.account, account);
        assert_eq!(&view.organization, cast.world.organization.name());
        assert_eq!(view.default_role, cast.world.organization.default_role());
        assert!(view.people.iter().eq(cast.world.organization.people()));
        assert!(view.service_accounts.iter().eq(cast.world.organization.service_accounts()));
        assert!(view.teams.iter().eq(cast.world.organization.teams()));
    }
}

#[test]
fn core_registries_come_first_and_the_others_in_the_order_of_their_creation() {
    let cast = Cast::new();
    let ids =
        |account| cast.world.view(account).registries.iter().map(|seen| seen.registry.id().clone()).collect::<Vec<_>>();
    let [models, datasets] = Core::ALL.map(Core::id);
    let (open, restricted) = (cast.open.clone(), cast.restricted.clone());
    assert_eq!(ids(&cast.creator), [models.clone(), datasets.clone(), open.clone(), restricted]);
    assert_eq!(ids(&cast.outsiders[0]), [models, datasets, open]);
}

#[test]
fn a_service_account_that_shares_the_id_of_a_person_is_nobody() {
    let cast = Cast::new();
    let disguised = AccountId::ServiceAccount(domain::ServiceAccountId(cast.creator.id().clone()));
    assert_eq!(cast.world.organization.seen_by(&disguised), None);
}
