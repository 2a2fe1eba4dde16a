//! Names and types that look like others, among those that an account may see. The page notes them; no rule refuses them.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::View;
use crate::{Appearance, ArtifactType, Registry, RegistryId};

/// What the names and accepted types of the registries in a view look like. It is computed with the first question and not for
/// every typed letter.
#[derive(Clone, Debug)]
pub struct Lookalikes {
    registries: Vec<Rc<Registry>>,
    names: OnceCell<Vec<Appearance>>,
    types: OnceCell<Vec<(ArtifactType, Appearance)>>,
}

/// What to note about a type before it is saved, because a saved type stays for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeNote {
    /// It looks like another type of the organization or of the form.
    LooksLike(ArtifactType),
    /// W&B's client refuses it (S).
    RefusedByClient,
}

impl Lookalikes {
    /// The names and types in a view.
    #[must_use]
    pub fn of(view: &View) -> Self {
        let registries = view.registries.iter().map(|seen| Rc::clone(&seen.registry)).collect();
        Self { registries, names: OnceCell::new(), types: OnceCell::new() }
    }

    /// The appearances of the names of the registries, in their order.
    fn names(&self) -> &[Appearance] {
        self.names
            .get_or_init(|| self.registries.iter().map(|registry| Appearance::of(registry.name().as_str())).collect())
    }

    /// The accepted types of all registries.
    fn types(&self) -> &[(ArtifactType, Appearance)] {
        self.types.get_or_init(|| {
            let types: BTreeSet<&ArtifactType> =
                self.registries.iter().flat_map(|registry| registry.accepts().saved()).collect();
            types.into_iter().map(|one| (one.clone(), Appearance::of(one.as_str()))).collect()
        })
    }

    /// The registries with a name that looks like this one, except for the one that has it.
    #[must_use]
    pub fn registries_like(&self, name: &str, owner: Option<&RegistryId>) -> Vec<&Registry> {
        let appearance = Appearance::of(name);
        let others = self.registries.iter().zip(self.names()).filter(|(registry, _)| Some(registry.id()) != owner);
        others.filter(|(_, other)| other.is_like(&appearance)).map(|(registry, _)| &**registry).collect()
    }

    /// What to note about the types of a form, in their order.
    #[must_use]
    pub fn notes_on_types(&self, types: &[ArtifactType]) -> Vec<(ArtifactType, TypeNote)> {
        let mut notes = Vec::new();
        let mut earlier: Vec<(&ArtifactType, Appearance)> = Vec::new();
        for one in types {
            let appearance = Appearance::of(one.as_str());
            let known = self.types().iter().map(|(other, appearance)| (other, appearance));
            let others = known.chain(earlier.iter().map(|(other, appearance)| (*other, appearance)));
            // A type that the organization uses already is no new look-alike, even if another one looks the same.
            let is_used = self.types().iter().any(|(other, _)| other == one);
            let mut alike = others.filter(|(other, theirs)| *other != one && theirs.is_like(&appearance));
            if let (false, Some((other, _))) = (is_used, alike.next()) {
                notes.push((one.clone(), TypeNote::LooksLike(other.clone())));
            }
            if one.is_refused_by_client() {
                notes.push((one.clone(), TypeNote::RefusedByClient));
            }
            earlier.push((one, appearance));
        }
        notes
    }
}
