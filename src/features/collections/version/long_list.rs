//! A list of a version that is filtered and drawn in pages, without a place in the address.

use yew::prelude::*;

use crate::platform::dom;

/// The filter of a list, and the page that is asked for.
pub struct LongList {
    pub filter: UseStateHandle<String>,
    pub requested: UseStateHandle<Option<usize>>,
    pub turn: Callback<usize>,
    pub on_filter: Callback<String>,
}

/// Keeps the filter and the page of a list. Another filter begins at the first page.
#[hook]
pub fn use_long_list() -> LongList {
    let filter = use_state_eq(String::new);
    let requested = use_state_eq(|| None);
    let turn = Callback::from({
        let requested = requested.setter();
        move |page| requested.set(Some(page))
    });
    let on_filter = Callback::from({
        let (filter, requested) = (filter.setter(), requested.setter());
        move |next: String| {
            filter.set(next);
            requested.set(None);
        }
    });
    LongList { filter, requested, turn, on_filter }
}

/// The field that filters a list, and the number of matches.
pub fn filter_field(id: &'static str, label: &'static str, count: String, on_filter: &Callback<String>) -> Html {
    let oninput = on_filter.reform(|event: InputEvent| dom::field_value(&event));
    html! {
        <div class="toolbar">
            <div class="field">
                <label for={id} class="visually-hidden">{ label }</label>
                <input {id} type="search" dir="auto" autocomplete="off" spellcheck="false" placeholder={label} {oninput} />
            </div>
            <p class="muted small" role="status">{ count }</p>
        </div>
    }
}
