//! The methods that read the log: its history, the organization as of a moment, and the changes between two moments.

pub mod changes;

use std::rc::Rc;

use domain::{Id, Missing, RegistryId, VersionRef, View};
use js_sys::{Date, Object};
use wasm_bindgen::JsValue;
use workspace::{About, HistoryEntry, Outcome, UndoRefusal, What};

use super::error::Answer;
use super::javascript::to_js;
use super::method::add_method;
use super::types::argument::{HistoryOf, Moment as Written};
use super::types::history as of_log;
use super::types::problem::{Failure, Malformation};
use super::{Api, answer, call, may_in, names, recorded, standing_in, undo};
use crate::state::{Moment, ViewRef};

/// The default number of entries that `history` returns.
const DEFAULT_LIMIT: f64 = 100.0;
/// The largest number of entries that `history` returns.
const MAX_LIMIT: f64 = 10_000.0;

/// `history(of)`.
pub fn history(api: &Api, of: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let view = api.view()?;
    let of: HistoryOf = if of.is_undefined() { HistoryOf::default() } else { call::argument(&api.copier, of)? };
    let limit = limit(of.limit.unwrap_or(DEFAULT_LIMIT))?;
    let filter = Filter {
        subjects: [
            of.registry.map(|text| About::Registry(registry_of(&view, &text))),
            of.account.map(|text| About::Account(account_of(&view, &text))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        from: of.from.map(|moment| self::moment(moment, "argument.from")).transpose()?,
        to: of.to.map(|moment| self::moment(moment, "argument.to")).transpose()?,
    };
    let before = of.before.map(|text| undo::record(&text.into())).transpose()?;
    let read = |history: &workspace::History<'_>| {
        let positions = |moment: Moment| match moment {
            Moment::After(record) => history.position(record).map(|position| (position, i64::MIN)),
            Moment::At(at) => Some((0, at)),
        };
        let missing = || Failure::not_undone(&UndoRefusal::Missing);
        let from = filter.from.map(|moment| positions(moment).ok_or_else(missing)).transpose()?;
        let to = match filter.to {
            Some(Moment::After(record)) => Some((history.position(record).ok_or_else(missing)?, i64::MAX)),
            Some(Moment::At(at)) => Some((usize::MAX, at)),
            None => None,
        };
        let end = before.map(|record| history.position(record).ok_or_else(missing)).transpose()?;
        let is_wanted = |entry: &HistoryEntry<'_>| {
            end.is_none_or(|end| entry.position < end)
                && from.is_none_or(|(position, at)| entry.position >= position && entry.at >= at)
                && to.is_none_or(|(position, at)| entry.position <= position && entry.at <= at)
                && filter.subjects.iter().skip(1).all(|about| history.is_about(entry, about))
        };
        let entries: Vec<HistoryEntry<'_>> = match filter.subjects.first() {
            Some(about) => history.entries_about(about).filter(is_wanted).take(limit).collect(),
            None => history.entries().filter(is_wanted).take(limit).collect(),
        };
        let entries: Vec<_> = entries.iter().map(|entry| written(&view, history, entry)).collect();
        Ok(to_js(&entries))
    };
    api.store.read_history(read).unwrap_or_else(|| Err(Failure::missing(Missing::Actor)))
}

/// The number of entries to return.
fn limit(given: f64) -> Answer<usize> {
    if given.fract() != 0.0 || !(1.0..=MAX_LIMIT).contains(&given) {
        return Err(Failure::malformed(Malformation::UnknownValue, "argument.limit", "a whole number from 1 to 10000"));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a whole number from 1 to 10000")]
    Ok(given as usize)
}

/// The limits of `history`.
struct Filter {
    /// All that a record has to be about.
    subjects: Vec<About>,
    from: Option<Moment>,
    to: Option<Moment>,
}

/// A registry by its reference, or one that is gone by its id.
fn registry_of(view: &View, text: &str) -> RegistryId {
    let found = names::registry(view.lookup(), text).map(|registry| registry.id().clone());
    found.unwrap_or_else(|| RegistryId(Id::from_text(text)))
}

/// An account by its reference, or one that is gone by its id.
fn account_of(view: &View, text: &str) -> Id {
    names::account(view.lookup(), text).map_or_else(|| Id::from_text(text), |account| account.id().clone())
}

fn written<'a>(view: &'a View, history: &workspace::History<'a>, entry: &HistoryEntry<'a>) -> of_log::HistoryEntry<'a> {
    let (kind, actions, records, name) = match &entry.what {
        What::Founding(_) => (of_log::RecordKind::Founding, Vec::new(), Vec::new(), None),
        What::Actions(actions) => {
            let sees = |version: &VersionRef| history.sees_version(version);
            let actions = actions.iter().map(|(_, action)| recorded::written(action, sees)).collect();
            (of_log::RecordKind::Actions, actions, Vec::new(), None)
        }
        What::Undo { records, is_redo } => {
            let kind = if *is_redo { of_log::RecordKind::Redo } else { of_log::RecordKind::Undo };
            (kind, Vec::new(), records.iter().map(ToString::to_string).collect(), None)
        }
        What::Checkpoint(name) => (of_log::RecordKind::Checkpoint, Vec::new(), Vec::new(), Some(name.as_str())),
        What::NotUnderstood => (of_log::RecordKind::Unknown, Vec::new(), Vec::new(), None),
    };
    let (outcome, undone_by, error) = match entry.outcome {
        Outcome::Applied => (of_log::RecordOutcome::Applied, None, None),
        Outcome::Undone(by) => (of_log::RecordOutcome::Undone, Some(by.to_string()), None),
        Outcome::Overtaken(_) => {
            let error = history.refusal(entry).map(|refusal| Failure::refused(view, refusal));
            (of_log::RecordOutcome::Overtaken, None, error)
        }
        Outcome::NotUndone(_) => {
            let error = history.undo_refusal(entry).map(|refusal| Failure::not_undone(&refusal));
            (of_log::RecordOutcome::Overtaken, None, error)
        }
        Outcome::NotUnderstood => (of_log::RecordOutcome::Unknown, None, None),
    };
    of_log::HistoryEntry {
        record: entry.record.to_string(),
        at: answer::time(entry.at),
        by: recorded::author(view, entry.by),
        via: entry.via,
        kind,
        actions,
        records,
        name,
        outcome,
        undone_by,
        error,
    }
}

