//! Invariants of every organization, and of every view of it.

#[path = "invariants/catalog.rs"]
mod catalog;

use std::collections::BTreeSet;

use domain::{
    AccountId, Action, CoreRegistry, FoldKey, Grantee, NameKey, Organization, OrganizationRole, PERMISSIONS,
    Permission, Registry, RegistryId, RegistryPermission, Role, VersionRef, View, Visibility,
};

use self::catalog::check_catalog;
use crate::attempts::{ACCOUNT_NAMES, REGISTRY_NAMES};
use crate::naive;

/// Checks the invariants of an organization.
pub fn check(organization: &Organization) {
    check_directory(organization);
    check_names(organization);
    check_catalog(organization);
    for registry in organization.registries() {
        check_registry(organization, registry);
        match registry.core_kind() {
            Some(core) => check_core(core, registry),
            None => check_custom(organization, registry),
        }
        check_roles(organization, registry);
    }
    let core = CoreRegistry::ALL.map(CoreRegistry::id);
    assert!(core.iter().all(|id| organization.registry(id).is_some()));
}

pub fn all_different<T: Ord>(items: impl IntoIterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    items.into_iter().all(|item| seen.insert(item))
}

fn check_directory(organization: &Organization) {
    let usernames = organization.people().map(|person| person.username.key());
    let service_accounts = organization.service_accounts().map(|account| account.name.key());
    let teams = organization.teams().map(|team| team.name.key());
    assert!(all_different(usernames.chain(service_accounts).chain(teams)));
    assert!(all_different(organization.people().map(|person| person.email.key())));
    assert!(organization.people().any(|person| person.role == OrganizationRole::Admin));
    for team in organization.teams() {
        assert!(team.people.keys().all(|id| organization.person(id).is_some()), "{team:?}");
        let exists = |id| organization.has(&AccountId::ServiceAccount(id));
        assert!(team.service_accounts.iter().cloned().all(exists), "{team:?}");
    }
}

/// A lookup by name finds exactly the holder of the name.
fn check_names(organization: &Organization) {
    let names = naive::names(organization);
    for name in ACCOUNT_NAMES {
        for text in [name.to_owned(), format!(" {name}@LIGHTHOUSE.example ")] {
            let found = organization.grantee_named(&text);
            let key = FoldKey::of(text.trim());
            let expected = names.iter().find(|(known, _)| *known == key).map(|(_, grantee)| grantee.clone());
            assert_eq!(found, expected, "{text}");
            let account = match found {
                Some(Grantee::Person(id)) if !text.contains('@') => Some(AccountId::Person(id)),
                Some(Grantee::ServiceAccount(id)) => Some(AccountId::ServiceAccount(id)),
                _ => None,
            };
            assert_eq!(organization.account_named(&text), account, "{text}");
        }
    }
    let core = ["Models", "model", "Datasets", "dataset"].map(NameKey::of);
    let custom = organization.registries().filter(|registry| registry.core_kind().is_none());
    assert!(all_different(core.into_iter().chain(custom.map(|registry| registry.name().key().clone()))));
    for name in REGISTRY_NAMES {
        let name = domain::RegistryName::parse(name).unwrap();
        if let Some(holder) = organization.holder_of(&name).filter(|holder| holder.core_kind().is_none()) {
            assert_eq!(holder.name().key(), name.key());
        }
    }
}

fn check_registry(organization: &Organization, registry: &Registry) {
    assert!(all_different(registry.rows().iter().map(|row| &row.grantee)), "{registry:?}");
    for row in registry.rows() {
        match &row.grantee {
            Grantee::Person(id) => assert!(organization.person(id).is_some(), "{row:?}"),
            Grantee::Team(id) => assert!(organization.team(id).is_some(), "{row:?}"),
            Grantee::ServiceAccount(id) => {
                assert!(organization.has(&AccountId::ServiceAccount(id.clone())), "{row:?}");
                assert!(row.role >= Role::Member, "{row:?}");
            }
        }
    }
    let owner = registry.owner().map(|owner| Grantee::Person(owner.clone()));
    assert!(owner.is_none_or(|owner| registry.row(&owner).is_some()), "{registry:?}");
    assert!(registry.accepts().is_all() || !registry.accepts().saved().is_empty());
    assert!(all_different(registry.accepts().saved()));
}

