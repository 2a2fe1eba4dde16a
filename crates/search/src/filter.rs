//! A filter of a list: what it leaves in has every typed word, in any order. It knows no typing errors.

use domain::{FoldKey, NameKey};

/// The typed words, as keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// All words as they are typed.
    phrase: String,
    words: Vec<String>,
}

impl Filter {
    /// Prepares the typed text. The prefix of a registry's full name is left out, since every full name has it.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let key = NameKey::of(typed);
        let key = key.without_prefix().unwrap_or(key);
        let words = key.as_str().split_whitespace().map(str::to_owned).collect();
        Self { phrase: key.as_str().to_owned(), words }
    }

    /// Whether nothing is left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The items that have the words as they are typed or, if there is none, the items that have all words in any order.
    /// `matches` compares the texts of an item by [`matches`](Self::matches).
    pub fn select<T>(&self, items: impl Iterator<Item = T> + Clone, matches: impl Fn(&Self, &T) -> bool) -> Vec<T> {
        if self.is_empty() {
            return items.collect();
        }
        let phrase = Self { phrase: self.phrase.clone(), words: vec![self.phrase.clone()] };
        let found: Vec<T> = items.clone().filter(|item| matches(&phrase, item)).collect();
        if !found.is_empty() || self.words.len() < 2 {
            return found;
        }
        items.filter(|item| matches(self, item)).collect()
    }

    /// Whether every word is in one of the texts, which are keys as of [`filter_text`].
    #[must_use]
    pub fn matches<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.words.iter().all(|word| texts.clone().any(|text| text.contains(word.as_str())))
    }

    /// Whether the typed text is a whole word of the text.
    #[must_use]
    pub fn is_word(&self, text: &str) -> bool {
        text.split(' ').any(|word| word == self.phrase)
    }

    /// Whether the text or a word of it begins with the typed words or the first of them. Such matches come first in lists.
    #[must_use]
    pub fn begins_word(&self, text: &str) -> bool {
        let first = self.words.first().map_or("", String::as_str);
        text.starts_with(&self.phrase) || text.split(' ').any(|word| word.starts_with(first))
    }
}

/// The key of a text that is filtered: its dashes and blanks are the typed ones.
#[must_use]
pub fn filter_text(text: &str) -> FoldKey {
    NameKey::of(text).as_fold_key().clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, texts: &[&str], expected: bool) {
        let keys: Vec<FoldKey> = texts.iter().map(|text| filter_text(text)).collect();
        assert_eq!(Filter::of(typed).matches(keys.iter().map(FoldKey::as_str)), expected, "{typed:?} in {texts:?}");
    }

    #[test]
    fn every_word_is_in_some_text_in_any_order() {
        let mina = ["Mina Park", "mina.park@lighthouse.example"];
        for typed in ["", " ", "mina park", "park mina", "PARK  mina", "lighthouse mina", "ark in", "mina\u{a0}park"] {
            check(typed, &mina, true);
        }
        for typed in ["park omar", "minapark"] {
            check(typed, &mina, false);
        }
        check("소연 한", &["한소연"], true);
    }

    #[test]
    fn exact_matches_leave_out_the_others() {
        let select = |typed: &str| {
            let items = ["type 7", "type 17, 7", "7 type", "other"];
            Filter::of(typed).select(items.into_iter(), |filter, item| filter.matches(std::iter::once(*item)))
        };
        assert_eq!(select("type 7"), ["type 7"]);
        assert_eq!(select("7 17"), ["type 17, 7"]);
        assert_eq!(select("").len(), 4);
        assert!(select("type other").is_empty());
    }

    #[test]
    fn a_whole_word_is_none_that_only_begins_with_it() {
        let filter = Filter::of("V12");
        for (text, expected) in [("v12", true), ("v12 · latest", true), ("v120", false)] {
            assert_eq!(filter.is_word(text), expected, "{text}");
            assert!(filter.begins_word(text), "{text}");
        }
    }

    #[test]
    fn a_full_name_finds_the_name() {
        for typed in ["wandb-registry-Playground", "wandb\u{2011}registry\u{2011}play", "WANDB-registry-", "Play"] {
            check(typed, &["Playground"], true);
        }
        check("wandb-registry-models", &["Playground"], false);
        check("release\u{2013}2025", &["Release-2025"], true);
        check("release-2025", &["Release\u{2011}2025"], true);
    }
}
