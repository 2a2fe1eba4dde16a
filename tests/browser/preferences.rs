//! Theme and language.

use registrar::i18n::Language;
use registrar::shell::preferences::{Preferences, Theme};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::storage::{ABSENT, THROWS, with_blocked_storage};
use crate::support::{self, CleanPage, document, image, local, script, window};

const KEY: &str = "registrar:prefs";

fn root(attribute: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(attribute)
}

/// The language of the page for a browser with these languages.
#[track_caller]
fn check_language(languages: &str, expected: Language) {
    script(&format!("Object.defineProperty(navigator, 'languages', {{ configurable: true, value: {languages} }})"));
    let loaded = Preferences::load();
    script("delete navigator.languages");
    assert_eq!(loaded.language, expected, "{languages}");
}

#[wasm_bindgen_test]
fn without_a_choice_the_browser_and_the_system_decide() {
    let _page = CleanPage::new();
    assert_eq!(Preferences::load().theme, Theme::System);
    check_language("['ko-KR', 'en']", Language::Korean);
    check_language("['fr', 'ko', 'en']", Language::Korean);
    check_language("['en-GB', 'ko']", Language::English);
    check_language("['fr', 'de']", Language::English);
    check_language("['kok', 'enm']", Language::English);
    check_language("[]", Language::English);
    assert!(image().is_empty(), "what was never chosen is not stored");
}

#[wasm_bindgen_test]
fn chosen_preferences_are_shown_and_loaded_again() {
    let _page = CleanPage::new();
    let mut preferences = Preferences::load();
    preferences.set_theme(Theme::Dark);
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    preferences.set_language(Language::Korean);
    assert_eq!(root("lang").as_deref(), Some("ko"));
    assert_eq!(local().get_item(KEY).unwrap().as_deref(), Some(r#"{"theme":"dark","language":"ko"}"#));
    assert_eq!(Preferences::load(), Preferences { theme: Theme::Dark, language: Language::Korean });

    preferences.set_theme(Theme::System);
    assert_eq!(root("data-theme"), None);
    assert_eq!(Preferences::load(), Preferences { theme: Theme::System, language: Language::Korean });
}

#[wasm_bindgen_test]
fn the_address_can_ask_for_a_language_until_another_one_is_chosen() {
    let _page = CleanPage::new();
    Preferences::load().set_language(Language::English);
    support::address("/?as=ada&lang=ko-KR#/about");
    let mut preferences = Preferences::load();
    assert_eq!(preferences.language, Language::Korean);
    assert_eq!(local().get_item(KEY).unwrap().as_deref(), Some(r#"{"language":"en"}"#), "it holds for this tab only");

    preferences.set_language(Language::English);
    assert_eq!(Preferences::load().language, Language::English);
    assert_eq!(window().location().search().unwrap(), "?as=ada");

    support::address("/?lang=fr#/");
    assert_eq!(
        Preferences::load().language,
        Language::English,
        "a language that the page does not speak asks for nothing"
    );
}

#[wasm_bindgen_test]
fn a_choice_of_one_leaves_the_other_open() {
    let _page = CleanPage::new();
    Preferences::load().set_theme(Theme::Light);
    assert_eq!(local().get_item(KEY).unwrap().as_deref(), Some(r#"{"theme":"light"}"#));
}

#[wasm_bindgen_test]
fn an_unreadable_preference_counts_as_none() {
    let _page = CleanPage::new();
    let usual = Preferences::load();
    for text in ["", "dark", "{", "[]", "null", r#"{"theme":"neon"}"#, r#"{"language":"fr"}"#] {
        local().set_item(KEY, text).unwrap();
        assert_eq!(Preferences::load(), usual, "{text:?}");
    }
}

#[wasm_bindgen_test]
fn with_blocked_storage_a_choice_holds_until_the_tab_closes() {
    let _page = CleanPage::new();
    for getter in [THROWS, ABSENT] {
        with_blocked_storage(getter, || {
            let mut preferences = Preferences::load();
            preferences.set_theme(Theme::Dark);
            assert_eq!(preferences.theme, Theme::Dark);
            assert_eq!(root("data-theme").as_deref(), Some("dark"));
            assert_eq!(Preferences::load().theme, Theme::System);
        });
    }
}
