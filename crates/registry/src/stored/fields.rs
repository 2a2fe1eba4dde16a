//! The fields of an entry: taken out one by one, until none is left over.

use serde_json::{Map, Value};

use crate::{
    AcceptedTypes, AccountName, ArtifactType, DefaultRole, Description, Email, Grantee, Id, OrganizationName,
    OrganizationRole, PersonId, PersonName, RegistryId, RegistryName, Role, ServiceAccountId, TeamId, TeamRole,
    Visibility,
};

/// The fields of an entry that were not taken yet.
pub struct Fields(pub Map<String, Value>);

/// How a value of some kind is written: every word with what it stands for.
pub type Words<T> = &'static [(&'static str, T)];

/// A role in the organization.
pub const ORGANIZATION_ROLES: Words<OrganizationRole> =
    &[("viewer", OrganizationRole::Viewer), ("member", OrganizationRole::Member), ("admin", OrganizationRole::Admin)];

/// A role in a team.
pub const TEAM_ROLES: Words<TeamRole> =
    &[("viewer", TeamRole::Viewer), ("member", TeamRole::Member), ("admin", TeamRole::Admin)];

/// A role in a registry.
pub const ROLES: Words<Role> = &[
    ("restricted_viewer", Role::RestrictedViewer),
    ("viewer", Role::Viewer),
    ("member", Role::Member),
    ("admin", Role::Admin),
];

/// The role that everybody begins with.
pub const DEFAULT_ROLES: Words<DefaultRole> =
    &[("restricted_viewer", DefaultRole::RestrictedViewer), ("viewer", DefaultRole::Viewer)];

/// A visibility.
pub const VISIBILITIES: Words<Visibility> =
    &[("organization", Visibility::Organization), ("restricted", Visibility::Restricted)];

/// What a word stands for.
pub fn meaning_of<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

/// The word for something.
pub fn word_for<T: Copy + PartialEq>(words: Words<T>, meaning: T) -> &'static str {
    words.iter().find(|(_, known)| *known == meaning).map_or("", |(word, _)| word)
}

impl Fields {
    /// That there is no field which nobody knows.
    pub fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    fn text(&mut self, field: &str) -> Option<String> {
        match self.0.remove(field)? {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    fn word<T: Copy>(&mut self, field: &str, words: Words<T>) -> Option<T> {
        meaning_of(words, &self.text(field)?)
    }

    fn id(&mut self, field: &str) -> Option<Id> {
        Some(Id::from_text(&self.text(field)?))
    }

    pub fn flag(&mut self, field: &str) -> Option<bool> {
        self.0.remove(field)?.as_bool()
    }

    pub fn person(&mut self) -> Option<PersonId> {
        self.id("person").map(PersonId)
    }

    pub fn service_account(&mut self) -> Option<ServiceAccountId> {
        self.id("service_account").map(ServiceAccountId)
    }

    pub fn team(&mut self) -> Option<TeamId> {
        self.id("team").map(TeamId)
    }

    pub fn registry(&mut self) -> Option<RegistryId> {
        self.id("registry").map(RegistryId)
    }

    pub fn organization_name(&mut self, field: &str) -> Option<OrganizationName> {
        Some(OrganizationName::accepted(&self.text(field)?))
    }

    pub fn person_name(&mut self) -> Option<PersonName> {
        Some(PersonName::accepted(&self.text("name")?))
    }

    pub fn account_name(&mut self, field: &str) -> Option<AccountName> {
        Some(AccountName::accepted(&self.text(field)?))
    }

    pub fn email(&mut self) -> Option<Email> {
        Some(Email::accepted(&self.text("email")?))
    }

    pub fn registry_name(&mut self) -> Option<RegistryName> {
        Some(RegistryName::accepted(&self.text("name")?))
    }

    pub fn description(&mut self) -> Option<Description> {
        Some(Description::accepted(&self.text("description")?))
    }

    pub fn visibility(&mut self) -> Option<Visibility> {
        self.word("visibility", VISIBILITIES)
    }

    pub fn organization_role(&mut self) -> Option<OrganizationRole> {
        self.word("role", ORGANIZATION_ROLES)
    }

    pub fn team_role(&mut self) -> Option<TeamRole> {
        self.word("role", TEAM_ROLES)
    }

    pub fn role(&mut self) -> Option<Role> {
        self.word("role", ROLES)
    }

    pub fn default_role(&mut self) -> Option<DefaultRole> {
        self.word("role", DEFAULT_ROLES)
    }

    pub fn artifact_type(&mut self) -> Option<ArtifactType> {
        Some(ArtifactType::accepted(&self.text("type")?))
    }

    pub fn artifact_types(&mut self) -> Option<Vec<ArtifactType>> {
        artifact_types(self.0.remove("types")?)
    }

    /// `"all"`, or `{"only": [types]}`.
    pub fn accepts(&mut self) -> Option<AcceptedTypes> {
        match self.0.remove("accepts")? {
            Value::String(all) if all == "all" => Some(AcceptedTypes::accepted(true, [])),
            Value::Object(mut only) => {
                let types = artifact_types(only.remove("only")?)?;
                let accepts = AcceptedTypes::accepted(false, types.iter().map(ArtifactType::as_str));
                only.is_empty().then_some(accepts)
            }
            _ => None,
        }
    }

    /// `{"person": id}`, `{"service_account": id}` or `{"team": id}`.
    pub fn member(&mut self) -> Option<Grantee> {
        let Value::Object(member) = self.0.remove("member")? else { return None };
        let mut member = member.into_iter();
        let (Some((kind, Value::String(id))), None) = (member.next(), member.next()) else { return None };
        let id = Id::from_text(&id);
        match kind.as_str() {
            "person" => Some(Grantee::Person(PersonId(id))),
            "service_account" => Some(Grantee::ServiceAccount(ServiceAccountId(id))),
            "team" => Some(Grantee::Team(TeamId(id))),
            _ => None,
        }
    }
}

fn artifact_types(value: Value) -> Option<Vec<ArtifactType>> {
    let Value::Array(types) = value else { return None };
    types.iter().map(|name| name.as_str().map(ArtifactType::accepted)).collect()
}
