# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="שלום {} \"quoted\" 'name' 🚀",
    visibility="organization",
    organization="Lumen Labs",
    description="One line.",
    artifact_types=[
        "model",
        # "a&b": the client refuses this type.
        # ".hidden": the client refuses this type.
        # "🚀": the client refuses this type.
        "é",
    ],
)
