//! The form for name, description, visibility and accepted types. It is saved as one intent.

use domain::{Action, Lookalikes, Refusal, RegistryAction, RegistryName, RegistryPermission, RegistryView};
use yew::prelude::*;

use super::draft::stored;
use super::objection_to;
use super::reasons::Reasons;
use super::text::SettingsText;
use crate::forms::consequences::consequences;
use crate::forms::form::{Attempt, Edits, Form, FormKey, FormName, use_form};
use crate::forms::registry::draft::{self, Problems, RegistryDraft};
use crate::forms::registry::edit::DraftEdit;
use crate::forms::registry::text::{RegistryFormText, name_note};
use crate::forms::registry::types_field::{TypesField, notes_on_saved, permanent_types, types_problem};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::terms::fault::Subject;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::dom;
use crate::state::{ChangeError, Notice, ViewRef};
use crate::ui::{SelectField, TextField, bdi, icon, prose};
use crate::widgets::denials::{change_error, refusal};

const NAME: &str = "settings-name";

const DESCRIPTION: &str = "settings-description";

const VISIBILITY: &str = "settings-visibility";

const TYPES: &str = "settings-add-type";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry_view: RegistryView,
}

#[component]
pub fn Fields(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let labels = RegistryFormText::of(text.language);
    let (view, registry) = (&props.view, &props.registry_view.registry);
    let form: Form<RegistryDraft> =
        use_form(FormKey::new(&page, FormName::RegistrySettings, registry.id()), stored(registry));
    let shown = form.edits();
    let current = &shown.current;

    // Consequences are expensive, so they are found again only if the visibility or the organization changes.
    let set_visibility = Action::Registry(RegistryAction::SetVisibility {
        registry: registry.id().clone(),
        visibility: current.visibility(),
    });
    let is_other = current.visibility() != registry.visibility();
    let expected = use_memo((view.clone(), is_other.then_some(set_visibility)), |(view, action)| {
        action.clone().map(|action| view.consequences(&[action]))
    });

    let lookalikes = use_memo(view.clone(), |view| Lookalikes::of(view));

    let edit = {
        let form = form.clone();
        Callback::from(move |edit: DraftEdit| form.edit(|draft| edit.apply(draft)))
    };
    let discard = {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| {
            // The pressed button disappears with the changes, so the focus moves elsewhere.
            dom::focus(NAME);
            form.discard();
        })
    };
    let onsubmit = {
        let (form, view, registry) = (form.clone(), view.clone(), registry.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let result = form.edits().actions(&registry).map_err(|_| None).and_then(|actions| {
                if actions.is_empty() {
                    return Ok(Notice::NothingChanged);
                }
                store.dispatch(&actions).map(|_| Notice::completed(&view, &actions)).map_err(Some)
            });
            if let Some(notice) = form.handle_result(result) {
                let is_change = notice != Notice::NothingChanged;
                store.notify(notice);
                if is_change {
                    dom::scroll_to_focused();
                }
            }
        })
    };

    let words = SettingsText::of(text.language);
    let problems = shown.actions(registry).err().unwrap_or_default();
    let refused = expected.as_ref().as_ref().and_then(|expected| expected.as_ref().err());
    let messages = Messages::new(props, text, current, &problems, refused.map(|(_, reason)| reason), form.attempt());
    let mut reasons = Reasons::of("settings");
    let denials = Denials::of(&mut reasons, props, text);
    let is_denied = denials.deny_all();
    let name = RegistryName::parse(&current.name).ok();
    let description = match registry.core_kind() {
        Some(_) => text.registry.description(registry).to_owned(),
        None => current.description.clone(),
    };
    let saved = registry.accepts().saved();
    let chosen: Vec<String> = saved.iter().map(ToString::to_string).chain(current.types.iter().cloned()).collect();
    let types_to_save = current.types_to_save();
    let notes_on_types = {
        let lookalikes = lookalikes.clone();
        use_memo((view.clone(), types_to_save.clone()), move |(_, types)| lookalikes.notes_on_types(types))
    };
    // A name that is taken is no look-alike.
    let name_note = match name_taken(props, current) {
        None => name_note(&lookalikes, &current.name, Some(registry.id()), text),
        Some(_) => String::new(),
    };
    let conflict = conflict(&shown, props, text);
    html! {
        <section class="section" aria-labelledby="settings-general">
            <div class="section-head"><h2 id="settings-general">{ words.general }</h2></div>
            { reasons.show(text) }
            <form {onsubmit} novalidate=true>
                <Summary title={(words.problems)(messages.summary.len())} problems={messages.summary} attempt={form.attempt().count} />
                <TextField
                    id={NAME}
                    label={labels.name}
                    value={current.name.clone()}
                    required=true
                    denied={denials.name.clone()}
                    hint={name.map_or_else(String::new, |name| (labels.full_name)(&full_name(props, &name)))}
                    counter={current.name_left().filter(|_| denials.name.is_empty()).map_or_else(String::new, labels.remaining)}
                    note={name_note}
                    problem={messages.name}
                    on_input={edit.reform(DraftEdit::Name)}
                />
                <TextField
                    id={DESCRIPTION}
                    label={labels.description}
                    value={description}
                    multiline=true
                    denied={denials.description}
                    problem={messages.description}
                    on_input={edit.reform(DraftEdit::Description)}
                />
                <SelectField
                    id={VISIBILITY}
                    label={labels.visibility}
                    value={current.visibility_value()}
                    options={draft::visibilities(text)}
                    explanation={(text.terms.visibility_means)(current.visibility())}
                    denied={denials.visibility}
                    problem={messages.visibility}
                    on_choose={edit.reform(DraftEdit::Visibility)}
                />
                <SelectField
                    id="settings-accepts"
                    label={text.registry.accepts}
                    value={current.accepts_value()}
                    options={draft::accepted_types(text)}
                    explanation={if current.specify { labels.specify_types_means } else { labels.all_types_means }}
                    denied={denials.accepts}
                    on_choose={edit.reform(DraftEdit::Accepts)}
                />
                if !saved.is_empty() {
                    <ul class="chips" aria-label={words.saved_types}>
                        for artifact_type in saved {
                            <li class="chip chip-saved">{ icon("lock") }{ bdi(artifact_type.as_str()) }</li>
                        }
                    </ul>
                    { notes_on_saved(saved, text) }
                }
                if current.specify {
                    <TypesField
                        id={TYPES}
                        types={current.types.clone()}
                        typing={current.typing.clone()}
                        view={view.clone()}
                        {chosen}
                        notes={(*notes_on_types).clone()}
                        denied={denials.types.clone()}
                        problem={messages.types}
                        on_type={edit.reform(DraftEdit::Typing)}
                        on_add={edit.reform(DraftEdit::AddTypes)}
                        on_remove={edit.reform(DraftEdit::RemoveType)}
                    />
                } else if !saved.is_empty() {
                    <p class="hint">{ words.saved_types_rest }</p>
                }
                <div aria-live="polite">
                    if !types_to_save.is_empty() || matches!(*expected, Some(Ok(_))) {
                        <div class="preview" role="group" aria-label={text.consequences.title}>
                            <h3>{ text.consequences.title }</h3>
                            { permanent_types(&types_to_save, &notes_on_types, text) }
                            if let Some(Ok(expected)) = &*expected {
                                { consequences(view, expected, text) }
                            }
                        </div>
                    }
                    if let Some(conflict) = conflict {
                        <p class="field-note">{ icon("warning") }<span>{ prose(&conflict) }</span></p>
                    }
                </div>
                <div class="button-row">
                    <button
                        type="submit"
                        class="button button-primary"
                        aria-disabled={is_denied.then_some("true")}
                        aria-describedby={is_denied.then(|| denials.types.clone())}
                    >
                        { words.save }
                    </button>
                    if shown.is_touched() {
                        <button type="button" class="button" onclick={discard}>{ words.discard }</button>
                        <span class="muted small">{ words.unsaved }</span>
                    }
                </div>
            </form>
        </section>
    }
}

