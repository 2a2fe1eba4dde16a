//! A persistent message above the page.

use yew::prelude::*;

use super::{icon, prose};

/// The severity of a banner.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The data is as it should be, and works otherwise than usual.
    Info,
    /// The data or its storage needs attention.
    Warning,
    /// Data is lost, or at risk.
    Danger,
}

pub fn banner(tone: Tone, text: &str, actions: Html) -> Html {
    let (tone, icon_name) = match tone {
        Tone::Info => ("info", "info"),
        Tone::Warning => ("warning", "warning"),
        Tone::Danger => ("danger", "warning"),
    };
    html! {
        <div class="banner" data-tone={tone}>
            { icon(icon_name) }
            <p>{ prose(text) }</p>
            <div class="button-row">{ actions }</div>
        </div>
    }
}
