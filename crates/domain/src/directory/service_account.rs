//! Service accounts: programs that act in the organization.

use crate::{AccountName, ServiceAccountId};

/// An account that programs use. It has no role in the organization, and no email (D).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAccount {
    /// The id.
    pub id: ServiceAccountId,
    /// The name that it is added and found by.
    pub name: AccountName,
}