fn check_core(core: CoreRegistry, registry: &Registry) {
    assert_eq!((registry.id(), registry.name().as_str()), (&core.id(), core.name()));
    assert_eq!(registry.visibility(), Visibility::Organization);
    assert!(registry.owner().is_none() && registry.description().is_empty() && !registry.accepts().is_all());
    assert_eq!(registry.accepts().saved().first().map(|first| first.as_str()), Some(core.artifact_type()));
}

fn check_custom(organization: &Organization, registry: &Registry) {
    let is_admin = |account: AccountId| {
        let grants = naive::grants(organization, &account, registry);
        let by_row = |source: &domain::Source| matches!(source, domain::Source::OwnRow | domain::Source::Team(_));
        grants.iter().any(|(role, source)| *role == Role::Admin && by_row(source))
    };
    assert!(
        organization.people().any(|person| is_admin(AccountId::Person(person.id.clone()))),
        "nobody administers {registry:?}"
    );
    assert!(matches!(registry.created().by, AccountId::Person(_)));
}

/// All accounts have the roles and sources of the naive rules.
fn check_roles(organization: &Organization, registry: &Registry) {
    let audience = organization.audience(registry);
    for account in organization.accounts() {
        let standing = organization.standing(&account, registry);
        let grants = standing.as_ref().map(domain::Standing::grants).unwrap_or_default();
        let found: Vec<_> = grants.iter().map(|grant| (grant.role, grant.source.clone())).collect();
        let expected = naive::grants(organization, &account, registry);
        assert_eq!(found, expected, "{account:?} in {}", registry.name());
        let role = expected.first().map(|(role, _)| *role);
        assert_eq!(standing.map(|standing| standing.role()), role);
        assert_eq!(organization.role_in(&account, registry), role);
        let is_in = match &account {
            AccountId::Person(id) => audience.people.contains(id),
            AccountId::ServiceAccount(id) => audience.service_accounts.contains(id),
        };
        assert_eq!(is_in, role.is_some());
    }
}

/// Visible registries and permissions of the account follow the naive rules.
pub fn check_view(organization: &Organization, view: &View) {
    let account = &view.account;
    for registry in organization.registries() {
        let role = naive::role(organization, account, registry);
        assert_eq!(view.registry(registry.id()).map(|seen| seen.standing.role()), role);
        for rule in &PERMISSIONS {
            let permission = Permission::InRegistry(registry.id().clone(), rule.permission);
            let may = naive::may(organization, account, &permission);
            assert_eq!(view.may(&permission).is_granted(), may, "{account:?}: {permission:?}");
        }
    }
    check_roles_at_once(view);
    check_seen_catalog(organization, view);
    let teams = organization.teams().map(|team| Permission::ManageTeam(team.id.clone()));
    for permission in teams.chain([Permission::CreateRegistry, Permission::ManageDirectory]) {
        let verdict = view.may(&permission);
        assert_eq!(verdict.is_granted(), naive::may(organization, account, &permission));
        let permitted = |id: &domain::PersonId| naive::may(organization, &AccountId::Person(id.clone()), &permission);
        if let Some(denial) = verdict.denial() {
            let people = organization.people().map(|person| person.id.clone());
            assert_eq!(denial.permitted, people.filter(permitted).collect::<Vec<_>>());
        }
    }
    let create = naive::may(organization, account, &Permission::CreateRegistry);
    assert_eq!(view.may_create.is_granted(), create);
}

