//! What a page draws in a task of its own, so that nothing else waits for it: below what it draws at once, where it moves
//! nothing.

use yew::prelude::*;

use crate::platform::clock::next_task;

/// Whether it is time to draw it: not when the component is drawn for the first time, and from the next task on.
#[hook]
pub fn use_deferred() -> bool {
    let is_time = use_state_eq(|| false);
    use_effect_with((), {
        let is_time = is_time.setter();
        move |()| {
            let next = next_task(move || is_time.set(true));
            move || drop(next)
        }
    });
    *is_time
}
