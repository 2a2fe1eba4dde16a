//! The head of a page: the heading, which gets the focus on navigation, and the document's title.

use yew::prelude::*;

use crate::i18n::prose::plain;
use crate::page::use_page;
use crate::platform::address;
use crate::platform::dom::TITLE_ID;
use crate::ui::prose;

/// The document's title: page, organization, product.
#[must_use]
pub fn document_title(place: &str, organization: Option<&str>) -> String {
    let parts = [Some(place), organization, Some("Registrar")];
    plain(&parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: AttrValue,
    /// A sentence about the purpose of the page.
    #[prop_or_default]
    pub lead: AttrValue,
    /// The actions at the right.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Head(props: &Props) -> Html {
    let organization = use_page().model.view().map(|view| view.organization.to_string());
    use_effect_with((props.title.clone(), organization), |(place, organization)| {
        address::set_title(&document_title(place, organization.as_deref()));
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
