//! **Will it link?**: a version, a registry and a collection, every reason against linking, and the same in Python. The link can be
//! made here.

use domain::{Id, LinkId, VersionRef};
use interchange::python::{Linked, link_script};
use yew::prelude::*;

use super::text::will_link::WillLinkText;
use crate::forms::catalog::perform;
use crate::forms::catalog::source::{Source, SourceField, SourceFields};
use crate::forms::catalog::target::{Target, TargetField, TargetFields, Verdict, show_verdict};
use crate::forms::catalog::text::CatalogText;
use crate::forms::catalog::text::linking::LinkingText;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::history;
use crate::routes::use_live_query;
use crate::routes::will_link::WillLinkQuery;
use crate::state::ViewRef;
use crate::ui::{bdi, icon, prose};
use crate::widgets::head::Head;
use crate::widgets::python::copy_as_python;

fn source_of(query: &WillLinkQuery) -> SourceFields {
    let (project, artifact, version) = (query.project.clone(), query.artifact.clone(), query.version.clone());
    SourceFields { team: String::new(), project, artifact, version }
}

fn target_of(query: &WillLinkQuery) -> TargetFields {
    let (registry, collection, aliases) = (query.registry.clone(), query.collection.clone(), query.aliases.clone());
    TargetFields { registry, collection, aliases }
}

fn with_source(query: &WillLinkQuery, field: SourceField, value: String) -> WillLinkQuery {
    let mut source = source_of(query);
    source.choose(field, value);
    let SourceFields { project, artifact, version, .. } = source;
    WillLinkQuery { project, artifact, version, ..query.clone() }
}

fn with_target(query: &WillLinkQuery, field: TargetField, value: String) -> WillLinkQuery {
    let mut target = target_of(query);
    target.set(field, value);
    let TargetFields { registry, collection, aliases } = target;
    WillLinkQuery { registry, collection, aliases, ..query.clone() }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[component]
pub fn WillLink(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = LinkingText::of(text.language);
    let page_words = WillLinkText::of(text.language);
    let (query, set_query) = use_live_query::<WillLinkQuery>();
    let problem = use_state_eq(String::new);
    let view = &props.view;
    let ask = {
        let problem = problem.setter();
        Callback::from(move |next: WillLinkQuery| {
            problem.set(String::new());
            set_query.emit(next.clone());
            history::replace_throttled(&next.href());
        })
    };
    let on_source = {
        let query = (*query).clone();
        ask.reform(move |(field, value)| with_source(&query, field, value))
    };
    let on_target = {
        let query = (*query).clone();
        ask.reform(move |(field, value)| with_target(&query, field, value))
    };
    let source = Source::of(view, &source_of(&query));
    let through = Some(VersionRef::Linked(LinkId(Id::from_text(&query.link)))).filter(|_| !query.link.is_empty());
    let version = through.clone().or_else(|| source.reference());
    let fields = target_of(&query);
    let target = Target::of(view, &fields);
    let verdict = version.as_ref().and_then(|version| target.verdict(view, version, text));
    let is_ready = target.aliases.is_ok() && verdict.as_ref().is_some_and(|verdict| verdict.faults.is_empty());
    let onsubmit = {
        let (page, view, problem) = (page.clone(), view.clone(), problem.setter());
        let link = version.clone().and_then(|version| target.linking(version)).filter(|_| is_ready);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(link) = &link {
                problem.set(perform(&page, &view, link.clone()).err().unwrap_or_default());
            }
        })
    };
    html! {
        <>
            <Head title={words.will_it_link} lead={page_words.lead} />
            <form class="section will-link" {onsubmit} novalidate=true>
                if let Some(through) = &through {
                    <p>{ CatalogText::of(text.language).version }{ ": " }{ bdi(&view.catalog().name_of(through).unwrap_or_default()) }</p>
                } else if source.is_empty() {
                    <p>{ words.no_projects }</p>
                } else {
                    { source.show(view, false, &on_source, text) }
                }
                { target.show(view, &fields, version.as_ref(), &on_target, text) }
                <div class="verdict" role="status">
                    { shown(verdict.as_ref(), text) }
                    if !problem.is_empty() {
                        <p class="problem">{ icon("warning") }<span>{ prose(&problem) }</span></p>
                    }
                </div>
                <div class="button-row">
                    <button type="submit" class="button button-primary" aria-disabled={(!is_ready).then_some("true")}>
                        { words.link }
                    </button>
                </div>
            </form>
            <section class="section" aria-labelledby="usage-title">
                <h2 id="usage-title">{ page_words.python }</h2>
                { copy_as_python("will-link-python", python(view, version.as_ref(), &target), text) }
            </section>
        </>
    }
}

fn shown(verdict: Option<&Verdict>, text: &Catalog) -> Html {
    html! {
        if verdict.is_none() {
            <p class="muted">{ WillLinkText::of(text.language).incomplete }</p>
        } else {
            { show_verdict(verdict, text) }
        }
    }
}

/// The Python lines, once all is chosen.
fn python(view: &ViewRef, version: Option<&VersionRef>, target: &Target<'_>) -> Option<String> {
    let catalog = view.catalog();
    let version = version?;
    let version_view = catalog.version(version)?;
    let source = match version_view.link {
        Some((link, collection)) => format!("{}:v{}", catalog.full_name_of_collection(collection), link.number),
        None => catalog.name_of(version)?,
    };
    let project = catalog
        .project(&version_view.artifact.project)
        .filter(|_| version_view.link.is_none())
        .map(|project_view| project_view.project);
    let team = project.and_then(|project| view.teams.get(&project.team));
    let registry = &target.registry?.registry;
    let aliases: Vec<&str> = target.aliases().iter().map(|alias| alias.as_str()).collect();
    Some(link_script(&Linked {
        project: team.zip(project).map(|(team, project)| (team.name.as_str(), project.name.as_str())),
        source: &source,
        collection: &format!("{}/{}", registry.full_name(), target.collection.as_ref().ok()?),
        aliases: &aliases,
    }))
}
