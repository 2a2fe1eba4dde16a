//! The access page: the roles of all accounts in all registries as one table. The table is paged, so that it stays
//! fast with thousands of accounts and registries. The address holds the filters, the order and the page.

mod detail;
mod exports;
mod grid;
pub mod keys;
pub mod matrix;
pub mod query;
mod roster;
mod tab_stop;
pub mod text;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;

use self::exports::Exports;
use self::grid::Grid;
use self::matrix::{Matrix, TableContent};
use self::query::AccessQuery;
use self::roster::{Roster, entries, table_content};
use self::tab_stop::use_tab_stop;
use self::text::AccessText;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::use_live_query;
use crate::state::ViewRef;
use crate::ui::deferred::use_deferred;
use crate::ui::{PAGE_ROWS, PageRange, icon};
use crate::widgets::head::Head;

/// The number of rendered registries. Rendering more takes noticeably long.
const PAGE_COLUMNS: usize = 12;

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
    let rendered_open_cell = open_cell.and_then(|cell| grid.cell_of(&rendered_rows, cell));
    let tab_stop = use_tab_stop(&query.open, rendered_open_cell);
    let events = grid::GridEvents::of(&grid, &rendered_rows, &request, &close, &tab_stop);
    let has_failed = use_state_eq(|| false);
    let exports = Exports { page: &page, view, matrix: &matrix, entries: &entries, content: &content, query: &query };
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
                    { exports.table(&has_failed) }
                    { exports.list(&has_failed) }
                </div>
                <p class="problem" role="alert">{ if *has_failed { words.export_failed } else { "" } }</p>
            }
        </>
    }
}
