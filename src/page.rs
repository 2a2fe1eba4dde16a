//! How components reach the state: one context with everything that a page is made of.

use yew::prelude::*;

use crate::i18n::{Catalog, Language};
use crate::platform::channel::{Presence, listen_to_storage};
use crate::platform::random;
use crate::state::{ModelRef, Store};

/// Everything that a page is made of.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// What it speaks.
    pub language: Language,
    /// What it shows.
    pub model: ModelRef,
    /// What it changes things with.
    pub store: Store,
}

impl Page {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> &'static Catalog {
        self.language.catalog()
    }
}

/// The page that a component is part of.
#[hook]
#[expect(clippy::expect_used, reason = "the app's root provides it; a component outside is a mistake in the program")]
pub fn use_page() -> Page {
    use_context().expect("the page is provided around the whole app")
}

/// The state as it is, and from then on as it becomes: of this tab, and of the others.
#[hook]
pub fn use_model_of(store: &Store) -> ModelRef {
    let model = use_state_eq(|| store.model());
    use_effect_with(store.clone(), {
        let model = model.setter();
        move |store| {
            let show = Callback::from(move |next| model.set(next));
            let subscription = store.subscribe(show.clone());
            // Something may have been done between the rendering and this.
            show.emit(store.model());
            let listening = listen_to_storage(&Callback::from({
                let store = store.clone();
                move |key| store.refresh(key)
            }));
            let presence = Presence::join(store.site().pointer(), random::token().to_string(), {
                let store = store.clone();
                Callback::from(move |count| store.set_other_tabs(count))
            });
            move || drop((subscription, listening, presence))
        }
    });
    (*model).clone()
}
