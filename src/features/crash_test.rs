//! A page that crashes on purpose, to try the crash screen.

mod text;

use yew::prelude::*;

use self::text::CrashTestText;
use crate::i18n::Catalog;
use crate::platform::crash;
use crate::widgets::head::Head;

pub fn crash_test(text: &Catalog) -> Html {
    let words = CrashTestText::of(text.language);
    let onclick = Callback::from(|_: MouseEvent| crash::crash_now());
    html! {
        <>
            <Head title={words.crash_test} lead={words.crash_test_why} />
            <button type="button" class="button button-danger" {onclick}>{ words.crash_now }</button>
        </>
    }
}
