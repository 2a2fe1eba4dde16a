//! The words of the protected aliases.

use crate::i18n::Language;

/// The texts in one language.
pub struct ProtectedText {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub alias: &'static str,
    pub alias_hint: &'static str,
    /// The accessible name of the button *+*.
    pub add: &'static str,
    /// The accessible name of the button that takes the protection away.
    pub remove: fn(&str) -> String,
    /// No version carries the alias.
    pub unused: &'static str,
}

impl ProtectedText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: ProtectedText = ProtectedText {
    title: "Protected Aliases",
    lead: "Only registry admins can add these aliases to versions, move them or remove them. Changes are saved immediately.",
    none: "No protected aliases.",
    alias: "Alias to protect",
    alias_hint: "For example production. latest and v0, v1 and so on can’t be protected.",
    add: "Add protected alias",
    remove: |alias| format!("Remove protection of {alias}"),
    unused: "Not in use",
};

static KOREAN: ProtectedText = ProtectedText {
    title: "보호된 별칭",
    lead: "이 별칭은 레지스트리 관리자만 버전에 붙이고 옮기고 제거할 수 있습니다. 변경 사항은 즉시 저장됩니다.",
    none: "보호된 별칭이 없습니다.",
    alias: "보호할 별칭",
    alias_hint: "예: production. latest와 v0, v1 등은 보호할 수 없습니다.",
    add: "보호된 별칭 추가",
    remove: |alias| format!("{alias} 별칭 보호 해제"),
    unused: "사용 중이 아님",
};
