//! The fields of an entry: taken out one by one, until none is left over.

use json::{items, members, string};

use crate::{
    AcceptedTypes, AccountName, ArtifactType, DefaultRole, Description, Email, Grantee, Id, OrganizationName,
    OrganizationRole, PersonId, PersonName, RegistryId, RegistryName, Role, ServiceAccountId, TeamId, TeamRole,
    Visibility,
};

/// The fields of an entry that were not taken yet, each with its value as it is written. Of fields with the same name, the
/// last one counts.
pub struct Fields<'a>(pub Vec<(String, &'a str)>);

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

impl<'a> Fields<'a> {
    /// That there is no field which nobody knows.
    pub fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    fn take(&mut self, field: &str) -> Option<&'a str> {
        let mut taken = None;
        self.0.retain(|(name, value)| {
            let is_it = name == field;
            if is_it {
                taken = Some(*value);
            }
            !is_it
        });
        taken
    }

    fn text(&mut self, field: &str) -> Option<String> {
        string(self.take(field)?)
    }

    fn word<T: Copy>(&mut self, field: &str, words: Words<T>) -> Option<T> {
        meaning_of(words, &self.text(field)?)
    }

    fn id(&mut self, field: &str) -> Option<Id> {
        Some(Id::from_text(&self.text(field)?))
    }

    pub fn flag(&mut self, field: &str) -> Option<bool> {
        match self.take(field)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
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
        artifact_types(self.take("types")?)
    }

    /// `"all"`, or `{"only": [types]}`.
    pub fn accepts(&mut self) -> Option<AcceptedTypes> {
        let accepts = self.take("accepts")?;
        if string(accepts).is_some_and(|word| word == "all") {
            return Some(AcceptedTypes::accepted(true, []));
        }
        let (word, types) = only(accepts)?;
        let types = artifact_types(types).filter(|_| word == "only")?;
        Some(AcceptedTypes::accepted(false, types.iter().map(ArtifactType::as_str)))
    }

    /// `{"person": id}`, `{"service_account": id}` or `{"team": id}`.
    pub fn member(&mut self) -> Option<Grantee> {
        let (kind, id) = only(self.take("member")?)?;
        let id = Id::from_text(&string(id)?);
        match kind.as_str() {
            "person" => Some(Grantee::Person(PersonId(id))),
            "service_account" => Some(Grantee::ServiceAccount(ServiceAccountId(id))),
            "team" => Some(Grantee::Team(TeamId(id))),
            _ => None,
        }
    }
}

fn artifact_types(text: &str) -> Option<Vec<ArtifactType>> {
    items(text)?.into_iter().map(|name| Some(ArtifactType::accepted(&string(name)?))).collect()
}

/// The one member of an object that has no other.
pub fn only(text: &str) -> Option<(String, &str)> {
    let mut members = members(text)?;
    let (name, value) = members.pop()?;
    members.iter().all(|(other, _)| *other == name).then_some((name, value))
}
