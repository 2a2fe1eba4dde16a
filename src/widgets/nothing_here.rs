//! Where there is nothing to see: an address that means nothing, a registry that is gone or hidden (which of these is not
//! told), and an organization that cannot be read.

mod text;

use yew::prelude::*;

use self::text::NothingHereText;
use super::head::Head;
use crate::i18n::Catalog;
use crate::routes::Route;
use crate::ui::icon;

/// Nothing that the acting account can see.
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

/// An organization that cannot be read.
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
