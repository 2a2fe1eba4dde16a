//! A labeled native select with an explanation of the selected option. It is controlled: if its properties don't
//! change, a choice has no visible effect.

use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

#[derive(Clone, PartialEq)]
pub struct SelectOption {
    pub value: &'static str,
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the select, and the prefix of the other ids.
    pub id: AttrValue,
    pub label: AttrValue,
    pub options: Vec<SelectOption>,
    /// The value of the selected option.
    pub value: &'static str,
    /// The explanation of the selected option; may be empty.
    #[prop_or_default]
    pub explanation: AttrValue,
    /// The problem with the selected option; empty without one.
    #[prop_or_default]
    pub problem: AttrValue,
    /// The id of the denial; empty if the field can be changed.
    #[prop_or_default]
    pub denied: AttrValue,
    /// Hides the label visually.
    #[prop_or_default]
    pub is_label_hidden: bool,
    /// Receives the value of another option.
    pub on_choose: Callback<String>,
}

#[component]
pub fn SelectField(props: &Props) -> Html {
    let [means, problem] = ["means", "problem"].map(|part| format!("{}-{part}", props.id));
    // The `selected` attribute has no effect after the first choice, so the property is set as well.
    let position = props.options.iter().position(|option| option.value == props.value);
    let chosen = position.and_then(|position| i32::try_from(position).ok()).unwrap_or(-1);
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
    // A denied select does not open, but gets the focus, so that the reason can be read.
    let onmousedown = is_denied.then(|| {
        let id = props.id.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dom::focus(&id);
        })
    });
    html! {
        <div class="field" data-invalid={is_invalid.then_some("true")}>
            <label for={props.id.clone()} class={props.is_label_hidden.then_some("visually-hidden")}>{ &props.label }</label>
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
