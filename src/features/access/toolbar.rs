//! What stands around the table: filters and order, what the letters mean, and the ways to its other pages.

use std::iter;

use domain::View;
use yew::prelude::*;

use super::grid::Grid;
use super::matrix::Part;
use super::query::{AccessQuery, Field, Group, ROLES, VISIBILITIES, position, visibility_slug};
use super::text::AccessText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::ui::{SelectField, SelectOption};
use crate::widgets::badges::{letters, role_slug};

/// The id of the first filter.
pub const FIRST_FILTER: &str = "access-who";

/// Somebody asks for something else; whether it takes the place of what was asked for.
type Ask = Callback<(AccessQuery, bool)>;

/// The filters, the order, and how many accounts and registries are shown.
pub fn toolbar(
    view: &View,
    query: &AccessQuery,
    [accounts, registries]: [usize; 2],
    ask: &Ask,
    text: &Catalog,
) -> Html {
    let words = AccessText::of(text.language);
    let typing = |field: Field| {
        let query = query.clone();
        ask.reform(move |event: InputEvent| (query.asking(field, dom::text_of(&event)), true))
    };
    let fields: [(_, _, Field, _); 2] = [
        (FIRST_FILTER, words.filter_accounts, |query| &mut query.who, &query.who),
        ("access-registries", words.filter_registries, |query| &mut query.registries, &query.registries),
    ];
    let roles = ROLES.iter().map(|role| option(role_slug(*role), &(words.at_least)((text.terms.role)(*role))));
    let visibilities = VISIBILITIES.iter().map(|it| option(visibility_slug(*it), (text.terms.visibility)(*it)));
    let (key, _) = query.order();
    let by_registry = position(view, key).and_then(|at| view.registries.get(at));
    let by_registry = by_registry.map(|seen| option("registry", &(words.by_registry)(seen.registry.name().as_str())));
    let sort = match key {
        "count" => "count",
        "role" => "role",
        _ if by_registry.is_some() => "registry",
        _ => "",
    };
    let orders = [option("count", words.by_count), option("role", words.by_highest)].into_iter().chain(by_registry);
    let choosing = |field: Field| {
        let query = query.clone();
        ask.reform(move |value: String| (query.asking(field, value), false))
    };
    let role = query.least().map_or("", role_slug);
    let visibility = query.only().map_or("", visibility_slug);
    let selects: [(_, _, _, _, Field); 3] = [
        ("access-role", words.role, role, choices(words.any_role, roles), |query| &mut query.role),
        ("access-visibility", words.visibility, visibility, choices(words.any_visibility, visibilities), |query| {
            &mut query.visibility
        }),
        ("access-sort", words.sort, sort, choices(words.by_name, orders), |query| &mut query.sort),
    ];
    let is_grouped = query.is_grouped();
    let group = {
        let next = AccessQuery { group: (!is_grouped).then_some(Group::Team), ..query.first_page() };
        ask.reform(move |_: Event| (next.clone(), false))
    };
    html! {
        <div class="toolbar">
            for (id, label, field, value) in fields {
                <div class="field">
                    <label for={id} class="visually-hidden">{ label }</label>
                    <input
                        {id}
                        type="search"
                        dir="auto"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder={label}
                        value={value.clone()}
                        oninput={typing(field)}
                    />
                </div>
            }
            for (id, label, value, options, field) in selects {
                <SelectField {id} {label} quiet_label=true {value} {options} on_choose={choosing(field)} />
            }
            <label class="check">
                <input type="checkbox" checked={is_grouped} onchange={group} />{ words.group }
            </label>
            <p class="muted small" role="status">{ (words.count)(accounts, registries) }</p>
        </div>
    }
}

fn option(value: &'static str, label: &str) -> SelectOption {
    SelectOption { value, label: label.to_owned().into() }
}

/// The options of a select whose first one asks for nothing.
fn choices(first: &str, others: impl Iterator<Item = SelectOption>) -> Vec<SelectOption> {
    iter::once(option("", first)).chain(others).collect()
}

/// What the letters mean, from the lowest role on.
pub fn legend(text: &Catalog) -> Html {
    let words = AccessText::of(text.language);
    html! {
        <>
            <ul class="legend" aria-label={words.legend}>
                for (role, may) in ROLES.into_iter().rev().zip(words.may) {
                    <li>
                        <span class="swatch" data-role={role_slug(role)}>{ letters(Some(role)) }</span>
                        { (text.terms.role)(role) }<span class="muted">{ " " }{ may }</span>
                    </li>
                }
                <li><span class="swatch">{ letters(None) }</span>{ text.consequences.no_access }</li>
            </ul>
            <p class="muted small keys">{ words.keys }</p>
        </>
    }
}

/// The ways to the other pages, if there are any.
pub fn pages(grid: &Grid<'_>) -> Html {
    let (words, rows, columns) = (AccessText::of(grid.text.language), grid.rows, grid.columns);
    let rows_told = (words.rows_of)(rows.start + 1, rows.end, grid.shown.lines.len());
    let turn_rows = |page| AccessQuery { rows: Some(page), ..grid.query.closed() };
    let turn_columns = |page| AccessQuery { columns: Some(page), ..grid.query.closed() };
    let columns_told = (words.columns_of)(columns.start + 1, columns.end, grid.shown.registries.len());
    html! {
        <div class="pagers">
            { pager(turn_rows, rows, words.row_pages, words.turn_rows, rows_told) }
            { pager(turn_columns, columns, words.column_pages, words.turn_columns, columns_told) }
        </div>
    }
}

fn pager(
    turn: impl Fn(usize) -> AccessQuery,
    part: Part,
    label: &'static str,
    words: [&'static str; 2],
    told: String,
) -> Html {
    if part.pages < 2 {
        return Html::default();
    }
    // Pages are counted from 1 in the address.
    let href = |page: usize| turn(page).href();
    let ways = [(part.page > 0).then(|| href(part.page)), (part.page + 1 < part.pages).then(|| href(part.page + 2))];
    html! {
        <nav class="pager" aria-label={label}>
            for (way, word) in ways.into_iter().zip(words) {
                // One that leads nowhere keeps the focus that it has.
                <a
                    class="button"
                    role="link"
                    tabindex={way.is_none().then_some("-1")}
                    aria-disabled={way.is_none().then_some("true")}
                    href={way}
                >
                    { word }
                </a>
            }
            <span class="muted small">{ told }</span>
        </nav>
    }
}
