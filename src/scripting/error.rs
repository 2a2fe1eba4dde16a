//! The failures of calls, made from refusals, storage errors and malformed arguments. This module decides nothing.

use domain::{
    DenialReason, MetadataFault, Missing, PathFault, PathTwice, Permission, Place, Refusal, TeamRole, TextFault, View,
};
use js_sys::{Error, Object};
use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue};
use workspace::{ArchiveFault, ReadOnly, ScenarioFault, UndoRefusal};

use super::javascript::to_js;
use super::types::problem::{self, Because, Denial, Details, Failure, Holder, Malformation, Problem, Reason};
use super::types::words::{PermissionName, Role};
use crate::i18n::prose::plain;
use crate::i18n::terms::fault::Subject;
use crate::i18n::{Catalog, Language};
use crate::state::{ChangeError, WorkspaceError};

/// The result of a call.
pub type Answer<T> = Result<T, Box<Failure>>;

/// Messages are for developers and logs, so they are in English in every language of the page.
fn english() -> &'static Catalog {
    Language::English.catalog()
}

/// Parses a text argument.
pub fn parse_text<T>(
    field: &'static str,
    subject: Subject,
    text: &str,
    parse: impl Fn(&str) -> Result<T, TextFault>,
) -> Answer<T> {
    parse(text).map_err(|fault| Failure::invalid(field, subject, &fault, None))
}

impl Failure {
    fn new(problem: Problem, message: &str) -> Box<Self> {
        let details = Details { problem, member: None, faults: None, action: None };
        Box::new(Self { code: (&details.problem).into(), message: plain(message), details })
    }

    /// Adds the position of the failed action.
    #[must_use]
    pub fn with_action(mut self: Box<Self>, position: usize) -> Box<Self> {
        self.details.action = Some(position);
        self
    }

    /// Adds the name by which the script referred to the member.
    #[must_use]
    pub fn with_member(mut self: Box<Self>, name: &str) -> Box<Self> {
        self.message = format!("{name}: {}", self.message);
        self.details.member = Some(name.to_owned());
        self
    }

    /// Adds the failures of all members that cannot be added, or all failures of a link.
    #[must_use]
    pub fn with_faults(mut self: Box<Self>, faults: Vec<Self>) -> Box<Self> {
        self.details.faults = Some(faults);
        self
    }

    /// A malformed call: `at` is the path of the fault, and `expected` describes a valid value.
    pub fn malformed(problem: Malformation, at: &str, expected: &str) -> Box<Self> {
        let message = format!("Malformed call: {problem} at {at}; expected {expected}.");
        let (at, expected) = (at.to_owned(), expected.to_owned());
        Self::new(Problem::MalformedCall { problem, at, expected }, &message)
    }

    /// A text that is invalid for its field. `index` is its position in a list.
    pub fn invalid(field: &'static str, subject: Subject, fault: &TextFault, index: Option<usize>) -> Box<Self> {
        let reason = match *fault {
            TextFault::Empty => Reason::Empty,
            TextFault::Forbidden(character) => Reason::Forbidden { character },
            TextFault::Malformed => Reason::Malformed { line: None, column: None },
            TextFault::TooLong { by, limit } => Reason::TooLong { by, limit },
            TextFault::Prefixed => Reason::Prefixed,
        };
        Self::new(Problem::Invalid { field, reason, index }, &(english().fault.explain)(subject, fault))
    }

    /// A path that is not valid. `index` is the position of the file.
    pub fn invalid_path(fault: PathFault, index: usize) -> Box<Self> {
        let reason = match fault {
            PathFault::Empty => Reason::Empty,
            PathFault::Forbidden(character) => Reason::Forbidden { character },
            PathFault::Absolute => Reason::Absolute,
            PathFault::Network => Reason::Network,
            PathFault::Drive => Reason::Drive,
            PathFault::Parent => Reason::Parent,
        };
        let message = (english().fault.path)(fault);
        Self::new(Problem::Invalid { field: "path", reason, index: Some(index) }, &message)
    }

    /// A digest that is not valid. `index` is the position of the file.
    pub fn invalid_digest(index: usize) -> Box<Self> {
        let reason = Reason::Malformed { line: None, column: None };
        Self::new(Problem::Invalid { field: "digest", reason, index: Some(index) }, english().fault.digest)
    }

