//! The rules of projects, versions and collections, written a second time. It looks everything up by searching all of it.

use domain::{
    AccountId, Action, Alias, Artifact, ArtifactType, Collection, CollectionAction, CollectionId, CollectionName, Link,
    LinkId, LinkTarget, Missing, NameKey, Organization, Permission, ProjectAction, ProjectId, ProjectName, Refusal,
    RegistryId, RegistryPermission, Role, TeamId, TeamRole, Version, VersionAction, VersionId, VersionRef,
};

use super::{is_admin, is_in_team, may_in, role};

/// The role of the account in the projects of a team.
pub fn team_role(organization: &Organization, account: &AccountId, team: &TeamId) -> Option<TeamRole> {
    let known = organization.teams().find(|one| one.id == *team)?;
    match account {
        _ if is_admin(organization, account) => Some(TeamRole::Admin),
        AccountId::Person(id) => known.people.get(id).copied(),
        AccountId::ServiceAccount(_) => is_in_team(organization, account, team).then_some(TeamRole::Member),
    }
}

fn team_of(organization: &Organization, project: &ProjectId) -> Option<TeamId> {
    organization.projects().find(|one| one.id == *project).map(|project| project.team.clone())
}

pub fn link<'a>(organization: &'a Organization, id: &LinkId) -> Option<(&'a Collection, &'a Link)> {
    let all = organization.collections().flat_map(|one| one.links.iter().map(move |link| (&**one, &**link)));
    all.into_iter().find(|(_, link)| link.id == *id)
}

/// The links of a registry with the protected aliases that they carry.
pub fn protected_links(organization: &Organization, registry: &RegistryId) -> Vec<(LinkId, Alias)> {
    let mut found = Vec::new();
    let Some(registry) = organization.registry(registry) else { return found };
    for collection in organization.collections().filter(|one| one.registry == *registry.id()) {
        for (alias, number) in collection.links.aliases() {
            if registry.protected_aliases().iter().any(|protected| protected == alias) {
                let link = collection.links.iter().find(|link| link.number == number).unwrap();
                found.push((link.id.clone(), alias.clone()));
            }
        }
    }
    found
}

pub fn may(organization: &Organization, account: &AccountId, permission: &Permission) -> bool {
    let in_team = |team: Option<TeamId>, needs| {
        team.is_some_and(|team| team_role(organization, account, &team).is_some_and(|has| has >= needs))
    };
    match permission {
        Permission::CreateProject(team) => in_team(Some(team.clone()), TeamRole::Member),
        Permission::WriteProject(project) => in_team(team_of(organization, project), TeamRole::Member),
        Permission::ManageProject(project) => in_team(team_of(organization, project), TeamRole::Admin),
        Permission::InCollection(id, permission) => {
            let Some(collection) = organization.collections().find(|one| one.id == *id) else { return false };
            may_unless_protected(organization, account, *permission, &collection.registry, |link| {
                collection.links.iter().any(|one| one.id == *link)
            })
        }
        Permission::OnLink(id, permission) => {
            let Some((collection, _)) = link(organization, id) else { return false };
            may_unless_protected(organization, account, *permission, &collection.registry, |link| link == id)
        }
        _ => false,
    }
}

fn may_unless_protected(
    organization: &Organization,
    account: &AccountId,
    permission: RegistryPermission,
    registry: &RegistryId,
    goes: impl Fn(&LinkId) -> bool,
) -> bool {
    use RegistryPermission::{DeleteCollection, UnlinkArtifact};
    let known = organization.registry(registry).unwrap();
    let removes = matches!(permission, DeleteCollection | UnlinkArtifact);
    let is_protected = removes && protected_links(organization, registry).iter().any(|(link, _)| goes(link));
    may_in(organization, account, registry, permission)
        && (!is_protected || role(organization, account, known) == Some(Role::Admin))
}

/// The answer of a review.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Allowed,
    Missing(Missing),
    Denied,
    Refused,
}

impl Outcome {
    pub fn of(reviewed: &Result<(), Refusal>) -> Self {
        match reviewed {
            Ok(()) => Self::Allowed,
            Err(Refusal::Missing(missing)) => Self::Missing(*missing),
            Err(Refusal::Denied(_)) => Self::Denied,
            Err(_) => Self::Refused,
        }
    }
}

