//! The page of a registry: its collections, its settings, the acting account's role with the sources, and its members.

use domain::RegistryView;
use workspace::About;
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::routes::history::HistoryQuery;
use crate::routes::{Route, compare};
use crate::state::ViewRef;
use crate::ui::icon;
use crate::widgets::badges::visibility_badge;
use crate::widgets::copy_link::copy_link;
use crate::widgets::head::Head;
use crate::widgets::history::RecentChanges;
use crate::widgets::registry::registry_body;

/// The page, with the table of collections.
pub fn registry_page(view: &ViewRef, registry_view: &RegistryView, collections: Html, text: &Catalog) -> Html {
    let registry = &registry_view.registry;
    let about = About::Registry(registry.id().clone());
    html! {
        <>
            <p class="crumb"><a href={Route::Landing.href()}>{ text.registry.all_registries }</a></p>
            <Head title={registry.name().to_string()}>
                { visibility_badge(registry.visibility(), text) }
                <a class="button gear" href={Route::settings_of(view, registry.id()).href()}>{ icon("gear") }<span>{ text.registry.settings_link }</span></a>
                if !registry.protected_aliases().is_empty() {
                    <a class="button" href={Route::promotions_of(view, registry.id()).href()}>{ icon("lock") }{ text.registry.promotions }</a>
                }
                <a class="button" href={compare::href(view, registry.id())}>{ icon("people") }{ text.registry.side_by_side }</a>
                <a class="button" href={HistoryQuery::of(&about).href()}>{ icon("history") }{ text.common.history }</a>
                { copy_link(Route::of_registry(view, registry.id()).href(), text) }
            </Head>
            { registry_body(view, registry_view, collections, text, "") }
            <RecentChanges key={registry.id().to_string()} view={view.clone()} {about} />
        </>
    }
}