/// The view has exactly the projects, collections and versions that the naive rules show, and their permissions.
fn check_seen_catalog(organization: &Organization, view: &View) {
    let (account, catalog) = (&view.account, view.catalog());
    let is_granted = |permission: Permission| {
        assert_eq!(
            view.may(&permission).is_granted(),
            naive::may(organization, account, &permission),
            "{permission:?}"
        );
    };
    for project in organization.projects() {
        let role = naive::catalog::team_role(organization, account, &project.team);
        assert_eq!(catalog.project(&project.id).map(|seen| seen.role), role);
        assert_eq!(catalog.projects().iter().any(|seen| seen.project.id == project.id), role.is_some());
        let found = catalog.project_named(&project.team, project.name.as_str());
        assert_eq!(found.map(|seen| &seen.project.id), role.map(|_| &project.id));
        let artifacts = organization.artifacts().filter(|one| one.project == project.id && role.is_some());
        assert!(catalog.artifacts_of(&project.id).eq(artifacts));
        is_granted(Permission::WriteProject(project.id.clone()));
        is_granted(Permission::ManageProject(project.id.clone()));
    }
    for team in organization.teams() {
        is_granted(Permission::CreateProject(team.id.clone()));
    }
    for artifact in organization.artifacts() {
        let sees = naive::catalog::sees_project(organization, account, &artifact.project);
        assert_eq!(catalog.artifact(&artifact.id).is_some(), sees);
        for version in artifact.versions.iter() {
            let seen = catalog.version(&VersionRef::Source(version.id.clone()));
            assert_eq!(seen.map(|seen| &seen.version.id), sees.then_some(&version.id));
        }
    }
    for collection in organization.collections() {
        let role = naive::catalog::role_by_id(organization, account, &collection.registry);
        assert_eq!(catalog.collection(&collection.id).is_some(), role.is_some());
        let found = catalog.collection_named(&collection.registry, collection.name.as_str());
        assert_eq!(found.map(|found| &found.id), role.map(|_| &collection.id));
        for link in collection.links.iter() {
            let seen = catalog.version(&VersionRef::Linked(link.id.clone()));
            assert_eq!(seen.is_some(), role.is_some());
            assert_eq!(catalog.links_to(&link.source).any(|one| one.id == link.id), role.is_some());
            for permission in [RegistryPermission::UnlinkArtifact, RegistryPermission::SetAlias] {
                is_granted(Permission::OnLink(link.id.clone(), permission));
            }
        }
        is_granted(Permission::InCollection(collection.id.clone(), RegistryPermission::DeleteCollection));
    }
}

/// Everything that the view names of the catalog.
fn names_of_catalog(view: &View) -> String {
    let catalog = view.catalog();
    let mut names = String::new();
    for seen in catalog.projects() {
        names += &format!("{:?} {:?}\n", seen.project.name.as_str(), catalog.name_of_project(seen.project));
    }
    for seen in &view.registries {
        names += &format!("{:?}\n", catalog.protected_in(seen.registry.id()));
        for collection in catalog.collections_of(seen.registry.id()) {
            names += &format!("{:?} {:?}\n", collection.name.as_str(), catalog.name_of_collection(collection));
            for link in collection.links.iter() {
                let Some(version) = catalog.version(&VersionRef::Linked(link.id.clone())) else { continue };
                let linked = catalog.inputs_of(&version).into_iter().chain(catalog.users_of(&version));
                let names_of: Vec<_> = linked.map(|one| catalog.name_of(&one)).collect();
                names += &format!("{names_of:?}\n");
            }
        }
    }
    names
}

/// The role matrix equals the individual standings.
fn check_roles_at_once(view: &View) {
    let roles = view.role_matrix();
    let count = view.people.len() + view.service_accounts.len();
    let people: Vec<AccountId> = (0..count).map(|place| view.account_at(place).unwrap().account()).collect();
    assert!(view.account_at(count).is_none());
    for (place, account) in people.iter().enumerate() {
        assert_eq!(view.index_of(account), Some(place));
    }
    for seen in &view.registries {
        let one_by_one = people.iter().map(|account| view.standing_of(account, seen.registry.id()));
        let expected: Vec<_> = one_by_one.map(|standing| standing.map(|standing| standing.role())).collect();
        let roles = roles.roles_in(seen);
        for (place, role) in roles.row_roles() {
            let base = roles.base_roles().get(*place).copied().flatten();
            assert!(*role >= base, "{}", seen.registry.name());
        }
        assert_eq!((0..count).map(|place| roles.get(place)).collect::<Vec<_>>(), expected, "{}", seen.registry.name());
    }
}

