//! The effects of an intent on the catalog, found by comparing everything before and after.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountId, Alias, GoneObject, Organization, ProjectId, RegistryId, SeriesId};

use super::catalog::{link, role_by_id, sees_project, version};

/// All deleted objects that the account has seen.
pub fn gone(before: &Organization, after: &Organization, viewer: &AccountId) -> BTreeSet<GoneObject> {
    let all = |o: &Organization| {
        let mut all = BTreeSet::new();
        all.extend(o.registries().map(|one| GoneObject::Registry(one.id().clone())));
        all.extend(o.projects().map(|one| GoneObject::Project(one.id.clone())));
        all.extend(o.artifacts().flat_map(|one| one.versions.iter().map(|one| GoneObject::Version(one.id.clone()))));
        all.extend(o.collections().map(|one| GoneObject::Collection(one.id.clone())));
        all.extend(o.collections().flat_map(|one| one.links.iter().map(|one| GoneObject::Link(one.id.clone()))));
        all
    };
    let after_all = all(after);
    let sees = |registry: &RegistryId| [before, after].iter().any(|o| role_by_id(o, viewer, registry).is_some());
    let sees_project = |project: &ProjectId| [before, after].iter().any(|o| sees_project(o, viewer, project));
    let is_seen = |object: &GoneObject| match object {
        GoneObject::Registry(id) => sees(id),
        GoneObject::Project(id) => self::sees_project(before, viewer, id),
        GoneObject::Version(id) => sees_project(&version(before, id).unwrap().0.project),
        GoneObject::Collection(id) => before.collections().any(|one| one.id == *id && sees(&one.registry)),
        GoneObject::Link(id) => sees(&link(before, id).unwrap().0.registry),
    };
    all(before).into_iter().filter(|object| !after_all.contains(object) && is_seen(object)).collect()
}

/// An alias of a collection or artifact with the number that holds it.
type Held = BTreeMap<(SeriesId, Alias), u32>;

/// All aliases that move, as far as the account sees them.
pub fn alias_changes(
    before: &Organization,
    after: &Organization,
    viewer: &AccountId,
) -> BTreeSet<(SeriesId, Alias, Option<u32>, Option<u32>)> {
    let sees = |registry: &RegistryId| [before, after].iter().any(|o| role_by_id(o, viewer, registry).is_some());
    let sees_project = |project: &ProjectId| [before, after].iter().any(|o| sees_project(o, viewer, project));
    let held = |o: &Organization| {
        let mut held = Held::new();
        for one in o.collections().filter(|one| sees(&one.registry)) {
            let id = SeriesId::Collection(one.id.clone());
            held.extend(one.links.aliases().map(|(alias, number)| ((id.clone(), alias.clone()), number)));
            held.extend(one.links.iter().last().map(|link| ((id, Alias::latest()), link.number)));
        }
        for one in o.artifacts().filter(|one| sees_project(&one.project)) {
            let id = SeriesId::Artifact(one.id.clone());
            held.extend(one.versions.aliases().map(|(alias, number)| ((id.clone(), alias.clone()), number)));
            held.extend(one.versions.iter().last().map(|version| ((id, Alias::latest()), version.number)));
        }
        held
    };
    let (old, new) = (held(before), held(after));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let changes =
        keys.into_iter().map(|key| (key.0.clone(), key.1.clone(), old.get(key).copied(), new.get(key).copied()));
    changes.filter(|(_, _, before, after)| before != after).collect()
}
