//! Finding the records of a query.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::FoldKey;
use search::{Filter, filter_text};
use wasm_bindgen_futures::spawn_local;
use workspace::{History, HistoryEntry, Outcome, What};
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::i18n::prose::plain;
use crate::page::Page;
use crate::platform::clock::{self, Pace};
use crate::routes::history::{HistoryQuery, Kind};
use crate::state::Store;
use crate::widgets::history::line::{author, sentence};

/// How many actions the history takes in between two looks at the clock.
const SLICE: usize = 64;

/// A search for the records of a query, the newest first. It takes a while in a long log, so it goes on in several tasks.
struct Search {
    query: HistoryQuery,
    filter: Filter,
    /// The key of the last author. Many records in a row have the same one.
    author: Option<(Rc<str>, FoldKey)>,
    /// The positions that it has not looked at, once the history has taken in all records.
    rest: Option<Box<dyn Iterator<Item = usize>>>,
    found: Vec<usize>,
    is_done: bool,
}

impl Search {
    fn of(query: &HistoryQuery) -> Self {
        let filter = Filter::of(&query.find);
        Self { query: query.clone(), filter, author: None, rest: None, found: Vec::new(), is_done: false }
    }

    /// Goes on until it is done or has to make a pause. Without an acting account there is nothing to find.
    fn work(&mut self, store: &Store, text: &Catalog, is_pause: &dyn Fn() -> bool) {
        while !store.read_history_ahead(SLICE) {
            if is_pause() {
                return;
            }
        }
        let read = |history: &History<'_>| self.look(history, text, is_pause);
        self.is_done = store.read_history(read).unwrap_or(true);
    }

    /// Looks at records until there are none or it has to make a pause, and answers whether there are none.
    fn look(&mut self, history: &History<'_>, text: &Catalog, is_pause: &dyn Fn() -> bool) -> bool {
        let mut rest = self.rest.take().unwrap_or_else(|| match self.query.subjects().first() {
            Some(about) => Box::new(history.positions_about(about)),
            None => Box::new(history.positions().rev()),
        });
        let days = [(&self.query.from, 0), (&self.query.to, 1)];
        let [from, end] = days.map(|(day, days_later)| clock::start_of_day(day, days_later));
        let times = from.unwrap_or(i64::MIN)..end.unwrap_or(i64::MAX);
        let subjects = self.query.subjects();
        let kind = self.query.kind;
        let is_wanted = |entry: &HistoryEntry<'_>| {
            is_of_kind(entry, kind)
                && times.contains(&entry.at)
                && subjects.iter().all(|about| history.is_about(entry, about))
        };
        while let Some(position) = rest.next() {
            let entry = history.entry(position);
            if entry.is_some_and(|entry| is_wanted(&entry) && self.has_words(history, &entry, text)) {
                self.found.push(position);
            }
            if is_pause() {
                self.rest = Some(rest);
                return false;
            }
        }
        true
    }

    /// Whether the searched words are in the sentence of a record or in the name of its author.
    fn has_words(&mut self, history: &History<'_>, entry: &HistoryEntry<'_>, text: &Catalog) -> bool {
        if self.filter.is_empty() {
            return true;
        }
        let author = author(history, entry, text);
        let known = self.author.take().filter(|(name, _)| *name == author);
        let (_, author) = self.author.insert(known.unwrap_or_else(|| (Rc::clone(&author), filter_text(&author))));
        let sentence = filter_text(&plain(&sentence(history, entry, text)));
        self.filter.matches([author.as_str(), sentence.as_str()].into_iter())
    }
}

/// The records of a query, found at once or in the next tasks.
#[derive(Clone)]
pub struct Finding(Rc<RefCell<Search>>);

impl Finding {
    fn is_done(&self) -> bool {
        self.0.borrow().is_done
    }

    fn work(&self, store: &Store, text: &Catalog, is_pause: &dyn Fn() -> bool) {
        if !self.is_done() {
            self.0.borrow_mut().work(store, text, is_pause);
        }
    }

    /// The positions of all matching records, the newest first. The rest is found now.
    pub fn all(&self, store: &Store, text: &Catalog) -> Vec<usize> {
        self.work(store, text, &|| false);
        self.0.borrow().found.clone()
    }
}

/// The result of a search, or of the one before while it goes on.
pub struct Found {
    /// The positions of the matching records, the newest first. While the search goes on, those of the search before.
    pub positions: Rc<Vec<usize>>,
    pub is_searching: bool,
    pub finding: Finding,
}

/// Searches again when the query, the language or the log changes. What is printed is found at once.
#[hook]
pub fn use_found(page: &Page, query: &HistoryQuery, is_printing: bool) -> Found {
    let (store, text) = (page.store.clone(), page.text());
    // The page belongs to one workspace and account, and looking at another moment finds the same.
    let wanted = (page.model.stored, query.first_page(), page.language);
    let finding = use_memo(wanted.clone(), {
        let store = store.clone();
        move |(_, query, _)| {
            let (finding, pace) = (Finding(Rc::new(RefCell::new(Search::of(query)))), Pace::new());
            finding.work(&store, text, &|| pace.is_over());
            finding
        }
    });
    let update = use_force_update();
    use_effect_with(wanted, {
        let (finding, store) = (Finding::clone(&finding), store.clone());
        move |_| {
            let is_canceled = Rc::new(Cell::new(finding.is_done()));
            let canceled = Rc::clone(&is_canceled);
            spawn_local(async move {
                while !canceled.get() {
                    clock::yield_to_page().await;
                    let pace = Pace::new();
                    finding.work(&store, text, &|| pace.is_over() || canceled.get());
                    if finding.is_done() && !canceled.replace(true) {
                        update.force_update();
                    }
                }
            });
            move || is_canceled.set(true)
        }
    });
    if is_printing {
        finding.work(&store, text, &|| false);
    }
    let before = use_mut_ref(Rc::<Vec<usize>>::default);
    let is_searching = !finding.is_done();
    if !is_searching {
        *before.borrow_mut() = Rc::new(finding.0.borrow().found.clone());
    }
    Found { positions: Rc::clone(&before.borrow()), is_searching, finding: Finding::clone(&finding) }
}

fn is_of_kind(entry: &HistoryEntry<'_>, kind: Kind) -> bool {
    match kind {
        Kind::All => true,
        Kind::Changes => {
            *entry.outcome == Outcome::Applied && matches!(entry.what, What::Actions(_) | What::Founding(_))
        }
        Kind::Undone => matches!(entry.outcome, Outcome::Undone(_)),
        Kind::Overtaken => matches!(entry.outcome, Outcome::Overtaken(_) | Outcome::NotUndone(_)),
        Kind::Undo => matches!(entry.what, What::Undo { .. }),
        Kind::Checkpoints => matches!(entry.what, What::Checkpoint(_)),
    }
}
