//! The form in which what was done outlives the program, apart from the types of the domain: these may change with every
//! release, the stored form never does. One golden fixture a variant guards it.
//!
//! Reading it checks structure only. A limit that is tightened later never makes an accepted record unreadable.

use serde::{Deserialize, Serialize};

use crate::{
    AcceptedTypes, AccountName, Action, ArtifactType, Description, Email, Founding, Id, NewPerson, NewRegistry,
    OrganizationName, OrganizationRole, PersonId, PersonName, RegistryName, ServiceAccountId, TeamId, TeamRole,
    Visibility,
};

/// One entry of a record's `do`, as it is written down.
///
/// A kind or a field that is not known here was written by a newer program: it fails to deserialize.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Stored {
    /// [`Founding`].
    Found {
        /// The organization's name.
        organization: String,
        /// The founder's name.
        name: String,
        /// The founder's username.
        username: String,
        /// The founder's address.
        email: String,
    },
    /// [`Action::AddPerson`].
    AddPerson {
        /// The name as it is shown.
        name: String,
        /// The username.
        username: String,
        /// The address.
        email: String,
        /// The role in the organization.
        role: MemberRole,
    },
    /// [`Action::AddServiceAccount`].
    AddServiceAccount {
        /// Its name.
        name: String,
    },
    /// [`Action::AddTeam`].
    AddTeam {
        /// Its name.
        name: String,
    },
    /// [`Action::AddPersonToTeam`].
    AddPersonToTeam {
        /// The team's id.
        team: String,
        /// The person's id.
        person: String,
        /// The role in the team.
        role: MemberRole,
    },
    /// [`Action::AddServiceAccountToTeam`].
    AddServiceAccountToTeam {
        /// The team's id.
        team: String,
        /// The service account's id.
        service_account: String,
    },
    /// [`Action::CreateRegistry`].
    CreateRegistry {
        /// The name.
        name: String,
        /// The description; empty if there is none.
        description: String,
        /// Who can access it.
        visibility: StoredVisibility,
        /// Which types it accepts.
        accepts: StoredTypes,
    },
}

/// A role in the organization or in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberRole {
    /// Viewer.
    Viewer,
    /// Member.
    Member,
    /// Admin.
    Admin,
}

/// A visibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredVisibility {
    /// Everyone in the organization.
    Organization,
    /// Invited members and organization admins.
    Restricted,
}

/// The types that a new registry accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredTypes {
    /// All types.
    All,
    /// Only these.
    Only(Vec<String>),
}

/// What one entry means to the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The organization begins.
    Founding(Founding),
    /// Something is done to it.
    Action(Action),
}

impl From<&Founding> for Stored {
    fn from(founding: &Founding) -> Self {
        Self::Found {
            organization: founding.organization.to_string(),
            name: founding.name.to_string(),
            username: founding.username.to_string(),
            email: founding.email.to_string(),
        }
    }
}

impl From<&Action> for Stored {
    fn from(action: &Action) -> Self {
        match action {
            Action::AddPerson(new) => Self::AddPerson {
                name: new.name.to_string(),
                username: new.username.to_string(),
                email: new.email.to_string(),
                role: new.role.into(),
            },
            Action::AddServiceAccount(name) => Self::AddServiceAccount { name: name.to_string() },
            Action::AddTeam(name) => Self::AddTeam { name: name.to_string() },
            Action::AddPersonToTeam { team, person, role } => {
                Self::AddPersonToTeam { team: team.to_string(), person: person.to_string(), role: (*role).into() }
            }
            Action::AddServiceAccountToTeam { team, service_account } => {
                Self::AddServiceAccountToTeam { team: team.to_string(), service_account: service_account.to_string() }
            }
            Action::CreateRegistry(new) => Self::CreateRegistry {
                name: new.name.to_string(),
                description: new.description.to_string(),
                visibility: new.visibility.into(),
                accepts: (&new.accepts).into(),
            },
        }
    }
}

impl From<Stored> for Meaning {
    fn from(stored: Stored) -> Self {
        Self::Action(match stored {
            Stored::Found { organization, name, username, email } => {
                return Self::Founding(Founding {
                    organization: OrganizationName::accepted(&organization),
                    name: PersonName::accepted(&name),
                    username: AccountName::accepted(&username),
                    email: Email::accepted(&email),
                });
            }
            Stored::AddPerson { name, username, email, role } => Action::AddPerson(NewPerson {
                name: PersonName::accepted(&name),
                username: AccountName::accepted(&username),
                email: Email::accepted(&email),
                role: role.into(),
            }),
            Stored::AddServiceAccount { name } => Action::AddServiceAccount(AccountName::accepted(&name)),
            Stored::AddTeam { name } => Action::AddTeam(AccountName::accepted(&name)),
            Stored::AddPersonToTeam { team, person, role } => Action::AddPersonToTeam {
                team: TeamId(Id::from_text(&team)),
                person: PersonId(Id::from_text(&person)),
                role: role.into(),
            },
            Stored::AddServiceAccountToTeam { team, service_account } => Action::AddServiceAccountToTeam {
                team: TeamId(Id::from_text(&team)),
                service_account: ServiceAccountId(Id::from_text(&service_account)),
            },
            Stored::CreateRegistry { name, description, visibility, accepts } => Action::CreateRegistry(NewRegistry {
                name: RegistryName::accepted(&name),
                description: Description::accepted(&description),
                visibility: visibility.into(),
                accepts: accepts.into(),
            }),
        })
    }
}

/// Two enums that say the same, variant by variant.
macro_rules! same_variants {
    ($stored:ident, $domain:ident: $($variant:ident),+) => {
        impl From<$domain> for $stored {
            fn from(domain: $domain) -> Self {
                match domain { $($domain::$variant => Self::$variant),+ }
            }
        }

        impl From<$stored> for $domain {
            fn from(stored: $stored) -> Self {
                match stored { $($stored::$variant => Self::$variant),+ }
            }
        }
    };
}

same_variants!(MemberRole, OrganizationRole: Viewer, Member, Admin);
same_variants!(MemberRole, TeamRole: Viewer, Member, Admin);
same_variants!(StoredVisibility, Visibility: Organization, Restricted);

impl From<&AcceptedTypes> for StoredTypes {
    fn from(accepts: &AcceptedTypes) -> Self {
        if accepts.is_all() {
            return Self::All;
        }
        Self::Only(accepts.saved().iter().map(ArtifactType::to_string).collect())
    }
}

impl From<StoredTypes> for AcceptedTypes {
    fn from(stored: StoredTypes) -> Self {
        match stored {
            StoredTypes::All => Self::accepted(true, []),
            StoredTypes::Only(types) => Self::accepted(false, types.iter().map(String::as_str)),
        }
    }
}
