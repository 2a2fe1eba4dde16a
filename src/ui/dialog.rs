//! The browser's modal dialog, which keeps the focus inside and makes the rest of the page inert.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{icon, prose};
use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the heading.
    pub id: AttrValue,
    pub title: AttrValue,
    /// The accessible name of the closing button.
    pub close_label: AttrValue,
    /// The id of the element with the first focus. In a form that is the first field; otherwise it is the closing
    /// button.
    #[prop_or_default]
    pub first: AttrValue,
    /// Called on the closing button and on Escape.
    pub on_close: Callback<()>,
    pub children: Html,
}

/// A dialog that is open while it is mounted.
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
            // The browser restores the focus only to an element that still exists, and not when the dialog itself is
            // removed.
            if let Some(before) = before {
                let _ = before.focus();
            }
            dom::focus_title_if_lost();
        }
    });
    let oncancel = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: Event| {
            // The address decides whether the dialog is open, so the browser must not close it by itself.
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

/// A form that fills a dialog.
pub struct DialogForm<'a> {
    /// The id of the denial.
    pub denied_id: &'static str,
    /// The reason why the form cannot be submitted.
    pub denied: Option<&'a str>,
    /// The label of the button that discards the input.
    pub cancel: &'static str,
    /// The label of the submit button.
    pub submit: &'static str,
    pub on_cancel: Callback<()>,
    /// Called even if the form cannot be submitted.
    pub onsubmit: Callback<SubmitEvent>,
}

impl DialogForm<'_> {
    /// Renders the denial, the fields and the buttons.
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
