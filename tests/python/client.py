"""Runs scripts for W&B's Python client with the client itself, against a server that is made up here.

By hand, with `pip install wandb==0.31.0`: `python client.py SCRIPT…`. Every call goes through the client's own
validators and models; only the network is replaced. After a script the registry that came of it is printed as JSON.
"""

import base64
import json
import sys

import wandb
from wandb.apis.public.service_api import ServiceApi
from wandb.sdk.artifacts import _gqlutils


def global_id(kind, number):
    return base64.b64encode(f"{kind}:{number}".encode()).decode()


class Server:
    """As much of a server as these scripts ask for. Whoever is looked up is there."""

    def __init__(self):
        self.projects = {"wandb-registry-model": self.project("wandb-registry-model", None, "PRIVATE", False, ["model"])}
        self.users, self.teams, self.roles = {}, {}, {}

    @staticmethod
    def project(name, description, access, every, types):
        edges = [{"node": {"name": name}} for name in types]
        return {
            "__typename": "Project", "id": global_id("Project", 7), "internalId": global_id("ProjectInternalId", 7),
            "name": name, "entity": {"name": "entity", "organization": {"name": "organization"}},
            "description": description, "createdAt": "2026-01-01T00:00:00Z", "updatedAt": None, "access": access,
            "allowAllArtifactTypes": every, "artifactTypes": {"edges": edges},
        }

    def user(self, name):
        number = self.users.setdefault(name, len(self.users) + 10)
        # Somebody who only has the name in a longer one is found first.
        return {
            "id": global_id("User", number), "name": name, "username": name, "email": f"{name}@example.com",
            "admin": False, "flags": None, "entity": name, "deletedAt": None, "apiKeys": None, "teams": None,
        }

    def answer(self, operation, given):
        match operation:
            case "FetchOrganization":
                entity = {"__typename": "Entity", "id": global_id("Entity", 1), "name": "entity", "entityType": "organization"}
                return {"organization": {"id": global_id("Organization", 1), "name": given["org"], "orgEntity": entity}}
            case "FetchRegistry":
                return {"entity": {"project": self.projects.get(given["name"])}}
            case "UpsertRegistry":
                new, old = given["input"], self.projects.get(given["input"]["name"])
                types = [edge["node"]["name"] for edge in old["artifactTypes"]["edges"]] if old else []
                types += [entry["name"] for entry in new.get("artifactTypes") or []]
                self.projects[new["name"]] = self.project(
                    new["name"], new.get("description"), new["access"], new["allowAllArtifactTypesInRegistry"], types
                )
                return {"upsertModel": {"inserted": old is None, "project": self.projects[new["name"]]}}
            case "SearchUsers":
                asked = given["query"]
                found = self.user(asked) | {"email": asked} if "@" in asked else self.user(asked)
                nodes = [self.user("almost-" + asked.replace("@", "-")), found]
                return {"users": {"edges": [{"node": node} for node in nodes]}}
            case "GetTeamEntity":
                number = self.teams.setdefault(given["name"], len(self.teams) + 100)
                return {"entity": {
                    "id": global_id("Entity", number), "name": given["name"], "available": None, "photoUrl": None,
                    "readOnly": None, "readOnlyAdmin": False, "isTeam": True, "entityType": "team",
                    "privateOnly": False, "storageBytes": 0, "codeSavingEnabled": False, "defaultAccess": "",
                    "isPaid": None, "members": [],
                }}
            case "RegistryUserMembers":
                return {"project": {"members": []}}
            case "RegistryTeamMembers":
                return {"project": {"teamMembers": []}}
            case "CreateRegistryMembers":
                for member in (given["input"].get("userIds") or []) + (given["input"].get("teamIds") or []):
                    self.roles[member] = "added"
                return {"result": {"success": True}}
            case "UpdateUserRegistryRole":
                self.roles[given["input"]["userId"]] = given["input"]["userProjectRole"]
                return {"result": {"success": True}}
            case "UpdateTeamRegistryRole":
                self.roles[given["input"]["teamId"]] = given["input"]["teamProjectRole"]
                return {"result": {"success": True}}
        raise NotImplementedError(operation)

    def members(self):
        names = {global_id("User", number): name for name, number in self.users.items()}
        names |= {global_id("Entity", number): name for name, number in self.teams.items()}
        return {names[member]: role for member, role in self.roles.items()}


def run(script, name):
    """What the script makes of a new server: its registries but the untouched core one, and the members."""
    server = Server()

    def execute(self, query, variables=None, timeout=None, *, parse=json.loads):
        operation = query.split("(")[0].split("{")[0].split()[1]
        return parse(json.dumps(server.answer(operation, json.loads(json.dumps(dict(variables or {}))))))

    def api(self):
        self.settings = {"base_url": "http://localhost", "entity": None, "project": None, "organization": None}
        self.api_key, self._default_entity, self._service_api = None, None, ServiceApi.__new__(ServiceApi)

    wandb.Api.__init__ = api
    ServiceApi.execute_graphql = execute
    ServiceApi.feature_enabled = lambda self, feature: True
    _gqlutils._server_features = lambda service: {"INCLUDE_ARTIFACT_TYPES_IN_REGISTRY_CREATION": True}
    exec(compile(script, name, "exec"), {"__name__": "__main__"})
    made = [project for full, project in server.projects.items() if full != "wandb-registry-model"]
    project = (made or list(server.projects.values()))[0]
    return {
        "name": project["name"].removeprefix("wandb-registry-"), "description": project["description"],
        "access": project["access"], "all": project["allowAllArtifactTypes"],
        "types": [edge["node"]["name"] for edge in project["artifactTypes"]["edges"]], "members": server.members(),
    }


if __name__ == "__main__":
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            print(path, json.dumps(run(file.read(), path), ensure_ascii=False))
