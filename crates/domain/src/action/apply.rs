//! Applying actions: what was approved, and what the log says was approved when it was written.

use super::{Action, Context, Reviewable, review};
use crate::{AccountId, Id, Organization, Refusal};

/// An action that was reviewed against the very state that it is about to change. Only [`approve`] makes one, and it
/// borrows the organization, so that nothing can change between the review and [`apply`](Self::apply).
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
/// It cannot be made without a review:
///
/// ```compile_fail,E0451
/// use domain::{AccountId, Action, Approved, Organization};
///
/// fn forge<'a>(organization: &'a mut Organization, actor: &'a AccountId, action: &'a Action) -> Approved<'a> {
///     Approved { organization, actor, action }
/// }
/// ```
///
/// It counts once:
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
/// And it is of no use once the organization has changed:
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

/// Reviews an action of an account, to apply it next.
///
/// # Errors
/// As [`review`](review()).
pub fn approve<'a>(
    organization: &'a mut Organization,
    actor: &'a AccountId,
    action: &'a Action,
) -> Result<Approved<'a>, Refusal> {
    review(organization, actor, action)?;
    Ok(Approved { organization, actor, action })
}

impl Approved<'_> {
    /// Carries the action out. `id` is the id of what it makes, if it makes something; `at` is the time in UTC milliseconds
    /// since 1970.
    pub fn apply(self, id: Id, at: i64) {
        let Self { organization, actor, action } = self;
        action.apply(organization, Context { id, at, by: actor });
    }
}

/// The organization after all of the actions of one intent, or why the first that is refused is refused: an intent is
/// carried out whole or not at all. `record` names the intent, and with it what its actions make.
///
/// # Errors
/// The first refusal, and the position of the action that it is about.
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

/// Applies a record of the log whose actions were reviewed against this very state when it was written. They are not
/// reviewed again, so that a rule that was tightened since changes nothing that was accepted. For anything else, use
/// [`carry_out`].
///
/// It works in place: a copy of the organization would share its teams and registries, and the first change would copy all
/// members of one.
pub fn replay(organization: &mut Organization, actor: &AccountId, actions: &[Action], record: &str, at: i64) {
    for (position, action) in actions.iter().enumerate() {
        action.apply(organization, Context { id: Id::new(record, position), at, by: actor });
    }
}
