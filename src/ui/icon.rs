//! An icon of the sprite in the page. It says nothing by itself: the words stand beside it.

use yew::prelude::*;

/// The icon of this name in the sprite.
pub fn icon(name: &str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("#icon-{name}")} /></svg> }
}
