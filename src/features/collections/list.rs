//! The table of a registry's collections, filtered and sorted by the query of the address.

use std::cmp::Reverse;
use std::rc::Rc;

use domain::{Collection, CollectionId, Permission, Registry, RegistryPermission};
use search::{Filter, filter_text};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use yew::prelude::*;

use super::bulk::{BulkBar, Selected, Selection, select_box};
use super::text::CollectionsText;
use crate::forms::catalog::labels::{alias_chip, tag_chips};
use crate::i18n::{Catalog, Language, intl};
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::{Route, use_live_query};
use crate::state::ViewRef;
use crate::ui::{
    PageRange, PagerWords, SelectField, SelectOption, Turn, button_with_reason, empty_list, filter_field, no_match,
    pager, table, use_printing,
};
use crate::widgets::denials::objection;

/// The number of aliases in a row.
const SHOWN_ALIASES: usize = 3;

/// The id of the filter.
const FILTER: &str = "collections-filter";

/// The query of a registry's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CollectionsQuery {
    /// The filter for names, types, aliases and tags.
    #[serde(skip_serializing_if = "String::is_empty")]
    filter: String,
    #[serde(skip_serializing_if = "Sort::is_default")]
    sort: Sort,
    /// The page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
}

/// The order of the collections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
enum Sort {
    /// The last change first.
    #[default]
    Recent,
    Name,
    Type,
    /// The most versions first.
    Versions,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Recent, Self::Name, Self::Type, Self::Versions];

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry: Rc<Registry>,
    /// Whether the create dialog is open.
    pub is_creating: bool,
}

#[component]
pub fn Collections(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = CollectionsText::of(text.language);
    let (query, set_query) = use_live_query::<CollectionsQuery>();
    let registry = &props.registry;
    let route = match props.is_creating {
        true => Route::create_collection_in(&props.view, registry.id()),
        false => Route::of_registry(&props.view, registry.id()),
    };
    let ask = {
        let route = route.clone();
        Callback::from(move |next: CollectionsQuery| {
            set_query.emit(next.clone());
            history::replace_throttled(&route.href_with(&next));
        })
    };
    let create = {
        let query = query.clone();
        let dialog = Route::create_collection_in(&props.view, registry.id());
        Callback::from(move |()| {
            history::open_on_top(&dialog.href_with(&*query));
        })
    };
    let is_printing = use_printing();
    let shown = use_memo(
        (props.view.clone(), registry.clone(), (*query).clone(), page.language, is_printing),
        |(view, registry, query, language, is_printing)| {
            let all: Vec<&Rc<Collection>> = view.catalog().collections_of(registry.id()).collect();
            (all.len(), filter_and_sort(all, query, *language, *is_printing))
        },
    );
    let (all, (range, collections)) = &*shown;
    let page_href = {
        let query = query.clone();
        move |page| route.href_with(&CollectionsQuery { page: Some(page), ..(*query).clone() })
    };
    let marked = use_state_eq(Selection::<CollectionId>::default);
    let selection = marked.retained(|id| props.view.catalog().collection(id).is_some());
    let mark = {
        let marked = marked.setter();
        Callback::from(move |next: Selection<CollectionId>| marked.set(next))
    };
    let permission = Permission::InRegistry(registry.id().clone(), RegistryPermission::CreateCollection);
    let denied = objection(&props.view, &permission, text);
    let table_label = text.language.bracketed(words.collections, registry.name().as_str());
    html! {
        <section class="section" aria-labelledby="collections-title">
            <div class="section-head">
                <h2 id="collections-title">{ words.collections }</h2>
                { button_with_reason("create-collection", words.create, denied.as_deref(), &create) }
            </div>
            if *all > 0 {
                { toolbar(&query, range.all, *all, &ask, text) }
            }
            if *all == 0 {
                { empty_list("registry", words.empty, words.empty_why) }
            } else if collections.is_empty() {
                { no_match(&(words.no_match)(query.filter.trim()), words.clear_filter, clearing(&query, &ask)) }
            } else {
                { pager(*range, &PagerWords::of(words.collections, *range, text), &Turn::Link(&page_href)) }
                { table(&table_label, "blocks collections", &words.columns, html! {
                    for collection in collections {
                        { row(&props.view, registry, collection, &selection, &mark, text) }
                    }
                }) }
            }
            if !selection.is_empty() {
                { bar(props, collections, &selection, &mark) }
            }
        </section>
    }
}

/// The bar of the selected collections.
fn bar(
    props: &Props,
    shown: &[Rc<Collection>],
    selection: &Selection<CollectionId>,
    on_mark: &Callback<Selection<CollectionId>>,
) -> Html {
    let all = selection.with(shown.iter().map(|collection| collection.id.clone()));
    html! {
        <BulkBar
            view={props.view.clone()}
            selected={Selected::Collections(selection.clone())}
            container={props.registry.name().to_string()}
            on_select_all={on_mark.reform(move |()| all.clone())}
            on_clear={on_mark.reform(|()| Selection::default())}
        />
    }
}

fn clearing(query: &CollectionsQuery, ask: &Callback<CollectionsQuery>) -> Callback<MouseEvent> {
    let sort = query.sort;
    ask.reform(move |_: MouseEvent| {
        // The pressed button disappears, so the focus moves elsewhere.
        dom::focus(FILTER);
        CollectionsQuery { sort, ..CollectionsQuery::default() }
    })
}

