//! The deeds of actions in the demo organization.

use domain::{
    Action, Alias, Collection, CollectionAction, CollectionName, Description, Id, LinkTarget, NewCollection, Tags,
    VersionAction, VersionId, VersionRef, View,
};
use journal::{MemoryStore, Token};
use workspace::{Site, Workspace};

use super::deeds;
use crate::state::walkthrough::steps::{Deed, Kind, Step};

fn demo() -> View {
    let token = Token::from_random([7; 8]);
    let mut workspace = Workspace::open(&Site::new(MemoryStore::new(), "/"), token.into(), token.into()).unwrap();
    let founder = samples::demo::fill(&mut workspace, samples::demo::Language::English).unwrap();
    workspace.view_for(&founder).unwrap()
}

/// The collection of the demo whose version v4 has the protected alias production.
fn production(view: &View) -> &Collection {
    let registry = view.registry_by_reference("Production_Models").unwrap().registry.id().clone();
    view.catalog().collection_named(&registry, "support-assistant").unwrap()
}

fn made() -> Id {
    Id::from_text("w.1.0")
}

#[track_caller]
fn check(view: &View, action: impl Into<Action>, expected: &[Deed]) {
    assert_eq!(deeds(&[action.into()], |_| made(), view), expected);
}

fn linked(collection: &Collection, number: u32) -> VersionRef {
    VersionRef::Linked(collection.links.get(number).unwrap().id.clone())
}

#[test]
fn only_a_protected_alias_counts_and_only_on_another_version() {
    let view = demo();
    let collection = production(&view);
    let add = |number, alias| VersionAction::AddAlias {
        version: linked(collection, number),
        alias: Alias::parse(alias).unwrap(),
    };
    check(&view, add(3, "production"), &[Deed::Alias { collection: collection.id.0.clone(), moves: true }]);
    check(&view, add(4, "production"), &[]);
    check(&view, add(3, "candidate"), &[]);
}

#[test]
fn linking_by_a_new_name_creates_the_collection() {
    let view = demo();
    let collection = production(&view);
    let version = linked(collection, 0);
    let link = |name| CollectionAction::Link {
        version: version.clone(),
        target: LinkTarget::Named { registry: collection.registry.clone(), name: CollectionName::parse(name).unwrap() },
        aliases: Vec::new(),
    };
    let of = |id: &Id| Deed::Step(Step::Link, Kind::Collection, id.clone());
    check(&view, link("support-assistant"), &[of(&collection.id.0)]);
    let new = domain::LinkId(made()).collection_made_along().0;
    let registry = collection.registry.0.clone();
    check(&view, link("brand-new"), &[Deed::Collection { registry, made: new.clone() }, of(&new)]);
}

#[test]
fn a_collection_is_created_and_linked_in_one_intent() {
    let view = demo();
    let collection = production(&view);
    let (registry, name) = (collection.registry.clone(), CollectionName::parse("brand-new").unwrap());
    let create = CollectionAction::Create(NewCollection {
        registry: registry.clone(),
        name: name.clone(),
        artifact_type: collection.artifact_type.clone(),
        description: Description::empty(),
        tags: Tags::default(),
    });
    let target = LinkTarget::Named { registry: registry.clone(), name };
    let link = CollectionAction::Link { version: linked(collection, 0), target, aliases: Vec::new() };
    let ids = |position: usize| Id::new("w.1", position);
    let expected =
        [Deed::Collection { registry: registry.0, made: ids(0) }, Deed::Step(Step::Link, Kind::Collection, ids(0))];
    assert_eq!(deeds(&[create.into(), link.into()], ids, &view), expected);
}

#[test]
fn labels_count_where_they_are_added() {
    let view = demo();
    let collection = production(&view);
    let tags = || Tags::parse_some("walked").unwrap();
    let of = |step| Deed::Step(step, Kind::Collection, collection.id.0.clone());
    let edit = CollectionAction::Edit {
        collection: collection.id.clone(),
        name: None,
        description: Some(Description::empty()),
        tags: Some(tags()),
    };
    check(&view, edit, &[of(Step::DescribeCollection), of(Step::TagCollection)]);
    let add = CollectionAction::AddTags { collection: collection.id.clone(), tags: tags() };
    check(&view, add, &[of(Step::TagCollection)]);
    let version = linked(collection, 0);
    check(&view, VersionAction::AddTags { version, tags: tags() }, &[of(Step::TagVersion)]);
    let source = VersionRef::Source(collection.links.get(0).unwrap().source.clone());
    check(&view, VersionAction::AddTags { version: source, tags: tags() }, &[]);
    let VersionRef::Linked(link) = linked(collection, 0) else { panic!() };
    check(&view, CollectionAction::Unlink(link), &[of(Step::Unlink)]);
    check(&view, VersionAction::Delete(VersionId(made())), &[]);
}