    /// The same path twice with different content.
    pub fn path_twice(twice: &PathTwice) -> Box<Self> {
        let (path, index) = (twice.path.to_string(), twice.index);
        let message = format!("The path {path} is there twice, with different content.");
        Self::new(Problem::PathTwice { path, index }, &message)
    }

    /// Metadata that is not valid.
    pub fn invalid_metadata(fault: &MetadataFault) -> Box<Self> {
        let reason = match fault.clone() {
            MetadataFault::Malformed(Place { line, column }) => {
                Reason::Malformed { line: Some(line), column: Some(column) }
            }
            MetadataFault::Infinite(Place { line, column }) => Reason::Infinite { line, column },
            MetadataFault::KeyTwice { key, place: Place { line, column } } => Reason::KeyTwice { key, line, column },
            MetadataFault::HalfCharacter(Place { line, column }) => Reason::HalfCharacter { line, column },
            MetadataFault::TooDeep { limit } => Reason::TooDeep { limit },
            MetadataFault::NoObject => Reason::NoObject,
            MetadataFault::TooMany { by, limit } => Reason::TooMany { by, limit },
            MetadataFault::TooLong { by, limit } => Reason::TooLong { by, limit },
        };
        let message = (english().fault.metadata)(fault);
        Self::new(Problem::Invalid { field: "metadata", reason, index: None }, &message)
    }

    /// A missing object. A hidden one gives the same failure, so that nothing is revealed.
    pub fn missing(missing: Missing) -> Box<Self> {
        use crate::scripting::types::problem::Missing as Word;
        let kind = match missing {
            Missing::Actor => Word::Actor,
            Missing::Account => Word::Account,
            Missing::Person => Word::Person,
            Missing::ServiceAccount => Word::ServiceAccount,
            Missing::Team => Word::Team,
            Missing::Registry => Word::Registry,
            Missing::Member => Word::Member,
            Missing::TeamMember => Word::TeamMember,
            Missing::ArtifactType => Word::ArtifactType,
            Missing::Organization => Word::Organization,
            Missing::Project => Word::Project,
            Missing::Artifact => Word::Artifact,
            Missing::Version => Word::Version,
            Missing::Collection => Word::Collection,
            Missing::Alias => Word::Alias,
            Missing::Tag => Word::Tag,
            Missing::ProtectedAlias => Word::ProtectedAlias,
        };
        Self::new(Problem::Missing { what: kind }, (english().refusal.missing)(missing))
    }

    /// No organization is open.
    pub fn no_organization() -> Box<Self> {
        let kind = problem::Missing::Organization;
        Self::new(Problem::Missing { what: kind }, "No organization is open: start one.")
    }

    /// No earlier workspace has this key.
    pub fn no_workspace() -> Box<Self> {
        let kind = problem::Missing::Workspace;
        Self::new(Problem::Missing { what: kind }, "There is no earlier workspace of this key.")
    }

    /// The page has crashed, so the module must not run any further.
    pub fn crashed() -> Box<Self> {
        Self::new(Problem::Crashed {}, "The page has stopped. Reload it.")
    }

    /// A refusal by the rules, with the people in `view` who have the permission.
    pub fn refused(view: &View, refusal: &Refusal) -> Box<Self> {
        let problem = match refusal {
            Refusal::Missing(missing) => return Self::missing(*missing),
            Refusal::Denied(denied) => {
                Problem::Denied { permission: permission(&denied.permission), denial: denial(view, denied) }
            }
            Refusal::Taken { field, holder } => {
                Problem::Taken { field: (*field).into(), holder: holder.as_ref().map(|name| name.as_str().to_owned()) }
            }
            Refusal::InTeamAlready => Problem::InTeamAlready {},
            Refusal::ListedAlready(role) => Problem::ListedAlready { role: (*role).into() },
            Refusal::ServiceAccountRole => Problem::ServiceAccountRole {},
            Refusal::LastRegistryAdmin(registries) => Problem::LastRegistryAdmin {
                registries: registries.iter().map(|name| name.as_str().to_owned()).collect(),
            },
            Refusal::LastOrganizationAdmin => Problem::LastOrganizationAdmin {},
            Refusal::WouldLoseAccess => Problem::WouldLoseAccess {},
            Refusal::RestrictedStays => Problem::RestrictedStays {},
            Refusal::TypeStays(artifact_type) => {
                Problem::TypeStays { artifact_type: artifact_type.as_str().to_owned() }
            }
            Refusal::AllTypesAccepted => Problem::AllTypesAccepted {},
            Refusal::NoTypes => Problem::NoTypes {},
            Refusal::AllTypesUnavailable => Problem::AllTypesUnavailable {},
            Refusal::OwnerNotListed => Problem::OwnerNotListed {},
            Refusal::TypeNotAccepted { artifact_type, accepts } => Problem::TypeNotAccepted {
                artifact_type: artifact_type.to_string(),
                accepts: accepts.iter().map(ToString::to_string).collect(),
            },
            Refusal::WrongType { artifact_type, collection_type } => Problem::WrongType {
                artifact_type: artifact_type.to_string(),
                collection_type: collection_type.to_string(),
            },
            Refusal::OtherType { artifact_type, has } => {
                Problem::OtherType { artifact_type: artifact_type.to_string(), has: has.to_string() }
            }
            Refusal::ReservedType(artifact_type) => Problem::ReservedType { artifact_type: artifact_type.to_string() },
            Refusal::ManagedAlias(alias) => Problem::ManagedAlias { alias: alias.to_string() },
            Refusal::ProtectedAlias(holders) => Problem::ProtectedAlias { holders: self::holders(holders) },
            Refusal::PersonalAccount => Problem::PersonalAccount {},
        };
        Self::new(problem, &english().refusal.short_reason(refusal))
    }

