//! From an action to its stored form.

use json::Json;

use super::fields::{DEFAULT_ROLES, ORGANIZATION_ROLES, ROLES, TEAM_ROLES, VISIBILITIES, word_for};
use crate::{
    AcceptedTypes, Action, ArtifactType, Founding, Grantee, OrganizationAction, PersonAction, RegistryAction,
    ServiceAccountAction, TeamAction,
};

/// The entry that says how the organization began.
#[must_use]
pub fn write_founding(founding: &Founding) -> Json {
    Entry::of("found")
        .text("organization", founding.organization.as_str())
        .text("name", founding.name.as_str())
        .text("username", founding.username.as_str())
        .text("email", founding.email.as_str())
        .end()
}

/// The entry that says what was done.
#[must_use]
pub fn write(action: &Action) -> Json {
    match action {
        Action::Person(PersonAction::Add(new)) => Entry::of("add_person")
            .text("name", new.name.as_str())
            .text("username", new.username.as_str())
            .text("email", new.email.as_str())
            .text("role", word_for(ORGANIZATION_ROLES, new.role)),
        Action::Person(PersonAction::Edit { person, name, username, email }) => Entry::of("edit_person")
            .text("person", person.0.as_str())
            .text("name", name.as_str())
            .text("username", username.as_str())
            .text("email", email.as_str()),
        Action::Person(PersonAction::SetRole { person, role }) => Entry::of("set_organization_role")
            .text("person", person.0.as_str())
            .text("role", word_for(ORGANIZATION_ROLES, *role)),
        Action::Person(PersonAction::Remove(person)) => Entry::of("remove_person").text("person", person.0.as_str()),
        Action::ServiceAccount(ServiceAccountAction::Add(name)) => {
            Entry::of("add_service_account").text("name", name.as_str())
        }
        Action::ServiceAccount(ServiceAccountAction::Rename { service_account, name }) => {
            Entry::of("rename_service_account")
                .text("service_account", service_account.0.as_str())
                .text("name", name.as_str())
        }
        Action::ServiceAccount(ServiceAccountAction::Remove(account)) => {
            Entry::of("remove_service_account").text("service_account", account.0.as_str())
        }
        Action::Team(TeamAction::Add(name)) => Entry::of("add_team").text("name", name.as_str()),
        Action::Team(TeamAction::Rename { team, name }) => {
            Entry::of("rename_team").text("team", team.0.as_str()).text("name", name.as_str())
        }
        Action::Team(TeamAction::Remove(team)) => Entry::of("remove_team").text("team", team.0.as_str()),
        Action::Team(TeamAction::AddPerson { team, person, role }) => Entry::of("add_person_to_team")
            .text("team", team.0.as_str())
            .text("person", person.0.as_str())
            .text("role", word_for(TEAM_ROLES, *role)),
        Action::Team(TeamAction::SetRole { team, person, role }) => Entry::of("set_team_role")
            .text("team", team.0.as_str())
            .text("person", person.0.as_str())
            .text("role", word_for(TEAM_ROLES, *role)),
        Action::Team(TeamAction::RemovePerson { team, person }) => {
            Entry::of("remove_person_from_team").text("team", team.0.as_str()).text("person", person.0.as_str())
        }
        Action::Team(TeamAction::AddServiceAccount { team, service_account }) => {
            Entry::of("add_service_account_to_team")
                .text("team", team.0.as_str())
                .text("service_account", service_account.0.as_str())
        }
        Action::Team(TeamAction::RemoveServiceAccount { team, service_account }) => {
            Entry::of("remove_service_account_from_team")
                .text("team", team.0.as_str())
                .text("service_account", service_account.0.as_str())
        }
        Action::Organization(OrganizationAction::Rename(name)) => {
            Entry::of("rename_organization").text("name", name.as_str())
        }
        Action::Organization(OrganizationAction::SetDefaultRole(role)) => {
            Entry::of("set_default_role").text("role", word_for(DEFAULT_ROLES, *role))
        }
        Action::Organization(OrganizationAction::SetRestrictedStays(stays)) => {
            Entry::of("set_restricted_stays").value("stays", Json::flag(*stays))
        }
        Action::Registry(RegistryAction::Create(new)) => Entry::of("create_registry")
            .text("name", new.name.as_str())
            .text("description", new.description.as_str())
            .text("visibility", word_for(VISIBILITIES, new.visibility))
            .value("accepts", accepts(&new.accepts)),
        Action::Registry(RegistryAction::Rename { registry, name }) => {
            Entry::of("rename_registry").text("registry", registry.0.as_str()).text("name", name.as_str())
        }
        Action::Registry(RegistryAction::Describe { registry, description }) => Entry::of("describe_registry")
            .text("registry", registry.0.as_str())
            .text("description", description.as_str()),
        Action::Registry(RegistryAction::SetVisibility { registry, visibility }) => Entry::of("set_visibility")
            .text("registry", registry.0.as_str())
            .text("visibility", word_for(VISIBILITIES, *visibility)),
        Action::Registry(RegistryAction::AcceptAllTypes(registry)) => {
            Entry::of("accept_all_types").text("registry", registry.0.as_str())
        }
        Action::Registry(RegistryAction::SpecifyTypes { registry, types }) => {
            Entry::of("specify_types").text("registry", registry.0.as_str()).value("types", names_of(types))
        }
        Action::Registry(RegistryAction::AddTypes { registry, types }) => {
            Entry::of("add_types").text("registry", registry.0.as_str()).value("types", names_of(types))
        }
        Action::Registry(RegistryAction::RemoveType { registry, artifact_type }) => {
            Entry::of("remove_type").text("registry", registry.0.as_str()).text("type", artifact_type.as_str())
        }
        Action::Registry(RegistryAction::AddMember { registry, member, role }) => Entry::of("add_member")
            .text("registry", registry.0.as_str())
            .member(member)
            .text("role", word_for(ROLES, *role)),
        Action::Registry(RegistryAction::SetMemberRole { registry, member, role }) => Entry::of("set_member_role")
            .text("registry", registry.0.as_str())
            .member(member)
            .text("role", word_for(ROLES, *role)),
        Action::Registry(RegistryAction::RemoveMember { registry, member }) => {
            Entry::of("remove_member").text("registry", registry.0.as_str()).member(member)
        }
        Action::Registry(RegistryAction::SetOwner { registry, person }) => {
            Entry::of("set_owner").text("registry", registry.0.as_str()).text("person", person.0.as_str())
        }
        Action::Registry(RegistryAction::Delete(registry)) => {
            Entry::of("delete_registry").text("registry", registry.0.as_str())
        }
    }
    .end()
}

