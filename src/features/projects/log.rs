//! *Log artifact*: the form that creates a version of an artifact in a project.

mod draft;
mod files_field;
mod inputs;
mod reading;
mod text;

use domain::{
    Action, ArtifactName, Manifest, Metadata, MetadataFault, NewVersion, Permission, ProjectId, Refusal, TextFault,
    VersionAction, VersionId, View,
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use self::draft::{FilesFault, Input, LogFaults, LogFields, parse, parse_files};
pub use self::files_field::file_row;
use self::files_field::{BY_HAND, FilesField};
use self::text::LogText;
use super::text::ProjectsText;
use crate::forms::catalog::in_place::parse_metadata;
use crate::forms::form::{Form, FormKey, FormName, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::prose::{isolate, shortened};
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::{Route, use_query};
use crate::state::{ChangeError, Notice, Store, ViewRef};
use crate::ui::{TextField, bdi, icon, prose};
use crate::widgets::denials::{change_error, objection, refusal};
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;

const DENIED: &str = "log-denied";

const NAME: &str = "log-name";

/// The number of characters that a message repeats of a typed text, which can be long by mistake.
const SHOWN: usize = 200;

/// The query of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct LogQuery {
    /// The name of the artifact whose next version is logged.
    name: String,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub project: ProjectId,
}

#[component]
pub fn LogArtifact(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = LogText::of(text.language);
    let view = &props.view;
    let query = use_query::<LogQuery>();
    let key = FormKey::new(&page, FormName::LogArtifact, &props.project);
    let form: Form<LogFields> = use_form(key, prefilled(view, &props.project, query.name));
    let is_reading = use_state_eq(|| false);
    let fields = form.fields();
    let metadata = use_memo(fields.metadata.clone(), |typed| parse_metadata(typed));
    let files = use_memo((fields.files.clone(), fields.by_hand.clone()), |(read, typed)| parse_files(read, typed));
    let Some(project_view) = view.catalog().project(&props.project) else { return nothing_here(text) };
    let parsed = parse(view, &props.project, &fields, &metadata, &files);
    let denied = objection(view, &Permission::WriteProject(props.project.clone()), text);
    let messages = Messages::new(text, view, &props.project, &form, &parsed, (&metadata, &files));
    let edit = {
        let form = form.clone();
        Callback::from(move |(input, value): (Input, String)| form.edit(|fields| *fields.value_mut(input) = value))
    };
    let on_read = {
        let form = form.clone();
        Callback::from(move |read| form.edit(|fields| fields.files = fields.files.with(read)))
    };
    let on_clear = {
        let form = form.clone();
        Callback::from(move |()| form.edit(|fields| fields.files = draft::ReadFiles::default()))
    };
    let on_busy = {
        let is_reading = is_reading.setter();
        Callback::from(move |busy| is_reading.set(busy))
    };
    let onsubmit = {
        let (form, store, view) = (form.clone(), page.store.clone(), view.clone());
        let (parsed, is_denied, is_reading) = (parsed.clone(), denied.is_some(), *is_reading);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_denied || is_reading || form.is_done() {
                return;
            }
            let result = parsed.clone().map_err(|_| None).and_then(|new| {
                let log = Action::Version(VersionAction::Log(new.clone()));
                let receipt = store.dispatch(std::slice::from_ref(&log)).map_err(Some)?;
                Ok((new, log, VersionId(receipt.made(0))))
            });
            if let Some((new, log, made)) = form.finish(&view, result) {
                history::replace(&Route::of_version(&logged(&store, &new).unwrap_or(made)).href());
                store.notify(Notice::completed(&view, &[log]));
            }
        })
    };
    let discard = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus(NAME);
            form.discard();
        })
    };
    let cancel = {
        let (form, href) = (form.clone(), Route::of_project(&props.project).href());
        Callback::from(move |_: MouseEvent| {
            form.discard();
            history::push(&href);
        })
    };
    let project = project_view.project.name.as_str();
    let denied_id = denied.as_ref().map_or("", |_| DENIED);
    let field = |input, id: &'static str, label: &'static str, value: &str, hint: &'static str, problem: &str| {
        html! {
            <TextField
                {id}
                {label}
                {hint}
                value={value.to_owned()}
                multiline={matches!(input, Input::Description | Input::Metadata | Input::Inputs)}
                required={matches!(input, Input::Name | Input::ArtifactType)}
                problem={problem.to_owned()}
                denied={denied_id}
                note={if input == Input::Name { messages.name_note.clone() } else { String::new() }}
                on_input={edit.reform(move |value: String| (input, value))}
            />
        }
    };
    html! {
        <>
            <p class="crumb">
                <a href={Route::Projects.href()}>{ ProjectsText::of(text.language).title }</a>
                { " › " }
                <a href={Route::of_project(&props.project).href()}>{ bdi(project) }</a>
            </p>
            <Head title={words.title} lead={crate::i18n::prose::plain(&(words.lead)(&isolate(project)))} />
            <form class="section log-artifact" {onsubmit} novalidate=true>
                if let Some(denied) = &denied {
                    <p class="denied" id={DENIED}>{ icon("lock") }<span>{ prose(denied) }</span></p>
                }
                <Summary
                    title={(text.common.problems)(messages.summary.len())}
                    problems={messages.summary.clone()}
                    attempt={form.attempt().count}
                />
                if form.was_restored() {
                    <p class="field-note">
                        { icon("info") }<span>{ words.draft }</span>
                        <button type="button" class="link" onclick={discard}>{ words.discard }</button>
                    </p>
                }
                { field(Input::Name, NAME, words.name, &fields.name, words.name_hint, &messages.name) }
                { field(Input::ArtifactType, "log-type", words.kind, &fields.artifact_type, words.kind_hint, &messages.artifact_type) }
                <FilesField
                    manifest={(*files).clone()}
                    by_hand={fields.by_hand.clone()}
                    denied={denied_id}
                    on_type={edit.reform(|value: String| (Input::ByHand, value))}
                    {on_read}
                    {on_clear}
                    {on_busy}
                />
                { field(Input::Description, "log-description", words.description, &fields.description, "", &messages.description) }
                { field(Input::Metadata, "log-metadata", words.metadata, &fields.metadata, words.metadata_hint, &messages.metadata) }
                { field(Input::Tags, "log-tags", words.tags, &fields.tags, words.list_hint, &messages.tags) }
                { field(Input::Aliases, "log-aliases", words.aliases, &fields.aliases, words.latest_hint, &messages.aliases) }
                { field(Input::Run, "log-run", words.run, &fields.run, words.run_hint, &messages.run) }
                { field(Input::Inputs, "log-inputs", words.inputs, &fields.inputs, words.inputs_hint, &messages.inputs) }
                <p class="field-note" role="status">
                    if *is_reading {
                        { icon("info") }<span>{ words.still_reading }</span>
                    }
                </p>
                <div class="button-row">
                    <button
                        type="submit"
                        class="button button-primary"
                        aria-disabled={(denied.is_some() || *is_reading).then_some("true")}
                        aria-describedby={denied.as_ref().map(|_| DENIED)}
                    >
                        { words.title }
                    </button>
                    <button type="button" class="button" onclick={cancel}>{ text.common.cancel }</button>
                </div>
            </form>
        </>
    }
}

