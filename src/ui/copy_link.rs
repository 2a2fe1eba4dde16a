//! A button that copies the address of a page. If the browser refuses, the address appears, to be copied by hand.

use yew::prelude::*;

use super::icon;
use crate::platform::{address, dom};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The address behind `#`.
    pub href: AttrValue,
    pub label: AttrValue,
    /// The status after copying.
    pub copied: AttrValue,
    /// The status if the browser refuses. It is the label of the address.
    pub copy_by_hand: AttrValue,
}

#[derive(Clone, PartialEq)]
enum Status {
    Copied,
    Refused { url: String },
}

#[component]
pub fn CopyLink(props: &Props) -> Html {
    let status = use_state_eq(|| None::<Status>);
    // Another address was not copied yet.
    use_effect_with(props.href.clone(), {
        let status = status.setter();
        move |_| status.set(None)
    });
    let onclick = {
        let (status, href) = (status.setter(), props.href.clone());
        Callback::from(move |_: MouseEvent| {
            let url = address::shared_url(&href).unwrap_or_default();
            status.set(Some(if dom::copy(&url) { Status::Copied } else { Status::Refused { url } }));
        })
    };
    let message = match &*status {
        None => AttrValue::default(),
        Some(Status::Copied) => props.copied.clone(),
        Some(Status::Refused { .. }) => props.copy_by_hand.clone(),
    };
    html! {
        <span class="copy-link">
            <button type="button" class="button" {onclick}>{ icon("link") }{ &props.label }</button>
            <span class="muted small" aria-live="polite">{ message }</span>
            if let Some(Status::Refused { url }) = &*status {
                <input class="mono" readonly=true dir="ltr" aria-label={props.copy_by_hand.clone()} value={url.clone()} />
            }
        </span>
    }
}
