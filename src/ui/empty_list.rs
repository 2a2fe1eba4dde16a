//! The place of a list without items.

use yew::prelude::*;

use super::icon;

/// A sentence in the place of a section's list, and the reason for it.
pub fn empty_list(icon_name: &'static str, sentence: &'static str, reason: &'static str) -> Html {
    html! {
        <div class="empty">
            { icon(icon_name) }
            <h3>{ sentence }</h3>
            <p>{ reason }</p>
        </div>
    }
}
