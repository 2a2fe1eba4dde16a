//! The numbers in the metadata of versions, and the lines of their charts.

use indexmap::IndexMap;

use crate::features::collections::tree::entries;

/// A metric: its values by version, from the oldest to the newest.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// The keys from the top, separated by dots.
    pub path: String,
    pub values: Vec<Option<Number>>,
}

/// A number with the digits that were logged.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    pub text: String,
    pub value: f64,
}

/// All metrics of versions, in the order of their first occurrence.
pub fn metrics_of<'a>(metadata: impl ExactSizeIterator<Item = &'a str>) -> Vec<Metric> {
    let count = metadata.len();
    let mut metrics: IndexMap<String, Vec<Option<Number>>> = IndexMap::new();
    for (nth, json) in metadata.enumerate() {
        for entry in entries(json) {
            let Some(number) = number_of(entry.value) else { continue };
            let values = metrics.entry(entry.path).or_insert_with(|| vec![None; count]);
            if let Some(value) = values.get_mut(nth) {
                *value = Some(number);
            }
        }
    }
    metrics.into_iter().map(|(path, values)| Metric { path, values }).collect()
}

/// The number of a value as the tree shows it: a text that reads like a number has its quotes there, so it is none.
fn number_of(text: String) -> Option<Number> {
    let value = serde_json::from_str::<f64>(&text).ok().filter(|value| value.is_finite())?;
    Some(Number { text, value })
}

impl Metric {
    fn numbers(&self) -> impl DoubleEndedIterator<Item = &Number> {
        self.values.iter().flatten()
    }

    /// The least, the greatest and the last value.
    pub fn range(&self) -> Option<[&Number; 3]> {
        let by_value = |one: &&Number, other: &&Number| one.value.total_cmp(&other.value);
        Some([self.numbers().min_by(by_value)?, self.numbers().max_by(by_value)?, self.numbers().next_back()?])
    }

    /// The points of the chart, in lines that are broken where a version has no value.
    pub fn lines(&self, width: f64, height: f64) -> Vec<Vec<(f64, f64)>> {
        let Some([least, greatest, _]) = self.range() else { return Vec::new() };
        // The halves of two finite numbers have a finite difference.
        let span = greatest.value / 2.0 - least.value / 2.0;
        let share = |value: f64| if span > 0.0 { (value / 2.0 - least.value / 2.0) / span } else { 0.5 };
        #[expect(clippy::cast_precision_loss, reason = "a page has few versions")]
        let step = if self.values.len() > 1 { width / (self.values.len() - 1) as f64 } else { 0.0 };
        let start = if self.values.len() > 1 { 0.0 } else { width / 2.0 };
        let mut lines = vec![Vec::new()];
        let mut x = start;
        for value in &self.values {
            match (value, lines.last_mut()) {
                (Some(number), Some(line)) => line.push((x, height - share(number.value) * height)),
                _ => lines.push(Vec::new()),
            }
            x += step;
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::{Metric, metrics_of};

    fn metrics(metadata: &[&str]) -> Vec<Metric> {
        metrics_of(metadata.iter().copied())
    }

    #[test]
    fn numbers_are_metrics_by_their_paths_and_keep_their_digits() {
        let metrics = metrics(&[
            r#"{"loss": 0.50, "epochs": 3, "name": "x", "ok": true, "none": null}"#,
            r#"{"loss": 0.25, "split": {"train": 0.9}, "list": [1]}"#,
        ]);
        let texts = |metric: &Metric| {
            metric.values.iter().map(|value| value.as_ref().map(|number| number.text.clone())).collect::<Vec<_>>()
        };
        let shown: Vec<_> = metrics.iter().map(|metric| (metric.path.as_str(), texts(metric))).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            shown,
            [
                ("loss", vec![some("0.50"), some("0.25")]),
                ("epochs", vec![some("3"), None]),
                ("split.train", vec![None, some("0.9")]),
                ("list.0", vec![None, some("1")]),
            ]
        );
    }

    #[test]
    fn only_numbers_are_metrics() {
        assert_eq!(metrics(&[r#"{"a": "3", "b": " 3", "c": true, "d": "1e3", "e": null, "f": "NaN", "g": {}}"#]), []);
    }

    #[test]
    fn a_line_is_broken_where_a_value_is_missing() {
        let metrics = metrics(&[r#"{"a": 0}"#, r#"{"a": 10}"#, "{}", r#"{"a": 5}"#]);
        let [metric] = metrics.as_slice() else { panic!() };
        assert_eq!(metric.lines(30.0, 10.0), [vec![(0.0, 10.0), (10.0, 0.0)], vec![(30.0, 5.0)]]);
        let [least, greatest, last] = metric.range().unwrap().map(|number| number.text.as_str());
        assert_eq!((least, greatest, last), ("0", "10", "5"));
    }

    #[test]
    fn equal_huge_and_single_values_have_finite_points() {
        for values in [["1", "1"], ["-1.7e308", "1.7e308"], ["12345678901234567890", "0"]] {
            let metadata = values.map(|value| format!(r#"{{"a": {value}}}"#));
            let metrics = metrics(&metadata.each_ref().map(String::as_str));
            let points = metrics.iter().flat_map(|metric| metric.lines(30.0, 10.0)).flatten();
            assert!(
                points.into_iter().all(|(x, y)| (0.0..=30.0).contains(&x) && (0.0..=10.0).contains(&y)),
                "{values:?}"
            );
        }
        let single = metrics(&[r#"{"a": 7}"#]);
        assert_eq!(single.first().unwrap().lines(30.0, 10.0), [vec![(15.0, 5.0)]]);
    }
}
