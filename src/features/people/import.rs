//! The import of a list: how it was read, what it does for each person, service account and team, and one intent that does all.
//! Also the export of the directory.

mod access;
mod failure;
mod options;
mod planning;
mod preview;
mod reading;
mod sections;
mod slices;
mod source;
mod text;

use std::rc::Rc;

use domain::Id;
use interchange::directory::{self, Choices, Mapping, Plan, Status};
use interchange::encoding::Encoding;
use interchange::file_name;
use serde::{Deserialize, Serialize};
use workspace::Via;
use yew::platform::spawn_local;
use yew::prelude::*;

use self::failure::{Failure, failure_text, unreadable_text};
use self::planning::{Inputs, Planned, use_content, use_plan};
use self::source::Source;
use self::text::{EXAMPLE, ImportText};
use super::PART_TITLE;
use super::query::PeopleQuery;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::page::use_page;
use crate::platform::{clock, dom, file, history};
use crate::state::{Notice, Store, ViewRef};
use crate::ui::{DropZone, TextField, icon, prose, use_drop_zone};

/// The maximum size of a draft. The tab's storage is too small for large files.
const MAX_DRAFT: usize = 200_000;

const DENIED: &str = "import-denied";

/// The id of the preview.
const OUTCOME: &str = "import-outcome";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The reason why the account cannot import, if so.
    pub denied: Option<String>,
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

/// The settings for the source. They are forgotten with the source.
#[derive(Clone, Default, PartialEq)]
struct Settings {
    /// The mapping that was changed by hand.
    mapping: Option<Mapping>,
    /// Whether the columns are shown; `None` if nobody has chosen.
    shows_columns: Option<bool>,
    choices: Choices,
    /// The filter that was chosen; `None` for the one that fits the plan.
    filter: Option<Option<Status>>,
    page: usize,
}

