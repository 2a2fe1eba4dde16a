//! The exports of the filtered table: as a table, and as a list with a line for each source of a role.

use std::rc::Rc;

use domain::Registry;
use interchange::{access, file_name};
use search::Entry;
use yew::prelude::*;

use super::matrix::{Matrix, TableContent};
use super::query::AccessQuery;
use super::roster::{Roster, table_content};
use super::text::AccessText;
use crate::page::Page;
use crate::platform::{clock, file};
use crate::state::{Store, ViewRef};
use crate::ui::icon;

/// The limit of cells in a file. More would take seconds, and spreadsheets barely open it.
const MAX_EXPORTED_CELLS: usize = 1_000_000;

/// The limit of cells for a list, where a cell has a line for each source of its role.
const MAX_LISTED_CELLS: usize = 250_000;

/// The data of the exports.
pub struct Exports<'a> {
    pub page: &'a Page,
    pub view: &'a ViewRef,
    pub matrix: &'a Rc<Matrix>,
    pub entries: &'a Rc<[Vec<Entry>; 2]>,
    pub content: &'a TableContent,
    pub query: &'a AccessQuery,
}

/// An export.
struct Export {
    /// The word for the file's name.
    kind: &'static str,
    label: &'static str,
    note: String,
    is_too_large: bool,
    write: fn(&ViewRef, &Matrix, &TableContent, &Store) -> String,
}

impl Exports<'_> {
    fn words(&self) -> &'static AccessText {
        AccessText::of(self.page.language)
    }

    fn cells(&self) -> usize {
        self.content.accounts.len() * self.content.registries.len()
    }

    /// The button for the table.
    pub fn table(&self, has_failed: &UseStateHandle<bool>) -> Html {
        let (words, cells) = (self.words(), self.cells());
        let is_too_large = cells > MAX_EXPORTED_CELLS;
        let note = if is_too_large {
            (words.export_too_large)(cells, MAX_EXPORTED_CELLS)
        } else {
            (words.export_lead)(self.content.accounts.len(), self.content.registries.len())
        };
        self.button(Export { kind: "access", label: words.export, note, is_too_large, write: table_csv }, has_failed)
    }

    /// The button for the list.
    pub fn list(&self, has_failed: &UseStateHandle<bool>) -> Html {
        let words = self.words();
        let is_too_large = self.cells() > MAX_LISTED_CELLS;
        let note = if is_too_large {
            (words.export_list_too_large)(MAX_LISTED_CELLS)
        } else {
            words.export_list_lead.to_owned()
        };
        let export = Export { kind: "access-list", label: words.export_list, note, is_too_large, write: list_csv };
        self.button(export, has_failed)
    }

    fn button(&self, export: Export, has_failed: &UseStateHandle<bool>) -> Html {
        let Export { kind, label, note, is_too_large, write } = export;
        let (view, query, has_failed) = (self.view.clone(), self.query.first_page(), has_failed.setter());
        let (matrix, entries) = (Rc::clone(self.matrix), Rc::clone(self.entries));
        let (store, language) = (self.page.store.clone(), self.page.language);
        let onclick = move |_: MouseEvent| {
            if !is_too_large {
                let roster = Roster::of(&view, language, usize::MAX);
                let all = table_content(&view, &matrix, &roster, &entries, &query);
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
                    { icon("download") }{ label }
                </button>
                <p class="muted small" id={note_id}>{ note }</p>
            </div>
        }
    }
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
