//! Tables, and the button that shows more of a list.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::dom;

/// A table in a focusable region that scrolls sideways.
pub fn table(label: &str, class: &'static str, columns: &[&'static str], rows: Html) -> Html {
    html! {
        <div class="table-scroll" role="region" aria-label={label.to_owned()} tabindex="0">
            <table class={format!("table {class}")}>
                <thead>
                    <tr>
                        for column in columns {
                            <th scope="col">{ *column }</th>
                        }
                    </tr>
                </thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}

/// The button that shows more of a list. It disappears then, so the focus moves to the element that `next` selects.
pub fn show_all_button(label: String, next: String, on_show: Callback<()>) -> Html {
    let onclick = move |_: MouseEvent| {
        on_show.emit(());
        let next = next.clone();
        Timeout::new(0, move || dom::focus_first(&next)).forget();
    };
    html! { <button type="button" class="button" {onclick}>{ label }</button> }
}
