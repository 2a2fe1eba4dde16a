//! Why a call fails: the stable codes that scripts rely on, with what belongs to each, and a sentence for people. It
//! decides nothing; it names what the rules, the storage or the reading of the call have said.

use js_sys::{Error, Object};
use registry::{Denial, Denied, Missing, Permission, Refusal, TextFault, View};
use wasm_bindgen::{JsCast, JsValue};
use workspace::{ArchiveFault, ReadOnly};

use super::plain::Plain;
use super::words;
use crate::i18n::fault::Subject;
use crate::i18n::prose::plain;
use crate::i18n::{Catalog, Language};
use crate::store::{NotDone, NotOpened};

/// What a call answers with.
pub type Answer<T> = Result<T, Failure>;

/// Why a call fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    code: &'static str,
    message: String,
    details: Vec<(&'static str, Plain)>,
}

/// What is wrong with the form of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It cannot be copied: it is cyclic, or reading it throws.
    NotPlain,
    /// It is larger than anything that could be kept.
    TooLarge,
    /// A list without anything in it.
    Empty,
    /// No action has this type.
    UnknownAction,
    /// There is no such field.
    UnknownField,
    /// The field must be there.
    MissingField,
    /// It is a value of another kind.
    WrongType,
    /// It is none of the words that are possible.
    UnknownValue,
}

/// Every [`Problem`] with its word.
const PROBLEMS: words::Words<Problem> = &[
    ("not_plain", Problem::NotPlain),
    ("too_large", Problem::TooLarge),
    ("empty", Problem::Empty),
    ("unknown_action", Problem::UnknownAction),
    ("unknown_field", Problem::UnknownField),
    ("missing_field", Problem::MissingField),
    ("wrong_type", Problem::WrongType),
    ("unknown_value", Problem::UnknownValue),
];

/// Messages are for developers and logs: they are in English whatever the page speaks.
fn english() -> &'static Catalog {
    Language::English.catalog()
}

impl Failure {
    fn new(code: &'static str, message: &str) -> Self {
        Self { code, message: plain(message), details: Vec::new() }
    }

