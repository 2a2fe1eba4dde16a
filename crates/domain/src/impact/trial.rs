//! Trying actions on a copy of the organization, one after the other: to look at what would be left, and to speak of what
//! they make. It decides no rule, and nothing of it is kept.

use crate::{
    AccountId, Action, Grantee, Id, Missing, Organization, PersonId, Refusal, RegistryAction, RegistryId, Role, View,
    approve,
};

/// A copy of the organization on which one account does things.
#[derive(Clone)]
pub struct Trial {
    organization: Organization,
    account: AccountId,
}

/// Somebody who cannot be added, as they were named, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFault {
    /// What was given as the name, without outer white space.
    pub named: String,
    /// Why they cannot be added.
    pub refusal: Refusal,
}

impl MemberFault {
    /// Whether it stands against adding anybody at all, whoever is named.
    #[must_use]
    pub fn is_of_everybody(&self) -> bool {
        matches!(self.refusal, Refusal::Denied(_) | Refusal::Missing(Missing::Registry | Missing::Actor))
    }
}

impl Organization {
    /// A copy on which the account tries things.
    pub(crate) fn trial(&self, actor: &AccountId) -> Trial {
        Trial { organization: self.clone(), account: actor.clone() }
    }
}

impl Trial {
    /// Does something, as things are after what was done before. `id` is what the action makes.
    ///
    /// # Errors
    /// The refusal that it would be answered with; then the copy is as it was.
    pub fn step(&mut self, action: &Action, id: Id) -> Result<(), Refusal> {
        approve(&mut self.organization, &self.account, action)?.apply(id, 0);
        Ok(())
    }

    /// What the account sees now; nothing if it has removed itself.
    #[must_use]
    pub fn view(&self) -> Option<View> {
        self.organization.seen_by(&self.account)
    }

    /// Lists members, each as it was named and as whom that was found, with this role, or with the one that each is added
    /// with if nobody says otherwise.
    ///
    /// # Errors
    /// Everybody who cannot be added, each with the reason: then nobody is to be (R). What stands against adding anybody is
    /// told once. Who was not found is reviewed as well, so that the rules answer in their own order: who may not add is
    /// told that, and not who is there.
    pub fn add_members<'a>(
        &mut self,
        registry: &RegistryId,
        members: impl Iterator<Item = (&'a str, Option<Grantee>)>,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        let (mut actions, mut faults) = (Vec::new(), Vec::new());
        for (named, found) in members {
            let is_found = found.is_some();
            let member = found.unwrap_or_else(|| Grantee::Person(PersonId(Id::from_text(""))));
            let role = role.unwrap_or_else(|| self.organization.default_role_of(&member));
            let action = RegistryAction::AddMember { registry: registry.clone(), member, role }.into();
            let refusal = match self.step(&action, Id::from_text("")) {
                Ok(()) => {
                    actions.push(action);
                    continue;
                }
                Err(Refusal::Missing(Missing::Person)) if !is_found => Refusal::Missing(Missing::Account),
                Err(refusal) => refusal,
            };
            let fault = MemberFault { named: named.to_owned(), refusal };
            if fault.is_of_everybody() {
                return Err(vec![fault]);
            }
            faults.push(fault);
        }
        if faults.is_empty() { Ok(actions) } else { Err(faults) }
    }
}
