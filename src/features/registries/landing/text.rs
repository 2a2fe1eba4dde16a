//! The texts of the list of registries.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

/// The texts in one language.
pub struct LandingText {
    pub title: &'static str,
    /// The purpose of the page.
    pub lead: &'static str,
    /// The heading of the core registries.
    pub core: &'static str,
    /// The explanation of core registries.
    pub core_lead: &'static str,
    /// The heading of the custom registries.
    pub custom: &'static str,
    /// The button that creates a registry.
    pub create: &'static str,
    /// The label of the filter.
    pub filter: &'static str,
    /// The label of the order.
    pub sort: &'static str,
    /// The order by last change.
    pub sort_recent: &'static str,
    /// The order by name.
    pub sort_name: &'static str,
    /// The number of registries.
    pub count: fn(usize) -> String,
    /// The numbers of shown and of all registries.
    pub count_of: fn(usize, usize) -> String,
    /// The account can access no custom registry.
    pub empty: &'static str,
    /// The advice for this case.
    pub empty_why: &'static str,
    /// No registry matches the filter, by its text.
    pub no_match: fn(&str) -> String,
    /// The button that clears the filter.
    pub clear_filter: &'static str,
    /// The number of further types.
    pub more_types: fn(usize) -> String,
    pub your_role: &'static str,
}

impl LandingText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: LandingText = LandingText {
    title: "Registry",
    lead: "Where the organization keeps the artifact versions that others build on.",
    core: "Core registry",
    core_lead: "Every organization has these two. They are open to everyone in it.",
    custom: "Custom registry",
    create: "Create registry",
    filter: "Filter",
    sort: "Sort",
    sort_recent: "Recently changed",
    sort_name: "Name",
    count: |count| match count {
        1 => "1 registry".to_owned(),
        count => format!("{} registries", number(English, count)),
    },
    count_of: |shown, all| format!("{} of {} registries", number(English, shown), number(English, all)),
    empty: "No custom registry yet",
    empty_why: "A custom registry has its own visibility, and accepts the artifact types that you choose.",
    no_match: |filter| format!("No custom registry matches “{}”.", isolate(filter)),
    clear_filter: "Clear the filter",
    more_types: |count| format!("{} more", number(English, count)),
    your_role: "Your role",
};

pub static KOREAN: LandingText = LandingText {
    title: "레지스트리",
    lead: "조직에서 함께 쓰는 아티팩트 버전을 모아 두는 곳입니다.",
    core: "코어 레지스트리",
    core_lead: "모든 조직에 처음부터 있으며 조직의 모든 사람에게 공개되어 있습니다.",
    custom: "커스텀 레지스트리",
    create: "레지스트리 만들기",
    filter: "필터",
    sort: "정렬",
    sort_recent: "최근 변경순",
    sort_name: "이름순",
    count: |count| format!("레지스트리 {}개", number(Korean, count)),
    count_of: |shown, all| format!("레지스트리 {}개 중 {}개", number(Korean, all), number(Korean, shown)),
    empty: "아직 커스텀 레지스트리가 없습니다",
    empty_why: "커스텀 레지스트리는 공개 범위를 따로 정하고, 선택한 아티팩트 유형만 받습니다.",
    no_match: |filter| format!("“{}”에 맞는 커스텀 레지스트리가 없습니다.", isolate(filter)),
    clear_filter: "필터 지우기",
    more_types: |count| format!("외 {}개", number(Korean, count)),
    your_role: "내 역할",
};

#[cfg(test)]
mod tests {
    use super::{ENGLISH, KOREAN};

    #[test]
    fn large_counts_are_grouped() {
        assert_eq!((crate::i18n::common::ENGLISH.page_of)(25, 48, 1234), "25–48 of 1,234");
        assert_eq!((ENGLISH.count_of)(1000, 12_345), "1,000 of 12,345 registries");
        assert_eq!((KOREAN.count)(1000), "레지스트리 1,000개");
        assert_eq!((crate::i18n::common::KOREAN.page_of)(1, 24, 999), "전체 999개 중 1~24번째");
    }
}
