//! Adding several members by name, all or none.

use std::collections::HashSet;

use super::View;
use crate::{Action, FoldKey, MemberFault, RegistryId, Role};

/// Splits a text into names at commas, semicolons and line breaks. It trims the names and skips empty ones.
pub fn split_names(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty())
}

impl View {
    /// Makes the actions that add all members named in a text, split by [`split_names`]. Without a `role`, each member
    /// gets its default role. A text without names gives no actions; a repeated name counts once.
    ///
    /// # Errors
    /// See [`Trial::add_members`](crate::Trial::add_members).
    pub fn members_to_add(
        &self,
        registry: &RegistryId,
        names: &str,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        let mut seen = HashSet::new();
        let members = split_names(names)
            .filter(|name| seen.insert(FoldKey::of(name)))
            .map(|name| (name, self.grantee_named(name)));
        self.trial().add_members(registry, members, role)
    }
}
