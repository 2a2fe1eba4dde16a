//! The controls of a row. They are shown to all accounts, with the reason if the account cannot use them.

use yew::prelude::*;

use crate::platform::dom;
use crate::ui::{SelectOption, deniable_button};

/// An option for a role: the value in addresses, and the label.
pub type RoleChoice = (&'static str, &'static str);

/// The same choices as options of a form's select.
pub fn options(choices: Vec<RoleChoice>) -> Vec<SelectOption> {
    choices.into_iter().map(|(value, label)| SelectOption { value, label: label.into() }).collect()
}

/// A button of a row: its label, accessible name, the id of the reason if it is disabled, and its callback.
pub fn row_button(label: &str, name: String, denied: Option<&str>, on_press: &Callback<()>) -> Html {
    deniable_button("button button-quiet", label, name, denied, on_press)
}

/// A select that takes effect on change.
pub struct LiveSelect<'a> {
    /// The accessible name, if there is no label element.
    pub label: Option<String>,
    /// The id, if there is a label element.
    pub id: Option<&'static str>,
    /// The options.
    pub choices: &'a [RoleChoice],
    /// The current value.
    pub value: &'static str,
    /// The ids of its descriptions.
    pub described: Option<String>,
    /// Whether it is disabled.
    pub is_denied: bool,
    /// Called with a newly chosen value.
    pub on_choose: Callback<&'static str>,
}

impl LiveSelect<'_> {
    /// Renders the select. It keeps showing the current value, because a choice may be refused or need confirmation. It is a
    /// function and not a component, because a page can have thousands of them.
    pub fn show(self) -> Html {
        let Self { label, id, choices, value, described, is_denied, on_choose } = self;
        let index = choices.iter().position(|(name, _)| *name == value);
        let selected_index = index.and_then(|index| i32::try_from(index).ok()).unwrap_or(-1);
        let names: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
        let onchange = Callback::from(move |event: Event| {
            let chosen = dom::field_value(&event);
            // After a choice, a select ignores the `selected` attributes of its options, so its value is reset here.
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
                ~selectedIndex={selected_index}
                {onchange}
            >
                for (name, label) in choices {
                    <option value={*name} selected={*name == value}>{ *label }</option>
                }
            </select>
        }
    }
}
