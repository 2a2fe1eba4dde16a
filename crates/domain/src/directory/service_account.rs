//! Service accounts, the accounts of programs.

use crate::{AccountName, ServiceAccountId};

/// An account for programs. It has no role in the organization and no email address (D).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAccount {
    /// The id, which never changes.
    pub id: ServiceAccountId,
    /// The name, unique among usernames, service accounts and teams.
    pub name: AccountName,
}
