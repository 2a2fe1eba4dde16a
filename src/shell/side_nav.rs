//! The navigation, with the status of the storage below it.

use yew::prelude::*;

use super::menu::Menu;
use super::text::ShellText;
use crate::features::access::text::AccessText;
use crate::features::guide::text::GuideText;
use crate::features::history::text::HistoryText;
use crate::features::people::text::PeopleText;
use crate::features::projects::text::ProjectsText;
use crate::page::Page;
use crate::routes::Route;
use crate::state::Stage;
use crate::ui::icon;

pub fn side_nav(page: &Page, route: &Route, menu: &Menu) -> Html {
    let text = page.text();
    let guide_text = GuideText::of(text.language);
    let access_text = AccessText::of(text.language);
    let people_text = PeopleText::of(text.language);
    let history_text = HistoryText::of(text.language);
    let words = ShellText::of(text.language);
    let model = &page.model;
    let has_data = !matches!(model.stage, Stage::FirstVisit);
    let (state, icon_name, status) = if model.has_save_failed {
        ("failed", "warning", words.not_saved)
    } else if model.health.read_only.is_some() {
        ("read-only", "lock", words.read_only)
    } else if model.is_kept {
        ("saved", "check", words.saved)
    } else {
        ("memory", "warning", words.in_memory)
    };
    let in_registries = matches!(
        route,
        Route::Landing
            | Route::Registry { .. }
            | Route::Settings { .. }
            | Route::Promotions { .. }
            | Route::Collection { .. }
            | Route::Metrics { .. }
            | Route::CompareVersions { .. }
            | Route::LinkedVersion { .. }
    );
    let has_organization = matches!(model.stage, Stage::Open(..));
    let in_projects = matches!(
        route,
        Route::Projects
            | Route::Project { .. }
            | Route::LogArtifact { .. }
            | Route::Artifact { .. }
            | Route::Version { .. }
            | Route::LinkToRegistry { .. }
    );
    let in_people = matches!(route, Route::People | Route::Account { .. });
    html! {
        <nav id="navigation" class="side-nav" aria-label={words.navigation} onkeydown={&menu.onkeydown}>
            <ul onclick={&menu.on_navigate}>
                <li>{ nav_link(&Route::Landing, "registry", words.registry, in_registries) }</li>
                if has_organization {
                    <li>{ nav_link(&Route::Projects, "project", ProjectsText::of(text.language).title, in_projects) }</li>
                    <li>{ nav_link(&Route::People, "people", people_text.title, in_people) }</li>
                    <li>{ nav_link(&Route::Access, "access", access_text.title, *route == Route::Access) }</li>
                    <li>{ nav_link(&Route::History, "history", history_text.title, matches!(route, Route::History | Route::Changes)) }</li>
                }
                if has_organization {
                    <li>{ nav_link(&Route::Guide, "guide", guide_text.title, *route == Route::Guide) }</li>
                }
                if has_data {
                    <li>{ nav_link(&Route::Data, "data", words.data, *route == Route::Data) }</li>
                }
                <li>{ nav_link(&Route::About, "about", words.about, *route == Route::About) }</li>
            </ul>
            if has_data {
                <p class="storage-status" data-state={state}>{ icon(icon_name) }<span>{ status }</span></p>
                if model.other_tabs > 0 {
                    <p class="storage-status">{ icon("info") }<span>{ (words.other_tabs)(model.other_tabs) }</span></p>
                }
            }
        </nav>
    }
}

fn nav_link(target: &Route, icon_name: &str, label: &'static str, is_current: bool) -> Html {
    html! { <a href={target.href()} aria-current={is_current.then_some("page")}>{ icon(icon_name) }<span>{ label }</span></a> }
}
