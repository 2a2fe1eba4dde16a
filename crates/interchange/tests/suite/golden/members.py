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

# Looks up a person by exact username or email: api.users() also finds longer ones. Only administrators can do that.
def person(name):
    for user in api.users(name):
        if name.lower() in ((user.username or "").lower(), (user.email or "").lower()):
            return user
    return None


people = {
    "mira.lindqvist": "admin",
    "\"jun\"@example.com": "restricted_viewer",
}
listed = {member.user.id for member in registry.user_members()}
for name, role in people.items():
    member = person(name)
    if member is None:
        print(f"Not added: W&B has no user {name!a}.")
        continue
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)

teams = {
    "vision": "member",
    "red-team": "viewer",
}
listed = {member.team.id for member in registry.team_members()}
for name, role in teams.items():
    try:
        member = api.team(name)
    except (KeyError, ValueError):
        # This is how the client says that there is no such team.
        print(f"Not added: W&B has no team {name!a}.")
        continue
    if member.id not in listed:
        registry.add_members(member)
    registry.update_member(member, role=role)

# The client cannot add service accounts. Add them on the registry's page:
# "nightly-eval": "member"

# Owner: "mira.lindqvist". The client cannot set it.


# Links an artifact of a run to a collection of this registry. A collection that does not exist is created.
def link(run, artifact, collection):
    run.link_artifact(artifact, target_path="wandb-registry-Vision models/" + collection)


# with wandb.init(project="my-project") as run:
#     artifact = wandb.Artifact("my-artifact", type="model")
#     artifact.add_file("my-file")
#     link(run, artifact, "my-collection")
