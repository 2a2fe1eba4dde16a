//! The page of the stored data: the current organization, restoring an archive, earlier organizations, and unreadable
//! records.

pub mod damaged;
mod save_page;
mod save_scenario;
mod scenario_text;
mod script;
pub mod text;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use journal::WorkspaceKey;
use workspace::ReadOnly;
use yew::prelude::*;

use self::damaged::damaged;
use self::save_page::SavePage;
use self::save_scenario::SaveScenario;
use self::text::DataText;
use crate::i18n::intl;
use crate::page::use_page;
use crate::platform::address;
use crate::platform::clock::next_task;
use crate::routes::Route;
use crate::state::{Model, Store};
use crate::ui::icon;
use crate::widgets::head::Head;
use crate::widgets::offline::OfflineStatus;
use crate::widgets::workspaces::earlier::Earlier;
use crate::widgets::workspaces::restore::Restore;
use crate::widgets::workspaces::run::StartOver;
use crate::widgets::workspaces::text::WorkspacesText;
use crate::widgets::workspaces::thousands;

/// The number of values that are read in one task.
const READ_AT_ONCE: usize = 2000;

/// The size of the current workspace in storage, when all of it has been read. Of tens of thousands of values only some are
/// read in one task.
#[hook]
fn use_size(store: &Store, changes: (Option<WorkspaceKey>, u32)) -> Option<usize> {
    let size = use_state_eq(|| None);
    use_effect_with(changes, {
        let (size, store) = (size.setter(), store.clone());
        move |_| {
            let task = Rc::new(RefCell::new(None));
            read_on(store.current_keys(), store, 0, size, Rc::clone(&task));
            move || drop(task.take())
        }
    });
    *size
}

/// Adds the sizes of the next values, and goes on in the next task. Dropping that ends the reading.
fn read_on(
    mut keys: Vec<String>,
    store: Store,
    before: usize,
    size: UseStateSetter<Option<usize>>,
    task: Rc<RefCell<Option<Timeout>>>,
) {
    let left = keys.split_off(keys.len().min(READ_AT_ONCE));
    let sum = before + store.size_of(&keys);
    if left.is_empty() {
        return size.set(Some(sum));
    }
    let next = next_task({
        let task = Rc::clone(&task);
        move || read_on(left, store, sum, size, task)
    });
    *task.borrow_mut() = Some(next);
}

/// Whether the page shows the organization that was saved in it.
fn is_original(model: &Model) -> bool {
    model.health.read_only == Some(ReadOnly::Original)
}

/// The sentence about the place of the data.
fn lead(model: &Model, words: &DataText) -> &'static str {
    match (model.is_kept, is_original(model)) {
        (true, true) => words.lead_original,
        (true, false) if model.has_original => words.lead_saved_page,
        (true, false) if address::is_file() => words.lead_file,
        (true, false) => words.lead,
        (false, _) => words.lead_memory,
    }
}

#[component]
pub fn Data() -> Html {
    let page = use_page();
    let (text, store, model) = (page.text(), page.store.clone(), page.model.clone());
    let workspaces_text = WorkspacesText::of(text.language);
    let words = DataText::of(text.language);
    let size = use_size(&store, (model.workspace(), model.stored.current));
    let current = use_memo((model.workspace(), model.stored.current), |(key, _)| key.map(|_| store.current_facts()));
    let download = {
        let (store, key) = (store.clone(), model.workspace());
        Callback::from(move |_: MouseEvent| {
            if let Some(key) = key {
                store.download(key);
            }
        })
    };
    html! {
        <>
            <Head title={words.title} lead={lead(&model, words)} />
            if let Some((organization, last_change)) = &*current {
                <section class="section" aria-labelledby="current-title">
                    <div class="section-head"><h2 id="current-title">{ words.current }</h2></div>
                    <dl class="facts">
                        <dt>{ words.organization }</dt>
                        <dd><bdi>{ organization.clone().unwrap_or_else(|| workspaces_text.unreadable_organization.to_owned()) }</bdi></dd>
                        <dt>{ words.size }</dt>
                        <dd>
                            if let Some(size) = size {
                                { (workspaces_text.size_of)(&thousands(text.language, size)) }
                            }
                        </dd>
                        if let Some(percent) = model.fullness {
                            <dt>{ words.storage }</dt>
                            <dd>{ (words.in_use)(percent) }</dd>
                        }
                        if let Some(origin) = &model.origin {
                            <dt>{ words.scenario }</dt>
                            <dd><bdi>{ origin.setup.name.clone() }</bdi></dd>
                        }
                        if let Some(at) = *last_change {
                            <dt>{ words.last_change }</dt>
                            <dd>{ intl::date_time(text.language, at) }</dd>
                        }
                    </dl>
                    <div class="button-row">
                        <button type="button" class="button button-primary" onclick={download}>
                            { icon("download") }{ workspaces_text.download }
                        </button>
                        if let Some(origin) = model.origin.as_ref().filter(|_| !is_original(&model)) {
                            <StartOver origin={origin.clone()} />
                        }
                        <a class="button" href={Route::Start.href()}>{ words.start_over }</a>
                    </div>
                </section>
            }
            if model.workspace().is_some() {
                <SavePage />
            }
            { script::script(&page) }
            if let Some(view) = model.acting_view() {
                <SaveScenario {view} />
            }
            { damaged(&page) }
            <Restore />
            <Earlier />
            <OfflineStatus />
        </>
    }
}
