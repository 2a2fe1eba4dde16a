# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="Rockets",
    visibility="organization",
    organization="Lumen Labs",
    artifact_types=[
        # "\U0001f680": the client refuses this type.
    ],
)
# The client refuses every type of this registry. Without types it would accept all of them, so that is turned
# off. Add the types on the registry's page.
registry.allow_all_artifact_types = False
registry.save()


# Links an artifact of a run to a collection of this registry. A collection that does not exist is created.
def link(run, artifact, collection):
    run.link_artifact(artifact, target_path="wandb-registry-Rockets/" + collection)


# with wandb.init(project="my-project") as run:
#     artifact = wandb.Artifact("my-artifact", type="model")
#     artifact.add_file("my-file")
#     link(run, artifact, "my-collection")
