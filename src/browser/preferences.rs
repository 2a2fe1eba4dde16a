//! What a browser prefers, theme, language and single keys: it belongs to nobody's organization. boot.js reads the same value before
//! anything is painted.

use std::cell::Cell;

use journal::KeyValue as _;
use json::{member, members, quoted, string};

use crate::browser::storage::BrowserStore;
use crate::browser::{address, dom};
use crate::i18n::Language;

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

/// As they are stored: what was never chosen is not there. Each is read by itself, so that one that nobody knows does
/// not take the other along.
#[derive(Default)]
struct Stored {
    theme: Option<String>,
    language: Option<String>,
    keys: Option<String>,
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
        keep(Stored { theme: Some(theme.value().to_owned()), ..stored() });
        self.show();
    }

    /// Speaks the language from now on, and after a reload.
    pub fn choose_language(&mut self, language: Language) {
        self.language = language;
        if address::asked(LANGUAGE).is_some() {
            address::ask(LANGUAGE, None);
        }
        keep(Stored { language: Some(language.tag().to_owned()), ..stored() });
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
    keep(Stored { keys: (!are_on).then(|| "off".to_owned()), ..stored() });
}

fn stored() -> Stored {
    let text = BrowserStore::probe().get(KEY).ok().flatten().unwrap_or_default();
    let fields = members(&text).unwrap_or_default();
    let field = |name| member(&fields, name).and_then(string);
    Stored { theme: field("theme"), language: field("language"), keys: field("keys") }
}

fn keep(stored: Stored) {
    let fields = [("theme", stored.theme), ("language", stored.language), ("keys", stored.keys)];
    let chosen = fields.into_iter().filter_map(|(name, value)| Some(format!("\"{name}\":{}", quoted(&value?))));
    let chosen: Vec<String> = chosen.collect();
    // A preference that cannot be kept still holds until the tab is closed.
    let _ = BrowserStore::probe().set(KEY, &format!("{{{}}}", chosen.join(",")));
}

/// Korean if the browser asks for Korean before English, else English.
fn of_browser() -> Language {
    let languages = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    languages.iter().filter_map(|tag| Language::of_tag(&tag.as_string()?)).next().unwrap_or(Language::English)
}
