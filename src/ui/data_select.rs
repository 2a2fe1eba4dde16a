//! A labeled native select whose options are data, such as the projects of a team. It renders again only if they change, since
//! there can be thousands.

use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

/// An option: its value, and its label.
pub type DataOption = (AttrValue, AttrValue);

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the select, and the prefix of the id of the problem.
    pub id: AttrValue,
    pub label: AttrValue,
    pub options: Vec<DataOption>,
    /// The value of the selected option.
    pub value: AttrValue,
    /// The problem with the selected option; empty without one.
    #[prop_or_default]
    pub problem: AttrValue,
    /// Receives the value of another option.
    pub on_choose: Callback<String>,
}

#[component]
pub fn DataSelect(props: &Props) -> Html {
    // The `selected` attribute has no effect after the first choice, so the property is set as well.
    let position = props.options.iter().position(|(value, _)| *value == props.value);
    let chosen = position.and_then(|position| i32::try_from(position).ok()).unwrap_or(-1);
    let onchange = {
        let (on_choose, value) = (props.on_choose.clone(), props.value.clone());
        Callback::from(move |event: Event| {
            let chosen = dom::field_value(&event);
            dom::set_select_value(&event, &value);
            if chosen != *value {
                on_choose.emit(chosen);
            }
        })
    };
    let problem = format!("{}-problem", props.id);
    let invalid = (!props.problem.is_empty()).then_some("true");
    html! {
        <div class="field" data-invalid={invalid}>
            <label for={props.id.clone()}>{ &props.label }</label>
            <select
                id={props.id.clone()}
                aria-describedby={problem.clone()}
                aria-invalid={invalid}
                ~selectedIndex={chosen}
                {onchange}
            >
                for (value, label) in &props.options {
                    <option value={value.clone()} selected={*value == props.value}>{ label }</option>
                }
            </select>
            <p class="problem" id={problem} aria-live="polite">
                if invalid.is_some() {
                    { icon("warning") }<span>{ prose(&props.problem) }</span>
                }
            </p>
        </div>
    }
}
