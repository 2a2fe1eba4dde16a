//! An organization as a script: its registries as data, and the code that compares them with W&B and adds what is missing.
//! `organization.py` has the code.

use domain::{ArtifactType, OrganizationName, Role, Visibility};

use super::literal::{literal, spelled};
use super::members::filter;
use super::{MemberName, Registry, Script};

const INTRODUCTION: &str = r#"# Adds to W&B what is missing there of the registries of an organization in Registrar.
#
#   pip install "wandb>=0.31,<0.32"
#   wandb login
#   python registries.py            prints what is to be added, and changes nothing
#   python registries.py --apply    adds it
#
# It adds registries, artifact types and members with their roles. It removes nothing, and changes nothing that is there:
# such differences are only printed. People and teams must exist in W&B; people are found by email address or username,
# which only administrators of W&B can do. Servers before 0.75 do not know the role "restricted_viewer".
import argparse
import sys

import wandb

"#;

const CODE: &str = include_str!("organization.py");

/// The script for an organization, as ASCII text. `people` are usernames with email addresses, at least of all members.
#[must_use]
pub fn organization_script(organization: &OrganizationName, people: &[[&str; 2]], registries: &[Registry]) -> String {
    let mut script = Script::default();
    script.text.push_str(INTRODUCTION);
    let name = organization.as_str();
    script.line(&["ORGANIZATION = ", &literal(name), &spelled(name)]);
    script.line(&["\n# The email addresses of people by their usernames in Registrar."]);
    script.line(&["PEOPLE = {"]);
    for [username, email] in people {
        script.line(&["    ", &literal(username), ": ", &literal(email), ","]);
    }
    script.line(&["}\n"]);
    script.line(&["REGISTRIES = ["]);
    for registry in registries {
        write(&mut script, registry);
    }
    script.line(&["]\n\n"]);
    script.text.push_str(CODE);
    script.text
}

/// Writes a registry as a dictionary.
fn write(script: &mut Script, registry: &Registry) {
    let name = registry.name.as_str();
    let visibility = match registry.visibility {
        Visibility::Organization => "organization",
        Visibility::Restricted => "restricted",
    };
    let (refused, accepted): (Vec<&ArtifactType>, Vec<&ArtifactType>) =
        registry.accepts.saved().iter().partition(|artifact_type| artifact_type.is_refused_by_client());
    let members = registry.members;
    let people = filter(members, |name| if let MemberName::Person(name) = name { Some(name) } else { None });
    let teams = filter(members, |name| if let MemberName::Team(name) = name { Some(name) } else { None });
    let service_accounts =
        filter(members, |name| if let MemberName::ServiceAccount(name) = name { Some(name) } else { None });
    script.line(&["    {"]);
    script.line(&["        \"name\": ", &literal(name), ",", &spelled(name)]);
    script.line(&["        \"core\": ", &optional(registry.core), ","]);
    script.line(&["        \"visibility\": \"", visibility, "\","]);
    script.line(&["        \"description\": ", &literal(registry.description.as_str()), ","]);
    script.line(&["        \"all_types\": ", if registry.accepts.is_all() { "True" } else { "False" }, ","]);
    list(script, "types", &accepted);
    list(script, "refused_types", &refused);
    roles(script, "people", &people);
    roles(script, "teams", &teams);
    roles(script, "service_accounts", &service_accounts);
    script.line(&["        \"owner\": ", &optional(registry.owner), ","]);
    script.line(&["    },"]);
}

fn optional(text: Option<&str>) -> String {
    text.map_or("None".to_owned(), literal)
}

/// Writes an entry that is a list of types, each on a line of its own.
fn list(script: &mut Script, key: &str, types: &[&ArtifactType]) {
    if types.is_empty() {
        return script.line(&["        \"", key, "\": [],"]);
    }
    script.line(&["        \"", key, "\": ["]);
    for name in types.iter().map(|artifact_type| artifact_type.as_str()) {
        script.line(&["            ", &literal(name), ",", &spelled(name)]);
    }
    script.line(&["        ],"]);
}

/// Writes an entry that is a dictionary from names to roles.
fn roles(script: &mut Script, key: &str, rows: &[(&str, Role)]) {
    if rows.is_empty() {
        return script.line(&["        \"", key, "\": {},"]);
    }
    script.line(&["        \"", key, "\": {"]);
    for (name, role) in rows {
        script.line(&["            ", &literal(name), ": \"", (*role).into(), "\",", &spelled(name)]);
    }
    script.line(&["        },"]);
}
