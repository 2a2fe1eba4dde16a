//! The import of a list: a preview of each line, and one intent that adds all. Also the export of the directory.

mod text;

use std::rc::Rc;

use domain::Id;
use interchange::directory::{self, Faults, Line, Plan};
use interchange::file_name;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use workspace::Via;
use yew::platform::spawn_local;
use yew::prelude::*;

use self::text::{EXAMPLE, ImportText};
use super::PART_TITLE;
use super::text::PeopleText;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::i18n::Catalog;
use crate::page::{Page, use_page};
use crate::platform::{clock, dom, file};
use crate::state::{NotDone, Notice, ViewRef};
use crate::ui::{TextField, bdi, icon, prose};
use crate::widgets::denials::not_done;

/// The maximum size of a draft. The tab's storage is too small for large files.
const MAX_DRAFT: usize = 200_000;

/// The maximum number of shown lines and faults.
const MAX_ROWS: usize = 100;

const DENIED: &str = "import-denied";

/// The id of the preview.
const OUTCOME: &str = "import-outcome";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The reason why the account cannot import, if so.
    pub denied: Option<String>,
}

/// The source of the preview.
#[derive(Clone, PartialEq)]
struct Source {
    /// The name of the file, or `None` for a pasted list.
    file: Option<String>,
    bytes: Rc<[u8]>,
}

/// The reason for a missing preview or a failed import.
#[derive(Clone, PartialEq)]
enum Failure {
    Empty,
    NoFile,
    NotDone(NotDone),
    NotDownloaded,
}

/// The typed or pasted list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct ImportFields {
    list: String,
}

impl Fields for ImportFields {
    fn is_kept(&self) -> bool {
        self.list.len() <= MAX_DRAFT
    }
}

#[component]
pub fn Import(props: &Props) -> Html {
    let page = use_page();
    let (text, view) = (page.text(), &props.view);
    let words = ImportText::of(text.language);
    let form: Form<ImportFields> = use_form(FormKey::new(&page, FormName::Import, ""), ImportFields::default());
    let source = use_state_eq(|| None::<Source>);
    let failure = use_state_eq(|| None::<Failure>);
    let read = use_memo((view.clone(), (*source).clone()), |(view, source)| {
        source.as_ref().map(|source| directory::read(&source.bytes, view))
    });
    let on_input = {
        let (form, source, failure) = (form.clone(), source.setter(), failure.setter());
        Callback::from(move |value: String| {
            form.edit(|fields| fields.list = value);
            source.set(None);
            failure.set(None);
        })
    };
    let preview = {
        let (form, source, failure) = (form.clone(), source.setter(), failure.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = form.fields().list;
            let is_empty = typed.trim().is_empty();
            failure.set(is_empty.then_some(Failure::Empty));
            source.set((!is_empty).then(|| Source { file: None, bytes: typed.as_bytes().into() }));
            dom::scroll_into_view_after_render(OUTCOME);
        })
    };
    let on_file = {
        let (source, failure) = (source.setter(), failure.setter());
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            let (source, failure) = (source.clone(), failure.clone());
            spawn_local(async move {
                if input.files().is_none_or(|files| files.length() == 0) {
                    return;
                }
                let read = file::read_bytes(&input).await;
                failure.set(read.is_none().then_some(Failure::NoFile));
                source.set(read.map(|(name, bytes)| Source { file: Some(name), bytes: bytes.into() }));
                dom::scroll_into_view_after_render(OUTCOME);
            });
        })
    };
    let is_denied = props.denied.is_some();
    let import = {
        let (store, read, form) = (page.store.clone(), Rc::clone(&read), form.clone());
        let is_typed = source.as_ref().is_some_and(|source| source.file.is_none());
        let (source, failure) = (source.setter(), failure.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(Ok(plan)) = &*read else { return };
            if is_denied {
                return;
            }
            let new_id = |position| store.makes_next(position).unwrap_or_else(|| Id::from_text(""));
            match store.dispatch_via(Via::Import, &plan.actions(new_id)) {
                Ok(_) => {
                    // The import of a file keeps the typed list.
                    if is_typed {
                        form.discard();
                    }
                    source.set(None);
                    failure.set(None);
                    // The pressed button disappears with the preview, so the focus moves elsewhere.
                    dom::focus(PART_TITLE);
                    store.notify(Notice::Imported([plan.people.len(), plan.service_accounts.len(), plan.teams.len()]));
                }
                Err(error) => failure.set(Some(Failure::NotDone(error))),
            }
        })
    };
    let problem = failure.as_ref().map(|failure| match failure {
        Failure::Empty => words.empty.to_owned(),
        Failure::NoFile => words.no_file.to_owned(),
        Failure::NotDone(error) => not_done(view, error, text),
        Failure::NotDownloaded => words.export_failed.to_owned(),
    });
    let export = {
        let (view, failure) = (view.clone(), failure.setter());
        Callback::from(move |_: MouseEvent| {
            let name = file_name("directory", view.organization.as_str(), &clock::today(), "csv");
            let is_downloaded = file::download(&name, &directory::write(&view)).is_ok();
            failure.set((!is_downloaded).then_some(Failure::NotDownloaded));
        })
    };
    html! {
        <section class="section" aria-labelledby={PART_TITLE}>
            <div class="section-head"><h2 id={PART_TITLE} tabindex="-1">{ words.import }</h2></div>
            <p class="muted">{ words.import_lead }</p>
            <p class="denied" id={DENIED}>
                if let Some(denied) = &props.denied {
                    { icon("info") }<span>{ prose(denied) }</span>
                }
            </p>
            { format(text) }
            <p class="problem" role="alert">
                if let Some(problem) = &problem {
                    { icon("warning") }<span>{ prose(problem) }</span>
                }
            </p>
            <div class="field">
                <label for="import-file">{ words.file }</label>
                <input id="import-file" type="file" accept=".csv,.tsv,.txt,text/csv" onchange={on_file} />
            </div>
            <form onsubmit={preview} novalidate=true>
                <TextField id="import-list" label={words.list} multiline=true value={form.fields().list} {on_input} />
                <div class="button-row"><button type="submit" class="button">{ words.preview }</button></div>
            </form>
            <div id={OUTCOME} aria-live="polite">
                if let (Some(read), Some(source)) = (&*read, &*source) {
                    { outcome(&page, read, source) }
                }
            </div>
            if let Some(Ok(plan)) = &*read {
                if !plan.is_empty() {
                    <div class="explained">
                        <button
                            type="button"
                            class="button button-primary"
                            aria-disabled={is_denied.then_some("true")}
                            aria-describedby={if is_denied { "import-note import-denied" } else { "import-note" }}
                            onclick={import}
                        >
                            { words.button }
                        </button>
                        <p class="muted small" id="import-note">{ words.all_or_nothing }</p>
                    </div>
                }
            }
            <div class="section-head"><h2>{ words.export }</h2></div>
            <p class="muted">{ words.export_lead }</p>
            <button type="button" class="button" onclick={export}>{ icon("download") }{ words.export_button }</button>
        </section>
    }
}

