//! What a browser prefers, theme, language and single keys: it belongs to nobody's organization. theme.js reads the same value before
//! anything is painted.

use std::cell::Cell;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::i18n::Language;
use crate::platform::storage::BrowserStore;
use crate::platform::{address, dom};

const KEY: &str = "registrar:prefs";

/// The name by which the address asks for a language, for this tab.
const LANGUAGE: &str = "lang";

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// What it is called where it is stored and in the list of choices.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that is called so; an unknown one is the system's.
    #[must_use]
    pub fn of(value: &str) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.value() == value).unwrap_or_default()
    }
}

/// What this browser prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The theme.
    pub theme: Theme,
    /// The language.
    pub language: Language,
}

/// As they are stored: a preference that was never chosen is not there.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    #[serde(deserialize_with = "text_or_nothing", skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(deserialize_with = "text_or_nothing", skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(deserialize_with = "text_or_nothing", skip_serializing_if = "Option::is_none")]
    keys: Option<String>,
    /// Preferences of a newer version, which are not dropped when this one saves.
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// Each preference is read by itself: one that is no text does not take the others along.
fn text_or_nothing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Value::deserialize(deserializer)?.as_str().map(str::to_owned))
}

impl Preferences {
    /// What the address asks for, else what was chosen here before, and else what the browser says.
    #[must_use]
    pub fn load() -> Self {
        let stored = stored();
        let language = [address::asked(LANGUAGE), stored.language].into_iter().flatten();
        let language = language.filter_map(|tag| Language::of_tag(&tag)).next();
        Self { theme: Theme::of(&stored.theme.unwrap_or_default()), language: language.unwrap_or_else(of_browser) }
    }

    /// Shows the theme from now on, and after a reload.
    pub fn choose_theme(&mut self, theme: Theme) {
        self.theme = theme;
        keep(&Stored { theme: Some(theme.value().to_owned()), ..stored() });
        self.show();
    }

    /// Speaks the language from now on, and after a reload.
    pub fn choose_language(&mut self, language: Language) {
        self.language = language;
        if address::asked(LANGUAGE).is_some() {
            address::ask(LANGUAGE, None);
        }
        keep(&Stored { language: Some(language.tag().to_owned()), ..stored() });
        self.show();
    }

    /// Tells the page.
    pub fn show(&self) {
        dom::set_root_attribute("lang", Some(self.language.tag()));
        dom::set_root_attribute("data-theme", Some(self.theme.value()).filter(|_| self.theme != Theme::System));
    }
}

thread_local! {
    /// What was chosen in this tab: it holds also where it cannot be kept.
    static SINGLE_KEYS: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Whether keys that are letters or signs by themselves do something. They can be switched off: who speaks to the browser
/// would set them off unawares (WCAG 2.1.4).
#[must_use]
pub fn has_single_keys() -> bool {
    SINGLE_KEYS.get().unwrap_or_else(|| stored().keys.is_none_or(|keys| keys != "off"))
}

/// Has them do something or not from now on, and after a reload.
pub fn choose_single_keys(are_on: bool) {
    SINGLE_KEYS.set(Some(are_on));
    keep(&Stored { keys: (!are_on).then(|| "off".to_owned()), ..stored() });
}

fn stored() -> Stored {
    BrowserStore::probe().read(KEY).unwrap_or_default()
}

fn keep(stored: &Stored) {
    // A preference that cannot be kept still holds until the tab is closed.
    let _ = BrowserStore::probe().write(KEY, stored);
}

/// Korean if the browser asks for Korean before English, else English.
fn of_browser() -> Language {
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
    fn what_is_known_is_saved_as_it_was() {
        for text in ["{}", r#"{"theme":"dark","language":"ko","keys":"off"}"#, r#"{"language":"en"}"#] {
            check(text, text);
        }
    }

    #[test]
    fn preferences_of_a_newer_version_are_carried_along() {
        let newer = r#"{"theme":"neon","density":{"columns":[1,2.5,null],"rows":"compact"},"zoom":1.25}"#;
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
    fn what_is_no_object_holds_no_preference() {
        let deep = format!("{{\"theme\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        for text in ["", "{", "null", "7", "[]", r#"["dark","ko","off"]"#, r#"{"theme":"\ud800"}"#, &deep] {
            check(text, "{}");
        }
    }
}
