//! The words of pages without content.

use crate::i18n::Language;

pub struct NothingHereText {
    pub nothing_here: &'static str,
    pub nothing_here_why: &'static str,
    pub to_registries: &'static str,
    pub no_organization: &'static str,
    pub no_organization_why: &'static str,
}

impl NothingHereText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: NothingHereText = NothingHereText {
    nothing_here: "There is nothing here that you can see",
    nothing_here_why: "The address may be mistyped, what was here may be gone, or it is not open to whoever you act as.",
    to_registries: "Go to the registries",
    no_organization: "The organization cannot be read",
    no_organization_why: "The record that this organization begins with is missing or damaged, so there is nothing to show. \
                          Whatever is in storage stays there: download it, open an earlier organization, or start over.",
};

pub static KOREAN: NothingHereText = NothingHereText {
    nothing_here: "볼 수 있는 것이 없습니다",
    nothing_here_why: "주소가 잘못되었거나, 있던 것이 없어졌거나, 지금 활동하는 계정에는 공개되지 않았습니다.",
    to_registries: "레지스트리로 가기",
    no_organization: "조직을 읽을 수 없습니다",
    no_organization_why: "이 조직의 첫 기록이 없거나 손상되어 보여 줄 것이 없습니다. 저장소에 있는 것은 모두 그대로 있습니다. \
                          내려받거나, 이전 조직을 열거나, 새로 시작하세요.",
};
