//! The plan of an operation on several collections or versions. Each item is reviewed after the ones before it, as the dispatch does,
//! so that the preview and the result are the same.

use domain::{
    Action, Alias, CatalogView, CollectionAction, CollectionId, Id, LinkId, Missing, Refusal, Tags, VersionAction,
    VersionRef, View,
};

/// A selected item.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Collection(CollectionId),
    Version(LinkId),
}

/// The operation on each item.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    AddTags(Tags),
    RemoveTags(Tags),
    /// Gives the alias to the latest version of each collection.
    AddAlias(Alias),
    /// Takes all aliases from each version.
    RemoveAliases,
    /// Deletes each collection, or unlinks each version.
    Remove,
}

/// The accepted actions as one intent, with the names of their items, and the refused items with the reasons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub actions: Vec<Action>,
    pub accepted: Vec<String>,
    pub refused: Vec<(String, Refusal)>,
}

impl Plan {
    /// Plans the operation for the items that the account still sees.
    pub fn of(view: &View, operation: &Operation, items: &[Item]) -> Self {
        let catalog = view.catalog();
        let mut trial = view.trial();
        let mut plan = Self::default();
        for item in items {
            let Some(name) = name_of(catalog, item) else { continue };
            let actions = match actions_of(catalog, operation, item) {
                Ok(actions) => actions,
                Err(refusal) => {
                    plan.refused.push((name, refusal));
                    continue;
                }
            };
            let mut is_accepted = false;
            for action in actions {
                match trial.step(&action, Id::from_text("")) {
                    Ok(()) => {
                        plan.actions.push(action);
                        is_accepted = true;
                    }
                    Err(refusal) => plan.refused.push((name.clone(), refusal)),
                }
            }
            if is_accepted {
                plan.accepted.push(name);
            }
        }
        plan
    }
}

/// The reference of an item.
fn name_of(catalog: CatalogView<'_>, item: &Item) -> Option<String> {
    match item {
        Item::Collection(id) => catalog.collection(id).map(|collection| catalog.name_of_collection(collection)),
        Item::Version(id) => catalog.name_of(&VersionRef::Linked(id.clone())),
    }
}

fn actions_of(catalog: CatalogView<'_>, operation: &Operation, item: &Item) -> Result<Vec<Action>, Refusal> {
    let action = match (operation, item) {
        (Operation::AddTags(tags), Item::Collection(id)) => {
            CollectionAction::AddTags { collection: id.clone(), tags: tags.clone() }.into()
        }
        (Operation::AddTags(tags), Item::Version(id)) => {
            VersionAction::AddTags { version: VersionRef::Linked(id.clone()), tags: tags.clone() }.into()
        }
        (Operation::RemoveTags(tags), Item::Collection(id)) => {
            CollectionAction::RemoveTags { collection: id.clone(), tags: tags.clone() }.into()
        }
        (Operation::RemoveTags(tags), Item::Version(id)) => {
            VersionAction::RemoveTags { version: VersionRef::Linked(id.clone()), tags: tags.clone() }.into()
        }
        (Operation::AddAlias(alias), Item::Collection(id)) => {
            let latest = catalog.collection(id).and_then(|collection| collection.links.latest());
            let link = latest.ok_or(Refusal::Missing(Missing::Version))?;
            VersionAction::AddAlias { version: VersionRef::Linked(link.id.clone()), alias: alias.clone() }.into()
        }
        (Operation::AddAlias(alias), Item::Version(id)) => {
            VersionAction::AddAlias { version: VersionRef::Linked(id.clone()), alias: alias.clone() }.into()
        }
        (Operation::RemoveAliases, item) => return removals_of_aliases(catalog, item),
        (Operation::Remove, Item::Collection(id)) => CollectionAction::Delete(id.clone()).into(),
        (Operation::Remove, Item::Version(id)) => CollectionAction::Unlink(id.clone()).into(),
    };
    Ok(vec![action])
}

/// The removal of each alias but `latest`, which nobody removes.
fn removals_of_aliases(catalog: CatalogView<'_>, item: &Item) -> Result<Vec<Action>, Refusal> {
    let missing = || Refusal::Missing(Missing::Alias);
    let Item::Version(id) = item else { return Err(missing()) };
    let version = VersionRef::Linked(id.clone());
    let aliases = catalog.version(&version).map(|version_view| version_view.aliases()).unwrap_or_default();
    let removals = aliases.into_iter().filter(|alias| !alias.is_managed());
    let removals = removals.map(|alias| VersionAction::RemoveAlias { version: version.clone(), alias }.into());
    let removals: Vec<Action> = removals.collect();
    if removals.is_empty() { Err(missing()) } else { Ok(removals) }
}

