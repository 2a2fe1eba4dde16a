//! Pages without content: an unknown address, a registry that is missing or hidden (the page does not tell which),
//! and an unreadable organization.

mod text;

use yew::prelude::*;

use self::text::NothingHereText;
use super::head::Head;
use crate::i18n::Catalog;
use crate::routes::Route;
use crate::ui::icon;

/// An unknown address, or an object that the acting account cannot see.
pub fn nothing_here(text: &Catalog) -> Html {
    let words = NothingHereText::of(text.language);
    html! {
        <>
            <Head title={words.nothing_here} />
            <div class="empty">
                { icon("registry") }
                <p>{ words.nothing_here_why }</p>
                <a class="button" href={Route::Landing.href()}>{ words.to_registries }</a>
            </div>
        </>
    }
}

pub fn no_organization(text: &Catalog) -> Html {
    let words = NothingHereText::of(text.language);
    html! {
        <>
            <Head title={words.no_organization} />
            <div class="empty">
                { icon("warning") }
                <p>{ words.no_organization_why }</p>
                <a class="button button-primary" href={Route::Data.href()}>{ text.common.see_data }</a>
            </div>
        </>
    }
}
