//! Access: who has which role in which registry, as one table. It shows a part of it at a time, so that it stays quick with
//! thousands of people and registries; what is shown, and how, stands in the address.

mod detail;
mod grid;
pub mod keys;
pub mod matrix;
pub mod query;
mod roster;
pub mod text;
mod toolbar;

use std::rc::Rc;

use interchange::access;
use yew::prelude::*;

use self::grid::Grid;
use self::matrix::{Matrix, Part, Shown};
use self::query::AccessQuery;
use self::roster::{Roster, entries, shown};
use self::text::AccessText;
use crate::page::use_page;
use crate::platform::{dom, file, history};
use crate::routes::use_query;
use crate::state::ViewRef;
use crate::ui::icon;
use crate::ui::soon::use_soon;
use crate::widgets::head::Head;

/// As many rows and registries as are drawn at once: with more, people would notice how long it takes.
const ROWS: usize = 24;

const COLUMNS: usize = 12;

/// As many cells as a file holds: more would take seconds, and no spreadsheet opens it gladly.
const EXPORTED: usize = 1_000_000;

/// The id of the text that says what is exported, or why nothing is.
const EXPORT_NOTE: &str = "access-export-note";

/// The id of the cell that the Tab key leads to as long as nobody was anywhere else.
const FIRST_CELL: &str = "cell-0-0";

/// The organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization.
    pub view: ViewRef,
}

/// The page: first its head, then what is shown and how it is narrowed down, then the table. Each is drawn in a task of its
/// own, since what a browser runs for the first time takes it so long that all of it would hold people up.
#[component]
pub fn Access(props: &Props) -> Html {
    let words = AccessText::of(use_page().language);
    let has_roles = use_soon();
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

/// The table, what it is narrowed down with, and what is open of it.
#[component]
fn Roles(props: &RolesProps) -> Html {
    let page = use_page();
    let (text, view, language) = (page.text(), &props.view, page.language);
    let words = AccessText::of(text.language);
    let asked = use_query::<AccessQuery>();
    // What is typed is shown at once; the address follows. An address that changes by itself, by Back, is followed.
    let query = use_state_eq(|| asked.clone());
    use_effect_with(asked, {
        let query = query.setter();
        move |asked| query.set(asked.clone())
    });
    let matrix = use_memo(view.clone(), |view| Matrix::of(view.clone()));
    // As long as nothing is asked for, only what is drawn is put in order: of thousands that takes a tenth of the time.
    let most = if query.is_usual() { ROWS.max(COLUMNS) } else { usize::MAX };
    let roster = use_memo((view.clone(), language, most), |(view, language, most)| Roster::of(view, *language, *most));
    let sought = [&query.who, &query.registries].map(|sought| !sought.trim().is_empty());
    let entries = use_memo((view.clone(), sought), |(view, sought)| entries(view, *sought));
    let shown: Rc<Shown> = use_memo((view.clone(), language, most, query.first_page()), |(view, .., query)| {
        shown(view, &matrix, &roster, &entries, query)
    });
    // Whether the entry of the open cell in the history was made here: closing it then goes back.
    let is_pushed = use_mut_ref(|| false);
    let ask = {
        let (query, is_pushed) = (query.setter(), Rc::clone(&is_pushed));
        Callback::from(move |(next, instead): (AccessQuery, bool)| {
            let is_open = !next.open.is_empty();
            if !(is_open && instead) {
                is_pushed.replace(is_open);
            }
            let show = if instead { history::replace_throttled } else { history::push };
            show(&next.href());
            query.set(next);
        })
    };
    let rows = Part::of(query.rows, ROWS, shown.lines.len());
    let columns = Part::of(query.columns, COLUMNS, shown.registries.len());
    let opened = query.opened(view);
    let close = {
        let (query, ask, is_pushed) = (query.clone(), ask.clone(), Rc::clone(&is_pushed));
        Callback::from(move |()| {
            if is_pushed.replace(false) {
                history::back();
            } else {
                ask.emit((query.closed(), true));
            }
        })
    };
    let grid =
        Grid { view, text, matrix: &matrix, teams: &roster.teams, shown: &shown, query: &query, rows, columns, opened };
    let drawn = grid.rows();
    let stop = use_mut_ref(|| (None, FIRST_CELL.to_owned()));
    let events = grid::Events::of(&grid, &drawn, &ask, &close, &stop);
    let open_cell = opened.and_then(|cell| grid.cell_of(&drawn, cell));
    let tab_stop = Rc::clone(&stop);
    use_effect_with(open_cell, move |cell| {
        if let Some(cell) = cell {
            tab_stop.borrow_mut().1 = keys::id_of(*cell);
        }
    });
    let open = query.open.clone();
    let was_open = use_mut_ref(|| open.clone());
    let tab_stop = Rc::clone(&stop);
    use_effect_with(open, move |open| {
        let before = was_open.replace(open.clone());
        if !open.is_empty() && before != *open {
            dom::focus(detail::TITLE);
        } else if !before.is_empty() && open.is_empty() && !dom::has_focus() {
            let id = tab_stop.borrow().1.clone();
            dom::focus(&id);
        }
    });
    // Of all cells the Tab key leads to one; which one is no matter of what is drawn.
    use_effect(move || {
        let (element, id) = &mut *stop.borrow_mut();
        dom::move_tab_stop(element, &[id, FIRST_CELL]);
    });
    let failed = use_state_eq(|| false);
    let cells = shown.places.len() * shown.registries.len();
    let export = {
        let (view, query, failed) = (view.clone(), query.first_page(), failed.setter());
        let (matrix, entries) = (Rc::clone(&matrix), Rc::clone(&entries));
        Callback::from(move |_: MouseEvent| {
            if cells <= EXPORTED {
                let all = roster::shown(&view, &matrix, &Roster::of(&view, language, usize::MAX), &entries, &query);
                let is_downloaded = file::download("registrar-access.csv", &table(&view, &matrix, &all)).is_ok();
                failed.set(!is_downloaded);
            }
        })
    };
    let note = if cells > EXPORTED {
        (words.export_too_large)(cells, EXPORTED)
    } else {
        (words.export_lead)(shown.places.len(), shown.registries.len())
    };
    let is_empty = shown.places.is_empty() || shown.registries.is_empty();
    let has_table = use_soon();
    html! {
        <>
            { toolbar::toolbar(view, &query, [shown.places.len(), shown.registries.len()], &ask, text) }
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
                    { grid.table(&drawn, &events) }
                }
            }
            if has_table {
                if let Some(cell) = opened {
                    { detail::detail(view, cell, &close, text) }
                }
                <div class="section button-row">
                    <button
                        type="button"
                        class="button"
                        aria-disabled={(cells > EXPORTED).then_some("true")}
                        aria-describedby={EXPORT_NOTE}
                        onclick={export}
                    >
                        { icon("download") }{ words.export }
                    </button>
                    <p class="muted small" id={EXPORT_NOTE}>{ note }</p>
                </div>
                <p class="problem" role="alert">{ if *failed { words.export_failed } else { "" } }</p>
            }
        </>
    }
}

/// The table as a file: every account once, on whatever page it is shown.
fn table(view: &ViewRef, matrix: &Matrix, shown: &Shown) -> String {
    let registries = shown.registries.iter().filter_map(|at| view.registries.get(*at));
    let names: Vec<&str> = registries.map(|seen| seen.registry.name().as_str()).collect();
    let lines = shown.places.iter().filter_map(|place| {
        let roles = shown.registries.iter().map(|registry| matrix.role(*registry, *place));
        Some((view.placed(*place)?, roles.collect()))
    });
    access::write(&names, lines)
}
