//! The access page: the roles of all accounts in all registries as one table. The table is paged, so that it stays
//! fast with thousands of accounts and registries. The address holds the filters, the order and the page.

mod detail;
mod grid;
pub mod keys;
pub mod matrix;
pub mod query;
mod roster;
pub mod text;
mod toolbar;

use std::rc::Rc;

use domain::Registry;
use interchange::{access, file_name};
use yew::prelude::*;

use self::grid::Grid;
use self::matrix::{Matrix, TableContent};
use self::query::AccessQuery;
use self::roster::{Roster, entries, table_content};
use self::text::AccessText;
use crate::page::use_page;
use crate::platform::{clock, dom, file, history};
use crate::routes::use_live_query;
use crate::state::{Store, ViewRef};
use crate::ui::deferred::use_deferred;
use crate::ui::{PAGE_ROWS, PageRange, icon};
use crate::widgets::head::Head;

/// The number of rendered registries. Rendering more takes noticeably long.
const PAGE_COLUMNS: usize = 12;

/// The limit of cells in a file. More would take seconds, and spreadsheets barely open it.
const MAX_EXPORTED_CELLS: usize = 1_000_000;

/// The limit of cells for a list, where a cell has a line for each source of its role.
const MAX_LISTED_CELLS: usize = 250_000;

/// The initial tab stop.
const FIRST_CELL: &str = "cell-0-0";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

