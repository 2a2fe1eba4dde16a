//! A registry as Python: the calls of W&B's client, version 0.31, that make the same registry there.
//!
//! Whatever the client cannot do stands as a comment at its place. This module knows the client's calls and what its
//! validators take; it does not know what a W&B server does with them. All texts come in parsed, so nothing is checked
//! here; and none of them is ever written but as a [`literal`], in comments too, so that no text ends a line or a string.

mod client;
mod literal;
mod members;

pub use literal::literal;

use client::takes_type;
use domain::{AcceptedTypes, ArtifactType, Description, OrganizationName, RegistryName, Role, Visibility};

/// A registry, as far as the client can make it.
#[derive(Clone, Copy, Debug)]
pub struct Registry<'a> {
    /// The organization that it is made in.
    pub organization: &'a OrganizationName,
    /// Its name, without prefix.
    pub name: &'a RegistryName,
    /// For a core registry what its full name ends in, `model` or `dataset`: the client opens it by that, and cannot
    /// make it. Nothing for a custom one.
    pub core: Option<&'a str>,
    /// Who can access it.
    pub visibility: Visibility,
    /// What it is for. The client sets no limit to it.
    pub description: &'a Description,
    /// Which types it accepts. Types that stay saved while all are accepted are saved by the script as well.
    pub accepts: &'a AcceptedTypes,
    /// Who is listed in it, in the order in which they are to be added; none for a registry that is only planned.
    pub members: &'a [Member<'a>],
    /// The owner's username. The client cannot set it, so it becomes a comment.
    pub owner: Option<&'a str>,
}

/// A row of a registry.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Who is listed.
    pub who: Who<'a>,
    /// With which role.
    pub role: Role,
}

/// Who is listed in a registry, by what the client finds them by.
#[derive(Clone, Copy, Debug)]
pub enum Who<'a> {
    /// A person, by username or email.
    Person(&'a str),
    /// A service account, by its name. The client cannot add it, so it becomes a comment.
    ServiceAccount(&'a str),
    /// A team, by its name.
    Team(&'a str),
}

/// The script that makes the registry. It ends with a line end, and is plain text in UTF-8: Python needs no more.
///
/// What the client does was read in its source (S): `Api.create_registry`, `Api.registry`, `Registry.save`,
/// `Registry.add_members` and `Registry.update_member` of version 0.31.0.
#[must_use]
pub fn script(registry: &Registry) -> String {
    let mut script = Script::default();
    script.line(&["# For W&B's Python client: pip install \"wandb>=0.31,<0.32\", then wandb login."]);
    script.line(&["import wandb"]);
    script.line(&[]);
    script.line(&["api = wandb.Api()"]);
    script.line(&[]);
    match registry.core {
        Some(core) => open(&mut script, registry, core),
        None => create(&mut script, registry),
    }
    members::add(&mut script, registry.members);
    if let Some(owner) = registry.owner {
        script.line(&[]);
        script.line(&["# Its owner is ", &literal(owner), ". The client cannot say who owns a registry."]);
    }
    script.text
}

/// Lines of Python.
#[derive(Default)]
struct Script {
    text: String,
}

impl Script {
    /// Adds a line, in parts.
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
        self.text.push('\n');
    }
}

/// A custom registry is created.
fn create(script: &mut Script, registry: &Registry) {
    let accepts = registry.accepts;
    let visibility = match registry.visibility {
        Visibility::Organization => "organization",
        Visibility::Restricted => "restricted",
    };
    script.line(&["registry = api.create_registry("]);
    script.line(&["    name=", &literal(registry.name.as_str()), ","]);
    script.line(&["    visibility=\"", visibility, "\","]);
    script.line(&["    organization=", &literal(registry.organization.as_str()), ","]);
    describe(script, registry.description.as_str());
    let types: Vec<&ArtifactType> = accepts.saved().iter().collect();
    if !types.is_empty() {
        list(script, "    ", "artifact_types=", &types, ",");
    }
    script.line(&[")"]);
    let taken = types.iter().any(|artifact_type| takes_type(artifact_type.as_str()));
    // To the client a list without types means all of them. So whether all are accepted is said afterwards, where the
    // list does not say it.
    if accepts.is_all() && taken {
        script.line(&["# All types are accepted; those above stay saved."]);
        script.line(&["registry.allow_all_artifact_types = True"]);
        script.line(&["registry.save()"]);
    } else if !accepts.is_all() && !taken {
        script.line(&["# Not all types are accepted, though none could be named."]);
        script.line(&["registry.allow_all_artifact_types = False"]);
        script.line(&["registry.save()"]);
    }
}

/// A core registry is there in every organization (G): it is opened, and given the types that were added to it.
fn open(script: &mut Script, registry: &Registry, core: &str) {
    script.line(&["# ", &literal(registry.name.as_str()), " is a core registry: it is there, and cannot be created."]);
    script.line(&["registry = api.registry("]);
    script.line(&["    name=", &literal(core), ","]);
    script.line(&["    organization=", &literal(registry.organization.as_str()), ","]);
    script.line(&[")"]);
    let added: Vec<&ArtifactType> = registry.accepts.saved().iter().filter(|saved| saved.as_str() != core).collect();
    if !added.is_empty() {
        list(script, "", "registry.artifact_types.extend(", &added, ")");
        script.line(&["registry.save()"]);
    }
}

/// The description, a line of it on a line of the script.
fn describe(script: &mut Script, description: &str) {
    let mut lines = description.split_inclusive('\n');
    match (lines.next(), lines.next()) {
        (None, _) => {}
        (Some(only), None) => script.line(&["    description=", &literal(only), ","]),
        _ => {
            script.line(&["    description=("]);
            for line in description.split_inclusive('\n') {
                script.line(&["        ", &literal(line)]);
            }
            script.line(&["    ),"]);
        }
    }
}

/// A list of types: one on the line, several on a line each. Those that the client refuses are comments.
fn list(script: &mut Script, indent: &str, before: &str, types: &[&ArtifactType], after: &str) {
    if let [only] = types
        && takes_type(only.as_str())
    {
        return script.line(&[indent, before, "[", &literal(only.as_str()), "]", after]);
    }
    script.line(&[indent, before, "["]);
    for artifact_type in types {
        let name = literal(artifact_type.as_str());
        if takes_type(artifact_type.as_str()) {
            script.line(&[indent, "    ", &name, ","]);
        } else {
            script.line(&[indent, "    # ", &name, ": the client refuses this type."]);
        }
    }
    script.line(&[indent, "]", after]);
}
