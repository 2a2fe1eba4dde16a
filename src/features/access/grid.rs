//! The table: a grid in which arrow keys move, with one stop of the Tab key. Of thousands of rows and columns it holds one
//! page; its indices say which.

use std::cell::RefCell;
use std::rc::Rc;

use domain::{Placed, SeenRegistry, Team, Visibility};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::keys::{Cell, cell_of, id_of, leads_to};
use super::matrix::{Line, Matrix, Part, Shown};
use super::query::AccessQuery;
use super::text::AccessText;
use crate::i18n::Catalog;
use crate::i18n::intl::number;
use crate::platform::dom;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{bdi, icon};
use crate::widgets::badges::{role_abbreviation, role_slug};

/// Before the registries: who it is, and in how many.
const FIXED: usize = 2;

/// What the table is made of.
pub struct Grid<'a> {
    pub view: &'a ViewRef,
    pub text: &'static Catalog,
    pub matrix: &'a Matrix,
    pub teams: &'a [Rc<Team>],
    pub shown: &'a Shown,
    pub query: &'a AccessQuery,
    pub rows: Part,
    pub columns: Part,
    /// The place and the registry whose cell is open.
    pub opened: Option<(usize, usize)>,
}

/// A row of the page.
#[derive(Clone, Copy)]
pub struct Row {
    /// Its number on the page, as in the ids of its cells.
    number: usize,
    /// Its index among all rows of the table.
    index: usize,
    content: Content,
}

/// What stands in a row.
#[derive(Clone, Copy)]
enum Content {
    /// The heading of a group.
    Group(usize),
    /// An account.
    Account(Line),
}

/// What happens to the table.
pub struct Events {
    click: Callback<MouseEvent>,
    key: Callback<KeyboardEvent>,
}

/// The element that the Tab key leads to, and the id of the cell that it is to lead to.
pub type TabStop = Rc<RefCell<(Option<HtmlElement>, String)>>;

