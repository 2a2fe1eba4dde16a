//! The page of an artifact: its versions, the newest first.

use std::rc::Rc;

use domain::{Artifact, ArtifactId, Permission, Version, VersionRef, VersionView, View};
use yew::prelude::*;

use super::account_name;
use super::query::ProjectsQuery;
use super::text::ProjectsText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::history;
use crate::routes::{Route, use_query};
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, button_with_reason, pager, prose, table, use_printing};
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: ArtifactId,
}

#[component]
pub fn ArtifactPage(props: &Props) -> Html {
    let page = use_page();
    let (text, view) = (page.text(), &props.view);
    let words = ProjectsText::of(text.language);
    let query = use_query::<ProjectsQuery>();
    let is_printing = use_printing();
    let catalog = view.catalog();
    let found = catalog.artifact(&props.id);
    let Some((artifact, project_view)) = found.and_then(|one| Some((one, catalog.project(&one.project)?))) else {
        return nothing_here(text);
    };
    let (project, versions) = (project_view.project, &artifact.versions);
    let range = PageRange::of_rows(query.page, versions.len(), is_printing);
    let name = artifact.name.as_str();
    let list = (words.versions_table)(name);
    let page_href = |page| Route::of_artifact(&props.id).href_with(&query.turned(page));
    let denied = objection(view, &Permission::WriteProject(project.id.clone()), text);
    let log = {
        let href = Route::LogArtifact { id: project.id.to_string() }.href_with(&[("name", name)]);
        Callback::from(move |()| history::push(&href))
    };
    let columns = [words.version, words.aliases, words.tags, words.run, words.size, words.logged];
    html! {
        <>
            { crumbs(view, artifact, None, text) }
            <Head title={name.to_owned()} />
            <dl class="facts">
                <dt>{ words.kind }</dt>
                <dd><span class="pill">{ bdi(artifact.artifact_type.as_str()) }</span></dd>
                <dt>{ words.full_name }</dt>
                <dd class="mono">{ bdi(&catalog.name_of_artifact(artifact)) }</dd>
            </dl>
            <section class="section" aria-labelledby="versions-title">
                <div class="section-head">
                    <h2 id="versions-title">{ words.versions }</h2>
                    { button_with_reason("log-artifact", words.log, denied.as_deref(), &log) }
                </div>
                if versions.is_empty() {
                    <p class="muted">{ words.no_versions }</p>
                } else {
                    { pager(range, &PagerWords::of(&list, range, text), &Turn::Link(&page_href)) }
                    { table(&list, "", &columns, html! {
                        for version in range.items(versions.iter().rev()) {
                            { row(view, version, text) }
                        }
                    }) }
                }
            </section>
        </>
    }
}

/// The way back: projects, the project, and for a version its artifact.
pub(super) fn crumbs(view: &View, artifact: &Artifact, version: Option<&Version>, text: &Catalog) -> Html {
    let words = ProjectsText::of(text.language);
    let name = view.catalog().project(&artifact.project).map(|project_view| project_view.project.name.to_string());
    html! {
        <p class="crumb">
            <a href={Route::Projects.href()}>{ words.title }</a>
            { " › " }
            <a href={Route::of_project(&artifact.project).href()}>{ bdi(&name.unwrap_or_default()) }</a>
            if version.is_some() {
                { " › " }
                <a href={Route::of_artifact(&artifact.id).href()}>{ bdi(artifact.name.as_str()) }</a>
            }
        </p>
    }
}

fn row(view: &View, version: &Rc<Version>, text: &Catalog) -> Html {
    let words = ProjectsText::of(text.language);
    let version_view = view.catalog().version(&VersionRef::Source(version.id.clone()));
    let aliases = version_view.as_ref().map(VersionView::aliases).unwrap_or_default();
    let at = intl::date_time(text.language, version.created.at);
    let by = crate::i18n::prose::isolate(account_name(view, &version.created.by, text));
    html! {
        <tr key={version.id.to_string()}>
            <th scope="row"><a href={Route::of_version(&version.id).href()}>{ format!("v{}", version.number) }</a></th>
            <td>
                <ul class="chips">
                    for alias in aliases {
                        <li class="pill">{ bdi(alias.as_str()) }</li>
                    }
                </ul>
            </td>
            <td>
                <ul class="chips">
                    for tag in version.tags.as_slice() {
                        <li class="pill pill-quiet">{ bdi(tag.as_str()) }</li>
                    }
                </ul>
            </td>
            <td>
                if let Some(run) = &version.run {
                    { bdi(run.name.as_str()) }
                } else {
                    { "–" }
                }
            </td>
            <td>{ intl::file_size(text.language, version.manifest.size()) }</td>
            <td>{ prose(&(words.logged_by)(&at, &by)) }</td>
        </tr>
    }
}
