//! A labelled text field. What is typed is kept verbatim, with every event, also while a character is being composed;
//! trimming and checking are for whoever parses it.

use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

/// The field.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input; those of hint and problem are made from it.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What is typed.
    pub on_input: Callback<String>,
    /// What helps to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// How much may still be typed.
    #[prop_or_default]
    pub counter: AttrValue,
    /// What is wrong with it; empty if nothing is.
    #[prop_or_default]
    pub problem: AttrValue,
    /// Whether it has several lines.
    #[prop_or_default]
    pub multiline: bool,
    /// Whether it must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The id of the text that says why it cannot be changed; empty if it can.
    #[prop_or_default]
    pub denied: AttrValue,
    /// What the browser may fill it in with.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
}

/// A text field.
#[component]
pub fn TextField(props: &Props) -> Html {
    let hint_id = format!("{}-hint", props.id);
    let problem_id = format!("{}-problem", props.id);
    let is_invalid = !props.problem.is_empty();
    let oninput = props.on_input.reform(|event: InputEvent| dom::field_value(&event));
    let described = format!("{hint_id} {problem_id} {}", props.denied);
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
        </div>
    }
}