/// The form for the next version of an artifact, or for a new one.
fn prefilled(view: &View, project: &ProjectId, name: String) -> LogFields {
    let known = view.catalog().artifact_named(project, &name);
    let artifact_type = known.map(|artifact| artifact.artifact_type.to_string()).unwrap_or_default();
    LogFields { name, artifact_type, ..LogFields::default() }
}

/// The version with the logged content, which is an earlier one if there was one.
fn logged(store: &Store, new: &NewVersion) -> Option<VersionId> {
    let model = store.model();
    let artifact = model.view()?.catalog().artifact_named(&new.project, new.name.as_str())?.clone();
    Some(artifact.version_with(new.files.digest())?.id.clone())
}

/// The messages for each field.
#[derive(Default)]
struct Messages {
    name: String,
    name_note: String,
    artifact_type: String,
    description: String,
    metadata: String,
    tags: String,
    aliases: String,
    run: String,
    inputs: String,
    summary: Vec<Problem>,
}

impl Messages {
    fn new(
        text: &Catalog,
        view: &View,
        project: &ProjectId,
        form: &Form<LogFields>,
        parsed: &Result<NewVersion, Box<LogFaults>>,
        (metadata, files): (&Result<Metadata, MetadataFault>, &Result<Manifest, FilesFault>),
    ) -> Self {
        let words = LogText::of(text.language);
        let fields = form.fields();
        let was_submitted = form.attempt().count > 0;
        let faults = parsed.as_ref().err().map(|faults| (**faults).clone()).unwrap_or_default();
        let explain = |subject, fault: Option<TextFault>| match fault {
            // An empty field is a fault only after an attempt to submit.
            Some(TextFault::Empty) if !was_submitted => String::new(),
            Some(fault) => (text.fault.explain)(subject, &fault),
            None => String::new(),
        };
        let of_item = |subject, fault: Option<(String, TextFault)>| {
            let of = |(item, fault): (String, TextFault)| {
                (text.fault.of_type)(&item, &(text.fault.explain)(subject, &fault))
            };
            fault.map(of).unwrap_or_default()
        };
        let mut messages = Self {
            name: explain(Subject::ArtifactName, faults.name),
            name_note: note(view, project, &fields.name, files.as_ref().ok(), words),
            artifact_type: explain(Subject::ArtifactType, faults.artifact_type),
            description: explain(Subject::Description, faults.description),
            metadata: metadata.as_ref().err().map(|fault| (text.fault.metadata)(fault)).unwrap_or_default(),
            tags: of_item(Subject::Tag, faults.tags),
            aliases: of_item(Subject::Alias, faults.aliases),
            run: explain(Subject::RunName, faults.run),
            inputs: faults.inputs.map(|typed| (words.no_such_version)(&shortened(&typed, SHOWN))).unwrap_or_default(),
            summary: Vec::new(),
        };
        if faults.needs_run && was_submitted {
            messages.run = words.needs_run.to_owned();
        }
        let mut of_form = None;
        let reviewed = parsed.as_ref().ok().map(|new| Action::Version(VersionAction::Log(new.clone())));
        match reviewed.and_then(|action| view.review(&action).err()) {
            Some(reason @ (Refusal::OtherType { .. } | Refusal::ReservedType(_))) => {
                messages.artifact_type = refusal(view, &reason, text);
            }
            Some(reason @ Refusal::ManagedAlias(_)) => messages.aliases = refusal(view, &reason, text),
            Some(reason @ Refusal::Denied(_)) if !fields.inputs.is_empty() => {
                messages.inputs = refusal(view, &reason, text);
            }
            Some(_) => of_form = form.attempt().error.as_ref(),
            // The refused action is allowed meanwhile.
            None => of_form = form.attempt().error.as_ref().filter(|error| !matches!(error, ChangeError::Refused(..))),
        }
        if was_submitted {
            let shown = [
                (NAME, &messages.name),
                ("log-type", &messages.artifact_type),
                ("log-description", &messages.description),
                ("log-metadata", &messages.metadata),
                ("log-tags", &messages.tags),
                ("log-aliases", &messages.aliases),
                ("log-run", &messages.run),
                ("log-inputs", &messages.inputs),
            ];
            let wrong = shown.into_iter().filter(|(_, text)| !text.is_empty());
            let mut summary: Vec<Problem> = wrong.map(|(field, text)| Problem { field, text: text.clone() }).collect();
            if let Err(fault) = files {
                let text = (words.by_hand_fault)(&words.files_fault(fault, text));
                summary.push(Problem { field: BY_HAND, text });
            }
            if let Some(error) = of_form {
                summary.push(Problem { field: "", text: change_error(view, error, text) });
            }
            messages.summary = summary;
        }
        messages
    }
}

/// The note about the version that the form makes, as far as its name is known.
fn note(view: &View, project: &ProjectId, name: &str, files: Option<&Manifest>, words: &LogText) -> String {
    let Ok(name) = ArtifactName::parse(name) else { return String::new() };
    let Some(artifact) = view.catalog().artifact_named(project, name.as_str()) else { return words.first.to_owned() };
    match files.and_then(|files| artifact.version_with(files.digest())) {
        Some(version) => (words.same_content)(version.number),
        None => (words.next)(name.as_str(), artifact.versions.next_number()),
    }
}
