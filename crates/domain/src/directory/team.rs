//! Teams, which can be listed in registries.

use std::collections::{BTreeMap, BTreeSet};
use strum::{EnumString, IntoStaticStr};

use crate::{AccountName, PersonId, ServiceAccountId, TeamId};

/// A named group of people and service accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// The id, which never changes.
    pub id: TeamId,
    /// The name, unique among usernames, service accounts and teams.
    pub name: AccountName,
    /// Its people with their roles in the team. A role in a team gives no role in a registry (R).
    pub people: BTreeMap<PersonId, TeamRole>,
    /// Its service accounts. They have no role in the team.
    pub service_accounts: BTreeSet<ServiceAccountId>,
}

impl Team {
    /// A team without members.
    pub(crate) fn new(id: TeamId, name: AccountName) -> Self {
        Self { id, name, people: BTreeMap::new(), service_accounts: BTreeSet::new() }
    }
}

/// The role of a person in a team (D). As a word it is `viewer` and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum TeamRole {
    /// Views the team's projects.
    Viewer,
    /// Works in the team's projects.
    Member,
    /// Administers the team. An Admin of any team is a *team administrator*.
    Admin,
}