/// An entry that is being written, its fields in the order in which they are given.
struct Entry {
    kind: &'static str,
    fields: Vec<(&'static str, Json)>,
}

impl Entry {
    fn of(kind: &'static str) -> Self {
        Self { kind, fields: Vec::new() }
    }

    fn text(self, field: &'static str, text: &str) -> Self {
        self.value(field, Json::text(text))
    }

    fn member(self, member: &Grantee) -> Self {
        let (kind, id) = match member {
            Grantee::Person(id) => ("person", &id.0),
            Grantee::ServiceAccount(id) => ("service_account", &id.0),
            Grantee::Team(id) => ("team", &id.0),
        };
        self.value("member", Json::object(&[(kind, Json::text(id.as_str()))]))
    }

    fn value(mut self, field: &'static str, value: Json) -> Self {
        self.fields.push((field, value));
        self
    }

    fn end(self) -> Json {
        Json::object(&[(self.kind, Json::object(&self.fields))])
    }
}

fn names_of(types: &[ArtifactType]) -> Json {
    Json::list(types.iter().map(|name| Json::text(name.as_str())))
}

fn accepts(accepts: &AcceptedTypes) -> Json {
    if accepts.is_all() { Json::text("all") } else { Json::object(&[("only", names_of(accepts.saved()))]) }
}
