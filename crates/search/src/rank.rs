//! How well a text fits what is sought. It knows texts only, and neither folds nor allocates for each of them: they were
//! prepared before.

use domain::FoldKey;

use super::hangul::{initials, is_consonants, letters};

/// What is sought, prepared once.
pub struct Query {
    /// Folded, letter by letter.
    text: String,
    letters: Vec<char>,
    is_consonants: bool,
    /// So many typos are forgiven.
    typos: usize,
    /// What the counting of typos works in.
    rows: [Vec<usize>; 3],
}

impl Query {
    /// What somebody typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        /// A text longer than that is no word with a typo in it.
        const LONGEST: usize = 64;
        let key = FoldKey::of(typed.trim());
        let text = letters(key.as_str());
        let letters: Vec<char> = text.chars().collect();
        let is_consonants = is_consonants(&text);
        let typos = match letters.len() {
            // One syllable has up to four letters, and is no word with a typo in it either.
            _ if is_consonants || key.as_str().chars().nth(1).is_none() => 0,
            4..8 => 1,
            8..=LONGEST => 2,
            _ => 0,
        };
        Self { text, letters, is_consonants, typos, rows: Default::default() }
    }

    /// Whether nothing is sought.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// How well a text fits: the first is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the text.
    Exact,
    /// The text begins with it.
    Beginning,
    /// A word of the text begins with it.
    Word,
    /// It is somewhere in the text.
    Within,
    /// It is the initial consonants of syllables from the beginning of a word on.
    WordInitials,
    /// It is the initial consonants of syllables in a row.
    Initials,
    /// It is somewhere in a long text that tells more.
    Told,
    /// A beginning of the text, or of a word of it, differs by one typo.
    OneTypo,
    /// By two.
    TwoTypos,
}

/// A text that can be found.
pub struct Text {
    letters: String,
    initials: String,
}

impl Text {
    /// A text by its key.
    #[must_use]
    pub fn of(key: &FoldKey) -> Self {
        Self { letters: letters(key.as_str()), initials: initials(key.as_str()) }
    }

    /// What texts that fit equally well are ordered by.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// How well it fits, if it does.
    #[must_use]
    pub fn fit(&self, query: &mut Query) -> Option<Fit> {
        if query.is_consonants {
            return place(&self.initials, &query.text).map(|place| match place {
                Place::Whole | Place::Beginning | Place::Word => Fit::WordInitials,
                Place::Within => Fit::Initials,
            });
        }
        if let Some(place) = place(&self.letters, &query.text) {
            return Some(match place {
                Place::Whole => Fit::Exact,
                Place::Beginning => Fit::Beginning,
                Place::Word => Fit::Word,
                Place::Within => Fit::Within,
            });
        }
        match words(&self.letters).filter_map(|rest| typos(query, rest)).min()? {
            0 | 1 => Some(Fit::OneTypo),
            _ => Some(Fit::TwoTypos),
        }
    }

    /// Whether it is somewhere in the text as it is: all that is asked of long ones.
    #[must_use]
    pub fn tells(&self, query: &Query) -> bool {
        !query.is_consonants && self.letters.contains(&query.text)
    }
}

enum Place {
    Whole,
    Beginning,
    Word,
    Within,
}

/// Where in the text it is found first, or best.
fn place(text: &str, sought: &str) -> Option<Place> {
    if text.starts_with(sought) {
        return Some(if text.len() == sought.len() { Place::Whole } else { Place::Beginning });
    }
    let mut places = text.match_indices(sought).peekable();
    places.peek()?;
    let at_word =
        |(place, _): (usize, &str)| text.get(..place).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    Some(if places.any(at_word) { Place::Word } else { Place::Within })
}

/// From each word's beginning on, the rest of the text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut in_word = false;
    text.char_indices().filter_map(move |(place, c)| {
        let begins = c.is_alphanumeric() && !in_word;
        in_word = c.is_alphanumeric();
        if begins { text.get(place..) } else { None }
    })
}

