class Plan:
    """What is to be added, and what is only told."""

    def __init__(self, api, organization):
        self.api, self.organization = api, organization
        self.steps, self.notes, self.found = [], [], {}

    def step(self, registry, text, act):
        self.steps.append((registry, text, act))

    def note(self, registry, text):
        self.notes.append(f"{registry['name']!r}: {text}")

    def compare(self, registry):
        """Compares a registry with the one of this name in W&B."""
        name = registry["name"]
        there = self.find_registry(registry)
        if there is None and registry["core"]:
            return self.note(registry, "a core registry that cannot be found there")
        for refused in registry["refused_types"]:
            self.note(registry, f"the client refuses the type {refused!r}: add it on the registry's page")
        if there is None:
            kind = "all types" if registry["all_types"] else ", ".join(map(repr, registry["types"])) or "no type yet"
            self.step(registry, f"create it: {registry['visibility']}, {kind}", lambda: self.create(registry))
        else:
            self.found[name] = there
            self.compare_settings(registry, there)
        self.compare_members(registry, there)
        for account, role in registry["service_accounts"].items():
            self.note(registry, f"the client cannot add the service account {account!r} ({role}): add it on its page")
        if registry["owner"]:
            self.note(registry, f"its owner is {registry['owner']!r}: the client cannot set it")

    def find_registry(self, registry):
        try:
            return self.api.registry(name=registry["core"] or registry["name"], organization=self.organization)
        except ValueError as error:
            # Without a cause the answer was that there is none. Anything else is a failure.
            if error.__cause__ is not None:
                raise
            return None

    def create(self, registry):
        made = self.api.create_registry(
            name=registry["name"],
            visibility=registry["visibility"],
            organization=self.organization,
            description=registry["description"] or None,
            artifact_types=registry["types"] or None,
        )
        # The client takes no types for all of them, and some types for only these.
        if made.allow_all_artifact_types != registry["all_types"]:
            made.allow_all_artifact_types = registry["all_types"]
            made.save()
        self.found[registry["name"]] = made

    def compare_settings(self, registry, there):
        if not registry["core"]:
            if there.visibility != registry["visibility"]:
                self.note(registry, f"visibility {there.visibility} there, {registry['visibility']} here")
            if (there.description or "") != registry["description"]:
                self.note(registry, "another description there")
        if there.allow_all_artifact_types:
            if not registry["all_types"]:
                self.note(registry, "all types are accepted there, only some here")
            return
        if registry["all_types"]:
            self.note(registry, "only some types are accepted there, all here")
        missing = [name for name in registry["types"] if name not in there.artifact_types]
        if missing:
            text = "accept " + ", ".join(map(repr, missing)) + ". A type cannot be removed later"
            self.step(registry, text, lambda: self.add_types(there, missing))

    def add_types(self, there, missing):
        there.artifact_types.extend(missing)
        there.save()

    def compare_members(self, registry, there):
        people = {member.user.id: role_word(member) for member in there.user_members()} if there else {}
        teams = {member.team.id: role_word(member) for member in there.team_members()} if there else {}
        for name, role in registry["people"].items():
            self.compare_member(registry, f"the person {name!r}", self.find_person(name), role, people)
        for name, role in registry["teams"].items():
            self.compare_member(registry, f"the team {name!r}", self.find_team(name), role, teams)

    def compare_member(self, registry, who, member, role, listed):
        if member is None:
            self.note(registry, f"{who} ({role}) cannot be found there")
        elif member.id not in listed:
            self.step(registry, f"add {who} as {role}", lambda: self.add_member(registry, member, role))
        elif listed[member.id] != role:
            self.note(registry, f"{who} is {listed[member.id]} there, {role} here")

    def add_member(self, registry, member, role):
        there = self.found[registry["name"]]
        listed = [other.user.id for other in there.user_members()] + [other.team.id for other in there.team_members()]
        # The creator of a registry is its member already.
        if member.id not in listed:
            there.add_members(member)
            there.update_member(member, role=role)

    def find_person(self, name):
        """api.users() also finds longer names and addresses. Only administrators can call it."""
        if ("person", name) not in self.found:
            address = PEOPLE.get(name, "").lower()

            def is_meant(user):
                # The username may be somebody else's in W&B, so the address decides where both are known.
                theirs = (user.email or "").lower()
                return theirs == address if theirs and address else (user.username or "").lower() == name.lower()

            texts = [text for text in (address, name.lower()) if text]
            meant = [user for text in texts for user in self.search(text) if is_meant(user)]
            self.found["person", name] = meant[0] if meant else None
        return self.found["person", name]

    def search(self, text):
        try:
            return self.api.users(text)
        except Exception as error:
            note = f"people cannot be looked up, and are not added: {error!r}"
            if note not in self.notes:
                self.notes.append(note)
            return []

    def find_team(self, name):
        if ("team", name) not in self.found:
            try:
                self.found["team", name] = self.api.team(name)
            except (KeyError, ValueError):
                # This is how the client says that there is no such team.
                self.found["team", name] = None
        return self.found["team", name]

    def show(self):
        if self.notes:
            print("Left as it is:")
            for text in self.notes:
                print(f"  {text}")
        print("To be added:" if self.steps else "Nothing is to be added.")
        for registry, text, _ in self.steps:
            print(f"  {registry['name']!r}: {text}")

    def apply(self):
        """Takes every step, also after one that fails. A registry that was not created gets no members."""
        failed = 0
        for registry, text, act in self.steps:
            try:
                act()
                print(f"Done: {registry['name']!r}: {text}")
            except Exception as error:
                failed += 1
                print(f"Failed: {registry['name']!r}: {text}: {error!r}")
        return failed


def role_word(member):
    return str(getattr(member.role, "value", member.role))


def main():
    parser = argparse.ArgumentParser(description="Adds to W&B what is missing there of the registries of this file.")
    parser.add_argument("--apply", action="store_true", help="add it; without this it is only printed")
    parser.add_argument("--organization", default=ORGANIZATION, help="the name of the organization in W&B")
    options = parser.parse_args()
    if hasattr(sys.stdout, "reconfigure"):
        # A terminal that cannot show a letter does not end the script.
        sys.stdout.reconfigure(errors="backslashreplace")
    api = wandb.Api()
    api.organization(options.organization)
    plan = Plan(api, options.organization)
    for registry in REGISTRIES:
        plan.compare(registry)
    plan.show()
    if not options.apply:
        if plan.steps:
            print("Nothing was changed. Run this again with --apply to add it.")
        return 0
    failed = plan.apply()
    if failed:
        print(f"{failed} of {len(plan.steps)} steps failed. Run this again to try them again.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
