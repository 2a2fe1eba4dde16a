//! The search field of the top bar with grouped results, as the ARIA pattern *combobox with list autocomplete*.

mod catalog;

use std::rc::Rc;

use domain::{AccountId, View, Visibility};
use yew::prelude::*;

use super::text::ShellText;
use crate::features::people::show_team;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::ViewRef;
use crate::state::walkthrough::steps::{Deed, Event, Kind as SubjectKind, Step};
use crate::ui::{Kind, avatar, bdi, icon};
use catalog::{found_collection, open_found, show_found, use_catalog_index};
use search::{
    CatalogQuery, CatalogResults, Entry, Found, Group, Item, Query, accounts, find_group, find_in_projects, projects,
    registries,
};

pub const SEARCH_ID: &str = "search";

/// The number of results in each group.
const RESULTS_PER_GROUP: usize = 5;

/// A result.
#[derive(Clone)]
enum Outcome {
    Item(Item),
    Found(Found),
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[derive(Clone, Default, PartialEq)]
struct State {
    /// The typed text, verbatim.
    typed: String,
    /// The result that Enter opens, by its position among all groups.
    active: usize,
    is_open: bool,
}

impl State {
    fn shows_results(&self) -> bool {
        self.is_open && !Query::of(&self.typed).is_empty()
    }
}

/// The label and the results of a group.
type ResultGroup = (&'static str, Group<Outcome>);

/// The groups of results, and whether the index of the catalog is still being built.
#[hook]
fn use_groups(state: &State, view: &ViewRef, words: &ShellText) -> ([ResultGroup; 7], bool) {
    // The index is built when the field gets the focus, instead of after every change of the organization.
    let entries = use_memo(state.is_open.then(|| view.clone()), |view| {
        view.as_ref().map(|view| (registries(view), accounts(view), projects(view))).unwrap_or_default()
    });
    let index = use_catalog_index(state.is_open, view);
    let mut query = Query::of(&state.typed);
    let is_open = state.shows_results();
    let CatalogResults { collections, tags, aliases, versions } = match &index {
        Some(index) if is_open => index.find(&mut CatalogQuery::of(view, &state.typed), RESULTS_PER_GROUP),
        _ => CatalogResults::default(),
    };
    let items = |group: Group<&Entry>| group.map(|entry| Outcome::Item(entry.item.clone()));
    let in_catalog = |group: Group<Found>| group.map(Outcome::Found);
    let in_projects = match is_open {
        true => find_in_projects(&entries.2, &state.typed, RESULTS_PER_GROUP).map(Outcome::Item),
        false => Group::default(),
    };
    let mut groups = [
        (words.search_registries, items(find_group(&entries.0, &mut query, RESULTS_PER_GROUP))),
        (words.search_collections, in_catalog(collections)),
        (words.search_versions, in_catalog(versions)),
        (words.search_aliases, in_catalog(aliases)),
        (words.search_tags, in_catalog(tags)),
        (words.search_projects, in_projects),
        (words.search_people, items(find_group(&entries.1, &mut query, RESULTS_PER_GROUP))),
    ];
    // Exact matches come before guesses.
    groups.sort_by_key(|(_, group)| group.is_guess);
    (groups, is_open && index.is_none())
}

#[component]
pub fn Search(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let state = use_state_eq(State::default);
    let (groups, is_searching) = use_groups(&state, &props.view, words);
    let is_open = state.shows_results();
    let results: Rc<[Outcome]> = groups.iter().flat_map(|(_, group)| &group.items).cloned().collect();
    let set = {
        let state = state.setter();
        move |typed: &str, active, is_open| state.set(State { typed: typed.to_owned(), active, is_open })
    };
    let open = Callback::from({
        let (set, results, view) = (set.clone(), results.clone(), props.view.clone());
        let store = page.store.clone();
        move |nth: usize| {
            if let Some(result) = results.get(nth) {
                // The result can be the current page, where no navigation moves the focus.
                dom::focus(dom::TITLE_ID);
                set("", 0, false);
                if let Outcome::Found(found) = result {
                    let found = found_collection(found).id.0.clone();
                    store.observe(&Event::Done(Deed::Step(Step::Search, SubjectKind::Collection, found)));
                }
                open_result(&view, result);
            }
        }
    });
    let oninput = Callback::from({
        let set = set.clone();
        move |event: InputEvent| set(&dom::field_value(&event), 0, true)
    });
    let set_open = |is_open| {
        let (set, state) = (set.clone(), state.clone());
        Callback::from(move |_: FocusEvent| set(&state.typed, 0, is_open))
    };
    let onkeydown = Callback::from({
        let (set, state, open, count) = (set.clone(), state.clone(), open.clone(), results.len());
        move |event: KeyboardEvent| {
            if dom::is_composing(&event) {
                return;
            }
            let active = match event.key().as_str() {
                "ArrowDown" if count > 0 => (state.active + 1) % count,
                "ArrowUp" if count > 0 => (state.active + count - 1) % count,
                "Enter" => return open.emit(state.active),
                "Escape" if state.typed.is_empty() => return dom::blur(),
                "Escape" => {
                    event.stop_propagation();
                    event.prevent_default();
                    return set("", 0, true);
                }
                _ => return,
            };
            event.prevent_default();
            set(&state.typed, active, true);
        }
    });
    use_effect_with((is_open, state.active), |(is_open, active)| {
        if *is_open {
            dom::scroll_into_view(&option_id(*active));
        }
    });
    let has_active = is_open && state.active < results.len();
    let mut nth = 0;
    html! {
        <div class="search" role="search">
            <label for={SEARCH_ID} class="visually-hidden">{ words.search }</label>
            { icon("search") }
            <input
                id={SEARCH_ID}
                type="search"
                role="combobox"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-keyshortcuts="/ Control+K Meta+K"
                aria-expanded={if is_open { "true" } else { "false" }}
                aria-controls="search-list"
                aria-activedescendant={has_active.then(|| option_id(state.active))}
                placeholder={words.search_hint}
                value={state.typed.clone()}
                {oninput}
                {onkeydown}
                onfocus={set_open(true)}
                onblur={set_open(false)}
            />
            <div
                id="search-list"
                class="listbox"
                role="listbox"
                aria-label={words.search_found}
                hidden={!is_open}
                onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}
            >
                if is_open {
                    for (label, Group { items, more, .. }) in groups {
                        if !items.is_empty() {
                            <div role="group" aria-label={group_label(label, more, words, text)}>
                                <p class="option-group" aria-hidden="true">{ group_label(label, more, words, text) }</p>
                                for outcome in items {
                                    { option({ nth += 1; nth - 1 }, &outcome, state.active, &open, &props.view, text) }
                                }
                            </div>
                        }
                    }
                    if results.is_empty() || is_searching {
                        <div class="option-more" role="option" aria-disabled="true" aria-selected="false">
                            { if is_searching { words.search_searching } else { words.search_nothing } }
                        </div>
                    }
                }
            </div>
        </div>
    }
}

fn option_id(nth: usize) -> String {
    format!("search-option-{nth}")
}

/// The name of a group, with the number of matches that are left out.
fn group_label(label: &str, more: usize, words: &ShellText, text: &Catalog) -> String {
    if more == 0 { label.to_owned() } else { text.language.bracketed(label, &(words.search_more)(more)) }
}

/// Opens the page of a result.
fn open_result(view: &View, outcome: &Outcome) {
    match outcome {
        Outcome::Item(Item::Registry(registry)) => {
            history::push(&Route::of_registry(view, registry.id()).href());
        }
        Outcome::Item(Item::Person(person)) => {
            history::push(&Route::of_account(view, &AccountId::Person(person.id.clone())).href());
        }
        Outcome::Item(Item::ServiceAccount(account)) => {
            history::push(&Route::of_account(view, &AccountId::ServiceAccount(account.id.clone())).href());
        }
        Outcome::Item(Item::Team(team)) => show_team(team),
        Outcome::Item(Item::Project(project, _)) => history::push(&Route::of_project(&project.id).href()),
        Outcome::Item(Item::Artifact(artifact, _)) => history::push(&Route::of_artifact(&artifact.id).href()),
        Outcome::Item(Item::Version(artifact, _, number)) => {
            if let Some(version) = artifact.versions.get(*number) {
                history::push(&Route::of_version(&version.id).href());
            }
        }
        Outcome::Found(found) => open_found(view, found),
    }
}

fn option(nth: usize, outcome: &Outcome, active: usize, open: &Callback<usize>, view: &View, text: &Catalog) -> Html {
    let is_active = nth == active;
    let shown = match outcome {
        Outcome::Item(item) => show_item(item, text),
        Outcome::Found(found) => show_found(found, view),
    };
    html! {
        <div
            id={option_id(nth)}
            class={if is_active { "option option-active" } else { "option" }}
            role="option"
            aria-selected={if is_active { "true" } else { "false" }}
            onclick={open.reform(move |_: MouseEvent| nth)}
        >
            { shown }
        </div>
    }
}

fn show_item(item: &Item, text: &Catalog) -> Html {
    let named = |kind, name: &str, detail: &str| (avatar(kind, name), name.to_owned(), html! { { detail.to_owned() } });
    let (picture, name, detail) = match item {
        Item::Registry(registry) => {
            let picture = if registry.visibility() == Visibility::Restricted { "lock" } else { "registry" };
            let visibility = (text.terms.visibility)(registry.visibility());
            (icon(picture), registry.name().to_string(), visibility.into())
        }
        Item::Person(person) => named(Kind::Person, person.name.as_str(), person.username.as_str()),
        Item::ServiceAccount(account) => named(Kind::ServiceAccount, account.name.as_str(), text.terms.service_account),
        Item::Team(team) => named(Kind::Team, team.name.as_str(), text.registry.team),
        Item::Project(project, reference) => {
            let team = reference.split('/').next().unwrap_or_default();
            (icon("project"), project.name.to_string(), bdi(team))
        }
        Item::Artifact(artifact, project) => (icon("project"), artifact.name.to_string(), bdi(project)),
        Item::Version(artifact, project, number) => {
            (icon("link"), format!("{}:v{number}", artifact.name), bdi(project))
        }
    };
    html! {
        <>
            { picture }
            <span class="option-name">{ bdi(&name) }</span>
            <span class="muted small">{ detail }</span>
        </>
    }
}
