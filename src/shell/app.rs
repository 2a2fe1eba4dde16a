//! The root component: preferences, state and router around the frame.

use interchange::file_name_part;
use yew::prelude::*;
use yew_router::Router;

use super::layout::Frame;
use super::preferences::Preferences;
use crate::page::{Page, use_store_model};
use crate::platform::{address, crash, history};
use crate::state::Store;

/// The properties of the app.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The state to show.
    pub store: Store,
}

/// The root component.
#[component]
pub fn App(props: &AppProps) -> Html {
    // The guard must be installed before the router reads the address.
    let router = use_memo((), |()| {
        history::install_guard();
        history::for_router()
    });
    let preferences = use_state_eq(Preferences::load);
    use_effect_with(*preferences, |preferences| preferences.apply());
    let on_theme = {
        let preferences = preferences.clone();
        Callback::from(move |theme| {
            let mut next = *preferences;
            next.set_theme(theme);
            preferences.set(next);
        })
    };
    let on_language = {
        let preferences = preferences.clone();
        Callback::from(move |language| {
            let mut next = *preferences;
            next.set_language(language);
            preferences.set(next);
        })
    };
    let model = use_store_model(&props.store);
    use_effect_with(props.store.clone(), Store::measure_storage);
    let organization = model.view().map(|view| file_name_part(view.organization.as_str()));
    use_effect_with(organization, |organization| crash::set_file_name_part(organization.as_deref()));
    let page = Page { language: preferences.language, model, store: props.store.clone() };
    html! {
        <ContextProvider<Page> context={page}>
            <Router history={(*router).clone()} basename={address::windows_drive().map(AttrValue::from)}>
                <Frame preferences={*preferences} {on_theme} {on_language} />
            </Router>
        </ContextProvider<Page>>
    }
}
