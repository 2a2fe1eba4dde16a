//! The versions of a collection, the newest first.

use std::rc::Rc;

use domain::{Collection, Link, LinkId, Registry, VersionRef};
use yew::prelude::*;

use super::account_name;
use super::bulk::{BulkBar, Selected, Selection, select_box};
use super::text::version::VersionText;
use crate::forms::catalog::labels::{alias_chip, tag_chips};
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::routes::{PageQuery, Route, use_query};
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, icon, pager, table, use_printing};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry: Rc<Registry>,
    pub collection: Rc<Collection>,
}

#[component]
pub fn Versions(props: &Props) -> Html {
    let text = use_page().text();
    let words = VersionText::of(text.language);
    let query = use_query::<PageQuery>();
    let links = &props.collection.links;
    let range = PageRange::of_rows(query.page, links.len(), use_printing());
    let collection = props.collection.clone();
    let table_label = text.language.bracketed(words.versions, collection.name.as_str());
    let marked = use_state_eq(Selection::<LinkId>::default);
    let selection = marked.retained(|id| props.view.catalog().version(&VersionRef::Linked(id.clone())).is_some());
    let mark = {
        let marked = marked.setter();
        Callback::from(move |next: Selection<LinkId>| marked.set(next))
    };
    let page_href = move |page| Route::of_collection(&props.view, &collection).href_with(&PageQuery::of(page));
    html! {
        <section class="section" aria-labelledby="versions-title">
            <div class="section-head"><h2 id="versions-title">{ words.versions }</h2></div>
            if links.is_empty() {
                <div class="empty">
                    { icon("registry") }
                    <p>{ words.no_versions }</p>
                </div>
            } else {
                { pager(range, &PagerWords::of(words.versions, range, text), &Turn::Link(&page_href)) }
                { table(&table_label, "blocks versions", &words.version_columns, html! {
                    for link in range.items(links.iter().rev()) {
                        { row(props, link, &selection, &mark, text) }
                    }
                }) }
            }
            if !selection.is_empty() {
                { bar(props, range.items(links.iter().rev()), &selection, &mark) }
            }
        </section>
    }
}

/// The bar of the selected versions.
fn bar<'a>(
    props: &Props,
    shown: impl Iterator<Item = &'a Rc<Link>>,
    selection: &Selection<LinkId>,
    on_mark: &Callback<Selection<LinkId>>,
) -> Html {
    let all = selection.with(shown.map(|link| link.id.clone()));
    html! {
        <BulkBar
            view={props.view.clone()}
            selected={Selected::Versions(selection.clone())}
            container={props.collection.name.to_string()}
            on_select_all={on_mark.reform(move |()| all.clone())}
            on_clear={on_mark.reform(|()| Selection::default())}
        />
    }
}

fn row(
    props: &Props,
    link: &Rc<Link>,
    selection: &Selection<LinkId>,
    on_mark: &Callback<Selection<LinkId>>,
    text: &Catalog,
) -> Html {
    let words = VersionText::of(text.language);
    let catalog = props.view.catalog();
    let Some(version_view) = catalog.version(&VersionRef::Linked(link.id.clone())) else { return Html::default() };
    let source = catalog.name_of(&VersionRef::Source(link.source.clone()));
    let href = Route::of_linked_version(&props.view, &props.collection, link.number).href();
    let number = format!("v{}", link.number);
    let [_, aliases, tags, source_label, by, linked, size, _] = words.version_columns;
    html! {
        <tr key={link.id.to_string()}>
            <th scope="row" class="row-selectable">
                { select_box(&number, selection.contains(&link.id), selection.on_toggle(&link.id, on_mark), text) }
                <a href={href.clone()}>{ &number }</a>
            </th>
            <td data-label={aliases}>
                <ul class="chips">
                    for alias in version_view.aliases() {
                        { alias_chip(&alias, None, &props.registry, text) }
                    }
                </ul>
            </td>
            <td data-label={tags}>{ tag_chips(&version_view.version.tags) }</td>
            <td data-label={source_label}>
                if let Some(source) = source {
                    { bdi(&source) }
                } else {
                    <span class="muted">{ words.hidden_source }</span>
                }
            </td>
            <td data-label={by}>{ bdi(account_name(&props.view, &link.linked.by, text)) }</td>
            <td data-label={linked}>{ intl::date(text.language, link.linked.at) }</td>
            <td class="number" data-label={size}>{ intl::file_size(text.language, version_view.version.manifest.size()) }</td>
            <td class="actions">
                <div class="button-row">
                    <a class="button button-quiet" {href} aria-label={(words.view_version)(&number)}>{ words.view }</a>
                </div>
            </td>
        </tr>
    }
}
