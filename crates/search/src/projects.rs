//! Search for projects, their artifacts, and the versions of these.

use std::rc::Rc;

use domain::View;

use crate::catalog::Group;
use crate::rank::{Query, SearchText};
use crate::{Entry, Item, filter_text, find_group, sort_by_name};

/// Entries for the projects that the account sees, found by name and `team/project`, and for their artifacts, found by name, type
/// and `team/project/artifact`.
#[must_use]
pub fn projects(view: &View) -> Vec<Entry> {
    let catalog = view.catalog();
    let entry = |item, name: &str, aliases: &[&str]| Entry {
        item,
        name: SearchText::of(&filter_text(name)),
        aliases: aliases.iter().map(|text| SearchText::of(&filter_text(text))).collect(),
        description: None,
    };
    let mut entries = Vec::new();
    for project_view in catalog.projects() {
        let project = project_view.project;
        let reference: Rc<str> = catalog.name_of_project(project).into();
        entries.push(entry(
            Item::Project(Rc::clone(project), Rc::clone(&reference)),
            project.name.as_str(),
            &[&reference],
        ));
        for artifact in catalog.artifacts_of(&project.id) {
            let aliases = [&*catalog.name_of_artifact(artifact), artifact.artifact_type.as_str()];
            let item = Item::Artifact(Rc::clone(artifact), Rc::clone(&reference));
            entries.push(entry(item, artifact.name.as_str(), &aliases));
        }
    }
    sort_by_name(entries)
}

/// The best matches, at most `limit`. What follows the first `:` is the number or an alias of a version, as in references.
#[must_use]
pub fn find_in_projects(entries: &[Entry], typed: &str, limit: usize) -> Group<Item> {
    let (name, version) = match typed.split_once(':') {
        Some((name, version)) => (name, Some(version.trim())),
        None => (typed, None),
    };
    let found = find_group(entries, &mut Query::of(name), if version.is_some() { usize::MAX } else { limit });
    let found = found.map(|entry| entry.item.clone());
    let Some(version) = version else { return found };
    let mut items: Vec<Item> = found.items.into_iter().filter_map(|item| version_of(item, version)).collect();
    let more = items.len().saturating_sub(limit);
    items.truncate(limit);
    Group { items, more, is_guess: found.is_guess }
}

/// The version of an artifact with this number or alias.
fn version_of(item: Item, version: &str) -> Option<Item> {
    let Item::Artifact(artifact, project) = item else { return None };
    let number = artifact.versions.named(version)?.number;
    Some(Item::Version(artifact, project, number))
}
