//! Crashing on purpose, to try the crash screen.

use yew::prelude::*;

use super::head::Head;
use crate::browser::crash;
use crate::i18n::Catalog;

/// The button that crashes.
pub fn crash_test(text: &Catalog) -> Html {
    let onclick = Callback::from(|_: MouseEvent| crash::crash_now());
    html! {
        <>
            <Head title={text.frame.crash_test} lead={text.frame.crash_test_why} />
            <button type="button" class="button button-danger" {onclick}>{ text.frame.crash_now }</button>
        </>
    }
}
