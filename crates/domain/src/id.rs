//! What things are called inside the program: never shown, never reused, the same in every tab.

use std::fmt;
use std::rc::Rc;

/// The id of a thing: the record that made it, and its place among the actions of that record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Rc<str>);

impl Id {
    /// The id of what the action at `position` of `record` makes.
    #[must_use]
    pub fn new(record: &str, position: usize) -> Self {
        Self(format!("{record}.{position}").into())
    }

    /// The id as it was written down.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    /// The id as text, fit for an address and for storage.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! kind_of_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Id);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

kind_of_id! {
    /// The id of a person.
    PersonId,
    /// The id of a service account.
    ServiceAccountId,
    /// The id of a team.
    TeamId,
    /// The id of a registry.
    RegistryId,
}
