//! The texts of a scenario that the address asks for.

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};
use crate::platform::fetch::NotFetched;

pub struct ScenariosText {
    /// The heading while the scenario is fetched.
    pub loading: &'static str,
    /// The heading of the question, with the name of the scenario.
    pub title: fn(&str) -> String,
    /// The consequence for the open organization, by its name.
    pub kept: fn(&str) -> String,
    /// The consequence for an open run without changes.
    pub replaced: fn(&str) -> String,
    /// The button that stays with the open organization.
    pub go_on: fn(&str) -> String,
    /// The button that begins the scenario.
    pub begin: &'static str,
    /// The heading if the scenario cannot begin.
    pub failed: &'static str,
    pub no_file: &'static str,
    pub not_fetched: fn(NotFetched) -> &'static str,
}

impl ScenariosText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: ScenariosText = ScenariosText {
    loading: "Opening the scenario…",
    title: |name| format!("Start {}?", isolate(name)),
    kept: |open| format!("{} is open. It is kept, and you can reopen it under Your data.", isolate(open)),
    replaced: |open| format!("{} is open, and nothing was changed in it. A new copy replaces it.", isolate(open)),
    go_on: |open| format!("Continue with {}", isolate(open)),
    begin: "Start scenario",
    failed: "The scenario can’t be started",
    no_file: "The link names no file. Check the link.",
    not_fetched: |fault| match fault {
        NotFetched::OtherOrigin => {
            "The link leads to another website. Scenarios open only from the site that this page is on."
        }
        NotFetched::Unreachable => {
            "The file wasn’t found. Check the link and the network connection, and reload the page to try again."
        }
        NotFetched::TooLarge => "The file is too large. A scenario has at most 8 MB.",
    },
};

static KOREAN: ScenariosText = ScenariosText {
    loading: "시나리오를 여는 중…",
    title: |name| format!("{} 시작할까요?", particle(name, "을", "를")),
    kept: |open| {
        format!(
            "{} 열려 있습니다. 이 조직은 그대로 남으며 ‘내 데이터’에서 다시 열 수 있습니다.",
            particle(open, "이", "가")
        )
    },
    replaced: |open| {
        format!("{} 열려 있지만 아직 변경된 것이 없습니다. 새 사본으로 바뀝니다.", particle(open, "이", "가"))
    },
    go_on: |open| format!("{} 계속 사용", isolate(open)),
    begin: "시나리오 시작",
    failed: "시나리오를 시작할 수 없습니다",
    no_file: "링크에 파일 이름이 없습니다. 링크를 확인하세요.",
    not_fetched: |fault| match fault {
        NotFetched::OtherOrigin => {
            "링크가 다른 웹사이트를 가리킵니다. 시나리오는 이 페이지와 같은 사이트에 있는 파일만 열 수 있습니다."
        }
        NotFetched::Unreachable => {
            "파일을 찾을 수 없습니다. 링크와 네트워크 연결을 확인한 다음 페이지를 새로 고치세요."
        }
        NotFetched::TooLarge => "파일이 너무 큽니다. 시나리오의 최대 크기는 8 MB입니다.",
    },
};
