//! The dialog that creates a collection, and links its first version if one is chosen.

use std::rc::Rc;

use domain::{
    Action, ArtifactType, CollectionAction, CollectionId, CollectionName, Description, LinkTarget, NewCollection,
    Permission, Refusal, Registry, RegistryPermission, Tags, TextFault, View,
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::list::CollectionsQuery;
use super::text::CollectionsText;
use crate::forms::catalog::source::{Source, SourceFields};
use crate::forms::catalog::text::CatalogText;
use crate::forms::catalog::text::linking::LinkingText;
use crate::forms::form::{Fields, Form, FormKey, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::{Route, use_query};
use crate::state::{Notice, ViewRef};
use crate::ui::{DataOption, DataOptions, DataSelect, Dialog, DialogForm, TextField, bdi, icon, prose};
use crate::widgets::denials::{change_error, objection, refusal};
use crate::widgets::walkthrough::walk_line;

const NAME_ID: &str = "collection-name";

const TYPE_ID: &str = "collection-type";

const DESCRIPTION_ID: &str = "collection-description";

const TAGS_ID: &str = "collection-tags";

const LINK_ID: &str = "collection-link";

/// The fields, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct CreateFields {
    name: String,
    artifact_type: String,
    description: String,
    tags: String,
    /// Whether a version is linked at once.
    links: bool,
    source: SourceFields,
}

impl Fields for CreateFields {}

impl CreateFields {
    /// The typed or chosen type; without one that of the chosen artifact, or the only one that the registry accepts.
    fn type_in(&self, registry: &Registry, source: Option<&Source<'_>>) -> String {
        let accepts = registry.accepts();
        let linked = source.and_then(|source| source.artifact).map(|artifact| &artifact.artifact_type);
        let linked = linked.filter(|linked| accepts.accepts(linked)).map(ToString::to_string);
        let only = if accepts.is_all() || accepts.saved().len() != 1 { None } else { accepts.saved().first() };
        match self.artifact_type.as_str() {
            "" => linked.or_else(|| only.map(ToString::to_string)).unwrap_or_default(),
            typed => typed.to_owned(),
        }
    }
}

/// The faults of name, type, description and tags.
type Faults = [Option<TextFault>; 4];

fn parse(registry: &Registry, fields: &CreateFields, artifact_type: &str) -> Result<NewCollection, Faults> {
    let name = CollectionName::parse(&fields.name);
    let artifact_type = ArtifactType::parse(artifact_type);
    let description = Description::parse(&fields.description);
    let tags = Tags::parse_list(&fields.tags);
    match (name, artifact_type, description, tags) {
        (Ok(name), Ok(artifact_type), Ok(description), Ok(tags)) => {
            Ok(NewCollection { registry: registry.id().clone(), name, artifact_type, description, tags })
        }
        (name, artifact_type, description, tags) => {
            Err([name.err(), artifact_type.err(), description.err(), tags.err()])
        }
    }
}

/// The creation, and the linking of the chosen version.
fn actions(new: &NewCollection, source: Option<&Source<'_>>) -> Vec<Action> {
    let link = source.and_then(Source::reference).map(|version| {
        let target = LinkTarget::Named { registry: new.registry.clone(), name: new.name.clone() };
        CollectionAction::Link { version, target, aliases: Vec::new() }.into()
    });
    [CollectionAction::Create(new.clone()).into()].into_iter().chain(link).collect()
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry: Rc<Registry>,
    /// The key of the draft.
    pub form: FormKey,
}

#[component]
pub fn CreateCollection(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = CollectionsText::of(text.language);
    let form: Form<CreateFields> = use_form(props.form.clone(), CreateFields::default());
    let fields = form.fields();
    let view = form.shown_view(&props.view);
    let registry = &props.registry;
    let source = fields.links.then(|| Source::of(&view, &fields.source));
    let artifact_type = fields.type_in(registry, source.as_ref());
    let parsed = parse(registry, &fields, &artifact_type);
    let permission = Permission::InRegistry(registry.id().clone(), RegistryPermission::CreateCollection);
    let denied = objection(&view, &permission, text);
    let messages = Messages::new(&view, &fields, &parsed, source.as_ref(), form.attempt().count > 0, text);
    let mut summary = messages.summary(form.attempt().count > 0);
    if let Some(error) = &form.attempt().error
        && summary.is_empty()
    {
        summary.push(Problem { field: "", text: change_error(&view, error, text) });
    }

    let below = use_query::<CollectionsQuery>();
    let below = Route::of_registry(&view, registry.id()).href_with(&below);
    let close = Callback::from(move |()| history::close(&below));
    let cancel = form.on_cancel(&close);
    let discard = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus(NAME_ID);
            form.discard();
        })
    };
    let onsubmit = {
        let (form, view, registry) = (form.clone(), view.clone(), registry.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if form.is_done() {
                return;
            }
            let fields = form.fields();
            let source = fields.links.then(|| Source::of(&view, &fields.source));
            let artifact_type = fields.type_in(&registry, source.as_ref());
            let made = store.makes_next(0);
            let result = parse(&registry, &fields, &artifact_type).map_err(|_| None).and_then(|new| {
                let actions = actions(&new, source.as_ref());
                let done = Notice::completed(&view, &actions);
                store.dispatch(&actions).map(|_| done).map_err(Some)
            });
            if let Some(done) = form.finish(&view, result) {
                if let Some(id) = made.map(CollectionId) {
                    let (registry, collection) = (registry.id().to_string(), id.to_string());
                    history::replace(&Route::Collection { registry, collection }.href());
                }
                store.notify(done);
            }
        })
    };
    let edit = |change: fn(&mut CreateFields, String)| {
        let form = form.clone();
        Callback::from(move |next: String| form.edit(|fields| change(fields, next)))
    };
    let on_link = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| form.edit(|fields| fields.links = !fields.links))
    };
    let on_source = {
        let form = form.clone();
        Callback::from(move |(field, value)| form.edit(|fields| fields.source.choose(field, value)))
    };
    let dialog = DialogForm {
        denied_id: "create-collection-denied",
        denied: denied.as_deref(),
        cancel: text.common.cancel,
        submit: words.create,
        on_cancel: cancel,
        onsubmit,
    };
    html! {
        <Dialog id="create-title" title={words.create} close_label={text.common.close} first={NAME_ID} on_close={close}>
            { walk_line(&page, &props.view, &Route::create_collection_in(&props.view, registry.id())) }
            { dialog.show(html! {
                <>
                    <Summary title={(words.not_created)(summary.len())} problems={summary} attempt={form.attempt().count} />
                    if form.was_restored() {
                        <p class="field-note">
                            { icon("info") }<span>{ words.draft }</span>
                            <button type="button" class="link" onclick={discard}>{ words.discard }</button>
                        </p>
                    }
                    <TextField
                        id={NAME_ID}
                        label={words.name}
                        value={fields.name.clone()}
                        required=true
                        hint={full_name_hint(registry, &fields.name)}
                        problem={messages.name}
                        on_input={edit(|fields, next| fields.name = next)}
                    />
                    { type_field(&view, registry, &artifact_type, messages.artifact_type, &edit(|fields, next| fields.artifact_type = next), text) }
                    <TextField
                        id={DESCRIPTION_ID}
                        label={CatalogText::of(text.language).description}
                        value={fields.description.clone()}
                        multiline=true
                        hint={CatalogText::of(text.language).markdown_hint}
                        problem={messages.description}
                        on_input={edit(|fields, next| fields.description = next)}
                    />
                    <TextField
                        id={TAGS_ID}
                        label={words.tags}
                        value={fields.tags.clone()}
                        hint={CatalogText::of(text.language).tags_hint}
                        problem={messages.tags}
                        on_input={edit(|fields, next| fields.tags = next)}
                    />
                    <div class="fieldset">
                        <button
                            id={LINK_ID}
                            type="button"
                            class="button"
                            aria-expanded={if fields.links { "true" } else { "false" }}
                            onclick={on_link}
                        >
                            { words.link_version }
                        </button>
                        if let Some(source) = &source {
                            if source.is_empty() {
                                <p class="hint">{ LinkingText::of(text.language).no_projects }</p>
                            } else {
                                { source.show(&view, false, &on_source, text) }
                            }
                            if !messages.link.is_empty() {
                                <p class="problem" role="status">{ icon("warning") }<span>{ prose(&messages.link) }</span></p>
                            }
                        }
                    </div>
                </>
            }) }
        </Dialog>
    }
}

