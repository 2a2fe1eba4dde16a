//! Artifact types, and sets of accepted types.

use domain::{AcceptedTypes, ArtifactType, NoTypes, TextFault};

use crate::support::{artifact_type, types};

#[track_caller]
fn check_accepted(typed: &str, shown: &str) {
    assert_eq!(ArtifactType::parse(typed).as_ref().map(ArtifactType::as_str), Ok(shown), "{typed:?}");
}

#[track_caller]
fn check_refused(typed: &str, fault: TextFault) {
    assert_eq!(ArtifactType::parse(typed), Err(fault), "{typed:?}");
}

#[track_caller]
fn check_saved<const N: usize>(named: [&str; N], saved: &[&str]) {
    let accepted = types(named);
    let texts: Vec<_> = accepted.saved().iter().map(ArtifactType::as_str).collect();
    assert_eq!(texts, saved);
    assert!(!accepted.is_all());
}

#[test]
fn ordinary_types_are_accepted() {
    for text in ["model", "dataset", "raw data", "eval.v2", "모델", "a\\b", "100%", "#1"] {
        check_accepted(text, text);
    }
}

#[test]
fn types_are_trimmed_and_composed() {
    check_accepted("  model\n", "model");
    check_accepted("mode\u{300}le", "modèle");
}

#[test]
fn a_type_needs_a_visible_character() {
    for typed in ["", "  ", "\u{200b}", "\u{3164}"] {
        check_refused(typed, TextFault::Empty);
    }
}

#[test]
fn a_type_has_no_slash_and_no_colon() {
    check_refused("a/b", TextFault::Forbidden('/'));
    check_refused("a:b", TextFault::Forbidden(':'));
    check_refused("a:b/c", TextFault::Forbidden(':'));
}

#[test]
fn a_type_has_no_control_or_bidirectional_characters() {
    for character in ['\u{0}', '\n', '\u{7f}', '\u{85}', '\u{61c}', '\u{202e}', '\u{2066}'] {
        check_refused(&format!("a{character}b"), TextFault::Forbidden(character));
    }
}

/// A saved type stays for good, and nobody could tell `model` from another one that looks the same.
#[test]
fn a_type_has_no_invisible_characters() {
    for character in ['\u{200b}', '\u{feff}', '\u{ad}', '\u{2060}', '\u{3164}', '\u{fe0f}', '\u{2028}', '\u{2029}'] {
        check_refused(&format!("a{character}b"), TextFault::Forbidden(character));
        if !character.is_whitespace() {
            check_accepted(&format!("{character}ab {character}"), "ab");
        }
    }
    check_refused("mo\u{200b}de/l", TextFault::Forbidden('\u{200b}'));
}

#[test]
fn a_type_has_joiners_between_letters_only() {
    for text in ["می\u{200c}خواهم", "क्\u{200d}ष", "क\u{94d}\u{200c}ष"] {
        check_accepted(text, text);
    }
    check_refused("a\u{200d} b", TextFault::Forbidden('\u{200d}'));
    check_refused("1\u{200c}2", TextFault::Forbidden('\u{200c}'));
    check_refused("👩\u{200d}🔬", TextFault::Forbidden('\u{200d}'));
    check_refused("می\u{200c}\u{200c}خواهم", TextFault::Forbidden('\u{200c}'));
}

#[test]
fn the_client_refuses_some_types() {
    for text in ["model", "raw data", "eval.v2", "-x", "_x", "a  b", "a.", "모델", "modèle", "x_1-2.3"] {
        assert!(!artifact_type(text).is_refused_by_client(), "{text:?}");
    }
    for text in ["model; dataset", ".model", "a,b", "a\\b", "100%", "a\u{a0}b", "a–b", "🚀", "(draft)", "a+b"] {
        assert!(artifact_type(text).is_refused_by_client(), "{text:?}");
    }
}

#[test]
fn a_type_has_at_most_128_characters() {
    for unit in ["a", "모", "🚀"] {
        check_accepted(&unit.repeat(128), &unit.repeat(128));
        check_refused(&unit.repeat(129), TextFault::TooLong { by: 1, limit: 128 });
    }
    check_refused(&format!("{}/", "a".repeat(200)), TextFault::Forbidden('/'));
}

#[test]
fn reserved_types_are_accepted() {
    for (text, kept) in [
        ("job", true),
        ("wandb-x", true),
        ("wandb-", true),
        ("wandb-history", true),
        ("wandb", false),
        ("Job", false),
        ("jobs", false),
        ("WANDB-x", false),
        ("my-wandb-x", false),
        ("model", false),
    ] {
        assert_eq!(artifact_type(text).is_reserved(), kept, "{text:?}");
    }
    check_saved(["job", "wandb-x"], &["job", "wandb-x"]);
}

#[test]
fn a_registry_that_specifies_its_types_has_at_least_one() {
    assert_eq!(AcceptedTypes::specify([]), Err(NoTypes));
}

#[test]
fn types_stay_in_the_order_in_which_they_were_added() {
    check_saved(["report", "model", "dataset"], &["report", "model", "dataset"]);
}

#[test]
fn a_type_that_is_added_twice_counts_once() {
    check_saved(["model", "dataset", "model", " model "], &["model", "dataset"]);
}

#[test]
fn the_case_of_a_type_matters() {
    check_saved(["model", "Model"], &["model", "Model"]);
    assert!(!types(["model"]).accepts(&artifact_type("Model")));
}

#[test]
fn only_specified_types_are_accepted() {
    let accepted = types(["model", "report"]);
    for (text, is) in [("model", true), ("report", true), ("dataset", false), ("models", false)] {
        assert_eq!(accepted.accepts(&artifact_type(text)), is, "{text:?}");
    }
}

#[test]
fn accepting_all_types_accepts_every_type() {
    let all = AcceptedTypes::all();
    assert!(all.is_all());
    assert_eq!(*all.saved(), []);
    for text in ["model", "job", "whatever"] {
        assert!(all.accepts(&artifact_type(text)));
    }
}
