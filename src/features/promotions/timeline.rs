//! The protected aliases of a registry with the versions that carry and carried them, collection by collection.

use std::cmp::Reverse;
use std::rc::Rc;

use domain::{Alias, AliasSpan, Collection, Registry, View};

/// A protected alias in a collection; without one it was never used.
#[derive(Clone, Debug, PartialEq)]
pub struct Promotion<'a> {
    pub alias: &'a Alias,
    pub collection: Option<&'a Rc<Collection>>,
    /// Since when which version holds it.
    pub current: Option<&'a AliasSpan>,
    /// The number of earlier holders.
    pub earlier: usize,
}

impl<'a> Promotion<'a> {
    fn of(alias: &'a Alias, collection: &'a Rc<Collection>) -> Option<Self> {
        let current = collection.history(alias).next()?;
        let current = Some(current).filter(|span| span.until.is_none());
        let earlier = collection.history(alias).count() - usize::from(current.is_some());
        Some(Self { alias, collection: Some(collection), current, earlier })
    }

    /// The earlier holders, the latest first.
    pub fn earlier_spans(&self) -> impl Iterator<Item = &'a AliasSpan> + use<'a> {
        let alias = self.alias;
        let spans = self.collection.into_iter().flat_map(move |collection| collection.history(alias));
        spans.filter(|span| span.until.is_some())
    }

    /// Since when it is where it is.
    fn last_change(&self) -> Option<i64> {
        self.current.map(|span| span.from).or_else(|| self.earlier_spans().next()?.until)
    }
}

/// Alias by alias: the collections where a version holds it, the latest move first, then those where one held it.
pub fn promotions<'a>(view: &'a View, registry: &'a Registry) -> Vec<Promotion<'a>> {
    let collections: Vec<&Rc<Collection>> = view.catalog().collections_of(registry.id()).collect();
    let mut all = Vec::new();
    for alias in registry.protected_aliases() {
        let mut used: Vec<Promotion<'_>> =
            collections.iter().filter_map(|collection| Promotion::of(alias, collection)).collect();
        used.sort_by_key(|one| (one.current.is_none(), Reverse(one.last_change())));
        if used.is_empty() {
            used.push(Promotion { alias, collection: None, current: None, earlier: 0 });
        }
        all.append(&mut used);
    }
    all
}

#[cfg(test)]
mod tests {
    use domain::{VersionAction, VersionRef};
    use test_support::demo::demo_workspace;
    use workspace::{RecordInfo, Via};

    use super::{Promotion, promotions};

    fn by_hand(at: i64) -> RecordInfo {
        RecordInfo { at, via: Via::Interface }
    }

    #[test]
    fn every_protected_alias_is_listed_with_its_holders() {
        let (workspace, founder) = demo_workspace();
        let view = workspace.view_for(&founder).unwrap();
        let mut holders = 0;
        for registry_view in &view.registries {
            let found = promotions(&view, &registry_view.registry);
            for holder in view.catalog().protected_in(registry_view.registry.id()) {
                let is_holder = |one: &&Promotion<'_>| {
                    let number = one.current.map(|span| span.number);
                    let link = one.collection.zip(number).and_then(|(collection, number)| collection.links.get(number));
                    *one.alias == holder.alias && link.is_some_and(|link| link.id == holder.link)
                };
                assert_eq!(found.iter().filter(is_holder).count(), 1, "{holder:?}");
                holders += 1;
            }
            let listed: Vec<_> = registry_view.registry.protected_aliases().iter().collect();
            assert!(listed.iter().all(|alias| found.iter().any(|one| one.alias == *alias)));
            assert!(found.iter().all(|one| listed.contains(&one.alias)));
        }
        assert!(holders > 0);
    }

    #[test]
    fn a_moved_alias_names_its_earlier_holder_and_a_removed_one_is_held_no_more() {
        let (mut workspace, founder) = demo_workspace();
        let view = workspace.view_for(&founder).unwrap();
        let holder = view
            .registries
            .iter()
            .flat_map(|registry_view| view.catalog().protected_in(registry_view.registry.id()))
            .find(|one| {
                let version_view = view.catalog().version(&VersionRef::Linked(one.link.clone()));
                version_view
                    .and_then(|version_view| version_view.link)
                    .is_some_and(|(_, collection)| collection.links.len() > 1)
            });
        let holder = holder.unwrap();
        let version_view = view.catalog().version(&VersionRef::Linked(holder.link.clone())).unwrap();
        let collection = version_view.link.unwrap().1;
        let (before, id) = (version_view.number(), collection.id.clone());
        let other = collection.links.iter().find(|link| link.number != before).unwrap();
        let version = VersionRef::Linked(other.id.clone());
        let alias = holder.alias.clone();
        let now = workspace.last_change().unwrap() + 1000;
        let adding = VersionAction::AddAlias { version: version.clone(), alias: alias.clone() };
        workspace.dispatch(&founder, &[adding.into()], by_hand(now)).unwrap();

        let view = workspace.view_for(&founder).unwrap();
        let registry = &view.registry(&holder.registry).unwrap().registry;
        let of = |all: Vec<Promotion<'_>>| {
            let is_meant = |one: &&Promotion<'_>| *one.alias == alias && one.collection.is_some_and(|one| one.id == id);
            let one = all.iter().find(is_meant).unwrap();
            let earlier: Vec<_> = one.earlier_spans().map(|span| (span.number, span.until)).collect();
            assert_eq!(earlier.len(), one.earlier);
            (one.current.map(|span| (span.number, span.from)), earlier.first().copied())
        };
        assert_eq!(of(promotions(&view, registry)), (Some((other.number, now)), Some((before, Some(now)))));

        let removing = VersionAction::RemoveAlias { version, alias: alias.clone() };
        workspace.dispatch(&founder, &[removing.into()], by_hand(now + 1)).unwrap();
        let view = workspace.view_for(&founder).unwrap();
        let registry = &view.registry(&holder.registry).unwrap().registry;
        assert_eq!(of(promotions(&view, registry)), (None, Some((other.number, Some(now + 1)))));
    }
}
