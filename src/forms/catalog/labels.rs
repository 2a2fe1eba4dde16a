//! Tags and aliases: as chips in tables, and as a list to which **+** adds.

mod labeled;

use domain::{Action, Alias, Refusal, Registry, Tags, TextFault};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use self::labeled::Label;
pub use self::labeled::Labeled;
use super::text::CatalogText;
use super::{perform, refused};
use crate::forms::form::{Fields, Form, use_form};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::{ChangeError, ViewRef};
use crate::ui::{TextField, bdi, icon, prose};
use crate::widgets::denials::refusal;

/// An alias in a table, with the number of the version that holds it, if it is not clear from the row.
pub fn alias_chip(alias: &Alias, number: Option<u32>, registry: &Registry, text: &Catalog) -> Html {
    html! {
        <li class={alias_class(alias, registry)}>
            { alias_mark(alias, registry, text) }
            { bdi(alias.as_str()) }
            if let Some(number) = number {
                <span class="muted">{ format!("v{number}") }</span>
            }
        </li>
    }
}

fn alias_class(alias: &Alias, registry: &Registry) -> &'static str {
    if registry.protected_aliases().contains(alias) { "chip chip-saved chip-protected" } else { "chip" }
}

/// The lock of a protected alias, with its name for screen readers.
fn alias_mark(alias: &Alias, registry: &Registry, text: &Catalog) -> Html {
    html! {
        if registry.protected_aliases().contains(alias) {
            { icon("lock") }
            <span class="visually-hidden">{ CatalogText::of(text.language).protected }</span>
        }
    }
}

/// Tags in a table.
pub fn tag_chips(tags: &Tags) -> Html {
    html! {
        <ul class="chips">
            for tag in tags.as_slice() {
                <li class="chip chip-saved">{ bdi(tag.as_str()) }</li>
            }
        </ul>
    }
}

/// The typed text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct LabelFields {
    text: String,
}

impl Fields for LabelFields {}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub of: Labeled,
    /// The accessible name of the list.
    pub title: AttrValue,
    /// The id of the reason why nothing can be changed, if the page shows it for all its controls.
    #[prop_or_default]
    pub denied: AttrValue,
}

