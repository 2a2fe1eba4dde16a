//! A second, simple implementation of the rules from their text. It uses only the contents of an organization: its
//! accounts, teams and rows.

#[path = "naive/catalog.rs"]
pub mod catalog;
#[path = "naive/consequences.rs"]
pub mod consequences;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::{
    AccountId, AccountName, Action, Email, FoldKey, Grantee, NameKey, Organization, OrganizationRole, Permission,
    PersonAction, PersonId, Registry, RegistryAction, RegistryId, RegistryName, RegistryPermission, Role, Row,
    ServiceAccountAction, Source, TeamAction, TeamId, TeamRole, Visibility,
};

/// All roles of the account in the registry with their sources, the highest first.
pub fn grants(organization: &Organization, account: &AccountId, registry: &Registry) -> Vec<(Role, Source)> {
    if !exists(organization, account) {
        return Vec::new();
    }
    let is_person = matches!(account, AccountId::Person(_));
    let mut grants = Vec::new();
    if is_admin(organization, account) {
        grants.push((Role::Admin, Source::OrganizationAdmin));
    }
    for row in registry.rows() {
        match &row.grantee {
            Grantee::Team(team) if is_in_team(organization, account, team) => {
                if is_person {
                    grants.push((row.role, Source::Team(team.clone())));
                } else if row.role == Role::Member || row.role == Role::Admin {
                    grants.push((Role::Member, Source::Team(team.clone())));
                }
            }
            listed if *listed == Grantee::from(account.clone()) => grants.push((row.role, Source::OwnRow)),
            _ => {}
        }
    }
    if registry.visibility() == Visibility::Organization {
        let base = if is_person { organization.default_role().role() } else { Role::Member };
        grants.push((base, Source::Base));
    }
    grants.sort_by_key(|(role, source)| (Reverse(*role), source.clone()));
    grants
}

/// The highest role.
pub fn role(organization: &Organization, account: &AccountId, registry: &Registry) -> Option<Role> {
    grants(organization, account, registry).first().map(|(role, _)| *role)
}

pub fn sees(organization: &Organization, account: &AccountId, id: &RegistryId) -> bool {
    organization.registry(id).is_some_and(|registry| role(organization, account, registry).is_some())
}

fn exists(organization: &Organization, account: &AccountId) -> bool {
    match account {
        AccountId::Person(id) => organization.people().any(|person| person.id == *id),
        AccountId::ServiceAccount(id) => organization.service_accounts().any(|account| account.id == *id),
    }
}

fn has(organization: &Organization, grantee: &Grantee) -> bool {
    match grantee {
        Grantee::Person(id) => exists(organization, &AccountId::Person(id.clone())),
        Grantee::ServiceAccount(id) => exists(organization, &AccountId::ServiceAccount(id.clone())),
        Grantee::Team(id) => organization.teams().any(|team| team.id == *id),
    }
}

fn is_admin(organization: &Organization, account: &AccountId) -> bool {
    organization
        .people()
        .any(|person| AccountId::Person(person.id.clone()) == *account && person.role == OrganizationRole::Admin)
}

fn is_in_team(organization: &Organization, account: &AccountId, id: &TeamId) -> bool {
    organization.teams().filter(|team| team.id == *id).any(|team| match account {
        AccountId::Person(id) => team.people.contains_key(id),
        AccountId::ServiceAccount(id) => team.service_accounts.contains(id),
    })
}

/// Whether the account is an Admin of this team, or of any team.
fn administers_team(organization: &Organization, account: &AccountId, team: Option<&TeamId>) -> bool {
    let AccountId::Person(id) = account else { return false };
    organization
        .teams()
        .filter(|one| team.is_none_or(|team| one.id == *team))
        .any(|team| team.people.get(id) == Some(&TeamRole::Admin))
}

fn lowest_role(permission: RegistryPermission) -> Role {
    use RegistryPermission::*;
    match permission {
        ViewCollection | ViewArtifact | Search | ViewSettings => Role::RestrictedViewer,
        UseArtifact | DownloadArtifact | ViewFiles => Role::Viewer,
        CreateAutomation | Notify | CreateCollection | EditCollection | EditArtifact | TagCollection | TagVersion
        | SetAlias | LinkArtifact | EditRegistry | DeleteCollection | DeleteAutomation | UnlinkArtifact => Role::Member,
        SetProtectedAlias
        | ManageProtectedAliases
        | EditTypes
        | ChangeVisibility
        | AddMembers
        | ChangeRoles
        | RemoveMembers
        | MakeOwner
        | DeleteRegistry => Role::Admin,
    }
}

