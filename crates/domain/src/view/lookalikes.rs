//! Names and types that look like others, among those that an account may see. The page notes them; no rule refuses them.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::View;
use crate::{Appearance, ArtifactType, NameKey, Registry, RegistryId};

/// The appearances of the names and accepted types of the registries in a view. They are computed with the first question and
/// not for every typed letter.
#[derive(Clone, Debug)]
pub struct Lookalikes {
    registries: Vec<Rc<Registry>>,
    names: OnceCell<Vec<Appearance>>,
    types: OnceCell<TypeIndex>,
}

/// A note about a type before it is saved, because a saved type stays for good.
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
        let registries = view.registries.iter().map(|registry_view| Rc::clone(&registry_view.registry)).collect();
        Self { registries, names: OnceCell::new(), types: OnceCell::new() }
    }

    /// The appearances of the names of the registries, in their order.
    fn names(&self) -> &[Appearance] {
        self.names
            .get_or_init(|| self.registries.iter().map(|registry| Appearance::of(registry.name().as_str())).collect())
    }

    /// The accepted types of all registries.
    fn types(&self) -> &TypeIndex {
        self.types.get_or_init(|| {
            let mut index = TypeIndex::default();
            let types: BTreeSet<&ArtifactType> =
                self.registries.iter().flat_map(|registry| registry.accepts().saved()).collect();
            types.into_iter().for_each(|one| index.insert(one, Appearance::of(one.as_str())));
            index
        })
    }

    /// The registries with a name that looks like this one, except for the one that has it.
    #[must_use]
    pub fn registries_like(&self, name: &str, owner: Option<&RegistryId>) -> Vec<&Registry> {
        let appearance = Appearance::of(name);
        let others = self.registries.iter().zip(self.names()).filter(|(registry, _)| Some(registry.id()) != owner);
        others.filter(|(_, other)| other.is_like(&appearance)).map(|(registry, _)| &**registry).collect()
    }

    /// The notes about the types of a form, in their order.
    #[must_use]
    pub fn notes_on_types(&self, types: &[ArtifactType]) -> Vec<(ArtifactType, TypeNote)> {
        let mut notes = Vec::new();
        let mut earlier = TypeIndex::default();
        for one in types {
            let appearance = Appearance::of(one.as_str());
            // A type that the organization uses already is no new look-alike, even if another one looks the same.
            if !self.types().all.contains(one)
                && let Some(other) = self.types().like(&appearance).or_else(|| earlier.like(&appearance))
                && other != one
            {
                notes.push((one.clone(), TypeNote::LooksLike(other.clone())));
            }
            if one.is_refused_by_client() {
                notes.push((one.clone(), TypeNote::RefusedByClient));
            }
            earlier.insert(one, appearance);
        }
        notes
    }
}

/// Types, and the first of them with each appearance.
#[derive(Clone, Debug, Default)]
struct TypeIndex {
    all: BTreeSet<ArtifactType>,
    by_key: HashMap<NameKey, ArtifactType>,
    by_skeleton: HashMap<String, ArtifactType>,
    by_folded_skeleton: HashMap<String, ArtifactType>,
}

impl TypeIndex {
    fn insert(&mut self, one: &ArtifactType, appearance: Appearance) {
        self.all.insert(one.clone());
        self.by_key.entry(appearance.key).or_insert_with(|| one.clone());
        self.by_skeleton.entry(appearance.skeleton).or_insert_with(|| one.clone());
        self.by_folded_skeleton.entry(appearance.folded_skeleton).or_insert_with(|| one.clone());
    }

    /// A type with this appearance.
    fn like(&self, appearance: &Appearance) -> Option<&ArtifactType> {
        let by_key = self.by_key.get(&appearance.key);
        let by_skeleton = || self.by_skeleton.get(&appearance.skeleton);
        by_key.or_else(by_skeleton).or_else(|| self.by_folded_skeleton.get(&appearance.folded_skeleton))
    }
}