/// `checkpoints()`.
pub fn checkpoints(api: &Api, _: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let view = api.view()?;
    let read = |history: &workspace::History<'_>| {
        let applied = history.entries().filter(|entry| *entry.outcome == Outcome::Applied);
        let named = applied.filter_map(|entry| match entry.what {
            What::Checkpoint(name) => Some(of_log::Checkpoint {
                record: entry.record.to_string(),
                name: name.as_str(),
                at: answer::time(entry.at),
                by: recorded::author(&view, entry.by),
            }),
            What::Founding(_) | What::Actions(_) | What::Undo { .. } | What::NotUnderstood => None,
        });
        to_js(&named.collect::<Vec<_>>())
    };
    api.store.read_history(read).ok_or_else(|| Failure::missing(Missing::Actor))
}

/// A point in the log, as a script gives it.
fn moment(written: Written, at: &str) -> Answer<Moment> {
    let malformed = || {
        let expected = "a time in milliseconds or in ISO 8601 form, or the name of a record";
        Failure::malformed(Malformation::UnknownValue, at, expected)
    };
    match written {
        Written::Text(text) => Moment::parse(&text).ok_or_else(malformed),
        Written::Number(time) if time.is_nan() => Err(malformed()),
        #[expect(clippy::cast_possible_truncation, reason = "times beyond the range are before or after everything")]
        Written::Number(time) => Ok(Moment::At(time.floor() as i64)),
    }
}

/// The number of records up to a moment.
fn count_at(api: &Api, moment: Moment) -> Answer<usize> {
    let is_visible = match moment {
        Moment::At(_) => true,
        Moment::After(record) => {
            let sees = |history: &workspace::History<'_>| {
                history.position(record).is_some_and(|position| history.is_visible(position))
            };
            api.store.read_history(sees) == Some(true)
        }
    };
    let count = api.store.count_at(moment).filter(|_| is_visible);
    count.ok_or_else(|| Failure::not_undone(&UndoRefusal::Missing))
}

/// `at(moment)`.
pub fn at(api: &Api, moment: &JsValue, _: &JsValue) -> Answer<JsValue> {
    let now = api.view()?;
    let written = if let Some(number) = moment.as_f64() {
        Written::Number(number)
    } else if let Some(time) = date(moment) {
        Written::Number(time)
    } else {
        Written::Text(call::text(moment, "argument", super::copy::MAX_CALL_LENGTH)?)
    };
    let count = count_at(api, self::moment(written, "argument")?)?;
    let then = api.store.view_after(count, &now.account).ok_or_else(Failure::no_organization)?;
    let then = then.ok_or_else(|| Failure::missing(Missing::Actor))?;
    reader(then).map_err(|_| Failure::crashed())
}

/// The time of a `Date`.
fn date(value: &JsValue) -> Option<f64> {
    use wasm_bindgen::JsCast as _;
    value.dyn_ref::<Date>().map(Date::get_time)
}

/// The object that reads a view. It never changes.
fn reader(view: ViewRef) -> Result<JsValue, JsValue> {
    let object = Object::new();
    let copier = Rc::new(super::copy::Copier::new()?);
    add_method(&object, "view", {
        let view = view.clone();
        move |_, _| Ok(to_js(&answer::view(&view)))
    })?;
    add_method(&object, "standing", {
        let (view, copier) = (view.clone(), Rc::clone(&copier));
        move |of, _| standing_in(&copier, &view, of)
    })?;
    add_method(&object, "may", move |permission, of| may_in(&copier, || Ok(view.clone()), permission, of))?;
    Ok(Object::freeze(&object).into())
}
