//! [`FaultyStore`]: a store that fails on cue, for tests of everything that stands on storage.
//!
//! Compiled with the feature `testing` only. Run a scenario once over a healthy [`FaultyStore`] to learn how many calls
//! it makes, then once more for each call and each [`Fault`]. It knows nothing of records, so it can also fail in ways
//! that no browser was seen to; what survives it survives them.

use std::cell::{Cell, RefCell};

use journal::{KeyValue, StorageError};

/// What goes wrong. A fault that does not concern the call that it falls on has no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// `set` fails with [`StorageError::Quota`], and nothing is stored.
    Quota,
    /// Any call fails with [`StorageError::Unavailable`], and does nothing.
    Blocked,
    /// `set` and `remove` claim success and do nothing.
    SilentLoss,
    /// `set` and `remove` do what they should and report [`StorageError::Unavailable`].
    FalseAlarm,
    /// `get` and `keys` answer as they would have before the last `set` or `remove` that came through this store.
    StaleRead,
    /// `get` gives a part of the value, or gives it altered.
    Garbage,
}

impl Fault {
    /// Every fault there is.
    pub const ALL: [Self; 6] =
        [Self::Quota, Self::Blocked, Self::SilentLoss, Self::FalseAlarm, Self::StaleRead, Self::Garbage];
}

/// For how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// That one call.
    Once,
    /// That call and all that follow.
    Onwards,
}

impl Span {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Once, Self::Onwards];
}

/// A store that counts its calls and fails where its script says so.
///
/// To let several tabs meet the same script, share it as `Rc<FaultyStore<_>>`.
#[derive(Debug, Default)]
pub struct FaultyStore<S> {
    inner: S,
    script: Vec<(Fault, usize, Span)>,
    calls: Cell<usize>,
    /// The key of the last write, and what was there before it.
    undo: RefCell<Option<(String, Option<String>)>>,
}

impl<S: KeyValue> FaultyStore<S> {
    /// A store that only counts.
    pub fn new(inner: S) -> Self {
        Self { inner, script: Vec::new(), calls: Cell::new(0), undo: RefCell::new(None) }
    }

    /// Adds a line to the script: `fault` strikes at the call with this number, counted from 0.
    ///
    /// Where lines meet on one call, the first that was added counts.
    #[must_use]
    pub fn with(mut self, fault: Fault, at: usize, span: Span) -> Self {
        self.script.push((fault, at, span));
        self
    }

    /// How many calls there were so far, including those that failed.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    /// The store below, which never fails on cue.
    pub fn inner(&self) -> &S {
        &self.inner
    }

    /// Counts a call, and tells what strikes it.
    fn strike(&self) -> Option<Fault> {
        let call = self.calls.replace(self.calls.get() + 1);
        self.script
            .iter()
            .find(|(_, at, span)| match span {
                Span::Once => call == *at,
                Span::Onwards => call >= *at,
            })
            .map(|(fault, ..)| *fault)
    }

    /// Carries out a write, as far as the fault lets it.
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
        self.undo.replace(Some((key.to_owned(), before)));
        if fault == Some(Fault::FalseAlarm) {
            return Err(StorageError::Unavailable);
        }
        Ok(())
    }
}

impl<S: KeyValue> KeyValue for FaultyStore<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.strike() {
            Some(Fault::Blocked) => Err(StorageError::Unavailable),
            Some(Fault::StaleRead) => match &*self.undo.borrow() {
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
        match self.strike() {
            Some(Fault::Quota) => Err(StorageError::Quota),
            fault => self.write(key, fault, || self.inner.set(key, value)),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let fault = self.strike();
        self.write(key, fault, || self.inner.remove(key))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let fault = self.strike();
        if fault == Some(Fault::Blocked) {
            return Err(StorageError::Unavailable);
        }
        let mut keys = self.inner.keys(prefix)?;
        if fault == Some(Fault::StaleRead)
            && let Some((written, before)) = &*self.undo.borrow()
            && written.starts_with(prefix)
        {
            keys.retain(|key| key != written);
            keys.extend(before.as_ref().map(|_| written.clone()));
        }
        Ok(keys)
    }
}

/// Never the text itself, unless that is empty.
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
