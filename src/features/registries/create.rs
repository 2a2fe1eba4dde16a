//! The dialog that creates a registry. What is typed is a draft, kept verbatim for this tab until the registry is there
//! or the form is cleared; it becomes an action only when it is submitted.

mod preview;
pub mod text;

use domain::{Action, Refusal, RegistryAction, RegistryName, View};
use yew::prelude::*;

use self::preview::preview;
use self::text::CreateText;
use super::landing::LandingQuery;
use crate::forms::leaving::use_ask_before_leaving;
use crate::forms::once::use_once;
use crate::forms::registry::draft::{self, Draft, Problems};
use crate::forms::registry::edit::DraftEdit;
use crate::forms::registry::text::RegistryFormText;
use crate::forms::registry::types_field::{TypesField, suggestions, types_problem};
use crate::forms::registry::walkthrough::{use_walk, walk_line};
use crate::forms::summary::{Attempt, Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::{dom, history, tab};
use crate::routes::{Route, use_query};
use crate::state::{NotDone, Notice, ViewRef};
use crate::ui::{Dialog, DialogForm, SelectField, TextField, icon};
use crate::widgets::why::{denial, not_done};

const DRAFT_KEY: &str = "registrar:draft:create-registry";

const NAME_ID: &str = "registry-name";

const DESCRIPTION_ID: &str = "registry-description";

const VISIBILITY_ID: &str = "registry-visibility";

const ACCEPTS_ID: &str = "registry-accepts";

const TYPES_ID: &str = "registry-add-type";

/// The organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization.
    pub view: ViewRef,
}

