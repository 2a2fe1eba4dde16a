# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="Vision models",
    visibility="organization",
    organization="Lumen Labs",
)
