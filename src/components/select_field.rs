//! A labelled native select, with an explanation of what is chosen.

use yew::prelude::*;

use crate::browser::dom;

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
pub struct SelectOption {
    /// What it is to the program.
    pub value: &'static str,
    /// What it is called.
    pub label: AttrValue,
}

/// The field.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the select; that of the explanation is made from it.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// What can be chosen.
    pub options: Vec<SelectOption>,
    /// What is chosen.
    pub value: &'static str,
    /// What the chosen one means; empty if it needs no explanation.
    #[prop_or_default]
    pub explanation: AttrValue,
    /// Whether the label is for the ears only.
    #[prop_or_default]
    pub quiet_label: bool,
    /// What is chosen.
    pub on_choose: Callback<String>,
}

/// A select.
#[component]
pub fn SelectField(props: &Props) -> Html {
    let explanation_id = format!("{}-means", props.id);
    let onchange = props.on_choose.reform(|event: Event| dom::text_of(&event));
    html! {
        <div class="field">
            <label for={props.id.clone()} class={props.quiet_label.then_some("visually-hidden")}>{ &props.label }</label>
            <select id={props.id.clone()} aria-describedby={explanation_id.clone()} {onchange}>
                for option in &props.options {
                    <option value={option.value} selected={option.value == props.value}>{ &option.label }</option>
                }
            </select>
            <p class="choice-explained" id={explanation_id}>{ &props.explanation }</p>
        </div>
    }
}
