//! An account: a person or a service account.

use crate::{Id, PersonId, ServiceAccountId};

/// Whoever can act: a person or a service account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountId {
    /// A person.
    Person(PersonId),
    /// A service account.
    ServiceAccount(ServiceAccountId),
}

impl AccountId {
    /// The bare id.
    #[must_use]
    pub fn id(&self) -> &Id {
        match self {
            Self::Person(PersonId(id)) | Self::ServiceAccount(ServiceAccountId(id)) => id,
        }
    }
}
