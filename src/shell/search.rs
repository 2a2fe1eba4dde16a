//! The search field of the top bar with grouped results, as the ARIA pattern *combobox with list autocomplete*.

use std::rc::Rc;

use domain::Visibility;
use yew::prelude::*;

use super::text::ShellText;
use crate::features::people::show_team;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{Kind, avatar, bdi, icon};
use search::{Entry, Item, Query, accounts, find, registries};

pub const SEARCH_ID: &str = "search";

/// The number of results in each group.
const RESULTS_PER_GROUP: usize = 8;

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

#[component]
pub fn Search(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let state = use_state_eq(State::default);
    // The index is built when the field gets the focus, instead of after every change of the organization.
    let entries = use_memo(state.is_open.then(|| props.view.clone()), |view| {
        view.as_ref().map(|view| (registries(view), accounts(view))).unwrap_or_default()
    });
    let mut query = Query::of(&state.typed);
    let is_open = state.is_open && !query.is_empty();
    // The label and the results of each group.
    let groups = [
        (words.search_registries, find(&entries.0, &mut query, RESULTS_PER_GROUP)),
        (words.search_people, find(&entries.1, &mut query, RESULTS_PER_GROUP)),
    ];
    let results: Rc<[Item]> = groups.iter().flat_map(|(_, found)| found).map(|entry| entry.item.clone()).collect();
    let set = {
        let state = state.setter();
        move |typed: &str, active, is_open| state.set(State { typed: typed.to_owned(), active, is_open })
    };
    let open = Callback::from({
        let (set, results) = (set.clone(), results.clone());
        move |nth: usize| {
            if let Some(result) = results.get(nth) {
                // The result can be the current page, where no navigation moves the focus.
                dom::focus(dom::TITLE_ID);
                set("", 0, false);
                open_result(result);
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
                    for (label, found) in groups {
                        if !found.is_empty() {
                            <div role="group" aria-label={label}>
                                <p class="option-group" aria-hidden="true">{ label }</p>
                                for entry in found {
                                    { option({ nth += 1; nth - 1 }, entry, state.active, &open, text) }
                                }
                            </div>
                        }
                    }
                    if results.is_empty() {
                        <div class="option-more" role="option" aria-disabled="true" aria-selected="false">
                            { words.search_nothing }
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

/// Opens the page of a result.
fn open_result(item: &Item) {
    match item {
        Item::Registry(registry) => history::push(&Route::of_registry(registry.id()).href()),
        Item::Person(person) => history::push(&Route::of_account(&person.id.0).href()),
        Item::ServiceAccount(account) => history::push(&Route::of_account(&account.id.0).href()),
        Item::Team(team) => show_team(team),
    }
}

fn option(nth: usize, entry: &Entry, active: usize, open: &Callback<usize>, text: &Catalog) -> Html {
    let is_active = nth == active;
    let (picture, name, detail) = match &entry.item {
        Item::Registry(registry) => {
            let picture = if registry.visibility() == Visibility::Restricted { "lock" } else { "registry" };
            (icon(picture), registry.name().as_str(), (text.terms.visibility)(registry.visibility()))
        }
        Item::Person(person) => {
            (avatar(Kind::Person, person.name.as_str()), person.name.as_str(), person.username.as_str())
        }
        Item::ServiceAccount(account) => {
            (avatar(Kind::ServiceAccount, account.name.as_str()), account.name.as_str(), text.terms.service_account)
        }
        Item::Team(team) => (avatar(Kind::Team, team.name.as_str()), team.name.as_str(), text.registry.team),
    };
    html! {
        <div
            id={option_id(nth)}
            class={if is_active { "option option-active" } else { "option" }}
            role="option"
            aria-selected={if is_active { "true" } else { "false" }}
            onclick={open.reform(move |_: MouseEvent| nth)}
        >
            { picture }
            <span class="option-name">{ bdi(name) }</span>
            <span class="muted small">{ detail }</span>
        </div>
    }
}
