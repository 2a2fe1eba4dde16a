//! The listeners of scripts. They are called when the acting account's view or its overtaken intents have changed. An
//! exception is reported and does not stop the other listeners. A listener that makes a change is called again afterwards,
//! never recursively.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use domain::View;
use journal::WorkspaceKey;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use workspace::Overtaken;

use crate::state::{Model, ModelRef, Stage};

/// The limit of consecutive rounds in which listeners make changes.
const MAX_ROUNDS: usize = 100;

#[derive(Default)]
pub struct Listeners {
    functions: RefCell<Vec<(u32, Function)>>,
    next: Cell<u32>,
    is_calling: Cell<bool>,
    /// The current model, and the model of the last calls.
    model: RefCell<ModelRef>,
    reported: RefCell<ModelRef>,
}

impl Listeners {
    /// Listeners of the changes after this model.
    pub fn new(model: ModelRef) -> Self {
        Self { model: RefCell::new(model.clone()), reported: RefCell::new(model), ..Self::default() }
    }

    /// Adds a listener, and returns the function that removes it.
    pub fn add(self: &Rc<Self>, listener: &Function) -> JsValue {
        let id = self.next.replace(self.next.get().wrapping_add(1));
        self.functions.borrow_mut().push((id, listener.clone()));
        let listeners: Weak<Self> = Rc::downgrade(self);
        let unsubscribe = move || {
            if let Some(listeners) = listeners.upgrade() {
                listeners.functions.borrow_mut().retain(|(other, _)| *other != id);
            }
        };
        // The browser frees the closure with its function.
        Closure::<dyn Fn()>::new(unsubscribe).into_js_value()
    }

    /// Calls the listeners if the view has changed.
    pub fn notify(&self, model: ModelRef) {
        *self.model.borrow_mut() = model;
        if self.is_calling.replace(true) {
            // A listener has made a change. The running loop notices it.
            return;
        }
        for _ in 0..MAX_ROUNDS {
            let model = self.model.borrow().clone();
            let before = self.reported.replace(model.clone());
            if reported_state(&before) == reported_state(&model) {
                break;
            }
            let functions = self.functions.borrow().clone();
            for (id, function) in functions {
                let is_listening = self.functions.borrow().iter().any(|(other, _)| *other == id);
                if is_listening && let Err(error) = function.call0(&JsValue::UNDEFINED) {
                    web_sys::console::error_2(&"A listener of registrar.subscribe threw".into(), &error);
                }
            }
        }
        self.is_calling.set(false);
    }
}

/// The part of the model whose changes are reported. A removed account sees nothing, although the page shows its last view.
fn reported_state(model: &Model) -> (Option<WorkspaceKey>, Option<&View>, &[Rc<Overtaken>]) {
    let view = match &model.stage {
        Stage::Open(_, view) => Some(&**view).filter(|_| model.removed.is_none()),
        Stage::FirstVisit | Stage::NoOrganization(_) => None,
    };
    (model.workspace(), view, &model.overtaken)
}
