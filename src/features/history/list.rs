//! The records of a page, by days, with what can be done about each.

use std::rc::Rc;

use journal::RecordId;
use yew::prelude::*;

use super::text::HistoryText;
use crate::i18n::{Catalog, intl};
use crate::routes::changes::ChangesQuery;
use crate::ui::prose;
use crate::widgets::history::line::{Line, State, line_content};

/// A request about a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Undo it, with the dependent records that are listed to the person.
    Undo(RecordId, Rc<[RecordId]>),
    Cancel,
    Return(RecordId),
    LookAt(RecordId),
    OpenAsNew(RecordId),
}

/// A record that cannot be undone alone, with the records that depend on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    pub record: RecordId,
    pub dependents: Vec<Line>,
}

pub fn days(lines: &[Line], pending: Option<&Pending>, on_request: &Callback<Request>, text: &Catalog) -> Html {
    let date = |line: &Line| intl::date(text.language, line.at);
    html! {
        for day in lines.chunk_by(|one, other| date(one) == date(other)) {
            <section class="history-day">
                if let Some(first) = day.first() {
                    <h2>{ date(first) }</h2>
                }
                <ol class="history-list">
                    for line in day {
                        { item(line, pending, on_request, text) }
                    }
                </ol>
            </section>
        }
    }
}

fn item(line: &Line, pending: Option<&Pending>, on_request: &Callback<Request>, text: &Catalog) -> Html {
    let words = HistoryText::of(text.language);
    let button = |label: &'static str, description: String, request: Request| {
        let onclick = on_request.reform(move |_: MouseEvent| request.clone());
        html! { <button type="button" class="button button-quiet" aria-label={description} {onclick}>{ label }</button> }
    };
    let plain = crate::i18n::prose::plain(&line.sentence);
    let pending = pending.filter(|pending| pending.record == line.record);
    html! {
        <li key={line.record.to_string()} data-outcome={line.state.name()}>
            <time>{ intl::time(text.language, line.at) }</time>
            <div class="history-what">
                { line_content(line, text) }
            </div>
            <div class="button-row">
                if line.is_checkpoint && line.state == State::Applied {
                    { button(words.return_here, format!("{}: {plain}", words.return_here), Request::Return(line.record)) }
                    { button(words.open_as_new, format!("{}: {plain}", words.open_as_new), Request::OpenAsNew(line.record)) }
                }
                if line.state != State::Unknown {
                    { button(words.look_here, format!("{}: {plain}", words.look_here), Request::LookAt(line.record)) }
                }
                if line.state != State::Unknown {
                    <a
                        class="button button-quiet"
                        aria-label={format!("{}: {plain}", words.changes_since)}
                        href={ChangesQuery::since(line.record).href()}
                    >
                        { words.changes_since }
                    </a>
                }
                if line.is_undoable {
                    if line.is_undo {
                        { button(text.undo.redo, (words.redo_of)(&plain), Request::Undo(line.record, Rc::default())) }
                    } else {
                        { button(text.undo.undo, (words.undo_of)(&plain), Request::Undo(line.record, Rc::default())) }
                    }
                }
            </div>
            if let Some(pending) = pending {
                { confirmation(pending, on_request, text) }
            }
        </li>
    }
}

/// The question whether the records that depend on one are undone too.
fn confirmation(pending: &Pending, on_request: &Callback<Request>, text: &Catalog) -> Html {
    let words = HistoryText::of(text.language);
    const NAMED: usize = 10;
    let (record, count) = (pending.record, pending.dependents.len());
    let listed: Rc<[RecordId]> = pending.dependents.iter().map(|line| line.record).collect();
    let undo_all = on_request.reform(move |_: MouseEvent| Request::Undo(record, Rc::clone(&listed)));
    let cancel = on_request.reform(|_: MouseEvent| Request::Cancel);
    html! {
        <div class="history-confirm" role="group" aria-label={(words.dependents)(count)} id={CONFIRMATION} tabindex="-1">
            <p>{ (words.dependents)(count) }</p>
            <ul>
                for line in pending.dependents.iter().take(NAMED) {
                    <li>{ prose(&line.sentence) }</li>
                }
                if count > NAMED {
                    <li>{ (text.common.and_more)(count - NAMED) }</li>
                }
            </ul>
            <div class="button-row">
                <button type="button" class="button button-primary" onclick={undo_all}>{ (words.undo_all)(count + 1) }</button>
                <button type="button" class="button" onclick={cancel}>{ text.common.cancel }</button>
            </div>
        </div>
    }
}

/// The id of the question.
pub const CONFIRMATION: &str = "undo-confirmation";
