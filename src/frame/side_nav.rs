//! The navigation, and at its foot how the data is.

use yew::prelude::*;

use super::Menu;
use crate::components::icon;
use crate::route::Route;
use crate::store::{Page, Stage};

/// The navigation, for somebody who is `here`.
pub fn side_nav(page: &Page, here: &Route, menu: &Menu) -> Html {
    let text = page.text();
    let model = &page.model;
    let has_data = !matches!(model.stage, Stage::FirstVisit);
    let (state, sign, status) = if model.failed {
        ("failed", "warning", text.frame.not_saved)
    } else if model.health.read_only.is_some() {
        ("read-only", "lock", text.frame.read_only)
    } else if model.is_kept {
        ("saved", "check", text.frame.saved)
    } else {
        ("memory", "warning", text.frame.in_memory)
    };
    let in_registries = matches!(here, Route::Landing | Route::Registry { .. } | Route::Settings { .. });
    let has_organization = matches!(model.stage, Stage::Open(..));
    let in_people = matches!(here, Route::People | Route::Account { .. });
    html! {
        <nav id="navigation" class="side-nav" aria-label={text.frame.navigation} onkeydown={&menu.key}>
            <ul onclick={&menu.leave}>
                <li>{ place(&Route::Landing, "registry", text.frame.registry, in_registries) }</li>
                if has_organization {
                    <li>{ place(&Route::People, "people", text.people.title, in_people) }</li>
                    <li>{ place(&Route::Access, "access", text.access.title, *here == Route::Access) }</li>
                }
                if has_organization {
                    <li>{ place(&Route::Guide, "guide", text.guide.title, *here == Route::Guide) }</li>
                }
                if has_data {
                    <li>{ place(&Route::Data, "data", text.frame.data, *here == Route::Data) }</li>
                }
                <li>{ place(&Route::About, "about", text.frame.about, *here == Route::About) }</li>
            </ul>
            if has_data {
                <p class="storage-status" data-state={state}>{ icon(sign) }<span>{ status }</span></p>
                if model.other_tabs > 0 {
                    <p class="storage-status">{ icon("info") }<span>{ (text.frame.other_tabs)(model.other_tabs) }</span></p>
                }
            }
        </nav>
    }
}

fn place(to: &Route, sign: &str, label: &'static str, is_here: bool) -> Html {
    html! { <a href={to.href()} aria-current={is_here.then_some("page")}>{ icon(sign) }<span>{ label }</span></a> }
}
