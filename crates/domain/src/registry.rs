//! A registry. `membership` and `permission` decide who may see or change it.

pub mod core;
pub mod index;
pub mod rows;

use std::collections::BTreeSet;
use strum::{EnumString, IntoStaticStr};

use crate::table::Identified;
use crate::{
    AcceptedTypes, AccountId, Alias, CoreRegistry, Description, Grantee, NAME_PREFIX, NewRegistry, PersonId,
    RegistryId, RegistryName, Role, Row, Rows,
};

/// A named container for collections of linked artifact versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registry {
    id: RegistryId,
    core: Option<CoreRegistry>,
    name: RegistryName,
    pub(crate) description: Description,
    pub(crate) visibility: Visibility,
    pub(crate) accepts: AcceptedTypes,
    rows: Rows,
    pub(crate) owner: Option<PersonId>,
    pub(crate) protected_aliases: BTreeSet<Alias>,
    created: Stamp,
    pub(crate) changed: Stamp,
}

/// The accounts that can access a registry (G). As a word it is `organization` and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Visibility {
    /// Everyone in the organization.
    Organization,
    /// Only invited members of the organization, and the organization's admins.
    Restricted,
}

impl Visibility {
    /// The name in the guide (G). The page in English and exported tables use it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Organization => "Organization",
            Self::Restricted => "Restricted",
        }
    }
}

/// The time and the author of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// UTC milliseconds since 1970.
    pub at: i64,
    /// The author.
    pub by: AccountId,
}

impl Identified for Registry {
    type Id = RegistryId;

    fn id(&self) -> &RegistryId {
        &self.id
    }
}

impl Registry {
    /// A new core registry: open to the organization, without an owner.
    pub(crate) fn core(core: CoreRegistry, stamp: Stamp) -> Self {
        Self {
            id: core.id(),
            core: Some(core),
            name: RegistryName::new_unchecked(core.name()),
            description: Description::empty(),
            visibility: Visibility::Organization,
            accepts: AcceptedTypes::only(core.artifact_type()),
            rows: Rows::default(),
            owner: None,
            protected_aliases: BTreeSet::new(),
            created: stamp.clone(),
            changed: stamp,
        }
    }

    /// A new custom registry. Its creator becomes its owner (R) and a registry admin: G says so for Restricted
    /// registries, R for the others, because otherwise only organization admins could configure them.
    pub(crate) fn custom(id: RegistryId, new: &NewRegistry, created: Stamp) -> Self {
        let creator = match &created.by {
            AccountId::Person(person) => Some(person.clone()),
            AccountId::ServiceAccount(_) => None,
        };
        Self {
            id,
            core: None,
            name: new.name.clone(),
            description: new.description.clone(),
            visibility: new.visibility,
            accepts: new.accepts.clone(),
            rows: creator
                .iter()
                .map(|person| Row { grantee: Grantee::Person(person.clone()), role: Role::Admin })
                .collect(),
            owner: creator,
            protected_aliases: BTreeSet::new(),
            created: created.clone(),
            changed: created,
        }
    }

    /// The row of a grantee, if it is listed.
    #[must_use]
    pub fn row(&self, grantee: &Grantee) -> Option<&Row> {
        self.rows.get(grantee)
    }

    /// Changes the role of a grantee, if it is listed.
    pub(crate) fn set_role(&mut self, grantee: &Grantee, role: Role) {
        self.rows.set_role(grantee, role);
    }

    /// The id, which never changes.
    #[must_use]
    pub fn id(&self) -> &RegistryId {
        &self.id
    }

    /// The kind of a core registry, or `None` for a custom registry.
    #[must_use]
    pub fn core_kind(&self) -> Option<CoreRegistry> {
        self.core
    }

    /// The name without the prefix.
    #[must_use]
    pub fn name(&self) -> &RegistryName {
        &self.name
    }

    /// The name with the prefix, as in the full names of artifacts. A core registry's full name has its first artifact
    /// type in place of its name (`wandb-registry-model`; D25).
    #[must_use]
    pub fn full_name(&self) -> String {
        match self.core {
            Some(core) => format!("{NAME_PREFIX}{}", core.artifact_type()),
            None => self.name.full_name(),
        }
    }

    /// The description. A core registry has none.
    #[must_use]
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The visibility. A core registry is always open to the organization.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        self.visibility
    }

    /// The artifact types that it accepts.
    #[must_use]
    pub fn accepts(&self) -> &AcceptedTypes {
        &self.accepts
    }

    /// The listed members and their roles, oldest first.
    #[must_use]
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The owner. Ownership gives no permission (D). A core registry has no owner.
    #[must_use]
    pub fn owner(&self) -> Option<&PersonId> {
        self.owner.as_ref()
    }

    /// The aliases that only its admins may set on a version and remove from one (D), by code point.
    #[must_use]
    pub fn protected_aliases(&self) -> &BTreeSet<Alias> {
        &self.protected_aliases
    }

    /// The time and the author of its creation.
    #[must_use]
    pub fn created(&self) -> &Stamp {
        &self.created
    }

    /// The time and the author of its last change.
    #[must_use]
    pub fn changed(&self) -> &Stamp {
        &self.changed
    }
}
