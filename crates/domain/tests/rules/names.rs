//! Names of registries.

use domain::{NAME_PREFIX, RegistryName, TextFault};

#[track_caller]
fn check_accepted(typed: &str, shown: &str) {
    let name = RegistryName::parse(typed).unwrap_or_else(|fault| panic!("{typed:?}: {fault:?}"));
    assert_eq!(name.as_str(), shown, "{typed:?}");
    assert_eq!(name.to_string(), shown, "{typed:?}");
    assert_eq!(name.full_name(), format!("wandb-registry-{shown}"), "{typed:?}");
}

#[track_caller]
fn check_refused(typed: &str, fault: TextFault) {
    assert_eq!(RegistryName::parse(typed), Err(fault), "{typed:?}");
}

#[track_caller]
fn check_forbidden(character: char) {
    // Inside, so that it is not trimmed, and between letters, so that it is not composed.
    check_refused(&format!("a{character}b"), TextFault::Forbidden(character));
}

#[track_caller]
fn check_length(unit: &str) {
    check_accepted(&unit.repeat(113), &unit.repeat(113));
    for (count, by) in [(114, 1), (128, 15), (10_000, 9_887)] {
        check_refused(&unit.repeat(count), TextFault::TooLong { by, limit: 113 });
    }
}

#[test]
fn the_limit_leaves_room_for_the_prefix() {
    assert_eq!(RegistryName::LIMIT, 113);
    assert_eq!(RegistryName::LIMIT + NAME_PREFIX.len(), 128);
}

#[test]
fn ordinary_names_are_accepted_as_they_are() {
    for name in ["m", "0", "Fine_Tuned_Models", "Vision Checkpoints", "release-2025.11", "a & b + c", "(draft)", "*"] {
        check_accepted(name, name);
    }
}

#[test]
fn names_in_every_script_are_accepted() {
    for name in
        ["음성 데이터셋", "语音数据", "モデル", "نماذج الإنتاج", "מודלים", "हिन्दी मॉडल", "Modèles", "ОБУЧЕНИЕ", "🚀"]
    {
        check_accepted(name, name);
    }
}

#[test]
fn joined_emoji_are_accepted() {
    for name in
        ["👩\u{200d}🔬", "👨\u{200d}👩\u{200d}👧\u{200d}👦 models", "❤\u{fe0f} x", "🏴\u{e0067}\u{e0062}\u{e007f} x"]
    {
        check_accepted(name, name);
    }
}

#[test]
fn names_with_a_meaning_in_programs_are_accepted() {
    for name in
        ["__proto__", "constructor", "<script>alert(1)<!--script>", "null", "undefined", "\"'`", "${x}", "{{x}}"]
    {
        check_accepted(name, name);
    }
}

#[test]
fn a_name_without_visible_characters_is_empty() {
    let empty = [
        "",
        " ",
        " \t\r\n ",
        "\u{a0}\u{2003}\u{3000}",
        "\u{85}",
        "\u{2028}\u{2029}",
        "\u{200b}",
        "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}",
        " \u{200b} \u{ad} ",
        "\u{fe0f}",
        "\u{3164}\u{115f}\u{1160}\u{ffa0}",
        "\u{2800}",
        "\u{e0020}",
    ];
    for typed in empty {
        check_refused(typed, TextFault::Empty);
    }
}

#[test]
fn emptiness_is_reported_before_other_faults() {
    check_refused("\u{202e}\u{200b}", TextFault::Empty);
    check_refused("\u{0}\u{7}", TextFault::Empty);
    check_refused(&"\u{200b}".repeat(500), TextFault::Empty);
    check_refused(&" ".repeat(10_000), TextFault::Empty);
}

#[test]
fn outer_white_space_is_trimmed() {
    check_accepted("  Models of mine \n", "Models of mine");
    check_accepted("\u{3000}\u{a0}음성\u{2003}\u{85}", "음성");
    check_accepted(&format!("  {}  ", "a".repeat(113)), &"a".repeat(113));
}

#[test]
fn outer_invisible_characters_are_trimmed() {
    check_accepted("\u{feff}Speech\u{200b}", "Speech");
    check_accepted(" \u{2060} Speech \u{200b}\n", "Speech");
    check_accepted("❤\u{fe0f}", "❤");
}

#[test]
fn inner_white_space_stays() {
    check_accepted("a  b", "a  b");
    check_accepted("a\u{a0}b", "a\u{a0}b");
}

#[test]
fn names_are_composed() {
    check_accepted("Mode\u{300}les", "Modèles");
    check_accepted("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글");
    check_accepted("\u{212b}", "\u{c5}");
}

