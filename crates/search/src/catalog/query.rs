//! A query of the catalog: the text as a whole, and its words, among which are numbers of versions.

use domain::{NAME_PREFIX, NameKey, View, version_number};

use crate::rank::{Match, Query, SearchText};

/// The maximum number of words. More are a sentence, which is only found as it is.
const MAX_WORDS: usize = 8;

/// A prepared query of the catalog.
pub struct CatalogQuery {
    /// The typed text without the prefix of full names.
    key: String,
    whole: Query,
    words: Vec<Query>,
    /// The words as they are typed.
    typed_words: Vec<String>,
}

impl CatalogQuery {
    /// Prepares the typed text. A full name is searched without the organization and the prefix. `/` and `:`, which separate the
    /// parts of references, separate words as well.
    #[must_use]
    pub fn of(view: &View, typed: &str) -> Self {
        let key = without_prefix(NameKey::of(typed).as_str(), view);
        let is_separator = |c: char| c.is_whitespace() || matches!(c, '/' | ':');
        let mut typed_words: Vec<String> =
            key.split(is_separator).filter(|word| !word.is_empty()).take(MAX_WORDS + 1).map(str::to_owned).collect();
        if typed_words.len() > MAX_WORDS {
            typed_words.clear();
        }
        let words = typed_words.iter().map(|word| Query::of(word)).collect();
        Self { whole: Query::of(&key), key, words, typed_words }
    }

    /// Whether the query is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// The number of words.
    pub(super) fn count(&self) -> usize {
        self.words.len()
    }

    /// The typed text without the prefix of full names.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    pub(super) fn whole(&self) -> &Query {
        &self.whole
    }

    /// The words that are numbers of versions, with their positions; `None` for `latest`.
    pub(super) fn numbers(&self) -> Vec<(usize, Option<u32>)> {
        let number = |word: &str| match word {
            "latest" => Some(None),
            _ => version_number(word).map(Some),
        };
        let words = self.typed_words.iter().enumerate();
        words.filter_map(|(nth, word)| Some((nth, number(word)?))).collect()
    }

    pub(super) fn hits(&mut self, text: &SearchText) -> Hits {
        self.hits_by(|query| text.find(query))
    }

    pub(super) fn hits_without_typos(&mut self, text: &SearchText) -> Hits {
        self.hits_by(|query| text.find_without_typos(query))
    }

    /// The best matches of several texts of the same thing.
    pub(super) fn hits_of_all(&mut self, texts: &[SearchText]) -> Hits {
        self.hits_by(|query| texts.iter().filter_map(|text| text.find(query)).min())
    }

    fn hits_by(&mut self, find: impl Fn(&mut Query) -> Option<Match>) -> Hits {
        let mut hits = Hits { whole: find(&mut self.whole), words: [None; MAX_WORDS] };
        // Most queries are one word, which is the whole.
        if self.words.len() == 1 && self.typed_words.first().is_some_and(|word| *word == self.key) {
            hits.words = [hits.whole, None, None, None, None, None, None, None];
            return hits;
        }
        for (hit, word) in hits.words.iter_mut().zip(&mut self.words) {
            *hit = find(word);
        }
        hits
    }
}

/// Leaves out the prefix of full names, and the organization before it.
fn without_prefix(key: &str, view: &View) -> String {
    let organization = NameKey::of(view.organization.as_str());
    let full_name = key.strip_prefix(organization.as_str()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(key);
    full_name.strip_prefix(NAME_PREFIX).unwrap_or(key).to_owned()
}

/// The match of a text with a query: as a whole, and by each of its words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hits {
    pub whole: Option<Match>,
    words: [Option<Match>; MAX_WORDS],
}

impl Hits {
    /// One word matches exactly.
    pub fn of_word(nth: usize) -> Self {
        let mut hits = Self::default();
        if let Some(word) = hits.words.get_mut(nth) {
            *word = Some(Match::Exact);
        }
        hits
    }

    /// Whether any word begins a word of the text.
    pub fn has_words(&self) -> bool {
        self.words.iter().any(|found| found.is_some_and(|found| found.of_one_word().is_some()))
    }
}

/// The match of a query whose words match several texts in any order: the worst match of a word, each by its best text.
pub(super) fn worst_of_words(count: usize, texts: &[&Hits]) -> Option<Match> {
    let best = |nth: usize| texts.iter().filter_map(|hits| hits.words.get(nth).copied().flatten()?.of_one_word()).min();
    let mut worst = None;
    for nth in 0..count {
        worst = worst.max(Some(best(nth)?));
    }
    worst
}
