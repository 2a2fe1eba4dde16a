//! The words of the page in English and Korean: a typed catalog for each language, so that a missing text does not
//! compile. The folder turns the domain's reasons into words.

pub(crate) mod common;
pub mod intl;
pub(crate) mod prose;
pub(crate) mod terms;

use self::terms::{actions, consequences, fault, labels, notice, refusal, undo};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// American English.
    English,
    /// Korean.
    Korean,
}

impl Language {
    /// Both languages in the order of the language menu.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The BCP 47 tag for `html lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// The language's own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Korean => "한국어",
        }
    }

    /// The language of a tag such as `ko-KR`, if the page has it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language of the demo organization.
    #[must_use]
    pub fn of_demo(self) -> samples::demo::Language {
        self.pick(samples::demo::Language::English, samples::demo::Language::Korean)
    }

    /// A text with another one in brackets.
    #[must_use]
    pub fn bracketed(self, text: &str, inside: &str) -> String {
        match self {
            Self::English => format!("{text} ({inside})"),
            Self::Korean => format!("{text}({inside})"),
        }
    }

    #[must_use]
    pub(crate) fn catalog(self) -> &'static Catalog {
        self.pick(&ENGLISH, &KOREAN)
    }

    #[must_use]
    pub(crate) fn pick<T>(self, english: T, korean: T) -> T {
        match self {
            Self::English => english,
            Self::Korean => korean,
        }
    }
}

/// The shared words of one language. Each feature keeps its own words in its `text` module.
pub(crate) struct Catalog {
    pub language: Language,
    pub terms: &'static terms::Terms,
    pub registry: &'static labels::RegistryTerms,
    pub common: &'static common::CommonText,
    pub notice: &'static notice::NoticeText,
    pub actions: &'static actions::ActionsText,
    pub fault: &'static fault::FaultText,
    pub refusal: &'static refusal::RefusalText,
    pub consequences: &'static consequences::ConsequencesText,
    pub undo: &'static undo::UndoText,
}

static ENGLISH: Catalog = Catalog {
    language: Language::English,
    terms: &terms::ENGLISH,
    registry: &labels::ENGLISH,
    common: &common::ENGLISH,
    notice: &notice::ENGLISH,
    actions: &actions::ENGLISH,
    fault: &fault::ENGLISH,
    refusal: &refusal::ENGLISH,
    consequences: &consequences::ENGLISH,
    undo: &undo::ENGLISH,
};

static KOREAN: Catalog = Catalog {
    language: Language::Korean,
    terms: &terms::KOREAN,
    registry: &labels::KOREAN,
    common: &common::KOREAN,
    notice: &notice::KOREAN,
    actions: &actions::KOREAN,
    fault: &fault::KOREAN,
    refusal: &refusal::KOREAN,
    consequences: &consequences::KOREAN,
    undo: &undo::KOREAN,
};
