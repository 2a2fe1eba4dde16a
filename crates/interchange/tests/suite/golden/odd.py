# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="\u05e9\u05dc\u05d5\u05dd {} \"quoted\" 'name' \U0001f680",  # ???? {} "quoted" 'name' ?
    visibility="organization",
    organization="Lumen Labs",
    description="One line.",
    artifact_types=[
        "model",
        # "a&b": the client refuses this type.
        # ".hidden": the client refuses this type.
        # "\U0001f680": the client refuses this type.
        "\xe9",  # e
    ],
)


# Links an artifact of a run to a collection of this registry. A collection that does not exist is created.
def link(run, artifact, collection):
    run.link_artifact(artifact, target_path="wandb-registry-\u05e9\u05dc\u05d5\u05dd {} \"quoted\" 'name' \U0001f680/" + collection)


# with wandb.init(project="my-project") as run:
#     artifact = wandb.Artifact("my-artifact", type="model")
#     artifact.add_file("my-file")
#     link(run, artifact, "my-collection")
