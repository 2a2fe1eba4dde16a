//! The list of registries: the two core registries, then the custom registries, filtered and sorted by the query.

mod card;
mod offer;
mod query;
pub mod text;

use domain::RegistryView;
use search::{Filter, filter_text};
use yew::prelude::*;

use self::card::Card;
use self::offer::offer;
use self::query::Sort;
use self::text::LandingText;
use crate::i18n::{Catalog, Language, intl};
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::{Route, use_live_query};
use crate::state::ViewRef;
use crate::ui::{
    PageRange, PagerWords, SelectField, SelectOption, Turn, button_with_reason, empty_list, filter_field, no_match,
    pager, use_printing,
};
use crate::widgets::denials::denial;
use crate::widgets::head::Head;
pub use query::LandingQuery;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// Whether the create dialog is open.
    pub is_creating: bool,
}

#[component]
pub fn Landing(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = LandingText::of(text.language);
    let (query, set_query) = use_live_query::<LandingQuery>();
    let ask = {
        let place = if props.is_creating { Route::Create } else { Route::Landing };
        Callback::from(move |next: LandingQuery| {
            set_query.emit(next.clone());
            history::replace_throttled(&next.at(&place));
        })
    };
    let create = {
        let query = query.clone();
        Callback::from(move |()| history::open_on_top(&query.at(&Route::Create)))
    };
    let is_printing = use_printing();
    let shown = use_memo(
        (props.view.clone(), (*query).clone(), page.language, is_printing),
        |(view, query, language, is_printing)| {
            let all: Vec<&RegistryView> =
                view.registries.iter().filter(|registry_view| registry_view.registry.core_kind().is_none()).collect();
            (all.len(), filter_and_sort(all, query, *language, *is_printing))
        },
    );
    let (all, (range, custom)) = &*shown;
    let page_href = {
        let route = if props.is_creating { Route::Create } else { Route::Landing };
        let query = query.clone();
        move |page| LandingQuery { page: Some(page), ..(*query).clone() }.at(&route)
    };
    let clear = ask.reform({
        let sort = query.sort;
        move |_: MouseEvent| {
            // The pressed button disappears, so the focus moves elsewhere.
            dom::focus("filter");
            LandingQuery { sort, ..LandingQuery::default() }
        }
    });
    let href_of = |registry_view: &RegistryView| Route::of_registry(&props.view, registry_view.registry.id()).href();
    let core = props.view.registries.iter().filter(|registry_view| registry_view.registry.core_kind().is_some());
    let denied = props.view.may_create.denial().map(|reason| denial(&props.view, reason, text));
    html! {
        <>
            <Head title={words.title} lead={words.lead} />
            { offer(&page, &props.view) }
            <section class="section" aria-labelledby="core-title">
                <div class="section-head"><h2 id="core-title">{ words.core }</h2></div>
                <p class="muted">{ words.core_lead }</p>
                <ul class="cards">
                    for registry_view in core {
                        <Card key={registry_view.registry.id().to_string()} registry_view={registry_view.clone()} href={href_of(registry_view)} language={page.language} />
                    }
                </ul>
            </section>
            <section class="section" aria-labelledby="custom-title">
                <div class="section-head">
                    <h2 id="custom-title">{ words.custom }</h2>
                    { button_with_reason("create-registry", words.create, denied.as_deref(), &create) }
                </div>
                if *all > 0 {
                    { toolbar(&query, range.all, *all, &ask, text) }
                }
                if *all == 0 {
                    { empty_list("registry", words.empty, words.empty_why) }
                } else if custom.is_empty() {
                    { no_match(&(words.no_match)(query.filter.trim()), words.clear_filter, clear) }
                } else {
                    { pager(*range, &PagerWords::of(words.custom, *range, text), &Turn::Link(&page_href)) }
                    <ul class="cards" id="custom-cards">
                        for registry_view in custom {
                            <Card key={registry_view.registry.id().to_string()} registry_view={registry_view.clone()} href={href_of(registry_view)} language={page.language} />
                        }
                    </ul>
                }
            </section>
        </>
    }
}

/// The requested page of the matches, in the chosen order.
fn filter_and_sort(
    all: Vec<&RegistryView>,
    query: &LandingQuery,
    language: Language,
    is_printing: bool,
) -> (PageRange, Vec<RegistryView>) {
    let filter = Filter::of(&query.filter);
    let mut matching: Vec<&RegistryView> =
        filter.select(all.into_iter(), |filter, registry_view| matches(registry_view, filter));
    let range = PageRange::of_rows(query.page, matching.len(), is_printing);
    let matching = match query.sort {
        Sort::Name => intl::first_by_text(language, matching, range.sorted_len(), |registry_view| {
            registry_view.registry.name().as_str()
        }),
        Sort::Recent => {
            let by_change = |a: &&RegistryView, b: &&RegistryView| {
                let at = |registry_view: &RegistryView| registry_view.registry.changed().at;
                at(b).cmp(&at(a)).then_with(|| a.registry.name().key().cmp(b.registry.name().key()))
            };
            // Only the shown page and those before it need an order among thousands.
            let sorted = range.sorted_len().min(matching.len());
            if let Some(last) = sorted.checked_sub(1) {
                matching.select_nth_unstable_by(last, by_change);
                if let Some(first) = matching.get_mut(..sorted) {
                    first.sort_by(by_change);
                }
            }
            matching
        }
    };
    let shown = range.slice(&matching).iter().map(|registry_view| (*registry_view).clone()).collect();
    (range, shown)
}

/// Compares the name, the description and the types.
fn matches(registry_view: &RegistryView, filter: &Filter) -> bool {
    if filter.is_empty() {
        return true;
    }
    let registry = &registry_view.registry;
    let name = registry.name().key().as_str();
    // Few words are not in the name, so the longer texts are seldom prepared.
    filter.matches(std::iter::once(name)) || {
        let types = registry.accepts().saved().iter().map(|accepted| filter_text(accepted.as_str()));
        let texts: Vec<_> = types.chain([filter_text(registry.description().as_str())]).collect();
        filter.matches(std::iter::once(name).chain(texts.iter().map(|text| text.as_str())))
    }
}

/// The filter, the order and the number of matches.
fn toolbar(query: &LandingQuery, shown: usize, all: usize, on_ask: &Callback<LandingQuery>, text: &Catalog) -> Html {
    let words = LandingText::of(text.language);
    let sort = query.sort;
    let oninput =
        on_ask.reform(move |event: InputEvent| LandingQuery { filter: dom::field_value(&event), sort, page: None });
    let filter = query.filter.clone();
    let on_sort = on_ask.reform(move |value: String| LandingQuery {
        filter: filter.clone(),
        sort: value.parse().unwrap_or_default(),
        page: None,
    });
    let count = if shown == all { (words.count)(all) } else { (words.count_of)(shown, all) };
    html! {
        <div class="toolbar">
            { filter_field("filter", words.filter, &query.filter, oninput) }
            <SelectField
                id="sort"
                label={words.sort}
                is_label_hidden=true
                value={<&'static str>::from(query.sort)}
                options={vec![
                    SelectOption { value: Sort::Recent.into(), label: words.sort_recent.into() },
                    SelectOption { value: Sort::Name.into(), label: words.sort_name.into() },
                ]}
                on_choose={on_sort}
            />
            <p class="muted small" role="status">{ count }</p>
        </div>
    }
}
