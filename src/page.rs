//! The context through which components reach the state.

use yew::prelude::*;

use crate::i18n::{Catalog, Language};
use crate::platform::channel::{Presence, listen_to_focus, listen_to_storage};
use crate::platform::random;
use crate::state::{ModelRef, Store};

#[derive(Clone, PartialEq)]
pub struct Page {
    pub language: Language,
    pub model: ModelRef,
    pub store: Store,
}

impl Page {
    #[must_use]
    pub fn text(&self) -> &'static Catalog {
        self.language.catalog()
    }
}

#[hook]
#[expect(clippy::expect_used, reason = "the app's root provides it; a component outside is a mistake in the program")]
pub fn use_page() -> Page {
    use_context().expect("the page is provided around the whole app")
}

/// The current model of the store. The component renders again after every change in this tab and in others.
#[hook]
pub fn use_store_model(store: &Store) -> ModelRef {
    let model = use_state_eq(|| store.model());
    use_effect_with(store.clone(), {
        let model = model.setter();
        move |store| {
            let set_model = Callback::from(move |next| model.set(next));
            let subscription = store.subscribe(set_model.clone());
            // The store may have changed between the render and this effect.
            set_model.emit(store.model());
            let storage_listener = listen_to_storage(&Callback::from({
                let store = store.clone();
                move |key| store.refresh(key)
            }));
            let focus_listener = listen_to_focus(Callback::from({
                let store = store.clone();
                move |()| store.check_pointer()
            }));
            let presence = Presence::join(store.site().pointer(), random::token().to_string(), {
                let store = store.clone();
                Callback::from(move |count| store.set_other_tabs(count))
            });
            move || drop((subscription, storage_listener, focus_listener, presence))
        }
    });
    (*model).clone()
}
