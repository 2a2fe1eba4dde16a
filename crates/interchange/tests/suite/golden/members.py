# For W&B's Python client: pip install "wandb>=0.31,<0.32", then wandb login.
import wandb

api = wandb.Api()

registry = api.create_registry(
    name="Vision models",
    visibility="restricted",
    organization="Lumen Labs",
    artifact_types=["model"],
)

# Servers before 0.75 do not know the role "restricted_viewer".

# Finds a person: the client lets only administrators do that, and finds whoever has the name in a longer one.
def person(name):
    for user in api.users(name):
        if name.lower() in ((user.username or "").lower(), (user.email or "").lower()):
            return user
    raise LookupError(f"there is nobody called {name!r}")


people = {
    "mira.lindqvist": "admin",
    "\"jun\"@example.com": "restricted_viewer",
}
listed = {member.user.id for member in registry.user_members()}
for name, role in people.items():
    member = person(name)
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)

teams = {
    "vision": "member",
    "red-team": "viewer",
}
listed = {member.team.id for member in registry.team_members()}
for name, role in teams.items():
    member = api.team(name)
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)

# The client adds people and teams only. Service accounts to be added in the settings:
# "nightly-eval": "member"

# Its owner is "mira.lindqvist". The client cannot say who owns a registry.
