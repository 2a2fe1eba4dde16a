//! The ranks of texts, and the counted typing errors.

use super::*;

fn find(text: &str, typed: &str) -> Option<Match> {
    SearchText::of(&FoldKey::of(text)).find(&mut Query::of(typed))
}

#[track_caller]
fn check_matches(text: &str, cases: &[(&str, Option<Match>)]) {
    for (typed, expected) in cases {
        assert_eq!(find(text, typed), *expected, "{typed:?} in {text:?}");
    }
}

#[test]
fn a_name_matches_as_a_whole_by_its_beginning_its_words_and_its_parts() {
    check_matches(
        "Fine_Tuned Models",
        &[
            ("fine_tuned models", Some(Match::Exact)),
            ("  FINE_TUNED MODELS ", Some(Match::Exact)),
            ("fin", Some(Match::Beginning)),
            ("tuned", Some(Match::Word)),
            ("mod", Some(Match::Word)),
            ("tuned mo", Some(Match::Word)),
            ("odels", Some(Match::Within)),
            ("xyz", None),
        ],
    );
    check_matches("bananas nas", &[("nas", Some(Match::Word))]);
    check_matches("Straße", &[("STRASSE", Some(Match::Exact))]);
}

#[test]
fn an_incomplete_syllable_matches_the_complete_one() {
    check_matches(
        "모델",
        &[
            ("ㅁ", Some(Match::WordInitials)),
            ("모", Some(Match::Beginning)),
            ("모ㄷ", Some(Match::Beginning)),
            ("몯", Some(Match::Beginning)),
            ("모데", Some(Match::Beginning)),
            ("모델", Some(Match::Exact)),
            ("모델ㄹ", Some(Match::OneTypo)),
            ("데", Some(Match::Within)),
            ("메", None),
        ],
    );
    check_matches(
        "음성 데이터셋",
        &[
            ("음서", Some(Match::Beginning)),
            ("데읻", Some(Match::OneTypo)),
            ("데잍", Some(Match::Word)),
            ("서", Some(Match::Within)),
            ("디", None),
        ],
    );
    check_matches("과일", &[("고", Some(Match::Beginning)), ("괴", None)]);
    check_matches("달걀", &[("닭", Some(Match::Beginning)), ("닮", None)]);
}

#[test]
fn initial_consonants_match_best_at_the_beginning_of_a_word() {
    check_matches(
        "음성 데이터셋",
        &[
            ("ㅇㅅ", Some(Match::WordInitials)),
            ("ㅇㅅ ㄷ", Some(Match::WordInitials)),
            ("ㄷㅇㅌㅅ", Some(Match::WordInitials)),
            ("ㅇㅌ", Some(Match::Initials)),
            ("ㅅㄷ", None),
            ("ㅇㅅㄷㅇㅌㅅㅅ", None),
        ],
    );
    // A final consonant does not count as an initial one.
    check_matches("감독", &[("ㅁㄷ", None), ("ㄱㄷ", Some(Match::WordInitials))]);
    check_matches("박수", &[("ㄱㅅ", None)]);
    check_matches("Models", &[("ㅁㄷ", None)]);
}

#[test]
fn a_query_of_four_letters_may_have_one_typo_and_of_eight_letters_two() {
    check_matches(
        "Production_Models",
        &[
            ("prodction", Some(Match::OneTypo)),
            ("porduction", Some(Match::OneTypo)),
            ("prroduction", Some(Match::OneTypo)),
            ("broduction", Some(Match::OneTypo)),
            ("production models", Some(Match::OneTypo)),
            ("brodugtion", Some(Match::TwoTypos)),
            ("brodugdion", None),
            ("mdoel", Some(Match::OneTypo)),
            ("modells", Some(Match::OneTypo)),
            ("mdoesl", None),
            ("mxde", Some(Match::OneTypo)),
            ("mxd", None),
            ("mxdl", None),
        ],
    );
    check_matches("모델", &[("모댈", Some(Match::OneTypo)), ("머댈", None)]);
}

/// The distance by its recursive definition.
fn distance(a: &[char], b: &[char]) -> usize {
    let (Some((a_last, a_rest)), Some((b_last, b_rest))) = (a.split_last(), b.split_last()) else {
        return a.len().max(b.len());
    };
    let mut least = (distance(a_rest, b) + 1)
        .min(distance(a, b_rest) + 1)
        .min(distance(a_rest, b_rest) + usize::from(a_last != b_last));
    if let (Some((a_before, a_rest)), Some((b_before, b_rest))) = (a_rest.split_last(), b_rest.split_last())
        && a_last == b_before
        && a_before == b_last
    {
        least = least.min(distance(a_rest, b_rest) + 1);
    }
    least
}

#[test]
fn counted_typos_equal_the_defined_distance() {
    // All texts of up to six letters, each `a` or `b`.
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
            assert_eq!(count_typos(&mut query, text), least.filter(|least| *least <= 1), "{typed} in {text}");
        }
    }
}

#[test]
fn any_query_is_accepted_and_every_text_matches_itself() {
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
            let found = find(text, typed);
            let is_sought = !Query::of(typed).is_empty();
            assert!(text != typed || !is_sought || found.is_some(), "{text:?} finds itself");
        }
    }
}
