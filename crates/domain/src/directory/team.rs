//! Teams: they are given roles in registries as a whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::{AccountName, PersonId, ServiceAccountId, TeamId};

/// A named group of people and service accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// The id.
    pub id: TeamId,
    /// The name that it is added and found by.
    pub name: AccountName,
    /// Its people, each with the role in the team. By itself it gives no role in any registry (R).
    pub people: BTreeMap<PersonId, TeamRole>,
    /// Its service accounts; these have no role in the team.
    pub service_accounts: BTreeSet<ServiceAccountId>,
}

/// The role of a person in a team (D).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TeamRole {
    /// Looks on.
    Viewer,
    /// Works in the team's projects.
    Member,
    /// Administers the team. An Admin of at least one team is a *team administrator*.
    Admin,
}
