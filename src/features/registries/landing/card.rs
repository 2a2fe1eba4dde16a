//! The card of a registry in the list.

use domain::RegistryView;
use yew::prelude::*;

use super::text::LandingText;
use crate::i18n::Language;
use crate::ui::{bdi, icon};
use crate::widgets::badges::visibility_badge;
use crate::widgets::sources::role_with_lazy_sources;

/// The maximum number of named types.
const MAX_TYPES: usize = 4;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub registry_view: RegistryView,
    /// The address of its page.
    pub href: AttrValue,
    /// It is a property, because using the page's context would render every card on each change.
    pub language: Language,
}

#[component]
pub fn Card(props: &Props) -> Html {
    let text = props.language.catalog();
    let words = LandingText::of(text.language);
    let registry = &props.registry_view.registry;
    let is_open = use_state_eq(|| false);
    let accepts = registry.accepts();
    let types = if accepts.is_all() { Default::default() } else { accepts.saved() };
    let more = types.len().saturating_sub(MAX_TYPES);
    html! {
        <li class="card">
            <h3 class="card-title">
                <a href={props.href.clone()}>{ bdi(registry.name().as_str()) }</a>
            </h3>
            <p class="card-description" dir="auto">{ text.registry.description(registry) }</p>
            <div class="card-meta">
                { visibility_badge(registry.visibility(), text) }
                if accepts.is_all() {
                    <span class="pill pill-quiet">{ text.terms.all_types }</span>
                } else {
                    for artifact_type in types.iter().take(MAX_TYPES) {
                        <span class="pill"><bdi>{ artifact_type.to_string() }</bdi></span>
                    }
                    if more > 0 {
                        <span class="pill pill-more">{ (words.more_types)(more) }</span>
                    }
                }
            </div>
            <div class="card-foot">
                { icon("user") }
                <span>{ words.your_role }{ ":" }</span>
                { role_with_lazy_sources(&props.registry_view.standing, text, &is_open) }
            </div>
        </li>
    }
}