/// The page renders in three tasks: head, filters, table. Code that a browser runs for the first time is slow, and a
/// single task would block input noticeably.
#[component]
pub fn Access(props: &Props) -> Html {
    let words = AccessText::of(use_page().language);
    let has_roles = use_deferred();
    html! {
        <div class="access">
            <Head title={words.title} lead={words.lead} />
            if has_roles {
                <Roles view={props.view.clone()} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RolesProps {
    view: ViewRef,
}

/// The filters, the table and the detail of the open cell.
#[component]
fn Roles(props: &RolesProps) -> Html {
    let page = use_page();
    let (text, view, language) = (page.text(), &props.view, page.language);
    let words = AccessText::of(text.language);
    let (query, set_query) = use_live_query::<AccessQuery>();
    let matrix = use_memo(view.clone(), |view| Matrix::of(view.clone()));
    // Without filters only the rendered rows are sorted, which takes a tenth of the time with thousands.
    let limit = if query.is_default() { PAGE_ROWS.max(PAGE_COLUMNS) } else { usize::MAX };
    let roster =
        use_memo((view.clone(), language, limit), |(view, language, limit)| Roster::of(view, *language, *limit));
    let is_searched = [&query.accounts, &query.registries].map(|is_searched| !is_searched.trim().is_empty());
    let entries = use_memo((view.clone(), is_searched), |(view, is_searched)| entries(view, *is_searched));
    let content: Rc<TableContent> =
        use_memo((view.clone(), language, limit, query.first_page()), |(view, .., query)| {
            table_content(view, &matrix, &roster, &entries, query)
        });
    // Whether this page has pushed the history entry of the open cell. Closing the cell then goes back.
    let is_pushed = use_mut_ref(|| false);
    let request = {
        let is_pushed = Rc::clone(&is_pushed);
        Callback::from(move |(next, is_replacement): (AccessQuery, bool)| {
            let is_open = !next.open.is_empty();
            if !(is_open && is_replacement) {
                is_pushed.replace(is_open);
            }
            let change_address = if is_replacement { history::replace_throttled } else { history::push };
            set_query.emit(next.clone());
            change_address(&next.href());
        })
    };
    let rows = PageRange::of(query.rows, PAGE_ROWS, content.lines.len());
    let columns = PageRange::of(query.columns, PAGE_COLUMNS, content.registries.len());
    let open_cell = query.open_cell(view);
    let close = {
        let (query, request, is_pushed) = (query.clone(), request.clone(), Rc::clone(&is_pushed));
        Callback::from(move |()| {
            if is_pushed.replace(false) {
                history::back();
            } else {
                request.emit((query.without_open_cell(), true));
            }
        })
    };
    let grid = Grid {
        view,
        text,
        matrix: &matrix,
        teams: &roster.teams,
        content: &content,
        query: &query,
        rows,
        columns,
        open_cell,
    };
    let rendered_rows = grid.rows();
    let tab_stop = use_mut_ref(|| (None, FIRST_CELL.to_owned()));
    let events = grid::GridEvents::of(&grid, &rendered_rows, &request, &close, &tab_stop);
    let rendered_open_cell = open_cell.and_then(|cell| grid.cell_of(&rendered_rows, cell));
    use_effect_with(rendered_open_cell, {
        let tab_stop = Rc::clone(&tab_stop);
        move |cell| {
            if let Some(cell) = cell {
                tab_stop.borrow_mut().1 = keys::id_of(*cell);
            }
        }
    });
    let open = query.open.clone();
    let was_open = use_mut_ref(|| open.clone());
    use_effect_with(open, {
        let tab_stop = Rc::clone(&tab_stop);
        move |open| {
            let before = was_open.replace(open.clone());
            if !open.is_empty() && before != *open {
                dom::focus(detail::TITLE_ID);
            } else if !before.is_empty() && open.is_empty() && !dom::has_focus() {
                let id = tab_stop.borrow().1.clone();
                dom::focus(&id);
            }
        }
    });
    // The tab stop is independent of rendering, so an effect without dependencies restores it after each render.
    use_effect(move || {
        let (element, id) = &mut *tab_stop.borrow_mut();
        dom::move_tab_stop(element, &[id, FIRST_CELL]);
    });
    let has_failed = use_state_eq(|| false);
    let cells = content.accounts.len() * content.registries.len();
    let export = |export: &Export| {
        let (view, query, has_failed) = (view.clone(), query.first_page(), has_failed.setter());
        let (matrix, entries, store) = (Rc::clone(&matrix), Rc::clone(&entries), page.store.clone());
        let (is_too_large, kind, write) = (cells > export.max_cells, export.kind, export.write);
        let onclick = move |_: MouseEvent| {
            if !is_too_large {
                let all =
                    roster::table_content(&view, &matrix, &Roster::of(&view, language, usize::MAX), &entries, &query);
                let name = file_name(kind, view.organization.as_str(), &clock::today(), "csv");
                has_failed.set(file::download(&name, &write(&view, &matrix, &all, &store)).is_err());
            }
        };
        let note_id = format!("{kind}-export-note");
        html! {
            <div class="button-row">
                <button
                    type="button"
                    class="button"
                    aria-disabled={is_too_large.then_some("true")}
                    aria-describedby={note_id.clone()}
                    {onclick}
                >
                    { icon("download") }{ export.label }
                </button>
                <p class="muted small" id={note_id}>{ &export.note }</p>
            </div>
        }
    };
    let table_export = Export {
        kind: "access",
        label: words.export,
        note: if cells > MAX_EXPORTED_CELLS {
            (words.export_too_large)(cells, MAX_EXPORTED_CELLS)
        } else {
            (words.export_lead)(content.accounts.len(), content.registries.len())
        },
        max_cells: MAX_EXPORTED_CELLS,
        write: table_csv,
    };
    let list_export = Export {
        kind: "access-list",
        label: words.export_list,
        note: if cells > MAX_LISTED_CELLS {
            (words.export_list_too_large)(MAX_LISTED_CELLS)
        } else {
            words.export_list_lead.to_owned()
        },
        max_cells: MAX_LISTED_CELLS,
        write: list_csv,
    };
    let is_empty = content.accounts.is_empty() || content.registries.is_empty();
    let has_table = use_deferred();
    html! {
        <>
            { toolbar::toolbar(view, &query, [content.accounts.len(), content.registries.len()], &request, text) }
            if is_empty {
                <div class="empty">
                    { icon("search") }
                    <p>{ words.nothing }</p>
                    // The link goes, and would take the focus along.
                    <a
                        class="button"
                        href={AccessQuery::default().href()}
                        onclick={|_: MouseEvent| dom::focus(toolbar::FIRST_FILTER)}
                    >
                        { words.clear }
                    </a>
                </div>
            } else {
                { toolbar::legend(text) }
                { toolbar::pages(&grid) }
                if has_table {
                    { grid.table(&rendered_rows, &events) }
                }
            }
            if has_table {
                if let Some(cell) = open_cell {
                    { detail::detail(view, cell, &close, text) }
                }
                <div class="section exports">
                    { export(&table_export) }
                    { export(&list_export) }
                </div>
                <p class="problem" role="alert">{ if *has_failed { words.export_failed } else { "" } }</p>
            }
        </>
    }
}

/// A form in which the filtered table is exported.
struct Export {
    /// The word for the file's name.
    kind: &'static str,
    label: &'static str,
    note: String,
    max_cells: usize,
    write: fn(&ViewRef, &Matrix, &TableContent, &Store) -> String,
}

/// The table as CSV, with all pages and each account once.
fn table_csv(view: &ViewRef, matrix: &Matrix, content: &TableContent, _: &Store) -> String {
    let registries = content.registries.iter().filter_map(|index| view.registries.get(*index));
    let registries: Vec<&Registry> = registries.map(|registry_view| &*registry_view.registry).collect();
    let lines = content.accounts.iter().filter_map(|account| {
        let roles = content.registries.iter().map(|registry| matrix.role(*registry, *account));
        Some((view.account_at(*account)?, roles.collect()))
    });
    access::write(&registries, lines)
}

/// The cells with a sufficient role as CSV, one line for each source of the role.
fn list_csv(view: &ViewRef, matrix: &Matrix, content: &TableContent, store: &Store) -> String {
    let times = store.grant_times();
    let cells = content.accounts.iter().flat_map(|account| {
        let shown = content.registries.iter();
        let shown = shown.filter(|registry| content.is_role_sufficient(matrix.role(**registry, *account)));
        shown.filter_map(|registry| Some((view.account_at(*account)?, &*view.registries.get(*registry)?.registry)))
    });
    access::write_list(view, cells, |account, registry, grant| times.since(account, registry, grant))
}
