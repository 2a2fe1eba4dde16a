//! Typed references to versions: `team/project/artifact:v0`, `registry/collection:production`.

use std::rc::Rc;

use domain::{Grantee, NAME_PREFIX, NameKey, Numbered, Series, VersionRef, View, normalize};

/// The version that the reference leads to, as far as the account sees it. Without a number or alias it is the newest one.
pub fn find_version(view: &View, text: &str) -> Option<VersionRef> {
    let (name, version) = match text.split_once(':') {
        Some((name, version)) => (name, Some(normalize(version))),
        None => (text, None),
    };
    let parts: Vec<String> = name.split('/').map(normalize).collect();
    let version = version.as_deref();
    match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, registry, collection] if NameKey::of(registry).as_str().starts_with(NAME_PREFIX) => {
            linked(view, registry, collection, version)
        }
        [team, project, artifact] => source(view, team, project, artifact, version),
        [registry, collection] => linked(view, registry, collection, version),
        _ => None,
    }
}

fn source(view: &View, team: &str, project: &str, artifact: &str, version: Option<&str>) -> Option<VersionRef> {
    let Some(Grantee::Team(team)) = view.grantee_named(team) else { return None };
    let project = view.catalog().project_named(&team, project)?.project;
    let versions = &view.catalog().artifact_named(&project.id, artifact)?.versions;
    Some(VersionRef::Source(item(versions, version)?.id.clone()))
}

fn linked(view: &View, registry: &str, collection: &str, version: Option<&str>) -> Option<VersionRef> {
    let registry = view.lookup().registry_named(registry)?;
    let links = &view.catalog().collection_named(registry.id(), collection)?.links;
    Some(VersionRef::Linked(item(links, version)?.id.clone()))
}

fn item<'a, T: Numbered>(series: &'a Series<T>, version: Option<&str>) -> Option<&'a Rc<T>> {
    version.map_or_else(|| series.latest(), |version| series.named(version))
}