/// Neither the view nor the answers to actions reveal a registry that the account cannot access.
pub fn check_nothing_leaks(organization: &Organization, account: &AccountId, tried: &[Action]) {
    let view = organization.view_for(account).unwrap();
    let (seen, hidden): (Vec<_>, Vec<_>) =
        organization.registries().partition(|registry| naive::role(organization, account, registry).is_some());
    let seen_texts: BTreeSet<String> = seen.iter().flat_map(|registry| texts(registry)).collect();
    let shown = format!("{view:?}");
    for id in seen.iter().map(|registry| registry.id()) {
        assert!(shown.contains(&format!("{:?}", id.0.as_str())), "{id} is missing in the view of {account:?}");
    }
    for id in hidden.iter().map(|registry| registry.id()) {
        assert!(!shown.contains(&format!("{:?}", id.0.as_str())), "{id} is in the view of {account:?}");
    }
    let hidden_texts: Vec<String> =
        hidden.iter().flat_map(|registry| texts(registry)).filter(|text| !seen_texts.contains(text)).collect();
    let answers = answers(organization, &view, tried) + &names_of_catalog(&view);
    check_no_project_leaks(organization, account, &answers);
    if hidden.is_empty() {
        return;
    }
    for text in hidden_texts {
        assert!(!shown.contains(&text), "{text} is in the view of {account:?}");
        assert!(!answers.contains(&text), "{text} is revealed to {account:?}: {answers}");
    }
    for action in tried {
        // Texts may come from the action itself, so look for the registries only.
        let mut trial = view.trial();
        let Ok(()) = trial.step(action, domain::Id::from_text("next")) else { continue };
        let Some(after) = trial.view() else { continue };
        assert!(hidden.iter().all(|registry| after.registry(registry.id()).is_none()), "{action:?}");
    }
    for registry in hidden {
        check_hidden(organization, &view, registry.id());
    }
}

/// No answer names a project that the account cannot see, or a collection of a hidden registry.
fn check_no_project_leaks(organization: &Organization, account: &AccountId, answers: &str) {
    let sees = |project: &domain::Project| naive::catalog::sees_project(organization, account, &project.id);
    let (seen, hidden): (Vec<_>, Vec<_>) = organization.projects().partition(|project| sees(project));
    for project in hidden.iter().filter(|one| seen.iter().all(|seen| seen.name != one.name)) {
        assert!(!answers.contains(&format!("/{}", project.name)), "{} is revealed to {account:?}", project.name);
    }
    for collection in organization.collections() {
        let registry = organization.registry(&collection.registry).unwrap();
        let is_seen = naive::role(organization, account, registry).is_some();
        let name = format!("{}/{}", registry.name(), collection.name);
        assert!(is_seen || !answers.contains(&name), "{name} is revealed to {account:?}");
    }
}

/// All texts of a registry, quoted as in `Debug` output.
fn texts(registry: &Registry) -> Vec<String> {
    let mut texts = vec![registry.name().as_str(), registry.name().key().as_str(), registry.description().as_str()];
    texts.extend(
        registry
            .accepts()
            .saved()
            .iter()
            .map(|artifact_type| artifact_type.as_str())
            .filter(|text| text.starts_with("zq")),
    );
    texts.into_iter().filter(|text| !text.is_empty()).map(|text| format!("{text:?}")).collect()
}

/// The answers to all tried actions and all queries.
fn answers(organization: &Organization, view: &View, tried: &[Action]) -> String {
    let mut answers = String::new();
    for action in tried {
        answers += &format!("{:?}\n{:?}\n", view.review(action), view.consequences(std::slice::from_ref(action)));
        answers += &format!("{:?}\n", view.may(&naive::needs(action)).denial().map(|denial| &denial.permitted));
    }
    for visibility in [Visibility::Organization, Visibility::Restricted] {
        answers += &format!("{:?}\n", view.audience_of_new(visibility));
    }
    for name in ACCOUNT_NAMES {
        answers += &format!("{:?}{:?}", view.grantee_named(name), view.account_named(name));
        for registry in organization.registries() {
            answers += &format!("{:?}", view.members_to_add(registry.id(), name, None).map(|actions| actions.len()));
        }
    }
    answers
}

/// Queries give the same answers for a hidden registry as for a missing one.
fn check_hidden(organization: &Organization, view: &View, id: &RegistryId) {
    assert_eq!(view.registry(id), None);
    assert_eq!(view.lookup().registry(id), None);
    let name = organization.registry(id).map(|registry| registry.name().to_string()).unwrap_or_default();
    assert_eq!(view.lookup().registry_named(&name), None);
    assert_eq!(view.audience(id), None);
    for account in organization.accounts() {
        assert_eq!(view.standing_of(&account, id), None);
    }
    let nowhere = RegistryId(domain::Id::from_text("nowhere"));
    for rule in &PERMISSIONS {
        let reason = |id: &RegistryId| {
            let verdict = view.may(&Permission::InRegistry(id.clone(), rule.permission));
            verdict.denial().map(|denial| (denial.reason, denial.permitted.clone()))
        };
        assert_eq!(reason(id), reason(&nowhere));
    }
}