pub fn may(organization: &Organization, account: &AccountId, permission: &Permission) -> bool {
    let AccountId::Person(id) = account else {
        return match permission {
            Permission::CreateRegistry | Permission::ManageDirectory | Permission::ManageTeam(_) => false,
            Permission::InRegistry(registry, permission) => may_in(organization, account, registry, *permission),
            permission => catalog::may(organization, account, permission),
        };
    };
    let Some(person) = organization.people().find(|person| person.id == *id) else { return false };
    let is_admin = person.role == OrganizationRole::Admin;
    match permission {
        Permission::CreateRegistry => {
            person.role != OrganizationRole::Viewer || administers_team(organization, account, None)
        }
        Permission::ManageDirectory => is_admin,
        Permission::ManageTeam(team) => is_admin || administers_team(organization, account, Some(team)),
        Permission::InRegistry(registry, permission) => may_in(organization, account, registry, *permission),
        permission => catalog::may(organization, account, permission),
    }
}

fn may_in(organization: &Organization, account: &AccountId, id: &RegistryId, permission: RegistryPermission) -> bool {
    use RegistryPermission::{ChangeVisibility, DeleteRegistry, EditRegistry, MakeOwner};
    let Some(registry) = organization.registry(id) else { return false };
    let Some(role) = role(organization, account, registry) else { return false };
    let fixed = matches!(permission, EditRegistry | ChangeVisibility | MakeOwner | DeleteRegistry);
    if fixed && registry.core_kind().is_some() {
        return false;
    }
    let for_team_administrators = matches!(permission, ChangeVisibility | DeleteRegistry);
    if permission == DeleteRegistry && role != Role::Admin && !catalog::protected_links(organization, id).is_empty() {
        return false;
    }
    if is_admin(organization, account) || (for_team_administrators && administers_team(organization, account, None)) {
        return true;
    }
    role >= lowest_role(permission) && (permission != DeleteRegistry || registry.created().by == *account)
}

/// The permission that an action requires.
pub fn needs(action: &Action) -> Permission {
    use RegistryPermission as P;
    let in_registry = |registry: &RegistryId, permission| Permission::InRegistry(registry.clone(), permission);
    match action {
        Action::Team(TeamAction::AddPerson { team, .. })
        | Action::Team(TeamAction::SetRole { team, .. })
        | Action::Team(TeamAction::RemovePerson { team, .. })
        | Action::Team(TeamAction::AddServiceAccount { team, .. })
        | Action::Team(TeamAction::RemoveServiceAccount { team, .. }) => Permission::ManageTeam(team.clone()),
        Action::Registry(RegistryAction::Create(_)) => Permission::CreateRegistry,
        Action::Registry(RegistryAction::Rename { registry, .. })
        | Action::Registry(RegistryAction::Describe { registry, .. }) => in_registry(registry, P::EditRegistry),
        Action::Registry(RegistryAction::SetVisibility { registry, .. }) => in_registry(registry, P::ChangeVisibility),
        Action::Registry(RegistryAction::AcceptAllTypes(registry))
        | Action::Registry(RegistryAction::SpecifyTypes { registry, .. })
        | Action::Registry(RegistryAction::AddTypes { registry, .. })
        | Action::Registry(RegistryAction::RemoveType { registry, .. }) => in_registry(registry, P::EditTypes),
        Action::Registry(RegistryAction::AddMember { registry, .. }) => in_registry(registry, P::AddMembers),
        Action::Registry(RegistryAction::SetMemberRole { registry, .. }) => in_registry(registry, P::ChangeRoles),
        Action::Registry(RegistryAction::RemoveMember { registry, .. }) => in_registry(registry, P::RemoveMembers),
        Action::Registry(RegistryAction::SetOwner { registry, .. }) => in_registry(registry, P::MakeOwner),
        Action::Registry(RegistryAction::ProtectAlias { registry, .. })
        | Action::Registry(RegistryAction::UnprotectAlias { registry, .. }) => {
            in_registry(registry, P::ManageProtectedAliases)
        }
        Action::Registry(RegistryAction::Delete(registry)) => in_registry(registry, P::DeleteRegistry),
        _ => Permission::ManageDirectory,
    }
}

/// Whether the rules allow the action.
pub fn allows(organization: &Organization, actor: &AccountId, action: &Action) -> bool {
    if let Some(outcome) = catalog::outcome(organization, actor, action) {
        return exists(organization, actor) && outcome == catalog::Outcome::Allowed;
    }
    exists(organization, actor)
        && may(organization, actor, &needs(action))
        && (directory_allows(organization, action) && registry_allows(organization, actor, action))
}