    /// The workspace is read-only at the moment.
    pub fn read_only(reason: ReadOnly) -> Box<Self> {
        use crate::scripting::types::problem::ReadOnly as Word;
        let word = match reason {
            ReadOnly::Newer => Word::Newer,
            ReadOnly::Unconfirmed => Word::Unconfirmed,
            ReadOnly::Moved => Word::Moved,
            ReadOnly::Lost => Word::Lost,
            ReadOnly::Exhausted => Word::Exhausted,
            ReadOnly::Original => Word::Original,
        };
        Self::new(Problem::ReadOnly { why: word }, (english().notice.read_only)(reason))
    }

    /// The page shows the past.
    fn looking_back() -> Box<Self> {
        use crate::scripting::types::problem::ReadOnly as Word;
        Self::new(Problem::ReadOnly { why: Word::Past }, english().notice.looking_back)
    }

    /// The reason why a change was not made.
    pub fn change_error(view: Option<&View>, error: &ChangeError) -> Box<Self> {
        let failure = |problem| Self::new(problem, &english().change_error(error));
        match (error, view) {
            (ChangeError::Refused(refusal, _), Some(view)) => Self::refused(view, refusal),
            (ChangeError::Refused(..), None) => Self::no_organization(),
            (ChangeError::Removed(_), _) => Self::missing(Missing::Actor),
            (ChangeError::NotUndone(refusal), _) => Self::not_undone(refusal),
            (ChangeError::LookingBack, _) => Self::looking_back(),
            (ChangeError::ReadOnly(why), _) => Self::read_only(*why),
            (ChangeError::Full, _) => failure(Problem::Full {}),
            (ChangeError::NotPersisted, _) => failure(Problem::NotKept {}),
        }
    }

    /// The reason why something was not undone.
    pub fn not_undone(refusal: &UndoRefusal) -> Box<Self> {
        use crate::scripting::types::problem::{Missing as Kind, NotUndoable as Word};
        let (why, records) = match refusal {
            UndoRefusal::Missing => {
                return Self::new(Problem::Missing { what: Kind::Record }, &english().not_undone(refusal));
            }
            UndoRefusal::Nothing => (Word::Nothing, Vec::new()),
            UndoRefusal::NotVisible => (Word::NotVisible, Vec::new()),
            UndoRefusal::Founding => (Word::Founding, Vec::new()),
            UndoRefusal::AlreadyUndone => (Word::AlreadyUndone, Vec::new()),
            UndoRefusal::NoEffect => (Word::NoEffect, Vec::new()),
            UndoRefusal::Dependents(records) => (Word::Dependents, records.iter().map(ToString::to_string).collect()),
            UndoRefusal::NotRestorable(record, _) => (Word::NotRestorable, vec![record.to_string()]),
        };
        Self::new(Problem::NotUndoable { why, records }, &english().not_undone(refusal))
    }

