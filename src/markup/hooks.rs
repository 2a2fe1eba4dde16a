//! Yew's hooks, with the same names and meanings. Yew writes each of them out for every type and closure that it is used
//! with, half a kilobyte each; behind these stands one of each kind, which knows of its values only that they can be
//! compared.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use yew::Callback;
use yew::functional::{self, Hook, HookContext, UseStateHandle, UseStateSetter};

use super::same::{Handle, Same};

/// The state of a component: what it is now, and the way to make it something else.
pub struct State<T> {
    value: UseStateHandle<Handle<dyn Same>>,
    of: PhantomData<T>,
}

/// The way to make a state something else.
pub struct Setter<T> {
    setter: UseStateSetter<Handle<dyn Same>>,
    of: PhantomData<T>,
}

impl<T: PartialEq + 'static> State<T> {
    /// Makes it something else. The component is drawn again, unless it is that already.
    pub fn set(&self, value: T) {
        self.value.set(Handle(Rc::new(value)));
    }

    /// The way to do that, for what need not know what it is now.
    #[must_use]
    pub fn setter(&self) -> Setter<T> {
        Setter { setter: self.value.setter(), of: PhantomData }
    }
}

impl<T: 'static> Deref for State<T> {
    type Target = T;

    fn deref(&self) -> &T {
        known(self.value.0.as_any().downcast_ref())
    }
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), of: PhantomData }
    }
}

impl<T> PartialEq for State<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: PartialEq + 'static> Setter<T> {
    /// Makes it something else. The component is drawn again, unless it is that already.
    pub fn set(&self, value: T) {
        self.setter.set(Handle(Rc::new(value)));
    }
}

impl<T> Clone for Setter<T> {
    fn clone(&self) -> Self {
        Self { setter: self.setter.clone(), of: PhantomData }
    }
}

/// State that begins as what the closure gives.
pub fn use_state_eq<T: PartialEq + 'static>(begin: impl Fn() -> T) -> impl Hook<Output = State<T>> {
    Run(move |context: &mut HookContext| State {
        value: any_state(context, &|| Handle(Rc::new(begin()))),
        of: PhantomData,
    })
}

/// A value that is kept from one drawing to the next, and whose changes draw nothing.
pub fn use_mut_ref<T: 'static>(begin: impl Fn() -> T) -> impl Hook<Output = Rc<RefCell<T>>> {
    Run(move |context: &mut HookContext| {
        let kept = any_memo(context, Handle(Rc::new(())), &|| Rc::new(RefCell::new(begin())));
        known(kept.downcast().ok())
    })
}

/// What comes of what it depends on: made anew only when that has become something else.
pub fn use_memo<T: 'static, D: PartialEq + 'static>(
    depends_on: D,
    make: impl Fn(&D) -> T,
) -> impl Hook<Output = Rc<T>> {
    Run(move |context: &mut HookContext| {
        let (depends_on, handle) = shared(depends_on);
        let made = any_memo(context, handle, &|| Rc::new(make(&depends_on)));
        known(made.downcast().ok())
    })
}

/// A callback that stays the same for as long as what it depends on does.
pub fn use_callback<I: 'static, O: 'static, D: PartialEq + 'static>(
    depends_on: D,
    call: impl Fn(I, &D) -> O + 'static,
) -> impl Hook<Output = Callback<I, O>> {
    Run(move |context: &mut HookContext| {
        let (depends_on, handle) = shared(depends_on);
        let callback = Callback::from(move |value| call(value, &depends_on));
        let kept = any_memo(context, handle, &|| Rc::new(callback.clone()));
        let kept: Rc<Callback<I, O>> = known(kept.downcast().ok());
        (*kept).clone()
    })
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
pub fn use_effect_with<D: PartialEq + 'static, T: TearDown>(
    depends_on: D,
    effect: impl FnOnce(&D) -> T + 'static,
) -> impl Hook<Output = ()> {
    Run(move |context: &mut HookContext| {
        let (depends_on, handle) = shared(depends_on);
        any_effect(context, handle, Box::new(move || effect(&depends_on).boxed()));
    })
}

/// A hook that is a closure.
pub(super) struct Run<F>(pub(super) F);

impl<O, F: FnOnce(&mut HookContext) -> O> Hook for Run<F> {
    type Output = O;

    fn run(self, context: &mut HookContext) -> O {
        (self.0)(context)
    }
}

/// What a hook depends on: for its closure to read, and to be compared.
fn shared<D: PartialEq + 'static>(depends_on: D) -> (Rc<D>, Handle<dyn Same>) {
    let depends_on = Rc::new(depends_on);
    (Rc::clone(&depends_on), Handle(depends_on))
}

type Effect = Box<dyn FnOnce() -> Option<Box<dyn FnOnce()>>>;

#[inline(never)]
fn any_state(context: &mut HookContext, begin: &dyn Fn() -> Handle<dyn Same>) -> UseStateHandle<Handle<dyn Same>> {
    functional::use_state_eq(begin).run(context)
}

#[inline(never)]
fn any_memo(context: &mut HookContext, depends_on: Handle<dyn Same>, make: &dyn Fn() -> Rc<dyn Any>) -> Rc<dyn Any> {
    Rc::clone(&*functional::use_memo(depends_on, |_| make()).run(context))
}

#[inline(never)]
fn any_effect(context: &mut HookContext, depends_on: Handle<dyn Same>, effect: Effect) {
    let effect = move |_: &Handle<dyn Same>| {
        let tear_down = effect();
        move || {
            if let Some(tear_down) = tear_down {
                tear_down();
            }
        }
    };
    functional::use_effect_with(depends_on, effect).run(context);
}

/// The value that a hook has kept for its own component: of the type that it was given.
#[expect(clippy::expect_used, reason = "hooks are told apart by their order, which macros keep")]
fn known<T>(value: Option<T>) -> T {
    value.expect("a hook of another type")
}