/// The first of these conditions that does not hold decides.
type Steps = Result<(), Outcome>;

fn need(condition: bool, otherwise: Outcome) -> Steps {
    if condition { Ok(()) } else { Err(otherwise) }
}

/// The answer of the rules to an action on projects, versions and collections; `None` for another action.
pub fn outcome(o: &Organization, actor: &AccountId, action: &Action) -> Option<Outcome> {
    let steps = match action {
        Action::Project(action) => project_steps(o, actor, action),
        Action::Version(action) => version_steps(o, actor, action),
        Action::Collection(action) => collection_steps(o, actor, action),
        _ => return None,
    };
    Some(steps.err().unwrap_or(Outcome::Allowed))
}

pub fn sees_project(o: &Organization, account: &AccountId, project: &ProjectId) -> bool {
    team_of(o, project).is_some_and(|team| team_role(o, account, &team).is_some())
}

pub fn role_by_id(o: &Organization, account: &AccountId, registry: &RegistryId) -> Option<Role> {
    role(o, account, o.registry(registry)?)
}

pub fn version<'a>(o: &'a Organization, id: &VersionId) -> Option<(&'a Artifact, &'a Version)> {
    let all = o.artifacts().flat_map(|one| one.versions.iter().map(move |version| (&**one, &**version)));
    all.into_iter().find(|(_, version)| version.id == *id)
}

/// A version with its artifact, and the link by which it is reached.
type Seen<'a> = (&'a Artifact, &'a Version, Option<(&'a Collection, &'a Link)>);

/// A version that the account sees.
fn seen<'a>(o: &'a Organization, actor: &AccountId, reference: &VersionRef) -> Option<Seen<'a>> {
    match reference {
        VersionRef::Source(id) => {
            let (artifact, version) = version(o, id)?;
            sees_project(o, actor, &artifact.project).then_some((artifact, version, None))
        }
        VersionRef::Linked(id) => {
            let (collection, link) = link(o, id)?;
            role_by_id(o, actor, &collection.registry)?;
            let (artifact, version) = version(o, &link.source)?;
            Some((artifact, version, Some((collection, link))))
        }
    }
}

/// The versions that carry a protected alias in any registry.
fn protected_versions(o: &Organization) -> Vec<VersionId> {
    let links = o.registries().flat_map(|registry| protected_links(o, registry.id()));
    links.map(|(id, _)| link(o, &id).unwrap().1.source.clone()).collect()
}

/// Whether no version of the project carries a protected alias anywhere.
pub fn is_free_of_protection(o: &Organization, project: &ProjectId) -> bool {
    protected_versions(o).iter().all(|id| version(o, id).unwrap().0.project != *project)
}

fn project_steps(o: &Organization, actor: &AccountId, action: &ProjectAction) -> Steps {
    let is_free = |team: &TeamId, name: &ProjectName, owner: Option<&ProjectId>| {
        let mut others = o.projects().filter(|one| one.team == *team && Some(&one.id) != owner);
        others.all(|one| NameKey::of(one.name.as_str()) != NameKey::of(name.as_str()))
    };
    let managed = |project: &ProjectId| {
        need(sees_project(o, actor, project), Outcome::Missing(Missing::Project))?;
        need(may(o, actor, &Permission::ManageProject(project.clone())), Outcome::Denied)
    };
    match action {
        ProjectAction::Create { team, name } => {
            need(o.team(team).is_some(), Outcome::Missing(Missing::Team))?;
            need(may(o, actor, &Permission::CreateProject(team.clone())), Outcome::Denied)?;
            need(is_free(team, name, None), Outcome::Refused)
        }
        ProjectAction::Rename { project, name } => {
            managed(project)?;
            need(is_free(&team_of(o, project).unwrap(), name, Some(project)), Outcome::Refused)
        }
        ProjectAction::Delete(project) => {
            managed(project)?;
            need(is_free_of_protection(o, project), Outcome::Refused)
        }
    }
}

