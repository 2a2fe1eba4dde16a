//! The field that filters a list.

use yew::prelude::*;

/// The label is also the placeholder, and otherwise visible to screen readers only.
pub fn filter_field(id: &'static str, label: &'static str, value: &str, oninput: Callback<InputEvent>) -> Html {
    html! {
        <div class="field">
            <label for={id} class="visually-hidden">{ label }</label>
            <input
                {id}
                type="search"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                placeholder={label}
                value={value.to_owned()}
                {oninput}
            />
        </div>
    }
}
