//! Adding several members by what they are called, all or none.

use super::View;
use crate::{Action, Context, Id, Missing, Refusal, RegistryId, Role, apply, review};

/// Somebody who cannot be added, as they were named, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFault {
    /// What was given as the name, without outer white space.
    pub named: String,
    /// Why they cannot be added.
    pub refusal: Refusal,
}

impl View {
    /// The actions that list everybody whom a text names, separated by commas, semicolons or line ends, with this role, or
    /// with the one that each is added with if nobody says otherwise. A text that names nobody gives no action.
    ///
    /// # Errors
    /// Everybody who cannot be added, each with the reason: then nobody is (R).
    pub fn members_to_add(
        &self,
        registry: &RegistryId,
        names: &str,
        role: Option<Role>,
    ) -> Result<Vec<Action>, Vec<MemberFault>> {
        let names = names.split([',', ';', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty());
        let mut next = self.behind.0.clone();
        let (mut actions, mut faults) = (Vec::new(), Vec::new());
        for named in names {
            let Some(member) = self.grantee_named(named) else {
                let refusal = Refusal::Missing(Missing::Account);
                faults.push(MemberFault { named: named.to_owned(), refusal });
                continue;
            };
            let role = role.unwrap_or_else(|| self.default_role_of(&member));
            let action = Action::AddMember { registry: registry.clone(), member, role };
            match review(&next, &self.account, &action) {
                Ok(()) => {
                    let context = Context { id: Id::from_text(""), at: 0, by: self.account.clone() };
                    apply(&mut next, &action, context);
                    actions.push(action);
                }
                Err(refusal) => faults.push(MemberFault { named: named.to_owned(), refusal }),
            }
        }
        if faults.is_empty() { Ok(actions) } else { Err(faults) }
    }
}
