//! A lasting message above the page.

use yew::prelude::*;

use super::{icon, prose};

/// How grave it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something is not as it should be.
    Warning,
    /// Something is lost, or would be.
    Danger,
}

/// A message, and what can be done about it.
pub fn banner(tone: Tone, text: &str, actions: Html) -> Html {
    let tone = match tone {
        Tone::Warning => "warning",
        Tone::Danger => "danger",
    };
    html! {
        <div class="banner" data-tone={tone}>
            { icon("warning") }
            <p>{ prose(text) }</p>
            <div class="button-row">{ actions }</div>
        </div>
    }
}
