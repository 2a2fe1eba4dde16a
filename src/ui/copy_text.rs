//! A button that copies a text, and the text itself, so that a person can read it first and copy it by hand if the
//! browser refuses.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::prose;
use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the button, and the prefix of the other ids.
    pub id: &'static str,
    /// The label of the button.
    pub label: AttrValue,
    /// The accessible name of the text.
    pub text_label: AttrValue,
    pub text: AttrValue,
    /// The reason why there is no text; empty otherwise.
    #[prop_or_default]
    pub missing: AttrValue,
    /// The status after copying.
    pub copied: AttrValue,
    /// The status if the browser refuses. The text is selected then.
    pub copy_by_hand: AttrValue,
}

#[component]
pub fn CopyText(props: &Props) -> Html {
    let pressed = use_state_eq(|| 0_u32);
    let status = use_state_eq(AttrValue::default);
    let area = use_node_ref();
    use_effect_with(*pressed, {
        let (area, status) = (area.clone(), status.setter());
        let (copied, copy_by_hand) = (props.copied.clone(), props.copy_by_hand.clone());
        move |pressed| {
            // A text can be selected only after it is rendered.
            if let (1.., Some(area)) = (*pressed, area.cast::<HtmlTextAreaElement>()) {
                status.set(if dom::copy_text(&area) { copied } else { copy_by_hand });
            }
        }
    });
    // A new text was not copied yet.
    use_effect_with(props.text.clone(), {
        let status = status.setter();
        move |_| status.set(AttrValue::default())
    });
    let is_missing = !props.missing.is_empty();
    let onclick = {
        let pressed = pressed.clone();
        Callback::from(move |_: MouseEvent| {
            if !is_missing {
                pressed.set(pressed.wrapping_add(1));
            }
        })
    };
    let missing_id = format!("{}-missing", props.id);
    let rows = props.text.lines().count().clamp(3, 16).to_string();
    html! {
        <div class="copy-text">
            <button
                id={props.id}
                type="button"
                class="button"
                aria-disabled={is_missing.then_some("true")}
                aria-describedby={is_missing.then(|| missing_id.clone())}
                {onclick}
            >
                { &props.label }
            </button>
            <span class="muted small" role="status">{ &*status }</span>
            if is_missing {
                <p class="hint" id={missing_id}>{ prose(&props.missing) }</p>
            } else if *pressed > 0 {
                <textarea
                    ref={area}
                    class="mono"
                    readonly=true
                    {rows}
                    wrap="off"
                    spellcheck="false"
                    aria-label={props.text_label.clone()}
                    value={props.text.clone()}
                />
            }
        </div>
    }
}
