//! What stands around the table: filters and order, what the letters mean, and the ways to its other pages.

use registry::View;
use yew::prelude::*;

use super::grid::{Grid, letters};
use super::matrix::Part;
use super::query::{Query, ROLES, VISIBILITIES, position, visibility_slug};
use super::{COLUMNS, ROWS};
use crate::browser::dom;
use crate::components::{SelectField, SelectOption};
use crate::i18n::Catalog;
use crate::pages::registry::role_slug;

/// Somebody asks for something else; whether it takes the place of what was asked for.
type Ask = Callback<(Query, bool)>;

/// The filters, the order, and how many accounts and registries are shown.
pub fn toolbar(view: &View, query: &Query, [accounts, registries]: [usize; 2], ask: &Ask, text: &Catalog) -> Html {
    let words = &text.access;
    let typing = |into: fn(&mut Query, String)| {
        let query = query.from_start();
        ask.reform(move |event: InputEvent| {
            let mut next = query.clone();
            into(&mut next, dom::text_of(&event));
            (next, true)
        })
    };
    let fields = [
        ("access-who", words.filter_accounts, &query.who, typing(|query, typed| query.who = typed)),
        (
            "access-registries",
            words.filter_registries,
            &query.registries,
            typing(|query, typed| query.registries = typed),
        ),
    ];
    let option = |value, label: &str| SelectOption { value, label: label.to_owned().into() };
    let choices = |first, others: &mut dyn Iterator<Item = SelectOption>| -> Vec<SelectOption> {
        [option("", first)].into_iter().chain(others).collect()
    };
    let mut roles = ROLES.iter().map(|role| option(role_slug(*role), &(words.at_least)((text.terms.role)(*role))));
    let mut visibilities = VISIBILITIES.iter().map(|it| option(visibility_slug(*it), (text.terms.visibility)(*it)));
    let (key, _) = query.order();
    let by_registry = position(view, key).and_then(|at| view.registries.get(at));
    let by_registry = by_registry.map(|seen| option("registry", &(words.by_registry)(seen.registry.name().as_str())));
    let sort = match key {
        "count" => "count",
        "role" => "role",
        _ if by_registry.is_some() => "registry",
        _ => "",
    };
    let mut orders = [option("count", words.by_count), option("role", words.by_highest)].into_iter().chain(by_registry);
    let choosing = |into: fn(&mut Query, String)| {
        let query = query.from_start();
        ask.reform(move |value: String| {
            let mut next = query.clone();
            into(&mut next, value);
            (next, false)
        })
    };
    let selects = [
        (
            "access-role",
            words.role,
            query.least().map_or("", role_slug),
            choices(words.any_role, &mut roles),
            choosing(|query, value| query.role = value),
        ),
        (
            "access-visibility",
            words.visibility,
            query.only().map_or("", visibility_slug),
            choices(words.any_visibility, &mut visibilities),
            choosing(|query, value| query.visibility = value),
        ),
        (
            "access-sort",
            words.sort,
            sort,
            choices(words.by_name, &mut orders),
            choosing(|query, value| query.sort = value),
        ),
    ];
    let is_grouped = query.group == "team";
    let group = {
        let next = Query { group: if is_grouped { "" } else { "team" }.to_owned(), ..query.from_start() };
        ask.reform(move |_: Event| (next.clone(), false))
    };
    html! {
        <div class="toolbar">
            for (id, label, value, oninput) in fields {
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
                        {oninput}
                    />
                </div>
            }
            for (id, label, value, options, on_choose) in selects {
                <SelectField {id} {label} quiet_label=true {value} {options} {on_choose} />
            }
            <label class="check">
                <input type="checkbox" checked={is_grouped} onchange={group} />{ words.group }
            </label>
            <p class="muted small" role="status">{ (words.count)(accounts, registries) }</p>
        </div>
    }
}

/// What the letters mean, from the lowest role on.
pub fn legend(text: &Catalog) -> Html {
    let words = &text.access;
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
    let (query, words) = (grid.query, &grid.text.access);
    let row_href = |page: usize| Query { rows: page.to_string(), ..query.opening(None) }.href();
    let column_href = |page: usize| Query { columns: page.to_string(), ..query.opening(None) }.href();
    let (rows, columns) = (&grid.rows, &grid.columns);
    html! {
        <div class="pagers">
            { pager(words.row_pages, rows, &row_href, [(words.rows_before)(ROWS), (words.rows_next)(ROWS)], (words.rows_of)(rows.start + 1, rows.end, grid.shown.lines.len())) }
            { pager(words.column_pages, columns, &column_href, [(words.columns_before)(COLUMNS), (words.columns_next)(COLUMNS)], (words.columns_of)(columns.start + 1, columns.end, grid.shown.registries.len())) }
        </div>
    }
}

fn pager(label: &'static str, part: &Part, href: &dyn Fn(usize) -> String, words: [String; 2], told: String) -> Html {
    if part.pages < 2 {
        return Html::default();
    }
    // Pages are counted from 1 in the address.
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
