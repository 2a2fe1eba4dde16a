# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

# "Models" is a core registry: it is there, and cannot be created.
registry = api.registry(
    name="model",
    organization="Lumen Labs",
)
registry.artifact_types.extend(["checkpoint"])
registry.save()
