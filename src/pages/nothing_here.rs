//! Where there is nothing to see: an address that means nothing, a registry that is gone or hidden (which of these is not
//! told), and an organization that cannot be read.

use yew::prelude::*;

use super::head::Head;
use crate::components::icon;
use crate::i18n::Catalog;
use crate::route::Route;

/// Nothing that the acting account can see.
pub fn nothing_here(text: &Catalog) -> Html {
    html! {
        <>
            <Head title={text.frame.nothing_here} />
            <div class="empty">
                { icon("registry") }
                <p>{ text.frame.nothing_here_why }</p>
                <a class="button" href={Route::Landing.href()}>{ text.frame.to_registries }</a>
            </div>
        </>
    }
}

/// An organization that cannot be read.
pub fn no_organization(text: &Catalog) -> Html {
    html! {
        <>
            <Head title={text.frame.no_organization} />
            <div class="empty">
                { icon("warning") }
                <p>{ text.frame.no_organization_why }</p>
                <a class="button button-primary" href={Route::Data.href()}>{ text.frame.see_data }</a>
            </div>
        </>
    }
}
