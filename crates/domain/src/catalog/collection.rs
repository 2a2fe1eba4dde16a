//! Collections of registries, and the links in them.

use std::rc::Rc;

use rpds::HashTrieMap;

use super::series::{Numbered, Series};
use crate::table::Identified;
use crate::{
    AccountId, Alias, ArtifactType, CollectionId, CollectionName, Description, LinkId, NewCollection, RegistryId,
    Stamp, Tags, VersionId,
};

/// A named set of links to versions of one artifact type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// The id, which never changes.
    pub id: CollectionId,
    /// The registry, which never changes.
    pub registry: RegistryId,
    /// The name, unique in the registry by exact comparison (R).
    pub name: CollectionName,
    /// The type, which never changes.
    pub artifact_type: ArtifactType,
    /// The description in Markdown, which may be empty.
    pub description: Description,
    /// The tags.
    pub tags: Tags,
    /// The links, numbered in the order of linking, and their aliases.
    pub links: Series<Link>,
    /// The time and the author of its creation.
    pub created: Stamp,
    /// The time and the author of its last change, also of its links and aliases.
    pub changed: Stamp,
    history: HashTrieMap<Alias, Rc<Vec<AliasSpan>>>,
}

/// A version in a collection: a pointer to a version in a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The id, which never changes.
    pub id: LinkId,
    /// The collection, which never changes.
    pub collection: CollectionId,
    /// The number in the collection.
    pub number: u32,
    /// The version in its project.
    pub source: VersionId,
    /// The time and the author of the linking.
    pub linked: Stamp,
}

/// The time in which a version of a collection held an alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasSpan {
    /// The number of the version, which may be unlinked.
    pub number: u32,
    /// Since when the version held it, in UTC milliseconds since 1970.
    pub from: i64,
    /// Until when the version held it, or `None` if it holds it now.
    pub until: Option<i64>,
    /// The account that gave it, or that took `latest` from a newer version.
    pub by: AccountId,
}

impl Numbered for Link {
    fn number(&self) -> u32 {
        self.number
    }
}

impl Identified for Collection {
    type Id = CollectionId;

    fn id(&self) -> &CollectionId {
        &self.id
    }
}

impl Collection {
    pub(crate) fn new(id: CollectionId, new: &NewCollection, created: Stamp) -> Self {
        Self {
            id,
            registry: new.registry.clone(),
            name: new.name.clone(),
            artifact_type: new.artifact_type.clone(),
            description: new.description.clone(),
            tags: new.tags.clone(),
            links: Series::default(),
            changed: created.clone(),
            created,
            history: HashTrieMap::new(),
        }
    }

    /// The versions that have held an alias, the newest first. For `latest` as well.
    pub fn history(&self, alias: &Alias) -> impl Iterator<Item = &AliasSpan> {
        self.history.get(alias).into_iter().flat_map(|spans| spans.iter().rev())
    }

    pub(crate) fn link(&mut self, id: LinkId, source: VersionId, stamp: &Stamp) -> u32 {
        let collection = self.id.clone();
        let number = self.links.push(|number| Link { id, collection, number, source, linked: stamp.clone() });
        self.note(&Alias::latest(), Some(number), stamp);
        number
    }

    pub(crate) fn unlink(&mut self, number: u32, stamp: &Stamp) {
        let aliases: Vec<Alias> = self.links.aliases_of(number).cloned().collect();
        self.links.remove(number);
        for alias in &aliases {
            self.note(alias, None, stamp);
        }
        self.note(&Alias::latest(), self.links.holder(&Alias::latest()), stamp);
    }

    pub(crate) fn set_alias(&mut self, alias: &Alias, number: u32, stamp: &Stamp) {
        self.links.set_alias(alias, number);
        self.note(alias, self.links.holder(alias), stamp);
    }

    pub(crate) fn remove_alias(&mut self, alias: &Alias, stamp: &Stamp) {
        self.links.remove_alias(alias);
        self.note(alias, self.links.holder(alias), stamp);
    }

    /// Notes the holder of an alias in its history, unless it is the same as before.
    fn note(&mut self, alias: &Alias, holder: Option<u32>, stamp: &Stamp) {
        let is_open = |span: &&AliasSpan| span.until.is_none();
        let open = self.history.get(alias).and_then(|spans| spans.last()).filter(is_open).map(|span| span.number);
        if open == holder {
            return;
        }
        if !self.history.contains_key(alias) {
            self.history.insert_mut(alias.clone(), Rc::default());
        }
        let Some(spans) = self.history.get_mut(alias).map(Rc::make_mut) else { return };
        if let Some(last) = spans.last_mut().filter(|span| span.until.is_none()) {
            last.until = Some(stamp.at);
        }
        if let Some(number) = holder {
            spans.push(AliasSpan { number, from: stamp.at, until: None, by: stamp.by.clone() });
        }
    }
}
