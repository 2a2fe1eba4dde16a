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

/// The best matches, at most `limit`. The text after the first `:` is the number or an alias of a version, as in references. Without
/// a `:` each word may be one, in any place.
#[must_use]
pub fn find_in_projects(entries: &[Entry], typed: &str, limit: usize) -> Group<Item> {
    let (mut items, more, is_guess) = match typed.split_once(':') {
        Some((name, version)) => {
            let found = find_group(entries, &mut Query::of(name), usize::MAX);
            let versions = found.items.into_iter().filter_map(|entry| version_of(&entry.item, version.trim()));
            (versions.collect::<Vec<Item>>(), 0, found.is_guess)
        }
        None => {
            let found = find_group(entries, &mut Query::of(typed), limit);
            let versions = versions_by_words(entries, typed);
            // A version that has all words is no guess, and takes the place of guesses.
            let is_guess = found.is_guess && versions.is_empty();
            let (named, more) = if found.is_guess && !is_guess { (Vec::new(), 0) } else { (found.items, found.more) };
            (named.into_iter().map(|entry| entry.item.clone()).chain(versions).collect(), more, is_guess)
        }
    };
    let more = more + items.len().saturating_sub(limit);
    items.truncate(limit);
    Group { items, more, is_guess }
}

/// The versions that one of the words names, of artifacts that the other words find.
fn versions_by_words(entries: &[Entry], typed: &str) -> Vec<Item> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut versions = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        if !entries.iter().any(|entry| version_of(&entry.item, word).is_some()) {
            continue;
        }
        let others: Vec<&str> = words.iter().enumerate().filter(|(at, _)| *at != nth).map(|(_, word)| *word).collect();
        let found = match others.is_empty() {
            true => Group { items: entries.iter().collect(), more: 0, is_guess: false },
            false => find_group(entries, &mut Query::of(&others.join(" ")), usize::MAX),
        };
        if found.is_guess {
            continue;
        }
        versions.extend(found.items.into_iter().filter_map(|entry| version_of(&entry.item, word)));
    }
    versions
}

/// The version of an artifact with this number or alias.
fn version_of(item: &Item, version: &str) -> Option<Item> {
    let Item::Artifact(artifact, project) = item else { return None };
    let number = artifact.versions.named(version)?.number;
    Some(Item::Version(Rc::clone(artifact), Rc::clone(project), number))
}
