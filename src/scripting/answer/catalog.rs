//! The answers about projects, versions and collections.

use domain::{
    Action, AliasChange, CollectionAction, CollectionId, Gone, GoneObject, Grantee, Id, LinkId, Numbered,
    ProjectAction, ProjectId, ProjectView, ProtectionChange, Registry, Series, SeriesId, VersionAction, VersionId,
    VersionRef, VersionView, View,
};

use super::accounts::{account, stamp, time};
use crate::scripting::copy::Copier;
use crate::scripting::error::holders;
use crate::scripting::intent::MadeInCatalog;
use crate::scripting::types::answer;

/// `v3`.
fn numbered(number: u32) -> String {
    format!("v{number}")
}

fn latest<T: Numbered>(series: &Series<T>) -> Option<String> {
    series.latest().map(|item| numbered(item.number()))
}

/// A number of bytes, which is exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "sums of sizes beyond it are not real")]
pub fn bytes(size: u64) -> f64 {
    size as f64
}

pub fn file(file: &domain::File) -> answer::File {
    answer::File { path: file.path.to_string(), size: bytes(file.size), digest: file.digest.to_string() }
}

pub fn project<'a>(view: &'a View, project_view: &ProjectView<'a>) -> answer::Project<'a> {
    let artifacts = view.catalog().artifacts_of(&project_view.project.id).map(|artifact| answer::Artifact {
        name: artifact.name.as_str(),
        artifact_type: artifact.artifact_type.as_str(),
        versions: artifact.versions.len(),
        latest: latest(&artifact.versions),
    });
    answer::Project {
        id: project_view.project.id.0.as_str(),
        team: view.name_of(&Grantee::Team(project_view.project.team.clone())).unwrap_or_default(),
        name: project_view.project.name.as_str(),
        role: project_view.role.into(),
        artifacts: artifacts.collect(),
        created: stamp(view, &project_view.project.created),
        changed: stamp(view, &project_view.project.changed),
    }
}

pub fn collection<'a>(
    view: &'a View,
    registry: &'a Registry,
    collection: &'a domain::Collection,
) -> answer::Collection<'a> {
    let aliases = collection.links.aliases().map(|(alias, number)| answer::HeldAlias {
        alias: alias.as_str(),
        version: numbered(number),
        protected: registry.protected_aliases().contains(alias),
    });
    answer::Collection {
        id: collection.id.0.as_str(),
        name: collection.name.as_str(),
        full_name: view.catalog().full_name_of_collection(collection),
        artifact_type: collection.artifact_type.as_str(),
        description: collection.description.as_str(),
        tags: tags(&collection.tags),
        versions: collection.links.len(),
        latest: latest(&collection.links),
        aliases: aliases.collect(),
        created: stamp(view, &collection.created),
        changed: stamp(view, &collection.changed),
    }
}

fn tags(tags: &domain::Tags) -> Vec<&str> {
    tags.as_slice().iter().map(|tag| tag.as_str()).collect()
}

pub fn version_summary<'a>(
    view: &'a View,
    version_view: &VersionView<'a>,
    copier: &Copier,
) -> answer::VersionSummary<'a> {
    let (catalog, version) = (view.catalog(), version_view.version);
    let source = VersionRef::Source(version.id.clone());
    let id = match version_view.link {
        Some((link, _)) => link.id.to_string(),
        None => version.id.to_string(),
    };
    let full_name = version_view
        .link
        .map(|(link, one)| format!("{}:{}", catalog.full_name_of_collection(one), numbered(link.number)));
    answer::VersionSummary {
        id,
        name: catalog.name_of(&version_view.reference()).unwrap_or_default(),
        full_name,
        number: version_view.number(),
        artifact_type: version_view.artifact.artifact_type.as_str(),
        aliases: version_view.aliases().iter().map(ToString::to_string).collect(),
        tags: tags(&version.tags),
        description: version.description.as_str(),
        metadata: copier.value(version.metadata.as_str()),
        digest: version.manifest.digest().to_string(),
        size: bytes(version.manifest.size()),
        file_count: version.manifest.files().len(),
        source: version_view.link.and_then(|_| catalog.name_of(&source)),
        created: stamp(view, &version.created),
        linked: version_view.link.map(|(link, _)| stamp(view, &link.linked)),
        run: version.run.as_ref().filter(|_| version_view.sees_source).map(|run| run.name.as_str()),
    }
}

pub fn version<'a>(view: &'a View, version_view: &VersionView<'a>, copier: &Copier) -> answer::Version<'a> {
    let (catalog, version) = (view.catalog(), version_view.version);
    let names = |references: Vec<VersionRef>| -> Vec<String> {
        references.iter().filter_map(|reference| catalog.name_of(reference)).collect()
    };
    let files = catalog.may_view_files(version_view).then(|| version.manifest.files().iter().map(file).collect());
    let is_other = |link: &&std::rc::Rc<domain::Link>| version_view.link.is_none_or(|(own, _)| own.id != link.id);
    let links = catalog.links_to(&version.id).filter(is_other);
    let names_of_links = links.filter_map(|link| catalog.name_of(&VersionRef::Linked(link.id.clone())));
    answer::Version {
        summary: version_summary(view, version_view, copier),
        metadata_text: version.metadata.as_str(),
        files,
        inputs: names(catalog.inputs_of(version_view)),
        used_by: names(catalog.users_of(version_view)),
        links: names_of_links.map(|name| answer::LinkName { name }).collect(),
    }
}

