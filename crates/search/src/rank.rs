//! Matches texts against a query. The texts are prepared in advance, so a match needs no folding and no allocation.

use domain::{FoldKey, NameKey};

use super::hangul::{initials, is_consonants, letters};

/// A prepared query.
pub struct Query {
    /// The folded text, decomposed into letters.
    text: String,
    letters: Vec<char>,
    is_consonants: bool,
    /// The maximum number of typos.
    max_typos: usize,
    /// Buffers for counting typos.
    rows: [Vec<usize>; 3],
    /// The words, if there are several.
    words: Vec<Self>,
}

impl Query {
    /// Prepares the typed text.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        /// More words are a sentence, which is only found as it is.
        const MAX_WORDS: usize = 8;
        let key = NameKey::of(typed);
        let words: Vec<&str> = key.as_str().split_whitespace().take(MAX_WORDS + 1).collect();
        let mut query = Self::of_text(key.as_str());
        if (2..=MAX_WORDS).contains(&words.len()) {
            query.words = words.into_iter().map(Self::of_text).collect();
        }
        query
    }

    fn of_text(key: &str) -> Self {
        /// Counting typos in a longer query takes too long.
        const MAX_LETTERS: usize = 64;
        let text = letters(key);
        let letters: Vec<char> = text.chars().collect();
        let is_consonants = is_consonants(&text);
        let max_typos = match letters.len() {
            // A single syllable has up to four letters, but is too short for a typo.
            _ if is_consonants || key.chars().nth(1).is_none() => 0,
            4..8 => 1,
            8..=MAX_LETTERS => 2,
            _ => 0,
        };
        Self { text, letters, is_consonants, max_typos, rows: Default::default(), words: Vec::new() }
    }

    /// The match of a query whose words match in any order, as `find` finds them. Each must begin a word.
    pub(crate) fn find_words(&mut self, mut find: impl FnMut(&mut Self) -> Option<Match>) -> Option<Match> {
        let mut worst = None;
        for word in &mut self.words {
            worst = worst.max(Some(find(word)?.of_one_word()?));
        }
        worst
    }

    /// Whether the query is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The kinds of matches, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The text equals the query.
    Exact,
    /// The text begins with the query.
    Beginning,
    /// A word of the text begins with the query.
    Word,
    /// The text contains the query within a word.
    Within,
    /// The words of the query begin words of the texts, in any order.
    Words,
    /// The query is the initial consonants of syllables from the beginning of a word.
    WordInitials,
    /// The query is the initial consonants of consecutive syllables.
    Initials,
    /// A description contains the query.
    Description,
    /// The beginning of the text or of a word matches with one typo.
    OneTypo,
    /// The beginning of the text or of a word matches with two typos.
    TwoTypos,
}

impl Match {
    /// Whether the text matches only if a typing error is forgiven.
    pub(crate) fn has_typos(self) -> bool {
        matches!(self, Self::OneTypo | Self::TwoTypos)
    }

    /// The match of one of several words, which must begin a word.
    pub(crate) fn of_one_word(self) -> Option<Self> {
        match self {
            Self::Exact | Self::Beginning | Self::Word | Self::Words => Some(Self::Words),
            Self::WordInitials | Self::OneTypo | Self::TwoTypos => Some(self),
            Self::Within | Self::Initials | Self::Description => None,
        }
    }
}

/// A searchable text.
pub struct SearchText {
    letters: String,
    initials: String,
}

impl SearchText {
    /// Prepares a text.
    #[must_use]
    pub fn of(key: &FoldKey) -> Self {
        Self { letters: letters(key.as_str()), initials: initials(key.as_str()) }
    }

    /// The sort key of equal matches.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// The best match of the query, if any.
    #[must_use]
    pub fn find(&self, query: &mut Query) -> Option<Match> {
        if let found @ Some(_) = self.find_without_typos(query) {
            return found;
        }
        if query.is_consonants {
            return None;
        }
        match suffixes_of_words(&self.letters).filter_map(|rest| count_typos(query, rest)).min()? {
            0 | 1 => Some(Match::OneTypo),
            _ => Some(Match::TwoTypos),
        }
    }

