//! Everything that somebody can do, by aggregate. Each file holds the actions of one aggregate, the rules that they are
//! reviewed by, and how they are carried out, so that the three are read and changed together. No match on an action has an
//! arm for the rest: an action without a rule does not compile.

mod apply;
mod founding;
mod organization;
mod person;
pub mod refusal;
mod registry;
mod review;
mod service_account;
mod team;

use std::mem::discriminant;

use self::review::Review;
use crate::{AccountId, Id, Organization, Refusal, Stamp};
pub use apply::{Approved, approve, carry_out, replay};
pub use founding::{Founding, found};
pub use organization::OrganizationAction;
pub use person::{NewPerson, PersonAction};
pub use registry::{NewRegistry, RegistryAction};
pub use review::review;
pub use service_account::ServiceAccountAction;
pub use team::TeamAction;

/// One thing done to an organization that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A person is added, changed or removed.
    Person(PersonAction),
    /// A service account is added, changed or removed.
    ServiceAccount(ServiceAccountAction),
    /// A team or its members change.
    Team(TeamAction),
    /// The organization's name or settings change.
    Organization(OrganizationAction),
    /// A registry is created, changed or deleted.
    Registry(RegistryAction),
}

impl Action {
    /// Whether both do the same, to whatever and with whatever values.
    #[must_use]
    pub fn is_same_kind(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Person(one), Self::Person(other)) => discriminant(one) == discriminant(other),
            (Self::ServiceAccount(one), Self::ServiceAccount(other)) => discriminant(one) == discriminant(other),
            (Self::Team(one), Self::Team(other)) => discriminant(one) == discriminant(other),
            (Self::Organization(one), Self::Organization(other)) => discriminant(one) == discriminant(other),
            (Self::Registry(one), Self::Registry(other)) => discriminant(one) == discriminant(other),
            (
                Self::Person(_) | Self::ServiceAccount(_) | Self::Team(_) | Self::Organization(_) | Self::Registry(_),
                _,
            ) => false,
        }
    }
}

impl From<PersonAction> for Action {
    fn from(action: PersonAction) -> Self {
        Self::Person(action)
    }
}

impl From<ServiceAccountAction> for Action {
    fn from(action: ServiceAccountAction) -> Self {
        Self::ServiceAccount(action)
    }
}

impl From<TeamAction> for Action {
    fn from(action: TeamAction) -> Self {
        Self::Team(action)
    }
}

impl From<OrganizationAction> for Action {
    fn from(action: OrganizationAction) -> Self {
        Self::Organization(action)
    }
}

impl From<RegistryAction> for Action {
    fn from(action: RegistryAction) -> Self {
        Self::Registry(action)
    }
}

/// The rules for an action, and its effect. Private to this module: from outside, [`approve`] is the way to both.
trait Reviewable {
    /// The first reason to refuse the action: permission first, then the rules.
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal>;

    /// Carries the action out. This is total: an action that speaks of something that is not there changes nothing. It checks
    /// no rule, so that what was accepted once stays so.
    fn apply(&self, organization: &mut Organization, context: Context<'_>);
}

impl Reviewable for Action {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        match self {
            Self::Person(action) => action.review(review),
            Self::ServiceAccount(action) => action.review(review),
            Self::Team(action) => action.review(review),
            Self::Organization(action) => action.review(review),
            Self::Registry(action) => action.review(review),
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Person(action) => action.apply(organization, context),
            Self::ServiceAccount(action) => action.apply(organization, context),
            Self::Team(action) => action.apply(organization, context),
            Self::Organization(action) => action.apply(organization, context),
            Self::Registry(action) => action.apply(organization, context),
        }
    }
}

/// The circumstances in which an action is carried out.
struct Context<'a> {
    /// The id of what the action makes, if it makes something.
    id: Id,
    /// UTC milliseconds since 1970.
    at: i64,
    /// The acting account.
    by: &'a AccountId,
}

impl Context<'_> {
    fn stamp(&self) -> Stamp {
        Stamp { at: self.at, by: self.by.clone() }
    }
}
