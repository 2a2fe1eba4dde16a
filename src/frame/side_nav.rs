//! The navigation, and at its foot how the data is.

use yew::prelude::*;
use yew_router::prelude::*;

use super::Place;
use crate::components::Icon;
use crate::i18n::use_text;
use crate::route::Route;
use crate::store::{Stage, use_model};

/// The navigation.
#[component]
pub fn SideNav() -> Html {
    let text = use_text();
    let model = use_model();
    let here = use_route::<Route>().unwrap_or(Route::NothingHere).base();
    let has_data = !matches!(model.stage, Stage::FirstVisit);
    let (state, icon, status) = if model.failed {
        ("failed", "warning", text.frame.not_saved)
    } else if model.health.read_only.is_some() {
        ("read-only", "lock", text.frame.read_only)
    } else if model.is_kept {
        ("saved", "check", text.frame.saved)
    } else {
        ("memory", "warning", text.frame.in_memory)
    };
    let in_registries = matches!(here, Route::Landing | Route::Registry { .. });
    html! {
        <nav class="side-nav" aria-label={text.frame.navigation}>
            <ul>
                <li><Place to={Route::Landing} icon="registry" label={text.frame.registry} is_here={in_registries} /></li>
                if has_data {
                    <li><Place to={Route::Data} icon="data" label={text.frame.data} is_here={here == Route::Data} /></li>
                }
                <li><Place to={Route::About} icon="about" label={text.frame.about} is_here={here == Route::About} /></li>
            </ul>
            if has_data {
                <p class="storage-status" data-state={state}><Icon name={icon} /><span>{ status }</span></p>
                if model.other_tabs > 0 {
                    <p class="storage-status"><Icon name="info" /><span>{ (text.frame.other_tabs)(model.other_tabs) }</span></p>
                }
            }
        </nav>
    }
}
