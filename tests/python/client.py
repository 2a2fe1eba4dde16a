"""Runs generated scripts with W&B's client itself, against a server on this machine that knows as much of W&B as they ask for.

One JSON object a line comes in: `{"script", "steps"}`. All steps of a case use the same server. A step is
`{"script", "arguments", "prints", "holds", "status"}`, all optional: the script, or another one, is run with the arguments, its output has each of the texts of
`prints`, the server then holds `holds`, and the script ends with `status`.

Without the client, which is no part of Python (`pip install wandb==0.31.0`), nothing is run. With a script as argument it is run
on a new server, and what the server then holds is printed: `python client.py SCRIPT`.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError, version

import harness

PREFIX = "wandb-registry-"


def global_id(kind, number):
    return base64.b64encode(f"{kind}:{number}".encode()).decode()


class Server:
    """Its organization has the core registries, everybody whose name does not begin with `nobody`, and every team whose name does not."""

    def __init__(self):
        self.users, self.teams, self.registries = {}, {}, {}
        for core in ["model", "dataset"]:
            self.registries[PREFIX + core] = {
                "description": None, "access": "PRIVATE", "all": False, "types": [core], "users": {}, "teams": {},
            }
        self.me = self.user("me")["id"]

    def user(self, name):
        number = self.users.setdefault(name.split("@")[0], len(self.users) + 10)
        name = name.split("@")[0]
        return {
            "id": global_id("User", number), "name": name, "username": name, "email": f"{name}@example.com",
            "admin": False, "flags": None, "entity": name, "deletedAt": None, "apiKeys": None, "teams": None,
        }

    def team(self, name):
        number = self.teams.setdefault(name, len(self.teams) + 100)
        return {
            "id": global_id("Entity", number), "name": name, "available": None, "photoUrl": None, "readOnly": None,
            "readOnlyAdmin": False, "isTeam": True, "entityType": "team", "privateOnly": False, "storageBytes": 0,
            "codeSavingEnabled": False, "defaultAccess": "", "isPaid": None, "members": [],
        }

    def project(self, name):
        registry = self.registries.get(name)
        if not registry:
            return None
        number = list(self.registries).index(name)
        return {
            "__typename": "Project", "id": global_id("Project", number),
            "internalId": global_id("ProjectInternalId", number),
            "name": name, "entity": {"name": "entity", "organization": {"name": "organization"}},
            "description": registry["description"], "createdAt": "2026-01-01T00:00:00Z", "updatedAt": None,
            "access": registry["access"], "allowAllArtifactTypes": registry["all"],
            "artifactTypes": {"edges": [{"node": {"name": name}} for name in registry["types"]]},
        }

    def by_id(self, project):
        return list(self.registries.values())[int(base64.b64decode(project).decode().split(":")[1])]

    def answer(self, operation, given):
        match operation:
            case "Viewer":
                return {"viewer": self.user("me")}
            case "ServerFeaturesQuery":
                names = ["ARTIFACT_REGISTRY_SEARCH", "INCLUDE_ARTIFACT_TYPES_IN_REGISTRY_CREATION"]
                return {"serverInfo": {"features": [{"name": name, "isEnabled": True} for name in names]}}
            case "FetchOrganization":
                if given["org"].startswith("nobody"):
                    return {"organization": None}
                entity = {"__typename": "Entity", "id": global_id("Entity", 1), "name": "entity", "entityType": "organization"}
                return {"organization": {"id": global_id("Organization", 1), "name": given["org"], "orgEntity": entity}}
            case "FetchRegistry":
                return {"entity": {"project": self.project(given["name"])}}
            case "UpsertRegistry":
                new = given["input"]
                name, old = new["name"], self.registries.get(new["name"])
                types = [entry["name"] for entry in new.get("artifactTypes") or []]
                self.registries[name] = {
                    "description": new.get("description"), "access": new["access"],
                    "all": new["allowAllArtifactTypesInRegistry"], "types": (old or {"types": []})["types"] + types,
                    "users": old["users"] if old else {self.me: "admin"}, "teams": old["teams"] if old else {},
                }
                return {"upsertModel": {"inserted": old is None, "project": self.project(name)}}
            case "SearchUsers":
                asked = given["query"]
                # Somebody who only has the name in a longer one is found first.
                nodes = [self.user("almost-" + asked.replace("@", "-"))]
                nodes += [] if asked.startswith("nobody") else [self.user(asked)]
                return {"users": {"edges": [{"node": node} for node in nodes]}}
            case "GetTeamEntity":
                return {"entity": None if given["name"].startswith("nobody") else self.team(given["name"])}
            case "RegistryUserMembers":
                users = {self.user(name)["id"]: self.user(name) for name in list(self.users)}
                members = self.registries[given["project"]]["users"].items()
                return {"project": {"members": [users[user] | {"role": {"name": role}} for user, role in members]}}
            case "RegistryTeamMembers":
                teams = {self.team(name)["id"]: self.team(name) for name in list(self.teams)}
                members = self.registries[given["project"]]["teams"].items()
                return {"project": {"teamMembers": [{"team": teams[team], "role": {"name": role}} for team, role in members]}}
            case "CreateRegistryMembers":
                registry = self.by_id(given["input"]["projectId"])
                registry["users"] |= {user: "viewer" for user in given["input"].get("userIds") or []}
                registry["teams"] |= {team: "viewer" for team in given["input"].get("teamIds") or []}
                return {"result": {"success": True}}
            case "UpdateUserRegistryRole":
                given = given["input"]
                self.by_id(given["projectId"])["users"][given["userId"]] = given["userProjectRole"]
                return {"result": {"success": True}}
            case "UpdateTeamRegistryRole":
                given = given["input"]
                self.by_id(given["projectId"])["teams"][given["teamId"]] = given["teamProjectRole"]
                return {"result": {"success": True}}
        raise NotImplementedError(operation)

    def holds(self):
        """What is there beside untouched core registries, with the members by their names."""
        names = {global_id("User", number): name for name, number in self.users.items()}
        names |= {global_id("Entity", number): name for name, number in self.teams.items()}
        held = {}
        for full_name, registry in self.registries.items():
            name = full_name.removeprefix(PREFIX)
            members = {names[member]: role for member, role in (registry["users"] | registry["teams"]).items()}
            if name not in ("model", "dataset") or registry["types"] != [name] or members:
                kept = {key: registry[key] for key in ("description", "access", "all", "types")}
                held[name] = kept | {"members": members}
        return held


def serve(server):
    """Serves until the program ends, and returns the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            operation = asked.get("operationName") or asked["query"].split("(")[0].split("{")[0].split()[1]
            try:
                status, answer = 200, {"data": server.answer(operation, asked.get("variables") or {})}
            except Exception as error:
                print(f"{operation}: {error!r}", file=sys.stderr)
                status, answer = 400, {"errors": [{"message": repr(error)}]}
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{http.server_port}"


