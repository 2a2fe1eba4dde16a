//! Scripts with W&B's client itself, against a local server. `tests/python/client.py` runs nothing where the client is not
//! installed.

use serde_json::{Value, json};

use crate::python;

fn registry(access: &str, types: &[&str], members: Value) -> Value {
    json!({ "description": null, "access": access, "all": false, "types": types, "members": members })
}

#[test]
fn the_client_does_what_each_script_says() {
    let me = json!({ "me": "admin" });
    let open = |types| registry("PRIVATE", types, me.clone());
    let with = |mut registry: Value, field: &str, value: Value| {
        registry[field] = value;
        registry
    };
    let description = "Models that see.\n\n\"Curated\" by the vision team 👁\r\n\tC:\\models";
    let described = registry("RESTRICTED", &["model", "checkpoint", "사전 학습", "v2.weights"], me.clone());
    let members = json!({
        "me": "admin", "mira.lindqvist": "admin", "\"jun\"": "restricted_viewer", "vision": "member", "red-team": "viewer",
    });
    let cases = [
        (include_str!("golden/least.py"), json!({ "Vision models": with(open(&[]), "all", true.into()) })),
        (
            include_str!("golden/described.py"),
            json!({ "Vision models": with(described, "description", description.into()) }),
        ),
        (
            include_str!("golden/odd.py"),
            json!({ "שלום {} \"quoted\" 'name' 🚀": with(open(&["model", "é"]), "description", "One line.".into()) }),
        ),
        (include_str!("golden/refused.py"), json!({ "Rockets": open(&[]) })),
        (include_str!("golden/members.py"), json!({ "Vision models": registry("RESTRICTED", &["model"], members) })),
        (include_str!("golden/core.py"), json!({ "model": registry("PRIVATE", &["model", "checkpoint"], json!({})) })),
    ];
    let cases = cases.map(|(script, holds)| json!({ "script": script, "steps": [{ "holds": holds }] }));
    python::check("client.py", &cases);
}

#[test]
fn members_that_are_unknown_there_are_named_and_the_others_are_added() {
    let script = include_str!("golden/members.py").replace("mira", "nobody").replace("vision", "nobody-else");
    let members = json!({ "me": "admin", "\"jun\"": "restricted_viewer", "red-team": "viewer" });
    let holds = json!({ "Vision models": registry("RESTRICTED", &["model"], members) });
    let prints = ["W&B has no user 'nobody.lindqvist'", "W&B has no team 'nobody-else'"];
    python::check("client.py", &[json!({ "script": script, "steps": [{ "prints": prints, "holds": holds }] })]);
}

#[test]
fn the_client_reads_the_path_of_a_link_as_registry_and_collection() {
    let call = "
from wandb.sdk.artifacts._validators import ArtifactPath
class Run:
    def link_artifact(self, artifact, target_path):
        path = ArtifactPath.from_str(target_path)
        print(ascii([path.prefix, path.project, path.name]), path.is_registry_path())
link(Run(), None, 'best')
";
    let of =
        |script: &str, prints: &str| json!({ "script": format!("{script}{call}"), "steps": [{ "prints": [prints] }] });
    let cases = [
        of(include_str!("golden/members.py"), "[None, 'wandb-registry-Vision models', 'best'] True"),
        of(include_str!("golden/core.py"), "[None, 'wandb-registry-model', 'best'] True"),
        of(
            include_str!("golden/odd.py"),
            r#"'wandb-registry-\u05e9\u05dc\u05d5\u05dd {} "quoted" \'name\' \U0001f680', 'best'] True"#,
        ),
    ];
    python::check("client.py", &cases);
}
