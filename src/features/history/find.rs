//! Finding the records of a query.

use search::{Filter, filter_text};
use workspace::{History, HistoryEntry, Outcome, What};

use crate::i18n::Catalog;
use crate::platform::clock;
use crate::routes::history::{HistoryQuery, Kind};
use crate::widgets::history::line::line;

/// The positions of the matching records, the newest first.
pub fn find(history: &History<'_>, query: &HistoryQuery, text: &Catalog) -> Vec<usize> {
    let from = clock::start_of_day(&query.from, 0).unwrap_or(i64::MIN);
    let end = clock::start_of_day(&query.to, 1).unwrap_or(i64::MAX);
    let filter = Filter::of(&query.find);
    let subjects = query.subjects();
    let matches = |entry: &HistoryEntry<'_>| {
        if !is_of_kind(entry, query.kind) || entry.at < from || entry.at >= end {
            return false;
        }
        if !subjects.iter().skip(1).all(|about| history.is_about(entry, about)) {
            return false;
        }
        filter.is_empty() || {
            let line = line(history, entry, text);
            let text = filter_text(&format!("{} {}", line.author, crate::i18n::prose::plain(&line.sentence)));
            filter.matches(std::iter::once(text.as_str()))
        }
    };
    let position = |entry: HistoryEntry<'_>| entry.position;
    match subjects.first() {
        Some(about) => history.entries_about(about).filter(matches).map(position).collect(),
        None => history.entries().filter(matches).map(position).collect(),
    }
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
