//! The navigation, and at its foot how the data is.

use yew::prelude::*;

use super::layout::Menu;
use super::text::ShellText;
use crate::features::access::text::AccessText;
use crate::features::guide::text::GuideText;
use crate::features::people::text::PeopleText;
use crate::page::Page;
use crate::routes::Route;
use crate::state::Stage;
use crate::ui::icon;

/// The navigation, for somebody who is `here`.
pub fn side_nav(page: &Page, here: &Route, menu: &Menu) -> Html {
    let text = page.text();
    let guide_text = GuideText::of(text.language);
    let access_text = AccessText::of(text.language);
    let people_text = PeopleText::of(text.language);
    let words = ShellText::of(text.language);
    let model = &page.model;
    let has_data = !matches!(model.stage, Stage::FirstVisit);
    let (state, sign, status) = if model.has_save_failed {
        ("failed", "warning", words.not_saved)
    } else if model.health.read_only.is_some() {
        ("read-only", "lock", words.read_only)
    } else if model.is_kept {
        ("saved", "check", words.saved)
    } else {
        ("memory", "warning", words.in_memory)
    };
    let in_registries = matches!(here, Route::Landing | Route::Registry { .. } | Route::Settings { .. });
    let has_organization = matches!(model.stage, Stage::Open(..));
    let in_people = matches!(here, Route::People | Route::Account { .. });
    html! {
        <nav id="navigation" class="side-nav" aria-label={words.navigation} onkeydown={&menu.key}>
            <ul onclick={&menu.leave}>
                <li>{ place(&Route::Landing, "registry", words.registry, in_registries) }</li>
                if has_organization {
                    <li>{ place(&Route::People, "people", people_text.title, in_people) }</li>
                    <li>{ place(&Route::Access, "access", access_text.title, *here == Route::Access) }</li>
                }
                if has_organization {
                    <li>{ place(&Route::Guide, "guide", guide_text.title, *here == Route::Guide) }</li>
                }
                if has_data {
                    <li>{ place(&Route::Data, "data", words.data, *here == Route::Data) }</li>
                }
                <li>{ place(&Route::About, "about", words.about, *here == Route::About) }</li>
            </ul>
            if has_data {
                <p class="storage-status" data-state={state}>{ icon(sign) }<span>{ status }</span></p>
                if model.other_tabs > 0 {
                    <p class="storage-status">{ icon("info") }<span>{ (words.other_tabs)(model.other_tabs) }</span></p>
                }
            }
        </nav>
    }
}

fn place(to: &Route, sign: &str, label: &'static str, is_here: bool) -> Html {
    html! { <a href={to.href()} aria-current={is_here.then_some("page")}>{ icon(sign) }<span>{ label }</span></a> }
}
