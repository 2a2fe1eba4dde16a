//! How components reach the state. Two contexts: the store never changes, so whoever only changes things is not rendered
//! again; the model does.

use yew::prelude::*;

use super::{ModelRef, Store};
use crate::browser::channel::{Presence, listen_to_storage};
use crate::browser::random;

/// What the provider is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state.
    pub store: Store,
    /// What may read it.
    pub children: Html,
}

/// Provides the state to everything inside, and keeps up with the other tabs.
#[component]
pub fn StoreProvider(props: &Props) -> Html {
    let model = use_state_eq(|| props.store.model());
    use_effect_with(props.store.clone(), {
        let model = model.setter();
        move |store| {
            let show = Callback::from(move |next| model.set(next));
            *store.0.listener.borrow_mut() = Some(show.clone());
            // Something may have been done between the rendering and this.
            show.emit(store.model());
            let listening = listen_to_storage(&Callback::from({
                let store = store.clone();
                move |key| store.refresh(key)
            }));
            let presence = Presence::begin(store.site().pointer(), random::token().to_string(), {
                let store = store.clone();
                Callback::from(move |count| store.set_other_tabs(count))
            });
            let store = store.clone();
            move || {
                drop((listening, presence));
                *store.0.listener.borrow_mut() = None;
            }
        }
    });
    html! {
        <ContextProvider<Store> context={props.store.clone()}>
            <ContextProvider<ModelRef> context={(*model).clone()}>
                { props.children.clone() }
            </ContextProvider<ModelRef>>
        </ContextProvider<Store>>
    }
}

/// The store, to change things with.
#[hook]
#[expect(clippy::expect_used, reason = "the app's root provides it; a component outside is a mistake in the program")]
pub fn use_store() -> Store {
    use_context().expect("a store is provided around the whole app")
}

/// The model, to read.
#[hook]
#[expect(clippy::expect_used, reason = "the app's root provides it; a component outside is a mistake in the program")]
pub fn use_model() -> ModelRef {
    use_context().expect("a model is provided around the whole app")
}
