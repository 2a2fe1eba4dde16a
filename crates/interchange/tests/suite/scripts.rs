//! Whole scripts: golden files, and properties of all scripts. `tests/python/client.py` runs the golden files against the
//! real client.

use domain::{AcceptedTypes, ArtifactType, Description, OrganizationName, RegistryName, Role, Visibility};
use interchange::python::{Member, MemberName, Registry, literal, script};
use serde_json::json;

use crate::{hostile, python};

/// The owned parts of a registry, for a script to borrow.
struct Parts {
    organization: OrganizationName,
    name: RegistryName,
    description: Description,
    accepts: AcceptedTypes,
}

impl Parts {
    fn new(name: &str, description: &str, accepts: AcceptedTypes) -> Self {
        Self {
            organization: OrganizationName::parse("Lumen Labs").unwrap(),
            name: RegistryName::parse(name).unwrap(),
            description: Description::parse(description).unwrap(),
            accepts,
        }
    }

    /// A registry without members, open to the organization.
    fn registry(&self) -> Registry<'_> {
        Registry {
            organization: &self.organization,
            name: &self.name,
            core: None,
            visibility: Visibility::Organization,
            description: &self.description,
            accepts: &self.accepts,
            members: &[],
            owner: None,
        }
    }
}

#[track_caller]
fn check_golden(name: &str, script: &str) {
    let file = format!("{}/tests/suite/golden/{name}.py", env!("CARGO_MANIFEST_DIR"));
    assert!(script.is_ascii(), "{script}");
    assert_eq!(script, std::fs::read_to_string(file).unwrap());
}

fn only(types: &[&str]) -> AcceptedTypes {
    AcceptedTypes::specify(types.iter().map(|text| ArtifactType::parse(text).unwrap())).unwrap()
}

#[test]
fn a_minimal_script_has_a_name_and_a_visibility() {
    let parts = Parts::new("Vision models", "", AcceptedTypes::all());
    check_golden("least", &script(&parts.registry()));
}

#[test]
fn a_description_keeps_its_lines_and_types_their_order() {
    let description = "Models that see.\n\n\"Curated\" by the vision team 👁\r\n\tC:\\models";
    let parts = Parts::new("Vision models", description, only(&["model", "checkpoint", "사전 학습", "v2.weights"]));
    let registry = Registry { visibility: Visibility::Restricted, ..parts.registry() };
    check_golden("described", &script(&registry));
}

#[test]
fn types_that_the_client_refuses_are_comments() {
    let parts = Parts::new("שלום {} \"quoted\" 'name' 🚀", "One line.", only(&["model", "a&b", ".hidden", "🚀", "é"]));
    check_golden("odd", &script(&parts.registry()));
}

#[track_caller]
fn check_type(text: &str, is_accepted: bool) {
    let parts = Parts::new("Vision", "", only(&[text]));
    let script = script(&parts.registry());
    let line = format!("artifact_types=[{}],", literal(text));
    assert_eq!(script.contains(&line), is_accepted, "{text}");
    assert_eq!(script.contains("The client refuses every type of this registry."), !is_accepted, "{text}");
}

#[test]
fn the_client_accepts_types_of_letters_digits_and_connectors() {
    for accepted in ["model", "-", "_x", "v2.1", "a  b", "job", "wandb-run", "사전 학습", "क्षि", "q\u{323}", "٣", "a‿b"]
    {
        check_type(accepted, true);
    }
    for refused in [".model", "a&b", "a+b", "(a)", "a\u{a0}b", "m²", "①", "½", "❤", "a’s", "\"a\""] {
        check_type(refused, false);
    }
}

#[test]
fn a_registry_with_only_refused_types_does_not_accept_all_types() {
    let parts = Parts::new("Rockets", "", only(&["🚀"]));
    check_golden("refused", &script(&parts.registry()));
}

#[test]
fn people_and_teams_are_added_and_service_accounts_are_comments() {
    let parts = Parts::new("Vision models", "", only(&["model"]));
    let rows = [
        (MemberName::Person("mira.lindqvist"), Role::Admin),
        (MemberName::Team("vision"), Role::Member),
        (MemberName::ServiceAccount("nightly-eval"), Role::Member),
        (MemberName::Person("\"jun\"@example.com"), Role::RestrictedViewer),
        (MemberName::Team("red-team"), Role::Viewer),
    ];
    let members = rows.map(|(name, role)| Member { name, role });
    let registry = Registry {
        visibility: Visibility::Restricted,
        members: &members,
        owner: Some("mira.lindqvist"),
        ..parts.registry()
    };
    check_golden("members", &script(&registry));
}

#[test]
fn a_core_registry_is_opened_and_gets_the_added_types() {
    let parts = Parts::new("Models", "", only(&["model", "checkpoint"]));
    let registry = Registry { core: Some("model"), ..parts.registry() };
    check_golden("core", &script(&registry));
}

#[test]
fn an_unchanged_core_registry_is_only_opened() {
    let parts = Parts::new("Models", "", only(&["model"]));
    let written = script(&Registry { core: Some("model"), ..parts.registry() });
    assert!(!written.contains("save") && !written.contains("artifact_types"), "{written}");
}

#[test]
fn a_script_links_artifacts_to_its_registry() {
    let parts = Parts::new("음성 모델", "", only(&["🚀", "dataset"]));
    let custom = script(&parts.registry());
    let path = literal("wandb-registry-음성 모델/");
    assert!(custom.contains(&format!("run.link_artifact(artifact, target_path={path} + collection)")), "{custom}");
    assert!(custom.contains("type=\"dataset\""), "{custom}");
    let core = script(&Registry { core: Some("model"), ..parts.registry() });
    assert!(core.contains("target_path=\"wandb-registry-model/\" + collection"), "{core}");
}

#[test]
fn no_text_breaks_out_of_its_literal() {
    let mut cases = Vec::new();
    for text in hostile::texts() {
        let parts = Parts {
            organization: OrganizationName::parse(&text).unwrap_or(OrganizationName::parse("Lumen Labs").unwrap()),
            name: RegistryName::parse(&text).unwrap_or(RegistryName::parse("Vision").unwrap()),
            description: Description::parse("").unwrap(),
            accepts: ArtifactType::parse(&text)
                .map_or(AcceptedTypes::all(), |name| AcceptedTypes::specify([name]).unwrap()),
        };
        let plain = script(&parts.registry());
        let rows = [MemberName::Person(&text), MemberName::Team(&text), MemberName::ServiceAccount(&text)];
        let members = rows.map(|name| Member { name, role: Role::Viewer });
        let description = Description::parse(&text).unwrap();
        let whole = Registry { members: &members, owner: Some(&text), description: &description, ..parts.registry() };
        let whole = script(&whole);
        // A text with a line end would change the number of comment lines.
        let comments = |script: &str| script.lines().filter(|line| line.trim_start().starts_with('#')).count();
        assert_eq!(comments(&whole), comments(&plain) + 5, "{whole}");
        assert!(whole.is_ascii(), "{whole}");
        let link = format!("wandb-registry-{}/", parts.name.as_str());
        let values = [&link, parts.organization.as_str(), parts.name.as_str(), description.as_str(), &text];
        let values: Vec<&str> = values.into_iter().filter(|value| !value.is_empty()).collect();
        assert!(whole.contains(&literal(&text)));
        cases.push(json!({ "script": whole, "values": values }));
    }
    python::check("check.py", &cases);
}