/// By how many typos a beginning of the text differs, if by no more than are forgiven. A typo is a letter too many, too few,
/// another one, or two that changed places (Damerau and Levenshtein, no letter in two of them).
fn typos(query: &mut Query, text: &str) -> Option<usize> {
    if query.typos == 0 {
        return None;
    }
    /// More than any text has letters.
    const FAR: usize = usize::MAX / 2;
    let limit = query.typos;
    let [before, last, row] = &mut query.rows;
    last.clear();
    // Of each row only what can still be near enough: most texts differ within the first letters.
    last.extend(0..=limit);
    let mut best = usize::MAX;
    let mut previous = None;
    for (nth, letter) in text.chars().take(query.letters.len() + limit).enumerate() {
        row.clear();
        row.push(nth + 1);
        let mut least = nth + 1;
        let mut left = nth + 1;
        let mut sought_before = None;
        // Two rows above, at the place before.
        let mut crossed = before.iter();
        let aboves = last.iter().skip(1).chain([&FAR]);
        for (sought, (diagonal, above)) in query.letters.iter().zip(last.iter().zip(aboves)) {
            let mut here = (diagonal + usize::from(*sought != letter)).min(above + 1).min(left + 1);
            if let Some(sought_before) = sought_before {
                let crossed = crossed.next();
                if Some(*sought) == previous && sought_before == letter {
                    here = here.min(crossed.map_or(FAR, |crossed| crossed + 1));
                }
            }
            row.push(here);
            least = least.min(here);
            left = here;
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
mod tests {
    use super::*;

    fn fit(text: &str, typed: &str) -> Option<Fit> {
        Text::of(&FoldKey::of(text)).fit(&mut Query::of(typed))
    }

    #[track_caller]
    fn check_fits(text: &str, cases: &[(&str, Option<Fit>)]) {
        for (typed, expected) in cases {
            assert_eq!(fit(text, typed), *expected, "{typed:?} in {text:?}");
        }
    }

    #[test]
    fn a_name_is_found_by_itself_its_beginning_its_words_and_its_parts() {
        check_fits(
            "Fine_Tuned Models",
            &[
                ("fine_tuned models", Some(Fit::Exact)),
                ("  FINE_TUNED MODELS ", Some(Fit::Exact)),
                ("fin", Some(Fit::Beginning)),
                ("tuned", Some(Fit::Word)),
                ("mod", Some(Fit::Word)),
                ("tuned mo", Some(Fit::Word)),
                ("odels", Some(Fit::Within)),
                ("xyz", None),
            ],
        );
        check_fits("bananas nas", &[("nas", Some(Fit::Word))]);
        check_fits("Straße", &[("STRASSE", Some(Fit::Exact))]);
    }

    #[test]
    fn a_syllable_that_is_still_being_typed_finds_the_one_that_is_meant() {
        check_fits(
            "모델",
            &[
                ("ㅁ", Some(Fit::WordInitials)),
                ("모", Some(Fit::Beginning)),
                ("모ㄷ", Some(Fit::Beginning)),
                ("몯", Some(Fit::Beginning)),
                ("모데", Some(Fit::Beginning)),
                ("모델", Some(Fit::Exact)),
                ("모델ㄹ", Some(Fit::OneTypo)),
                ("데", Some(Fit::Within)),
                ("메", None),
            ],
        );
        check_fits(
            "음성 데이터셋",
            &[
                ("음서", Some(Fit::Beginning)),
                ("데읻", Some(Fit::OneTypo)),
                ("데잍", Some(Fit::Word)),
                ("서", Some(Fit::Within)),
                ("디", None),
            ],
        );
        check_fits("과일", &[("고", Some(Fit::Beginning)), ("괴", None)]);
        check_fits("달걀", &[("닭", Some(Fit::Beginning)), ("닮", None)]);
    }

    #[test]
    fn initial_consonants_find_syllables_first_where_a_word_begins() {
        check_fits(
            "음성 데이터셋",
            &[
                ("ㅇㅅ", Some(Fit::WordInitials)),
                ("ㅇㅅ ㄷ", Some(Fit::WordInitials)),
                ("ㄷㅇㅌㅅ", Some(Fit::WordInitials)),
                ("ㅇㅌ", Some(Fit::Initials)),
                ("ㅅㄷ", None),
                ("ㅇㅅㄷㅇㅌㅅㅅ", None),
            ],
        );
        // A final consonant and the next initial one are no two initial consonants.
        check_fits("감독", &[("ㅁㄷ", None), ("ㄱㄷ", Some(Fit::WordInitials))]);
        check_fits("박수", &[("ㄱㅅ", None)]);
        check_fits("Models", &[("ㅁㄷ", None)]);
    }

    #[test]
    fn one_typo_is_forgiven_in_four_letters_and_two_in_eight() {
        check_fits(
            "Production_Models",
            &[
                ("prodction", Some(Fit::OneTypo)),
                ("porduction", Some(Fit::OneTypo)),
                ("prroduction", Some(Fit::OneTypo)),
                ("broduction", Some(Fit::OneTypo)),
                ("production models", Some(Fit::OneTypo)),
                ("brodugtion", Some(Fit::TwoTypos)),
                ("brodugdion", None),
                ("mdoel", Some(Fit::OneTypo)),
                ("modells", Some(Fit::OneTypo)),
                ("mdoesl", None),
                ("mxde", Some(Fit::OneTypo)),
                ("mxd", None),
                ("mxdl", None),
            ],
        );
        check_fits("모델", &[("모댈", Some(Fit::OneTypo)), ("머댈", None)]);
    }

    /// The distance in the words of its definition, without a thought of speed.
    fn distance(one: &[char], other: &[char]) -> usize {
        let (Some((last, rest)), Some((other_last, other_rest))) = (one.split_last(), other.split_last()) else {
            return one.len().max(other.len());
        };
        let mut least = (distance(rest, other) + 1)
            .min(distance(one, other_rest) + 1)
            .min(distance(rest, other_rest) + usize::from(last != other_last));
        if let (Some((before, rest)), Some((other_before, other_rest))) = (rest.split_last(), other_rest.split_last())
            && last == other_before
            && before == other_last
        {
            least = least.min(distance(rest, other_rest) + 1);
        }
        least
    }

    #[test]
    fn typos_are_counted_as_they_are_defined() {
        // All texts of up to six letters of two kinds.
        let text =
            |(length, bits): (u32, u32)| (0..length).map(|nth| if bits >> nth & 1 == 0 { 'a' } else { 'b' }).collect();
        let texts: Vec<String> =
            (1..=6).flat_map(|length| (0..1 << length).map(move |bits| (length, bits))).map(text).collect();
        for typed in ["abba", "aabb", "ababa", "bbbb", "abcb"] {
            let mut query = Query::of(typed);
            let letters = query.letters.clone();
            for text in &texts {
                let beginnings = (0..=text.len()).map(|end| text.chars().take(end).collect::<Vec<char>>());
                let least = beginnings.map(|beginning| distance(&letters, &beginning)).min();
                assert_eq!(typos(&mut query, text), least.filter(|least| *least <= 1), "{typed} in {text}");
            }
        }
    }

    #[test]
    fn nothing_that_can_be_typed_stops_it_and_every_text_finds_itself() {
        const PARTS: [&str; 14] =
            ["a", " ", "ㅁ", "모", "\u{1106}", "\u{200b}", "🦀", "İ", "_", "é", "e\u{301}", "\u{0}", "ﬁ", "ㅏ"];
        let mut seed = 7_u32;
        let mut part = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            PARTS[(seed >> 8) as usize % PARTS.len()]
        };
        let mut texts: Vec<String> = (0..80).map(|length| (0..length % 12).map(|_| part()).collect()).collect();
        texts.push("x".repeat(5000));
        for text in &texts {
            for typed in &texts {
                let found = fit(text, typed);
                let is_sought = !Query::of(typed).is_empty();
                assert!(text != typed || !is_sought || found.is_some(), "{text:?} finds itself");
            }
        }
    }
}
