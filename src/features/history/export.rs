//! The found records as files.

use interchange::history::{HistoryLine, write};
use serde_json::json;

use crate::i18n::Catalog;
use crate::i18n::prose::plain;
use crate::widgets::history::line::Line;
use crate::widgets::history::text::LineText;

/// As CSV.
pub fn csv(lines: &[Line], text: &Catalog) -> String {
    let words = LineText::of(text.language);
    let of = |line: &Line| {
        let [before, after] = line.change.clone().unwrap_or_default();
        HistoryLine {
            record: line.record.to_string(),
            at: line.at,
            by: line.author.clone(),
            via: line.via(words).to_owned(),
            what: plain(&line.sentence),
            before: plain(&before),
            after: plain(&after),
            outcome: line.state.name().to_owned(),
        }
    };
    write(&lines.iter().map(of).collect::<Vec<_>>())
}

/// As JSON.
pub fn json(lines: &[Line]) -> String {
    let of = |line: &Line| {
        let change = line.change.as_ref().map(|[before, after]| [plain(before), plain(after)]);
        json!({
            "record": line.record.to_string(),
            "at": line.at,
            "by": line.author,
            "via": line.via,
            "what": plain(&line.sentence),
            "change": change,
            "outcome": line.state.name(),
        })
    };
    let lines: Vec<_> = lines.iter().map(of).collect();
    serde_json::to_string_pretty(&lines).unwrap_or_default()
}
