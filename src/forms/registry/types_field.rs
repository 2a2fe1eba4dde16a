//! The field for artifact types, with the list of added types.

use std::cmp::Reverse;

use domain::{ArtifactType, TypeNote, View, trim};
use indexmap::IndexMap;
use indexmap::set::Slice;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use super::draft::{Problems, RegistryDraft, separates_types, split_types};
use super::text::RegistryFormText;
use crate::i18n::prose::isolate;
use crate::i18n::terms::fault::{Subject, difference};
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::dom;
use crate::state::ViewRef;
use crate::ui::{bdi, icon, prose};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input. The ids of the hint and the problem begin with it.
    pub id: &'static str,
    /// The added types.
    pub types: Vec<String>,
    /// The id of the reason why the account cannot add types, or empty.
    #[prop_or_default]
    pub denied: AttrValue,
    /// The text in the input.
    pub typing: String,
    /// The view whose types are suggested.
    pub view: ViewRef,
    /// The types that are chosen already, and not suggested.
    pub chosen: Vec<String>,
    /// The notes about the types, the typed ones included.
    #[prop_or_default]
    pub notes: Vec<(ArtifactType, TypeNote)>,
    /// The problem, or empty.
    pub problem: String,
    /// Called with the typed text.
    pub on_type: Callback<String>,
    /// Called with the text of one or several types.
    pub on_add: Callback<String>,
    /// Called with the name of the removed type.
    pub on_remove: Callback<String>,
}

#[component]
pub fn TypesField(props: &Props) -> Html {
    let text = use_page().text();
    let labels = RegistryFormText::of(text.language);
    let input = use_node_ref();
    let is_denied = !props.denied.is_empty();
    let [hint_id, problem_id, list_id] = ["hint", "problem", "list"].map(|part| format!("{}-{part}", props.id));
    // The list may be outside of the visible part of the dialog.
    let on_add = {
        let (on_add, list_id) = (props.on_add.clone(), list_id.clone());
        Callback::from(move |text| {
            on_add.emit(text);
            dom::scroll_into_view_after_render(list_id.clone());
        })
    };
    // The input's own value can be newer than the last render by a composed syllable.
    let add = {
        let (input, on_add) = (input.clone(), on_add.clone());
        Callback::from(move |()| {
            if let (false, Some(input)) = (is_denied, input.cast::<HtmlInputElement>()) {
                on_add.emit(input.value());
                let _ = input.focus();
            }
        })
    };
    let onkeydown = {
        let add = add.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !dom::is_composing(&event) {
                event.prevent_default();
                add.emit(());
            }
        })
    };
    let onpaste = {
        let on_add = on_add.clone();
        Callback::from(move |event: Event| {
            let pasted = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data)
                .and_then(|data| data.get_data("text/plain").ok())
                .unwrap_or_default();
            // The input would remove the line ends, which separate types. A single type is pasted as usual.
            if !is_denied && trim(&pasted).contains(separates_types) {
                event.prevent_default();
                on_add.emit(pasted);
            }
        })
    };
    // The pressed button disappears with its type, and the focus would be lost.
    let on_remove = {
        let (on_remove, id) = (props.on_remove.clone(), props.id);
        Callback::from(move |name| {
            on_remove.emit(name);
            dom::focus(id);
        })
    };
    let is_invalid = !props.problem.is_empty();
    let accepted = use_memo(props.view.clone(), |view| accepted_types(view));
    let suggestions: Vec<&String> = accepted.iter().filter(|name| !props.chosen.contains(name)).take(6).collect();
    let noted = props.types.iter().filter(|name| ArtifactType::parse(name).is_ok_and(|kind| kind.is_reserved()));
    html! {
        <div class="field" data-invalid={is_invalid.then_some("true")}>
            <label for={props.id}>{ labels.add_type }</label>
            <div class="add-row">
                <input
                    ref={input}
                    id={props.id}
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    value={props.typing.clone()}
                    readonly={is_denied}
                    aria-describedby={format!("{hint_id} {problem_id} {}", props.denied)}
                    aria-invalid={is_invalid.then_some("true")}
                    oninput={props.on_type.reform(|event: InputEvent| dom::field_value(&event))}
                    {onkeydown}
                    {onpaste}
                />
                <button
                    type="button"
                    class="button"
                    aria-disabled={is_denied.then_some("true")}
                    aria-describedby={is_denied.then(|| props.denied.clone())}
                    onclick={add.reform(|_: MouseEvent| ())}
                >
                    { labels.add }
                </button>
            </div>
            <p class="hint" id={hint_id}>{ labels.add_type_hint }</p>
            <p class="problem" id={problem_id} aria-live="polite">
                if is_invalid {
                    { icon("warning") }
                }
                <span>{ prose(&props.problem) }</span>
            </p>
            <ul id={list_id} class="chips" aria-label={labels.types}>
                for name in &props.types {
                    { chip(name, text, &on_remove) }
                }
            </ul>
            <div class="suggestions">
                if !is_denied && !suggestions.is_empty() {
                    <span class="muted small">{ labels.suggestions }</span>
                    for name in suggestions {
                        { suggestion(name, &on_add) }
                    }
                }
            </div>
            for name in noted {
                <p class="field-note">{ icon("info") }<span>{ prose(&(labels.kept_by_wandb)(name)) }</span></p>
            }
            { notes_on_types(&props.notes, text) }
            <p class="field-note">{ icon("warning") }<span>{ labels.types_stay }</span></p>
        </div>
    }
}

