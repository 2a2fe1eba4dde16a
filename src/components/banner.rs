//! A lasting message above the page.

use yew::prelude::*;

use super::{Icon, Prose};

/// How grave it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Something is not as it should be.
    Warning,
    /// Something is lost, or would be.
    Danger,
}

/// The message.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How grave it is.
    pub tone: Tone,
    /// What it says.
    pub text: AttrValue,
    /// What can be done.
    #[prop_or_default]
    pub children: Html,
}

/// A banner.
#[component]
pub fn Banner(props: &Props) -> Html {
    let (tone, icon) = match props.tone {
        Tone::Info => ("info", "info"),
        Tone::Warning => ("warning", "warning"),
        Tone::Danger => ("danger", "warning"),
    };
    html! {
        <div class="banner" data-tone={tone}>
            <Icon name={icon} />
            <p><Prose text={props.text.clone()} /></p>
            <div class="button-row">{ props.children.clone() }</div>
        </div>
    }
}
