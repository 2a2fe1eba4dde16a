//! The table as the ARIA pattern *grid*: arrow keys move within it, and it has one tab stop. It renders one page of
//! rows and columns, and tells assistive technology their indices.

use std::rc::Rc;

use domain::{AccountRef, RegistryView, Team, Visibility};
use yew::prelude::*;

use super::keys::{Cell, cell_of, id_of, move_focus};
use super::matrix::{Line, Matrix, Sort, TableContent};
use super::query::AccessQuery;
use super::tab_stop::TabStop;
use super::text::AccessText;
use crate::i18n::Catalog;
use crate::i18n::intl::number;
use crate::platform::dom;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{PageRange, bdi, icon};
use crate::widgets::badges::{role_abbreviation, role_slug};

/// The columns before the registries: the account and the number of its registries.
const FIXED_COLUMNS: usize = 2;

/// The data of the table.
pub struct Grid<'a> {
    pub view: &'a ViewRef,
    pub text: &'static Catalog,
    pub matrix: &'a Matrix,
    pub teams: &'a [Rc<Team>],
    pub content: &'a TableContent,
    pub query: &'a AccessQuery,
    pub rows: PageRange,
    pub columns: PageRange,
    /// The account and the registry of the open cell.
    pub open_cell: Option<(usize, usize)>,
}

/// A row of the page.
#[derive(Clone, Copy)]
pub struct Row {
    /// The number on the page, as in the ids of cells.
    number: usize,
    /// The index among all rows of the table.
    index: usize,
    kind: RowKind,
}

#[derive(Clone, Copy)]
enum RowKind {
    Group(usize),
    Account(Line),
}

/// The event handlers of the table.
pub struct GridEvents {
    onclick: Callback<MouseEvent>,
    onkeydown: Callback<KeyboardEvent>,
}

