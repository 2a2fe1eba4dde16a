//! Long lists render their first rows, and the others on request. All rows are then in the page, for the browser's
//! search and for screen readers.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::dom;

/// The number of rows or cards in the first render. A row with controls takes over a millisecond, and 50 ms are
/// noticeable. The number fills rows of two, three and four cards.
pub const INITIAL_ROWS: usize = 24;

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

/// The button that renders all rows. It disappears then, so the focus moves to the element that `next` selects.
pub fn show_all_button(label: String, next: String, on_show: Callback<()>) -> Html {
    let onclick = move |_: MouseEvent| {
        on_show.emit(());
        let next = next.clone();
        Timeout::new(0, move || dom::focus_first(&next)).forget();
    };
    html! { <button type="button" class="button" {onclick}>{ label }</button> }
}

/// The selector of the first control in the first row that is not rendered initially.
pub fn first_hidden_row(list: &str) -> String {
    format!("{list} > :nth-child({}) :is(a, select, summary)", INITIAL_ROWS + 1)
}