/// The full name of the collection, or nothing until a name is typed.
fn full_name_hint(registry: &Registry, typed: &str) -> String {
    CollectionName::parse(typed).map(|name| format!("{}/{name}", registry.full_name())).unwrap_or_default()
}

/// A select of what the registry accepts; a free text with suggestions where it accepts all.
fn type_field(
    view: &View,
    registry: &Registry,
    value: &str,
    problem: String,
    on_choose: &Callback<String>,
    text: &Catalog,
) -> Html {
    let words = CollectionsText::of(text.language);
    let accepts = registry.accepts();
    if !accepts.is_all() {
        let option = |one: &ArtifactType| -> DataOption { (one.to_string().into(), one.to_string().into()) };
        let mut options: Vec<DataOption> = accepts.saved().iter().map(option).collect();
        if value.is_empty() {
            options.insert(0, (AttrValue::default(), CatalogText::of(text.language).choose.into()));
        }
        return html! {
            <DataSelect
                id={TYPE_ID}
                label={words.artifact_type}
                options={DataOptions::from(options)}
                chosen={(value.to_owned().into(), value.to_owned().into())}
                {problem}
                language={text.language}
                {on_choose}
            />
        };
    }
    let mut known: Vec<String> = Vec::new();
    let used = view.catalog().collections_of(registry.id()).map(|collection| &collection.artifact_type);
    let elsewhere = view.registries.iter().flat_map(|registry_view| registry_view.registry.accepts().saved());
    for name in used.chain(elsewhere).map(ToString::to_string) {
        if !known.contains(&name) && known.len() < 6 {
            known.push(name);
        }
    }
    html! {
        <>
            <TextField
                id={TYPE_ID}
                label={words.artifact_type}
                value={value.to_owned()}
                required=true
                {problem}
                on_input={on_choose}
            />
            <div class="suggestions">
                for name in known {
                    { suggestion(name, on_choose) }
                }
            </div>
        </>
    }
}

