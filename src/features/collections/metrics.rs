//! The metrics of a collection: the numbers in the metadata of its versions as small line charts, and all of them as a table, which is
//! what screen readers read.

mod series;

use domain::{Collection, CollectionId};
use yew::prelude::*;

use self::series::{Metric, metrics_of};
use super::details::crumb;
use super::text::CollectionsText;
use super::text::metrics::MetricsText;
use super::version::long_list::filter_field;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::dom;
use crate::routes::{PageQuery, Route, use_query};
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, no_match, pager, use_printing};
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;
use search::{Filter, filter_text};

/// The number of metrics that are shown. A version can have thousands.
const SHOWN: usize = 24;

/// The size of a chart in its own units. A point has a margin around it.
const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 56.0;
const MARGIN: f64 = 4.0;

const FILTER: &str = "metrics-filter";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: CollectionId,
}

/// The page of metrics, if the account can see the collection.
#[component]
pub fn MetricsPage(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = MetricsText::of(text.language);
    let query = use_query::<PageQuery>();
    let filter = use_state_eq(String::new);
    let is_printing = use_printing();
    let view = &props.view;
    let collection = view.catalog().collection(&props.id).cloned();
    let read = use_memo((view.clone(), props.id.clone(), query.page), |(view, id, page)| read(view, id, *page));
    let registry_view = collection.as_ref().and_then(|collection| view.registry(&collection.registry));
    let (Some(collection), Some(registry_view)) = (&collection, registry_view) else { return nothing_here(text) };
    let (range, numbers, metrics) = &*read;
    let query = Filter::of(&filter);
    let matching: Vec<&Metric> = query.select(metrics.iter(), |query, metric| {
        query.matches([filter_text(&metric.path)].iter().map(|text| text.as_str()))
    });
    let shown: Vec<&Metric> = matching.iter().copied().take(if is_printing { usize::MAX } else { SHOWN }).collect();
    let more = matching.len() - shown.len();
    let on_filter = {
        let filter = filter.setter();
        Callback::from(move |next: String| filter.set(next))
    };
    let clear = on_filter.reform(|_: MouseEvent| {
        dom::focus(FILTER);
        String::new()
    });
    let route = Route::metrics_of(view, collection);
    let page_href = move |page| route.href_with(&PageQuery::of(page));
    let count = (CollectionsText::of(text.language).count)(matching.len(), metrics.len());
    html! {
        <>
            { crumb(view, &registry_view.registry, Some(collection), text) }
            <Head title={(words.metrics_of)(collection.name.as_str())} lead={words.lead}>
                <a class="button" href={Route::comparing_in(view, collection).href()}>{ words.compare }</a>
            </Head>
            { pager(*range, &PagerWords::of(words.versions, *range, text), &Turn::Link(&page_href)) }
            if metrics.is_empty() {
                <p class="muted">{ words.none }</p>
            } else {
                { filter_field(FILTER, words.filter, count, &on_filter) }
                if shown.is_empty() {
                    { no_match(&(words.no_match)(filter.trim()), words.clear_filter, clear) }
                } else {
                    <section class="section" aria-labelledby="charts-title">
                        <h2 id="charts-title">{ words.charts }</h2>
                        <ul class="metric-charts">
                            for metric in &shown {
                                <li key={metric.path.clone()}>{ chart(metric, words) }</li>
                            }
                        </ul>
                        if more > 0 {
                            <p class="muted">{ (words.more)(more) }</p>
                        }
                    </section>
                    { values(&props.view, collection, numbers, &shown, text) }
                }
            }
        </>
    }
}

/// The numbers of the versions on a page, from the oldest to the newest, and their metrics.
fn read(view: &ViewRef, id: &CollectionId, page: Option<usize>) -> (PageRange, Vec<u32>, Vec<Metric>) {
    let catalog = view.catalog();
    let count = catalog.collection(id).map_or(0, |collection| collection.links.len());
    // Metadata is long, so that even in print only one page of versions is read.
    let range = PageRange::of_rows(page, count, false);
    let positions = range.positions();
    let (first, taken) = (count - positions.end, positions.end - positions.start);
    let versions: Vec<_> = catalog.versions_in(id, first).take(taken).collect();
    let numbers = versions.iter().map(|(link, _)| link.number).collect();
    (range, numbers, metrics_of(versions.iter().map(|(_, version)| version.metadata.as_str())))
}

/// A line chart. Its values are in the table, so that the picture is decorative.
fn chart(metric: &Metric, words: &MetricsText) -> Html {
    let lines = metric.lines(WIDTH - 2.0 * MARGIN, HEIGHT - 2.0 * MARGIN);
    let place = |(x, y): (f64, f64)| (x + MARGIN, y + MARGIN);
    let path = |line: &[(f64, f64)]| {
        let points = line.iter().map(|point| place(*point)).map(|(x, y)| format!("{x:.1},{y:.1}"));
        points.collect::<Vec<_>>().join(" ")
    };
    let range = metric.range().map(|range| range.map(|number| number.text.as_str()));
    html! {
        <>
            <h3 class="mono">{ bdi(&metric.path) }</h3>
            <svg class="chart" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} aria-hidden="true">
                for line in &lines {
                    <polyline points={path(line)} />
                    for (x, y) in line.iter().map(|point| place(*point)) {
                        <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="2.25" />
                    }
                }
            </svg>
            if let Some([least, greatest, last]) = range {
                <p class="muted small">{ (words.range)(least, greatest, last) }</p>
            }
        </>
    }
}

/// All values, the newest version first.
fn values(view: &ViewRef, collection: &Collection, numbers: &[u32], metrics: &[&Metric], text: &Catalog) -> Html {
    let words = MetricsText::of(text.language);
    html! {
        <div
            class="table-scroll"
            role="region"
            aria-label={(words.metrics_of)(collection.name.as_str())}
            tabindex="0"
        >
            <table class="table metrics">
                <thead>
                    <tr>
                        <th scope="col">{ words.version }</th>
                        for metric in metrics {
                            <th scope="col" class="number mono">{ bdi(&metric.path) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (nth, number) in numbers.iter().enumerate().rev() {
                        <tr key={*number}>
                            <th scope="row">
                                <a href={Route::of_linked_version(view, collection, *number).href()}>{ format!("v{number}") }</a>
                            </th>
                            for metric in metrics {
                                <td class="number">{ metric.values.get(nth).and_then(Option::as_ref).map_or("–", |number| &number.text) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
