//! The words of the side-by-side page.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

pub struct CompareText {
    pub registry: &'static str,
    pub all_registries: &'static str,
    pub first: &'static str,
    pub second: &'static str,
    pub no_person: &'static str,
    pub large: &'static str,
    pub swap: &'static str,
    pub close: &'static str,
    /// Opens a tab that acts as this account.
    pub open_as: fn(&str) -> String,
    /// The accessible name of a side.
    pub view_for: fn(&str) -> String,
    pub registries: &'static str,
    pub no_match: &'static str,
    /// The number of registries that are not listed.
    pub more: fn(usize) -> String,
    pub no_registries: &'static str,
    /// The account that cannot see the registry.
    pub hidden: fn(&str) -> String,
}

impl CompareText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: CompareText = CompareText {
    registry: "Show",
    all_registries: "All registries",
    first: "First person",
    second: "Second person",
    no_person: "Choose somebody, to see the same place as they do.",
    large: "Large type",
    swap: "Swap",
    close: "Leave",
    open_as: |name| format!("Open a tab as {name}"),
    view_for: |name| format!("As {name} sees it"),
    registries: "Registries",
    no_match: "No registry matches",
    more: |count| format!("{} more can be chosen above.", number(English, count)),
    no_registries: "No registry at all.",
    hidden: |name| format!("{} does not see this registry.", isolate(name)),
};

pub static KOREAN: CompareText = CompareText {
    registry: "볼 화면",
    all_registries: "모든 레지스트리",
    first: "첫 번째 사람",
    second: "두 번째 사람",
    no_person: "사람을 선택하면 그 사람에게 보이는 화면이 나타납니다.",
    large: "큰 글자",
    swap: "서로 바꾸기",
    close: "나가기",
    open_as: |name| format!("{name} 계정으로 새 탭 열기"),
    view_for: |name| format!("{name}에게 보이는 화면"),
    registries: "레지스트리",
    no_match: "일치하는 레지스트리가 없습니다",
    more: |count| format!("위에서 {}개를 더 선택할 수 있습니다.", number(Korean, count)),
    no_registries: "보이는 레지스트리가 없습니다.",
    hidden: |name| format!("{}에게는 이 레지스트리가 보이지 않습니다.", isolate(name)),
};
