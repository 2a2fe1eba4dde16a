//! The entries of version 1. New kinds and new fields may be added; existing ones never change their names, order or
//! meaning.

use serde::{Deserialize, Deserializer, Serialize};

use super::object::Object;
use super::text::{Keys, Text};
use super::version::{Json, StoredFile, StoredRun, StoredVersion, Target};
use super::words;
use crate::{
    AccountName, Alias, ArtifactName, ArtifactType, CollectionId, CollectionName, DefaultRole, Description, Email,
    LinkId, OrganizationName, OrganizationRole, PersonId, PersonName, ProjectId, ProjectName, RegistryId, RegistryName,
    Role, ServiceAccountId, Tag, TeamId, TeamRole, VersionId, Visibility,
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
    ProtectAlias {
        registry: Text<RegistryId>,
        alias: Text<Alias>,
    },
    UnprotectAlias {
        registry: Text<RegistryId>,
        alias: Text<Alias>,
    },
    CreateProject {
        team: Text<TeamId>,
        name: Text<ProjectName>,
    },
    RenameProject {
        project: Text<ProjectId>,
        name: Text<ProjectName>,
    },
    DeleteProject {
        project: Text<ProjectId>,
    },
    LogArtifact {
        project: Text<ProjectId>,
        name: Text<ArtifactName>,
        #[serde(rename = "type")]
        artifact_type: Text<ArtifactType>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        description: Option<Text<Description>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        metadata: Option<Json>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<Text<Tag>>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        aliases: Vec<Text<Alias>>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Object<StoredFile>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        run: Option<Object<StoredRun>>,
    },
    EditVersion {
        version: StoredVersion,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        description: Option<Text<Description>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        metadata: Option<Json>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        tags: Option<Vec<Text<Tag>>>,
    },
    AddVersionTags {
        version: StoredVersion,
        tags: Vec<Text<Tag>>,
    },
    RemoveVersionTags {
        version: StoredVersion,
        tags: Vec<Text<Tag>>,
    },
    AddAlias {
        version: StoredVersion,
        alias: Text<Alias>,
    },
    RemoveAlias {
        version: StoredVersion,
        alias: Text<Alias>,
    },
    DeleteVersion {
        version: Text<VersionId>,
    },
    CreateCollection {
        registry: Text<RegistryId>,
        name: Text<CollectionName>,
        #[serde(rename = "type")]
        artifact_type: Text<ArtifactType>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        description: Option<Text<Description>>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<Text<Tag>>,
    },
    EditCollection {
        collection: Text<CollectionId>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        name: Option<Text<CollectionName>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        description: Option<Text<Description>>,
        #[serde(default, deserialize_with = "not_null", skip_serializing_if = "Option::is_none")]
        tags: Option<Vec<Text<Tag>>>,
    },
    AddCollectionTags {
        collection: Text<CollectionId>,
        tags: Vec<Text<Tag>>,
    },
    RemoveCollectionTags {
        collection: Text<CollectionId>,
        tags: Vec<Text<Tag>>,
    },
    DeleteCollection {
        collection: Text<CollectionId>,
    },
    LinkVersion {
        version: StoredVersion,
        to: Target,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        aliases: Vec<Text<Alias>>,
    },
    UnlinkVersion {
        version: Text<LinkId>,
    },
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
