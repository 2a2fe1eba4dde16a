//! The failures of calls, made from refusals, storage errors and malformed arguments. This module decides nothing.

use domain::{DenialReason, Missing, Permission, Refusal, TextFault, View};
use js_sys::{Error, Object};
use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue};
use workspace::{ArchiveFault, ReadOnly};

use super::answer::to_js;
use super::types::problem::{self, Because, Denial, Details, Failure, Malformation, Problem, Reason};
use crate::i18n::prose::plain;
use crate::i18n::terms::fault::Subject;
use crate::i18n::{Catalog, Language};
use crate::state::{NotDone, NotOpened};

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

    /// Adds the failures of all members that cannot be added.
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
            TextFault::Malformed => Reason::Malformed,
            TextFault::TooLong { by, limit } => Reason::TooLong { by, limit },
            TextFault::Prefixed => Reason::Prefixed,
        };
        Self::new(Problem::Invalid { field, reason, index }, &(english().fault.explain)(subject, fault))
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
        };
        Self::new(Problem::ReadOnly { why: word }, (english().notice.read_only)(reason))
    }

    /// The reason why a change was not made.
    pub fn not_done(view: Option<&View>, error: &NotDone) -> Box<Self> {
        let failure = |problem| Self::new(problem, &english().not_done(error));
        match (error, view) {
            (NotDone::Refused(refusal, _), Some(view)) => Self::refused(view, refusal),
            (NotDone::Refused(..), None) => Self::no_organization(),
            (NotDone::Removed(_), _) => Self::missing(Missing::Actor),
            (NotDone::ReadOnly(why), _) => Self::read_only(*why),
            (NotDone::Full, _) => failure(Problem::Full {}),
            (NotDone::NotKept, _) => failure(Problem::NotKept {}),
        }
    }

    /// The reason why no workspace was created or opened.
    pub fn not_opened(error: &NotOpened) -> Box<Self> {
        use crate::scripting::types::problem::ArchiveFault as Word;
        let why = match error {
            NotOpened::NotDone(error) => return Self::not_done(None, error),
            NotOpened::Deleted => return Self::no_workspace(),
            NotOpened::File(ArchiveFault::NotSaved(error)) => return Self::not_done(None, &error.clone().into()),
            NotOpened::File(ArchiveFault::Foreign) => Word::Foreign,
            NotOpened::File(ArchiveFault::Newer(_)) => Word::Newer,
            NotOpened::File(ArchiveFault::Empty) => Word::Empty,
            NotOpened::File(ArchiveFault::Several) => Word::Several,
        };
        Self::new(Problem::InvalidArchive { why }, &english().not_opened(error))
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
    let because = match denial.reason {
        DenialReason::ServiceAccount => Because::ServiceAccount,
        DenialReason::OrganizationViewer => Because::OrganizationViewer,
        DenialReason::NoOrganizationAdmin => Because::NoOrganizationAdmin,
        DenialReason::NoTeamAdmin => Because::NoTeamAdmin,
        DenialReason::NoAccess => Because::NoAccess,
        DenialReason::CoreRegistry => Because::CoreRegistry,
        DenialReason::RoleTooLow { .. } => Because::RoleTooLow,
        DenialReason::NotCreator => Because::NotCreator,
    };
    let (has, needs) = match denial.reason {
        DenialReason::RoleTooLow { has, needs } => (Some(has.into()), Some(needs.into())),
        _ => (None, None),
    };
    let could = denial.permitted.iter().filter_map(|person| view.people.get(person));
    Denial { because, has, needs, could: could.map(|person| person.username.as_str().to_owned()).collect() }
}

/// The API's name for a permission.
fn permission(permission: &Permission) -> &'static str {
    match permission {
        Permission::CreateRegistry => "create_registry",
        Permission::ManageDirectory => "manage_directory",
        Permission::ManageTeam(_) => "manage_team",
        Permission::InRegistry(_, permission) => permission.rule().code,
    }
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
