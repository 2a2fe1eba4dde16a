//! The entries of version 1. New kinds and new fields may be added; existing ones never change their names, order or
//! meaning.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::text::{Keys, Text};
use super::words;
use crate::{
    AccountName, ArtifactType, DefaultRole, Description, Email, OrganizationName, OrganizationRole, PersonId,
    PersonName, RegistryId, RegistryName, Role, ServiceAccountId, TeamId, TeamRole, Visibility,
};

/// Reads an optional field that is present. `null` is a fault, because no program has written it.
fn not_null<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// An entry: `{"add_team":{"name":"platform"}}`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Entry {
    Found {
        organization: Text<OrganizationName>,
        name: Text<PersonName>,
        username: Text<AccountName>,
        email: Text<Email>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        keys: Option<Keys>,
    },
    AddPerson {
        name: Text<PersonName>,
        username: Text<AccountName>,
        email: Text<Email>,
        #[serde(with = "words::OrganizationRole")]
        role: OrganizationRole,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        keys: Option<Keys>,
    },
    EditPerson {
        person: Text<PersonId>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        name: Option<Text<PersonName>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        username: Option<Text<AccountName>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        email: Option<Text<Email>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        keys: Option<Keys>,
    },
    SetOrganizationRole {
        person: Text<PersonId>,
        #[serde(with = "words::OrganizationRole")]
        role: OrganizationRole,
    },
    RemovePerson {
        person: Text<PersonId>,
    },
    AddServiceAccount {
        name: Text<AccountName>,
    },
    RenameServiceAccount {
        service_account: Text<ServiceAccountId>,
        name: Text<AccountName>,
    },
    RemoveServiceAccount {
        service_account: Text<ServiceAccountId>,
    },
    AddTeam {
        name: Text<AccountName>,
    },
    RenameTeam {
        team: Text<TeamId>,
        name: Text<AccountName>,
    },
    RemoveTeam {
        team: Text<TeamId>,
    },
    AddPersonToTeam {
        team: Text<TeamId>,
        person: Text<PersonId>,
        #[serde(with = "words::TeamRole")]
        role: TeamRole,
    },
    SetTeamRole {
        team: Text<TeamId>,
        person: Text<PersonId>,
        #[serde(with = "words::TeamRole")]
        role: TeamRole,
    },
    RemovePersonFromTeam {
        team: Text<TeamId>,
        person: Text<PersonId>,
    },
    AddServiceAccountToTeam {
        team: Text<TeamId>,
        service_account: Text<ServiceAccountId>,
    },
    RemoveServiceAccountFromTeam {
        team: Text<TeamId>,
        service_account: Text<ServiceAccountId>,
    },
    RenameOrganization {
        name: Text<OrganizationName>,
    },
    SetDefaultRole {
        #[serde(with = "words::DefaultRole")]
        role: DefaultRole,
    },
    SetRestrictedStays {
        stays: bool,
    },
    CreateRegistry {
        name: Text<RegistryName>,
        description: Text<Description>,
        #[serde(with = "words::Visibility")]
        visibility: Visibility,
        accepts: Accepts,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        keys: Option<Keys>,
    },
    RenameRegistry {
        registry: Text<RegistryId>,
        name: Text<RegistryName>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        keys: Option<Keys>,
    },
    DescribeRegistry {
        registry: Text<RegistryId>,
        description: Text<Description>,
    },
    SetVisibility {
        registry: Text<RegistryId>,
        #[serde(with = "words::Visibility")]
        visibility: Visibility,
    },
    AcceptAllTypes {
        registry: Text<RegistryId>,
    },
    SpecifyTypes {
        registry: Text<RegistryId>,
        types: Vec<Text<ArtifactType>>,
    },
    AddTypes {
        registry: Text<RegistryId>,
        types: Vec<Text<ArtifactType>>,
    },
    RemoveType {
        registry: Text<RegistryId>,
        #[serde(rename = "type")]
        artifact_type: Text<ArtifactType>,
    },
    AddMember {
        registry: Text<RegistryId>,
        member: Member,
        #[serde(with = "words::Role")]
        role: Role,
    },
    SetMemberRole {
        registry: Text<RegistryId>,
        member: Member,
        #[serde(with = "words::Role")]
        role: Role,
    },
    RemoveMember {
        registry: Text<RegistryId>,
        member: Member,
    },
    SetOwner {
        registry: Text<RegistryId>,
        person: Text<PersonId>,
    },
    DeleteRegistry {
        registry: Text<RegistryId>,
    },
}

/// An entry that deserializes from objects only. A derived enum would also take the fields of a kind from an array.
pub struct EntryObject(pub Entry);

impl<'de> Deserialize<'de> for EntryObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntryVisitor;

        impl<'de> Visitor<'de> for EntryVisitor {
            type Value = Entry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an entry")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
                Entry::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_map(EntryVisitor).map(Self)
    }
}

/// `"all"`, or `{"only":["model"]}`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Accepts {
    All,
    Only(Vec<Text<ArtifactType>>),
}

/// `{"person":"r1.0"}`, and so on for the other kinds.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Member {
    Person(Text<PersonId>),
    ServiceAccount(Text<ServiceAccountId>),
    Team(Text<TeamId>),
}