/// The requested page of the matches, in the chosen order.
fn filter_and_sort(
    all: Vec<&Rc<Collection>>,
    query: &CollectionsQuery,
    language: Language,
    is_printing: bool,
) -> (PageRange, Vec<Rc<Collection>>) {
    let filter = Filter::of(&query.filter);
    let matching = filter.select(all.into_iter(), |filter, collection| matches(collection, filter));
    let range = PageRange::of_rows(query.page, matching.len(), is_printing);
    let by_name = |items, limit| intl::first_by_text(language, items, limit, |one: &&Rc<Collection>| one.name.as_str());
    let mut matching: Vec<&Rc<Collection>> = match query.sort {
        Sort::Name => by_name(matching, range.sorted_len()),
        Sort::Recent => matching,
        Sort::Type | Sort::Versions => by_name(matching, usize::MAX),
    };
    // The sort is stable, so that equal ones stay in the order of their names.
    match query.sort {
        Sort::Name => {}
        Sort::Recent => matching.sort_by_key(|collection| Reverse(collection.changed.at)),
        Sort::Type => matching.sort_by(|one, other| one.artifact_type.as_str().cmp(other.artifact_type.as_str())),
        Sort::Versions => matching.sort_by_key(|collection| Reverse(collection.links.len())),
    }
    (range, range.slice(&matching).iter().map(|collection| Rc::clone(collection)).collect())
}

/// Compares the name, the type, the aliases and the tags.
fn matches(collection: &Collection, filter: &Filter) -> bool {
    if filter.is_empty() {
        return true;
    }
    let aliases = collection.links.aliases().map(|(alias, _)| alias.as_str());
    let tags = collection.tags.as_slice().iter().map(|tag| tag.as_str());
    let texts = [collection.name.as_str(), collection.artifact_type.as_str()].into_iter().chain(aliases).chain(tags);
    let texts: Vec<_> = texts.map(filter_text).collect();
    filter.matches(texts.iter().map(|text| text.as_str()))
}

/// The filter, the order and the number of matches.
fn toolbar(
    query: &CollectionsQuery,
    shown: usize,
    all: usize,
    on_ask: &Callback<CollectionsQuery>,
    text: &Catalog,
) -> Html {
    let words = CollectionsText::of(text.language);
    let sort = query.sort;
    let oninput =
        on_ask.reform(move |event: InputEvent| CollectionsQuery { filter: dom::field_value(&event), sort, page: None });
    let filter = query.filter.clone();
    let on_sort = on_ask.reform(move |value: String| CollectionsQuery {
        filter: filter.clone(),
        sort: value.parse().unwrap_or_default(),
        page: None,
    });
    let options = Sort::ALL.into_iter().zip(words.sorts);
    let options: Vec<_> =
        options.map(|(sort, label)| SelectOption { value: sort.into(), label: label.into() }).collect();
    html! {
        <div class="toolbar">
            { filter_field(FILTER, words.filter, &query.filter, oninput) }
            <SelectField
                id="collections-sort"
                label={words.sort}
                is_label_hidden=true
                value={<&'static str>::from(sort)}
                {options}
                on_choose={on_sort}
            />
            <p class="muted small" role="status">{ (words.count)(shown, all) }</p>
        </div>
    }
}

fn row(
    view: &ViewRef,
    registry: &Registry,
    collection: &Collection,
    selection: &Selection<CollectionId>,
    on_mark: &Callback<Selection<CollectionId>>,
    text: &Catalog,
) -> Html {
    let words = CollectionsText::of(text.language);
    let href = Route::of_collection(view, collection).href();
    let name = collection.name.as_str();
    let [.., versions, latest, aliases, tags, changed, _] = words.columns;
    let named: Vec<_> = collection.links.aliases().collect();
    let more = named.len().saturating_sub(SHOWN_ALIASES);
    html! {
        <tr key={collection.id.to_string()}>
            <th scope="row" class="row-selectable">
                { select_box(name, selection.contains(&collection.id), selection.on_toggle(&collection.id, on_mark), text) }
                <a href={href.clone()}><bdi>{ name.to_owned() }</bdi></a>
            </th>
            <td><span class="pill pill-quiet"><bdi>{ collection.artifact_type.to_string() }</bdi></span></td>
            <td class="number" data-label={versions}>{ intl::number(text.language, collection.links.len()) }</td>
            <td data-label={latest}>
                if let Some(link) = collection.links.latest() {
                    <a href={Route::of_linked_version(view, collection, link.number).href()}>{ format!("v{}", link.number) }</a>
                } else {
                    { "–" }
                }
            </td>
            <td data-label={aliases}>
                <ul class="chips">
                    for (alias, number) in named.iter().take(SHOWN_ALIASES) {
                        { alias_chip(alias, Some(*number), registry, text) }
                    }
                    if more > 0 {
                        <li class="muted small">{ (words.more)(more) }</li>
                    }
                </ul>
            </td>
            <td data-label={tags}>{ tag_chips(&collection.tags) }</td>
            <td data-label={changed}>{ intl::date(text.language, collection.changed.at) }</td>
            <td class="actions">
                <div class="button-row">
                    <a class="button button-quiet" {href} aria-label={(words.view_details_of)(name)}>{ words.view_details }</a>
                    <a
                        class="button button-quiet"
                        href={Route::linking_to(view, collection).href()}
                        aria-label={(words.link_new_version_to)(name)}
                    >
                        { words.link_new_version }
                    </a>
                </div>
            </td>
        </tr>
    }
}
