//! The controls of a row: they stand there for everybody, and say why they do nothing for whoever may not use them.

use yew::prelude::*;

use crate::browser::dom;
use crate::components::SelectOption;

/// A role that can be chosen: its name in addresses, and what it is called.
pub type RoleChoice = (&'static str, &'static str);

/// The same choices for the select of a form.
pub fn options(choices: Vec<RoleChoice>) -> Vec<SelectOption> {
    choices.into_iter().map(|(value, label)| SelectOption { value, label: label.into() }).collect()
}

/// A button of a row: what it shows, what it is called, the id of the reason why it cannot be used if so, and what it does.
pub fn row_button(label: &str, name: String, denied: Option<&str>, on_press: &Callback<()>) -> Html {
    let is_denied = denied.is_some();
    let on_press = on_press.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if !is_denied {
            on_press.emit(());
        }
    });
    html! {
        <button
            type="button"
            class="button button-quiet"
            aria-label={name}
            aria-disabled={is_denied.then_some("true")}
            aria-describedby={denied.map(str::to_owned)}
            {onclick}
        >
            { label }
        </button>
    }
}

/// A select that changes something by itself.
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// What it is called, if no label stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Its id, if a label stands beside it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What can be chosen.
    pub choices: Vec<RoleChoice>,
    /// What is the case.
    pub value: &'static str,
    /// The ids of what describes it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether it may not be used.
    pub is_denied: bool,
    /// What is chosen.
    pub on_choose: Callback<&'static str>,
}

/// A select that shows what is the case, not what was chosen: what is chosen may be refused, or asked about first.
#[component]
pub fn LiveSelect(props: &SelectProps) -> Html {
    let node = use_node_ref();
    let value = props.value;
    // By itself a select does not go back to what its options say once somebody has chosen in it.
    use_effect_with((node.clone(), value), |(node, value)| dom::set_select(node, value));
    let onchange = {
        let (on_choose, choices, is_denied) = (props.on_choose.clone(), props.choices.clone(), props.is_denied);
        let node = node.clone();
        Callback::from(move |event: Event| {
            let chosen = dom::text_of(&event);
            dom::set_select(&node, value);
            let chosen = choices.iter().map(|choice| choice.0).find(|name| *name == chosen);
            if let (Some(chosen), false) = (chosen, is_denied) {
                on_choose.emit(chosen);
            }
        })
    };
    html! {
        <select
            ref={node}
            id={props.id.clone()}
            aria-label={props.label.clone()}
            aria-disabled={props.is_denied.then_some("true")}
            aria-describedby={props.described.clone()}
            {onchange}
        >
            for (name, label) in &props.choices {
                <option value={*name}>{ *label }</option>
            }
        </select>
    }
}
