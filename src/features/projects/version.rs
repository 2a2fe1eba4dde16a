//! The page of a version in its project: what it is, its metadata, files and lineage.

use domain::{File, Permission, VersionId, VersionRef, VersionView, View};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::account_name;
use super::artifact::crumbs;
use super::log::file_row;
use super::removal::remove_version;
use super::text::ProjectsText;
use crate::forms::catalog::in_place::{EditMetadata, Place, description, indented};
use crate::forms::catalog::labels::{Labeled, Labels};
use crate::forms::catalog::text::linking::LinkingText;
use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::page::{Page, use_page};
use crate::platform::history;
use crate::routes::{Route, use_query};
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, deniable_button, icon, pager, prose, table, use_printing};
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;

/// The query of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct VersionQuery {
    #[serde(skip_serializing_if = "Part::is_default")]
    show: Part,
    /// The page of files, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    /// The kind of the open dialog.
    #[serde(skip_serializing_if = "String::is_empty")]
    open: String,
}

/// A tab of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Part {
    #[default]
    Version,
    Metadata,
    Files,
    Lineage,
}

impl Part {
    const ALL: [Self; 4] = [Self::Version, Self::Metadata, Self::Files, Self::Lineage];

    fn is_default(&self) -> bool {
        *self == Self::default()
    }

    fn label(self, words: &ProjectsText) -> &'static str {
        match self {
            Self::Version => words.version,
            Self::Metadata => words.metadata,
            Self::Files => words.files,
            Self::Lineage => words.lineage,
        }
    }
}

/// The id of the reason why the account cannot change the version.
const DENIED: &str = "version-denied";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: VersionId,
}

#[component]
pub fn VersionPage(props: &Props) -> Html {
    let page = use_page();
    let (text, view) = (page.text(), &props.view);
    let words = ProjectsText::of(text.language);
    let query = use_query::<VersionQuery>();
    let is_printing = use_printing();
    let route = Route::of_version(&props.id);
    let Some(version_view) = view.catalog().version(&VersionRef::Source(props.id.clone())) else {
        return nothing_here(text);
    };
    let denied = objection(view, &Permission::WriteProject(version_view.artifact.project.clone()), text);
    let shared = if denied.is_some() { DENIED } else { "" };
    let close = {
        let below = route.href_with(&VersionQuery { open: String::new(), ..query.clone() });
        Callback::from(move |()| history::close(&below))
    };
    let delete = {
        let href = route.href_with(&VersionQuery { open: "delete".to_owned(), ..query.clone() });
        Callback::from(move |()| history::open_on_top(&href))
    };
    let name = format!("{}:v{}", version_view.artifact.name, version_view.version.number);
    let files_href = |page| route.href_with(&VersionQuery { page: Some(page), open: String::new(), ..query.clone() });
    let shown = match query.show {
        Part::Version => facts(&page, view, &version_view, shared),
        Part::Metadata => metadata(&page, view, &version_view, shared),
        Part::Files => {
            let files = version_view.version.manifest.files();
            let range = PageRange::of_rows(query.page, files.len(), is_printing);
            files_table(files, range, &files_href, text)
        }
        Part::Lineage => lineage(view, &version_view, text),
    };
    html! {
        <>
            { crumbs(view, version_view.artifact, Some(version_view.version), text) }
            <Head title={name.clone()}>
                <a class="button" href={Route::linking(&props.id).href()}>{ icon("link") }{ LinkingText::of(text.language).open }</a>
                { deniable_button("button", words.delete, (words.delete_of)(&name), denied.as_ref().map(|_| DENIED), &delete) }
            </Head>
            if let Some(reason) = &denied {
                <p class="denied" id={DENIED}>{ icon("lock") }<span>{ prose(reason) }</span></p>
            }
            <nav class="tabs" aria-label={words.parts}>
                <ul>
                    for part in Part::ALL {
                        <li>
                            <a
                                href={route.href_with(&VersionQuery { show: part, ..VersionQuery::default() })}
                                aria-current={(query.show == part).then_some("page")}
                            >
                                { part.label(words) }
                            </a>
                        </li>
                    }
                </ul>
            </nav>
            <section class="section">
                <div class="section-head"><h2 id="version-part">{ query.show.label(words) }</h2></div>
                { shown }
            </section>
            if query.show == Part::Version {
                { description(&page, view, Place::VersionDescription(version_view.reference()), version_view.version.description.as_str(), shared) }
            }
            if query.open == "delete" {
                { remove_version(view, &page, &props.id, &close) }
            }
        </>
    }
}

