//! The page of a project: its artifacts.

use std::rc::Rc;

use domain::{Artifact, Permission, ProjectId};
use workspace::About;
use yew::prelude::*;

use super::list::{dialog, objection_to_managing, team_name};
use super::query::ProjectsQuery;
use super::text::ProjectsText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::history;
use crate::routes::{Route, use_query};
use crate::state::ViewRef;
use crate::ui::{
    PageRange, PagerWords, Turn, bdi, button_with_reason, deniable_button, empty_list, icon, pager, prose, table,
    use_printing,
};
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::history::RecentChanges;
use crate::widgets::nothing_here::nothing_here;

const DENIED: &str = "manage-project-denied";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: ProjectId,
}

#[component]
pub fn ProjectPage(props: &Props) -> Html {
    let page = use_page();
    let (text, view) = (page.text(), &props.view);
    let words = ProjectsText::of(text.language);
    let query = use_query::<ProjectsQuery>();
    let is_printing = use_printing();
    let catalog = view.catalog();
    let Some(project_view) = catalog.project(&props.id) else { return nothing_here(text) };
    let (project, route) = (project_view.project, Route::of_project(&props.id));
    let artifacts: Vec<&Rc<Artifact>> = catalog.artifacts_of(&props.id).collect();
    let range = PageRange::of_rows(query.page, artifacts.len(), is_printing);
    let artifacts = intl::first_by_text(text.language, artifacts, range.sorted_len(), |one| one.name.as_str());
    let name = project.name.as_str();
    let list = (words.artifacts_table)(name);
    let page_href = |page| route.href_with(&query.turned(page));
    let close = {
        let below = route.href_with(&query.closed());
        Callback::from(move |()| history::close(&below))
    };
    let opening = |open| {
        let href = route.href_with(&query.opening(open, Some(&props.id.0)));
        Callback::from(move |()| history::open_on_top(&href))
    };
    let denied = objection(view, &Permission::WriteProject(props.id.clone()), text);
    let managing = objection_to_managing(view, project, text);
    let managing_denied = managing.as_ref().map(|_| DENIED);
    let log = {
        let href = Route::LogArtifact { id: props.id.to_string() }.href();
        Callback::from(move |()| history::push(&href))
    };
    let columns = [words.artifact, words.kind, words.versions, words.latest];
    html! {
        <>
            <p class="crumb"><a href={Route::Projects.href()}>{ words.title }</a></p>
            <Head title={name.to_owned()}>
                { deniable_button("button", words.rename, (words.rename_of)(name), managing_denied, &opening("rename")) }
                { deniable_button("button", words.delete, (words.delete_of)(name), managing_denied, &opening("delete")) }
            </Head>
            if let Some(reason) = &managing {
                <p class="denied" id={DENIED}>{ icon("lock") }<span>{ words.rename }{ ", " }{ words.delete }{ ": " }{ prose(reason) }</span></p>
            }
            <dl class="facts">
                <dt>{ words.team }</dt>
                <dd>{ bdi(team_name(view, &project.team)) }</dd>
                <dt>{ words.team_role }</dt>
                <dd>{ (text.terms.team_role)(project_view.role) }</dd>
                <dt>{ words.full_name }</dt>
                <dd class="mono">{ bdi(&catalog.name_of_project(project)) }</dd>
            </dl>
            <section class="section" aria-labelledby="artifacts-title">
                <div class="section-head">
                    <h2 id="artifacts-title">{ words.artifacts }</h2>
                    { button_with_reason("log-artifact", words.log, denied.as_deref(), &log) }
                </div>
                if artifacts.is_empty() && range.all == 0 {
                    { empty_list("project", words.no_artifacts, words.no_artifacts_why) }
                } else {
                    { pager(range, &PagerWords::of(&list, range, text), &Turn::Link(&page_href)) }
                    { table(&list, "", &columns, html! {
                        for artifact in range.slice(&artifacts) {
                            { row(artifact, text) }
                        }
                    }) }
                }
            </section>
            <RecentChanges key={project.id.to_string()} view={view.clone()} about={About::Project(project.id.clone())} />
            { dialog(view, &page, &query, &close) }
        </>
    }
}

fn row(artifact: &Artifact, text: &Catalog) -> Html {
    let versions = &artifact.versions;
    html! {
        <tr key={artifact.id.to_string()}>
            <th scope="row"><a href={Route::of_artifact(&artifact.id).href()}>{ bdi(artifact.name.as_str()) }</a></th>
            <td><span class="pill">{ bdi(artifact.artifact_type.as_str()) }</span></td>
            <td>{ intl::number(text.language, versions.len()) }</td>
            <td>
                if let Some(latest) = versions.latest() {
                    <a href={Route::of_version(&latest.id).href()}>{ format!("v{}", latest.number) }</a>
                } else {
                    { "–" }
                }
            </td>
        </tr>
    }
}