#[cfg(test)]
mod tests {
    use domain::{AccountId, Alias, CoreRegistry, Refusal, Tag, View};
    use journal::MemoryStore;
    use test_support::demo::demo_workspace;
    use workspace::{RecordInfo, Via, Workspace};

    use super::{Item, Operation, Plan};

    /// The demo organization, and the accounts with these usernames.
    struct Demo {
        workspace: Workspace<MemoryStore>,
        founder: AccountId,
    }

    impl Demo {
        fn new() -> Self {
            let (workspace, founder) = demo_workspace();
            Self { workspace, founder }
        }

        fn view(&self, username: &str) -> View {
            let account = self.workspace.view_for(&self.founder).unwrap().account_by_reference(username).unwrap();
            self.workspace.view_for(&account).unwrap()
        }
    }

    fn models(view: &View) -> Vec<Item> {
        let registry = CoreRegistry::Models.id();
        let collections = view.catalog().collections_of(&registry);
        collections.map(|collection| Item::Collection(collection.id.clone())).collect()
    }

    fn tag(text: &str) -> domain::Tags {
        [Tag::parse(text).unwrap()].into_iter().collect()
    }

    #[test]
    fn accepted_actions_are_one_intent() {
        let mut demo = Demo::new();
        let view = demo.view("ada.okafor");
        let items = models(&view);
        let plan = Plan::of(&view, &Operation::AddTags(tag("reviewed")), &items);
        assert_eq!((plan.accepted.len(), plan.actions.len(), plan.refused.len()), (items.len(), items.len(), 0));
        let info = RecordInfo { at: 0, via: Via::Interface };
        demo.workspace.dispatch(&view.account, &plan.actions, info).unwrap();
        let view = demo.view("ada.okafor");
        let reviewed = Tag::parse("reviewed").unwrap();
        let registry = CoreRegistry::Models.id();
        let mut collections = view.catalog().collections_of(&registry);
        assert!(collections.all(|one| one.tags.contains(&reviewed)));
    }

    #[test]
    fn each_refused_item_has_its_reason_and_the_others_are_done() {
        let view = Demo::new().view("ada.okafor");
        let plan = Plan::of(&view, &Operation::RemoveTags(tag("no such tag")), &models(&view));
        assert!(plan.actions.is_empty() && !plan.refused.is_empty());

        // Of two equal items the second is refused, as the dispatch would.
        let twice = [models(&view), models(&view)].concat();
        let plan = Plan::of(&view, &Operation::Remove, &twice);
        assert_eq!((plan.accepted.len(), plan.refused.len()), (twice.len() / 2, twice.len() / 2));
    }

    #[test]
    fn somebody_without_the_role_is_refused_for_each() {
        let view = Demo::new().view("noa.levi");
        for operation in
            [Operation::AddTags(tag("x")), Operation::AddAlias(Alias::parse("x").unwrap()), Operation::Remove]
        {
            let items = models(&view);
            let plan = Plan::of(&view, &operation, &items);
            assert_eq!((plan.actions.len(), plan.refused.len()), (0, items.len()), "{operation:?}");
            assert!(plan.refused.iter().all(|(_, refusal)| matches!(refusal, Refusal::Denied(_))));
        }
        assert!(!models(&view).is_empty(), "it sees them");
    }

    #[test]
    fn a_member_cannot_unlink_versions_with_protected_aliases() {
        let view = Demo::new().view("mina.park");
        let registry = view.registry_by_reference("Production_Models").unwrap().registry.id().clone();
        let collection = view.catalog().collection_named(&registry, "support-assistant").unwrap();
        let all: Vec<Item> = collection.links.iter().map(|link| Item::Version(link.id.clone())).collect();
        let is_protected = |refusal: &Refusal| match refusal {
            Refusal::Denied(_) => true,
            Refusal::Missing(domain::Missing::Alias) => false,
            other => panic!("{other:?}"),
        };
        let count = |operation: &Operation| {
            let plan = Plan::of(&view, operation, &all);
            (plan.actions.len(), plan.refused.iter().filter(|(_, refusal)| is_protected(refusal)).count())
        };
        assert_eq!(count(&Operation::Remove), (all.len() - 1, 1));
        // `candidate` goes, and `production` stays.
        assert_eq!(count(&Operation::RemoveAliases), (1, 1));
    }
}
