//! Icons from the page's sprite. They are decorative, since a text stands beside each.

use yew::prelude::*;

pub fn icon(name: &str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("#icon-{name}")} /></svg> }
}
