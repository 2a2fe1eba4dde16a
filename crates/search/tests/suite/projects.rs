//! Projects, artifacts and their versions, as an account finds them.

use domain::{CoreRegistry, View};
use search::{Group, Item, find_in_projects, projects};

use crate::support::World;

fn name(item: &Item) -> String {
    match item {
        Item::Project(_, reference) => reference.to_string(),
        Item::Artifact(artifact, project) => format!("{project}/{}", artifact.name),
        Item::Version(artifact, project, number) => format!("{project}/{}:v{number}", artifact.name),
        Item::Registry(_) | Item::Person(_) | Item::ServiceAccount(_) | Item::Team(_) => "elsewhere".to_owned(),
    }
}

#[track_caller]
fn check(view: &View, typed: &str, expected: &[&str]) {
    let Group { items, .. } = find_in_projects(&projects(view), typed, 5);
    assert_eq!(items.iter().map(name).collect::<Vec<_>>(), expected, "{typed:?}");
}

#[test]
fn accounts_find_the_projects_artifacts_and_versions_that_they_see_by_name_and_reference() {
    let mut world = World::new();
    let collection = world.collection(&CoreRegistry::Models.id(), "best", "", &[]);
    world.link(&collection, &[], &[]);
    world.link(&collection, &[], &[]);
    let mina = world.person("mina");
    let view = world.view(&world.founder);
    check(&view, "churn", &["vision/Churn", "vision/Churn/churn"]);
    check(&view, "vision/churn", &["vision/Churn", "vision/Churn/churn"]);
    check(&view, "vision/churn/churn", &["vision/Churn/churn"]);
    for (typed, found) in
        [("v0", Some("v0")), ("latest", Some("v1")), ("v2", None), ("v1 ", Some("v1")), ("", None), ("a:b", None)]
    {
        let expected = found.map(|number| format!("vision/Churn/churn:{number}"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(&view, &format!("vision/Churn/churn:{typed}"), &expected);
        check(&view, &format!("churn:{typed}"), &expected);
    }
    for typed in ["churn v1", "v1 churn", "v1  vision/churn/churn", "latest churn"] {
        check(&view, typed, &["vision/Churn/churn:v1"]);
    }
    check(&view, "v0", &["vision/Churn/churn:v0"]);
    check(&view, "churn v7", &[]);
    check(&view, "nothing v1", &[]);
    check(&view, "", &[]);
    check(&view, ":v0", &[]);
    check(&world.view(&mina), "churn", &[]);
}
