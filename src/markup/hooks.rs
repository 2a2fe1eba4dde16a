//! Yew's hooks in one form each, where Yew has a form for every closure: same names, same meaning.

use std::rc::Rc;

use yew::functional::{UseStateHandle, hook};

use super::same::{Handle, Same};

/// State that begins as what a function gives, and draws again when it becomes something else.
#[hook]
pub fn use_state_eq<T: PartialEq + 'static>(begin: fn() -> T) -> UseStateHandle<T> {
    yew::functional::use_state_eq(begin)
}

/// What an effect leaves to be done before the next one, and when the component goes.
pub trait TearDown {
    /// As a closure, if there is anything to do.
    fn boxed(self) -> Option<Box<dyn FnOnce()>>;
}

impl TearDown for () {
    fn boxed(self) -> Option<Box<dyn FnOnce()>> {
        None
    }
}

impl<F: FnOnce() + 'static> TearDown for F {
    fn boxed(self) -> Option<Box<dyn FnOnce()>> {
        Some(Box::new(self))
    }
}

/// What is done after drawing, whenever what it depends on has become something else.
#[hook]
pub fn use_effect_with<D: PartialEq + 'static, T: TearDown>(depends_on: D, effect: impl FnOnce(&D) -> T + 'static) {
    let depends_on = Rc::new(depends_on);
    let handle = Handle(Rc::clone(&depends_on) as Rc<dyn Same>);
    use_any_effect(handle, Box::new(move || effect(&depends_on).boxed()));
}

type Effect = Box<dyn FnOnce() -> Option<Box<dyn FnOnce()>>>;

#[hook]
fn use_any_effect(depends_on: Handle<dyn Same>, effect: Effect) {
    yew::functional::use_effect_with(depends_on, move |_| {
        let tear_down = effect();
        move || {
            if let Some(tear_down) = tear_down {
                tear_down();
            }
        }
    });
}
