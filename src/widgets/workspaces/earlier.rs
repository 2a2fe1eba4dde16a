//! Earlier organizations: open one, take it as a file, or delete it for good.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use journal::WorkspaceKey;
use workspace::Listed;
use yew::prelude::*;

use super::text::WorkspacesText;
use super::thousands;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::clock::next_task;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::{NotOpened, Store};
use crate::ui::{TextField, prose};

/// Whether the list is shown if it is empty.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether nothing is shown if there are none.
    #[prop_or_default]
    pub hide_if_none: bool,
}

/// The list.
#[component]
pub fn Earlier(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = WorkspacesText::of(text.language);
    let (earlier, is_complete) = use_earlier(&page.store, (page.model.workspace(), page.model.stored.others));
    if earlier.is_empty() && (props.hide_if_none || !is_complete) {
        return html! {};
    }
    html! {
        <section class="section" aria-labelledby="earlier-title">
            <div class="section-head"><h2 id="earlier-title">{ words.earlier }</h2></div>
            if earlier.is_empty() {
                <p class="muted">{ words.no_earlier }</p>
            } else {
                <ul class="workspace-list">
                    for listed in &*earlier {
                        <Item key={listed.key.to_string()} listed={listed.clone()} />
                    }
                </ul>
            }
        </section>
    }
}

/// The earlier workspaces that have been read so far, and whether these are all. Reading one takes as long as opening it,
/// so each is read in a task of its own, and again only after a change of the storage.
#[hook]
fn use_earlier(store: &Store, changes: (Option<WorkspaceKey>, u32)) -> (Rc<Vec<Listed>>, bool) {
    let read = use_state(|| (Rc::new(Vec::new()), false));
    use_effect_with(changes, {
        let (read, store) = (read.setter(), store.clone());
        move |_| {
            let next = Rc::new(RefCell::new(None));
            read_next(store.earlier_keys(), store, Vec::new(), read, Rc::clone(&next));
            move || drop(next.take())
        }
    });
    (*read).clone()
}

/// The task that reads the next workspace. Dropping it ends the reading.
type NextTask = Rc<RefCell<Option<Timeout>>>;

/// Reads the workspaces with these keys, one in each task.
fn read_next(
    mut keys: Vec<WorkspaceKey>,
    store: Store,
    mut listed: Vec<Listed>,
    read: UseStateSetter<(Rc<Vec<Listed>>, bool)>,
    task: NextTask,
) {
    let Some(key) = keys.pop() else { return read.set((Rc::new(listed), true)) };
    let next = next_task({
        let task = Rc::clone(&task);
        move || {
            if let Some(one) = store.listed(key) {
                one.insert_into(&mut listed);
            }
            read_next(keys, store, listed, read, task);
        }
    });
    *task.borrow_mut() = Some(next);
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    listed: Listed,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = WorkspacesText::of(text.language);
    let failed = use_state_eq(|| None::<NotOpened>);
    let is_deleting = use_state_eq(|| false);
    let listed = &props.listed;
    let key = listed.key;
    let name = name_of(listed, text);
    let open = {
        let (store, failed) = (store.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| match store.open_earlier(key) {
            Err(error) => failed.set(Some(error)),
            Ok(()) => history::push(&Route::Landing.href()),
        })
    };
    let download = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.download(key))
    };
    let delete_id = format!("ask-to-delete-{key}");
    let ask = {
        let (is_deleting, delete_id) = (is_deleting.clone(), delete_id.clone());
        Callback::from(move |delete: bool| {
            is_deleting.set(delete);
            if !delete {
                dom::focus(&delete_id);
            }
        })
    };
    let size = (words.size_of)(&thousands(text.language, listed.size));
    html! {
        <li>
            <div>
                <strong><bdi>{ &name }</bdi></strong>
                <p class="muted small">
                    if let Some(at) = listed.last_change {
                        { intl::date_time(text.language, at) }{ " · " }
                    }
                    { size }
                </p>
            </div>
            <div class="button-row">
                <button type="button" class="button" aria-label={(words.open_named)(&name)} onclick={open}>{ words.open }</button>
                <button type="button" class="button" aria-label={(words.download_named)(&name)} onclick={download}>{ words.download }</button>
                if listed.in_use {
                    <span class="muted small">{ words.in_use }</span>
                } else {
                    <button
                        id={delete_id}
                        type="button"
                        class="button button-danger"
                        aria-label={(words.delete_named)(&name)}
                        aria-expanded={if *is_deleting { "true" } else { "false" }}
                        onclick={ask.reform(|_: MouseEvent| true)}
                    >
                        { words.delete }
                    </button>
                }
            </div>
            <p class="problem" role="alert">
                if let Some(error) = &*failed {
                    { text.not_opened(error) }
                }
            </p>
            if *is_deleting {
                <Confirm listed={listed.clone()} on_answer={ask} />
            }
        </li>
    }
}

/// The name in the confirmation of a deletion: the key if the organization cannot be read.
fn name_of(listed: &Listed, text: &Catalog) -> String {
    let words = WorkspacesText::of(text.language);
    match &listed.organization {
        Some(name) => name.clone(),
        None => text.language.bracketed(words.unreadable_organization, &listed.key.to_string()),
    }
}

#[derive(Properties, PartialEq)]
struct ConfirmProps {
    listed: Listed,
    on_answer: Callback<bool>,
}

/// Deleting is confirmed by typing the name.
#[component]
fn Confirm(props: &ConfirmProps) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = WorkspacesText::of(text.language);
    let typed = use_state_eq(String::new);
    let mismatch = use_state_eq(|| false);
    let key = props.listed.key;
    let expected = props.listed.organization.clone().unwrap_or_else(|| key.to_string());
    let onsubmit = {
        let (typed, mismatch, expected) = (typed.clone(), mismatch.clone(), expected.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if domain::normalize(&typed) == expected {
                let is_deleted = store.delete_earlier(key);
                if is_deleted {
                    dom::focus(dom::TITLE_ID);
                }
                mismatch.set(!is_deleted);
            } else {
                mismatch.set(true);
            }
        })
    };
    let on_input = {
        let (typed, mismatch) = (typed.clone(), mismatch.clone());
        Callback::from(move |value| {
            typed.set(value);
            mismatch.set(false);
        })
    };
    html! {
        <form class="confirm" {onsubmit}>
            <p>{ prose(&(words.delete_confirm)(&expected)) }</p>
            <TextField
                id={format!("delete-{key}")}
                label={words.delete_field}
                value={(*typed).clone()}
                problem={if *mismatch { words.delete_mismatch } else { "" }}
                {on_input}
            />
            <div class="button-row">
                <button type="button" class="button" onclick={props.on_answer.reform(|_: MouseEvent| false)}>{ words.keep }</button>
                <button type="submit" class="button button-danger">{ words.delete_for_good }</button>
            </div>
        </form>
    }
}
