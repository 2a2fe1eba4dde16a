//! The layout around every page: top bar, navigation, banners and toasts. It maps each route to its page.

use yew::prelude::*;
use yew_router::hooks::use_route;

use super::banners::banners;
use super::coach::Coach;
use super::preferences::{Preferences, Theme};
use super::shortcuts::{shortcuts, use_shortcuts};
use super::side_nav::side_nav;
use super::text::ShellText;
use super::toasts::toasts;
use super::top_bar::top_bar;
use crate::features::about::about;
use crate::features::access::Access;
use crate::features::compare::Present;
use crate::features::crash_test::crash_test;
use crate::features::data::Data;
use crate::features::guide::{Guide, use_guide_heading};
use crate::features::onboarding::start_empty::StartEmpty;
use crate::features::onboarding::welcome::Welcome;
use crate::features::people::{People, account_page};
use crate::features::registries::create::Create;
use crate::features::registries::details::registry_page;
use crate::features::registries::landing::Landing;
use crate::features::registry_settings::Settings;
use crate::forms::form::{FormKey, FormName};
use crate::i18n::Language;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::Stage;
use crate::widgets::nothing_here::{no_organization, nothing_here};

#[derive(Properties, PartialEq)]
pub struct FrameProps {
    pub preferences: Preferences,
    pub on_theme: Callback<Theme>,
    pub on_language: Callback<Language>,
}

#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let route = use_route::<Route>().unwrap_or_default();
    // Only small screens have a menu. Others show its contents permanently.
    let menu = use_state_eq(|| false);
    let guide_heading = use_guide_heading();
    let heading = if route == Route::Guide { guide_heading } else { dom::TITLE_ID };
    use_focus_on_navigation(&route, page.model.view().is_some(), heading, &menu);
    let has_help = use_state_eq(|| false);
    let show_help = use_callback((), {
        let has_help = has_help.setter();
        move |(), ()| has_help.set(true)
    });
    use_shortcuts(matches!(page.model.stage, Stage::Open(..)), show_help);
    let create = FormKey::new(&page, FormName::CreateRegistry, "");
    let content = match (&page.model.stage, &route) {
        (_, Route::About) => about(text),
        (_, Route::CrashTest) => crash_test(text),
        (_, Route::StartEmpty) => html! { <StartEmpty key={FormKey::new(&page, FormName::StartEmpty, "").as_key()} /> },
        (Stage::FirstVisit, _) | (_, Route::Start) => html! { <Welcome /> },
        (_, Route::Data) => html! { <Data /> },
        (Stage::NoOrganization(_), _) => no_organization(text),
        // The position of both children is the same with and without the dialog, so that Yew keeps the page below it.
        (Stage::Open(_, view), Route::Landing | Route::Create) => html! {
            <>
                <Landing view={view.clone()} is_creating={route == Route::Create} />
                if route == Route::Create {
                    <Create key={create.as_key()} view={view.clone()} form={create.clone()} />
                }
            </>
        },
        (Stage::Open(_, view), Route::Registry { id }) => match view.registry(&Route::registry_id(id)) {
            Some(seen) => registry_page(view, seen, text),
            None => nothing_here(text),
        },
        (Stage::Open(_, view), Route::Settings { id } | Route::AddMember { id }) => {
            let is_adding = matches!(route, Route::AddMember { .. });
            let key = FormKey::new(&page, FormName::RegistrySettings, id).as_key();
            html! { <Settings {key} view={view.clone()} id={Route::registry_id(id)} {is_adding} /> }
        }
        (Stage::Open(_, view), Route::People) => html! { <People view={view.clone()} /> },
        (Stage::Open(_, view), Route::Access) => html! { <Access view={view.clone()} /> },
        (Stage::Open(_, view), Route::Account { id }) => account_page(view, id, text),
        (Stage::Open(_, view), Route::Present) => html! { <Present view={view.clone()} /> },
        (Stage::Open(_, view), Route::Guide) => html! { <Guide view={view.clone()} /> },
        (Stage::Open(..), Route::NothingHere) => nothing_here(text),
    };
    let skip = Callback::from(|_: MouseEvent| dom::focus("main"));
    let menu = Menu::of(&menu);
    html! {
        <div class="shell" data-menu={menu.is_open.then_some("open")} data-stage={(route == Route::Present).then_some("")}>
            <button type="button" class="skip-link" onclick={skip}>{ words.skip }</button>
            { top_bar(&page, props, &menu) }
            { side_nav(&page, &route.base(), &menu) }
            <main id="main" class="page" tabindex="-1">
                { banners(&page, &route) }
                { content }
            </main>
            if let (Stage::Open(_, view), Some(walkthrough)) = (&page.model.stage, &page.model.walkthrough)
                && walkthrough.is_open
            {
                <Coach route={route.clone()} view={view.clone()} walkthrough={walkthrough.clone()} />
            }
            { toasts(&page) }
            if *has_help {
                { shortcuts(text, &Callback::from(move |()| has_help.set(false))) }
            }
        </div>
    }
}

/// The menu of small screens with navigation, theme and language.
pub(super) struct Menu {
    pub(super) is_open: bool,
    /// Opens or closes it.
    pub(super) toggle: Callback<MouseEvent>,
    /// Closes it after a navigation.
    pub(super) on_navigate: Callback<MouseEvent>,
    /// Closes it on Escape.
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

impl Menu {
    pub(super) const BUTTON_ID: &str = "menu";

    fn of(state: &UseStateHandle<bool>) -> Self {
        let is_open = **state;
        let set = state.setter();
        let toggle = Callback::from({
            let set = set.clone();
            move |_| set.set(!is_open)
        });
        let close = move |focus: &str| {
            if is_open {
                set.set(false);
                dom::focus(focus);
            }
        };
        let on_navigate = Callback::from({
            let close = close.clone();
            move |_| close(dom::TITLE_ID)
        });
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !dom::is_composing(&event) {
                close(Self::BUTTON_ID);
            }
        });
        Self { is_open, toggle, on_navigate, onkeydown }
    }
}

/// Focuses the heading after a navigation: on another page, and when an organization is opened or closed at the same
/// address. Loading the page and opening a dialog over a page are no navigation. After a step of the history, the
/// scroll position is restored.
#[hook]
fn use_focus_on_navigation(route: &Route, is_open: bool, heading: &'static str, menu: &UseStateHandle<bool>) {
    let previous = use_mut_ref(|| None::<(Route, bool)>);
    let menu = menu.setter();
    use_effect_with((route.base(), is_open), move |current| {
        menu.set(false);
        if previous.borrow_mut().replace(current.clone()).is_some() {
            dom::focus_unless_moved(heading, history::restored_scroll());
        }
    });
}