/// The list, with **+** and, once it is pressed, the field of the new label.
#[component]
pub fn Labels(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = CatalogText::of(text.language);
    let form: Form<LabelFields, ChangeError> = use_form(props.of.key(&page), LabelFields::default());
    let typed = form.fields().text;
    let is_open = use_state_eq(|| !typed.is_empty());
    let problem = use_state_eq(String::new);
    let id = props.of.id();
    let [add_id, field_id, denied_id] = ["add", "new", "denied"].map(|part| format!("{id}-{part}"));
    let denied = props.of.denied(&props.view, text);
    let is_denied = denied.is_some();
    let is_told = !props.denied.is_empty();
    let denied_id = if is_told { props.denied.clone() } else { denied_id.into() };
    let (add_label, field_label, subject) = match props.of.is_aliases() {
        true => (words.add_alias, words.alias, Subject::Alias),
        false => (words.add_tag, words.tag, Subject::Tag),
    };
    use_effect_with(*is_open, {
        let field_id = field_id.clone();
        let was_typed = !typed.is_empty();
        move |is_open| {
            if *is_open && !was_typed {
                dom::focus(&field_id);
            }
        }
    });

    let adding = props.of.adding(&typed);
    // Typed text is judged at once, an empty field only when it is submitted.
    let fault = match &adding {
        Err(TextFault::Empty) => String::new(),
        Err(fault) => (text.fault.explain)(subject, fault),
        Ok(action) => match props.view.review(action) {
            Err(Refusal::Denied(_)) if is_denied => String::new(),
            Err(reason) => refusal(&props.view, &reason, text),
            Ok(()) => String::new(),
        },
    };
    let shown_problem = if fault.is_empty() { (*problem).clone() } else { fault.clone() };
    let press = {
        let (is_open, add_id) = (is_open.clone(), add_id.clone());
        let (form, problem) = (form.clone(), problem.setter());
        Callback::from(move |_: MouseEvent| {
            if is_denied && !*is_open {
                return;
            }
            if *is_open {
                form.discard();
                problem.set(String::new());
                dom::focus(&add_id);
            }
            is_open.set(!*is_open);
        })
    };
    let onsubmit = {
        let (page, view, form, problem) = (page.clone(), props.view.clone(), form.clone(), problem.setter());
        let (of, field_id, is_blocked) = (props.of.clone(), field_id.clone(), !fault.is_empty() || is_denied);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dom::focus(&field_id);
            if is_blocked {
                return;
            }
            let done = match of.adding(&form.fields().text) {
                Ok(action) => perform(&page, &view, action),
                Err(fault) => Err((page.text().fault.explain)(subject, &fault)),
            };
            match done {
                Ok(()) => form.discard(),
                Err(reason) => problem.set(reason),
            }
        })
    };
    let on_input = {
        let (form, problem) = (form.clone(), problem.setter());
        Callback::from(move |next: String| {
            form.edit(|fields| fields.text = next);
            problem.set(String::new());
        })
    };
    let remove = {
        let (page, view, add_id) = (page.clone(), props.view.clone(), add_id.clone());
        let problem = problem.setter();
        Callback::from(move |removal: Action| {
            dom::focus(&add_id);
            problem.set(perform(&page, &view, removal).err().unwrap_or_default());
        })
    };
    // Without the permission for the list, its labels have no buttons.
    let removal_of = |label: &Label| label.removal.clone().filter(|_| !is_denied);
    let kept_by = |label: &Label| removal_of(label).and_then(|removal| refused(&props.view, &removal, text));
    let labels = props.of.labels(&props.view);
    let mut kept = Vec::new();
    for reason in labels.iter().filter_map(kept_by) {
        if !kept.contains(&reason) {
            kept.push(reason);
        }
    }
    let kept_id = format!("{id}-kept");
    html! {
        <div class="labels">
            <div class="label-list">
                <ul class="chips" aria-label={props.title.clone()}>
                    for label in &labels {
                        { chip(&props.of, label, removal_of(label), kept_by(label).map(|_| kept_id.clone()), &remove, text) }
                    }
                </ul>
                <button
                    id={add_id}
                    type="button"
                    class="button button-quiet label-add"
                    aria-expanded={if *is_open { "true" } else { "false" }}
                    aria-disabled={is_denied.then_some("true")}
                    aria-describedby={is_denied.then(|| denied_id.clone())}
                    onclick={press.clone()}
                >
                    <span>{ "+" }</span><span class="visually-hidden">{ " " }{ add_label }</span>
                </button>
            </div>
            if let Some(denied) = denied.as_ref().filter(|_| !is_told) {
                <p class="denied" id={denied_id}>{ icon("lock") }<span>{ prose(denied) }</span></p>
            }
            if !kept.is_empty() {
                <p class="denied" id={kept_id}>{ icon("lock") }<span>{ prose(&kept.join(" ")) }</span></p>
            }
            if *is_open {
                <form class="label-form" {onsubmit} novalidate=true>
                    <TextField
                        id={field_id}
                        label={field_label}
                        value={typed.clone()}
                        hint={props.of.hint(words)}
                        note={props.of.move_note(&props.view, &typed, text)}
                        problem={shown_problem.clone()}
                        {on_input}
                    />
                    <div class="button-row">
                        <button type="submit" class="button button-primary" aria-disabled={(!fault.is_empty()).then_some("true")}>
                            { words.add }
                        </button>
                        <button type="button" class="button" onclick={press}>{ text.common.cancel }</button>
                    </div>
                </form>
            } else if !shown_problem.is_empty() {
                <p class="problem" role="alert">{ icon("warning") }<span>{ prose(&shown_problem) }</span></p>
            }
        </div>
    }
}

/// A label, with the button that removes it if there is one. `kept` is the id of the reason why it is disabled.
fn chip(
    of: &Labeled,
    label: &Label,
    removal: Option<Action>,
    kept: Option<String>,
    on_remove: &Callback<Action>,
    text: &Catalog,
) -> Html {
    let words = CatalogText::of(text.language);
    let name = if of.is_aliases() { words.remove_alias } else { words.remove_tag };
    let is_kept = kept.is_some();
    html! {
        <li key={label.text.clone()} class={if label.is_protected { "chip chip-saved chip-protected" } else { "chip" }}>
            if label.is_protected {
                { icon("lock") }<span class="visually-hidden">{ words.protected }</span>
            }
            { bdi(&label.text) }
            if let Some(removal) = removal {
                <button
                    type="button"
                    aria-label={name(&label.text)}
                    aria-disabled={is_kept.then_some("true")}
                    aria-describedby={kept}
                    onclick={(!is_kept).then(|| on_remove.reform(move |_: MouseEvent| removal.clone()))}
                >
                    { icon("close") }
                </button>
            }
        </li>
    }
}
