//! Earlier organizations: open one, take it as a file, or delete it for good.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use journal::WorkspaceKey;
use workspace::WorkspaceSummary;
use yew::prelude::*;

use super::opening::use_on_opened;
use super::text::WorkspacesText;
use super::thousands;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::clock::next_task;
use crate::platform::dom;
use crate::state::{Store, WorkspaceError};
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
                    for (name, group) in grouped(&earlier) {
                        if let [listed] = &*group {
                            <Item key={listed.key.to_string()} listed={listed.clone()} />
                        } else {
                            <Runs key={group.first().map(|run| run.key.to_string()).unwrap_or_default()} {name} runs={group.clone()} />
                        }
                    }
                </ul>
            }
        </section>
    }
}

/// The workspaces in their order, with the runs of one scenario together at the place of the latest. Each group has the name
/// of its scenario; any other workspace is a group of its own.
fn grouped(earlier: &[WorkspaceSummary]) -> Vec<(String, Vec<WorkspaceSummary>)> {
    let mut groups: Vec<(Option<&str>, String, Vec<WorkspaceSummary>)> = Vec::new();
    for listed in earlier {
        let setup = listed.origin.as_ref().map(|origin| &origin.setup);
        let id = setup.map(|setup| setup.id.as_str());
        match groups.iter_mut().find(|(other, ..)| id.is_some() && *other == id) {
            Some((.., runs)) => runs.push(listed.clone()),
            None => groups.push((id, setup.map(|setup| setup.name.clone()).unwrap_or_default(), vec![listed.clone()])),
        }
    }
    groups.into_iter().map(|(_, name, runs)| (name, runs)).collect()
}

#[derive(Properties, PartialEq)]
struct RunsProps {
    /// The name of the scenario, as in the latest run.
    name: String,
    runs: Vec<WorkspaceSummary>,
}

/// The runs of one scenario, which can be deleted at once.
#[component]
fn Runs(props: &RunsProps) -> Html {
    let page = use_page();
    let words = WorkspacesText::of(page.language);
    let is_deleting = use_state_eq(|| false);
    let deletable: Vec<WorkspaceKey> = props.runs.iter().filter(|run| !run.in_use).map(|run| run.key).collect();
    let ask = {
        let is_deleting = is_deleting.clone();
        Callback::from(move |delete: bool| is_deleting.set(delete))
    };
    let first = props.runs.first().map(|run| run.key.to_string()).unwrap_or_default();
    let confirm = Confirmation {
        id: format!("delete-runs-{first}"),
        lead: (words.delete_runs_confirm)(deletable.len(), &props.name),
        label: words.delete_runs_field,
        expected: props.name.clone(),
    };
    let on_delete = {
        let (store, deletable) = (page.store.clone(), deletable.clone());
        Callback::from(move |()| store.delete_all_earlier(&deletable))
    };
    html! {
        <li class="workspace-runs">
            <div class="section-head">
                <h3><bdi>{ prose(&(words.runs_of)(&props.name)) }</bdi></h3>
                if !deletable.is_empty() {
                    <button
                        type="button"
                        class="button button-danger"
                        aria-expanded={if *is_deleting { "true" } else { "false" }}
                        onclick={ask.reform(|_: MouseEvent| true)}
                    >
                        <span>{ prose(&(words.delete_runs)(&props.name)) }</span>
                    </button>
                }
            </div>
            if *is_deleting {
                <Confirm {confirm} {on_delete} on_answer={ask} />
            }
            <ul class="workspace-list">
                for run in &props.runs {
                    <Item key={run.key.to_string()} listed={run.clone()} />
                }
            </ul>
        </li>
    }
}

/// The earlier workspaces that have been read so far, and whether these are all. Reading one takes as long as opening it,
/// so each is read in a task of its own, and again only after a change of the storage.
#[hook]
fn use_earlier(store: &Store, changes: (Option<WorkspaceKey>, u32)) -> (Rc<Vec<WorkspaceSummary>>, bool) {
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
    mut listed: Vec<WorkspaceSummary>,
    read: UseStateSetter<(Rc<Vec<WorkspaceSummary>>, bool)>,
    task: NextTask,
) {
    let Some(key) = keys.pop() else { return read.set((Rc::new(listed), true)) };
    let next = next_task({
        let task = Rc::clone(&task);
        move || {
            if let Some(one) = store.summary(key) {
                one.insert_into(&mut listed);
            }
            read_next(keys, store, listed, read, task);
        }
    });
    *task.borrow_mut() = Some(next);
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    listed: WorkspaceSummary,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = WorkspacesText::of(text.language);
    let failed = use_state_eq(|| None::<WorkspaceError>);
    let on_opened = use_on_opened();
    let is_deleting = use_state_eq(|| false);
    let listed = &props.listed;
    let key = listed.key;
    let name = name_of(listed, text);
    let open = {
        let (store, failed) = (store.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| match store.open_earlier(key) {
            Err(error) => failed.set(Some(error)),
            Ok(()) => on_opened.emit(()),
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
    let expected = listed.organization.clone().unwrap_or_else(|| key.to_string());
    let confirm = Confirmation {
        id: format!("delete-{key}"),
        lead: (words.delete_confirm)(&expected),
        label: words.delete_field,
        expected,
    };
    let on_delete = {
        let store = store.clone();
        Callback::from(move |()| store.delete_earlier(key))
    };
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
                    { text.workspace_error(error) }
                }
            </p>
            if *is_deleting {
                <Confirm {confirm} {on_delete} on_answer={ask} />
            }
        </li>
    }
}

/// The name in the confirmation of a deletion: the key if the organization cannot be read.
fn name_of(listed: &WorkspaceSummary, text: &Catalog) -> String {
    let words = WorkspacesText::of(text.language);
    match &listed.organization {
        Some(name) => name.clone(),
        None => text.language.bracketed(words.unreadable_organization, &listed.key.to_string()),
    }
}

/// The question before a deletion.
#[derive(Clone, PartialEq)]
struct Confirmation {
    /// The id of the field.
    id: String,
    lead: String,
    label: &'static str,
    /// The text to type.
    expected: String,
}

#[derive(Properties, PartialEq)]
struct ConfirmProps {
    confirm: Confirmation,
    /// Deletes, and returns whether that was done.
    on_delete: Callback<(), bool>,
    on_answer: Callback<bool>,
}

/// Deleting is confirmed by typing the name.
#[component]
fn Confirm(props: &ConfirmProps) -> Html {
    let words = WorkspacesText::of(use_page().language);
    let typed = use_state_eq(String::new);
    let mismatch = use_state_eq(|| false);
    let Confirmation { id, lead, label, expected } = &props.confirm;
    let onsubmit = {
        let (typed, mismatch, expected) = (typed.clone(), mismatch.clone(), expected.clone());
        let on_delete = props.on_delete.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let is_deleted = domain::normalize(&typed) == expected && on_delete.emit(());
            if is_deleted {
                dom::focus(dom::TITLE_ID);
            }
            mismatch.set(!is_deleted);
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
            <p>{ prose(lead) }</p>
            <TextField
                id={id.clone()}
                label={*label}
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
