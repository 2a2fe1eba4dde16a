//! A labelled native select, with an explanation of what is chosen. What it shows is decided by its properties alone: a
//! choice that does not change them changes nothing on the screen either.

use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

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
    /// The id of the select; those of explanation and problem are made from it.
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
    /// What is wrong with what is chosen; empty if nothing is.
    #[prop_or_default]
    pub problem: AttrValue,
    /// The id of the text that says why nothing else can be chosen; empty if something can.
    #[prop_or_default]
    pub denied: AttrValue,
    /// Whether the label is for the ears only.
    #[prop_or_default]
    pub quiet_label: bool,
    /// What is chosen.
    pub on_choose: Callback<String>,
}

/// A select.
#[component]
pub fn SelectField(props: &Props) -> Html {
    let [means, problem] = ["means", "problem"].map(|part| format!("{}-{part}", props.id));
    // The attribute of an option counts only until somebody has chosen; the property counts afterwards.
    let place = props.options.iter().position(|option| option.value == props.value);
    let chosen = place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1);
    let is_denied = !props.denied.is_empty();
    let is_invalid = !props.problem.is_empty();
    let onchange = {
        let (on_choose, value) = (props.on_choose.clone(), props.value);
        Callback::from(move |event: Event| {
            let chosen = dom::field_value(&event);
            dom::set_select_value(&event, value);
            if !is_denied && chosen != value {
                on_choose.emit(chosen);
            }
        })
    };
    // The list of options does not even open; the focus comes all the same, so that the reason can be read.
    let onmousedown = is_denied.then(|| {
        let id = props.id.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dom::focus(&id);
        })
    });
    html! {
        <div class="field" data-invalid={is_invalid.then_some("true")}>
            <label for={props.id.clone()} class={props.quiet_label.then_some("visually-hidden")}>{ &props.label }</label>
            <select
                id={props.id.clone()}
                aria-describedby={format!("{means} {problem} {}", props.denied)}
                aria-invalid={is_invalid.then_some("true")}
                aria-disabled={is_denied.then_some("true")}
                ~selectedIndex={chosen}
                {onchange}
                {onmousedown}
            >
                for option in &props.options {
                    <option value={option.value} selected={option.value == props.value}>{ &option.label }</option>
                }
            </select>
            <p class="choice-explained" id={means}>{ &props.explanation }</p>
            if is_invalid {
                <p class="problem" id={problem} role="alert">{ icon("warning") }<span>{ prose(&props.problem) }</span></p>
            }
        </div>
    }
}
