//! A labeled text field. It reports the value verbatim on every input event, also during composition. Trimming and
//! validation belong to the parser.

use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input, and the prefix of the other ids.
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    pub on_input: Callback<String>,
    #[prop_or_default]
    pub hint: AttrValue,
    /// A hint about a valid value; empty without one.
    #[prop_or_default]
    pub note: AttrValue,
    /// The number of characters that are left.
    #[prop_or_default]
    pub counter: AttrValue,
    /// The problem with the value; empty without one.
    #[prop_or_default]
    pub problem: AttrValue,
    #[prop_or_default]
    pub multiline: bool,
    #[prop_or_default]
    pub required: bool,
    /// The id of the denial; empty if the field can be changed.
    #[prop_or_default]
    pub denied: AttrValue,
    /// The `autocomplete` attribute.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
}

/// A note about the value of a field, which is announced when it appears.
pub fn field_note(id: &str, note: &str) -> Html {
    html! {
        <p class="field-note" id={id.to_owned()} aria-live="polite">
            if !note.is_empty() {
                { icon("info") }<span>{ prose(note) }</span>
            }
        </p>
    }
}

#[component]
pub fn TextField(props: &Props) -> Html {
    let hint_id = format!("{}-hint", props.id);
    let problem_id = format!("{}-problem", props.id);
    let is_invalid = !props.problem.is_empty();
    let oninput = props.on_input.reform(|event: InputEvent| dom::field_value(&event));
    let note_id = format!("{}-note", props.id);
    let noted = if props.note.is_empty() { "" } else { &*note_id };
    let described = format!("{hint_id} {problem_id} {noted} {}", props.denied);
    let is_denied = !props.denied.is_empty();
    let invalid = is_invalid.then_some("true");
    let required = props.required.then_some("true");
    html! {
        <div class="field" data-invalid={invalid}>
            <label for={props.id.clone()}>{ &props.label }</label>
            if props.multiline {
                <textarea
                    id={props.id.clone()}
                    rows="3"
                    value={props.value.clone()}
                    dir="auto"
                    readonly={is_denied}
                    aria-describedby={described}
                    aria-invalid={invalid}
                    {oninput}
                />
            } else {
                <input
                    id={props.id.clone()}
                    type="text"
                    value={props.value.clone()}
                    dir="auto"
                    readonly={is_denied}
                    spellcheck="false"
                    autocomplete={props.autocomplete.clone()}
                    aria-describedby={described}
                    aria-invalid={invalid}
                    aria-required={required}
                    {oninput}
                />
            }
            <div class="field-foot">
                <p class="hint" id={hint_id}>{ prose(&props.hint) }</p>
                <p class="counter">{ &props.counter }</p>
            </div>
            <p class="problem" id={problem_id} aria-live="polite">
                if is_invalid {
                    { icon("warning") }
                }
                <span>{ prose(&props.problem) }</span>
            </p>
            { field_note(&note_id, &props.note) }
        </div>
    }
}