/// Whether the alias is `latest`, or `v` with digits.
fn is_managed(alias: &Alias) -> bool {
    let text = alias.as_str();
    text == "latest"
        || (text != "v" && text.strip_prefix('v').is_some_and(|rest| rest.chars().all(|c| "0123456789".contains(c))))
}

/// Only `latest` is ignored where a version is logged or linked.
fn can_be_asked_for(aliases: &[Alias]) -> bool {
    aliases.iter().all(|alias| alias.as_str() == "latest" || !is_managed(alias))
}

fn writes(o: &Organization, actor: &AccountId, artifact: &Artifact) -> Steps {
    need(may(o, actor, &Permission::WriteProject(artifact.project.clone())), Outcome::Denied)
}

fn has_role(o: &Organization, actor: &AccountId, collection: &Collection, needs: Role) -> Steps {
    need(role_by_id(o, actor, &collection.registry).is_some_and(|has| has >= needs), Outcome::Denied)
}

fn usable<'a>(o: &'a Organization, actor: &AccountId, reference: &VersionRef) -> Result<&'a Artifact, Outcome> {
    let (artifact, _, link) = seen(o, actor, reference).ok_or(Outcome::Missing(Missing::Version))?;
    if let Some((collection, _)) = link.filter(|_| !sees_project(o, actor, &artifact.project)) {
        has_role(o, actor, collection, Role::Viewer)?;
    }
    Ok(artifact)
}

fn version_steps(o: &Organization, actor: &AccountId, action: &VersionAction) -> Steps {
    let missing = || Outcome::Missing(Missing::Version);
    // Changes what belongs to the source: as a Member of the registry by a link, and always with write access.
    let changed = |reference: &VersionRef, is_change: bool| {
        let (artifact, version, link) = seen(o, actor, reference).ok_or_else(missing)?;
        if let Some((collection, _)) = link.filter(|_| is_change) {
            has_role(o, actor, collection, Role::Member)?;
        }
        writes(o, actor, artifact)?;
        Ok(version)
    };
    let alias_steps = |reference: &VersionRef, alias: &Alias| {
        let (artifact, version, link) = seen(o, actor, reference).ok_or_else(missing)?;
        let held = match link {
            Some((collection, link)) => {
                let registry = o.registry(&collection.registry).unwrap();
                let is_protected = registry.protected_aliases().contains(alias);
                has_role(o, actor, collection, if is_protected { Role::Admin } else { Role::Member })?;
                collection.links.aliases().any(|held| held == (alias, link.number))
            }
            None => {
                writes(o, actor, artifact)?;
                artifact.versions.aliases().any(|held| held == (alias, version.number))
            }
        };
        need(!is_managed(alias), Outcome::Refused)?;
        Ok(held)
    };
    match action {
        VersionAction::Log(new) => {
            need(sees_project(o, actor, &new.project), Outcome::Missing(Missing::Project))?;
            need(may(o, actor, &Permission::WriteProject(new.project.clone())), Outcome::Denied)?;
            for input in new.run.iter().flat_map(|run| &run.inputs) {
                usable(o, actor, input)?;
            }
            let (kind, name) = (new.artifact_type.as_str(), new.name.as_str());
            let is_reserved = kind == "job"
                || kind.starts_with("wandb-")
                || (kind == "run_table" && name.starts_with("run-"))
                || (kind == "code" && name.starts_with("source-"));
            let mut known = o.artifacts().filter(|one| one.project == new.project && one.name == new.name);
            let fits = known.all(|one| one.artifact_type == new.artifact_type);
            need(can_be_asked_for(&new.aliases) && !is_reserved && fits, Outcome::Refused)
        }
        VersionAction::Edit { version, description, metadata, tags } => {
            changed(version, description.is_some() || metadata.is_some() || tags.is_some()).map(drop)
        }
        VersionAction::AddTags { version, .. } => changed(version, true).map(drop),
        VersionAction::RemoveTags { version, tags } => {
            let version = changed(version, true)?;
            let has = |tag| version.tags.as_slice().iter().any(|one| one == tag);
            need(tags.as_slice().iter().all(has), Outcome::Missing(Missing::Tag))
        }
        VersionAction::AddAlias { version, alias } => alias_steps(version, alias).map(drop),
        VersionAction::RemoveAlias { version, alias } => {
            need(alias_steps(version, alias)?, Outcome::Missing(Missing::Alias))
        }
        VersionAction::Delete(id) => {
            let (artifact, version, _) = seen(o, actor, &VersionRef::Source(id.clone())).ok_or_else(missing)?;
            writes(o, actor, artifact)?;
            need(!protected_versions(o).contains(&version.id), Outcome::Refused)
        }
    }
}