impl Grid<'_> {
    fn registries(&self) -> &[usize] {
        self.columns.cut(&self.shown.registries)
    }

    /// The rows of the page. A group that goes on from the page before has its heading here as well.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut add = |index, content| rows.push(Row { number: rows.len() + 1, index, content });
        let mut group = None;
        let mut index = 1;
        for (nth, line) in self.shown.lines.iter().enumerate().take(self.rows.end) {
            let is_new = group.replace(line.group) != Some(line.group);
            index += 1 + usize::from(is_new && self.query.is_grouped());
            if nth < self.rows.start {
                continue;
            }
            if self.query.is_grouped() && (is_new || nth == self.rows.start) {
                add(index - 1, Content::Group(line.group));
            }
            add(index, Content::Account(*line));
        }
        rows
    }

    /// The first cell of an account and a registry, if it is on the page.
    pub fn cell_of(&self, rows: &[Row], (place, registry): (usize, usize)) -> Option<Cell> {
        let row = rows.iter().find(|row| matches!(row.content, Content::Account(line) if line.place == place))?;
        Some((row.number, self.registries().iter().position(|at| *at == registry)? + FIXED))
    }

    /// The table, in a region that scrolls.
    pub fn table(&self, rows: &[Row], events: &Events) -> Html {
        let words = AccessText::of(self.text.language);
        let groups =
            if self.query.is_grouped() { 1 + self.shown.lines.windows(2).filter(parts_groups).count() } else { 0 };
        let head = [("", words.account, false), ("count", words.registries, true)];
        let (sort, reversed) = self.query.order();
        // Names go up, numbers and roles down, unless it is the other way round.
        let sorted =
            |key: &str| (key == sort).then_some(if reversed == key.is_empty() { "descending" } else { "ascending" });
        let link = |at: usize, key: &str, content: Html| {
            let href = self.query.sorted_by(key).href();
            html! { <a id={id_of((0, at))} tabindex="-1" {href}>{ content }</a> }
        };
        let tally = rows.len() + 1;
        let body = rows.chunk_by(|_, next| matches!(next.content, Content::Account(_)));
        html! {
            <div class="table-scroll access-scroll" role="region" aria-label={words.matrix} tabindex="0">
                <table
                    class="table matrix"
                    role="grid"
                    aria-label={words.matrix}
                    aria-readonly="true"
                    aria-rowcount={(self.shown.lines.len() + groups + 2).to_string()}
                    aria-colcount={(self.shown.registries.len() + FIXED).to_string()}
                    onclick={&events.click}
                    onkeydown={&events.key}
                >
                    <thead>
                        <tr aria-rowindex="1">
                            for (at, (key, label, is_number)) in head.into_iter().enumerate() {
                                <th scope="col" class={is_number.then_some("number")} aria-sort={sorted(key)}>
                                    { link(at, key, label.into()) }
                                </th>
                            }
                            for (at, seen) in self.seen().enumerate() {
                                <th scope="col" aria-sort={sorted(seen.registry.id().0.as_str())} aria-colindex={self.index(at)}>
                                    { link(at + FIXED, seen.registry.id().0.as_str(), heading(seen, self.text)) }
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
                        <tr aria-rowindex={(self.shown.lines.len() + groups + 2).to_string()}>
                            <th scope="row"><span id={id_of((tally, 0))}>{ words.with_access }</span></th>
                            <td id={id_of((tally, 1))} />
                            for (at, registry) in self.registries().iter().enumerate() {
                                <td id={id_of((tally, at + FIXED))} aria-colindex={self.index(at)}>
                                    { number(self.text.language, self.shown.with_access(self.matrix, *registry)) }
                                </td>
                            }
                        </tr>
                    </tfoot>
                </table>
            </div>
        }
    }

    fn seen(&self) -> impl Iterator<Item = &SeenRegistry> {
        self.registries().iter().filter_map(|at| self.view.registries.get(*at))
    }

    /// The index of a column, unless all columns are there.
    fn index(&self, at: usize) -> Option<String> {
        (self.columns.pages > 1).then(|| (self.columns.start + at + FIXED + 1).to_string())
    }

    fn row(&self, row: &Row) -> Html {
        let words = AccessText::of(self.text.language);
        let index = row.index.to_string();
        let row_id = id_of((row.number, 0));
        let place = match row.content {
            Content::Account(line) => line.place,
            Content::Group(group) => {
                let name = self.teams.get(group).map_or(words.no_team, |team| team.name.as_str());
                let colspan = (self.registries().len() + FIXED).to_string();
                return html! {
                    <tr aria-rowindex={index} class="group">
                        <th scope="rowgroup" {colspan}><span id={row_id}>{ bdi(name) }</span></th>
                    </tr>
                };
            }
        };
        let Some(placed) = self.view.placed(place) else { return Html::default() };
        let account = placed.account();
        html! {
            <tr aria-rowindex={index}>
                <th scope="row">
                    <a id={row_id} tabindex="-1" href={Route::of_account(account.id()).href()}>{ bdi(placed.name()) }</a>
                    if let Placed::ServiceAccount(_) = placed {
                        <span class="muted small">{ " " }{ self.text.terms.service_account }</span>
                    }
                </th>
                <td id={id_of((row.number, 1))} class="number">{ number(self.text.language, self.shown.count(self.matrix, place)) }</td>
                for (at, registry) in self.registries().iter().enumerate() {
                    { self.cell((row.number, at + FIXED), self.index(at), placed, place, *registry) }
                }
            </tr>
        }
    }

    fn cell(&self, cell: Cell, index: Option<String>, placed: Placed<'_>, place: usize, registry: usize) -> Html {
        let role = self.matrix.role(registry, place);
        let name = self.view.registries.get(registry).map_or("", |seen| seen.registry.name().as_str());
        let word = role.map_or(self.text.consequences.no_access, self.text.terms.role);
        html! {
            <td
                id={id_of(cell)}
                data-role={role.filter(|_| self.shown.counts_as_role(role)).map(role_slug)}
                aria-label={format!("{}, {name}: {word}", placed.name())}
                aria-expanded={(self.opened == Some((place, registry))).then_some("true")}
                aria-colindex={index}
            >
                { role_abbreviation(role) }
            </td>
        }
    }
}