/// The ids of the reasons why fields cannot be edited. They are empty for the others.
struct Denials {
    name: AttrValue,
    description: AttrValue,
    visibility: AttrValue,
    accepts: AttrValue,
    types: AttrValue,
}

impl Denials {
    fn of(reasons: &mut Reasons, props: &Props, text: &Catalog) -> Self {
        let labels = RegistryFormText::of(text.language);
        let registry = &props.registry_view.registry;
        let objection = |permission| objection_to(&props.view, registry, permission, text);
        let described = objection(RegistryPermission::EditRegistry);
        let types = objection(RegistryPermission::EditTypes);
        let fixed = registry.core_kind().map(|_| text.refusal.all_types_unavailable.to_owned());
        Self {
            name: reasons.add(labels.name, described.clone()),
            description: reasons.add(labels.description, described),
            visibility: reasons.add(labels.visibility, objection(RegistryPermission::ChangeVisibility)),
            accepts: reasons.add(text.registry.accepts, types.clone().or(fixed)),
            types: reasons.add(labels.add_type, types),
        }
    }

    /// Whether no field can be edited.
    fn deny_all(&self) -> bool {
        [&self.name, &self.visibility, &self.types].iter().all(|reason| !reason.is_empty())
    }
}

/// The full name of a core registry does not derive from its name.
fn full_name(props: &Props, name: &RegistryName) -> String {
    let registry = &props.registry_view.registry;
    if registry.core_kind().is_some() { registry.full_name() } else { name.full_name() }
}

