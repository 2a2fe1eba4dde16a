//! The keyboard shortcuts, and the dialog that lists them and turns single-key shortcuts off.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::preferences;
use super::search::SEARCH_ID;
use super::text::ShellText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::state::{Store, Undoable};
use crate::ui::Dialog;

/// Installs the shortcuts. They are off while a dialog is open; single-key shortcuts are off while a person types.
#[hook]
pub fn use_shortcuts(can_search: bool, on_help: Callback<()>, store: Store) {
    use_effect_with((can_search, on_help, store), |(can_search, on_help, store)| {
        let (can_search, on_help, store) = (*can_search, on_help.clone(), store.clone());
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                // A held Enter opens or submits once, and does not press the next focused element.
                if event.repeat() && event.key() == "Enter" && !dom::is_in_textarea(event) {
                    event.prevent_default();
                }
                if event.default_prevented() || dom::is_composing(event) || dom::is_dialog_open() {
                    return;
                }
                let is_command = event.ctrl_key() || event.meta_key();
                match event.key().as_str() {
                    // The Korean layout reports the key as its vowel.
                    "k" | "K" | "ㅏ" if is_command && can_search => dom::focus(SEARCH_ID),
                    "/" if is_command => on_help.emit(()),
                    // Within a field, the browser undoes what was typed.
                    "z" | "Z" | "ㅋ" if is_command && can_search && !event.alt_key() && !dom::is_typing() => {
                        // A held key undoes one change. Each undo is a record of its own.
                        if !event.repeat() {
                            let what = if event.shift_key() { Undoable::LastUndo } else { Undoable::Last };
                            store.undo_and_notify(what);
                        }
                    }
                    _ if is_command || event.alt_key() || dom::is_typing() => return,
                    "/" | "?" if !preferences::has_single_keys() => return,
                    "/" if can_search => dom::focus(SEARCH_ID),
                    "?" => on_help.emit(()),
                    _ => return,
                }
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// The dialog that lists the shortcuts.
pub fn shortcuts(text: &'static Catalog, on_close: &Callback<()>) -> Html {
    let words = ShellText::of(text.language);
    let keys = [
        (
            html! { <><kbd>{ "/" }</kbd>{ words.or }<kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "K" }</kbd>{ words.or }<kbd>{ "⌘" }</kbd>{ " " }<kbd>{ "K" }</kbd></> },
            words.search,
        ),
        (
            html! { <><kbd>{ "?" }</kbd>{ words.or }<kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "/" }</kbd>{ words.or }<kbd>{ "⌘" }</kbd>{ " " }<kbd>{ "/" }</kbd></> },
            words.shortcuts,
        ),
        (
            html! { <><kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "Z" }</kbd>{ words.or }<kbd>{ "⌘" }</kbd>{ " " }<kbd>{ "Z" }</kbd></> },
            text.undo.undo,
        ),
        (
            html! { <><kbd>{ "Shift" }</kbd>{ " " }<kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "Z" }</kbd>{ words.or }<kbd>{ "Shift" }</kbd>{ " " }<kbd>{ "⌘" }</kbd>{ " " }<kbd>{ "Z" }</kbd></> },
            text.undo.redo,
        ),
        (html! { <kbd>{ "Esc" }</kbd> }, text.common.close),
    ];
    let on_keys = Callback::from(|event: Event| preferences::set_single_keys(dom::is_checked(&event)));
    html! {
        <Dialog id="shortcuts-title" title={words.shortcuts} close_label={text.common.close} {on_close}>
            <div class="dialog-body">
                <dl class="facts">
                    for (keys, does) in keys {
                        <dt>{ keys }</dt>
                        <dd>{ does }</dd>
                    }
                </dl>
                <label class="check">
                    <input type="checkbox" checked={preferences::has_single_keys()} onchange={on_keys} />
                    <span>{ words.single_keys }</span>
                </label>
            </div>
        </Dialog>
    }
}
