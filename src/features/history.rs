//! The history: every record of the log that the account may see, in words, with undo and redo, checkpoints and files. The
//! address holds the filters and the page.

mod about;
mod export;
mod find;

mod list;
pub mod text;

use domain::CheckpointName;
use interchange::file_name;
use journal::RecordId;
use workspace::{Dependents, Via};
use yew::prelude::*;

use self::about::about_field;
use self::find::{Found, use_found};
use self::list::{CONFIRMATION, Pending, Request, days};
use self::text::HistoryText;
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::{Page, use_page};
use crate::platform::{clock, dom, file, history};
use crate::routes::history::{HistoryQuery, Kind};
use crate::routes::{Route, use_live_query};
use crate::state::{ChangeError, Moment, Notice, Store, Undoable, ViewRef, WorkspaceError};
use crate::ui::{
    PageRange, PagerWords, SelectField, SelectOption, TextField, Turn, filter_field, icon, pager, prose, use_printing,
};
use crate::widgets::head::Head;
use crate::widgets::history::line::{Line, line};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

/// The records at these positions in words.
fn lines(store: &Store, positions: &[usize], text: &Catalog) -> Vec<Line> {
    let read = |history: &workspace::History<'_>| {
        let entries = positions.iter().filter_map(|position| history.entry(*position));
        entries.map(|entry| line(history, &entry, text)).collect()
    };
    store.read_history(read).unwrap_or_default()
}

/// The record at a position in words, if the acting account sees it.
pub fn sentence_at(store: &Store, position: usize, text: &Catalog) -> Option<String> {
    lines(store, &[position], text).pop().map(|line| line.sentence)
}

/// These records in words.
fn lines_of(store: &Store, records: &[RecordId], text: &Catalog) -> Vec<Line> {
    let positions = |history: &workspace::History<'_>| {
        records.iter().filter_map(|record| history.position(*record)).collect::<Vec<_>>()
    };
    lines(store, &store.read_history(positions).unwrap_or_default(), text)
}

#[component]
pub fn HistoryPage(props: &Props) -> Html {
    let page = use_page();
    let (text, language) = (page.text(), page.language);
    let words = HistoryText::of(language);
    let (query, set_query) = use_live_query::<HistoryQuery>();
    let is_printing = use_printing();
    let pending = use_state(|| None::<Pending>);
    let Found { positions: found, is_searching, finding } = use_found(&page, &query, is_printing);
    let range = PageRange::of_rows(query.page, found.len(), is_printing);
    let shown = lines(&page.store, range.slice(&found), text);
    let request_query = Callback::from(move |(next, is_replacement): (HistoryQuery, bool)| {
        let change_address = if is_replacement { history::replace_throttled } else { history::push };
        set_query.emit(next.clone());
        change_address(&next.href());
    });
    let on_request = {
        let (store, pending) = (page.store.clone(), pending.setter());
        Callback::from(move |request: Request| handle(&store, request, &pending, text))
    };
    let files = [(words.export_csv, "csv"), (words.export_json, "json")].map(|(label, extension)| {
        let (store, finding, organization) = (page.store.clone(), finding.clone(), props.view.organization.to_string());
        let onclick = Callback::from(move |_: MouseEvent| {
            let lines = lines(&store, &finding.all(&store, text), text);
            let content = if extension == "csv" { export::csv(&lines, text) } else { export::json(&lines) };
            let name = file_name("history", &organization, &clock::today(), extension);
            if file::download(&name, &content).is_err() {
                store.notify(Notice::NotDownloaded);
            }
        });
        html! { <button type="button" class="button" {onclick}>{ icon("download") }{ label }</button> }
    });
    html! {
        <div class="history">
            <Head title={words.title} lead={words.lead}>
                { rewind_buttons(&page, text) }
                <a class="button" href={Route::Changes.href()}>{ words.changes_since }</a>
            </Head>
            <div class="history-forms">
                <Checkpoint />
                <LookAt />
            </div>
            { toolbar(&props.view, &query, (!is_searching).then_some(found.len()), &request_query, text) }
            if found.is_empty() && is_searching {
                <div class="empty">
                    { icon("search") }
                    <p>{ words.searching }</p>
                </div>
            } else if found.is_empty() {
                <div class="empty">
                    { icon("search") }
                    <p>{ words.nothing }</p>
                    <a class="button" href={HistoryQuery::default().href()}>{ words.clear }</a>
                </div>
            } else {
                { pager(range, &PagerWords::of(words.list, range, text), &Turn::Link(&|page| {
                    HistoryQuery { page: Some(page), ..(*query).clone() }.href()
                })) }
                { days(&shown, pending.as_ref(), &on_request, text) }
                <div class="section button-row exports">
                    for file in files {
                        { file }
                    }
                </div>
            }
        </div>
    }
}

fn handle(store: &Store, request: Request, pending: &UseStateSetter<Option<Pending>>, text: &Catalog) {
    match request {
        Request::Cancel => pending.set(None),
        Request::Undo(record, listed) => match store.undo_listed_and_notify(record, &listed) {
            Err(dependents) => {
                pending.set(Some(Pending { record, dependents: lines_of(store, &dependents, text) }));
                clock::next_task(|| dom::focus(CONFIRMATION)).forget();
            }
            Ok(()) if listed.is_empty() => {}
            Ok(()) => {
                pending.set(None);
                dom::focus(dom::TITLE_ID);
            }
        },
        Request::Return(record) => store.return_and_notify(record),
        Request::LookAt(record) => {
            store.look_at(Moment::After(record));
            dom::focus(dom::TITLE_ID);
        }
        Request::OpenAsNew(record) => {
            if let Err(error) = store.open_state_after(record) {
                let error = match error {
                    WorkspaceError::Change(error) => error,
                    WorkspaceError::Deleted | WorkspaceError::File(_) | WorkspaceError::Scenario(_) => {
                        ChangeError::NotPersisted
                    }
                };
                store.notify(Notice::NotRewound(error));
            }
        }
    }
}

