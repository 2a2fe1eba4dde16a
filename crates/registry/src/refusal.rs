//! Why an action is refused: typed reasons, no prose.

use crate::{Denial, RegistryName};

/// Why an action is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something that the action speaks of is not there, or not any more.
    Missing(Missing),
    /// The acting account may not do it.
    Denied(Denial),
    /// The name, username or address belongs to something else already.
    Taken {
        /// The field that names it.
        field: Field,
        /// The registry that holds the name, if the acting account may see it; nothing for other kinds of name.
        holder: Option<RegistryName>,
    },
    /// The account is in the team already.
    InTeamAlready,
}

/// What an action speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The account that acts.
    Actor,
    /// A person.
    Person,
    /// A service account.
    ServiceAccount,
    /// A team.
    Team,
}

/// A part of an action that must be unique in the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A registry's name.
    RegistryName,
    /// A username, or the name of a service account or a team.
    AccountName,
    /// An email address.
    Email,
}
