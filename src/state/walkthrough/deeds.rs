//! The steps that an applied action does.

#[cfg(test)]
mod tests;

use domain::{
    Action, Alias, CollectionAction, CollectionId, Id, Link, LinkId, LinkTarget, NewCollection, RegistryAction,
    VersionAction, VersionRef, View, Visibility,
};

use super::steps::{Deed, Kind, Step};

/// The collections that earlier actions of an intent create, with their ids.
type Created<'a> = Vec<(&'a NewCollection, Id)>;

/// The deeds of an intent. `made` gives the id of the thing that the action at a position has made, and `before` is the view
/// without the intent.
pub fn deeds<'a>(actions: &'a [Action], made: impl Fn(usize) -> Id, before: &View) -> Vec<Deed<'a>> {
    let mut created = Created::new();
    let mut all = Vec::new();
    for (position, action) in actions.iter().enumerate() {
        let made = made(position);
        match action {
            Action::Registry(action) => all.extend(in_registry(action, &made)),
            Action::Version(action) => all.extend(on_version(action, before)),
            Action::Collection(action) => {
                all.extend(on_collection(action, &made, &created, before));
                if let CollectionAction::Create(new) = action {
                    created.push((new, made));
                }
            }
            Action::Person(_)
            | Action::ServiceAccount(_)
            | Action::Team(_)
            | Action::Organization(_)
            | Action::Project(_) => {}
        }
    }
    all
}

fn in_registry<'a>(action: &'a RegistryAction, made: &Id) -> Option<Deed<'a>> {
    Some(match action {
        RegistryAction::Create(new) => Deed::Registry(new, made.clone()),
        RegistryAction::SetVisibility { registry, visibility: Visibility::Restricted } => {
            Deed::Step(Step::Restrict, Kind::Registry, registry.0.clone())
        }
        RegistryAction::AddMember { registry, .. } => Deed::Step(Step::Confirm, Kind::Registry, registry.0.clone()),
        RegistryAction::ProtectAlias { registry, .. } => Deed::Step(Step::Protect, Kind::Registry, registry.0.clone()),
        RegistryAction::Delete(registry) => Deed::Deletion(Kind::Registry, registry.0.clone()),
        RegistryAction::SetVisibility { visibility: Visibility::Organization, .. }
        | RegistryAction::Rename { .. }
        | RegistryAction::Describe { .. }
        | RegistryAction::AcceptAllTypes(_)
        | RegistryAction::SpecifyTypes { .. }
        | RegistryAction::AddTypes { .. }
        | RegistryAction::RemoveType { .. }
        | RegistryAction::SetMemberRole { .. }
        | RegistryAction::RemoveMember { .. }
        | RegistryAction::SetOwner { .. }
        | RegistryAction::UnprotectAlias { .. } => return None,
    })
}

fn on_version(action: &VersionAction, before: &View) -> Option<Deed<'static>> {
    match action {
        VersionAction::Log(new) => Some(Deed::Step(Step::Log, Kind::Project, new.project.0.clone())),
        VersionAction::AddTags { version: VersionRef::Linked(id), .. }
        | VersionAction::Edit { version: VersionRef::Linked(id), tags: Some(_), .. } => {
            Some(in_collection(Step::TagVersion, &linked(id, before)?.collection))
        }
        VersionAction::AddAlias { version: VersionRef::Linked(id), alias } => given(linked(id, before)?, alias, before),
        VersionAction::Edit { .. }
        | VersionAction::AddTags { .. }
        | VersionAction::AddAlias { .. }
        | VersionAction::RemoveTags { .. }
        | VersionAction::RemoveAlias { .. }
        | VersionAction::Delete(_) => None,
    }
}

/// A protected alias that a version gets.
fn given(link: &Link, alias: &Alias, before: &View) -> Option<Deed<'static>> {
    let collection = before.catalog().collection(&link.collection)?;
    let registry = &before.registry(&collection.registry)?.registry;
    let holder = collection.links.holder(alias);
    let counts = registry.protected_aliases().contains(alias) && holder != Some(link.number);
    counts.then(|| Deed::Alias { collection: collection.id.0.clone(), moves: holder.is_some() })
}

fn on_collection(action: &CollectionAction, made: &Id, created: &Created<'_>, before: &View) -> Vec<Deed<'static>> {
    let of = |step, collection: &CollectionId| vec![in_collection(step, collection)];
    match action {
        CollectionAction::Create(new) => {
            vec![Deed::Collection { registry: new.registry.0.clone(), made: made.clone() }]
        }
        CollectionAction::Edit { collection, description, tags, .. } => {
            let described = description.is_some().then_some(Step::DescribeCollection);
            let tagged = tags.is_some().then_some(Step::TagCollection);
            described.into_iter().chain(tagged).map(|step| in_collection(step, collection)).collect()
        }
        CollectionAction::AddTags { collection, .. } => of(Step::TagCollection, collection),
        CollectionAction::Link { target: LinkTarget::Collection(collection), .. } => of(Step::Link, collection),
        CollectionAction::Link { target: LinkTarget::Named { registry, name }, .. } => {
            let existing = before.catalog().collection_named(registry, name.as_str()).map(|one| one.id.0.clone());
            let is_meant = |new: &NewCollection| new.registry == *registry && new.name == *name;
            let earlier = || created.iter().find(|(new, _)| is_meant(new)).map(|(_, id)| id.clone());
            match existing.or_else(earlier) {
                Some(id) => of(Step::Link, &CollectionId(id)),
                None => {
                    let CollectionId(id) = LinkId(made.clone()).collection_made_along();
                    let created = Deed::Collection { registry: registry.0.clone(), made: id.clone() };
                    vec![created, Deed::Step(Step::Link, Kind::Collection, id)]
                }
            }
        }
        CollectionAction::Unlink(id) => {
            linked(id, before).into_iter().map(|link| in_collection(Step::Unlink, &link.collection)).collect()
        }
        CollectionAction::Delete(collection) => vec![Deed::Deletion(Kind::Collection, collection.0.clone())],
        CollectionAction::RemoveTags { .. } => Vec::new(),
    }
}

fn in_collection(step: Step, collection: &CollectionId) -> Deed<'static> {
    Deed::Step(step, Kind::Collection, collection.0.clone())
}

fn linked<'a>(id: &LinkId, view: &'a View) -> Option<&'a Link> {
    view.catalog().version(&VersionRef::Linked(id.clone()))?.link.map(|(link, _)| &**link)
}