#[component]
pub fn Import(props: &Props) -> Html {
    let page = use_page();
    let (text, view) = (page.text(), &props.view);
    let words = ImportText::of(text.language);
    let form: Form<ImportFields> = use_form(FormKey::new(&page, FormName::Import, ""), ImportFields::default());
    let source = use_state_eq(|| None::<Source>);
    let settings = use_state_eq(Settings::default);
    let failure = use_state_eq(|| None::<Failure>);
    let content = use_content((*source).clone());
    let inputs = content.as_ref().and_then(|content| content.as_ref().ok()).map(|content| Inputs {
        mapping: settings.mapping.clone().unwrap_or_else(|| content.guess.clone()),
        content: Rc::clone(content),
        choices: settings.choices.clone(),
        view: view.clone(),
    });
    let planned = use_plan(inputs.clone()).filter(|planned| {
        // The plan of another source is not shown.
        inputs.as_ref().is_some_and(|inputs| Rc::ptr_eq(&inputs.content, &planned.inputs.content))
    });
    let take = {
        let (source, settings, failure) = (source.setter(), settings.setter(), failure.setter());
        Callback::from(move |taken: Result<Source, Failure>| {
            settings.set(Settings::default());
            failure.set(taken.as_ref().err().cloned());
            source.set(taken.ok());
            dom::scroll_into_view_after_render(OUTCOME);
        })
    };
    let on_input = {
        let (form, source, settings, failure) = (form.clone(), source.setter(), settings.setter(), failure.setter());
        Callback::from(move |value: String| {
            form.edit(|fields| fields.list = value);
            source.set(None);
            settings.set(Settings::default());
            failure.set(None);
        })
    };
    let preview = {
        let (form, take) = (form.clone(), take.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = form.fields().list;
            take.emit(match typed.trim() {
                "" => Err(Failure::Empty),
                _ => Ok(Source { file: None, bytes: typed.as_bytes().into(), encoding: Some(Encoding::UTF_8) }),
            });
        })
    };
    let take_file = take.reform(|read: Option<(String, Vec<u8>)>| {
        let (name, bytes) = read.ok_or(Failure::NoFile)?;
        Ok(Source { file: Some(name), bytes: bytes.into(), encoding: None })
    });
    let on_file = {
        let take_file = take_file.clone();
        Callback::from(move |event: Event| {
            let Some(input) = file::input_with_selection(&event) else { return };
            let take_file = take_file.clone();
            spawn_local(async move { take_file.emit(file::read_bytes(&input).await) });
        })
    };
    let drop_zone = use_drop_zone(Callback::from(move |event: DragEvent| {
        let take_file = take_file.clone();
        if let Some(file) = file::dropped(&event) {
            spawn_local(async move { take_file.emit(file::read(&file).await) });
        }
    }));
    let DropZone { is_over, ondragover, ondragleave, ondrop } = drop_zone;
    let set = {
        let settings = settings.clone();
        Callback::from(move |next: Settings| settings.set(next))
    };
    let is_denied = props.denied.is_some();
    let import = {
        let (store, form, set, inputs) = (page.store.clone(), form.clone(), set.clone(), inputs.clone());
        let is_typed = source.as_ref().is_some_and(|source| source.file.is_none());
        let (source, failure) = (source.setter(), failure.setter());
        Callback::from(move |planned: Planned| {
            // A plan for earlier choices is replaced in a moment.
            if is_denied || planned.plan.is_blocked() || inputs.as_ref() != Some(&planned.inputs) {
                return;
            }
            let new_id = |position| store.makes_next(position).unwrap_or_else(|| Id::from_text(""));
            let first = new_id(0);
            match store.dispatch_via(Via::Import, &planned.plan.actions(new_id)) {
                Ok(_) => {
                    // The import of a file keeps the typed list.
                    if is_typed {
                        form.discard();
                    }
                    source.set(None);
                    set.emit(Settings::default());
                    failure.set(None);
                    show_imported(&store, &planned.plan, &first);
                }
                Err(error) => failure.set(Some(Failure::Change(error))),
            }
        })
    };
    let problem = failure.as_ref().map(|failure| failure_text(view, failure, text));
    let not_usable = inputs.as_ref().filter(|inputs| !inputs.mapping.is_usable()).map(|_| words.not_usable.to_owned());
    let unreadable = content.as_ref().and_then(|content| content.as_ref().err());
    let unreadable = unreadable.map(|reason| unreadable_text(reason, text));
    let export = {
        let view = view.clone();
        on_download(failure.setter(), move || {
            (file_name("directory", view.organization.as_str(), &clock::today(), "csv"), directory::write(&view))
        })
    };
    let template = on_download(failure.setter(), || {
        ("registrar-template.csv".to_owned(), format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n")))
    });
    let on_encoding = {
        let (source, set) = (source.clone(), set.clone());
        Callback::from(move |encoding: Encoding| {
            set.emit(Settings::default());
            source.set((*source).clone().map(|source| Source { encoding: Some(encoding), ..source }));
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
            { sections::format(text, &template) }
            <p class="problem" role="alert">
                if let Some(problem) = problem.as_ref().or(unreadable.as_ref()).or(not_usable.as_ref()) {
                    { icon("warning") }<span>{ prose(problem) }</span>
                }
            </p>
            <div class="field drop-zone" data-over={is_over.then_some("true")} {ondragover} {ondragleave} {ondrop}>
                <label for="import-file">{ words.file }</label>
                <input
                    id="import-file"
                    type="file"
                    accept=".csv,.tsv,.txt,.json,.jsonl,text/csv,application/json"
                    aria-describedby="import-drop"
                    onchange={on_file}
                />
                <p class="hint" id="import-drop">{ words.drop }</p>
            </div>
            <form onsubmit={preview} novalidate=true>
                <TextField id="import-list" label={words.list} multiline=true value={form.fields().list} {on_input} />
                <div class="button-row"><button type="submit" class="button">{ words.preview }</button></div>
            </form>
            <div id={OUTCOME}>
                if let (Some(inputs), Some(source)) = (&inputs, &*source) {
                    { sections::how_it_was_read(inputs, source, planned.as_ref(), &settings, &set, &on_encoding, text) }
                    if let Some(planned) = planned {
                        { sections::outcome(&planned, &settings, &set, text) }
                        { sections::footer(&planned, view, is_denied, &import, text) }
                    } else {
                        <p class="muted" role="status">{ words.planning }</p>
                    }
                } else if source.is_some() && content.is_none() {
                    <p class="muted" role="status">{ words.planning }</p>
                }
            </div>
            <div class="section-head"><h2>{ words.export }</h2></div>
            <p class="muted">{ words.export_lead }</p>
            <button type="button" class="button" onclick={export}>{ icon("download") }{ words.export_button }</button>
        </section>
    }
}

/// Downloads a file on a click. `write` answers its name and its content.
fn on_download(
    failure: UseStateSetter<Option<Failure>>,
    write: impl Fn() -> (String, String) + 'static,
) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        let (name, content) = write();
        let is_downloaded = file::download(&name, &content).is_ok();
        failure.set((!is_downloaded).then_some(Failure::NotDownloaded));
    })
}

/// Reports the import, and shows the imported people. `first` is the id of the first object that it has made.
fn show_imported(store: &Store, plan: &Plan, first: &Id) {
    store.notify(Notice::Imported([plan.people.len(), plan.service_accounts.len(), plan.teams.len()]));
    if plan.people.is_empty() {
        // The pressed button disappears with the preview, so the focus moves elsewhere.
        dom::focus(PART_TITLE);
    } else {
        history::push(&PeopleQuery::imported_by(first.as_str()).href());
    }
}
