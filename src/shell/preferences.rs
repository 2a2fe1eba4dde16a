//! The browser's preferences: theme, language and single-key shortcuts. They belong to no organization. theme.js reads
//! the same value before the first paint.

use std::cell::Cell;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use strum::{EnumString, IntoStaticStr};
use yew::prelude::*;

use crate::i18n::Language;
use crate::platform::storage::BrowserStore;
use crate::platform::{address, dom};

const KEY: &str = "registrar:prefs";

/// The query parameter for the language of this tab.
const LANGUAGE_PARAMETER: &str = "lang";

/// The color theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Theme {
    /// The system's theme.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The stored word, which is also the option's value.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The theme of a stored word; the system's for an unknown one.
    #[must_use]
    pub fn from_word(value: &str) -> Self {
        value.parse().unwrap_or_default()
    }
}

/// The preferences that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The color theme.
    pub theme: Theme,
    /// The language of the page.
    pub language: Language,
}

/// The shown preferences, and what changes them.
#[derive(Properties, PartialEq)]
pub struct PreferenceProps {
    /// The preferences.
    pub preferences: Preferences,
    /// Called with the chosen theme.
    pub on_theme: Callback<Theme>,
    /// Called with the chosen language.
    pub on_language: Callback<Language>,
}

/// The stored form. A preference that was never set is missing.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    #[serde(deserialize_with = "text_or_none", skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(deserialize_with = "text_or_none", skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(deserialize_with = "text_or_none", skip_serializing_if = "Option::is_none")]
    keys: Option<String>,
    /// Preferences of newer versions, which survive a save.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// Parses each preference by itself: a value of the wrong type does not discard the others.
fn text_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Value::deserialize(deserializer)?.as_str().map(str::to_owned))
}

impl Preferences {
    /// Loads the preferences. The language comes from the query parameter, the stored value or the browser, in this
    /// order.
    #[must_use]
    pub fn load() -> Self {
        let stored = stored();
        let language = [address::query_parameter(LANGUAGE_PARAMETER), stored.language].into_iter().flatten();
        let language = language.filter_map(|tag| Language::of_tag(&tag)).next();
        Self {
            theme: Theme::from_word(&stored.theme.unwrap_or_default()),
            language: language.unwrap_or_else(browser_language),
        }
    }

    /// Sets and saves the theme.
    pub fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
        save(&Stored { theme: Some(theme.word().to_owned()), ..stored() });
        self.apply();
    }

    /// Sets and saves the language.
    pub fn set_language(&mut self, language: Language) {
        self.language = language;
        if address::query_parameter(LANGUAGE_PARAMETER).is_some() {
            address::set_query_parameter(LANGUAGE_PARAMETER, None);
        }
        save(&Stored { language: Some(language.tag().to_owned()), ..stored() });
        self.apply();
    }

    /// Applies the preferences to the root element.
    pub fn apply(&self) {
        dom::set_root_attribute("lang", Some(self.language.tag()));
        dom::set_root_attribute("data-theme", Some(self.theme.word()).filter(|_| self.theme != Theme::System));
    }
}

thread_local! {
    /// The choice in this tab, which holds even if it cannot be saved.
    static SINGLE_KEYS: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether single-key shortcuts are on. They can be turned off, since speech input triggers them by accident (WCAG
/// 2.1.4).
#[must_use]
pub fn has_single_keys() -> bool {
    SINGLE_KEYS.get().unwrap_or_else(|| stored().keys.is_none_or(|keys| keys != "off"))
}

/// Turns single-key shortcuts on or off, and saves the choice.
pub fn set_single_keys(is_on: bool) {
    SINGLE_KEYS.set(Some(is_on));
    save(&Stored { keys: (!is_on).then(|| "off".to_owned()), ..stored() });
}

fn stored() -> Stored {
    BrowserStore::probe().read(KEY).unwrap_or_default()
}

fn save(stored: &Stored) {
    // A preference that cannot be saved holds until the tab is closed.
    let _ = BrowserStore::probe().write(KEY, stored);
}

/// The browser's first preferred language that the page has; otherwise English.
fn browser_language() -> Language {
    let languages = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    languages.iter().filter_map(|tag| Language::of_tag(&tag.as_string()?)).next().unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stored: &str, saved: &str) {
        let read: Stored = serde_json::from_str(stored).unwrap_or_default();
        assert_eq!(serde_json::to_string(&read).ok().as_deref(), Some(saved), "{stored}");
    }

    #[test]
    fn known_preferences_are_saved_unchanged() {
        for text in ["{}", r#"{"theme":"dark","language":"ko","keys":"off"}"#, r#"{"language":"en"}"#] {
            check(text, text);
        }
    }

    #[test]
    fn preferences_of_a_newer_version_are_carried_along() {
        let newer =
            r#"{"theme":"neon","density":{"columns":[1,2.5,0.30000000000000004,null],"rows":"compact"},"zoom":1.25}"#;
        check(newer, newer);
        let read: Stored = serde_json::from_str(newer).unwrap_or_default();
        let chosen = Stored { language: Some("ko".to_owned()), ..read };
        let saved = serde_json::to_string(&chosen).unwrap_or_default();
        assert_eq!(saved, newer.replace(r#""neon""#, r#""neon","language":"ko""#));
    }

    #[test]
    fn one_that_cannot_be_read_does_not_take_the_others_along() {
        check(r#"{"theme":7,"language":"ko","keys":null}"#, r#"{"language":"ko"}"#);
    }

    #[test]
    fn a_value_that_is_no_object_has_no_preferences() {
        let deep = format!("{{\"theme\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        for text in ["", "{", "null", "7", "[]", r#"["dark","ko","off"]"#, r#"{"theme":"\ud800"}"#, &deep] {
            check(text, "{}");
        }
    }
}
