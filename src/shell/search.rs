//! The search field of the top bar, with what it finds below it: the ARIA pattern *combobox with list autocomplete*, in
//! groups.

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
use search::{Entry, Query, Thing, accounts, find, registries};

/// The id of the field.
pub const SEARCH_ID: &str = "search";

/// As many as are shown of each group.
const SHOWN: usize = 8;

/// The organization as the acting account sees it: what is in it can be found.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[derive(Clone, Default, PartialEq)]
struct State {
    /// What is typed, verbatim.
    typed: String,
    /// The place of what Enter leads to, among all that was found.
    active: usize,
    /// Whether the list is shown.
    is_open: bool,
}

/// The field.
#[component]
pub fn Search(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let state = use_state_eq(State::default);
    // Prepared when somebody goes into the field, and not with every change of the organization.
    let entries = use_memo(state.is_open.then(|| props.view.clone()), |view| {
        view.as_ref().map(|view| (registries(view), accounts(view))).unwrap_or_default()
    });
    let mut query = Query::of(&state.typed);
    let is_open = state.is_open && !query.is_empty();
    // Each group: what it is called, and what it holds.
    let groups = [
        (words.search_registries, find(&entries.0, &mut query, SHOWN)),
        (words.search_people, find(&entries.1, &mut query, SHOWN)),
    ];
    let places: Rc<[Thing]> = groups.iter().flat_map(|(_, found)| found).map(|entry| entry.thing.clone()).collect();
    let set = {
        let state = state.setter();
        move |typed: &str, active, is_open| state.set(State { typed: typed.to_owned(), active, is_open })
    };
    let go = Callback::from({
        let (set, places) = (set.clone(), places.clone());
        move |nth: usize| {
            if let Some(place) = places.get(nth) {
                // Also where the place is the one that is shown, and nothing else moves the focus.
                dom::focus(dom::TITLE_ID);
                set("", 0, false);
                go_to(place);
            }
        }
    });
    let oninput = Callback::from({
        let set = set.clone();
        move |event: InputEvent| set(&dom::field_value(&event), 0, true)
    });
    let with_list = |is_open| {
        let (set, state) = (set.clone(), state.clone());
        Callback::from(move |_: FocusEvent| set(&state.typed, 0, is_open))
    };
    let onkeydown = Callback::from({
        let (set, state, go, count) = (set.clone(), state.clone(), go.clone(), places.len());
        move |event: KeyboardEvent| {
            if dom::is_composing(&event) {
                return;
            }
            let active = match event.key().as_str() {
                "ArrowDown" if count > 0 => (state.active + 1) % count,
                "ArrowUp" if count > 0 => (state.active + count - 1) % count,
                "Enter" => return go.emit(state.active),
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
    let has_active = is_open && state.active < places.len();
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
                onfocus={with_list(true)}
                onblur={with_list(false)}
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
                                    { option({ nth += 1; nth - 1 }, entry, state.active, &go, text) }
                                }
                            </div>
                        }
                    }
                    if places.is_empty() {
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

/// Goes where something is.
fn go_to(thing: &Thing) {
    match thing {
        Thing::Registry(registry) => history::push(&Route::of_registry(registry.id()).href()),
        Thing::Person(person) => history::push(&Route::of_account(&person.id.0).href()),
        Thing::ServiceAccount(account) => history::push(&Route::of_account(&account.id.0).href()),
        Thing::Team(team) => show_team(team),
    }
}

/// Something that was found.
fn option(nth: usize, entry: &Entry, active: usize, go: &Callback<usize>, text: &Catalog) -> Html {
    let is_active = nth == active;
    let (sign, name, detail) = match &entry.thing {
        Thing::Registry(registry) => {
            let sign = if registry.visibility() == Visibility::Restricted { "lock" } else { "registry" };
            (icon(sign), registry.name().as_str(), (text.terms.visibility)(registry.visibility()))
        }
        Thing::Person(person) => {
            (avatar(Kind::Person, person.name.as_str()), person.name.as_str(), person.username.as_str())
        }
        Thing::ServiceAccount(account) => {
            (avatar(Kind::ServiceAccount, account.name.as_str()), account.name.as_str(), text.terms.service_account)
        }
        Thing::Team(team) => (avatar(Kind::Team, team.name.as_str()), team.name.as_str(), text.registry.team),
    };
    html! {
        <div
            id={option_id(nth)}
            class={if is_active { "option option-active" } else { "option" }}
            role="option"
            aria-selected={if is_active { "true" } else { "false" }}
            onclick={go.reform(move |_: MouseEvent| nth)}
        >
            { sign }
            <span class="option-name">{ bdi(name) }</span>
            <span class="muted small">{ detail }</span>
        </div>
    }
}
