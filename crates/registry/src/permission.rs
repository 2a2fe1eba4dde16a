//! Who may do what: the one verdict that disables a control and refuses the action.

use crate::{AccountId, Organization, OrganizationRole, PersonId, TeamId, TeamRole};

/// Something that not everybody may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Create a custom registry.
    CreateRegistry,
    /// Add people, service accounts and teams to the organization.
    ManageDirectory,
    /// Add people and service accounts to this team.
    ManageTeam(TeamId),
}

/// Whether an account may do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Granted,
    /// It may not, and why.
    Denied(Denial),
}

/// Why something may not be done, and who could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// What was asked for.
    pub permission: Permission,
    /// What stands against it.
    pub because: Denied,
    /// The people who could do it, in the order of their ids.
    pub could: Vec<PersonId>,
}

/// What stands against a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// The account is a service account, and these do no such thing (R).
    ServiceAccount,
    /// The person is a Viewer of the organization, and the administrator of no team (R).
    OrganizationViewer,
    /// The person is no Admin of the organization.
    NoOrganizationAdmin,
    /// The person is neither an Admin of the organization nor one of the team (R).
    NoTeamAdmin,
}

impl Verdict {
    /// Whether it may be done.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        matches!(self, Self::Granted)
    }

    /// Why it may not be done.
    #[must_use]
    pub fn denial(&self) -> Option<&Denial> {
        match self {
            Self::Granted => None,
            Self::Denied(denial) => Some(denial),
        }
    }
}

impl Organization {
    /// Whether the account may do what the permission stands for.
    ///
    /// - Create a registry: Admins and Members of the organization, and team administrators; service accounts never
    ///   (R: the documentation lists it as a permission in a registry, which cannot be meant).
    /// - The directory: Admins of the organization. A team: also its own Admins (R).
    #[must_use]
    pub fn may(&self, account: &AccountId, permission: &Permission) -> Verdict {
        match self.objection(account, permission) {
            None => Verdict::Granted,
            Some(because) => {
                Verdict::Denied(Denial { permission: permission.clone(), because, could: self.who_could(permission) })
            }
        }
    }

    fn who_could(&self, permission: &Permission) -> Vec<PersonId> {
        let could = |id: &PersonId| self.objection(&AccountId::Person(id.clone()), permission).is_none();
        self.people.iter().map(|person| &person.id).filter(|id| could(id)).cloned().collect()
    }

    fn objection(&self, account: &AccountId, permission: &Permission) -> Option<Denied> {
        let AccountId::Person(id) = account else { return Some(Denied::ServiceAccount) };
        let role = self.people.get(id).map(|person| person.role);
        if role == Some(OrganizationRole::Admin) {
            return None;
        }
        match permission {
            Permission::CreateRegistry => {
                let may = role == Some(OrganizationRole::Member) || self.is_team_administrator(id);
                (!may).then_some(Denied::OrganizationViewer)
            }
            Permission::ManageDirectory => Some(Denied::NoOrganizationAdmin),
            Permission::ManageTeam(team) => {
                let role = self.teams.get(team).and_then(|team| team.people.get(id));
                (role != Some(&TeamRole::Admin)).then_some(Denied::NoTeamAdmin)
            }
        }
    }
}
