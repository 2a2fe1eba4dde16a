//! A registry as a Python script that creates the same registry by W&B's client, version 0.31, and an organization as one that
//! adds all registries.
//!
//! Steps that the client lacks become comments. The script follows the client's calls and validators, and cannot know the
//! server's rules. The input is parsed already, so this module does not check it. Every text is written as a [`literal`], also
//! in comments, so that no text can end a line or a string, and the script is ASCII.

mod literal;
mod members;
mod organization;
mod usage;

pub use literal::literal;
pub use organization::organization_script;
pub use usage::{Linked, link_script, use_script};

use domain::{AcceptedTypes, ArtifactType, Description, NAME_PREFIX, OrganizationName, RegistryName, Role, Visibility};
use literal::spelled;

/// The input of a script.
#[derive(Clone, Copy, Debug)]
pub struct Registry<'a> {
    /// The organization of the registry.
    pub organization: &'a OrganizationName,
    /// The name without prefix.
    pub name: &'a RegistryName,
    /// The end of a core registry's full name, `model` or `dataset`. The client can open it by this name, but not create it.
    /// `None` for a custom registry.
    pub core: Option<&'a str>,
    /// The visibility.
    pub visibility: Visibility,
    /// The description. The client has no limit for it.
    pub description: &'a Description,
    /// The accepted types. The script also saves the types that stay saved while all types are accepted.
    pub accepts: &'a AcceptedTypes,
    /// The members in the order of the script, empty for a registry that does not exist yet.
    pub members: &'a [Member<'a>],
    /// The owner's username. The client cannot set an owner, so it becomes a comment.
    pub owner: Option<&'a str>,
}

/// A listed member.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The kind and the name of the member.
    pub name: MemberName<'a>,
    /// The role in the registry.
    pub role: Role,
}

/// A member's name for the client.
#[derive(Clone, Copy, Debug)]
pub enum MemberName<'a> {
    /// A person's username or email.
    Person(&'a str),
    /// A service account's name. The client cannot add a service account, so it becomes a comment.
    ServiceAccount(&'a str),
    /// A team's name.
    Team(&'a str),
}

/// The script as ASCII text with a final line end.
///
/// It follows the client's source (S): `Api.create_registry`, `Api.registry`, `Registry.save`, `Registry.add_members` and
/// `Registry.update_member` of version 0.31.0.
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
        script.line(&["# Owner: ", &literal(owner), ". The client cannot set it."]);
    }
    link(&mut script, registry);
    script.text
}

#[derive(Default)]
struct Script {
    text: String,
}

impl Script {
    /// Adds a line of concatenated parts.
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
        self.text.push('\n');
    }
}

/// Creates a custom registry.
fn create(script: &mut Script, registry: &Registry) {
    let accepts = registry.accepts;
    script.line(&["registry = api.create_registry("]);
    let [name, organization] = [registry.name.as_str(), registry.organization.as_str()];
    script.line(&["    name=", &literal(name), ",", &spelled(name)]);
    script.line(&["    visibility=\"", registry.visibility.into(), "\","]);
    script.line(&["    organization=", &literal(organization), ",", &spelled(organization)]);
    describe(script, registry.description.as_str());
    let types: Vec<&ArtifactType> = accepts.saved().iter().collect();
    if !types.is_empty() {
        list(script, "    ", "artifact_types=", &types, ",");
    }
    script.line(&[")"]);
    let has_valid_type = types.iter().any(|artifact_type| !artifact_type.is_refused_by_client());
    // For the client, an empty list means all types. In these two cases the list gives the opposite of the registry's setting,
    // so a second call sets it.
    if accepts.is_all() && has_valid_type {
        script.line(&["# All types are accepted; those above stay saved."]);
        script.line(&["registry.allow_all_artifact_types = True"]);
        script.line(&["registry.save()"]);
    } else if !accepts.is_all() && !has_valid_type {
        script.line(&["# The client refuses every type of this registry. Without types it would accept all of them, so that is turned"]);
        script.line(&["# off. Add the types on the registry's page."]);
        script.line(&["registry.allow_all_artifact_types = False"]);
        script.line(&["registry.save()"]);
    }
}

/// Opens a core registry, which exists in every organization (G), and adds its added types.
fn open(script: &mut Script, registry: &Registry, core: &str) {
    script.line(&["# ", &literal(registry.name.as_str()), " is a core registry. Every organization has it already."]);
    script.line(&["registry = api.registry("]);
    script.line(&["    name=", &literal(core), ","]);
    let organization = registry.organization.as_str();
    script.line(&["    organization=", &literal(organization), ",", &spelled(organization)]);
    script.line(&[")"]);
    let added: Vec<&ArtifactType> = registry.accepts.saved().iter().filter(|saved| saved.as_str() != core).collect();
    if !added.is_empty() {
        list(script, "", "registry.artifact_types.extend(", &added, ")");
        script.line(&["registry.save()"]);
    }
}

/// Writes the function that links an artifact to a collection of the registry, with an example.
fn link(script: &mut Script, registry: &Registry) {
    let name = registry.core.unwrap_or(registry.name.as_str());
    let path = literal(&format!("{NAME_PREFIX}{name}/"));
    let accepted = registry.accepts.saved().iter().find(|artifact_type| !artifact_type.is_refused_by_client());
    let artifact_type = literal(accepted.map_or("model", ArtifactType::as_str));
    script.line(&["\n"]);
    script.line(&[
        "# Links an artifact of a run to a collection of this registry. A collection that does not exist is created.",
    ]);
    script.line(&["def link(run, artifact, collection):"]);
    script.line(&["    run.link_artifact(artifact, target_path=", &path, " + collection)"]);
    script.line(&["\n"]);
    script.line(&["# with wandb.init(project=\"my-project\") as run:"]);
    script.line(&["#     artifact = wandb.Artifact(\"my-artifact\", type=", &artifact_type, ")"]);
    script.line(&["#     artifact.add_file(\"my-file\")"]);
    script.line(&["#     link(run, artifact, \"my-collection\")"]);
}

/// Writes the description, each of its lines on a line of the script.
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

/// Writes a list of types: a single type on the same line, several types on a line each. Types that the client refuses become
/// comments.
fn list(script: &mut Script, indent: &str, before: &str, types: &[&ArtifactType], after: &str) {
    if let [only] = types
        && !only.is_refused_by_client()
    {
        return script.line(&[indent, before, "[", &literal(only.as_str()), "]", after, &spelled(only.as_str())]);
    }
    script.line(&[indent, before, "["]);
    for artifact_type in types {
        let name = literal(artifact_type.as_str());
        if artifact_type.is_refused_by_client() {
            script.line(&[indent, "    # ", &name, ": the client refuses this type."]);
        } else {
            script.line(&[indent, "    ", &name, ",", &spelled(artifact_type.as_str())]);
        }
    }
    script.line(&[indent, "]", after]);
}
