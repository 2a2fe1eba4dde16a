//! The words of the page *Will it link?*.

use crate::i18n::Language;

/// The texts in one language.
pub struct WillLinkText {
    pub lead: &'static str,
    /// Something is not chosen yet.
    pub incomplete: &'static str,
    /// The heading of the script.
    pub python: &'static str,
}

impl WillLinkText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: WillLinkText = WillLinkText {
    lead: "Check whether a version can be linked to a registry, and link it.",
    incomplete: "Choose a version, a registry and a collection.",
    python: "The same in Python",
};

static KOREAN: WillLinkText = WillLinkText {
    lead: "버전을 레지스트리에 연결할 수 있는지 확인하고 연결합니다.",
    incomplete: "버전, 레지스트리, 컬렉션을 선택하세요.",
    python: "Python 코드",
};