/// The dialog.
#[component]
pub fn Create(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let labels = RegistryFormText::of(text.language);
    let words = CreateText::of(text.language);
    let draft = use_state_eq(|| tab::recall::<Draft>(DRAFT_KEY).unwrap_or_default());
    let was_kept = use_state(|| !draft.is_untouched());
    let attempt = use_state_eq(Attempt::default);
    let once = use_once();
    let view = once.shown(&props.view);

    use_ask_before_leaving(!draft.is_untouched() && !once.is_done());
    let taken = name_is_taken(&view, &draft);
    let onfocusout = use_walk(&draft, taken.is_some(), [NAME_ID, DESCRIPTION_ID, VISIBILITY_ID, ACCEPTS_ID, TYPES_ID]);

    let below = use_query::<LandingQuery>().at(&Route::Landing);
    let close = Callback::from(move |()| history::close(&below));
    let clear = {
        let (draft, was_kept, attempt) = (draft.clone(), was_kept.clone(), attempt.clone());
        Callback::from(move |_: MouseEvent| {
            tab::forget(DRAFT_KEY);
            dom::focus(NAME_ID);
            draft.set(Draft::default());
            was_kept.set(false);
            attempt.set(Attempt::default());
        })
    };
    let cancel = {
        let (draft, close) = (draft.clone(), close.clone());
        Callback::from(move |()| {
            tab::forget(DRAFT_KEY);
            draft.set(Draft::default());
            close.emit(());
        })
    };
    let edit = {
        let draft = draft.clone();
        Callback::from(move |edit: DraftEdit| {
            let mut next = (*draft).clone();
            edit.apply(&mut next);
            // Kept at once, not when it is rendered: the page can go away in between.
            if next.is_untouched() {
                tab::forget(DRAFT_KEY);
            } else {
                tab::remember(DRAFT_KEY, &next);
            }
            draft.set(next);
        })
    };
    let onsubmit = {
        let (draft, attempt, store, close) = (draft.clone(), attempt.clone(), store.clone(), close.clone());
        let view = view.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if once.is_done() {
                return;
            }
            let count = attempt.count + 1;
            let Ok(new) = draft.parse() else {
                attempt.set(Attempt { count, not_done: None });
                return;
            };
            let name = new.name.to_string();
            match store.dispatch(&[Action::Registry(RegistryAction::Create(new))]) {
                Ok(_) => {
                    once.done(&view);
                    tab::forget(DRAFT_KEY);
                    close.emit(());
                    store.tell(Notice::Created(name.into()));
                }
                Err(error) => attempt.set(Attempt { count, not_done: Some(error) }),
            }
        })
    };

    let parsed = draft.parse();
    let problems = parsed.as_ref().err().cloned().unwrap_or_default();
    let messages = Messages::new(text, &view, &draft, &problems, taken.as_ref(), &attempt);
    let name = RegistryName::parse(&draft.name).ok();
    let visibility = draft.visibility();
    let is_denied = messages.denied.is_some();
    let form = DialogForm {
        denied_id: "create-denied",
        denied: messages.denied.as_deref(),
        cancel: words.cancel,
        submit: words.title,
        on_cancel: cancel,
        onsubmit,
    };
    html! {
        <Dialog id="create-title" title={words.title} close_label={text.common.close} first={NAME_ID} on_close={close}>
            { walk_line(&page) }
            { form.show(html! {
                <div {onfocusout}>
                    <Summary
                        title={(words.problems)(messages.summary.len())}
                        problems={messages.summary}
                        attempt={attempt.count}
                    />
                    if *was_kept && !draft.is_untouched() {
                        <p class="field-note">
                            { icon("info") }<span>{ words.draft }</span>
                            <button type="button" class="link" onclick={clear}>{ words.clear }</button>
                        </p>
                    }
                    <TextField
                        id={NAME_ID}
                        label={labels.name}
                        value={draft.name.clone()}
                        required=true
                        hint={name.as_ref().map_or_else(String::new, |name| (labels.full_name)(&name.full()))}
                        counter={draft.name_left().map_or_else(String::new, labels.remaining)}
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
                        options={draft::accepted(text)}
                        explanation={if draft.specify { labels.specify_types_means } else { labels.all_types_means }}
                        on_choose={edit.reform(DraftEdit::Accepts)}
                    />
                    if draft.specify {
                        <TypesField
                            id={TYPES_ID}
                            types={draft.types.clone()}
                            typing={draft.typing.clone()}
                            suggestions={suggestions(&view, &draft.types)}
                            problem={messages.types}
                            on_type={edit.reform(DraftEdit::Typing)}
                            on_add={edit.reform(DraftEdit::AddTypes)}
                            on_remove={edit.reform(DraftEdit::RemoveType)}
                        />
                    }
                    if !is_denied {
                        { preview(&page, &view, visibility, parsed.as_ref().ok()) }
                    }
                </div>
            }) }
        </Dialog>
    }
}

/// Whether the name as it is typed is taken: asked of the rules, with an otherwise harmless registry.
fn name_is_taken(view: &View, draft: &Draft) -> Option<Refusal> {
    let name = RegistryName::parse(&draft.name).ok()?;
    let refusal = view.review(&Action::Registry(RegistryAction::Create(draft::named(name)))).err()?;
    matches!(refusal, Refusal::Taken { .. }).then_some(refusal)
}

/// Everything that is wrong, in words and at its place.
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
        draft: &Draft,
        problems: &Problems,
        taken: Option<&Refusal>,
        attempt: &Attempt,
    ) -> Self {
        let was_submitted = attempt.count > 0;
        // While somebody types, an empty field is no fault yet.
        let name = match &problems.name {
            Some(fault) if was_submitted || !draft.name.trim().is_empty() => {
                (text.fault.explain)(Subject::RegistryName, fault)
            }
            Some(_) => String::new(),
            None => taken.map(|refusal| text.refusal.in_short(refusal)).unwrap_or_default(),
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
            match &attempt.not_done {
                Some(NotDone::Refused(Refusal::Taken { .. }, _)) | None => {}
                Some(other) => summary.push(Problem { field: "", text: not_done(view, other, text) }),
            }
        }
        Self { name, description, types, denied, summary }
    }
}