    /// The reason why no workspace was created or opened.
    pub fn workspace_error(error: &WorkspaceError) -> Box<Self> {
        use crate::scripting::types::problem::ArchiveFault as Word;
        let why = match error {
            WorkspaceError::Change(error) => return Self::change_error(None, error),
            WorkspaceError::Deleted => return Self::no_workspace(),
            WorkspaceError::File(ArchiveFault::NotSaved(error)) => {
                return Self::change_error(None, &error.clone().into());
            }
            WorkspaceError::File(ArchiveFault::Foreign)
            | WorkspaceError::Scenario(ScenarioFault::Foreign | ScenarioFault::TooLong) => Word::Foreign,
            WorkspaceError::File(ArchiveFault::Newer(_)) | WorkspaceError::Scenario(ScenarioFault::Newer) => {
                Word::Newer
            }
            WorkspaceError::File(ArchiveFault::Empty) => Word::Empty,
            WorkspaceError::File(ArchiveFault::Several) => Word::Several,
        };
        Self::new(Problem::InvalidArchive { why }, &english().workspace_error(error))
    }

    /// The `Error` that a method throws.
    pub fn to_error(&self) -> JsValue {
        #[derive(Serialize)]
        struct Fields<'a> {
            #[serde(flatten)]
            details: &'a Details,
            code: &'static str,
        }

        let error = Error::new(&self.message);
        error.set_name("RegistrarError");
        let fields = to_js(&Fields { details: &self.details, code: self.code });
        Object::assign(&error, fields.unchecked_ref()).into()
    }
}

/// A denial, with the people who have the permission.
pub fn denial(view: &View, denial: &domain::Denial) -> Denial {
    let without_roles = |because| (because, None, None);
    let (because, has, needs) = match denial.reason {
        DenialReason::ServiceAccount => without_roles(Because::ServiceAccount),
        DenialReason::OrganizationViewer => without_roles(Because::OrganizationViewer),
        DenialReason::NoOrganizationAdmin => without_roles(Because::NoOrganizationAdmin),
        DenialReason::NoTeamAdmin => without_roles(Because::NoTeamAdmin),
        DenialReason::NoAccess => without_roles(Because::NoAccess),
        DenialReason::CoreRegistry => without_roles(Because::CoreRegistry),
        DenialReason::RoleTooLow { has, needs } => (Because::RoleTooLow, Some(has.into()), Some(needs.into())),
        DenialReason::NotCreator => without_roles(Because::NotCreator),
        DenialReason::NoTeamMember => without_roles(Because::NoTeamMember),
        DenialReason::TeamRoleTooLow { has, needs } => {
            (Because::TeamRoleTooLow, Some(team_role(has)), Some(team_role(needs)))
        }
        DenialReason::ProtectedAlias => (Because::ProtectedAlias, None, Some(Role::Admin)),
    };
    let is_protected = denial.reason == DenialReason::ProtectedAlias;
    let holders = is_protected.then(|| holders(&denial.holders));
    let could = denial.permitted.iter().filter_map(|person| view.people.get(person));
    Denial { because, has, needs, holders, could: could.map(|person| person.username.as_str().to_owned()).collect() }
}

/// The versions that carry protected aliases.
pub fn holders(holders: &[domain::Holder]) -> Vec<Holder> {
    let holder = |one: &domain::Holder| Holder { version: one.version.clone(), alias: one.alias.to_string() };
    holders.iter().map(holder).collect()
}

/// The words for roles in a team are among those for roles in a registry.
fn team_role(role: TeamRole) -> Role {
    match role {
        TeamRole::Viewer => Role::Viewer,
        TeamRole::Member => Role::Member,
        TeamRole::Admin => Role::Admin,
    }
}

/// The API's name for a permission.
fn permission(permission: &Permission) -> &'static str {
    let name = match permission {
        Permission::CreateRegistry => PermissionName::CreateRegistry,
        Permission::ManageDirectory => PermissionName::ManageDirectory,
        Permission::ManageTeam(_) => PermissionName::ManageTeam,
        Permission::CreateProject(_) => PermissionName::CreateProject,
        Permission::WriteProject(_) => PermissionName::WriteProject,
        Permission::ManageProject(_) => PermissionName::ManageProject,
        Permission::InRegistry(_, permission)
        | Permission::InCollection(_, permission)
        | Permission::OnLink(_, permission) => return permission.rule().code,
    };
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_the_member_who_cannot_be_added() {
        let failure = Failure::missing(Missing::Account).with_member("nobody");
        assert_eq!(failure.message, "nobody: Nobody in the organization has this username, email or name.");
    }
}
