//! A text that can be taken away: a button that copies it, and the text itself, so that it can be read first, and copied by
//! hand where the browser does not let the page do it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::prose;
use crate::platform::dom;

/// The text.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the button; those of text and status are made from it.
    pub id: &'static str,
    /// What the button is called.
    pub label: AttrValue,
    /// What the text is called.
    pub text_label: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// Why there is none; empty if there is one.
    #[prop_or_default]
    pub missing: AttrValue,
    /// It was copied.
    pub copied: AttrValue,
    /// It is selected, and to be copied by hand.
    pub by_hand: AttrValue,
}

/// A text to copy.
#[component]
pub fn CopyText(props: &Props) -> Html {
    let pressed = use_state_eq(|| 0_u32);
    let status = use_state_eq(AttrValue::default);
    let area = use_node_ref();
    use_effect_with(*pressed, {
        let (area, status) = (area.clone(), status.setter());
        let (copied, by_hand) = (props.copied.clone(), props.by_hand.clone());
        move |pressed| {
            // What is not shown yet cannot be selected.
            if let (1.., Some(area)) = (*pressed, area.cast::<HtmlTextAreaElement>()) {
                status.set(if dom::copy_text(&area) { copied } else { by_hand });
            }
        }
    });
    // What was copied is not what stands there any more.
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
