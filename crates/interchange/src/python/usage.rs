//! The use of collections and versions by W&B's client, version 0.31. The page copies these lines; a person fills in nothing.

use super::literal;

/// The lines that use and download what this full name finds: `wandb-registry-name/collection:alias`.
#[must_use]
pub fn use_script(full_name: &str) -> String {
    format!(
        "import wandb\n\nwith wandb.init() as run:\n    artifact = run.use_artifact({})\n    path = artifact.download()\n",
        literal(full_name)
    )
}

/// A version that is linked.
#[derive(Clone, Copy, Debug)]
pub struct Linked<'a> {
    /// The team, which the client calls the entity, and the project. `None` for a version that is linked on from a registry.
    pub project: Option<(&'a str, &'a str)>,
    /// The reference to the version: `team/project/artifact:v0`, or its full name in a registry.
    pub source: &'a str,
    /// The full name of the collection, without alias.
    pub collection: &'a str,
    /// The aliases that the link gets.
    pub aliases: &'a [&'a str],
}

/// The lines that link a version to a collection.
#[must_use]
pub fn link_script(linked: &Linked<'_>) -> String {
    let Linked { project, source, collection, aliases } = linked;
    let project = project.map(|(team, project)| format!("entity={}, project={}", literal(team), literal(project)));
    let aliases: Vec<String> = aliases.iter().map(|alias| literal(alias)).collect();
    let aliases = if aliases.is_empty() { String::new() } else { format!(", aliases=[{}]", aliases.join(", ")) };
    format!(
        "import wandb\n\nwith wandb.init({}) as run:\n    artifact = run.use_artifact({})\n    \
         run.link_artifact(artifact, target_path={}{aliases})\n",
        project.unwrap_or_default(),
        literal(source),
        literal(collection)
    )
}

#[cfg(test)]
mod tests {
    use super::{Linked, link_script, use_script};

    #[test]
    fn a_version_is_used_by_its_full_name() {
        let expected = "import wandb\n\nwith wandb.init() as run:\n    artifact = run.use_artifact(\"wandb-registry-model/zoo:v3\")\n    \
                        path = artifact.download()\n";
        assert_eq!(use_script("wandb-registry-model/zoo:v3"), expected);
    }

    #[test]
    fn a_version_is_linked_with_entity_target_path_and_aliases() {
        let linked = Linked {
            project: Some(("vision", "cats")),
            source: "vision/cats/cat:v0",
            collection: "wandb-registry-model/zoo",
            aliases: &["best", "a\"b"],
        };
        let script = link_script(&linked);
        assert!(script.contains("wandb.init(entity=\"vision\", project=\"cats\")"), "{script}");
        assert!(
            script
                .contains("run.link_artifact(artifact, target_path=\"wandb-registry-model/zoo\", aliases=[\"best\", "),
            "{script}"
        );
        let bare = link_script(&Linked { aliases: &[], ..linked });
        assert!(bare.ends_with("target_path=\"wandb-registry-model/zoo\")\n"), "{bare}");
    }
}
