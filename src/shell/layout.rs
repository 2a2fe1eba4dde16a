//! The layout around every page: top bar, navigation, banners and toasts.

use journal::WorkspaceKey;
use yew::prelude::*;
use yew_router::Routable;
use yew_router::hooks::{use_location, use_route};

use super::banners::Banners;
use super::coach::Coach;
use super::current_page::CurrentPage;
use super::menu::Menu;
use super::preferences::PreferenceProps;
use super::shortcuts::{shortcuts, use_shortcuts};
use super::side_nav::side_nav;
use super::text::ShellText;
use super::toasts::toasts;
use super::top_bar::top_bar;
use crate::features::guide::use_guide_heading;
use crate::features::scenarios::{ScenarioDialog, use_request};
use crate::page::{Page, use_page};
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::{Stage, ViewRef};

#[component]
pub fn Frame(props: &PreferenceProps) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let address = use_route::<Route>().unwrap_or_default();
    let route = use_resolved_route(&page, &address);
    // Only small screens have a menu. Others show its contents permanently.
    let menu = use_state_eq(|| false);
    let guide_heading = use_guide_heading();
    let heading = if route == Route::Guide { guide_heading } else { dom::TITLE_ID };
    use_focus_on_navigation(&route, page.model.view().is_some(), heading, &menu);
    use_canonical_address(&address, &route, page.model.view().as_ref());
    let has_help = use_state_eq(|| false);
    let show_help = use_callback((), {
        let has_help = has_help.setter();
        move |(), ()| has_help.set(true)
    });
    use_shortcuts(matches!(page.model.stage, Stage::Open(..)), show_help, page.store.clone());
    let request = use_request();
    let skip = Callback::from(|_: MouseEvent| dom::focus("main"));
    let menu = Menu::of(&menu);
    html! {
        <div class="shell" data-menu={menu.is_open.then_some("open")} data-stage={(route == Route::Present).then_some("")}>
            <button type="button" class="skip-link" onclick={skip}>{ words.skip }</button>
            { top_bar(&page, props, &menu) }
            { side_nav(&page, &route.base(), &menu) }
            <main id="main" class="page" tabindex="-1">
                <Banners route={route.clone()} />
                <CurrentPage route={route.clone()} is_loading_scenario={request.is_loading()} />
            </main>
            if let (Stage::Open(_, view), Some(walkthrough)) = (&page.model.stage, page.model.walkthroughs.running()) {
                <Coach route={route.clone()} view={view.clone()} walkthrough={walkthrough.clone()} />
            }
            { toasts(&page) }
            <ScenarioDialog {request} />
            if *has_help {
                { shortcuts(text, &Callback::from(move |()| has_help.set(false))) }
            }
        </div>
    }
}

/// The route with an id in the place of a name. While the address stays, it leads to the same object, also after that was
/// renamed or deleted elsewhere, and for an account that cannot see it.
#[hook]
fn use_resolved_route(page: &Page, address: &Route) -> Route {
    let before = use_mut_ref(|| None::<(Option<WorkspaceKey>, Route, Route)>);
    let Some(view) = page.model.view() else { return address.clone() };
    let workspace = page.model.workspace();
    let mut before = before.borrow_mut();
    if let Some((of, shown, resolved)) = &*before
        && (*of, shown) == (workspace, address)
        && resolved != address
    {
        return resolved.clone();
    }
    let resolved = address.resolved(&view);
    *before = Some((workspace, address.clone(), resolved.clone()));
    resolved
}

/// Replaces the address of a registry, a collection or an account by its canonical form, which links have. It is no
/// navigation: the resolved route stays the same. A deleted or hidden object is addressed by id, so that its name disappears.
#[hook]
fn use_canonical_address(address: &Route, route: &Route, view: Option<&ViewRef>) {
    let gone = || (address != route).then(|| route.clone());
    let canonical = view.and_then(|view| route.canonical(view).or_else(gone)).map(|route| route.href());
    let current = use_location().map(|location| location.path().to_owned());
    use_effect_with((canonical, current, address.clone()), |(canonical, _, address)| {
        let hash = history::hash();
        let path = hash.trim_start_matches('#').split('?').next().unwrap_or_default();
        // The browser may already be at another address, which the next render shows.
        let is_shown = Route::recognize(path).as_ref() == Some(address);
        if let Some(canonical) = canonical.as_ref().filter(|_| is_shown) {
            history::replace_path(canonical);
        }
    });
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