impl Grid<'_> {
    fn registries(&self) -> &[usize] {
        self.columns.slice(&self.content.registries)
    }

    /// The rows of the page. A group that continues from the previous page repeats its heading.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut add = |index, kind| rows.push(Row { number: rows.len() + 1, index, kind });
        let mut group = None;
        let mut index = 1;
        for (nth, line) in self.content.lines.iter().enumerate().take(self.rows.end) {
            let is_new = group.replace(line.group) != Some(line.group);
            index += 1 + usize::from(is_new && self.query.is_grouped());
            if nth < self.rows.start {
                continue;
            }
            if self.query.is_grouped() && (is_new || nth == self.rows.start) {
                add(index - 1, RowKind::Group(line.group));
            }
            add(index, RowKind::Account(*line));
        }
        rows
    }

    /// The first cell of an account and a registry, if it is on the page.
    pub fn cell_of(&self, rows: &[Row], (account_index, registry): (usize, usize)) -> Option<Cell> {
        let row =
            rows.iter().find(|row| matches!(row.kind, RowKind::Account(line) if line.account == account_index))?;
        Some((row.number, self.registries().iter().position(|other| *other == registry)? + FIXED_COLUMNS))
    }

    /// The table in a region that scrolls.
    pub fn table(&self, rows: &[Row], events: &GridEvents) -> Html {
        let words = AccessText::of(self.text.language);
        let groups = if self.query.is_grouped() {
            1 + self.content.lines.windows(2).filter(is_group_boundary).count()
        } else {
            0
        };
        let head = [(Sort::Name, words.account, false), (Sort::Count, words.registries, true)];
        let (current, reversed) = self.query.order(self.view);
        // By default names ascend, and numbers and roles descend.
        let sorted = |sort: Sort| {
            (sort == current).then_some(if reversed == (sort == Sort::Name) { "descending" } else { "ascending" })
        };
        let link = |index: usize, sort: Sort, content: Html| {
            let href = self.query.sorted_by(self.view, sort, sort == current && !reversed).href();
            html! { <a id={id_of((0, index))} tabindex="-1" {href}>{ content }</a> }
        };
        let total_row = rows.len() + 1;
        let body = rows.chunk_by(|_, next| matches!(next.kind, RowKind::Account(_)));
        html! {
            <div class="table-scroll access-scroll" role="region" aria-label={words.matrix} tabindex="0">
                <table
                    class="table matrix"
                    role="grid"
                    aria-label={words.matrix}
                    aria-readonly="true"
                    aria-rowcount={(self.content.lines.len() + groups + 2).to_string()}
                    aria-colcount={(self.content.registries.len() + FIXED_COLUMNS).to_string()}
                    onclick={&events.onclick}
                    onkeydown={&events.onkeydown}
                >
                    <thead>
                        <tr aria-rowindex="1">
                            for (index, (sort, label, is_number)) in head.into_iter().enumerate() {
                                <th scope="col" class={is_number.then_some("number")} aria-sort={sorted(sort)}>
                                    { link(index, sort, label.into()) }
                                </th>
                            }
                            for (index, (registry, registry_view)) in self.registry_views().enumerate() {
                                <th scope="col" aria-sort={sorted(Sort::In(registry))} aria-colindex={self.index(index)}>
                                    { link(index + FIXED_COLUMNS, Sort::In(registry), heading(registry_view, self.text)) }
                                </th>
                            }
                        </tr>
                    </thead>
                    for rows in body {
                        <tbody>
                            for row in rows {
                                { self.row(row) }
                            }
                        </tbody>
                    }
                    <tfoot>
                        <tr aria-rowindex={(self.content.lines.len() + groups + 2).to_string()}>
                            <th scope="row"><span id={id_of((total_row, 0))}>{ words.with_access }</span></th>
                            <td id={id_of((total_row, 1))} />
                            for (index, registry) in self.registries().iter().enumerate() {
                                <td id={id_of((total_row, index + FIXED_COLUMNS))} aria-colindex={self.index(index)}>
                                    { number(self.text.language, self.content.count_accounts(self.matrix, *registry)) }
                                </td>
                            }
                        </tr>
                    </tfoot>
                </table>
            </div>
        }
    }

    /// The shown registries with their indices.
    fn registry_views(&self) -> impl Iterator<Item = (usize, &RegistryView)> {
        self.registries().iter().filter_map(|index| Some((*index, self.view.registries.get(*index)?)))
    }

    /// The index of a column. It is left out if all columns are rendered.
    fn index(&self, index: usize) -> Option<String> {
        (self.columns.pages > 1).then(|| (self.columns.start + index + FIXED_COLUMNS + 1).to_string())
    }

    fn row(&self, row: &Row) -> Html {
        let words = AccessText::of(self.text.language);
        let index = row.index.to_string();
        let row_id = id_of((row.number, 0));
        let account_index = match row.kind {
            RowKind::Account(line) => line.account,
            RowKind::Group(group) => {
                let name = self.teams.get(group).map_or(words.no_team, |team| team.name.as_str());
                let colspan = (self.registries().len() + FIXED_COLUMNS).to_string();
                return html! {
                    <tr aria-rowindex={index} class="group">
                        <th scope="rowgroup" {colspan}><span id={row_id}>{ bdi(name) }</span></th>
                    </tr>
                };
            }
        };
        let Some(placed) = self.view.account_at(account_index) else { return Html::default() };
        let account = placed.account();
        html! {
            <tr aria-rowindex={index}>
                <th scope="row">
                    <a id={row_id} tabindex="-1" href={Route::of_account(self.view, &account).href()}>{ bdi(placed.name()) }</a>
                    if let AccountRef::ServiceAccount(_) = placed {
                        <span class="muted small">{ " " }{ self.text.terms.service_account }</span>
                    }
                </th>
                <td id={id_of((row.number, 1))} class="number">{ number(self.text.language, self.content.count_registries(self.matrix, account_index)) }</td>
                for (index, registry) in self.registries().iter().enumerate() {
                    { self.cell((row.number, index + FIXED_COLUMNS), self.index(index), placed, account_index, *registry) }
                }
            </tr>
        }
    }

    fn cell(
        &self,
        cell: Cell,
        index: Option<String>,
        placed: AccountRef<'_>,
        account_index: usize,
        registry: usize,
    ) -> Html {
        let role = self.matrix.role(registry, account_index);
        let name =
            self.view.registries.get(registry).map_or("", |registry_view| registry_view.registry.name().as_str());
        let word = role.map_or(self.text.consequences.no_access, self.text.terms.role);
        html! {
            <td
                id={id_of(cell)}
                data-role={role.filter(|_| self.content.is_role_sufficient(role)).map(role_slug)}
                aria-label={format!("{}, {name}: {word}", placed.name())}
                aria-expanded={(self.open_cell == Some((account_index, registry))).then_some("true")}
                aria-colindex={index}
            >
                { role_abbreviation(role) }
            </td>
        }
    }
}