fn collection_steps(o: &Organization, actor: &AccountId, action: &CollectionAction) -> Steps {
    let named = |registry: &RegistryId, name: &CollectionName| {
        o.collections().find(|one| one.registry == *registry && one.name.as_str() == name.as_str())
    };
    let by_id = |id: &CollectionId| {
        let collection = o.collections().find(|one| one.id == *id);
        let collection = collection.filter(|one| role_by_id(o, actor, &one.registry).is_some());
        collection.ok_or(Outcome::Missing(Missing::Collection))
    };
    let accepts = |registry: &RegistryId, artifact_type: &ArtifactType| {
        let accepts = o.registry(registry).unwrap().accepts();
        accepts.is_all() || accepts.saved().iter().any(|one| one == artifact_type)
    };
    match action {
        CollectionAction::Create(new) => {
            let role = role_by_id(o, actor, &new.registry).ok_or(Outcome::Missing(Missing::Registry))?;
            need(role >= Role::Member, Outcome::Denied)?;
            let is_free = named(&new.registry, &new.name).is_none();
            need(is_free && accepts(&new.registry, &new.artifact_type), Outcome::Refused)
        }
        CollectionAction::Edit { collection, name, description, tags } => {
            let collection = by_id(collection)?;
            if name.is_some() || description.is_some() || tags.is_some() {
                has_role(o, actor, collection, Role::Member)?;
            }
            let holder = name.as_ref().and_then(|name| named(&collection.registry, name));
            need(holder.is_none_or(|holder| holder.id == collection.id), Outcome::Refused)
        }
        CollectionAction::AddTags { collection, .. } => has_role(o, actor, by_id(collection)?, Role::Member),
        CollectionAction::RemoveTags { collection, tags } => {
            let collection = by_id(collection)?;
            has_role(o, actor, collection, Role::Member)?;
            let has = |tag| collection.tags.as_slice().iter().any(|one| one == tag);
            need(tags.as_slice().iter().all(has), Outcome::Missing(Missing::Tag))
        }
        CollectionAction::Delete(id) => {
            by_id(id)?;
            let delete = Permission::InCollection(id.clone(), RegistryPermission::DeleteCollection);
            need(may(o, actor, &delete), Outcome::Denied)
        }
        CollectionAction::Link { version, target, aliases } => {
            let (registry, collection) = match target {
                LinkTarget::Collection(id) => {
                    let collection = by_id(id)?;
                    (collection.registry.clone(), Some(collection))
                }
                LinkTarget::Named { registry, name } => (registry.clone(), named(registry, name)),
            };
            let role = role_by_id(o, actor, &registry).ok_or(Outcome::Missing(Missing::Registry))?;
            need(role >= Role::Member, Outcome::Denied)?;
            let protected = o.registry(&registry).unwrap().protected_aliases();
            let sets_protected = aliases.iter().any(|alias| protected.contains(alias));
            need(!sets_protected || role == Role::Admin, Outcome::Denied)?;
            let artifact = usable(o, actor, version)?;
            need(can_be_asked_for(aliases), Outcome::Refused)?;
            let fits = collection.is_none_or(|one| one.artifact_type == artifact.artifact_type);
            need(accepts(&registry, &artifact.artifact_type) && fits, Outcome::Refused)
        }
        CollectionAction::Unlink(id) => {
            seen(o, actor, &VersionRef::Linked(id.clone())).ok_or(Outcome::Missing(Missing::Version))?;
            need(may(o, actor, &Permission::OnLink(id.clone(), RegistryPermission::UnlinkArtifact)), Outcome::Denied)
        }
    }
}