fn parts_groups(lines: &&[Line]) -> bool {
    matches!(lines, [one, other] if one.group != other.group)
}

/// The name of a registry over its column.
fn heading(seen: &SeenRegistry, text: &Catalog) -> Html {
    html! {
        <>
            if seen.registry.visibility() == Visibility::Restricted {
                { icon("lock") }<span class="visually-hidden">{ (text.terms.visibility)(Visibility::Restricted) }{ " " }</span>
            }
            <span class="column-name">{ bdi(seen.registry.name().as_str()) }</span>
        </>
    }
}

impl Events {
    /// What happens to the table: one listener for all of its cells.
    pub fn of(
        grid: &Grid<'_>,
        rows: &[Row],
        ask: &Callback<(AccessQuery, bool)>,
        close: &Callback<()>,
        stop: &TabStop,
    ) -> Self {
        let (view, query, registries) = (grid.view.clone(), grid.query.clone(), grid.registries().to_vec());
        let rows = rows.to_vec();
        let size = (rows.len() + 2, registries.len() + FIXED);
        let is_heading = {
            let groups: Vec<bool> = rows.iter().map(|row| matches!(row.content, Content::Group(_))).collect();
            move |row: usize| row.checked_sub(1).and_then(|nth| groups.get(nth).copied()).unwrap_or_default()
        };
        let opened = grid.opened;
        let press = {
            let (ask, close) = (ask.clone(), close.clone());
            Callback::from(move |(row, column): Cell| {
                let row = row.checked_sub(1).and_then(|nth| rows.get(nth));
                let Some(Row { content: Content::Account(line), .. }) = row else { return };
                let registry = column.checked_sub(FIXED).and_then(|at| registries.get(at));
                let (Some(registry), Some(placed)) = (registry, view.placed(line.place)) else { return };
                if opened == Some((line.place, *registry)) {
                    close.emit(());
                } else if let Some(seen) = view.registries.get(*registry) {
                    let next = query.opening(&placed.account(), seen.registry.id());
                    ask.emit((next, opened.is_some()));
                }
            })
        };
        // A cell can have the focus as soon as it is led to: an attribute less for each of hundreds.
        let lead_to = {
            let stop = Rc::clone(stop);
            move |cell: Cell| {
                let id = id_of(cell);
                let (element, stop) = &mut *stop.borrow_mut();
                dom::move_tab_stop(element, &[&id]);
                stop.clone_from(&id);
                id
            }
        };
        let click = {
            let (press, lead_to) = (press.clone(), lead_to.clone());
            Callback::from(move |event: MouseEvent| {
                if let Some(cell) = dom::nearest_id(&event).and_then(|id| cell_of(&id)) {
                    lead_to(cell);
                    press.emit(cell);
                }
            })
        };
        let close = close.clone();
        let key = Callback::from(move |event: KeyboardEvent| {
            let Some(cell) = dom::nearest_id(&event).and_then(|id| cell_of(&id)) else { return };
            let key = event.key();
            if event.alt_key() || dom::is_composing(&event) {
                return;
            }
            match key.as_str() {
                "Escape" if opened.is_some() => close.emit(()),
                "Enter" | " " if cell.0 > 0 && cell.1 >= FIXED => {
                    event.prevent_default();
                    press.emit(cell);
                }
                key => {
                    let with_control = event.ctrl_key() || event.meta_key();
                    let Some((row, column)) = leads_to(key, with_control, cell, size) else { return };
                    event.prevent_default();
                    dom::focus(&lead_to((row, if is_heading(row) { 0 } else { column })));
                }
            }
        });
        Self { click, key }
    }
}
