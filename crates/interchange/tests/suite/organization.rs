//! The script of an organization, with W&B's client against a local server where the client is installed.

use domain::{AcceptedTypes, ArtifactType, Description, OrganizationName, RegistryName, Role, Visibility};
use interchange::python::{Member, MemberName, Registry, organization_script};
use serde_json::{Value, json};

use crate::{hostile, python};

/// The owned parts of a registry.
struct Parts {
    name: RegistryName,
    core: Option<&'static str>,
    visibility: Visibility,
    description: Description,
    accepts: AcceptedTypes,
    members: Vec<Member<'static>>,
}

impl Parts {
    fn new(name: &str, accepts: AcceptedTypes, members: &[(MemberName<'static>, Role)]) -> Self {
        Self {
            name: RegistryName::parse(name).unwrap(),
            core: None,
            visibility: Visibility::Restricted,
            description: Description::parse("").unwrap(),
            accepts,
            members: members.iter().map(|(name, role)| Member { name: *name, role: *role }).collect(),
        }
    }
}

fn only(types: &[&str]) -> AcceptedTypes {
    AcceptedTypes::specify(types.iter().map(|text| ArtifactType::parse(text).unwrap())).unwrap()
}

fn script(parts: &[Parts]) -> String {
    let organization = OrganizationName::parse("등대 Labs").unwrap();
    let registries = parts.iter().map(|Parts { name, core, visibility, description, accepts, members }| Registry {
        organization: &organization,
        name,
        core: *core,
        visibility: *visibility,
        description,
        accepts,
        members,
        owner: Some("mina"),
    });
    let registries: Vec<Registry> = registries.collect();
    // In W&B, the username of Dana is somebody else's.
    let people = [["mina", "mina@example.com"], ["nobody", "nobody@example.com"], ["dana", "dana@elsewhere.example"]];
    organization_script(&organization, &people, &registries)
}

fn registries() -> Vec<Parts> {
    use MemberName::{Person, ServiceAccount, Team};
    vec![
        Parts {
            core: Some("model"),
            ..Parts::new("Models", only(&["model", "checkpoint"]), &[(Team("vision"), Role::Member)])
        },
        Parts {
            description: Description::parse("One.\nTwo.").unwrap(),
            ..Parts::new(
                "음성 \"모델\"",
                only(&["model", "사전", "a&b"]),
                &[
                    (Person("mina"), Role::Viewer),
                    (Person("nobody"), Role::Admin),
                    (Person("dana"), Role::Member),
                    (Team("vision"), Role::Admin),
                    (Team("nobody"), Role::Viewer),
                    (ServiceAccount("ci"), Role::Member),
                ],
            )
        },
        Parts { visibility: Visibility::Organization, ..Parts::new("Everything", AcceptedTypes::all(), &[]) },
        Parts::new("Rockets", only(&["🚀"]), &[]),
    ]
}

fn registry_json(description: Option<&str>, access: &str, all: bool, types: &[&str], members: &Value) -> Value {
    json!({ "description": description, "access": access, "all": all, "types": types, "members": members })
}

#[test]
fn the_script_prints_the_differences_and_adds_them_only_when_told_to() {
    let me = json!({ "me": "admin" });
    let voice = json!({ "me": "admin", "mina": "viewer", "vision": "admin" });
    let held = json!({
        "model": registry_json(None, "PRIVATE", false, &["model", "checkpoint"], &json!({ "vision": "member" })),
        "음성 \"모델\"": registry_json(Some("One.\nTwo."), "RESTRICTED", false, &["model", "사전"], &voice),
        "Everything": registry_json(None, "PRIVATE", true, &[], &me),
        "Rockets": registry_json(None, "RESTRICTED", false, &[], &me),
    });
    let case = json!({ "script": script(&registries()), "steps": [
        {
            "prints": [
                "'Models': accept 'checkpoint'. A type cannot be removed later",
                "'Everything': create it: organization, all types",
                "'Rockets': create it: restricted, no type yet",
                "add the person 'mina' as viewer",
                "the person 'nobody' (admin) cannot be found there",
                "the person 'dana' (member) cannot be found there",
                "the team 'nobody' (viewer) cannot be found there",
                "the client refuses the type 'a&b'",
                "the client cannot add the service account 'ci' (member)",
                "Nothing was changed. Run this again with --apply to add it.",
            ],
            "holds": {},
        },
        { "arguments": ["--apply"], "prints": ["Done: 'Rockets': create it"], "holds": held },
        { "prints": ["Nothing is to be added."], "holds": held },
        { "arguments": ["--apply"], "prints": ["Nothing is to be added."], "holds": held },
    ]});
    python::check("client.py", &[case]);
}

#[test]
fn the_script_changes_and_removes_nothing_that_is_there() {
    // The same server first gets a registry by a script with other settings.
    let first = script(&[Parts::new("Voice", only(&["model"]), &[(MemberName::Person("mina"), Role::Admin)])]);
    let second = script(&[Parts {
        visibility: Visibility::Organization,
        description: Description::parse("Other.").unwrap(),
        ..Parts::new("Voice", only(&["dataset"]), &[(MemberName::Person("mina"), Role::Viewer)])
    }]);
    let members = json!({ "me": "admin", "mina": "admin" });
    let case = json!({ "script": first, "steps": [
        { "arguments": ["--apply"], "holds": { "Voice": registry_json(None, "RESTRICTED", false, &["model"], &members) } },
        {
            "script": second,
            "arguments": ["--apply"],
            "prints": [
                "visibility restricted there, organization here",
                "another description there",
                "the person 'mina' is admin there, viewer here",
            ],
            "holds": { "Voice": registry_json(None, "RESTRICTED", false, &["model", "dataset"], &members) },
        },
    ]});
    python::check("client.py", &[case]);
}

#[test]
fn an_organization_that_is_not_there_ends_the_script_before_anything_is_added() {
    let script = script(&registries());
    let steps = json!([{ "arguments": ["--apply", "--organization", "nobody"], "status": 1, "holds": {} }]);
    python::check("client.py", &[json!({ "script": script, "steps": steps })]);
}

#[test]
fn no_text_breaks_out_of_the_script_of_an_organization() {
    let mut cases = Vec::new();
    for text in hostile::texts() {
        let (Ok(name), Ok(description)) = (RegistryName::parse(&text), Description::parse(&text)) else { continue };
        let accepts =
            ArtifactType::parse(&text).map_or(AcceptedTypes::all(), |name| AcceptedTypes::specify([name]).unwrap());
        let parts = Parts { description, ..Parts::new(name.as_str(), accepts, &[]) };
        let script = script(std::slice::from_ref(&parts));
        assert!(script.is_ascii(), "{script}");
        let values = [name.as_str(), parts.description.as_str()];
        let values: Vec<&str> = values.into_iter().filter(|value| !value.is_empty()).collect();
        cases.push(json!({ "script": script, "values": values }));
    }
    assert!(cases.len() > 100);
    python::check("check.py", &cases);
}
