//! Banners about problems with the data, shown while the problem lasts.

use journal::Gap;
use workspace::ReadOnly;
use yew::prelude::*;

use super::acting_as::ACTING_AS;
use super::looking_back::LookingBack;
use super::text::ShellText;
use super::update::UpdateOffer;
use crate::i18n::prose::{isolate, plain};
use crate::page::use_page;
use crate::platform::{address, dom};
use crate::routes::Route;
use crate::state::fullness::NEARLY_FULL;
use crate::ui::{Tone, banner};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub route: Route,
}

#[component]
pub fn Banners(props: &Props) -> Html {
    let page = use_page();
    let route = &props.route;
    let text = ShellText::of(page.language);
    let model = &page.model;
    let health = &model.health;
    let workspace = model.workspace();
    let missing: u64 = health.missing.iter().map(Gap::count).sum();
    let missing = usize::try_from(missing).unwrap_or(usize::MAX);
    // On the page of the data, a link to that page is useless.
    let data_link = || {
        html! {
            if *route != Route::Data {
                <a class="button" href={Route::Data.href()}>{ page.text().common.see_data }</a>
            }
        }
    };
    let button = |label: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    };
    let download = || {
        let store = page.store.clone();
        button(
            text.download,
            Callback::from(move |_| {
                if let Some(key) = workspace {
                    store.download(key);
                }
            }),
        )
    };
    let reload = || button(text.reload, Callback::from(|_| address::reload()));
    let mut banners = Vec::new();
    if let Some(origin) = model.origin.as_ref().filter(|_| model.has_instructions && *route != Route::Present) {
        let store = page.store.clone();
        let dismiss = move |_| {
            store.dismiss_instructions();
            dom::focus(dom::TITLE_ID);
        };
        let close = button(page.text().common.close, Callback::from(dismiss));
        let instructions = format!("{}: {}", isolate(&origin.setup.name), plain(&origin.setup.text));
        banners.push(banner(Tone::Info, &instructions, close));
    }
    if let Some(removed) = &model.removed {
        // The stage has no account switcher, and its own exit.
        let has_switcher = *route != Route::Present;
        let choose = || button(text.choose_account, Callback::from(|_| dom::focus(ACTING_AS)));
        let choose = if has_switcher { choose() } else { Html::default() };
        banners.push(banner(Tone::Warning, &(page.text().notice.removed)(&removed.name), choose));
    }
    if let Some(past) = model.past {
        banners.push(html! { <LookingBack {past} /> });
    }
    let is_original = health.read_only == Some(ReadOnly::Original);
    if !model.is_kept && workspace.is_some() && !is_original {
        banners.push(banner(Tone::Warning, text.banner_memory, download()));
    }
    if let Some(percent) = model.fullness.filter(|percent| *percent >= NEARLY_FULL) {
        banners.push(banner(
            Tone::Warning,
            &(text.banner_nearly_full)(percent),
            html! { <>{ data_link() }{ download() }</> },
        ));
    }
    if !health.unreadable.is_empty() {
        banners.push(banner(Tone::Danger, &(text.banner_unreadable)(health.unreadable.len()), data_link()));
    }
    if missing > 0 {
        banners.push(banner(Tone::Danger, &(text.banner_missing)(missing), data_link()));
    }
    match health.read_only {
        None => {}
        Some(ReadOnly::Newer) => banners.push(banner(Tone::Warning, text.banner_newer, data_link())),
        Some(ReadOnly::Exhausted) => banners.push(banner(Tone::Danger, text.banner_exhausted, data_link())),
        Some(ReadOnly::Original) => {
            let store = page.store.clone();
            let start = button(
                text.start_from_here,
                Callback::from(move |_| {
                    // The banner disappears with its button.
                    if store.start_from_original() {
                        dom::focus(dom::TITLE_ID);
                    }
                }),
            );
            let warning = if model.is_kept { text.banner_original } else { text.banner_original_memory };
            banners.push(banner(Tone::Info, warning, start));
        }
        Some(ReadOnly::Moved) => banners.push(banner(Tone::Warning, text.banner_moved, reload())),
        Some(ReadOnly::Lost) => {
            let store = page.store.clone();
            let write_back = button(text.write_back, Callback::from(move |_| store.write_back()));
            banners.push(banner(Tone::Danger, text.banner_lost, html! { <>{ write_back }{ download() }</> }));
        }
        Some(ReadOnly::Unconfirmed) => {
            let actions = html! { <>{ reload() }{ download() }</> };
            banners.push(banner(Tone::Danger, text.banner_unconfirmed, actions));
        }
    }
    html! { <div class="banners" aria-live="polite">for banner in banners { { banner } }<UpdateOffer /></div> }
}
