//! Applying actions: after a review, or from the log without one.

use super::{Action, Context, Reviewable, review};
use crate::{AccountId, Id, Organization, Refusal};

/// An action that passed the review. Only [`approve`] creates it. It borrows the organization, so that nothing can change
/// between the review and [`apply`](Self::apply).
///
/// ```
/// use domain::{AccountId, Action, Approved, Id, Organization, Refusal, approve};
///
/// fn act(organization: &mut Organization, actor: &AccountId, action: &Action) -> Result<(), Refusal> {
///     approve(organization, actor, action)?.apply(Id::new("r", 0), 0);
///     Ok(())
/// }
/// ```
///
/// It cannot be created without a review:
///
/// ```compile_fail,E0451
/// use domain::{AccountId, Action, Approved, Organization};
///
/// fn forge<'a>(organization: &'a mut Organization, actor: &'a AccountId, action: &'a Action) -> Approved<'a> {
///     Approved { organization, actor, action }
/// }
/// ```
///
/// It can be applied once:
///
/// ```compile_fail,E0382
/// use domain::{Approved, Id};
///
/// fn twice(approved: Approved<'_>) {
///     approved.apply(Id::new("r", 0), 0);
///     approved.apply(Id::new("r", 1), 0);
/// }
/// ```
///
/// It is invalid after the organization has changed:
///
/// ```compile_fail,E0499
/// use domain::{AccountId, Action, Id, Organization, Refusal, approve};
///
/// fn late(organization: &mut Organization, actor: &AccountId, actions: [&Action; 2]) -> Result<(), Refusal> {
///     let first = approve(organization, actor, actions[0])?;
///     let second = approve(organization, actor, actions[1])?;
///     second.apply(Id::new("r", 1), 0);
///     first.apply(Id::new("r", 0), 0);
///     Ok(())
/// }
/// ```
#[derive(Debug)]
#[must_use = "nothing changes until it is applied"]
pub struct Approved<'a> {
    organization: &'a mut Organization,
    actor: &'a AccountId,
    action: &'a Action,
}

/// Reviews an action of an account, and allows its application.
///
/// # Errors
/// See [`review`](review()).
pub fn approve<'a>(
    organization: &'a mut Organization,
    actor: &'a AccountId,
    action: &'a Action,
) -> Result<Approved<'a>, Refusal> {
    review(organization, actor, action)?;
    Ok(Approved { organization, actor, action })
}

impl Approved<'_> {
    /// Applies the action. `id` is for the object that it creates, if any; `at` is the time in UTC milliseconds since 1970.
    pub fn apply(self, id: Id, at: i64) {
        let Self { organization, actor, action } = self;
        action.apply(organization, Context { id, at, by: actor });
    }
}

/// Reviews and applies the actions of one intent, all or none. Ids of new objects are derived from `record`.
///
/// # Errors
/// The refusal of the first refused action, and its position.
pub fn carry_out(
    organization: &Organization,
    actor: &AccountId,
    actions: &[Action],
    record: &str,
    at: i64,
) -> Result<Organization, (usize, Refusal)> {
    let mut next = organization.clone();
    for (position, action) in actions.iter().enumerate() {
        let approved = approve(&mut next, actor, action).map_err(|refusal| (position, refusal))?;
        approved.apply(Id::new(record, position), at);
    }
    Ok(next)
}

/// Applies a record of the log without a review. The actions must have been reviewed against this very state when the
/// record was written: a rule that became stricter since must not change accepted actions. Otherwise use [`carry_out`].
///
/// It works in place, because in a copy the first change of a team or registry would also copy its members.
pub fn replay(organization: &mut Organization, actor: &AccountId, actions: &[Action], record: &str, at: i64) {
    for (position, action) in actions.iter().enumerate() {
        action.apply(organization, Context { id: Id::new(record, position), at, by: actor });
    }
}
