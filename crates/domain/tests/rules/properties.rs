//! Property tests of texts.

use domain::{
    AccountName, ArtifactType, Description, Email, FoldKey, NameKey, OrganizationName, PersonName, RegistryName,
    normalize,
};
use icu_normalizer::DecomposingNormalizerBorrowed;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::property_config;

/// Pieces of text that can cause faults.
const PIECES: &[&str] = &[
    "a",
    "B",
    "ß",
    "ẞ",
    "ﬁ",
    "Σ",
    "ς",
    "İ",
    "ı",
    "ſ",
    "K",
    "e\u{301}",
    "é",
    "\u{301}",
    "\u{345}",
    "α",
    "ᾴ",
    "ᾼ",
    "ΐ",
    "\u{390}",
    "\u{1fd3}",
    "\u{323}",
    "\u{307}",
    "한",
    "\u{1112}",
    "\u{1161}",
    "\u{11ab}",
    "\u{115f}",
    "\u{1160}",
    "🚀",
    "👩\u{200d}🔬",
    "\u{200b}",
    "\u{ad}",
    "\u{34f}",
    "\u{fe0f}",
    "\u{feff}",
    "\u{e0001}",
    "\u{2800}",
    " ",
    "\u{3000}",
    "\t",
    "\n",
    "\r",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "/",
    "\\",
    "#",
    "?",
    "%",
    ":",
    "@",
    ".",
    "\u{202e}",
    "\u{2066}",
    "\u{61c}",
    "wandb-registry-",
    "WANDB-",
    "registry-",
    "Models",
    "dataset",
    "\u{37e}",
    "\u{1fef}",
    "\u{fb1d}",
    "\u{0f73}",
    "\u{1d15e}",
    "ĳ",
    "ŉ",
    "ǰ",
    "և",
];

fn text() -> impl Strategy<Value = String> {
    let soup =
        vec(prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)], 0..12);
    prop_oneof![
        4 => soup.prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => (select(PIECES), 100_usize..140).prop_map(|(piece, count)| piece.repeat(count)),
    ]
}

/// Parsing the text of a parsed value gives the same value.
fn check_stable<T: PartialEq + std::fmt::Debug, E: std::fmt::Debug>(
    parse: fn(&str) -> Result<T, E>,
    show: fn(&T) -> String,
    text: &str,
) {
    if let Ok(value) = parse(text) {
        let shown = show(&value);
        assert_eq!(normalize(&shown), shown, "{text:?}");
        assert_eq!(parse(&shown).unwrap(), value, "{text:?}");
    }
}

proptest! {
    #![proptest_config(property_config(200))]

    #[test]
    fn parsing_a_parsed_text_again_gives_the_same_value(text in text()) {
        check_stable(RegistryName::parse, RegistryName::to_string, &text);
        check_stable(Description::parse, Description::to_string, &text);
        check_stable(ArtifactType::parse, ArtifactType::to_string, &text);
        check_stable(AccountName::parse, AccountName::to_string, &text);
        check_stable(Email::parse, Email::to_string, &text);
        check_stable(PersonName::parse, PersonName::to_string, &text);
        check_stable(OrganizationName::parse, OrganizationName::to_string, &text);
    }

    #[test]
    fn a_parsed_registry_name_keeps_every_rule(text in text()) {
        if let Ok(name) = RegistryName::parse(&text) {
            let name = name.as_str();
            prop_assert!((1..=113).contains(&name.chars().count()));
            prop_assert!(!name.contains(['/', '\\', '#', '?', '%', ':', '\r', '\n']));
            prop_assert!(!name.chars().any(char::is_control));
            let turns = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!name.contains(turns));
            prop_assert!(!NameKey::of(name).as_str().starts_with("wandb-registry-"));
            prop_assert_eq!(domain::trim(name), name);
        }
    }

    #[test]
    fn keys_ignore_normalization_invisible_characters_and_case(text in text(), places in vec(any::<prop::sample::Index>(), 0..4)) {
        let key = FoldKey::of(&text);
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
        prop_assert_eq!(&FoldKey::of(&decomposed), &key, "decomposed");
        prop_assert_eq!(&FoldKey::of(domain::trim(&text)), &FoldKey::of(&normalize(&text)), "shown only");
        prop_assert_eq!(&FoldKey::of(key.as_str()), &key, "folded");
        let mut strewn: Vec<char> = text.chars().collect();
        for place in places {
            strewn.insert(place.index(strewn.len() + 1), '\u{34f}');
        }
        prop_assert_eq!(&FoldKey::of(&String::from_iter(strewn)), &key, "strewn");
    }

    #[test]
    fn equivalent_texts_give_the_same_name(text in text()) {
        if let Ok(name) = RegistryName::parse(&text) {
            let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&text);
            prop_assert_eq!(RegistryName::parse(&decomposed).unwrap(), name.clone());
            prop_assert_eq!(name.key(), &NameKey::of(&decomposed));
        }
    }
}
