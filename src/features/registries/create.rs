//! The dialog that creates a registry. The tab keeps the draft until the registry is created or the form is cleared. The draft
//! becomes an action on submission.

mod preview;
pub mod text;

use domain::{Action, Lookalikes, Refusal, RegistryAction, RegistryName, View};
use yew::prelude::*;

use self::preview::preview;
use self::text::CreateText;
use super::landing::LandingQuery;
use crate::forms::form::{Attempt, Form, FormKey, use_form};
use crate::forms::registry::draft::{self, Problems, RegistryDraft};
use crate::forms::registry::edit::DraftEdit;
use crate::forms::registry::text::{RegistryFormText, name_note};
use crate::forms::registry::types_field::{TypesField, types_problem};
use crate::forms::registry::walkthrough::use_walkthrough_events;
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::{Route, use_query};
use crate::state::{ChangeError, Notice, ViewRef};
use crate::ui::{Dialog, DialogForm, SelectField, TextField, icon};
use crate::widgets::denials::{change_error, denial};
use crate::widgets::walkthrough::walk_line;

const NAME_ID: &str = "registry-name";

const DESCRIPTION_ID: &str = "registry-description";

const VISIBILITY_ID: &str = "registry-visibility";

const ACCEPTS_ID: &str = "registry-accepts";

const TYPES_ID: &str = "registry-add-type";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The key of the draft.
    pub form: FormKey,
}

#[component]
pub fn Create(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let labels = RegistryFormText::of(text.language);
    let words = CreateText::of(text.language);
    let form: Form<RegistryDraft> = use_form(props.form.clone(), RegistryDraft::default());
    let draft = form.fields();
    let view = form.shown_view(&props.view);
    let taken = find_taken_name(&view, &draft);
    let lookalikes = use_memo(view.clone(), |view| Lookalikes::of(view));
    let notes_on_types = {
        let lookalikes = lookalikes.clone();
        use_memo((view.clone(), draft.types_to_save()), move |(_, types)| lookalikes.notes_on_types(types))
    };
    // A name that is taken is no look-alike.
    let name_note = match taken {
        None => name_note(&lookalikes, &draft.name, None, text),
        Some(_) => String::new(),
    };
    let onfocusout =
        use_walkthrough_events(&draft, taken.is_some(), [NAME_ID, DESCRIPTION_ID, VISIBILITY_ID, ACCEPTS_ID, TYPES_ID]);

    let below = use_query::<LandingQuery>().at(&Route::Landing);
    let close = Callback::from(move |()| history::close(&below));
    let discard = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus(NAME_ID);
            form.discard();
        })
    };
    let cancel = form.on_cancel(&close);
    let edit = {
        let form = form.clone();
        Callback::from(move |edit: DraftEdit| form.edit(|draft| edit.apply(draft)))
    };
    let onsubmit = {
        let (form, view, close) = (form.clone(), view.clone(), close.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if form.is_done() {
                return;
            }
            let result = form.fields().parse().map_err(|_| None).and_then(|new| {
                let name = new.name.to_string();
                let create = Action::Registry(RegistryAction::Create(new));
                store.dispatch(&[create]).map(|_| name).map_err(Some)
            });
            if let Some(name) = form.finish(&view, result) {
                close.emit(());
                store.notify(Notice::Created(name.into()));
            }
        })
    };

    let parsed = draft.parse();
    let problems = parsed.as_ref().err().cloned().unwrap_or_default();
    let messages = Messages::new(text, &view, &draft, &problems, taken.as_ref(), form.attempt());
    let name = RegistryName::parse(&draft.name).ok();
    let visibility = draft.visibility();
    let is_denied = messages.denied.is_some();
    let dialog = DialogForm {
        denied_id: "create-denied",
        denied: messages.denied.as_deref(),
        cancel: words.cancel,
        submit: words.title,
        on_cancel: cancel,
        onsubmit,
    };
    html! {
        <Dialog id="create-title" title={words.title} close_label={text.common.close} first={NAME_ID} on_close={close}>
            { walk_line(&page, &props.view, &Route::Create) }
            { dialog.show(html! {
                <div {onfocusout}>
                    <Summary
                        title={(words.problems)(messages.summary.len())}
                        problems={messages.summary}
                        attempt={form.attempt().count}
                    />
                    if form.was_restored() {
                        <p class="field-note">
                            { icon("info") }<span>{ words.draft }</span>
                            <button type="button" class="link" onclick={discard}>{ words.clear }</button>
                        </p>
                    }
                    <TextField
                        id={NAME_ID}
                        label={labels.name}
                        value={draft.name.clone()}
                        required=true
                        hint={name.as_ref().map_or_else(String::new, |name| (labels.full_name)(&name.full_name()))}
                        counter={draft.name_left().map_or_else(String::new, labels.remaining)}
                        note={name_note.clone()}
                        problem={messages.name}
                        on_input={edit.reform(DraftEdit::Name)}
                    />
                    <TextField
                        id={DESCRIPTION_ID}
                        label={labels.description}
                        value={draft.description.clone()}
                        multiline=true
                        hint={words.optional}
                        problem={messages.description}
                        on_input={edit.reform(DraftEdit::Description)}
                    />
                    <SelectField
                        id={VISIBILITY_ID}
                        label={labels.visibility}
                        value={draft.visibility_value()}
                        options={draft::visibilities(text)}
                        explanation={(text.terms.visibility_means)(visibility)}
                        on_choose={edit.reform(DraftEdit::Visibility)}
                    />
                    <SelectField
                        id={ACCEPTS_ID}
                        label={labels.accepts}
                        value={draft.accepts_value()}
                        options={draft::accepted_types(text)}
                        explanation={if draft.specify { labels.specify_types_means } else { labels.all_types_means }}
                        on_choose={edit.reform(DraftEdit::Accepts)}
                    />
                    if draft.specify {
                        <TypesField
                            id={TYPES_ID}
                            types={draft.types.clone()}
                            typing={draft.typing.clone()}
                            view={view.clone()}
                            chosen={draft.types.clone()}
                            notes={(*notes_on_types).clone()}
                            problem={messages.types}
                            on_type={edit.reform(DraftEdit::Typing)}
                            on_add={edit.reform(DraftEdit::AddTypes)}
                            on_remove={edit.reform(DraftEdit::RemoveType)}
                        />
                    }
                    if !is_denied {
                        { preview(&page, &view, &draft, &notes_on_types, &name_note, parsed.as_ref().ok()) }
                    }
                </div>
            }) }
        </Dialog>
    }
}

