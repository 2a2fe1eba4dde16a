//! Why a call fails: the stable codes that scripts rely on, with what belongs to each, and a sentence for people. It
//! decides nothing; it names what the rules, the storage or the reading of the call have said.

use js_sys::{Error, Object};
use registry::{Denial, Denied, Missing, Permission, Refusal, RegistryName, TextFault, View};
use wasm_bindgen::{JsCast, JsValue};
use workspace::{ArchiveFault, ReadOnly};

use super::plain::{Plain, Record};
use super::words;
use crate::i18n::fault::Subject;
use crate::i18n::prose::plain;
use crate::i18n::{Catalog, Language};
use crate::store::{NotDone, NotOpened};

/// What a call answers with.
pub type Answer<T> = Result<T, Failure>;

/// Why a call fails. It is small, since nearly everything can answer with it.
#[derive(Clone)]
pub struct Failure(Box<Parts>);

#[derive(Clone)]
struct Parts {
    code: &'static str,
    message: String,
    details: Record,
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
        Self(Box::new(Parts { code, message: plain(message), details: Record::default() }))
    }

    /// With one thing more to tell.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: Plain) -> Self {
        self.0.details.put(name, value);
        self
    }

    /// With a text or a word.
    #[must_use]
    #[inline(never)]
    fn text(mut self, name: &'static str, value: &str) -> Self {
        self.0.details.text(name, value);
        self
    }

    /// The call itself is not as it should be: `at` is where, and `expected` what should be there.
    pub fn malformed(problem: Problem, at: &str, expected: &str) -> Self {
        let problem = words::word_for(PROBLEMS, problem);
        let message = format!("Malformed call: {problem} at {at}; expected {expected}.");
        Self::new("malformed_call", &message).text("problem", problem).text("at", at).text("expected", expected)
    }

    /// A text is not a value of its kind.
    pub fn invalid(field: &'static str, subject: Subject, fault: &TextFault) -> Self {
        let mut reason = Record::default();
        reason.text(
            "kind",
            match fault {
                TextFault::Empty => "empty",
                TextFault::Forbidden(_) => "forbidden",
                TextFault::Malformed => "malformed",
                TextFault::TooLong { .. } => "too_long",
                TextFault::Prefixed => "prefixed",
            },
        );
        match fault {
            TextFault::Forbidden(character) => reason.text("character", character.encode_utf8(&mut [0; 4])),
            TextFault::TooLong { by, limit } => {
                reason.put("by", Plain::count(*by));
                reason.put("limit", Plain::count(*limit));
            }
            _ => {}
        }
        Self::new("invalid", &(english().fault.explain)(subject, fault))
            .text("field", field)
            .with("reason", reason.into())
    }

    /// Something that the call speaks of is not there, or cannot be seen by the acting account: no difference is made.
    pub fn missing(missing: Missing) -> Self {
        Self::new("missing", (english().refusal.missing)(missing)).text("what", words::missing(missing))
    }

    /// There is no organization yet.
    pub fn no_organization() -> Self {
        Self::new("missing", "No organization is open: start one.").text("what", "organization")
    }

    /// There is no such workspace beside the current one.
    pub fn no_workspace() -> Self {
        Self::new("missing", "There is no earlier workspace of this key.").text("what", "workspace")
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
            Refusal::Denied(denial) => {
                let mut failure = failure("denied").text("permission", permission(&denial.permission));
                reasons(view, denial, &mut failure.0.details);
                failure
            }
            Refusal::Taken { field, holder } => failure("taken")
                .text("field", words::field(*field))
                .with("holder", Plain::maybe(holder.as_ref().map(RegistryName::as_str))),
            Refusal::InTeamAlready => failure("in_team_already"),
            Refusal::ListedAlready(role) => {
                failure("listed_already").text("role", words::word_for(words::ROLES, *role))
            }
            Refusal::ServiceAccountRole => failure("service_account_role"),
            Refusal::LastRegistryAdmin(registries) => failure("last_registry_admin")
                .with("registries", Plain::list(registries, |name| Plain::text(name.as_str()))),
            Refusal::LastOrganizationAdmin => failure("last_organization_admin"),
            Refusal::WouldLoseAccess => failure("would_lose_access"),
            Refusal::RestrictedStays => failure("restricted_stays"),
            Refusal::TypeStays(artifact_type) => failure("type_stays").text("artifactType", artifact_type.as_str()),
            Refusal::AllTypesAccepted => failure("all_types_accepted"),
            Refusal::NoTypes => failure("no_types"),
            Refusal::AllTypesUnavailable => failure("all_types_unavailable"),
            Refusal::OwnerNotListed => failure("owner_not_listed"),
        }
    }

    /// Nothing may be written now.
    pub fn read_only(why: ReadOnly) -> Self {
        Self::new("read_only", (english().notice.read_only)(why)).text("why", words::read_only(why))
    }

    /// It was not done.
    pub fn not_done(view: Option<&View>, error: &NotDone) -> Self {
        let failure = |code| Self::new(code, &english().not_done(error));
        match (error, view) {
            (NotDone::Refused(refusal, _), Some(view)) => Self::refused(view, refusal),
            (NotDone::Refused(..), None) => Self::no_organization(),
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
                    .with("why", Plain::maybe(words::archive(fault)))
            }
        }
    }

    /// Why somebody cannot be added, with how they were named.
    pub fn of_member(&self, named: &str) -> Plain {
        self.clone().text("member", named).to_plain()
    }

    /// What it is as a plain value.
    pub fn to_plain(&self) -> Plain {
        let mut fields = Record::default();
        fields.text("code", self.0.code);
        fields.text("message", &self.0.message);
        fields.extend(&self.0.details);
        fields.into()
    }

    /// The `Error` that a method throws.
    pub fn to_js(&self) -> JsValue {
        let error = Error::new(&self.0.message);
        error.set_name("RegistrarError");
        let fields = self.clone().text("code", self.0.code);
        Object::assign(&error, Plain::from(fields.0.details).to_js().unchecked_ref()).into()
    }
}

/// Says what stands against a permission, and who could.
pub fn reasons(view: &View, denial: &Denial, fields: &mut Record) {
    fields.text("because", words::because(denial.because));
    if let Denied::RoleTooLow { has, needs } = denial.because {
        fields.text("has", words::word_for(words::ROLES, has));
        fields.text("needs", words::word_for(words::ROLES, needs));
    }
    let could = denial.could.iter().filter_map(|person| view.people.get(person));
    fields.put("could", Plain::list(could, |person| Plain::text(person.username.as_str())));
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
