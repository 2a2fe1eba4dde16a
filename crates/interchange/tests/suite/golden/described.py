# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="Vision models",
    visibility="restricted",
    organization="Lumen Labs",
    description=(
        "Models that see.\n"
        "\n"
        "\"Curated\" by the vision team 👁\r\n"
        "\tC:\\models"
    ),
    artifact_types=[
        "model",
        "checkpoint",
        "사전 학습",
        "v2.weights",
    ],
)
