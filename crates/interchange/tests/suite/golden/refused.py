# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="Rockets",
    visibility="organization",
    organization="Lumen Labs",
    artifact_types=[
        # "🚀": the client refuses this type.
    ],
)
# Not all types are accepted, though none could be named.
registry.allow_all_artifact_types = False
registry.save()
