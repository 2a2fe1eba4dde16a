# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="Vision models",
    visibility="organization",
    organization="Lumen Labs",
)


# Links an artifact of a run to a collection of this registry. A collection that does not exist is created.
def link(run, artifact, collection):
    run.link_artifact(artifact, target_path="wandb-registry-Vision models/" + collection)


# with wandb.init(project="my-project") as run:
#     artifact = wandb.Artifact("my-artifact", type="model")
#     artifact.add_file("my-file")
#     link(run, artifact, "my-collection")