def run(script, arguments, address):
    """Runs a script in a process of its own, saved in an encoding that is not Python's."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "registries.py")
        with open(path, "w", encoding="cp949", newline="") as file:
            file.write(script)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WANDB_")} | {
            "WANDB_BASE_URL": address, "WANDB_API_KEY": "0" * 40, "WANDB_ERROR_REPORTING": "false", "WANDB_SILENT": "true",
            "HOME": folder, "PYTHONIOENCODING": "ascii:strict",
        }
        command = [sys.executable, path, *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, timeout=120)


def fault(case):
    server = Server()
    address = serve(server)
    for step in case["steps"]:
        ended = run(step.get("script", case["script"]), step.get("arguments", []), address)
        if ended.returncode != step.get("status", 0):
            return f"it ended with {ended.returncode}: {ended.stdout}{ended.stderr}"
        for text in step.get("prints", []):
            if text not in ended.stdout:
                return f"it did not print {text!r}: {ended.stdout}"
        if "holds" in step and server.holds() != step["holds"]:
            return f"the server holds {server.holds()!r}: {ended.stdout}"
    return None


def main():
    if sys.argv[1:]:
        server = Server()
        with open(sys.argv[1], encoding="utf-8", newline="") as file:
            ended = run(file.read(), sys.argv[2:], serve(server))
        print(ended.stdout, ended.stderr, json.dumps(server.holds(), ensure_ascii=False, indent=2), sep="\n")
        return ended.returncode
    cases = harness.read()
    try:
        client = version("wandb")
    except PackageNotFoundError:
        print("W&B's client is not installed: no script was run")
        return 0
    return harness.check(cases, fault, f"scripts run with wandb {client}", shown=lambda case: case["script"] + "\n")


if __name__ == "__main__":
    sys.exit(main())
