//! Registries that are gone: when they came and went, and what they were like at the end.

use domain::{Action, Organization, RegistryAction, RegistryId};

use crate::fold::intent::Intent;
use crate::fold::outcome::Outcome;
use crate::fold::{Fold, Taken};

impl Fold {
    /// The state before a registry was deleted, or before its creation was undone.
    pub(super) fn state_at_the_end_of(&self, id: &RegistryId) -> Option<Organization> {
        self.state_after(self.deletion_of(id).or_else(|| self.undo_of_creation(id))?)
    }

    /// The position of the deletion that counts.
    fn deletion_of(&self, id: &RegistryId) -> Option<usize> {
        let deletes = |action: &Action| matches!(action, Action::Registry(RegistryAction::Delete(gone)) if gone == id);
        let is_deletion = |taken: &Taken| {
            taken.undone_by.is_none()
                && taken.verdict == Outcome::Applied
                && matches!(&taken.intent, Some(Intent::Act(actions)) if actions.iter().any(deletes))
        };
        self.taken.iter().rposition(is_deletion)
    }

    fn undo_of_creation(&self, id: &RegistryId) -> Option<usize> {
        self.creation_of(id)?.undone_by
    }

    /// The record that asked for a registry. A core registry comes with the organization.
    pub(super) fn creation_of(&self, id: &RegistryId) -> Option<&Taken> {
        let (record, _) = id.0.as_str().rsplit_once('.')?;
        self.taken.get(self.position(record.parse().ok()?)?)
    }
}