#[test]
fn length_is_counted_in_characters_in_every_script() {
    check_length("a");
    check_length("한");
    check_length("模");
    check_length("🚀");
    check_length("é");
}

#[test]
fn length_is_counted_after_composition() {
    check_accepted(&"\u{1112}\u{1161}\u{11ab}".repeat(113), &"한".repeat(113));
    check_refused(&"\u{1112}\u{1161}\u{11ab}".repeat(114), TextFault::TooLong { by: 1, limit: 113 });
    check_accepted(&"e\u{301}".repeat(113), &"é".repeat(113));
}

#[test]
fn every_part_of_a_joined_emoji_counts() {
    let scientist = "👩\u{200d}🔬";
    check_accepted(&scientist.repeat(37), &scientist.repeat(37));
    check_refused(&scientist.repeat(38), TextFault::TooLong { by: 1, limit: 113 });
}

#[test]
fn characters_that_break_addresses_are_forbidden() {
    for character in ['/', '\\', '#', '?', '%', ':', '\r', '\n'] {
        check_forbidden(character);
    }
}

#[test]
fn lookalikes_of_forbidden_characters_are_accepted() {
    for name in ["a／b", "a：b", "a∕b", "50％", "what？", "a;b"] {
        check_accepted(name, name);
    }
    check_accepted("a\u{37e}b", "a;b");
}

#[test]
fn control_characters_are_forbidden() {
    let controls = (0..=0x1f).chain(0x7f..=0x9f).filter_map(char::from_u32);
    for character in controls {
        check_forbidden(character);
    }
}

#[test]
fn characters_that_turn_the_direction_of_the_text_are_forbidden() {
    let bidi =
        ['\u{61c}', '\u{200e}', '\u{200f}'].into_iter().chain('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
    for character in bidi {
        check_forbidden(character);
    }
}

#[test]
fn the_neighbors_of_forbidden_characters_are_accepted() {
    for character in [
        '.', '0', ';', '[', ']', '"', '$', '&', '>', '@', '~', '\u{a1}', '\u{200b}', '\u{200d}', '\u{2065}', '\u{206a}',
    ] {
        let name = format!("a{character}b");
        check_accepted(&name, &name);
    }
}

#[test]
fn the_first_forbidden_character_in_the_text_is_reported() {
    check_refused("a:b/c", TextFault::Forbidden(':'));
    check_refused("a/b:c", TextFault::Forbidden('/'));
    check_refused("a\u{202e}b/c", TextFault::Forbidden('\u{202e}'));
    check_refused("\u{7}a/b", TextFault::Forbidden('\u{7}'));
    check_refused("/ x", TextFault::Forbidden('/'));
}

#[test]
fn a_forbidden_character_is_reported_before_the_length() {
    check_refused(&format!("{}/", "a".repeat(500)), TextFault::Forbidden('/'));
    check_refused(&format!("{}\u{200f}a", "한".repeat(200)), TextFault::Forbidden('\u{200f}'));
}

#[test]
fn a_forbidden_character_is_reported_before_the_prefix() {
    check_refused("wandb-registry-a/b", TextFault::Forbidden('/'));
}

#[test]
fn the_length_is_reported_before_the_prefix() {
    let typed = format!("{NAME_PREFIX}{}", "a".repeat(99));
    check_refused(&typed, TextFault::TooLong { by: 1, limit: 113 });
}

#[test]
fn the_prefix_is_refused_in_any_case() {
    let prefixed = [
        "wandb-registry-",
        "wandb-registry-model",
        "wandb-registry-Speech",
        "WANDB-REGISTRY-Speech",
        "Wandb-Registry-x",
        "  wandb-registry-x",
        "wandb-regi\u{17f}try-x",
        "w\u{200b}andb-reg\u{ad}istry-x",
        "\u{feff}wandb-registry-x",
        "wandb-registry\u{200d}-x",
        "wandb-registry-\u{301}x",
        "wandb\u{2011}registry\u{2011}Foo",
        "wandb\u{2013}registry\u{2212}Foo",
        "wandb－registry﹣Foo",
    ];
    for typed in prefixed {
        check_refused(typed, TextFault::Prefixed);
    }
}

#[test]
fn lookalikes_of_the_prefix_are_accepted() {
    for name in
        ["wandb-registry", "wandb registry x", "my wandb-registry-x", "wandb_registry_x", "wandb-registr\u{fd}-x"]
    {
        check_accepted(name, name);
    }
}

#[test]
fn a_prefixed_name_within_the_limit_is_reported_as_prefixed() {
    check_refused(&format!("{NAME_PREFIX}{}", "a".repeat(98)), TextFault::Prefixed);
}
