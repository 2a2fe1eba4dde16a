//! Reads the storage into the journal: all keys when it opens, and later the changes of other tabs.
//!
//! This module never writes. The caller updates the state that was folded from the records, by the returned [`Change`].

use std::collections::{BTreeSet, HashSet};

use super::Journal;
use crate::id::{RecordId, parse_record_key, record_key};
use crate::key_value::{KeyValue, StorageError};
use crate::record::Record;
use crate::recovery::{Unreadable, find_gaps, read_value};

/// The effect of [`Journal::refresh`] on [`Journal::records`]. The [`Findings`](crate::Findings) may change in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The records are unchanged.
    Nothing,
    /// This number of records was added at the end. Continue the fold with them.
    Appended(usize),
    /// The records changed in another way. Repeat the fold from the start.
    Rewritten,
}

impl<S: KeyValue> Journal<S> {
    /// Synchronizes with the storage: adds new records, drops removed records, and rereads the `touched` keys, whose values
    /// may have changed. It ignores keys of other logs.
    ///
    /// A record is dropped only if its key is missing in the list of keys and has no value.
    ///
    /// # Errors
    /// If the storage cannot be read. The journal stays unchanged.
    pub fn refresh(&mut self, touched: &[String]) -> Result<Change, StorageError> {
        let values = self.read_changes(touched)?;
        self.lost.clear();
        self.dropped.clear();
        Ok(self.apply_values(values))
    }

    /// As [`Journal::refresh`], but keeps everything that storage has lost, and makes the journal read-only until it is back.
    ///
    /// A single removed record is no loss, except for the first one: its writer may have rolled it back. It is dropped, and
    /// reported as missing if other records refer to it. If others vanish later, it was a loss after all, and the record
    /// comes back: another program can remove records one by one, in any order.
    ///
    /// # Errors
    /// If the storage cannot be read. The journal stays unchanged.
    pub fn refresh_keeping(&mut self, touched: &[String]) -> Result<Change, StorageError> {
        let mut values = self.read_changes(touched)?;
        for (key, _) in values.iter().filter(|(_, text)| text.is_some()) {
            self.dropped.remove(key);
        }
        let is_removed = |(key, text): &(String, Option<String>)| text.is_none() && self.keys.contains(key);
        let removed: BTreeSet<String> =
            values.iter().filter(|value| is_removed(value)).map(|(key, _)| key.clone()).collect();
        if self.is_loss(&removed) {
            values.retain(|(key, _)| !removed.contains(key));
            self.lost = removed;
            self.lost.extend(self.dropped.keys().cloned());
            values.extend(std::mem::take(&mut self.dropped).into_iter().map(|(key, text)| (key, Some(text))));
            self.had_loss = true;
        } else {
            self.lost.clear();
            self.keep_dropped(&removed);
        }
        Ok(self.apply_values(values))
    }

    /// Keeps the records with these keys for the case that their removal is a loss.
    fn keep_dropped(&mut self, removed: &BTreeSet<String>) {
        // Most refreshes remove nothing, and formatting the keys of all records takes long.
        if removed.is_empty() {
            return;
        }
        let records = self.records.iter().map(|record| (record_key(self.workspace, record.id), record));
        let dropped = records.filter(|(key, _)| removed.contains(key));
        self.dropped.extend(dropped.map(|(key, record)| (key, record.encode())));
    }

    /// True if the removal of these keys is a loss: of several records, of the first one, without which the log is empty, or
    /// of any after an earlier loss, because the events of further removals can arrive after the records were put back.
    fn is_loss(&self, removed: &BTreeSet<String>) -> bool {
        let mut ids = removed.iter().filter_map(|key| parse_record_key(&self.prefix, key));
        let Some(id) = ids.next() else { return removed.iter().any(|key| self.lost.contains(key)) };
        let is_first = self.records.first().is_some_and(|record| record.id == id);
        is_first || self.had_loss || !self.dropped.is_empty() || ids.next().is_some()
    }

