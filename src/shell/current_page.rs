//! The page of the present route.

use domain::{ArtifactId, CollectionId, Id, ProjectId, RegistryId, VersionId, VersionRef};
use yew::prelude::*;

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
use crate::features::guide::Guide;
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
use crate::features::scenarios::loading;
use crate::forms::form::{FormKey, FormName};
use crate::page::{Page, use_page};
use crate::routes::Route;
use crate::state::{Stage, ViewRef};
use crate::widgets::nothing_here::{no_organization, nothing_here};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The resolved route.
    pub route: Route,
    /// Whether the scenario that the address names is still being read.
    pub is_loading_scenario: bool,
}

#[component]
pub fn CurrentPage(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let route = &props.route;
    match (&page.model.stage, route) {
        (_, Route::About) => about(text),
        (_, Route::CrashTest) => crash_test(text),
        (_, Route::StartEmpty) => html! { <StartEmpty key={FormKey::new(&page, FormName::StartEmpty, "").as_key()} /> },
        (Stage::FirstVisit, _) if props.is_loading_scenario => loading(text),
        (Stage::FirstVisit, _) | (_, Route::Start) => html! { <Welcome /> },
        (_, Route::Data) => html! { <Data /> },
        (Stage::NoOrganization(_), _) => no_organization(text),
        // The position of both children is the same with and without the dialog, so that Yew keeps the page below it.
        (Stage::Open(_, view), Route::Landing | Route::Create) => {
            let is_creating = *route == Route::Create;
            let form = FormKey::new(&page, FormName::CreateRegistry, "");
            html! {
                <>
                    <Landing view={view.clone()} {is_creating} />
                    if is_creating {
                        <Create key={form.as_key()} view={view.clone()} form={form.clone()} />
                    }
                </>
            }
        }
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
