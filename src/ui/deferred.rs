//! Deferred rendering: the lower part of a page renders in a task of its own, so that the upper part is painted and
//! usable earlier.

use yew::prelude::*;

use crate::platform::clock::next_task;

/// False in the first render, and true from the next task on.
#[hook]
pub fn use_deferred() -> bool {
    let is_due = use_state_eq(|| false);
    use_effect_with((), {
        let is_due = is_due.setter();
        move |()| {
            let next = next_task(move || is_due.set(true));
            move || drop(next)
        }
    });
    *is_due
}