fn suggestion(name: String, on_choose: &Callback<String>) -> Html {
    let label = bdi(&name);
    let onclick = on_choose.reform(move |_: MouseEvent| name.clone());
    html! { <button type="button" class="suggestion" {onclick}>{ label }</button> }
}

/// The messages for each field.
struct Messages {
    name: String,
    artifact_type: String,
    description: String,
    tags: String,
    link: String,
}

impl Messages {
    fn new(
        view: &View,
        fields: &CreateFields,
        parsed: &Result<NewCollection, Faults>,
        source: Option<&Source<'_>>,
        was_submitted: bool,
        text: &Catalog,
    ) -> Self {
        let words = CollectionsText::of(text.language);
        let subjects = [Subject::CollectionName, Subject::ArtifactType, Subject::Description, Subject::Tag];
        let faults = parsed.as_ref().err().cloned().unwrap_or_default();
        let mut shown = faults.into_iter().zip(subjects).map(|(fault, subject)| match fault {
            // An empty field is a fault only after an attempt to submit.
            Some(TextFault::Empty) if !was_submitted => String::new(),
            Some(TextFault::Empty) if subject == Subject::ArtifactType => words.no_type.to_owned(),
            Some(fault) => (text.fault.explain)(subject, &fault),
            None => String::new(),
        });
        let mut next = || shown.next().unwrap_or_default();
        let mut messages =
            Self { name: next(), artifact_type: next(), description: next(), tags: next(), link: String::new() };
        if source.is_some_and(|source| source.version.is_none()) && was_submitted && fields.links {
            messages.link = LinkingText::of(text.language).no_version.to_owned();
        }
        // The refusals of the rules, each at its field. A denial is shown once for the whole form.
        let Ok(new) = parsed else { return messages };
        let actions = actions(new, source);
        if let Err((position, reason)) = view.consequences(&actions) {
            let sentence = refusal(view, &reason, text);
            match (position, reason) {
                (0, Refusal::Denied(_)) => {}
                (0, Refusal::Taken { .. }) => messages.name = sentence,
                (0, _) => messages.artifact_type = sentence,
                _ => messages.link = sentence,
            }
        }
        messages
    }

    fn summary(&self, was_submitted: bool) -> Vec<Problem> {
        let fields = [
            (NAME_ID, &self.name),
            (TYPE_ID, &self.artifact_type),
            (DESCRIPTION_ID, &self.description),
            (TAGS_ID, &self.tags),
            (LINK_ID, &self.link),
        ];
        let wrong = fields.into_iter().filter(|(_, text)| was_submitted && !text.is_empty());
        wrong.map(|(field, text)| Problem { field, text: text.clone() }).collect()
    }
}
