//! The names of versions.

use super::*;

#[test]
fn a_version_is_named_by_its_number_without_zeros_or_by_an_alias() {
    let mut fixture = Fixture::new();
    for text in ["one", "two"] {
        let version = fixture.log(text);
        fixture.link(&version);
    }
    let newest = fixture.log("two");
    let aliased = VersionAction::AddAlias { version: VersionRef::Source(newest), alias: alias("best") };
    fixture.world.apply_as_founder(&aliased.into());
    let view = fixture.world.view(&fixture.world.founder);
    let artifact = view.catalog().artifact_named(&fixture.project, "churn").unwrap();
    let number = |text| artifact.versions.named(text).map(|version| version.number);
    for (text, expected) in [("v0", 0), ("v1", 1), ("best", 1), ("latest", 1), (" best ", 1), ("v1 ", 1)] {
        assert_eq!(number(text), Some(expected), "{text:?}");
    }
    for text in ["v2", "v01", "v00", "v+1", "v", "1", "V1", "v 1", "v4294967296", "v4294967297", "", "worst", "Best"] {
        assert_eq!(number(text), None, "{text:?}");
    }
}
