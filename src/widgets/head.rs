//! The head of a page: its heading, which gets the focus on navigation, and the title of the tab.

use yew::prelude::*;

use crate::i18n::prose::plain;
use crate::page::use_page;
use crate::platform::address;
use crate::platform::dom::TITLE_ID;
use crate::ui::prose;

/// The title of a tab: the place, the organization, the program.
#[must_use]
pub fn title(place: &str, organization: Option<&str>) -> String {
    let parts = [Some(place), organization, Some("Registrar")];
    plain(&parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// The head.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The heading.
    pub title: AttrValue,
    /// What the page is for.
    #[prop_or_default]
    pub lead: AttrValue,
    /// What stands at its right.
    #[prop_or_default]
    pub children: Html,
}

/// A page's head.
#[component]
pub fn Head(props: &Props) -> Html {
    let organization = use_page().model.view().map(|view| view.organization.to_string());
    use_effect_with((props.title.clone(), organization), |(place, organization)| {
        address::set_title(&title(place, organization.as_deref()));
    });
    html! {
        <>
            <div class="page-head">
                <h1 id={TITLE_ID} tabindex="-1"><bdi>{ prose(&props.title) }</bdi></h1>
                <div class="page-actions">{ props.children.clone() }</div>
            </div>
            if !props.lead.is_empty() {
                <p class="page-lead">{ &props.lead }</p>
            }
        </>
    }
}
