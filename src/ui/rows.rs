//! Lists that stay quick however long they are: the first rows are drawn, and the others on request. All of them are then
//! in the page, for finding in it and for the ears, rather than those alone that are in sight.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::dom;

/// As many rows or cards as are drawn before somebody asks for all. One with controls takes a millisecond or more, and what
/// takes longer than fifty is felt. Cards fill rows of two, three and four.
pub const DRAWN: usize = 24;

/// A table in a region of its own, which scrolls sideways where it has to: what it is called, its class if it has one beside
/// `table`, what its columns are called, and its rows.
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

/// The button that asks for all: what it says, the selector of what has the focus when all is drawn, and what it does. The
/// button itself is gone then.
pub fn show_all(label: String, next: String, on_show: Callback<()>) -> Html {
    let onclick = move |_: MouseEvent| {
        on_show.emit(());
        let next = next.clone();
        Timeout::new(0, move || dom::focus_first(&next)).forget();
    };
    html! { <button type="button" class="button" {onclick}>{ label }</button> }
}

/// The selector of what can have the focus in the first of what is not drawn by itself, in the list that a selector finds.
pub fn next_in(list: &str) -> String {
    format!("{list} > :nth-child({}) :is(a, select, summary)", DRAWN + 1)
}
