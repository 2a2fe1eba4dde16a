//! Accounts, which perform actions.

use crate::{Id, PersonId, ServiceAccountId};

/// The id of an account: a person or a service account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountId {
    /// A person.
    Person(PersonId),
    /// A service account.
    ServiceAccount(ServiceAccountId),
}

impl AccountId {
    /// The id without its kind.
    #[must_use]
    pub fn id(&self) -> &Id {
        match self {
            Self::Person(PersonId(id)) | Self::ServiceAccount(ServiceAccountId(id)) => id,
        }
    }
}
