//! The texts of **Save as a scenario**.

use crate::i18n::Language;

pub struct ScenarioText {
    pub title: &'static str,
    /// The explanation of scenarios, and of handing them out.
    pub lead: &'static str,
    /// The summary that shows the form.
    pub prepare: &'static str,
    pub name: &'static str,
    pub text: &'static str,
    pub text_hint: &'static str,
    /// The account that acts first.
    pub acting: &'static str,
    /// The page that opens.
    pub page: &'static str,
    pub page_hint: &'static str,
    pub page_problem: &'static str,
    pub walkthrough: &'static str,
    /// The button that downloads the file.
    pub save: &'static str,
    /// The button that downloads the page with the scenario inside.
    pub save_as_page: &'static str,
}

impl ScenarioText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: ScenarioText = ScenarioText {
    title: "Save as a scenario",
    lead: "A scenario is a file with a copy of this organization. Everyone who opens it starts from the same point. Put it \
           beside this page on your site and share a link that ends in ?scenario=file.json, or send the file. Saved as a \
           page, it opens with a double-click.",
    prepare: "Prepare a scenario",
    name: "Scenario name",
    text: "Instructions",
    text_hint: "Optional. Shown when the scenario starts.",
    acting: "Acts first",
    page: "First page",
    page_hint: "Optional. Paste a link from Copy link. Otherwise the registries open.",
    page_problem: "Paste a link to a page of this app. It contains #/.",
    walkthrough: "Start the walkthrough",
    save: "Save as a scenario",
    save_as_page: "Save scenario as a page",
};

static KOREAN: ScenarioText = ScenarioText {
    title: "시나리오로 저장",
    lead: "시나리오는 이 조직의 사본이 담긴 파일입니다. 파일을 여는 사람은 모두 같은 상태에서 시작합니다. 사이트의 이 페이지 옆에 파일을 두고 \
           ?scenario=파일.json으로 끝나는 링크를 공유하거나 파일을 보내세요. 페이지로 저장하면 두 번 클릭으로 열립니다.",
    prepare: "시나리오 준비",
    name: "시나리오 이름",
    text: "안내",
    text_hint: "선택 사항입니다. 시나리오를 시작할 때 표시됩니다.",
    acting: "처음 사용할 계정",
    page: "처음 열 페이지",
    page_hint: "선택 사항입니다. ‘링크 복사’로 복사한 링크를 붙여 넣으세요. 비워 두면 레지스트리 목록이 열립니다.",
    page_problem: "이 앱의 페이지 링크를 붙여 넣으세요. 링크에는 #/가 들어 있습니다.",
    walkthrough: "둘러보기 시작",
    save: "시나리오로 저장",
    save_as_page: "시나리오를 페이지로 저장",
};