fn is_group_boundary(lines: &&[Line]) -> bool {
    matches!(lines, [one, other] if one.group != other.group)
}

/// The heading of a registry's column.
fn heading(registry_view: &RegistryView, text: &Catalog) -> Html {
    html! {
        <>
            if registry_view.registry.visibility() == Visibility::Restricted {
                { icon("lock") }<span class="visually-hidden">{ (text.terms.visibility)(Visibility::Restricted) }{ " " }</span>
            }
            <span class="column-name">{ bdi(registry_view.registry.name().as_str()) }</span>
        </>
    }
}

impl GridEvents {
    /// The event handlers, shared by all cells.
    pub fn of(
        grid: &Grid<'_>,
        rows: &[Row],
        request: &Callback<(AccessQuery, bool)>,
        close: &Callback<()>,
        tab_stop: &TabStop,
    ) -> Self {
        let (view, query, registries) = (grid.view.clone(), grid.query.clone(), grid.registries().to_vec());
        let rows = rows.to_vec();
        let size = (rows.len() + 2, registries.len() + FIXED_COLUMNS);
        let is_heading = {
            let groups: Vec<bool> = rows.iter().map(|row| matches!(row.kind, RowKind::Group(_))).collect();
            move |row: usize| row.checked_sub(1).and_then(|nth| groups.get(nth).copied()).unwrap_or_default()
        };
        let open_cell = grid.open_cell;
        let press = {
            let (request, close) = (request.clone(), close.clone());
            Callback::from(move |(row, column): Cell| {
                let row = row.checked_sub(1).and_then(|nth| rows.get(nth));
                let Some(Row { kind: RowKind::Account(line), .. }) = row else { return };
                let registry = column.checked_sub(FIXED_COLUMNS).and_then(|index| registries.get(index));
                let (Some(registry), Some(placed)) = (registry, view.account_at(line.account)) else { return };
                if open_cell == Some((line.account, *registry)) {
                    close.emit(());
                } else if let Some(registry_view) = view.registries.get(*registry) {
                    let next = query.with_open_cell(&view, &placed.account(), registry_view.registry.id());
                    request.emit((next, open_cell.is_some()));
                }
            })
        };
        // A cell becomes focusable just before it is focused, which saves an attribute on hundreds of cells.
        let move_tab_stop = {
            let tab_stop = Rc::clone(tab_stop);
            move |cell: Cell| {
                let id = id_of(cell);
                let (element, tab_stop) = &mut *tab_stop.borrow_mut();
                dom::move_tab_stop(element, &[&id]);
                tab_stop.clone_from(&id);
                id
            }
        };
        let onclick = {
            let (press, move_tab_stop) = (press.clone(), move_tab_stop.clone());
            Callback::from(move |event: MouseEvent| {
                if let Some(cell) = dom::nearest_id(&event).and_then(|id| cell_of(&id)) {
                    move_tab_stop(cell);
                    press.emit(cell);
                }
            })
        };
        let close = close.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            let Some(cell) = dom::nearest_id(&event).and_then(|id| cell_of(&id)) else { return };
            let key = event.key();
            if event.alt_key() || dom::is_composing(&event) {
                return;
            }
            match key.as_str() {
                "Escape" if open_cell.is_some() => close.emit(()),
                "Enter" | " " if cell.0 > 0 && cell.1 >= FIXED_COLUMNS => {
                    event.prevent_default();
                    press.emit(cell);
                }
                key => {
                    let has_control = event.ctrl_key() || event.meta_key();
                    let Some((row, column)) = move_focus(key, has_control, cell, size) else { return };
                    event.prevent_default();
                    dom::focus(&move_tab_stop((row, if is_heading(row) { 0 } else { column })));
                }
            }
        });
        Self { onclick, onkeydown }
    }
}