pub fn alias_span<'a>(view: &'a View, span: &'a domain::AliasSpan) -> answer::AliasSpan<'a> {
    answer::AliasSpan {
        version: numbered(span.number),
        from: time(span.from),
        until: span.until.map(time),
        by: account(view, &span.by),
    }
}

pub fn gone(gone: &Gone) -> answer::Gone<'_> {
    let (kind, id) = match &gone.object {
        GoneObject::Registry(id) => (answer::GoneKind::Registry, &id.0),
        GoneObject::Project(id) => (answer::GoneKind::Project, &id.0),
        GoneObject::Version(id) => (answer::GoneKind::Version, &id.0),
        GoneObject::Collection(id) => (answer::GoneKind::Collection, &id.0),
        GoneObject::Link(id) => (answer::GoneKind::Link, &id.0),
    };
    answer::Gone { kind, id: id.as_str(), name: &gone.name }
}

pub fn alias_change(change: &AliasChange) -> answer::AliasChange<'_> {
    let (collection, artifact) = match &change.series {
        SeriesId::Collection(id) => (Some(answer::Place { id: id.0.as_str(), name: &change.name }), None),
        SeriesId::Artifact(id) => (None, Some(answer::Place { id: id.0.as_str(), name: &change.name })),
    };
    answer::AliasChange {
        collection,
        artifact,
        alias: change.alias.as_str(),
        protected: change.protected,
        before: change.before.map(numbered),
        after: change.after.map(numbered),
    }
}

pub fn protection_change(change: &ProtectionChange) -> answer::ProtectionChange<'_> {
    answer::ProtectionChange {
        registry: answer::Place { id: change.registry.0.as_str(), name: change.name.as_str() },
        alias: change.alias.as_str(),
        before: change.before,
        after: change.after,
        holders: holders(&change.holders),
    }
}

/// The object that an action on the catalog has made, as the view shows it after the intent. What it does not show any more is
/// what was `tried`.
pub fn made(
    action: &Action,
    id: &Id,
    position: usize,
    tried: Option<&MadeInCatalog>,
    after: Option<&View>,
) -> Vec<answer::Made> {
    let object = |kind, id: String, name, existed: bool| answer::Made {
        action: position,
        kind,
        id,
        name: Some(name),
        existed: existed.then_some(true),
    };
    let catalog = after.map(View::catalog);
    // The id of an object that was there already means that object.
    let version = |kind, reference: VersionRef| {
        let version_view = catalog.and_then(|catalog| catalog.version(&reference));
        let own = version_view.map(|version_view| version_view.reference());
        let own = own.or_else(|| tried.map(|tried| tried.reference.clone())).unwrap_or_else(|| reference.clone());
        let name = catalog.and_then(|catalog| catalog.name_of(&own));
        let text = match &own {
            VersionRef::Source(id) => id.to_string(),
            VersionRef::Linked(id) => id.to_string(),
        };
        object(kind, text, name, own != reference)
    };
    let collection = |id: CollectionId| {
        let found = catalog?.collection(&id)?;
        let name = catalog.map(|catalog| catalog.name_of_collection(found));
        Some(object(answer::MadeKind::Collection, id.to_string(), name, false))
    };
    match action {
        Action::Project(ProjectAction::Create { .. }) => {
            let project = catalog.and_then(|catalog| catalog.project(&ProjectId(id.clone())));
            let name =
                catalog.zip(project).map(|(catalog, project_view)| catalog.name_of_project(project_view.project));
            vec![object(answer::MadeKind::Project, id.to_string(), name, false)]
        }
        Action::Version(VersionAction::Log(_)) => {
            vec![version(answer::MadeKind::Version, VersionRef::Source(VersionId(id.clone())))]
        }
        Action::Collection(CollectionAction::Create(_)) => {
            let missing = || object(answer::MadeKind::Collection, id.to_string(), None, false);
            vec![collection(CollectionId(id.clone())).unwrap_or_else(missing)]
        }
        Action::Collection(CollectionAction::Link { .. }) => {
            let link = LinkId(id.clone());
            let along = link.collection_made_along();
            let reference = VersionRef::Linked(link);
            let is_seen = catalog.is_some_and(|catalog| catalog.version(&reference).is_some());
            let is_gone = !is_seen && tried.is_some_and(|tried| tried.has_collection);
            let gone = || is_gone.then(|| object(answer::MadeKind::Collection, along.to_string(), None, false));
            let made = collection(along.clone()).or_else(gone);
            made.into_iter().chain([version(answer::MadeKind::Link, reference)]).collect()
        }
        Action::Project(ProjectAction::Rename { .. } | ProjectAction::Delete(_))
        | Action::Version(
            VersionAction::Edit { .. }
            | VersionAction::AddTags { .. }
            | VersionAction::RemoveTags { .. }
            | VersionAction::AddAlias { .. }
            | VersionAction::RemoveAlias { .. }
            | VersionAction::Delete(_),
        )
        | Action::Collection(
            CollectionAction::Edit { .. }
            | CollectionAction::AddTags { .. }
            | CollectionAction::RemoveTags { .. }
            | CollectionAction::Delete(_)
            | CollectionAction::Unlink(_),
        )
        | Action::Person(_)
        | Action::ServiceAccount(_)
        | Action::Team(_)
        | Action::Organization(_)
        | Action::Registry(_) => Vec::new(),
    }
}
