//! The detail of the open cell: a role and its sources.

use domain::View;
use yew::prelude::*;

use super::text::AccessText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::routes::Route;
use crate::ui::{icon, prose};
use crate::widgets::sources::{grants_of, role_badge, sources};

/// The id of the heading, which gets the focus.
pub const TITLE_ID: &str = "access-detail";

/// The role of an account in a registry, both as indices into the view.
pub fn detail(view: &View, (account_index, registry): (usize, usize), close: &Callback<()>, text: &Catalog) -> Html {
    let words = AccessText::of(text.language);
    let (Some(placed), Some(registry_view)) = (view.account_at(account_index), view.registries.get(registry)) else {
        return Html::default();
    };
    let (account, registry) = (placed.account(), &registry_view.registry);
    let standing = view.standing_of(&account, registry.id());
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !dom::is_composing(&event) {
                close.emit(());
            }
        })
    };
    let name = registry.name().as_str();
    html! {
        <section class="access-detail" aria-labelledby={TITLE_ID} {onkeydown}>
            <div class="section-head">
                <h2 id={TITLE_ID} tabindex="-1">{ prose(&(words.detail)(placed.name(), name)) }</h2>
                { role_badge(standing.as_ref(), text) }
                <button type="button" class="button button-quiet button-icon" aria-label={words.close} onclick={close.reform(|_: MouseEvent| ())}>
                    { icon("close") }
                </button>
            </div>
            { sources(view, grants_of(standing.as_ref()), text) }
            <p class="links">
                <a href={Route::of_account(view, &account).href()}>{ prose(&(words.to_account)(placed.name())) }</a>
                <a href={Route::of_registry(view, registry.id()).href()}>{ prose(&(words.to_registry)(name)) }</a>
            </p>
        </section>
    }
}
