//! A registry: what it is. Who may see or change it is for `membership` and `permission`.

pub mod core;

use crate::table::Identified;
use crate::{
    AcceptedTypes, AccountId, Core, Description, Grantee, NAME_PREFIX, NewRegistry, PersonId, RegistryId, RegistryName,
    Role, Row,
};

/// A named place for collections of linked artifact versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registry {
    id: RegistryId,
    core: Option<Core>,
    pub(crate) name: RegistryName,
    pub(crate) description: Description,
    pub(crate) visibility: Visibility,
    pub(crate) accepts: AcceptedTypes,
    pub(crate) rows: Vec<Row>,
    pub(crate) owner: Option<PersonId>,
    created: Stamp,
    pub(crate) changed: Stamp,
}

/// Who can access a registry (G).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Everyone in the organization.
    Organization,
    /// Only invited members of the organization, and the organization's admins.
    Restricted,
}

/// When something was done, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// UTC milliseconds since 1970.
    pub at: i64,
    /// The account that did it.
    pub by: AccountId,
}

impl Identified for Registry {
    type Id = RegistryId;

    fn id(&self) -> &RegistryId {
        &self.id
    }
}

impl Registry {
    /// One of the two registries that an organization starts with: open to the organization, without an owner.
    pub(crate) fn core(core: Core, stamp: Stamp) -> Self {
        Self {
            id: core.id(),
            core: Some(core),
            name: RegistryName::accepted(core.name()),
            description: Description::none(),
            visibility: Visibility::Organization,
            accepts: AcceptedTypes::only(core.artifact_type()),
            rows: Vec::new(),
            owner: None,
            created: stamp.clone(),
            changed: stamp,
        }
    }

    /// A custom registry as it is right after its creation. Its creator is its registry admin (G for Restricted, R for
    /// Organization: otherwise nobody but organization admins could configure it) and its owner (R).
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
            created: created.clone(),
            changed: created,
        }
    }

    /// The row of somebody who is listed.
    #[must_use]
    pub fn row(&self, grantee: &Grantee) -> Option<&Row> {
        self.rows.iter().find(|row| row.grantee == *grantee)
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &RegistryId {
        &self.id
    }

    /// Which of the core registries it is, or none: then it is a custom one.
    #[must_use]
    pub fn core_kind(&self) -> Option<Core> {
        self.core
    }

    /// The name as it is shown.
    #[must_use]
    pub fn name(&self) -> &RegistryName {
        &self.name
    }

    /// The name as it stands in the full names of its artifacts: with the prefix, and for a core registry with the
    /// type that it was made for (`wandb-registry-model`; D25).
    #[must_use]
    pub fn full_name(&self) -> String {
        match self.core {
            Some(core) => format!("{NAME_PREFIX}{}", core.artifact_type()),
            None => self.name.full(),
        }
    }

    /// What somebody wrote about it; a core registry's is empty.
    #[must_use]
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// Who can access it.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        self.visibility
    }

    /// Which artifact types it accepts.
    #[must_use]
    pub fn accepts(&self) -> &AcceptedTypes {
        &self.accepts
    }

    /// Who is listed in it with which role, oldest first.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Its owner, which gives no permission (D). A core registry has none.
    #[must_use]
    pub fn owner(&self) -> Option<&PersonId> {
        self.owner.as_ref()
    }

    /// When it was created, and by whom.
    #[must_use]
    pub fn created(&self) -> &Stamp {
        &self.created
    }

    /// When it was changed last, and by whom.
    #[must_use]
    pub fn changed(&self) -> &Stamp {
        &self.changed
    }
}