fn directory_allows(o: &Organization, action: &Action) -> bool {
    let in_team = |team: &TeamId, account: AccountId| is_in_team(o, &account, team);
    let person = |id: &PersonId| exists(o, &AccountId::Person(id.clone()));
    match action {
        Action::Person(PersonAction::Add(new)) => {
            is_free(o, &new.username, None) && is_address_free(o, &new.email, None)
        }
        Action::Person(PersonAction::Edit { person: id, username, email, .. }) => {
            let owner = Grantee::Person(id.clone());
            person(id)
                && username.as_ref().is_none_or(|username| is_free(o, username, Some(&owner)))
                && email.as_ref().is_none_or(|email| is_address_free(o, email, Some(id)))
        }
        Action::Person(PersonAction::SetRole { person: id, role }) => {
            person(id) && (*role == OrganizationRole::Admin || has_other_admin(o, id))
        }
        Action::Person(PersonAction::Remove(id)) => {
            person(id) && has_other_admin(o, id) && keeps_admins(o, None, |_, one| one == id)
        }
        Action::ServiceAccount(ServiceAccountAction::Add(name)) | Action::Team(TeamAction::Add(name)) => {
            is_free(o, name, None)
        }
        Action::ServiceAccount(ServiceAccountAction::Rename { service_account, name }) => {
            let owner = Grantee::ServiceAccount(service_account.clone());
            has(o, &owner) && is_free(o, name, Some(&owner))
        }
        Action::ServiceAccount(ServiceAccountAction::Remove(id)) => has(o, &Grantee::ServiceAccount(id.clone())),
        Action::Team(TeamAction::Rename { team, name }) => {
            let owner = Grantee::Team(team.clone());
            has(o, &owner) && is_free(o, name, Some(&owner))
        }
        Action::Team(TeamAction::Remove(team)) => {
            let team = Grantee::Team(team.clone());
            let mut projects = o.projects().filter(|one| Grantee::Team(one.team.clone()) == team);
            has(o, &team)
                && keeps_admins(o, None, |row, _| row.grantee == team)
                && projects.all(|project| catalog::is_free_of_protection(o, &project.id))
        }
        Action::Team(TeamAction::AddPerson { team, person: id, .. }) => {
            has(o, &Grantee::Team(team.clone())) && person(id) && !in_team(team, AccountId::Person(id.clone()))
        }
        Action::Team(TeamAction::SetRole { team, person: id, .. }) => in_team(team, AccountId::Person(id.clone())),
        Action::Team(TeamAction::RemovePerson { team, person: id }) => {
            let row_of = Grantee::Team(team.clone());
            in_team(team, AccountId::Person(id.clone()))
                && keeps_admins(o, None, |row, one| row.grantee == row_of && one == id)
        }
        Action::Team(TeamAction::AddServiceAccount { team, service_account }) => {
            let account = AccountId::ServiceAccount(service_account.clone());
            has(o, &Grantee::Team(team.clone())) && exists(o, &account) && !in_team(team, account)
        }
        Action::Team(TeamAction::RemoveServiceAccount { team, service_account }) => {
            in_team(team, AccountId::ServiceAccount(service_account.clone()))
        }
        _ => true,
    }
}

fn registry_allows(o: &Organization, actor: &AccountId, action: &Action) -> bool {
    let registry_by_id = |id: &RegistryId| o.registry(id).map(|registry| &**registry);
    let is_listed = |id, grantee: &Grantee| {
        registry_by_id(id).is_some_and(|one| one.rows().iter().any(|row| row.grantee == *grantee))
    };
    let accepts = |id| registry_by_id(id).map(Registry::accepts);
    match action {
        Action::Registry(RegistryAction::Create(new)) => is_registry_name_free(o, &new.name, None),
        Action::Registry(RegistryAction::Rename { registry, name }) => is_registry_name_free(o, name, Some(registry)),
        Action::Registry(RegistryAction::SetVisibility { registry, visibility }) => {
            registry_by_id(registry).is_some_and(|registry| {
                let stays = registry.visibility() == Visibility::Restricted && o.restricted_stays();
                match visibility {
                    Visibility::Organization => !stays,
                    // Only the base role ends.
                    Visibility::Restricted => {
                        registry.visibility() == Visibility::Restricted
                            || grants(o, actor, registry).iter().any(|(_, source)| *source != Source::Base)
                    }
                }
            })
        }
        Action::Registry(RegistryAction::AcceptAllTypes(registry)) => {
            registry_by_id(registry).is_some_and(|registry| registry.core_kind().is_none())
        }
        Action::Registry(RegistryAction::SpecifyTypes { registry, types }) => {
            !types.is_empty()
                || accepts(registry).is_some_and(|accepts| !accepts.saved().is_empty())
                || o.collections().any(|one| one.registry == *registry)
        }
        Action::Registry(RegistryAction::AddTypes { registry, types }) => {
            !types.is_empty() && accepts(registry).is_some_and(|accepts| !accepts.is_all())
        }
        Action::Registry(RegistryAction::RemoveType { .. }) => false,
        Action::Registry(RegistryAction::ProtectAlias { alias, .. }) => !alias.is_managed(),
        Action::Registry(RegistryAction::UnprotectAlias { registry, alias }) => {
            registry_by_id(registry).is_some_and(|one| one.protected_aliases().iter().any(|known| known == alias))
        }
        Action::Registry(RegistryAction::AddMember { registry, member, role }) => {
            has(o, member) && !is_listed(registry, member) && can_be(member, *role)
        }
        Action::Registry(RegistryAction::SetMemberRole { registry, member, role }) => {
            let stays_admin = *role == Role::Admin || keeps_admins(o, Some(registry), |row, _| row.grantee == *member);
            is_listed(registry, member) && can_be(member, *role) && stays_admin
        }
        Action::Registry(RegistryAction::RemoveMember { registry, member }) => {
            is_listed(registry, member) && keeps_admins(o, Some(registry), |row, _| row.grantee == *member)
        }
        Action::Registry(RegistryAction::SetOwner { registry, person }) => {
            is_listed(registry, &Grantee::Person(person.clone()))
        }
        _ => true,
    }
}

