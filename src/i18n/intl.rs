//! Dates, numbers, lists and collation from the browser's `Intl`.

mod formatter;

use std::cmp::Ordering;

use itertools::Itertools;
use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use self::formatter::{Style, format, object};
use super::Language;

/// A timestamp as date and time in the reader's time zone.
#[must_use]
pub fn date_time(language: Language, millis: i64) -> String {
    moment(language, Style::DateTime, millis)
}

/// A timestamp as a date in the reader's time zone.
#[must_use]
pub fn date(language: Language, millis: i64) -> String {
    moment(language, Style::Date, millis)
}

/// A timestamp as a time of the day in the reader's time zone.
#[must_use]
pub fn time(language: Language, millis: i64) -> String {
    moment(language, Style::Time, millis)
}

/// A damaged record can hold a timestamp outside of the calendar. It is shown as a number.
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are exact for 285,000 years")]
fn moment(language: Language, style: Style, millis: i64) -> String {
    format(language, style, &(millis as f64).into()).unwrap_or_else(|| millis.to_string())
}

/// A number with the separators of the language.
#[must_use]
#[cfg(target_arch = "wasm32")]
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub fn number(language: Language, number: usize) -> String {
    format(language, Style::Number, &(number as f64).into()).unwrap_or_else(|| number.to_string())
}

/// A number as both languages write it, for tests without a browser.
#[must_use]
#[cfg(not(target_arch = "wasm32"))]
pub fn number(_: Language, number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The size of a file, in the unit that suits it.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a size is rounded to three digits")]
pub fn file_size(language: Language, bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kilobyte", "megabyte", "gigabyte", "terabyte"];
    let mut size = bytes as f64;
    let mut unit = "byte";
    for next in UNITS {
        if size < 1000.0 {
            break;
        }
        (size, unit) = (size / 1000.0, next);
    }
    format(language, Style::Size(unit), &size.into()).unwrap_or_else(|| bytes.to_string())
}

/// A list whose last item is joined by *and*.
#[must_use]
pub fn list(language: Language, items: &[String]) -> String {
    let texts: Array = items.iter().map(JsValue::from).collect();
    format(language, Style::List, &texts).unwrap_or_else(|| items.join(", "))
}

/// The first items, at most `limit`, in the collation order of their texts, with numeric collation.
pub fn first_by_text<T>(language: Language, items: Vec<T>, limit: usize, text: impl Fn(&T) -> &str) -> Vec<T> {
    let options = object(&[("numeric", JsValue::TRUE)]);
    let collator = js_sys::Intl::Collator::new(&Array::of1(&language.tag().into()), options.unchecked_ref());
    let compare = collator.compare();
    if limit >= items.len() {
        return all_by_text(&compare, items, text);
    }
    // All texts cross to the browser in one call, since a call for each costs more than the selection.
    let texts: Vec<&str> = items.iter().map(&text).collect();
    let texts = JsString::from(texts.join(SEPARATOR)).split(SEPARATOR);
    let in_order = |one: &JsValue, other: &JsValue| {
        let order = compare.call2(&JsValue::UNDEFINED, one, other).ok().and_then(|order| order.as_f64());
        order.and_then(|order| order.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    };
    // Texts that compare as equal keep the order of the items.
    (0_u32..)
        .map(|at| (texts.get(at), at))
        .zip(items)
        .k_smallest_by(limit, |((one, at), _), ((other, other_at), _)| in_order(one, other).then(at.cmp(other_at)))
        .map(|(_, item)| item)
        .collect()
}

/// Sorts all items. The texts cross to the browser as one string and are sorted there, in a fifth of the time that
/// one call for each comparison takes.
fn all_by_text<T>(compare: &Function, mut items: Vec<T>, text: impl Fn(&T) -> &str) -> Vec<T> {
    // Sorting nearly sorted texts takes the browser less time.
    items.sort_by(|one, other| text(one).cmp(text(other)));
    let texts: Vec<&str> = items.iter().map(&text).collect();
    let Some(texts) = sorted(compare, &texts.join(SEPARATOR)) else { return items };
    let mut taken = vec![0; items.len()];
    let mut positions = Vec::with_capacity(items.len());
    for wanted in texts.split(SEPARATOR) {
        let first = items.partition_point(|item| text(item) < wanted);
        // Items with equal texts are taken in their order, each once.
        if let Some(taken) = taken.get_mut(first) {
            positions.push(first + *taken);
            *taken += 1;
        }
    }
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let mut found: Vec<T> = positions.into_iter().filter_map(|position| items.get_mut(position)?.take()).collect();
    found.extend(items.into_iter().flatten());
    found
}

/// A character that no name contains.
const SEPARATOR: &str = "\0";

/// Sorts the texts by a JavaScript comparison function.
fn sorted(compare: &Function, texts: &str) -> Option<String> {
    let texts = JsString::from(texts).split(SEPARATOR);
    let sort: Function = Reflect::get(&texts, &"sort".into()).ok()?.dyn_into().ok()?;
    sort.call1(&texts, compare).ok()?;
    Some(texts.join(SEPARATOR).into())
}
