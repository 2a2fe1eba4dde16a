//! [`FaultyStore`]: a store that injects faults, for tests of code that uses storage.
//!
//! Run a scenario once over a [`FaultyStore`] without faults to count its calls, then once more for each call and each
//! [`Fault`]. The faults are worse than the known faults of browsers, so code that survives them survives browsers.

use std::cell::{Cell, RefCell};

use journal::{KeyValue, StorageError};

/// The kind of failure. A fault has no effect on calls that its variant does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// `set` fails with [`StorageError::Quota`], and nothing is stored.
    Quota,
    /// Any call fails with [`StorageError::Unavailable`], and does nothing.
    Blocked,
    /// `set` and `remove` report success, but do nothing.
    SilentLoss,
    /// `set` and `remove` succeed, but report [`StorageError::Unavailable`].
    FalseAlarm,
    /// `get` and `keys` return the state before the last `set` or `remove` of this store.
    StaleRead,
    /// `get` returns a part of the value or an altered value.
    Garbage,
}

impl Fault {
    /// All faults.
    pub const ALL: [Self; 6] =
        [Self::Quota, Self::Blocked, Self::SilentLoss, Self::FalseAlarm, Self::StaleRead, Self::Garbage];
}

/// The duration of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The fault affects one call.
    Once,
    /// The fault affects the call and all later calls.
    Onwards,
}

impl Span {
    /// Both durations.
    pub const ALL: [Self; 2] = [Self::Once, Self::Onwards];
}

/// A store that counts its calls and injects the faults of its script.
///
/// To let several tabs share one script, use `Rc<FaultyStore<_>>`.
#[derive(Debug, Default)]
pub struct FaultyStore<S> {
    inner: S,
    script: Vec<(Fault, usize, Span)>,
    calls: Cell<usize>,
    /// The key of the last write and its previous value.
    last_write: RefCell<Option<(String, Option<String>)>>,
}

impl<S: KeyValue> FaultyStore<S> {
    /// A store without faults.
    pub fn new(inner: S) -> Self {
        Self { inner, script: Vec::new(), calls: Cell::new(0), last_write: RefCell::new(None) }
    }

    /// Adds a fault to the script. `at` is the number of the call, counted from 0.
    ///
    /// If several faults affect a call, the first one in the script applies.
    #[must_use]
    pub fn with(mut self, fault: Fault, at: usize, span: Span) -> Self {
        self.script.push((fault, at, span));
        self
    }

    /// The number of calls so far, including failed calls.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    /// The underlying store, without faults.
    pub fn inner(&self) -> &S {
        &self.inner
    }

    /// Counts a call and returns its fault.
    fn next_fault(&self) -> Option<Fault> {
        let call = self.calls.replace(self.calls.get() + 1);
        self.script
            .iter()
            .find(|(_, at, span)| match span {
                Span::Once => call == *at,
                Span::Onwards => call >= *at,
            })
            .map(|(fault, ..)| *fault)
    }

    /// Performs a write under the fault.
    fn write(
        &self,
        key: &str,
        fault: Option<Fault>,
        write: impl FnOnce() -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        match fault {
            Some(Fault::Blocked) => return Err(StorageError::Unavailable),
            Some(Fault::SilentLoss) => return Ok(()),
            _ => {}
        }
        let before = self.inner.get(key)?;
        write()?;
        self.last_write.replace(Some((key.to_owned(), before)));
        if fault == Some(Fault::FalseAlarm) {
            return Err(StorageError::Unavailable);
        }
        Ok(())
    }
}

impl<S: KeyValue> KeyValue for FaultyStore<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.next_fault() {
            Some(Fault::Blocked) => Err(StorageError::Unavailable),
            Some(Fault::StaleRead) => match &*self.last_write.borrow() {
                Some((written, before)) if written == key => Ok(before.clone()),
                _ => self.inner.get(key),
            },
            Some(Fault::Garbage) => {
                let value = self.inner.get(key)?;
                Ok(value.map(|text| mangled(&text, self.calls())))
            }
            _ => self.inner.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        match self.next_fault() {
            Some(Fault::Quota) => Err(StorageError::Quota),
            fault => self.write(key, fault, || self.inner.set(key, value)),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let fault = self.next_fault();
        self.write(key, fault, || self.inner.remove(key))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let fault = self.next_fault();
        if fault == Some(Fault::Blocked) {
            return Err(StorageError::Unavailable);
        }
        let mut keys = self.inner.keys(prefix)?;
        if fault == Some(Fault::StaleRead)
            && let Some((written, before)) = &*self.last_write.borrow()
            && written.starts_with(prefix)
        {
            keys.retain(|key| key != written);
            keys.extend(before.as_ref().map(|_| written.clone()));
        }
        Ok(keys)
    }
}

/// A text that differs from the original, unless the original is empty.
fn mangled(text: &str, variant: usize) -> String {
    let half = text.chars().count() / 2;
    match variant % 3 {
        0 => text.chars().take(half).collect(),
        1 => text.chars().skip(half + 1).collect(),
        _ => {
            let swap = |letter| if letter == '?' { '!' } else { '?' };
            text.chars().enumerate().map(|(place, letter)| if place == half { swap(letter) } else { letter }).collect()
        }
    }
}
