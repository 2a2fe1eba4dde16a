//! An icon of the sprite in the page. It says nothing by itself: the words stand beside it.

use yew::prelude::*;

/// Which icon.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its name in the sprite.
    pub name: &'static str,
}

/// An icon.
#[component]
pub fn Icon(props: &Props) -> Html {
    html! {
        <svg class="icon" aria-hidden="true"><use href={format!("#icon-{}", props.name)} /></svg>
    }
}
