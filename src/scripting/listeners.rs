//! The listeners of scripts: each is called when what the acting account sees has changed. One that throws is reported
//! and stops no other; one that changes things itself is called again, and never within its own call.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use journal::WorkspaceKey;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::state::{Model, ModelRef, Stage};

/// How often listeners may answer a change with another change before they are left alone.
const ROUNDS: usize = 100;

/// The listeners.
#[derive(Default)]
pub struct Listeners {
    functions: RefCell<Vec<(u32, Function)>>,
    next: Cell<u32>,
    is_calling: Cell<bool>,
    /// What is true now, and what it was when the listeners were called last.
    model: RefCell<ModelRef>,
    told: RefCell<ModelRef>,
}

impl Listeners {
    /// Listeners of whatever comes after this.
    pub fn new(model: ModelRef) -> Self {
        Self { model: RefCell::new(model.clone()), told: RefCell::new(model), ..Self::default() }
    }

    /// Adds a listener, and answers with the function that takes it out.
    pub fn add(self: &Rc<Self>, listener: &Function) -> JsValue {
        let number = self.next.replace(self.next.get().wrapping_add(1));
        self.functions.borrow_mut().push((number, listener.clone()));
        let listeners: Weak<Self> = Rc::downgrade(self);
        let leave = move || {
            if let Some(listeners) = listeners.upgrade() {
                listeners.functions.borrow_mut().retain(|(other, _)| *other != number);
            }
        };
        // The browser frees it together with the function.
        Closure::<dyn Fn()>::new(leave).into_js_value()
    }

    /// Tells every listener, if there is something to tell.
    pub fn tell(&self, model: ModelRef) {
        *self.model.borrow_mut() = model;
        if self.is_calling.replace(true) {
            // A listener has changed something. Whoever is calling them looks again when they have returned.
            return;
        }
        for _ in 0..ROUNDS {
            let model = self.model.borrow().clone();
            let before = self.told.replace(model.clone());
            if seen(&before) == seen(&model) {
                break;
            }
            let functions = self.functions.borrow().clone();
            for (number, function) in functions {
                let is_listening = self.functions.borrow().iter().any(|(other, _)| *other == number);
                if is_listening && let Err(error) = function.call0(&JsValue::UNDEFINED) {
                    web_sys::console::error_2(&"A listener of registrar.subscribe threw".into(), &error);
                }
            }
        }
        self.is_calling.set(false);
    }
}

/// What is compared to find out whether anything has changed.
fn seen(model: &Model) -> Option<(WorkspaceKey, Option<&domain::View>)> {
    match &model.stage {
        Stage::FirstVisit => None,
        Stage::NoOrganization(key) => Some((*key, None)),
        Stage::Open(key, view) => Some((*key, Some(&**view))),
    }
}
