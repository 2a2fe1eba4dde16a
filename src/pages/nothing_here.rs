//! Where there is nothing to see: an address that means nothing, a registry that is gone or hidden (which of these is not
//! told), and an organization that cannot be read.

use yew::prelude::*;
use yew_router::prelude::*;

use super::head::Head;
use crate::components::Icon;
use crate::i18n::use_text;
use crate::route::Route;

/// Nothing that the acting account can see.
#[component]
pub fn NothingHere() -> Html {
    let text = use_text();
    html! {
        <>
            <Head title={text.frame.nothing_here} />
            <div class="empty">
                <Icon name="registry" />
                <p>{ text.frame.nothing_here_why }</p>
                <Link<Route> to={Route::Landing} classes="button">{ text.frame.to_registries }</Link<Route>>
            </div>
        </>
    }
}

/// An organization that cannot be read.
#[component]
pub fn NoOrganization() -> Html {
    let text = use_text();
    html! {
        <>
            <Head title={text.frame.no_organization} />
            <div class="empty">
                <Icon name="warning" />
                <p>{ text.frame.no_organization_why }</p>
                <Link<Route> to={Route::Data} classes="button button-primary">{ text.frame.see_data }</Link<Route>>
            </div>
        </>
    }
}
