//! The page of a registry: its settings, the acting account's role with the sources, and its members.

use domain::SeenRegistry;
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::routes::{Route, compare};
use crate::state::ViewRef;
use crate::ui::icon;
use crate::widgets::badges::visibility_badge;
use crate::widgets::head::Head;
use crate::widgets::registry::registry_body;

pub fn registry_page(view: &ViewRef, seen: &SeenRegistry, text: &Catalog) -> Html {
    let registry = &seen.registry;
    html! {
        <>
            <p class="crumb"><a href={Route::Landing.href()}>{ text.registry.all_registries }</a></p>
            <Head title={registry.name().to_string()}>
                { visibility_badge(registry.visibility(), text) }
                <a class="button gear" href={Route::settings_of(registry.id()).href()}>{ icon("gear") }<span>{ text.registry.settings_link }</span></a>
                <a class="button" href={compare::href(registry.id())}>{ icon("people") }{ text.registry.side_by_side }</a>
            </Head>
            { registry_body(view, seen, text, "") }
        </>
    }
}