    /// The best match of the query as it is typed.
    #[must_use]
    pub fn find_without_typos(&self, query: &Query) -> Option<Match> {
        if query.is_consonants {
            return best_position(&self.initials, &query.text).map(|position| match position {
                Position::Whole | Position::Beginning | Position::Word => Match::WordInitials,
                Position::Within => Match::Initials,
            });
        }
        best_position(&self.letters, &query.text).map(|position| match position {
            Position::Whole => Match::Exact,
            Position::Beginning => Match::Beginning,
            Position::Word => Match::Word,
            Position::Within => Match::Within,
        })
    }

    /// Whether the text contains the query exactly. Long texts are not searched for typos.
    #[must_use]
    pub fn contains(&self, query: &Query) -> bool {
        let has = |query: &Query| !query.is_consonants && self.letters.contains(&query.text);
        has(query) || (!query.words.is_empty() && query.words.iter().all(has))
    }
}

enum Position {
    Whole,
    Beginning,
    Word,
    Within,
}

/// The best position of the query in the text.
fn best_position(text: &str, query: &str) -> Option<Position> {
    if text.starts_with(query) {
        return Some(if text.len() == query.len() { Position::Whole } else { Position::Beginning });
    }
    let mut matches = text.match_indices(query).peekable();
    matches.peek()?;
    let at_word =
        |(index, _): (usize, &str)| text.get(..index).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    Some(if matches.any(at_word) { Position::Word } else { Position::Within })
}

/// The rest of the text from the beginning of each word.
fn suffixes_of_words(text: &str) -> impl Iterator<Item = &str> {
    let mut in_word = false;
    text.char_indices().filter_map(move |(index, c)| {
        let is_beginning = c.is_alphanumeric() && !in_word;
        in_word = c.is_alphanumeric();
        if is_beginning { text.get(index..) } else { None }
    })
}

/// The least number of typos between the query and a prefix of the text, or `None` above the maximum. It is the restricted
/// Damerau–Levenshtein distance (optimal string alignment): a typo is an inserted, missing, replaced or transposed letter.
fn count_typos(query: &mut Query, text: &str) -> Option<usize> {
    if query.max_typos == 0 {
        return None;
    }
    /// A distance above any real one.
    const FAR: usize = usize::MAX / 2;
    let limit = query.max_typos;
    let [before, last, row] = &mut query.rows;
    last.clear();
    // Only the part of a row within the limit is computed, because most texts differ in the first letters.
    last.extend(0..=limit);
    let mut best = usize::MAX;
    let mut previous = None;
    for (nth, letter) in text.chars().take(query.letters.len() + limit).enumerate() {
        row.clear();
        row.push(nth + 1);
        let mut least = nth + 1;
        let mut left = nth + 1;
        let mut sought_before = None;
        // The cell two rows above and two columns to the left, for a transposition.
        let mut transposed = before.iter();
        let aboves = last.iter().skip(1).chain([&FAR]);
        for (sought, (diagonal, above)) in query.letters.iter().zip(last.iter().zip(aboves)) {
            let mut distance = (diagonal + usize::from(*sought != letter)).min(above + 1).min(left + 1);
            if let Some(sought_before) = sought_before {
                let transposed = transposed.next();
                if Some(*sought) == previous && sought_before == letter {
                    distance = distance.min(transposed.map_or(FAR, |transposed| transposed + 1));
                }
            }
            row.push(distance);
            least = least.min(distance);
            left = distance;
            sought_before = Some(*sought);
        }
        if row.len() > query.letters.len() {
            best = best.min(left);
        }
        if least > limit {
            break;
        }
        previous = Some(letter);
        std::mem::swap(before, last);
        std::mem::swap(last, row);
    }
    before.clear();
    (best <= limit).then_some(best)
}

#[cfg(test)]
mod tests;
