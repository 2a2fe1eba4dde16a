//! What stands around every page: top bar, navigation, banners, and what is told. It decides which page is shown.

mod acting_as;
mod banners;
mod side_nav;
mod toasts;
mod top_bar;

use yew::prelude::*;
use yew_router::prelude::*;

use crate::browser::dom;
use crate::browser::preferences::{Preferences, Theme};
use crate::components::Icon;
use crate::i18n::{Language, use_text};
use crate::pages::{
    About, CrashTest, Data, Landing, NoOrganization, NothingHere, RegistryPage, StartEmpty, TITLE_ID, Welcome,
};
use crate::route::Route;
use crate::store::{Stage, use_model};

use acting_as::ActingAs;
use banners::Banners;
use side_nav::SideNav;
use toasts::Toasts;
use top_bar::TopBar;

/// What the browser prefers, and how that is changed.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Theme and language.
    pub preferences: Preferences,
    /// Another theme is chosen.
    pub on_theme: Callback<Theme>,
    /// Another language is chosen.
    pub on_language: Callback<Language>,
}

/// The frame, with the page in it.
#[component]
pub fn Frame(props: &Props) -> Html {
    let text = use_text();
    let model = use_model();
    let route = use_route::<Route>().unwrap_or(Route::NothingHere);
    use_focus_on_navigation(&route);
    let page = match (&model.stage, &route) {
        (_, Route::About) => html! { <About /> },
        (_, Route::CrashTest) => html! { <CrashTest /> },
        (_, Route::StartEmpty) => html! { <StartEmpty /> },
        (Stage::FirstVisit, _) | (_, Route::Start) => html! { <Welcome /> },
        (_, Route::Data) => html! { <Data /> },
        (Stage::NoOrganization(_), _) => html! { <NoOrganization /> },
        (Stage::Open(_, view), Route::Landing | Route::Create) => {
            html! { <Landing view={view.clone()} is_creating={route == Route::Create} /> }
        }
        (Stage::Open(_, view), Route::Registry { id }) => match view.registry(&Route::registry_id(id)) {
            Some(seen) => html! { <RegistryPage view={view.clone()} seen={seen.clone()} /> },
            None => html! { <NothingHere /> },
        },
        (Stage::Open(..), Route::NothingHere) => html! { <NothingHere /> },
    };
    let skip = Callback::from(|_: MouseEvent| dom::focus("main"));
    html! {
        <div class="shell">
            <button type="button" class="skip-link" onclick={skip}>{ text.frame.skip }</button>
            <TopBar preferences={props.preferences} on_theme={props.on_theme.clone()} on_language={props.on_language.clone()} />
            <SideNav />
            <main id="main" class="page" tabindex="-1">
                <Banners />
                { page }
            </main>
            <Toasts />
        </div>
    }
}

/// Gives the focus to the heading when another place is shown; not when the page is loaded, and not for what opens over a
/// place.
#[hook]
fn use_focus_on_navigation(route: &Route) {
    let shown = use_mut_ref(|| None::<Route>);
    use_effect_with(route.base(), move |place| {
        if shown.borrow_mut().replace(place.clone()).is_some() {
            dom::focus(TITLE_ID);
        }
    });
}

/// A place in the navigation, with its icon.
#[derive(Properties, PartialEq)]
struct PlaceProps {
    to: Route,
    icon: &'static str,
    label: AttrValue,
    #[prop_or_default]
    is_here: bool,
}

/// A link to a place.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let navigator = use_navigator();
    let href = format!("#{}", props.to.to_path());
    let onclick = {
        let to = props.to.clone();
        Callback::from(move |event: MouseEvent| {
            // Whoever asks for another tab or window gets one.
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            if let Some(navigator) = &navigator {
                navigator.push(&to);
            }
        })
    };
    html! {
        <a {href} {onclick} aria-current={props.is_here.then_some("page")}>
            <Icon name={props.icon} />
            <span>{ &props.label }</span>
        </a>
    }
}
