//! The registries: the two core ones, then the custom ones, filtered and sorted as the address says.

mod card;
mod query;

use std::rc::Rc;

use registry::{FoldKey, SeenRegistry, View};
use yew::prelude::*;
use yew_router::prelude::*;

use self::card::Card;
use self::query::{Query, Sort};
use super::create::{Create, denial};
use super::head::Head;
use crate::browser::{dom, intl};
use crate::components::{Explained, Icon, Prose, SelectField, SelectOption};
use crate::i18n::{Catalog, use_text};
use crate::route::Route;

/// The organization as the acting account sees it, and whether the dialog is open.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization.
    pub view: Rc<View>,
    /// Whether a registry is being created.
    pub is_creating: bool,
}

/// The registries.
#[component]
pub fn Landing(props: &Props) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let location = use_location();
    let asked: Query = location.and_then(|location| location.query::<Query>().ok()).unwrap_or_default();
    // What is typed is shown at once; the address follows. An address that changes by itself, by Back, is followed.
    let query = use_state_eq(|| asked.clone());
    use_effect_with(asked, {
        let query = query.setter();
        move |asked| query.set(asked.clone())
    });
    let ask = {
        let (query, navigator) = (query.clone(), navigator.clone());
        let route = if props.is_creating { Route::Create } else { Route::Landing };
        Callback::from(move |next: Query| {
            query.set(next.clone());
            if let Some(navigator) = &navigator {
                let _ = navigator.replace_with_query(&route, &next);
            }
        })
    };
    let create = {
        let (navigator, query) = (navigator.clone(), query.clone());
        Callback::from(move |()| {
            if let Some(navigator) = &navigator {
                let _ = navigator.push_with_query_and_state(&Route::Create, &*query, FromLanding);
            }
        })
    };
    let shown = use_memo((props.view.clone(), (*query).clone(), text.language), |(view, query, _)| {
        let all: Vec<&SeenRegistry> = view.registries.iter().filter(|seen| seen.registry.core_kind().is_none()).collect();
        (all.len(), chosen(all, query, text))
    });
    let (all, custom) = &*shown;
    let core = props.view.registries.iter().filter(|seen| seen.registry.core_kind().is_some());
    let denied = props.view.may_create.denial().map(|reason| AttrValue::from(denial(&props.view, reason, text)));
    html! {
        <>
            <Head title={text.landing.title} lead={text.landing.lead} />
            <section class="section" aria-labelledby="core-title">
                <div class="section-head"><h2 id="core-title">{ text.landing.core }</h2></div>
                <p class="muted">{ text.landing.core_lead }</p>
                <ul class="cards">
                    for seen in core {
                        <Card key={seen.registry.id().to_string()} seen={seen.clone()} />
                    }
                </ul>
            </section>
            <section class="section" aria-labelledby="custom-title">
                <div class="section-head">
                    <h2 id="custom-title">{ text.landing.custom }</h2>
                    <Explained
                        id="create-registry"
                        label={text.landing.create}
                        icon="plus"
                        class={classes!("button", "button-primary")}
                        {denied}
                        on_press={create}
                    />
                </div>
                if *all > 0 {
                    <Toolbar query={(*query).clone()} shown={custom.len()} all={*all} on_ask={ask.clone()} />
                }
                if *all == 0 {
                    <div class="empty">
                        <Icon name="registry" />
                        <h3>{ text.landing.empty }</h3>
                        <p>{ text.landing.empty_why }</p>
                    </div>
                } else if custom.is_empty() {
                    <div class="empty">
                        <Icon name="search" />
                        <p><Prose text={(text.landing.no_match)(query.filter.trim())} /></p>
                        <button
                            type="button"
                            class="button"
                            onclick={ask.reform({ let sort = query.sort; move |_: MouseEvent| Query { filter: String::new(), sort } })}
                        >
                            { text.landing.clear_filter }
                        </button>
                    </div>
                } else {
                    <ul class="cards">
                        for seen in custom {
                            <Card key={seen.registry.id().to_string()} seen={seen.clone()} />
                        }
                    </ul>
                }
            </section>
            if props.is_creating {
                <Create view={props.view.clone()} />
            }
        </>
    }
}

/// The mark of a dialog that was opened from here: closing it goes back.
#[derive(Clone, Copy)]
pub struct FromLanding;

/// Those that the filter lets through, in the order that is asked for.
fn chosen(all: Vec<&SeenRegistry>, query: &Query, text: &Catalog) -> Vec<SeenRegistry> {
    let sought = FoldKey::of(query.filter.trim());
    let mut chosen: Vec<SeenRegistry> = all.into_iter().filter(|seen| matches(seen, sought.as_str())).cloned().collect();
    intl::sort_by_text(text.language, &mut chosen, |seen| seen.registry.name().to_string());
    if query.sort == Sort::Recent {
        chosen.sort_by_key(|seen| std::cmp::Reverse(seen.registry.changed().at));
    }
    chosen
}

/// By name, description and types.
fn matches(seen: &SeenRegistry, sought: &str) -> bool {
    let registry = &seen.registry;
    sought.is_empty()
        || registry.name().key().as_str().contains(sought)
        || FoldKey::of(registry.description().as_str()).as_str().contains(sought)
        || registry.accepts().saved().iter().any(|accepted| FoldKey::of(accepted.as_str()).as_str().contains(sought))
}

#[derive(Properties, PartialEq)]
struct ToolbarProps {
    query: Query,
    shown: usize,
    all: usize,
    on_ask: Callback<Query>,
}

/// Filter, order, and how many there are.
#[component]
fn Toolbar(props: &ToolbarProps) -> Html {
    let text = use_text();
    let oninput = {
        let sort = props.query.sort;
        props.on_ask.reform(move |event: InputEvent| Query { filter: dom::text_of(&event), sort })
    };
    let on_sort = {
        let filter = props.query.filter.clone();
        props.on_ask.reform(move |value: String| Query { filter: filter.clone(), sort: Sort::of(&value) })
    };
    let count = if props.shown == props.all {
        (text.landing.count)(props.all)
    } else {
        (text.landing.count_of)(props.shown, props.all)
    };
    html! {
        <div class="toolbar">
            <div class="field">
                <label for="filter" class="visually-hidden">{ text.landing.filter }</label>
                <input
                    id="filter"
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder={text.landing.filter}
                    value={props.query.filter.clone()}
                    {oninput}
                />
            </div>
            <SelectField
                id="sort"
                label={text.landing.sort}
                quiet_label=true
                value={props.query.sort.value()}
                options={vec![
                    SelectOption { value: Sort::Recent.value(), label: text.landing.sort_recent.into() },
                    SelectOption { value: Sort::Name.value(), label: text.landing.sort_name.into() },
                ]}
                on_choose={on_sort}
            />
            <p class="muted small" role="status">{ count }</p>
        </div>
    }
}