fn can_be(member: &Grantee, role: Role) -> bool {
    !matches!(member, Grantee::ServiceAccount(_)) || matches!(role, Role::Member | Role::Admin)
}

fn has_other_admin(organization: &Organization, id: &PersonId) -> bool {
    organization.people().any(|person| person.id != *id && person.role == OrganizationRole::Admin)
}

/// Whether every custom registry, or only this one, keeps an admin when some people lose the role of some row.
fn keeps_admins(
    organization: &Organization,
    only: Option<&RegistryId>,
    gone: impl Fn(&Row, &PersonId) -> bool,
) -> bool {
    organization
        .registries()
        .filter(|registry| registry.core_kind().is_none() && only.is_none_or(|only| registry.id() == only))
        .all(|registry| admins(organization, registry).iter().any(|(row, person)| !gone(row, person)))
}

/// All people who administer the registry, each with the row that gives the role.
fn admins(organization: &Organization, registry: &Registry) -> Vec<(Row, PersonId)> {
    let mut admins = Vec::new();
    for row in registry.rows().iter().filter(|row| row.role == Role::Admin) {
        for person in organization.people() {
            let account = AccountId::Person(person.id.clone());
            let reached = match &row.grantee {
                Grantee::Person(id) => *id == person.id,
                Grantee::Team(team) => is_in_team(organization, &account, team),
                Grantee::ServiceAccount(_) => false,
            };
            if reached {
                admins.push((row.clone(), person.id.clone()));
            }
        }
    }
    admins
}

/// All usernames, addresses and names in the directory.
pub fn names(organization: &Organization) -> Vec<(FoldKey, Grantee)> {
    let mut names = Vec::new();
    for person in organization.people() {
        let grantee = Grantee::Person(person.id.clone());
        names.extend([(person.username.key(), grantee.clone()), (person.email.key(), grantee)]);
    }
    let accounts = organization.service_accounts();
    names.extend(accounts.map(|one| (one.name.key(), Grantee::ServiceAccount(one.id.clone()))));
    names.extend(organization.teams().map(|team| (team.name.key(), Grantee::Team(team.id.clone()))));
    names
}

fn is_free(organization: &Organization, name: &AccountName, owner: Option<&Grantee>) -> bool {
    names(organization).iter().all(|(key, holder)| *key != name.key() || Some(holder) == owner)
}

fn is_address_free(organization: &Organization, email: &Email, owner: Option<&PersonId>) -> bool {
    !organization.people().any(|person| person.email.key() == email.key() && Some(&person.id) != owner)
}

fn is_registry_name_free(organization: &Organization, name: &RegistryName, owner: Option<&RegistryId>) -> bool {
    let core = ["Models", "model", "Datasets", "dataset"].map(NameKey::of);
    !core.contains(name.key())
        && organization.registries().all(|one| Some(one.id()) == owner || one.name().key() != name.key())
}

/// A changed role: registry, account, role before, role after.
pub type Difference = (RegistryId, AccountId, Option<Role>, Option<Role>);

/// All changed roles, in registries that the account sees before or after.
pub fn differences(before: &Organization, after: &Organization, view_for: &AccountId) -> BTreeSet<Difference> {
    let everybody: BTreeSet<AccountId> = before.accounts().chain(after.accounts()).collect();
    let everywhere: BTreeSet<RegistryId> =
        before.registries().chain(after.registries()).map(|registry| registry.id().clone()).collect();
    let mut differences = BTreeSet::new();
    for id in everywhere {
        if !sees(before, view_for, &id) && !sees(after, view_for, &id) {
            continue;
        }
        for account in &everybody {
            let role_in = |organization: &Organization| role(organization, account, organization.registry(&id)?);
            let (old, new) = (role_in(before), role_in(after));
            if old != new {
                differences.insert((id.clone(), account.clone(), old, new));
            }
        }
    }
    differences
}
