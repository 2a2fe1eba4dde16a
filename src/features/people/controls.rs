//! The controls of a row: they stand there for everybody, and say why they do nothing for whoever may not use them.

use yew::prelude::*;

use crate::platform::dom;
use crate::ui::SelectOption;

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
pub struct LiveSelect<'a> {
    /// What it is called, if no label stands beside it.
    pub label: Option<String>,
    /// Its id, if a label stands beside it.
    pub id: Option<&'static str>,
    /// What can be chosen.
    pub choices: &'a [RoleChoice],
    /// What is the case.
    pub value: &'static str,
    /// The ids of what describes it.
    pub described: Option<String>,
    /// Whether it may not be used.
    pub is_denied: bool,
    /// What is chosen, and is not the case yet.
    pub on_choose: Callback<&'static str>,
}

impl LiveSelect<'_> {
    /// The select. It shows what is the case, not what was chosen: what is chosen may be refused, or asked about first. There
    /// are thousands of them, so that it is no component.
    pub fn show(self) -> Html {
        let Self { label, id, choices, value, described, is_denied, on_choose } = self;
        let place = choices.iter().position(|(name, _)| *name == value);
        let chosen = place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1);
        let names: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
        let onchange = Callback::from(move |event: Event| {
            let chosen = dom::field_value(&event);
            // By itself a select does not go back to what its options say once somebody has chosen in it.
            dom::set_select_value(&event, value);
            let chosen = names.iter().find(|name| **name == chosen && **name != value);
            if let (Some(chosen), false) = (chosen, is_denied) {
                on_choose.emit(chosen);
            }
        });
        html! {
            <select
                {id}
                aria-label={label}
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={described}
                ~selectedIndex={chosen}
                {onchange}
            >
                for (name, label) in choices {
                    <option value={*name} selected={*name == value}>{ *label }</option>
                }
            </select>
        }
    }
}
