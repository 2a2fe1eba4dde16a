//! A button that shows why it is disabled. It stays focusable, so that the reason can be read.

use yew::prelude::*;

use super::deniable_button::unless_denied;
use super::{icon, prose};

/// The primary button of a section, with the reason why it is disabled.
pub fn button_with_reason(
    id: &'static str,
    label: &'static str,
    denied: Option<&str>,
    on_press: &Callback<()>,
) -> Html {
    let reason = AttrValue::from(format!("{id}-denied"));
    let is_denied = denied.is_some();
    let onclick = unless_denied(denied, on_press);
    html! {
        <div class="explained">
            <button
                {id}
                type="button"
                class="button button-primary"
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={is_denied.then(|| reason.clone())}
                {onclick}
            >
                { icon("plus") }{ label }
            </button>
            if let Some(denied) = denied {
                <p class="denied" id={reason}>{ icon("info") }<span>{ prose(denied) }</span></p>
            }
        </div>
    }
}