/// The message about changed fields with a newer stored value, or `None`.
fn conflict(edits: &Edits<RegistryDraft>, props: &Props, text: &Catalog) -> Option<String> {
    let words = SettingsText::of(text.language);
    let labels = RegistryFormText::of(text.language);
    let registry = &props.registry_view.registry;
    let accepts = if registry.accepts().is_all() { labels.all_types } else { labels.specify_types };
    let fields = [
        (labels.name, registry.name().as_str()),
        (labels.description, registry.description().as_str()),
        (labels.visibility, (text.terms.visibility)(registry.visibility())),
        (text.registry.accepts, accepts),
    ];
    let changed = fields.into_iter().zip(edits.changed_elsewhere(registry)).filter(|(_, is_changed)| *is_changed);
    let named: Vec<String> = changed.map(|((label, value), _)| (words.now)(label, value)).collect();
    (!named.is_empty()).then(|| (words.moved)(&intl::list(text.language, &named)))
}

/// The messages for each field.
struct Messages {
    name: String,
    description: String,
    visibility: String,
    types: String,
    summary: Vec<Problem>,
}

impl Messages {
    fn new(
        props: &Props,
        text: &Catalog,
        current: &RegistryDraft,
        problems: &Problems,
        refused: Option<&Refusal>,
        attempt: &Attempt,
    ) -> Self {
        let was_submitted = attempt.count > 0;
        let name = match &problems.name {
            Some(fault) if was_submitted || !current.name.trim().is_empty() => {
                (text.fault.explain)(Subject::RegistryName, fault)
            }
            Some(_) => String::new(),
            None => name_taken(props, current).map(|reason| text.refusal.short_reason(&reason)).unwrap_or_default(),
        };
        let explain = |fault| (text.fault.explain)(Subject::Description, fault);
        let description = problems.description.as_ref().map(explain).unwrap_or_default();
        let visibility = refused.map(|reason| refusal(&props.view, reason, text)).unwrap_or_default();
        let types = types_problem(text, current, problems, was_submitted);
        let mut summary = Vec::new();
        if was_submitted {
            let fields = [(NAME, &name), (DESCRIPTION, &description), (VISIBILITY, &visibility), (TYPES, &types)];
            let wrong = fields.into_iter().filter(|(_, text)| !text.is_empty());
            summary.extend(wrong.map(|(field, text)| Problem { field, text: text.clone() }));
            match &attempt.error {
                None => {}
                // These problems are shown at their fields.
                Some(ChangeError::Refused(
                    Refusal::Taken { .. } | Refusal::WouldLoseAccess | Refusal::RestrictedStays,
                    _,
                )) => {}
                Some(other) => summary.push(Problem { field: "", text: change_error(&props.view, other, text) }),
            }
        }
        Self { name, description, visibility, types, summary }
    }
}

/// The refusal of the typed name, if it is taken.
fn name_taken(props: &Props, current: &RegistryDraft) -> Option<Refusal> {
    let registry = &props.registry_view.registry;
    let name = RegistryName::parse(&current.name).ok().filter(|name| name != registry.name())?;
    let refusal =
        props.view.review(&Action::Registry(RegistryAction::Rename { registry: registry.id().clone(), name })).err()?;
    matches!(refusal, Refusal::Taken { .. }).then_some(refusal)
}
