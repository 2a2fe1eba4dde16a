//! Trying actions on a copy of the organization, one after another. Later actions can refer to objects that earlier ones
//! create. It decides no rule, and nothing of it is stored.

use crate::{
    AccountId, Action, Grantee, Id, Missing, Organization, PersonId, Refusal, RegistryAction, RegistryId, Role, View,
    approve,
};

/// A copy of the organization for one acting account.
#[derive(Clone)]
pub struct Trial {
    pub(crate) organization: Organization,
    pub(crate) account: AccountId,
}

/// A member that cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFault {
    /// The name as given, trimmed.
    pub name: String,
    /// The reason.
    pub refusal: Refusal,
}

impl MemberFault {
    /// Whether the reason applies to any member.
    #[must_use]
    pub fn applies_to_all(&self) -> bool {
        matches!(self.refusal, Refusal::Denied(_) | Refusal::Missing(Missing::Registry | Missing::Actor))
    }
}

impl Organization {
    pub(crate) fn trial(&self, actor: &AccountId) -> Trial {
        Trial { organization: self.clone(), account: actor.clone() }
    }
}

impl Trial {
    /// Reviews and applies the next action. `id` is for the object that it creates, if any.
    ///
    /// # Errors
    /// The refusal of the action, which leaves the copy unchanged.
    pub fn step(&mut self, action: &Action, id: Id) -> Result<(), Refusal> {
        approve(&mut self.organization, &self.account, action)?.apply(id, 0);
        Ok(())
    }

    /// The account's view of the copy, or `None` after the account has removed itself.
    #[must_use]
    pub fn view(&self) -> Option<View> {
        self.organization.view_for(&self.account)
    }

    /// Adds members, given by their names and the grantees found for them. Without a `role`, each gets its default role.
    ///
    /// # Errors
    /// All members that cannot be added, with reasons; then none may be added (R). A reason that applies to any member is
    /// reported once. Names without a grantee are reviewed as well, so that an account without the permission is told so
    /// and does not learn which names exist.
    pub fn add_members<'a>(
        &mut self,
        registry: &RegistryId,
        members: impl Iterator<Item = (&'a str, Option<Grantee>)>,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        let (mut actions, mut faults) = (Vec::new(), Vec::new());
        // Adding members gives the account no permission, so one review of an unknown name is enough.
        let mut is_reviewed = false;
        for (name, grantee) in members {
            let exists = grantee.is_some();
            if !exists && is_reviewed {
                faults.push(MemberFault { name: name.to_owned(), refusal: Refusal::Missing(Missing::Account) });
                continue;
            }
            is_reviewed |= !exists;
            let member = grantee.unwrap_or_else(|| Grantee::Person(PersonId(Id::from_text(""))));
            let role = role.unwrap_or_else(|| self.organization.default_role_of(&member));
            let action = RegistryAction::AddMember { registry: registry.clone(), member, role }.into();
            let refusal = match self.step(&action, Id::from_text("")) {
                Ok(()) => {
                    actions.push(action);
                    continue;
                }
                Err(Refusal::Missing(Missing::Person)) if !exists => Refusal::Missing(Missing::Account),
                Err(refusal) => refusal,
            };
            let fault = MemberFault { name: name.to_owned(), refusal };
            if fault.applies_to_all() {
                return Err(vec![fault]);
            }
            faults.push(fault);
        }
        if faults.is_empty() { Ok(actions) } else { Err(faults) }
    }
}
