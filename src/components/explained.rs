//! A button that says why it cannot be used. It stays visible and can be reached, so that the reason can be read.

use yew::prelude::*;

use super::{Icon, Prose};

/// The button.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the button; the explanation's is made from it.
    pub id: AttrValue,
    /// What the button says.
    pub label: AttrValue,
    /// The icon before it.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// How it looks.
    pub class: Classes,
    /// Why it cannot be used, if so.
    pub denied: Option<AttrValue>,
    /// What it does.
    pub on_press: Callback<()>,
}

/// A button with its explanation.
#[component]
pub fn Explained(props: &Props) -> Html {
    let reason = AttrValue::from(format!("{}-denied", props.id));
    let is_denied = props.denied.is_some();
    let onclick = {
        let on_press = props.on_press.clone();
        Callback::from(move |_: MouseEvent| {
            if !is_denied {
                on_press.emit(());
            }
        })
    };
    html! {
        <div class="explained">
            <button
                id={props.id.clone()}
                type="button"
                class={props.class.clone()}
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={is_denied.then(|| reason.clone())}
                {onclick}
            >
                if let Some(icon) = props.icon {
                    <Icon name={icon} />
                }
                { &props.label }
            </button>
            if let Some(denied) = &props.denied {
                <p class="denied" id={reason}><Icon name="info" /><span><Prose text={denied} /></span></p>
            }
        </div>
    }
}
