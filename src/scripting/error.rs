//! Why a call fails, of what the rules, the storage or the reading of the call have said. It decides nothing.

use domain::{Denied, Missing, Permission, Refusal, TextFault, View};
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

/// What a call answers with.
pub type Answer<T> = Result<T, Box<Failure>>;

/// Messages are for developers and logs: they are in English whatever the page speaks.
fn english() -> &'static Catalog {
    Language::English.catalog()
}

/// The value that a text is parsed as.
pub fn parsed<T>(
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

    /// With the position of the action that it is about.
    #[must_use]
    pub fn of_action(mut self: Box<Self>, position: usize) -> Box<Self> {
        self.details.action = Some(position);
        self
    }

    /// With how the member was named who cannot be added.
    #[must_use]
    pub fn of_member(mut self: Box<Self>, named: &str) -> Box<Self> {
        self.details.member = Some(named.to_owned());
        self
    }

    /// With the failures of everybody who cannot be added.
    #[must_use]
    pub fn with_faults(mut self: Box<Self>, faults: Vec<Self>) -> Box<Self> {
        self.details.faults = Some(faults);
        self
    }

    /// The call itself is not as it should be: `at` is where, and `expected` what should be there.
    pub fn malformed(problem: Malformation, at: &str, expected: &str) -> Box<Self> {
        let message = format!("Malformed call: {problem} at {at}; expected {expected}.");
        let (at, expected) = (at.to_owned(), expected.to_owned());
        Self::new(Problem::MalformedCall { problem, at, expected }, &message)
    }

    /// A text is not a value of its kind. In a list, `index` says which.
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

    /// Something that the call speaks of is not there, or cannot be seen by the acting account: no difference is made.
    pub fn missing(missing: Missing) -> Box<Self> {
        use crate::scripting::types::problem::Missing as Word;
        let what = match missing {
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
        Self::new(Problem::Missing { what }, (english().refusal.missing)(missing))
    }

    /// There is no organization yet.
    pub fn no_organization() -> Box<Self> {
        let what = problem::Missing::Organization;
        Self::new(Problem::Missing { what }, "No organization is open: start one.")
    }

    /// There is no such workspace beside the current one.
    pub fn no_workspace() -> Box<Self> {
        let what = problem::Missing::Workspace;
        Self::new(Problem::Missing { what }, "There is no earlier workspace of this key.")
    }

    /// The page has crashed, and its program must not run any further.
    pub fn crashed() -> Box<Self> {
        Self::new(Problem::Crashed {}, "The page has stopped. Reload it.")
    }

    /// The rules refuse it. `view` names who could.
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
        Self::new(problem, &english().refusal.in_short(refusal))
    }

    /// Nothing may be written now.
    pub fn read_only(why: ReadOnly) -> Box<Self> {
        use crate::scripting::types::problem::ReadOnly as Word;
        let word = match why {
            ReadOnly::Newer => Word::Newer,
            ReadOnly::Unconfirmed => Word::Unconfirmed,
            ReadOnly::Moved => Word::Moved,
        };
        Self::new(Problem::ReadOnly { why: word }, (english().notice.read_only)(why))
    }

    /// It was not done.
    pub fn not_done(view: Option<&View>, error: &NotDone) -> Box<Self> {
        let failure = |problem| Self::new(problem, &english().not_done(error));
        match (error, view) {
            (NotDone::Refused(refusal, _), Some(view)) => Self::refused(view, refusal),
            (NotDone::Refused(..), None) => Self::no_organization(),
            (NotDone::ReadOnly(why), _) => Self::read_only(*why),
            (NotDone::Full, _) => failure(Problem::Full {}),
            (NotDone::NotKept, _) => failure(Problem::NotKept {}),
        }
    }

    /// No workspace was begun or read back.
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

/// Why a permission is denied, and who has it.
pub fn denial(view: &View, denial: &domain::Denial) -> Denial {
    let because = match denial.because {
        Denied::ServiceAccount => Because::ServiceAccount,
        Denied::OrganizationViewer => Because::OrganizationViewer,
        Denied::NoOrganizationAdmin => Because::NoOrganizationAdmin,
        Denied::NoTeamAdmin => Because::NoTeamAdmin,
        Denied::NoAccess => Because::NoAccess,
        Denied::CoreRegistry => Because::CoreRegistry,
        Denied::RoleTooLow { .. } => Because::RoleTooLow,
        Denied::NotCreator => Because::NotCreator,
    };
    let (has, needs) = match denial.because {
        Denied::RoleTooLow { has, needs } => (Some(has.into()), Some(needs.into())),
        _ => (None, None),
    };
    let could = denial.could.iter().filter_map(|person| view.people.get(person));
    Denial { because, has, needs, could: could.map(|person| person.username.as_str().to_owned()).collect() }
}

/// What scripts call a permission.
fn permission(permission: &Permission) -> &'static str {
    match permission {
        Permission::CreateRegistry => "create_registry",
        Permission::ManageDirectory => "manage_directory",
        Permission::ManageTeam(_) => "manage_team",
        Permission::InRegistry(_, permission) => permission.rule().code,
    }
}
