//! The faults of a list that was typed or pasted. A form shows the first few and counts the others, because a list of
//! thousands of unknown names would fill the page.

use crate::i18n::Catalog;

/// The number of faults that are shown.
const SHOWN: usize = 10;

/// Faults in the order of the list.
#[derive(Default)]
pub struct Faults {
    shown: Vec<String>,
    count: usize,
}

impl Faults {
    /// Adds a fault. It is worded only if it is shown.
    pub fn add(&mut self, word: impl FnOnce() -> String) {
        if self.count < SHOWN {
            self.shown.push(word());
        }
        self.count += 1;
    }

    /// The number of all faults.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The first faults, and a line that counts the others.
    pub fn lines(mut self, text: &Catalog) -> Vec<String> {
        let more = self.count - self.shown.len();
        if more > 0 {
            self.shown.push((text.common.and_more)(more));
        }
        self.shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[track_caller]
    fn check_last_line(count: usize, language: Language, line: &str, lines: usize) {
        let mut faults = Faults::default();
        for nth in 1..=count {
            faults.add(|| format!("Fault {nth}."));
        }
        assert_eq!(faults.count(), count);
        let worded = faults.lines(language.catalog());
        assert_eq!((worded.last().map(String::as_str), worded.len()), (Some(line), lines));
    }

    #[test]
    fn ten_faults_are_shown_and_the_others_are_counted() {
        check_last_line(1, Language::English, "Fault 1.", 1);
        check_last_line(10, Language::English, "Fault 10.", 10);
        check_last_line(11, Language::English, "… and 1 more", 11);
        check_last_line(10_000, Language::English, "… and 9,990 more", 11);
        check_last_line(10_000, Language::Korean, "… 그 밖에 9,990개", 11);
    }
}