fn facts(page: &Page, view: &ViewRef, version_view: &VersionView<'_>, denied: &'static str) -> Html {
    let text = page.text();
    let words = ProjectsText::of(text.language);
    let version = version_view.version;
    let at = intl::date_time(text.language, version.created.at);
    let by = isolate(account_name(view, &version.created.by, text));
    let full_name = view.catalog().name_of(&version_view.reference()).unwrap_or_default();
    let labels = |title: &'static str, of: Labeled| {
        let key = of.key(page).as_key();
        html! { <Labels {key} view={view.clone()} {title} {of} {denied} /> }
    };
    html! {
        <dl class="facts">
            <dt>{ words.full_name }</dt>
            <dd class="mono">{ bdi(&full_name) }</dd>
            <dt>{ words.aliases }</dt>
            <dd>{ labels(words.aliases, Labeled::Aliases(version_view.reference())) }</dd>
            <dt>{ words.tags }</dt>
            <dd>{ labels(words.tags, Labeled::VersionTags(version_view.reference())) }</dd>
            <dt>{ words.kind }</dt>
            <dd><span class="pill">{ bdi(version_view.artifact.artifact_type.as_str()) }</span></dd>
            <dt>{ words.logged }</dt>
            <dd>{ prose(&(words.logged_by)(&at, &by)) }</dd>
            <dt>{ words.size }</dt>
            <dd>{ intl::file_size(text.language, version.manifest.size()) }</dd>
            <dt>{ words.digest }</dt>
            <dd class="mono">{ version.manifest.digest().to_string() }</dd>
            <dt>{ words.linked_in }</dt>
            <dd>{ linked_in(view, version_view, words) }</dd>
        </dl>
    }
}

/// The links to the version in the registries that the account sees.
fn linked_in(view: &View, version_view: &VersionView<'_>, words: &ProjectsText) -> Html {
    let links: Vec<VersionRef> =
        view.catalog().links_to(&version_view.version.id).map(|link| VersionRef::Linked(link.id.clone())).collect();
    html! {
        if links.is_empty() {
            <span class="muted">{ words.not_linked }</span>
        } else {
            { references(view, &links) }
        }
    }
}

/// The metadata as it is read, and edited in place.
fn metadata(page: &Page, view: &ViewRef, version_view: &VersionView<'_>, denied: &'static str) -> Html {
    let words = ProjectsText::of(page.language);
    let metadata = &version_view.version.metadata;
    html! {
        <EditMetadata view={view.clone()} version={version_view.reference()} metadata={metadata.clone()} {denied}>
            if metadata.is_empty() {
                <p class="muted">{ words.no_metadata }</p>
            } else {
                <pre class="metadata" dir="ltr" tabindex="0" role="region" aria-labelledby="version-part">{ indented(metadata) }</pre>
            }
        </EditMetadata>
    }
}

fn files_table(files: &[File], range: PageRange, href: &dyn Fn(usize) -> String, text: &Catalog) -> Html {
    let words = ProjectsText::of(text.language);
    html! {
        if files.is_empty() {
            <p class="muted">{ words.no_files }</p>
        } else {
            { pager(range, &PagerWords::of(words.files, range, text), &Turn::Link(href)) }
            { table(words.files, "files", &[words.path, words.size, words.digest], html! {
                for file in range.slice(files) {
                    { file_row(file, text) }
                }
            }) }
        }
    }
}

/// The versions that the run has used, and those that were made from this one.
fn lineage(view: &View, version_view: &VersionView<'_>, text: &Catalog) -> Html {
    let words = ProjectsText::of(text.language);
    let (catalog, version) = (view.catalog(), version_view.version);
    let inputs = catalog.inputs_of(version_view);
    let users = catalog.users_of(version_view);
    html! {
        <>
            <h3>{ words.inputs }</h3>
            if let Some(run) = &version.run {
                <p class="muted">{ prose(&(words.inputs_lead)(run.name.as_str())) }</p>
                if inputs.is_empty() {
                    <p>{ words.no_inputs }</p>
                }
            } else {
                <p>{ words.no_run }</p>
            }
            { references(view, &inputs) }
            <h3>{ words.used_by }</h3>
            if users.is_empty() {
                <p>{ words.not_used }</p>
            }
            { references(view, &users) }
        </>
    }
}

fn references(view: &View, references: &[VersionRef]) -> Html {
    html! {
        <ul class="lineage">
            for reference in references {
                { reference_item(view, reference) }
            }
        </ul>
    }
}

fn reference_item(view: &View, reference: &VersionRef) -> Html {
    let Some((name, version_view)) = view.catalog().name_of(reference).zip(view.catalog().version(reference)) else {
        return Html::default();
    };
    let route = match version_view.link {
        Some((link, collection)) => Route::of_linked_version(view, collection, link.number),
        None => Route::of_version(&version_view.version.id),
    };
    html! {
        <li key={name.clone()} class="mono"><a href={route.href()}>{ bdi(&name) }</a></li>
    }
}
