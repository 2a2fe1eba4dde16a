//! The place of a list in which nothing matches the filter.

use yew::prelude::*;

use super::{icon, prose};

/// Says so, and offers to clear the filter. The pressed button disappears, so `on_clear` moves the focus.
pub fn no_match(says: &str, clear: &'static str, on_clear: Callback<MouseEvent>) -> Html {
    html! {
        <div class="empty">
            { icon("search") }
            <p>{ prose(says) }</p>
            <button type="button" class="button" onclick={on_clear}>{ clear }</button>
        </div>
    }
}
