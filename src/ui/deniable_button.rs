//! A button whose reason for being disabled stands elsewhere. It stays focusable, so that the reason can be read.

use yew::prelude::*;

/// A click presses the button unless it is disabled.
pub(super) fn unless_denied(denied: Option<&str>, on_press: &Callback<()>) -> Callback<MouseEvent> {
    let is_denied = denied.is_some();
    let on_press = on_press.clone();
    Callback::from(move |_: MouseEvent| {
        if !is_denied {
            on_press.emit(());
        }
    })
}

/// A button with its accessible name. `denied` is the id of the reason if it is disabled.
pub fn deniable_button(
    class: &'static str,
    label: &str,
    name: String,
    denied: Option<&str>,
    on_press: &Callback<()>,
) -> Html {
    let onclick = unless_denied(denied, on_press);
    html! {
        <button
            type="button"
            {class}
            aria-label={name}
            aria-disabled={denied.map(|_| "true")}
            aria-describedby={denied.map(str::to_owned)}
            {onclick}
        >
            { label }
        </button>
    }
}
