//! Records of the history in words, and the last ones about something, for its page.

pub mod line;
pub mod text;

use workspace::About;
use yew::prelude::*;

use self::line::{line, line_content};
use self::text::LineText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::dom;
use crate::routes::history::HistoryQuery;
use crate::state::{Store, ViewRef};

/// The number of shown changes.
const SHOWN: usize = 5;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it. The changes are read again when it changes.
    pub view: ViewRef,
    pub about: About,
}

/// The last changes of something in a disclosure, read when it is opened, with the way to its whole history.
#[component]
pub fn RecentChanges(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = LineText::of(text.language);
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| is_open.set(dom::is_details_open(&event)))
    };
    html! {
        <details class="recent" {ontoggle}>
            <summary>{ words.recent }</summary>
            if *is_open {
                { changes(&page.store, &props.about, text) }
            }
        </details>
    }
}

fn changes(store: &Store, about: &About, text: &Catalog) -> Html {
    let words = LineText::of(text.language);
    let read = |history: &workspace::History<'_>| {
        let entries = history.entries_about(about).take(SHOWN);
        entries.map(|entry| line(history, &entry, text)).collect::<Vec<_>>()
    };
    let lines = store.read_history(read).unwrap_or_default();
    if lines.is_empty() {
        return html! { <p class="muted">{ words.no_changes }</p> };
    }
    html! {
        <>
            <ol class="history-list" aria-label={words.recent}>
                for line in &lines {
                    <li key={line.record.to_string()} data-outcome={line.state.name()}>
                        <time>{ intl::date_time(text.language, line.at) }</time>
                        <div class="history-what">{ line_content(line, text) }</div>
                    </li>
                }
            </ol>
            <p><a href={HistoryQuery::of(about).href()}>{ words.all }</a></p>
        </>
    }
}
