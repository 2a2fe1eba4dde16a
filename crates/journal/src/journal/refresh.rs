//! How a journal comes to know what is stored: at first when it opens, and later whenever other tabs have written.
//!
//! Everything is read here, and nothing is written. What the storage says is taken as it is; what it means for the
//! state that was folded from the records is left to whoever folded them, with a [`Change`] as a hint.

use std::collections::BTreeSet;

use super::Journal;
use crate::id::{RecordId, id_of_key};
use crate::key_value::{KeyValue, StorageError};
use crate::record::Record;
use crate::recovery::{Unreadable, gaps, interpret};

/// What [`Journal::refresh`] did to [`Journal::records`]. The
/// [`Findings`](crate::Findings) may have changed in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The records are as they were.
    Nothing,
    /// The last so many are new, and those before are as they were: fold on.
    Appended(usize),
    /// Anything may be different: fold again from the start.
    Rewritten,
}

impl<S: KeyValue> Journal<S> {
    /// Catches up with the storage: takes in what is new, drops what vanished, and rereads the `touched` keys, which
    /// may hold something else than they did. Keys that are not of this log are passed over.
    ///
    /// A record is dropped only when it is neither listed nor found.
    ///
    /// # Errors
    /// When the storage cannot be read. The journal is then as it was.
    pub fn refresh(&mut self, touched: &[String]) -> Result<Change, StorageError> {
        let answers = self.ask(touched)?;
        Ok(self.take_in(answers))
    }

    /// What the storage says about every key of which the journal may not know the value.
    fn ask(&self, touched: &[String]) -> Result<Vec<(String, Option<String>)>, StorageError> {
        let listed = BTreeSet::from_iter(self.storage.keys(&self.prefix)?);
        let mut doubtful: BTreeSet<&String> = self.keys.symmetric_difference(&listed).collect();
        doubtful.extend(touched.iter().filter(|key| key.starts_with(&self.prefix)));
        doubtful.into_iter().map(|key| Ok((key.clone(), self.storage.get(key)?))).collect()
    }

    fn take_in(&mut self, answers: Vec<(String, Option<String>)>) -> Change {
        let mut found = Vec::new();
        let mut gone = BTreeSet::new();
        let mut stirred = false;
        for (key, text) in answers {
            let value = text.map(|text| interpret(&self.prefix, &key, text));
            if self.knows(&key, value.as_ref()) {
                continue;
            }
            stirred = true;
            if self.keys.remove(key.as_str()) {
                self.findings.forget(&key);
                if let Some(id) = id_of_key(&self.prefix, &key) {
                    gone.insert(id);
                }
            }
            match value {
                None => continue,
                Some(Ok(record)) => found.push(record),
                Some(Err(unreadable)) => self.findings.keep(unreadable),
            }
            self.keys.insert(key);
        }
        let change = self.replace(&gone, found);
        if stirred {
            self.survey();
        }
        change
    }

    /// Whether this answer of the storage is what the journal holds already.
    fn knows(&self, key: &str, value: Option<&Result<Record, Unreadable>>) -> bool {
        match value {
            None => !self.keys.contains(key),
            _ if !self.keys.contains(key) => false,
            Some(Ok(record)) => self.records.contains(record),
            Some(Err(unreadable)) => self.findings.contains(unreadable),
        }
    }

    /// Drops the records that are `gone`, then puts in those that were `found`.
    fn replace(&mut self, gone: &BTreeSet<RecordId>, mut found: Vec<Record>) -> Change {
        let before = self.records.len();
        if !gone.is_empty() {
            self.records.retain(|record| !gone.contains(&record.id));
        }
        let count = found.len();
        found.sort_unstable_by_key(Record::place);
        let in_order = self.records.last().map(Record::place) < found.first().map(Record::place);
        let change = if self.records.len() < before || (count > 0 && !in_order) {
            Change::Rewritten
        } else if count > 0 {
            Change::Appended(count)
        } else {
            Change::Nothing
        };

        if change == Change::Rewritten {
            self.records.append(&mut found);
            self.records.sort_by_key(Record::place);
            self.heads = self.records.iter().collect();
        } else {
            found.iter().for_each(|record| self.heads.advance(record));
            self.records.append(&mut found);
        }
        change
    }

    /// Looks for what is missing, and keeps the next record clear of every clock and number in use.
    fn survey(&mut self) {
        self.surveys += 1;
        if let Some(last) = self.records.last() {
            self.clock = self.clock.max(last.clock);
        }
        let present = self.keys.iter().filter_map(|key| id_of_key(&self.prefix, key));
        let named = self.records.iter().flat_map(|record| &record.after).copied();
        let given_out = self.next.checked_sub(1).map(|n| RecordId { writer: self.writer, n });
        let mut known: Vec<(RecordId, bool)> = present.map(|id| (id, true)).collect();
        known.extend(named.chain(given_out).map(|id| (id, false)));
        known.sort_unstable();
        let own = known.iter().rev().find(|(id, _)| id.writer == self.writer);
        self.next = own.map_or(self.next, |(id, _)| id.n + 1);
        self.findings.missing = gaps(&known);
    }
}
