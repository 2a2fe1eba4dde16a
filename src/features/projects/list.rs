//! The list of projects that the account sees, the last changed first.

use std::cmp::Reverse;

use domain::{Permission, ProjectView, TeamId, View};
use search::{Filter, filter_text};
use yew::prelude::*;

use super::entry::{Entry, EntryForm};
use super::query::ProjectsQuery;
use super::removal::remove_project;
use super::teams::own_teams;
use super::text::ProjectsText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::{Route, use_live_query};
use crate::state::ViewRef;
use crate::ui::{
    PageRange, PagerWords, Turn, bdi, button_with_reason, filter_field, icon, no_match, pager, table, use_printing,
};
use crate::widgets::denials::{denial, objection};
use crate::widgets::head::Head;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[component]
pub fn Projects(props: &Props) -> Html {
    let page = use_page();
    let (text, view) = (page.text(), &props.view);
    let words = ProjectsText::of(text.language);
    let (query, set_query) = use_live_query::<ProjectsQuery>();
    let is_printing = use_printing();
    let ask = Callback::from(move |next: ProjectsQuery| {
        set_query.emit(next.clone());
        history::replace_throttled(&Route::Projects.href_with(&next));
    });
    let open = Callback::from(|next: ProjectsQuery| history::open_on_top(&Route::Projects.href_with(&next)));
    let close = {
        let below = Route::Projects.href_with(&query.closed());
        Callback::from(move |()| history::close(&below))
    };
    let mut all = view.catalog().projects();
    let count = all.len();
    let filter = Filter::of(&query.filter);
    all.retain(|project_view| filter.is_empty() || matches(view, project_view, &filter));
    all.sort_by_key(|project_view| {
        (Reverse(project_view.project.changed.at), project_view.project.name.key().as_str().to_owned())
    });
    let range = PageRange::of_rows(query.page, all.len(), is_printing);
    let denied = objection_to_creating(view, text);
    let page_href = |page| Route::Projects.href_with(&query.turned(page));
    let oninput = {
        let ask = ask.clone();
        ask.reform(|event: InputEvent| ProjectsQuery { filter: dom::field_value(&event), ..ProjectsQuery::default() })
    };
    let clear = ask.reform(|_: MouseEvent| {
        dom::focus("filter-projects");
        ProjectsQuery::default()
    });
    let columns = [words.project, words.team, words.team_role, words.artifacts, words.changed];
    let create = open.reform({
        let query = (*query).clone();
        move |()| query.opening("create", None)
    });
    html! {
        <>
            <Head title={words.title} lead={words.lead} />
            <div class="section">
                <div class="toolbar">
                    if count > 0 {
                        { filter_field("filter-projects", words.filter, &query.filter, oninput) }
                    }
                    { button_with_reason("create-project", words.create, denied.as_deref(), &create) }
                </div>
                if count == 0 {
                    <div class="empty">
                        { icon("project") }
                        <h2>{ words.none }</h2>
                        <p>{ words.none_why }</p>
                    </div>
                } else if all.is_empty() {
                    { no_match(&(words.no_match)(query.filter.trim()), words.clear_filter, clear) }
                } else {
                    { pager(range, &PagerWords::of(words.table, range, text), &Turn::Link(&page_href)) }
                    { table(words.table, "", &columns, html! {
                        for project_view in range.slice(&all) {
                            { row(view, project_view, text) }
                        }
                    }) }
                }
            </div>
            { dialog(view, &page, &query, &close) }
        </>
    }
}

fn row(view: &View, project_view: &ProjectView<'_>, text: &Catalog) -> Html {
    let project = project_view.project;
    let artifacts = view.catalog().artifacts_of(&project.id).count();
    html! {
        <tr key={project.id.to_string()}>
            <th scope="row"><a href={Route::of_project(&project.id).href()}>{ bdi(project.name.as_str()) }</a></th>
            <td>{ bdi(team_name(view, &project.team)) }</td>
            <td>{ (text.terms.team_role)(project_view.role) }</td>
            <td>{ intl::number(text.language, artifacts) }</td>
            <td>{ intl::date(text.language, project.changed.at) }</td>
        </tr>
    }
}

/// Compares the names of the project and the team.
fn matches(view: &View, project_view: &ProjectView<'_>, filter: &Filter) -> bool {
    let texts =
        [filter_text(project_view.project.name.as_str()), filter_text(team_name(view, &project_view.project.team))];
    filter.matches(texts.iter().map(|text| text.as_str()))
}

pub(super) fn team_name<'a>(view: &'a View, team: &TeamId) -> &'a str {
    view.teams.get(team).map_or("", |team| team.name.as_str())
}

/// The reason why the account can create no project in any team.
fn objection_to_creating(view: &View, text: &Catalog) -> Option<String> {
    let verdicts = || view.teams.iter().map(|team| view.may(&Permission::CreateProject(team.id.clone())));
    if verdicts().any(|verdict| verdict.is_granted()) {
        return None;
    }
    // A role that is too low says more than that the account is in no team.
    let of_own = own_teams(view).into_iter().next();
    let first = of_own.map(|(team, _)| team).or_else(|| view.teams.iter().next().map(|team| team.id.clone()));
    match first {
        Some(team) => view.may(&Permission::CreateProject(team)).denial().map(|reason| denial(view, reason, text)),
        None => Some(ProjectsText::of(text.language).no_teams.to_owned()),
    }
}

/// The dialog of the address, or nothing if it is unknown. The pages of a project and of the list share it.
pub(super) fn dialog(view: &ViewRef, page: &crate::page::Page, query: &ProjectsQuery, on_close: &Callback<()>) -> Html {
    let entry = match query.open.as_str() {
        "create" => Entry::New,
        "rename" => Entry::Existing(query.project()),
        "delete" => return remove_project(view, page, &query.project(), on_close),
        _ => return Html::default(),
    };
    let key = entry.key(page).as_key();
    html! { <EntryForm {key} view={view.clone()} {entry} {on_close} /> }
}

/// The reason why the account cannot rename or delete the project.
pub(super) fn objection_to_managing(view: &View, project: &domain::Project, text: &Catalog) -> Option<String> {
    objection(view, &Permission::ManageProject(project.id.clone()), text)
}
