//! Actions as scripts write them.

mod catalog;

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use catalog::{File, Metadata, RAW_JSON, Run, Size};

use super::words::{DefaultRole, OrganizationRole, Role, TeamRole, Visibility};

/// An action, by its `type`. References and texts are verbatim.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(tag = "type", optional_fields))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Action {
    AddPerson {
        name: String,
        username: String,
        email: String,
        role: Option<OrganizationRole>,
    },
    EditPerson {
        person: String,
        name: Option<String>,
        username: Option<String>,
        email: Option<String>,
    },
    SetOrganizationRole {
        person: String,
        role: OrganizationRole,
    },
    RemovePerson {
        person: String,
    },
    AddServiceAccount {
        name: String,
    },
    RenameServiceAccount {
        service_account: String,
        name: String,
    },
    RemoveServiceAccount {
        service_account: String,
    },
    AddTeam {
        name: String,
    },
    RenameTeam {
        team: String,
        name: String,
    },
    RemoveTeam {
        team: String,
    },
    AddPersonToTeam {
        team: String,
        person: String,
        role: Option<TeamRole>,
    },
    SetTeamRole {
        team: String,
        person: String,
        role: TeamRole,
    },
    RemovePersonFromTeam {
        team: String,
        person: String,
    },
    AddServiceAccountToTeam {
        team: String,
        service_account: String,
    },
    RemoveServiceAccountFromTeam {
        team: String,
        service_account: String,
    },
    RenameOrganization {
        name: String,
    },
    SetDefaultRole {
        role: DefaultRole,
    },
    SetRestrictedStays {
        stays: bool,
    },
    CreateRegistry {
        name: String,
        description: Option<String>,
        visibility: Option<Visibility>,
        types: Option<Types>,
    },
    RenameRegistry {
        registry: String,
        name: String,
    },
    DescribeRegistry {
        registry: String,
        description: String,
    },
    SetVisibility {
        registry: String,
        visibility: Visibility,
    },
    AcceptAllTypes {
        registry: String,
    },
    SpecifyTypes {
        registry: String,
        types: Option<Texts>,
    },
    AddTypes {
        registry: String,
        types: Texts,
    },
    RemoveType {
        registry: String,
        artifact_type: String,
    },
    EditRegistry {
        registry: String,
        name: Option<String>,
        description: Option<String>,
        visibility: Option<Visibility>,
        types: Option<Types>,
    },
    AddMembers {
        registry: String,
        members: Texts,
        role: Option<Role>,
    },
    SetMemberRole {
        registry: String,
        member: String,
        role: Role,
    },
    RemoveMember {
        registry: String,
        member: String,
    },
    SetOwner {
        registry: String,
        person: String,
    },
    DeleteRegistry {
        registry: String,
    },
    ProtectAlias {
        registry: String,
        alias: String,
    },
    UnprotectAlias {
        registry: String,
        alias: String,
    },
    CreateProject {
        team: String,
        name: String,
    },
    RenameProject {
        project: String,
        name: String,
    },
    DeleteProject {
        project: String,
    },
    LogArtifact {
        project: String,
        name: String,
        artifact_type: String,
        description: Option<String>,
        metadata: Option<Metadata>,
        tags: Option<Texts>,
        aliases: Option<Texts>,
        files: Option<Vec<File>>,
        run: Option<Run>,
    },
    EditVersion {
        version: String,
        description: Option<String>,
        metadata: Option<Metadata>,
        tags: Option<Texts>,
    },
    DeleteVersion {
        version: String,
    },
    CreateCollection {
        registry: String,
        name: String,
        artifact_type: String,
        description: Option<String>,
        tags: Option<Texts>,
    },
    EditCollection {
        collection: String,
        name: Option<String>,
        description: Option<String>,
        tags: Option<Texts>,
    },
    DeleteCollection {
        collection: String,
    },
    LinkVersion {
        version: String,
        collection: String,
        aliases: Option<Texts>,
    },
    UnlinkVersion {
        version: String,
    },
    AddAlias {
        version: String,
        alias: String,
    },
    RemoveAlias {
        version: String,
        alias: String,
    },
    AddTags {
        of: String,
        tags: Texts,
    },
    RemoveTags {
        of: String,
        tags: Texts,
    },
}

/// One text or a list of texts.
#[derive(Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string | string[]"))]
pub enum Texts {
    One(String),
    Several(Vec<String>),
}

impl Texts {
    pub fn into_list(self) -> Vec<String> {
        match self {
            Self::One(text) => vec![text],
            Self::Several(texts) => texts,
        }
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Texts;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list of strings")
            }

            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts::One(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Texts, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Texts::Several)
            }
        }

        // The derived untagged enum would not report the position of a faulty item.
        deserializer.deserialize_any(OneOrSeveral)
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => text.serialize(serializer),
            Self::Several(texts) => texts.serialize(serializer),
        }
    }
}

/// The artifact types that a registry accepts.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "'all' | string | string[]"))]
#[serde(from = "Texts")]
pub enum Types {
    /// `"all"`. In a list, this is the name of a type.
    All,
    Listed(Vec<String>),
}

impl Serialize for Types {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => "all".serialize(serializer),
            Self::Listed(types) => types.serialize(serializer),
        }
    }
}

impl From<Texts> for Types {
    fn from(texts: Texts) -> Self {
        match texts {
            Texts::One(text) if text == "all" => Self::All,
            texts => Self::Listed(texts.into_list()),
        }
    }
}