/// Undo and redo of this tab, with the reasons why there is nothing to do.
fn rewind_buttons(page: &Page, text: &Catalog) -> Html {
    let buttons =
        [("history-undo", text.undo.undo, Undoable::Last), ("history-redo", text.undo.redo, Undoable::LastUndo)];
    let buttons = buttons.map(|(id, label, what)| {
        let denied = page.store.check_undo(what, Dependents::Refuse).err().map(|error| text.change_error(&error));
        let is_denied = denied.is_some();
        let store = page.store.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if !is_denied {
                store.undo_and_notify(what);
            }
        });
        let reason = format!("{id}-denied");
        html! {
            <>
                <button
                    {id}
                    type="button"
                    class="button"
                    aria-disabled={is_denied.then_some("true")}
                    aria-describedby={is_denied.then(|| reason.clone())}
                    {onclick}
                >
                    { label }
                </button>
                if let Some(denied) = denied {
                    <span class="visually-hidden" id={reason}>{ prose(&denied) }</span>
                }
            </>
        }
    });
    html! {
        for button in buttons {
            { button }
        }
    }
}

/// The form that names the present.
#[component]
fn Checkpoint() -> Html {
    let page = use_page();
    let text = page.text();
    let words = HistoryText::of(text.language);
    let name = use_state(String::new);
    let problem = use_state(String::new);
    let on_input = {
        let name = name.setter();
        Callback::from(move |value| name.set(value))
    };
    let onsubmit = {
        let (store, name, problem) = (page.store.clone(), name.clone(), problem.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let parsed = match CheckpointName::parse(&name) {
                Ok(parsed) => parsed,
                Err(fault) => return problem.set((text.fault.explain)(Subject::CheckpointName, &fault)),
            };
            match store.checkpoint(Via::Interface, &parsed) {
                Ok(_) => {
                    store.notify(Notice::CheckpointSaved(parsed.as_str().into()));
                    name.set(String::new());
                    problem.set(String::new());
                }
                Err(error) => problem.set(text.change_error(&error)),
            }
        })
    };
    html! {
        <form class="checkpoint-form" {onsubmit} novalidate=true>
            <TextField
                id="checkpoint-name"
                label={words.checkpoint_name}
                value={(*name).clone()}
                problem={(*problem).clone()}
                {on_input}
            />
            <button type="submit" class="button">{ words.save_checkpoint }</button>
        </form>
    }
}

/// The form that leads to a date and time.
#[component]
fn LookAt() -> Html {
    let page = use_page();
    let words = HistoryText::of(page.language);
    let time = use_state(String::new);
    let onchange = {
        let time = time.setter();
        Callback::from(move |event: Event| time.set(dom::field_value(&event)))
    };
    let onsubmit = {
        let (store, time) = (page.store.clone(), time.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(at) = clock::local_time(&time) {
                store.look_at(Moment::At(at));
                dom::focus(dom::TITLE_ID);
            }
        })
    };
    html! {
        <form class="checkpoint-form look-form" {onsubmit}>
            <div class="field">
                <label for="look-at">{ words.look_at }</label>
                <input id="look-at" type="datetime-local" required=true value={(*time).clone()} {onchange} />
            </div>
            <button type="submit" class="button">{ words.look }</button>
        </form>
    }
}

fn toolbar(
    view: &ViewRef,
    query: &HistoryQuery,
    count: Option<usize>,
    on_request: &Callback<(HistoryQuery, bool)>,
    text: &'static Catalog,
) -> Html {
    let words = HistoryText::of(text.language);
    let on_find = {
        let query = query.first_page();
        on_request
            .reform(move |event: InputEvent| (HistoryQuery { find: dom::field_value(&event), ..query.clone() }, true))
    };
    let on_kind = {
        let query = query.first_page();
        on_request.reform(move |value: String| (HistoryQuery { kind: Kind::named(&value), ..query.clone() }, false))
    };
    type Field = fn(&mut HistoryQuery) -> &mut String;
    let days: [(&'static str, &'static str, Field, &String); 2] = [
        ("history-from", words.from, |query| &mut query.from, &query.from),
        ("history-to", words.to, |query| &mut query.to, &query.to),
    ];
    let on_day = |field: Field| {
        let query = query.first_page();
        on_request.reform(move |event: Event| {
            let mut next = query.clone();
            *field(&mut next) = dom::field_value(&event);
            (next, false)
        })
    };
    let kinds = Kind::ALL.map(|kind| SelectOption { value: kind.value(), label: (words.kinds)(kind).into() });
    html! {
        <div class="toolbar">
            { filter_field("history-find", words.find, &query.find, on_find) }
            { about_field(view, query, on_request, text) }
            <SelectField
                id="history-kind"
                label={words.kind}
                is_label_hidden=true
                value={query.kind.value()}
                options={kinds.to_vec()}
                on_choose={on_kind}
            />
            for (id, label, field, value) in days {
                <div class="field">
                    <label for={id}>{ label }</label>
                    <input {id} type="date" value={value.clone()} onchange={on_day(field)} />
                </div>
            }
            <p class="muted small" role="status">{ count.map_or_else(|| words.searching.to_owned(), words.count) }</p>
        </div>
    }
}
