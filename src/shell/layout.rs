//! The layout around every page: top bar, navigation, banners and toasts. It maps each route to its page.

use domain::{ArtifactId, CollectionId, Id, ProjectId, RegistryId, VersionId, VersionRef};
use journal::WorkspaceKey;
use yew::prelude::*;
use yew_router::Routable;
use yew_router::hooks::{use_location, use_route};

use super::banners::banners;
use super::coach::Coach;
use super::menu::Menu;
use super::preferences::PreferenceProps;
use super::shortcuts::{shortcuts, use_shortcuts};
use super::side_nav::side_nav;
use super::text::ShellText;
use super::toasts::toasts;
use super::top_bar::top_bar;
use crate::features::about::about;
use crate::features::access::Access;
use crate::features::changes::Changes;
use crate::features::collections::compare::CompareVersions;
use crate::features::collections::create::CreateCollection;
use crate::features::collections::details::CollectionPage;
use crate::features::collections::link::LinkVersion;
use crate::features::collections::list::Collections;
use crate::features::collections::metrics::MetricsPage;
use crate::features::collections::version::LinkedVersionPage;
use crate::features::collections::will_link::WillLink;
use crate::features::compare::Present;
use crate::features::crash_test::crash_test;
use crate::features::data::Data;
use crate::features::guide::{Guide, use_guide_heading};
use crate::features::history::HistoryPage;
use crate::features::onboarding::start_empty::StartEmpty;
use crate::features::onboarding::welcome::Welcome;
use crate::features::people::{People, account_page};
use crate::features::projects::artifact::ArtifactPage;
use crate::features::projects::link::LinkToRegistry;
use crate::features::projects::list::Projects;
use crate::features::projects::log::LogArtifact;
use crate::features::projects::project::ProjectPage;
use crate::features::projects::version::VersionPage;
use crate::features::promotions::Promotions;
use crate::features::registries::create::Create;
use crate::features::registries::details::registry_page;
use crate::features::registries::landing::Landing;
use crate::features::registry_settings::Settings;
use crate::features::scenarios::{ScenarioDialog, loading, use_request};
use crate::forms::form::{FormKey, FormName};
use crate::page::{Page, use_page};
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::{Stage, ViewRef};
use crate::widgets::nothing_here::{no_organization, nothing_here};

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
    let create = FormKey::new(&page, FormName::CreateRegistry, "");
    let content = match (&page.model.stage, &route) {
        (_, Route::About) => about(text),
        (_, Route::CrashTest) => crash_test(text),
        (_, Route::StartEmpty) => html! { <StartEmpty key={FormKey::new(&page, FormName::StartEmpty, "").as_key()} /> },
        (Stage::FirstVisit, _) if request.is_loading() => loading(text),
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
        (Stage::Open(_, view), Route::Registry { registry } | Route::CreateCollection { registry }) => {
            let is_creating = matches!(route, Route::CreateCollection { .. });
            in_registry(&page, view, &registry_id(registry), is_creating)
        }
        (Stage::Open(_, view), Route::Collection { collection, .. } | Route::LinkVersion { collection, .. }) => {
            let is_linking = matches!(route, Route::LinkVersion { .. });
            in_collection(&page, view, &CollectionId(Id::from_text(collection)), is_linking)
        }
        (Stage::Open(_, view), Route::Metrics { collection, .. }) => html! {
            <MetricsPage view={view.clone()} id={CollectionId(Id::from_text(collection))} />
        },
        (Stage::Open(_, view), Route::CompareVersions { collection, .. }) => html! {
            <CompareVersions view={view.clone()} id={CollectionId(Id::from_text(collection))} />
        },
        (Stage::Open(_, view), Route::LinkedVersion { collection, version, .. }) => html! {
            <LinkedVersionPage
                view={view.clone()}
                collection={CollectionId(Id::from_text(collection))}
                version={version.clone()}
            />
        },
        (Stage::Open(_, view), Route::Settings { registry } | Route::AddMember { registry }) => {
            let is_adding = matches!(route, Route::AddMember { .. });
            let key = FormKey::new(&page, FormName::RegistrySettings, registry).as_key();
            html! { <Settings {key} view={view.clone()} id={registry_id(registry)} {is_adding} /> }
        }
        (Stage::Open(_, view), Route::Promotions { registry }) => html! {
            <Promotions key={registry.clone()} view={view.clone()} registry={registry_id(registry)} />
        },
        (Stage::Open(_, view), Route::WillLink) => html! { <WillLink view={view.clone()} /> },
        (Stage::Open(_, view), Route::People) => html! { <People view={view.clone()} /> },
        (Stage::Open(_, view), Route::Access) => html! { <Access view={view.clone()} /> },
        (Stage::Open(_, view), Route::Changes) => html! { <Changes view={view.clone()} /> },
        // A question about an entry is for the account that asked.
        (Stage::Open(key, view), Route::History) => {
            html! { <HistoryPage key={format!("{key} {}", view.account.id())} view={view.clone()} /> }
        }
        (Stage::Open(_, view), Route::Account { account }) => account_page(view, account, text),
        (Stage::Open(_, view), Route::Projects) => html! { <Projects view={view.clone()} /> },
        (Stage::Open(_, view), Route::Project { id }) => html! {
            <ProjectPage key={id.clone()} view={view.clone()} id={ProjectId(Id::from_text(id))} />
        },
        (Stage::Open(_, view), Route::LogArtifact { id }) => {
            let key = FormKey::new(&page, FormName::LogArtifact, id).as_key();
            html! { <LogArtifact {key} view={view.clone()} project={ProjectId(Id::from_text(id))} /> }
        }
        (Stage::Open(_, view), Route::Artifact { id }) => html! {
            <ArtifactPage key={id.clone()} view={view.clone()} id={ArtifactId(Id::from_text(id))} />
        },
        (Stage::Open(_, view), Route::Version { id } | Route::LinkToRegistry { id }) => {
            let is_linking = matches!(route, Route::LinkToRegistry { .. });
            in_project(&page, view, &VersionId(Id::from_text(id)), is_linking)
        }
        (Stage::Open(_, view), Route::Present) => html! { <Present view={view.clone()} /> },
        (Stage::Open(_, view), Route::Guide) => html! { <Guide view={view.clone()} /> },
        (Stage::Open(..), Route::EarlierCollection { .. } | Route::NothingHere) => nothing_here(text),
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

/// The page of a registry with its collections, and the dialog over it that creates one.
fn in_registry(page: &Page, view: &ViewRef, id: &RegistryId, is_creating: bool) -> Html {
    let text = page.text();
    let Some(registry_view) = view.registry(id) else { return nothing_here(text) };
    let form = FormKey::new(page, FormName::CreateCollection, id);
    let registry = registry_view.registry.clone();
    let collections = html! {
        <Collections key={id.to_string()} view={view.clone()} registry={registry.clone()} {is_creating} />
    };
    html! {
        <>
            { registry_page(view, registry_view, collections, text) }
            if is_creating {
                <CreateCollection key={form.as_key()} view={view.clone()} {registry} form={form.clone()} />
            }
        </>
    }
}

/// The page of a collection, and the dialog over it that links a version.
fn in_collection(page: &Page, view: &ViewRef, id: &CollectionId, is_linking: bool) -> Html {
    let linking = view.catalog().collection(id).filter(|_| is_linking);
    let form = FormKey::new(page, FormName::LinkVersion, id);
    html! {
        <>
            <CollectionPage key={id.to_string()} view={view.clone()} id={id.clone()} />
            if let Some(collection) = linking {
                <LinkVersion key={form.as_key()} view={view.clone()} collection={collection.clone()} form={form.clone()} />
            }
        </>
    }
}

/// The page of a version in its project, and the dialog over it that links the version.
fn in_project(page: &Page, view: &ViewRef, id: &VersionId, is_linking: bool) -> Html {
    let is_linking = is_linking && view.catalog().version(&VersionRef::Source(id.clone())).is_some();
    let form = FormKey::new(page, FormName::LinkToRegistry, id);
    html! {
        <>
            <VersionPage key={id.to_string()} view={view.clone()} id={id.clone()} />
            if is_linking {
                <LinkToRegistry key={form.as_key()} view={view.clone()} version={id.clone()} form={form.clone()} />
            }
        </>
    }
}

/// The registry of a resolved route.
fn registry_id(id: &str) -> RegistryId {
    RegistryId(Id::from_text(id))
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
