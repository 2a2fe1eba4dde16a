//! The actions, by aggregate. Each file holds the actions of one aggregate, their rules and their effects, so that the
//! three are read and changed together. No match on an action has a catch-all arm, so that an action without a rule does
//! not compile.

mod apply;
mod collection;
mod founding;
mod organization;
mod person;
mod project;
pub mod refusal;
mod registry;
mod review;
mod service_account;
mod subject;
mod team;
mod version;

use std::mem::discriminant;

use crate::{AccountId, Id, LinkId, Organization, Refusal, Stamp, VersionId};
pub use apply::{Approved, approve, carry_out, replay};
pub use collection::{CollectionAction, LinkSource, LinkTarget, NewCollection};
pub use founding::{Founding, found_organization};
pub use organization::OrganizationAction;
pub use person::{NewPerson, PersonAction};
pub use project::ProjectAction;
pub use registry::{NewRegistry, RegistryAction};
pub(crate) use review::Review;
pub use review::review;
pub use service_account::ServiceAccountAction;
pub use subject::Subject;
pub use team::TeamAction;
pub use version::{NewRun, NewVersion, VersionAction, VersionRef};

/// A change of an existing organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Add, change or remove a person.
    Person(PersonAction),
    /// Add, change or remove a service account.
    ServiceAccount(ServiceAccountAction),
    /// Add, change or remove a team or its members.
    Team(TeamAction),
    /// Change the organization's name or settings.
    Organization(OrganizationAction),
    /// Create, change or delete a registry.
    Registry(RegistryAction),
    /// Create, rename or delete a project.
    Project(ProjectAction),
    /// Log, change or delete a version.
    Version(VersionAction),
    /// Create, change or delete a collection, or link a version.
    Collection(CollectionAction),
}

impl Action {
    /// Whether both are of the same kind, regardless of their targets and values.
    #[must_use]
    pub fn is_same_kind(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Person(one), Self::Person(other)) => discriminant(one) == discriminant(other),
            (Self::ServiceAccount(one), Self::ServiceAccount(other)) => discriminant(one) == discriminant(other),
            (Self::Team(one), Self::Team(other)) => discriminant(one) == discriminant(other),
            (Self::Organization(one), Self::Organization(other)) => discriminant(one) == discriminant(other),
            (Self::Registry(one), Self::Registry(other)) => discriminant(one) == discriminant(other),
            (Self::Project(one), Self::Project(other)) => discriminant(one) == discriminant(other),
            (Self::Version(one), Self::Version(other)) => discriminant(one) == discriminant(other),
            (Self::Collection(one), Self::Collection(other)) => discriminant(one) == discriminant(other),
            (
                Self::Person(_)
                | Self::ServiceAccount(_)
                | Self::Team(_)
                | Self::Organization(_)
                | Self::Registry(_)
                | Self::Project(_)
                | Self::Version(_)
                | Self::Collection(_),
                _,
            ) => false,
        }
    }

    /// The version or link that the action makes under this id. Where the same one is there already, the id stands for that.
    #[must_use]
    pub fn version_made(&self, id: impl FnOnce() -> Id) -> Option<VersionRef> {
        match self {
            Self::Version(VersionAction::Log(_)) => Some(VersionRef::Source(VersionId(id()))),
            Self::Collection(CollectionAction::Link { .. }) => Some(VersionRef::Linked(LinkId(id()))),
            Self::Version(
                VersionAction::Edit { .. }
                | VersionAction::AddTags { .. }
                | VersionAction::RemoveTags { .. }
                | VersionAction::AddAlias { .. }
                | VersionAction::RemoveAlias { .. }
                | VersionAction::Delete(_),
            )
            | Self::Collection(
                CollectionAction::Create(_)
                | CollectionAction::Edit { .. }
                | CollectionAction::AddTags { .. }
                | CollectionAction::RemoveTags { .. }
                | CollectionAction::Delete(_)
                | CollectionAction::Unlink(_),
            )
            | Self::Person(_)
            | Self::ServiceAccount(_)
            | Self::Team(_)
            | Self::Organization(_)
            | Self::Registry(_)
            | Self::Project(_) => None,
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

impl From<ProjectAction> for Action {
    fn from(action: ProjectAction) -> Self {
        Self::Project(action)
    }
}

impl From<VersionAction> for Action {
    fn from(action: VersionAction) -> Self {
        Self::Version(action)
    }
}

impl From<CollectionAction> for Action {
    fn from(action: CollectionAction) -> Self {
        Self::Collection(action)
    }
}

/// The rules for an action, and its effect. It is private to this module, so that other modules go through [`approve`].
trait Reviewable {
    /// Checks the permission, then the other rules, and returns the first refusal.
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal>;

    /// Applies the action without a review, so that accepted actions stay valid when a rule changes. An action on a missing
    /// object has no effect.
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
            Self::Project(action) => action.review(review),
            Self::Version(action) => action.review(review),
            Self::Collection(action) => action.review(review),
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Person(action) => action.apply(organization, context),
            Self::ServiceAccount(action) => action.apply(organization, context),
            Self::Team(action) => action.apply(organization, context),
            Self::Organization(action) => action.apply(organization, context),
            Self::Registry(action) => action.apply(organization, context),
            Self::Project(action) => action.apply(organization, context),
            Self::Version(action) => action.apply(organization, context),
            Self::Collection(action) => action.apply(organization, context),
        }
    }
}

/// The circumstances of an action.
struct Context<'a> {
    /// The id for the object that the action creates, if it creates one.
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
