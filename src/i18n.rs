//! Everything that the page says, in English and Korean: one typed catalogue a page, so that a missing text does not
//! compile. It knows the domain's reasons, and finds the words for them.

pub(crate) mod common;
pub mod intl;
pub(crate) mod prose;
pub(crate) mod terms;

use self::terms::{actions, consequences, fault, labels, notice, refusal};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// American English.
    English,
    /// Korean.
    Korean,
}

impl Language {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The language tag, as in `html lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Korean => "한국어",
        }
    }

    /// The language of a tag such as `ko-KR`, if it is one of the page's.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// A text, with another one in brackets after it.
    #[must_use]
    pub fn bracketed(self, text: &str, inside: &str) -> String {
        match self {
            Self::English => format!("{text} ({inside})"),
            Self::Korean => format!("{text}({inside})"),
        }
    }

    /// The words that the pages share.
    #[must_use]
    pub fn catalog(self) -> &'static Catalog {
        self.pick(&ENGLISH, &KOREAN)
    }

    /// One of two things, of which each language has its own.
    #[must_use]
    pub fn pick<T>(self, english: T, korean: T) -> T {
        match self {
            Self::English => english,
            Self::Korean => korean,
        }
    }
}

/// The words of one language that pages share. A feature keeps its own beside it.
pub struct Catalog {
    /// Which language.
    pub language: Language,
    /// The terms of the domain.
    pub terms: &'static terms::Terms,
    /// The labels of a registry's parts.
    pub registry: &'static labels::RegistryTerms,
    /// Words that all pages share.
    pub common: &'static common::CommonText,
    /// What is told after something was done, or was not.
    pub notice: &'static notice::NoticeText,
    /// What was done.
    pub actions: &'static actions::ActionsText,
    /// What is wrong with a text.
    pub fault: &'static fault::FaultText,
    /// Why something is refused.
    pub refusal: &'static refusal::RefusalText,
    /// What an intent would change, and where roles come from.
    pub consequences: &'static consequences::ConsequencesText,
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
};
