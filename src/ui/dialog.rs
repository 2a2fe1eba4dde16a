//! A modal dialog: the browser's own, which keeps the focus inside and everything else out of reach.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

/// The dialog.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of its heading.
    pub id: AttrValue,
    /// What it is called.
    pub title: AttrValue,
    /// What the closing button is called.
    pub close_label: AttrValue,
    /// The id of what has the focus first: of a form its first field, rather than the closing button above it.
    #[prop_or_default]
    pub first: AttrValue,
    /// That it is to be closed: by its button or by Escape.
    pub on_close: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// A dialog, open for as long as it is there.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.first.clone()), |(node, first)| {
        let before = dom::focused_element();
        let dialog = node.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            let _ = dialog.show_modal();
        }
        dom::focus(first);
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
            // The browser gives the focus back only to what is still there, and not when the dialog itself is gone.
            if let Some(before) = before {
                let _ = before.focus();
            }
            dom::focus_title_if_lost();
        }
    });
    let oncancel = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: Event| {
            // Whether it closes is decided by the address: otherwise the two could differ.
            event.prevent_default();
            let is_own = event.target().is_some_and(|target| target.dyn_ref::<HtmlDialogElement>().is_some());
            if is_own {
                on_close.emit(());
            }
        })
    };
    let onclick = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <dialog class="dialog" ref={node} aria-labelledby={props.id.clone()} {oncancel}>
            <div class="dialog-head">
                <h2 id={props.id.clone()}>{ prose(&props.title) }</h2>
                <button type="button" class="button button-quiet button-icon" aria-label={props.close_label.clone()} {onclick}>
                    { icon("close") }
                </button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}

/// A form that fills a dialog: what is typed is in its body.
pub struct DialogForm<'a> {
    /// The id of the reason why it cannot be sent.
    pub denied_id: &'static str,
    /// That reason, if it cannot be.
    pub denied: Option<&'a str>,
    /// The button that discards what is typed.
    pub cancel: &'static str,
    /// The button that sends it.
    pub submit: &'static str,
    /// What is typed is discarded.
    pub on_cancel: Callback<()>,
    /// It is sent, though it may not be.
    pub onsubmit: Callback<SubmitEvent>,
}

impl DialogForm<'_> {
    /// The form: why it cannot be sent, its fields, and the buttons below.
    pub fn show(self, fields: Html) -> Html {
        let Self { denied_id, denied, cancel, submit, on_cancel, onsubmit } = self;
        html! {
            <form class="dialog-form" {onsubmit} novalidate=true>
                <div class="dialog-body">
                    if let Some(denied) = denied {
                        <p class="denied" id={denied_id}>{ icon("info") }<span>{ prose(denied) }</span></p>
                    }
                    { fields }
                </div>
                <div class="dialog-foot">
                    <button type="button" class="button" onclick={move |_: MouseEvent| on_cancel.emit(())}>{ cancel }</button>
                    <button
                        type="submit"
                        class="button button-primary"
                        aria-disabled={denied.map(|_| "true")}
                        aria-describedby={denied.map(|_| denied_id)}
                    >
                        { submit }
                    </button>
                </div>
            </form>
        }
    }
}
