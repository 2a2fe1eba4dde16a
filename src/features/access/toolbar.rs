//! The controls around the table: filters and order, the legend, and the pagers.

use std::iter;

use domain::View;
use yew::prelude::*;

use super::grid::Grid;
use super::matrix::Sort;
use super::query::{AccessQuery, Field, Group, ROLES, VISIBILITIES};
use super::text::AccessText;
use crate::i18n::Catalog;
use crate::platform::dom;
use crate::ui::{PagerWords, SelectField, SelectOption, Turn, filter_field, pager};
use crate::widgets::badges::{role_abbreviation, role_slug};
use crate::widgets::copy_link::copy_link;

/// The id of the first filter.
pub const FIRST_FILTER: &str = "access-who";

/// Requests another query. The flag replaces the history entry instead of pushing one.
type QueryRequest = Callback<(AccessQuery, bool)>;

/// The filters, the order, and the numbers of shown accounts and registries.
pub fn toolbar(
    view: &View,
    query: &AccessQuery,
    [accounts, registries]: [usize; 2],
    request: &QueryRequest,
    text: &Catalog,
) -> Html {
    let words = AccessText::of(text.language);
    let on_input = |field: Field| {
        let query = query.clone();
        request.reform(move |event: InputEvent| (query.with_field(field, dom::field_value(&event)), true))
    };
    let fields: [(_, _, Field, _); 2] = [
        (FIRST_FILTER, words.filter_accounts, |query| &mut query.accounts, &query.accounts),
        ("access-registries", words.filter_registries, |query| &mut query.registries, &query.registries),
    ];
    let roles = ROLES.iter().map(|role| option(role_slug(*role), &(words.at_least)((text.terms.role)(*role))));
    let visibilities =
        VISIBILITIES.iter().map(|visibility| option((*visibility).into(), (text.terms.visibility)(*visibility)));
    let (order, _) = query.order(view);
    let (sort, by_registry) = match order {
        Sort::Name => ("", None),
        Sort::Count => ("count", None),
        Sort::Highest => ("role", None),
        Sort::In(index) => ("registry", view.registries.get(index)),
    };
    let by_registry =
        by_registry.map(|registry_view| option(sort, &(words.by_registry)(registry_view.registry.name().as_str())));
    let orders = [option("count", words.by_count), option("role", words.by_highest)].into_iter().chain(by_registry);
    let on_choose = |field: Field| {
        let query = query.clone();
        request.reform(move |value: String| (query.with_field(field, value), false))
    };
    let role = query.least_role().map_or("", role_slug);
    let visibility = query.visibility_filter().map_or("", Into::into);
    let selects: [(_, _, _, _, Field); 3] = [
        ("access-role", words.role, role, with_empty_option(words.any_role, roles), |query| &mut query.role),
        (
            "access-visibility",
            words.visibility,
            visibility,
            with_empty_option(words.any_visibility, visibilities),
            |query| &mut query.visibility,
        ),
        ("access-sort", words.sort, sort, with_empty_option(words.by_name, orders), |query| &mut query.sort),
    ];
    let is_grouped = query.is_grouped();
    let group = {
        let next = AccessQuery { group: (!is_grouped).then_some(Group::Team), ..query.first_page() };
        request.reform(move |_: Event| (next.clone(), false))
    };
    html! {
        <div class="toolbar">
            for (id, label, field, value) in fields {
                { filter_field(id, label, value, on_input(field)) }
            }
            for (id, label, value, options, field) in selects {
                <SelectField {id} {label} is_label_hidden=true {value} {options} on_choose={on_choose(field)} />
            }
            <label class="check">
                <input type="checkbox" checked={is_grouped} onchange={group} />{ words.group }
            </label>
            <p class="muted small" role="status">{ (words.count)(accounts, registries) }</p>
            if !query.is_default() {
                { copy_link(query.href(), text) }
            }
        </div>
    }
}

fn option(value: &'static str, label: &str) -> SelectOption {
    SelectOption { value, label: label.to_owned().into() }
}

/// Options that begin with an empty one.
fn with_empty_option(first: &str, others: impl Iterator<Item = SelectOption>) -> Vec<SelectOption> {
    iter::once(option("", first)).chain(others).collect()
}

/// The legend of role abbreviations, ascending.
pub fn legend(text: &Catalog) -> Html {
    let words = AccessText::of(text.language);
    html! {
        <>
            <ul class="legend" aria-label={words.legend}>
                for (role, may) in ROLES.into_iter().rev().zip(words.may) {
                    <li>
                        <span class="swatch" data-role={role_slug(role)}>{ role_abbreviation(Some(role)) }</span>
                        { (text.terms.role)(role) }<span class="muted">{ " " }{ may }</span>
                    </li>
                }
                <li><span class="swatch">{ role_abbreviation(None) }</span>{ text.consequences.no_access }</li>
            </ul>
            <p class="muted small keys">{ words.keys }</p>
        </>
    }
}

/// The pagers of rows and columns, if there is more than one page.
pub fn pages(grid: &Grid<'_>) -> Html {
    let (words, rows, columns) = (AccessText::of(grid.text.language), grid.rows, grid.columns);
    let rows_status = (words.rows_of)(rows.start + 1, rows.end, grid.content.lines.len());
    let rows_href = |page| AccessQuery { rows: Some(page), ..grid.query.without_open_cell() }.href();
    let columns_href = |page| AccessQuery { columns: Some(page), ..grid.query.without_open_cell() }.href();
    let columns_status = (words.columns_of)(columns.start + 1, columns.end, grid.content.registries.len());
    html! {
        <div class="pagers">
            { pager(rows, &PagerWords { label: words.row_pages.into(), turn: words.turn_rows, status: rows_status }, &Turn::Link(&rows_href)) }
            { pager(columns, &PagerWords { label: words.column_pages.into(), turn: words.turn_columns, status: columns_status }, &Turn::Link(&columns_href)) }
        </div>
    }
}