/// The chip has a key, so that it keeps the focus when a different chip is removed.
fn chip(name: &str, text: &Catalog, on_remove: &Callback<String>) -> Html {
    let labels = RegistryFormText::of(text.language);
    html! {
        <li key={name} class="chip">
            { bdi(name) }
            <button type="button" aria-label={(labels.remove_type)(name)} onclick={emit_name(name, on_remove)}>{ icon("close") }</button>
        </li>
    }
}

fn suggestion(name: &str, on_add: &Callback<String>) -> Html {
    html! { <button type="button" class="suggestion" onclick={emit_name(name, on_add)}>{ bdi(name) }</button> }
}

fn emit_name(name: &str, callback: &Callback<String>) -> Callback<MouseEvent> {
    let name = name.to_owned();
    callback.reform(move |_| name.clone())
}

/// The accepted types of the registries in the view, the most frequent first.
fn accepted_types(view: &View) -> Vec<String> {
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for artifact_type in view.registries.iter().flat_map(|registry_view| registry_view.registry.accepts().saved()) {
        *counts.entry(artifact_type.as_str()).or_default() += 1;
    }
    counts.sort_by_key(|_, count| Reverse(*count));
    counts.into_keys().map(str::to_owned).collect()
}

/// The message about the types of a form, or empty.
pub fn types_problem(text: &Catalog, draft: &RegistryDraft, problems: &Problems, was_submitted: bool) -> String {
    let faults: Vec<String> = problems
        .types
        .iter()
        .map(|(name, fault)| (text.fault.of_type)(name, &(text.fault.explain)(Subject::ArtifactType, fault)))
        .collect();
    let is_half_typed = split_types(&draft.typing).len() < 2 && !draft.add_failed;
    if !faults.is_empty() && (was_submitted || !is_half_typed) {
        return faults.join(" ");
    }
    if problems.no_types && was_submitted { text.fault.no_types.to_owned() } else { String::new() }
}

/// The notes about types before they are saved for good.
fn notes_on_types(notes: &[(ArtifactType, TypeNote)], text: &Catalog) -> Html {
    let labels = RegistryFormText::of(text.language);
    let sentence = |one: &ArtifactType, note: &TypeNote| match note {
        TypeNote::LooksLike(other) => {
            let difference = difference(text.language, one.as_str(), other.as_str());
            (labels.type_looks_like)(one.as_str(), other.as_str()) + &difference
        }
        TypeNote::RefusedByClient => (labels.refused_by_client)(one.as_str()),
    };
    html! {
        for (one, note) in notes {
            <p class="field-note">{ icon("warning") }<span>{ prose(&sentence(one, note)) }</span></p>
        }
    }
}

/// Notes about stored types that an earlier program accepted and that are refused today: they stay, and are told apart here.
pub fn notes_on_saved(saved: &Slice<ArtifactType>, text: &Catalog) -> Html {
    let labels = RegistryFormText::of(text.language);
    let note = |saved: &ArtifactType| match ArtifactType::parse(saved.as_str()) {
        Err(fault) => Some((text.fault.of_type)(saved.as_str(), &(text.fault.explain)(Subject::ArtifactType, &fault))),
        Ok(shown) if shown != *saved => {
            let difference = difference(text.language, saved.as_str(), shown.as_str());
            Some((labels.type_looks_like)(saved.as_str(), shown.as_str()) + &difference)
        }
        Ok(_) => None,
    };
    html! {
        for note in saved.iter().filter_map(note) {
            <p class="field-note">{ icon("info") }<span>{ prose(&note) }</span></p>
        }
    }
}

/// Lists the types to save, including the text left in the field, with what to note about them. Empty without types.
pub fn permanent_types(types: &[ArtifactType], notes: &[(ArtifactType, TypeNote)], text: &Catalog) -> Html {
    let names: Vec<String> = types.iter().map(|name| isolate(name.as_str())).collect();
    let sentence = RegistryFormText::of(text.language).types_saved;
    html! {
        if !names.is_empty() {
            // It changes with every letter, and is not read out each time.
            <p aria-live="off">{ prose(&sentence(names.len(), &intl::list(text.language, &names))) }</p>
            { notes_on_types(notes, text) }
        }
    }
}