    /// With one thing more to tell.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Plain) -> Self {
        self.details.push((name, value));
        self
    }

    /// The call itself is not as it should be: `at` is where, and `expected` what should be there.
    pub fn malformed(problem: Problem, at: &str, expected: &str) -> Self {
        let problem = words::word_for(PROBLEMS, problem);
        let message = format!("Malformed call: {problem} at {at}; expected {expected}.");
        Self::new("malformed_call", &message)
            .with("problem", Plain::text(problem))
            .with("at", Plain::text(at))
            .with("expected", Plain::text(expected))
    }

    /// A text is not a value of its kind.
    pub fn invalid(field: &'static str, subject: Subject, fault: &TextFault) -> Self {
        let reason = match fault {
            TextFault::Empty => vec![("kind", Plain::text("empty"))],
            TextFault::Forbidden(character) => {
                vec![("kind", Plain::text("forbidden")), ("character", Plain::Text(character.to_string()))]
            }
            TextFault::Malformed => vec![("kind", Plain::text("malformed"))],
            TextFault::TooLong { by, limit } => {
                vec![("kind", Plain::text("too_long")), ("by", Plain::count(*by)), ("limit", Plain::count(*limit))]
            }
            TextFault::Prefixed => vec![("kind", Plain::text("prefixed"))],
        };
        Self::new("invalid", &(english().fault.explain)(subject, fault))
            .with("field", Plain::text(field))
            .with("reason", Plain::Record(reason))
    }

    /// Something that the call speaks of is not there, or cannot be seen by the acting account: no difference is made.
    pub fn missing(missing: Missing) -> Self {
        Self::new("missing", (english().refusal.missing)(missing)).with("what", Plain::text(words::missing(missing)))
    }

    /// There is no organization yet.
    pub fn no_organization() -> Self {
        Self::new("missing", "No organization is open: start one.").with("what", Plain::text("organization"))
    }

    /// There is no such workspace beside the current one.
    pub fn no_workspace() -> Self {
        Self::new("missing", "There is no earlier workspace of this key.").with("what", Plain::text("workspace"))
    }

    /// The page has crashed, and its program must not run any further.
    pub fn crashed() -> Self {
        Self::new("crashed", "The page has stopped. Reload it.")
    }

    /// The rules refuse it. `view` names who could.
    pub fn refused(view: &View, refusal: &Refusal) -> Self {
        let failure = |code| Self::new(code, &english().refusal.in_short(refusal));
        match refusal {
            Refusal::Missing(missing) => Self::missing(*missing),
            Refusal::Denied(denial) => denied_fields(view, denial)
                .into_iter()
                .fold(failure("denied"), |failure, (name, value)| failure.with(name, value)),
            Refusal::Taken { field, holder } => failure("taken")
                .with("field", Plain::text(words::field(*field)))
                .with("holder", Plain::maybe(holder.as_ref().map(|name| Plain::text(name.as_str())))),
            Refusal::InTeamAlready => failure("in_team_already"),
            Refusal::ListedAlready(role) => {
                failure("listed_already").with("role", Plain::text(words::word_for(words::ROLES, *role)))
            }
            Refusal::ServiceAccountRole => failure("service_account_role"),
            Refusal::LastRegistryAdmin { registries, others } => failure("last_registry_admin")
                .with("registries", Plain::list(registries, |name| Plain::text(name.as_str())))
                .with("others", Plain::Bool(*others)),
            Refusal::LastOrganizationAdmin => failure("last_organization_admin"),
            Refusal::WouldLoseAccess => failure("would_lose_access"),
            Refusal::RestrictedStays => failure("restricted_stays"),
            Refusal::TypeStays(artifact_type) => {
                failure("type_stays").with("artifactType", Plain::text(artifact_type.as_str()))
            }
            Refusal::AllTypesAccepted => failure("all_types_accepted"),
            Refusal::NoTypes => failure("no_types"),
            Refusal::AllTypesUnavailable => failure("all_types_unavailable"),
            Refusal::OwnerNotListed => failure("owner_not_listed"),
        }
    }

    /// Nothing may be written now.
    pub fn read_only(why: ReadOnly) -> Self {
        Self::new("read_only", (english().notice.read_only)(why)).with("why", Plain::text(words::read_only(why)))
    }

    /// It was not done.
    pub fn not_done(view: Option<&View>, error: &NotDone) -> Self {
        let failure = |code| Self::new(code, &english().not_done(error));
        match (error, view) {
            (NotDone::Refused(refusal), Some(view)) => Self::refused(view, refusal),
            (NotDone::Refused(_), None) => Self::no_organization(),
            (NotDone::ReadOnly(why), _) => Self::read_only(*why),
            (NotDone::Full, _) => failure("full"),
            (NotDone::NotKept, _) => failure("not_kept"),
        }
    }

    /// No workspace was begun or read back.
    pub fn not_opened(error: &NotOpened) -> Self {
        match error {
            NotOpened::NotDone(error) => Self::not_done(None, error),
            NotOpened::File(ArchiveFault::NotSaved(error)) => Self::not_done(None, &NotDone::from(error.clone())),
            NotOpened::File(fault) => {
                Self::new("invalid_archive", &english().not_opened(&NotOpened::File(fault.clone())))
                    .with("why", Plain::maybe(words::archive(fault).map(Plain::text)))
            }
        }
    }

    /// Whether another member could be added all the same: it is not that none can.
    pub fn is_about_member(&self) -> bool {
        self.code != "denied" && !self.details.contains(&("what", Plain::text("registry")))
    }

    /// Why somebody cannot be added, with how they were named.
    pub fn of_member(&self, named: &str) -> Plain {
        self.clone().with("member", Plain::text(named)).to_plain()
    }

    /// What it is as a plain value.
    pub fn to_plain(&self) -> Plain {
        let mut fields = vec![("code", Plain::text(self.code)), ("message", Plain::text(&self.message))];
        fields.extend(self.details.iter().cloned());
        Plain::Record(fields)
    }

    /// The `Error` that a method throws.
    pub fn to_js(&self) -> JsValue {
        let error = Error::new(&self.message);
        error.set_name("RegistrarError");
        let mut fields = self.details.clone();
        fields.push(("code", Plain::text(self.code)));
        Object::assign(&error, Plain::Record(fields).to_js().unchecked_ref()).into()
    }
}

/// What a denial says: which permission, where, what stands against it, and who could.
fn denied_fields(view: &View, denial: &Denial) -> Vec<(&'static str, Plain)> {
    let mut fields = vec![("permission", Plain::text(permission(&denial.permission)))];
    fields.extend(reasons(view, denial));
    fields
}

/// What stands against a permission, and who could.
pub fn reasons(view: &View, denial: &Denial) -> Vec<(&'static str, Plain)> {
    let mut fields = vec![("because", Plain::text(words::because(denial.because)))];
    if let Denied::RoleTooLow { has, needs } = denial.because {
        fields.push(("has", Plain::text(words::word_for(words::ROLES, has))));
        fields.push(("needs", Plain::text(words::word_for(words::ROLES, needs))));
    }
    let could = denial.could.iter().filter_map(|person| view.people.get(person));
    fields.push(("could", Plain::list(could, |person| Plain::text(person.username.as_str()))));
    fields
}

/// What scripts call a permission.
pub fn permission(permission: &Permission) -> &'static str {
    match permission {
        Permission::CreateRegistry => "create_registry",
        Permission::ManageDirectory => "manage_directory",
        Permission::ManageTeam(_) => "manage_team",
        Permission::InRegistry(_, permission) => permission.rule().code,
    }
}
