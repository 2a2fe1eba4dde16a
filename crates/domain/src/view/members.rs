//! Adding several members by name, all or none.

use std::collections::BTreeSet;

use super::View;
use crate::{Action, FoldKey, MemberFault, RegistryId, Role};

/// Splits a text into names at commas, semicolons and line breaks. It trims the names and skips empty ones.
pub fn split_names(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty())
}

impl View {
    /// Makes the actions that add all members named in a text, split by [`split_names`]. Without a `role`, each member
    /// gets its default role. A text without names gives no actions; several names of one member count once.
    ///
    /// # Errors
    /// See [`Trial::add_members`](crate::Trial::add_members).
    pub fn members_to_add(
        &self,
        registry: &RegistryId,
        names: &str,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        // A name without a member is reported once, in its first spelling.
        let mut seen = BTreeSet::new();
        let members = split_names(names)
            .map(|name| (name, self.grantee_named(name)))
            .filter(|(name, member)| seen.insert(member.clone().ok_or_else(|| FoldKey::of(name))));
        self.trial().add_members(registry, members, role)
    }
}