/// The description of the format.
fn format(text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    html! {
        <details>
            <summary>{ words.format }</summary>
            <ul class="format-rules">
                for rule in words.format_rules {
                    <li>{ rule }</li>
                }
            </ul>
            <pre class="raw" tabindex="0" lang="en">{ EXAMPLE }</pre>
        </details>
    }
}

/// The preview of the list.
fn outcome(page: &Page, read: &Result<Plan, Faults>, source: &Source) -> Html {
    let text = page.text();
    let words = ImportText::of(text.language);
    let shown = match read {
        Ok(plan) => added(plan, text),
        Err(faults) => faulty(faults, text),
    };
    html! {
        <>
            if let Some(file) = &source.file {
                <p class="muted">{ prose(&(words.from_file)(file)) }</p>
            }
            { shown }
        </>
    }
}

fn faulty(faults: &Faults, text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    let count = faults.listed.len() + faults.more;
    let more = count.saturating_sub(MAX_ROWS);
    html! {
        <div class="error-summary">
            <p>{ icon("warning") }<strong>{ (words.faults)(count) }</strong></p>
            <ul>
                for fault in faults.listed.iter().take(MAX_ROWS) {
                    <li>{ prose(&text.fault_of_list(fault)) }</li>
                }
                if more > 0 {
                    <li>{ (text.common.and_more)(more) }</li>
                }
            </ul>
        </div>
    }
}

fn added(plan: &Plan, text: &Catalog) -> Html {
    let people_text = PeopleText::of(text.language);
    let words = ImportText::of(text.language);
    if plan.is_empty() {
        return html! { <p>{ words.adds_nothing }</p> };
    }
    let counts = [plan.people.len(), plan.service_accounts.len(), plan.teams.len(), plan.memberships.len()];
    let more = plan.lines.len().saturating_sub(MAX_ROWS);
    html! {
        <>
            <p><strong>{ (words.adds)(counts) }</strong></p>
            <div class="table-scroll" role="region" aria-label={words.preview} tabindex="0">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col" class="number">{ words.line }</th>
                            <th scope="col">{ people_text.name }</th>
                            <th scope="col">{ words.kind }</th>
                            <th scope="col">{ words.outcome }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for line in plan.lines.iter().take(MAX_ROWS) {
                            { row(line, text) }
                        }
                    </tbody>
                </table>
            </div>
            if more > 0 {
                <p class="muted">{ (text.common.and_more)(more) }</p>
            }
        </>
    }
}

fn row(line: &Line, text: &Catalog) -> Html {
    let words = ImportText::of(text.language);
    html! {
        <tr>
            <td class="number">{ line.line }</td>
            <th scope="row">
                if let Some(name) = &line.name {
                    { bdi(name.as_str()) }{ " " }
                }
                <span class="muted">{ bdi(line.account.as_str()) }</span>
            </th>
            <td>{ (words.kind_named)(line.kind) }</td>
            <td>{ (words.outcome_named)(line.outcome, line.memberships) }</td>
        </tr>
    }
}
