//! The words around a Python script.

use crate::i18n::Language;

pub struct PythonText {
    pub python: &'static str,
    pub python_label: &'static str,
    pub no_python: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
}

impl PythonText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: PythonText = PythonText {
    python: "Copy as Python",
    python_label: "Python script",
    no_python: "Fill in the form first: then it can be copied as a call of W&B’s Python client.",
    copied: "Copied.",
    copy_by_hand: "Selected: press Ctrl+C or ⌘C to copy it.",
};

pub static KOREAN: PythonText = PythonText {
    python: "Python으로 복사",
    python_label: "Python 스크립트",
    no_python: "양식을 먼저 채우면 W&B Python 클라이언트의 호출 코드로 복사할 수 있습니다.",
    copied: "복사했습니다.",
    copy_by_hand: "선택해 두었습니다. Ctrl+C나 ⌘C로 복사하세요.",
};