    /// Reads all new, removed and touched keys. A removed key has no value.
    fn read_changes(&self, touched: &[String]) -> Result<Vec<(String, Option<String>)>, StorageError> {
        let listed = self.storage.keys(&self.prefix)?;
        let mut changed: BTreeSet<&String> = listed.iter().filter(|key| !self.keys.contains(*key)).collect();
        // Every change lists the keys, and few changes remove any.
        if listed.len() < self.keys.len() + changed.len() {
            let listed: HashSet<&String> = listed.iter().collect();
            changed.extend(self.keys.iter().filter(|key| !listed.contains(key)));
        }
        changed.extend(touched.iter().filter(|key| key.starts_with(&self.prefix)));
        changed.into_iter().map(|key| Ok((key.clone(), self.storage.get(key)?))).collect()
    }

    fn apply_values(&mut self, values: Vec<(String, Option<String>)>) -> Change {
        let mut added = Vec::new();
        let mut removed = BTreeSet::new();
        let mut is_changed = false;
        for (key, text) in values {
            let value = text.map(|text| read_value(&self.prefix, &key, text));
            if self.is_known(&key, value.as_ref()) {
                continue;
            }
            is_changed = true;
            if self.keys.remove(key.as_str()) {
                self.findings.remove(&key);
                if let Some(id) = parse_record_key(&self.prefix, &key) {
                    removed.insert(id);
                }
            }
            match value {
                None => continue,
                Some(Ok(record)) => added.push(record),
                Some(Err(unreadable)) => self.findings.insert(unreadable),
            }
            self.keys.insert(key);
        }
        let change = self.update_records(&removed, added);
        if is_changed {
            self.update_counters_and_gaps();
        }
        change
    }

    /// Whether the journal already has this value.
    fn is_known(&self, key: &str, value: Option<&Result<Record, Unreadable>>) -> bool {
        match value {
            None => !self.keys.contains(key),
            _ if !self.keys.contains(key) => false,
            Some(Ok(record)) => self.records.contains(record),
            Some(Err(unreadable)) => self.findings.contains(unreadable),
        }
    }

    fn update_records(&mut self, removed: &BTreeSet<RecordId>, mut added: Vec<Record>) -> Change {
        let before = self.records.len();
        if !removed.is_empty() {
            self.records.retain(|record| !removed.contains(&record.id));
        }
        let count = added.len();
        added.sort_unstable_by_key(Record::order_key);
        let in_order = self.records.last().map(Record::order_key) < added.first().map(Record::order_key);
        let change = if self.records.len() < before || (count > 0 && !in_order) {
            Change::Rewritten
        } else if count > 0 {
            Change::Appended(count)
        } else {
            Change::Nothing
        };

        if change == Change::Rewritten {
            self.records.append(&mut added);
            self.records.sort_by_key(Record::order_key);
            self.heads = self.records.iter().collect();
        } else {
            added.iter().for_each(|record| self.heads.advance(record));
            self.records.append(&mut added);
        }
        change
    }

    /// Finds missing records, and raises the clock and the next number above all that are in use.
    fn update_counters_and_gaps(&mut self) {
        self.surveys += 1;
        if let Some(last) = self.records.last() {
            self.clock = self.clock.max(last.clock);
        }
        let present = self.keys.iter().filter_map(|key| parse_record_key(&self.prefix, key));
        let parents = self.records.iter().flat_map(|record| &record.after).copied();
        let last_own = self.next.checked_sub(1).map(|n| RecordId { writer: self.writer, n });
        let mut known: Vec<(RecordId, bool)> = present.map(|id| (id, true)).collect();
        known.extend(parents.chain(last_own).map(|id| (id, false)));
        known.sort_unstable();
        let own = known.iter().rev().find(|(id, _)| id.writer == self.writer);
        self.next = own.map_or(self.next, |(id, _)| id.n + 1);
        self.findings.missing = find_gaps(&known);
    }
}
