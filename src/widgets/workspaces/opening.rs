//! The navigation after an organization was opened.

use yew::prelude::*;
use yew_router::hooks::use_route;

use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::Stage;

/// Shows the organization that was just opened. An address that was asked for before any organization was open is kept;
/// otherwise the landing page is shown.
#[hook]
pub fn use_on_opened() -> Callback<()> {
    let asked = use_asked_route();
    Callback::from(move |()| {
        if asked.is_none() {
            history::push(&Route::Landing.href());
        }
    })
}

/// The address that was asked for and that no organization is open for: the welcome page is shown in its place.
#[hook]
pub fn use_asked_route() -> Option<Route> {
    let page = use_page();
    let route = use_route::<Route>().unwrap_or_default();
    let is_choice = matches!(route, Route::Start | Route::StartEmpty | Route::About | Route::CrashTest);
    (matches!(page.model.stage, Stage::FirstVisit) && !is_choice).then_some(route)
}
