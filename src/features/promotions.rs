//! *Promotions* of a registry: which version carries each protected alias, since when and by whom, its earlier holders, and who may
//! move it. Everybody who sees the registry sees it.

pub mod text;
mod timeline;

use domain::{AliasSpan, Collection, RegistryId, RegistryPermission, RegistryView};
use yew::prelude::*;

use self::text::PromotionsText;
use self::timeline::{Promotion, promotions};
use crate::forms::catalog::labels::alias_chip;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::routes::{PageQuery, Route, use_query};
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, icon, pager, prose, table, use_printing};
use crate::widgets::accounts::account_name;
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;

/// The number of earlier holders that a row lists.
const LISTED: usize = 50;

/// The number of people that are named.
const NAMED: usize = 50;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry: RegistryId,
}

#[component]
pub fn Promotions(props: &Props) -> Html {
    let text = use_page().text();
    let words = PromotionsText::of(text.language);
    let query = use_query::<PageQuery>();
    let is_printing = use_printing();
    let view = &props.view;
    let Some(registry_view) = view.registry(&props.registry) else { return nothing_here(text) };
    let registry = &registry_view.registry;
    let all = promotions(view, registry);
    let range = PageRange::of_rows(query.page, all.len(), is_printing);
    let page_href = |page| Route::promotions_of(view, registry.id()).href_with(&PageQuery::of(page));
    html! {
        <>
            <p class="crumb">
                <a href={Route::Landing.href()}>{ text.registry.all_registries }</a>
                { " › " }
                <a href={Route::of_registry(view, registry.id()).href()}>{ bdi(registry.name().as_str()) }</a>
            </p>
            <Head title={text.registry.promotions} lead={words.lead} />
            if all.is_empty() {
                <div class="empty">
                    { icon("lock") }
                    <h2>{ words.none }</h2>
                    <p>{ words.none_why }</p>
                    <a class="button" href={Route::settings_of(view, registry.id()).href()}>{ words.protect }</a>
                </div>
            } else {
                { pager(range, &PagerWords::of(words.table, range, text), &Turn::Link(&page_href)) }
                { table(words.table, "blocks promotions", &words.columns, html! {
                    for promotion in range.slice(&all) {
                        { row(view, registry_view, promotion, text) }
                    }
                }) }
                { who(view, registry_view, text) }
            }
        </>
    }
}

fn row(view: &ViewRef, registry_view: &RegistryView, promotion: &Promotion<'_>, text: &Catalog) -> Html {
    let words = PromotionsText::of(text.language);
    let [_, collection_label, version, since, by, earlier] = words.columns;
    let key = format!("{} {}", promotion.alias, promotion.collection.map(|one| one.id.to_string()).unwrap_or_default());
    html! {
        <tr {key}>
            <th scope="row"><ul class="chips">{ alias_chip(promotion.alias, None, &registry_view.registry, text) }</ul></th>
            if let Some(collection) = promotion.collection {
                <td data-label={collection_label}>
                    <a href={Route::of_collection(view, collection).href()}>{ bdi(collection.name.as_str()) }</a>
                </td>
                if let Some(span) = promotion.current {
                    <td data-label={version}>{ number(view, collection, span, words) }</td>
                    <td data-label={since}>{ intl::date_time(text.language, span.from) }</td>
                    <td data-label={by}>{ bdi(account_name(view, &span.by, text)) }</td>
                } else {
                    <td data-label={version} colspan="3" class="muted">{ words.not_held }</td>
                }
                <td data-label={earlier}>{ earlier_versions(view, promotion, collection, text) }</td>
            } else {
                <td colspan="5" class="muted">{ words.never_held }</td>
            }
        </tr>
    }
}

/// A version that holds or held the alias, as a link while it is in the collection.
fn number(view: &ViewRef, collection: &Collection, span: &AliasSpan, words: &PromotionsText) -> Html {
    let name = format!("v{}", span.number);
    html! {
        if collection.links.get(span.number).is_some() {
            <a href={Route::of_linked_version(view, collection, span.number).href()}>{ name }</a>
        } else {
            { name }{ " " }<span class="muted small">{ words.unlinked }</span>
        }
    }
}

/// The earlier holders as a timeline, the latest first.
fn earlier_versions(view: &ViewRef, promotion: &Promotion<'_>, collection: &Collection, text: &Catalog) -> Html {
    let words = PromotionsText::of(text.language);
    let span_text = |span: &AliasSpan| {
        let until = span.until.map(|until| intl::date_time(text.language, until)).unwrap_or_default();
        (words.span)(&intl::date_time(text.language, span.from), &until, account_name(view, &span.by, text))
    };
    let label = (words.earlier_of)(promotion.alias.as_str(), collection.name.as_str());
    html! {
        if promotion.earlier == 0 {
            <span class="muted">{ "–" }</span>
        } else {
            <details>
                <summary>{ (words.earlier)(promotion.earlier) }</summary>
                <ol class="timeline" aria-label={label}>
                    for span in promotion.earlier_spans().take(LISTED) {
                        <li>
                            <strong>{ number(view, collection, span, words) }</strong>
                            { " " }
                            <span class="muted small">{ prose(&span_text(span)) }</span>
                        </li>
                    }
                    if promotion.earlier > LISTED {
                        <li class="muted small">{ (text.common.and_more)(promotion.earlier - LISTED) }</li>
                    }
                </ol>
            </details>
        }
    }
}

/// The accounts that can move the protected aliases.
fn who(view: &ViewRef, registry_view: &RegistryView, text: &Catalog) -> Html {
    let words = PromotionsText::of(text.language);
    let accounts = view.accounts_permitted_in(registry_view.registry.id(), RegistryPermission::SetProtectedAlias);
    html! {
        <section class="section" aria-labelledby="who-title">
            <div class="section-head"><h2 id="who-title">{ words.who }</h2></div>
            <p>{ words.who_lead }</p>
            <ul class="chips" aria-labelledby="who-title">
                for account in accounts.iter().take(NAMED) {
                    <li key={account.id().to_string()} class="chip">
                        <a href={Route::of_account(view, account).href()}>{ bdi(account_name(view, account, text)) }</a>
                    </li>
                }
                if accounts.len() > NAMED {
                    <li class="muted small">{ (text.common.and_more)(accounts.len() - NAMED) }</li>
                }
            </ul>
        </section>
    }
}
