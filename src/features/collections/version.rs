//! The page of a version in a collection, in tabs.

mod files;
mod lineage;
pub mod long_list;
mod metadata;
mod overview;

use domain::{CollectionId, Link, Permission, RegistryPermission, VersionRef};
use interchange::python::use_script;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use self::files::Files;
use self::lineage::lineage;
use self::metadata::Metadata;
use self::overview::Overview;
use super::details::crumb;
use super::text::CollectionsText;
use super::text::version::VersionText;
use crate::forms::catalog::text::linking::LinkingText;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::routes::will_link::WillLinkQuery;
use crate::routes::{Route, use_query};
use crate::state::ViewRef;
use crate::ui::{icon, prose};
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;
use crate::widgets::python::copy_as_python;

/// The query of a version's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct VersionQuery {
    #[serde(skip_serializing_if = "Tab::is_default")]
    tab: Tab,
}

/// A tab of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Tab {
    #[default]
    Version,
    Metadata,
    Usage,
    Files,
    Lineage,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Version, Self::Metadata, Self::Usage, Self::Files, Self::Lineage];

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub collection: CollectionId,
    /// The number or an alias, as it stands in the address.
    pub version: String,
}

/// The page of a version, if the account can see it.
#[component]
pub fn LinkedVersionPage(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let version_words = VersionText::of(text.language);
    let query = use_query::<VersionQuery>();
    let view = &props.view;
    let catalog = view.catalog();
    let found = catalog.collection(&props.collection).and_then(|collection| {
        let link = collection.links.named(&props.version)?;
        let version_view = catalog.version(&VersionRef::Linked(link.id.clone()))?;
        Some((collection, link, version_view, view.registry(&collection.registry)?))
    });
    let Some((collection, link, version_view, in_registry)) = found else { return nothing_here(text) };
    let number = format!("v{}", link.number);
    let full_name = format!("{}:{number}", catalog.full_name_of_collection(collection));
    let route = Route::of_linked_version(view, collection, link.number);
    let shown = match query.tab {
        Tab::Version => html! {
            <Overview
                key={link.id.to_string()}
                view={view.clone()}
                registry={in_registry.registry.clone()}
                collection={collection.clone()}
                link={link.clone()}
                full_name={full_name.clone()}
            />
        },
        Tab::Metadata => html! {
            <Metadata
                key={link.id.to_string()}
                view={view.clone()}
                reference={version_view.reference()}
                version={version_view.version.clone()}
            />
        },
        Tab::Usage => usage(view, link, &full_name, text),
        Tab::Files if catalog.may_view_files(&version_view) => {
            html! { <Files key={link.id.to_string()} version={version_view.version.clone()} /> }
        }
        Tab::Files => denied(view, link, RegistryPermission::ViewFiles, text),
        Tab::Lineage => lineage(view, &version_view, text),
    };
    html! {
        <>
            { crumb(view, &in_registry.registry, Some(collection), text) }
            <Head title={format!("{} {number}", collection.name)}>
                <a class="button" href={WillLinkQuery::about(view, &version_view.reference()).href()}>{ LinkingText::of(text.language).open }</a>
            </Head>
            <nav class="tabs" aria-label={version_words.parts}>
                <ul>
                    for (tab, label) in Tab::ALL.into_iter().zip(version_words.tabs) {
                        <li>
                            <a href={route.href_with(&VersionQuery { tab })} aria-current={(tab == query.tab).then_some("page")}>{ label }</a>
                        </li>
                    }
                </ul>
            </nav>
            { shown }
        </>
    }
}

/// The Python lines that use and download the version.
fn usage(view: &ViewRef, link: &Link, full_name: &str, text: &Catalog) -> Html {
    let words = CollectionsText::of(text.language);
    html! {
        <section class="section" aria-labelledby="usage-title">
            <h2 id="usage-title">{ words.usage }</h2>
            <p class="muted">{ words.usage_lead }</p>
            { copy_as_python("version-python", Some(use_script(full_name)), text) }
            { denied(view, link, RegistryPermission::UseArtifact, text) }
        </section>
    }
}

/// The reason why the account lacks a permission for the version, or nothing.
fn denied(view: &ViewRef, link: &Link, permission: RegistryPermission, text: &Catalog) -> Html {
    html! {
        if let Some(reason) = objection(view, &Permission::OnLink(link.id.clone(), permission), text) {
            <p class="denied">{ icon("lock") }<span>{ prose(&reason) }</span></p>
        }
    }
}
