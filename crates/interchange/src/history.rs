//! The history as a table: one line for each record, in words.

use crate::access::time::utc;
use crate::csv::Writer;

/// A line of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryLine {
    /// The name of the record.
    pub record: String,
    /// When it was made: UTC milliseconds.
    pub at: i64,
    /// The shown name of the account that acted.
    pub by: String,
    /// The channel.
    pub via: String,
    /// The action, as a sentence.
    pub what: String,
    /// The value before, where it can be told.
    pub before: String,
    /// The value after.
    pub after: String,
    /// The outcome.
    pub outcome: String,
}

/// Writes the lines as CSV, with a header.
#[must_use]
pub fn write(lines: &[HistoryLine]) -> String {
    let mut writer = Writer::new();
    writer.write(["record", "time", "by", "via", "what", "before", "after", "outcome"]);
    for line in lines {
        let time = utc(line.at);
        writer.write([
            line.record.as_str(),
            &time,
            &line.by,
            &line.via,
            &line.what,
            &line.before,
            &line.after,
            &line.outcome,
        ]);
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_a_spreadsheet_would_calculate_are_texts() {
        let what = "=1+1, \"quoted\"".to_owned();
        let line =
            HistoryLine { record: "a.1".to_owned(), at: 0, by: "Ada".to_owned(), what, ..HistoryLine::default() };
        let text = write(&[line]);
        let mut lines = text.lines();
        assert!(lines.next().is_some_and(|header| header.ends_with("record,time,by,via,what,before,after,outcome")));
        assert!(
            lines.next().is_some_and(|line| line.starts_with("a.1,1970-01-01") && line.contains("'=1+1")),
            "{text}"
        );
    }
}
