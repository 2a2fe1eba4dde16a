//! Adding several members by what they are called, all or none.

use super::View;
use crate::{Action, MemberFault, RegistryId, Role};

/// What a text names: separated by commas, semicolons or line ends, each without outer white space.
pub fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty())
}

impl View {
    /// The actions that list everybody whom a text names, as [`names_in`] reads it, with this role, or with the one that each
    /// is added with if nobody says otherwise. A text that names nobody gives no action.
    ///
    /// # Errors
    /// As [`Trial::add_members`](crate::Trial::add_members).
    pub fn members_to_add(
        &self,
        registry: &RegistryId,
        names: &str,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        let members = names_in(names).map(|named| (named, self.grantee_named(named)));
        self.trial().add_members(registry, members, role)
    }
}
