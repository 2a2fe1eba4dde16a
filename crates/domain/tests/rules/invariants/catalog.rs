//! Invariants of projects, versions and collections.

use domain::Organization;

use super::all_different;
use crate::naive;

/// Every object of the catalog is where it belongs, and every alias has a holder.
pub fn check_catalog(organization: &Organization) {
    let projects = organization.projects().map(|project| (&project.team, project.name.key()));
    assert!(all_different(projects));
    for project in organization.projects() {
        assert!(organization.team(&project.team).is_some(), "{project:?}");
    }
    assert!(all_different(organization.artifacts().map(|one| (&one.project, &one.name))));
    for artifact in organization.artifacts() {
        assert!(organization.projects().any(|project| project.id == artifact.project), "{artifact:?}");
        assert!(all_different(artifact.versions.iter().map(|version| version.manifest.digest())), "{artifact:?}");
        check_series(&artifact.versions);
        for version in artifact.versions.iter() {
            assert_eq!(artifact.version_with(version.manifest.digest()), Some(&**version));
        }
    }
    assert!(all_different(organization.collections().map(|one| (&one.registry, &one.name))));
    for collection in organization.collections() {
        let registry = organization.registry(&collection.registry).unwrap();
        assert!(registry.accepts().accepts(&collection.artifact_type), "{collection:?}");
        assert!(all_different(collection.links.iter().map(|link| &link.source)), "{collection:?}");
        check_series(&collection.links);
        for link in collection.links.iter() {
            let (artifact, _) = naive::catalog::version(organization, &link.source).unwrap();
            assert_eq!(artifact.artifact_type, collection.artifact_type);
        }
        check_history(collection);
    }
    for registry in organization.registries() {
        assert!(registry.protected_aliases().iter().all(|alias| !alias.is_managed()));
    }
}

fn check_series<T: domain::Numbered + std::fmt::Debug>(series: &domain::Series<T>) {
    assert!(series.iter().map(|item| item.number()).is_sorted_by(|one, other| one < other));
    assert!(series.iter().all(|item| item.number() < series.next_number()));
    for (alias, number) in series.aliases() {
        assert!(!alias.is_managed() && series.get(number).is_some(), "{alias} of {number}");
        assert!(series.aliases_of(number).any(|one| one == alias));
    }
    let counted: usize = series.iter().map(|item| series.aliases_of(item.number()).len()).sum();
    assert_eq!(counted, series.aliases().count());
}

/// The open spans are the holders of now. Times are those of several clocks, so spans can overlap.
fn check_history(collection: &domain::Collection) {
    let latest = domain::Alias::latest();
    let aliases = collection.links.aliases().map(|(alias, _)| alias).chain([&latest]);
    for alias in aliases {
        let spans: Vec<_> = collection.history(alias).collect();
        let holder = spans.first().filter(|span| span.until.is_none()).map(|span| span.number);
        assert_eq!(holder, collection.links.holder(alias), "{alias}");
        assert!(spans.iter().skip(1).all(|span| span.until.is_some()), "{spans:?}");
    }
}
