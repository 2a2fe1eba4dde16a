//! A persistent message above the page.

use yew::prelude::*;

use super::{icon, prose};

/// The severity of a banner.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The data or its storage needs attention.
    Warning,
    /// Data is lost, or at risk.
    Danger,
}

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