/// The refusal if the name is taken. It reviews a registry with valid defaults, so that other faults of the draft have no effect.
fn find_taken_name(view: &View, draft: &RegistryDraft) -> Option<Refusal> {
    let name = RegistryName::parse(&draft.name).ok()?;
    let refusal = view.review(&Action::Registry(RegistryAction::Create(draft::with_defaults(name)))).err()?;
    matches!(refusal, Refusal::Taken { .. }).then_some(refusal)
}

/// The messages for each field.
struct Messages {
    name: String,
    description: String,
    types: String,
    denied: Option<String>,
    summary: Vec<Problem>,
}

impl Messages {
    fn new(
        text: &Catalog,
        view: &View,
        draft: &RegistryDraft,
        problems: &Problems,
        taken: Option<&Refusal>,
        attempt: &Attempt,
    ) -> Self {
        let was_submitted = attempt.count > 0;
        // An empty field is a fault only after an attempt to submit.
        let name = match &problems.name {
            Some(fault) if was_submitted || !draft.name.trim().is_empty() => {
                (text.fault.explain)(Subject::RegistryName, fault)
            }
            Some(_) => String::new(),
            None => taken.map(|refusal| text.refusal.short_reason(refusal)).unwrap_or_default(),
        };
        let explain = |fault| (text.fault.explain)(Subject::Description, fault);
        let description = problems.description.as_ref().map(explain).unwrap_or_default();
        let types = types_problem(text, draft, problems, was_submitted);
        let denied = view.may_create.denial().map(|reason| denial(view, reason, text));
        let mut summary = Vec::new();
        if was_submitted {
            let fields = [(NAME_ID, &name), (DESCRIPTION_ID, &description), (TYPES_ID, &types)];
            let wrong = fields.into_iter().filter(|(_, text)| !text.is_empty());
            summary.extend(wrong.map(|(field, text)| Problem { field, text: text.clone() }));
            match &attempt.error {
                Some(ChangeError::Refused(Refusal::Taken { .. }, _)) | None => {}
                Some(error) => summary.push(Problem { field: "", text: change_error(view, error, text) }),
            }
        }
        Self { name, description, types, denied, summary }
    }
}
