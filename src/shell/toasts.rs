//! Toasts. Successes disappear after a while, and errors stay until they are dismissed. A polite live region
//! announces them.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::text::ShellText;
use crate::page::{Page, use_page};
use crate::platform::dom;
use crate::state::{Notice, Notification, Undoable};
use crate::ui::{icon, prose};

/// The duration of a success, in milliseconds.
const SUCCESS_MILLIS: u32 = 10_000;

pub fn toasts(page: &Page) -> Html {
    html! {
        <div class="toasts" role="status" aria-live="polite">
            for notification in &page.model.notifications {
                <Toast key={notification.id} notification={notification.clone()} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ToastProps {
    notification: Notification,
}

#[component]
fn Toast(props: &ToastProps) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let is_error = props.notification.notice.is_error();
    let dismiss = {
        let (store, id) = (page.store.clone(), props.notification.id);
        Callback::from(move |()| {
            // A toast with the focus passes it on before it disappears.
            if dom::focused_element()
                .is_some_and(|element| element.closest(".toast").is_ok_and(|toast| toast.is_some()))
            {
                dom::focus(dom::TITLE_ID);
            }
            store.dismiss(id);
        })
    };
    use_effect_with((props.notification.id, is_error), {
        let dismiss = dismiss.clone();
        move |(_, is_error)| {
            let timeout = (!is_error).then(|| Timeout::new(SUCCESS_MILLIS, move || dismiss.emit(())));
            move || drop(timeout)
        }
    });
    let undo = props.notification.undoable.map(|record| {
        let (store, dismiss) = (page.store.clone(), dismiss.clone());
        // Every other notice is about something that was done.
        let is_undo = matches!(props.notification.notice, Notice::Rewound { is_redo: false, .. });
        let label = if is_undo { text.undo.redo } else { text.undo.undo };
        let onclick = Callback::from(move |_: MouseEvent| {
            dismiss.emit(());
            store.undo_and_notify(Undoable::Record(record));
        });
        html! { <button type="button" class="button button-quiet" {onclick}>{ label }</button> }
    });
    html! {
        <div class="toast" data-tone={if is_error { "error" } else { "success" }}>
            { icon(if is_error { "warning" } else { "check" }) }
            <p>{ prose(&text.notice_message(&props.notification.notice)) }</p>
            if let Some(undo) = undo {
                { undo }
            }
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={words.dismiss}
                onclick={dismiss.reform(|_: MouseEvent| ())}
            >
                { icon("close") }
            </button>
        </div>
    }
}
