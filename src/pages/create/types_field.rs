//! The field that artifact types are added with, and those that were added.

use registry::ArtifactType;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use crate::browser::dom;
use crate::components::{Icon, Prose};
use crate::i18n::use_text;

/// The field.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input; those of hint and problem are made from it.
    pub id: &'static str,
    /// The types that were added.
    pub types: Vec<String>,
    /// What stands in the field.
    pub typing: String,
    /// Types that suggest themselves.
    pub suggestions: Vec<String>,
    /// What is wrong; empty if nothing is.
    pub problem: String,
    /// What is typed.
    pub on_type: Callback<String>,
    /// A text is to be added: one type or several.
    pub on_add: Callback<String>,
    /// A type is to be taken out.
    pub on_remove: Callback<String>,
}

/// The types.
#[component]
pub fn TypesField(props: &Props) -> Html {
    let text = use_text();
    let input = use_node_ref();
    // What stands in the field itself, not what was rendered last: the last syllable may be newer.
    let add = {
        let (input, on_add) = (input.clone(), props.on_add.clone());
        Callback::from(move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
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
        let on_add = props.on_add.clone();
        Callback::from(move |event: Event| {
            let pasted = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data)
                .and_then(|data| data.get_data("text/plain").ok())
                .unwrap_or_default();
            // The input would drop the line ends, and with them where one type ends. One type alone is pasted as usual.
            if pasted.trim().contains([',', '\n', '\r']) {
                event.prevent_default();
                on_add.emit(pasted);
            }
        })
    };
    let is_invalid = !props.problem.is_empty();
    let [hint_id, problem_id] = ["hint", "problem"].map(|part| format!("{}-{part}", props.id));
    let noted = props.types.iter().filter(|name| ArtifactType::parse(name).is_ok_and(|kind| kind.is_kept_by_wandb()));
    html! {
        <div class="field" data-invalid={is_invalid.then_some("true")}>
            <label for={props.id}>{ text.create.add_type }</label>
            <div class="add-row">
                <input
                    ref={input}
                    id={props.id}
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    value={props.typing.clone()}
                    aria-describedby={format!("{hint_id} {problem_id}")}
                    aria-invalid={is_invalid.then_some("true")}
                    oninput={props.on_type.reform(|event: InputEvent| dom::text_of(&event))}
                    {onkeydown}
                    {onpaste}
                />
                <button type="button" class="button" onclick={add.reform(|_: MouseEvent| ())}>{ text.create.add }</button>
            </div>
            <p class="hint" id={hint_id}>{ text.create.add_type_hint }</p>
            <p class="problem" id={problem_id} aria-live="polite">
                if is_invalid {
                    <Icon name="warning" />
                }
                <span><Prose text={props.problem.clone()} /></span>
            </p>
            <ul class="chips" aria-label={text.create.types}>
                for name in &props.types {
                    <Chip key={name.clone()} name={name.clone()} on_remove={props.on_remove.clone()} />
                }
            </ul>
            <div class="suggestions">
                if !props.suggestions.is_empty() {
                    <span class="muted small">{ text.create.suggestions }</span>
                    for name in &props.suggestions {
                        <Suggestion key={name.clone()} name={name.clone()} on_add={props.on_add.clone()} />
                    }
                }
            </div>
            for name in noted {
                <p class="field-note"><Icon name="info" /><span><Prose text={(text.create.kept_by_wandb)(name)} /></span></p>
            }
            <p class="field-note"><Icon name="warning" /><span>{ text.create.types_stay }</span></p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChipProps {
    name: String,
    on_remove: Callback<String>,
}

#[component]
fn Chip(props: &ChipProps) -> Html {
    let text = use_text();
    let onclick = {
        let name = props.name.clone();
        props.on_remove.reform(move |_: MouseEvent| name.clone())
    };
    html! {
        <li class="chip">
            <bdi>{ &props.name }</bdi>
            <button type="button" aria-label={(text.create.remove_type)(&props.name)} {onclick}><Icon name="close" /></button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct SuggestionProps {
    name: String,
    on_add: Callback<String>,
}

#[component]
fn Suggestion(props: &SuggestionProps) -> Html {
    let onclick = {
        let name = props.name.clone();
        props.on_add.reform(move |_: MouseEvent| name.clone())
    };
    html! { <button type="button" class="suggestion" {onclick}><bdi>{ &props.name }</bdi></button> }
}
