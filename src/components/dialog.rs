//! A modal dialog: the browser's own, which keeps the focus inside and everything else out of reach.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon;
use crate::browser::dom;

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
        let before = dom::focused();
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
                <h2 id={props.id.clone()}>{ &props.title }</h2>
                <button type="button" class="button button-quiet button-icon" aria-label={props.close_label.clone()} {onclick}>
                    { icon("close") }
                </button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
