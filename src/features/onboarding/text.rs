//! The texts of the first visit and of starting over.

use crate::i18n::Language;

/// The texts in one language.
pub struct OnboardingText {
    /// The heading on the first visit.
    pub title: &'static str,
    /// A description of Registrar in two sentences.
    pub lead: &'static str,
    /// The warning about a damaged pointer. The organizations in storage are listed below it.
    pub unreadable_pointer: &'static str,
    /// The heading when starting over.
    pub start_over: &'static str,
    /// The warning about the current organization.
    pub start_over_warning: &'static str,
    /// The button for the demo organization.
    pub demo: &'static str,
    /// The explanation of the option above.
    pub demo_lead: &'static str,
    /// The button for the organization that was saved in the page.
    pub original: &'static str,
    /// The explanation of the option above.
    pub original_lead: &'static str,
    /// The button for a new organization.
    pub empty: &'static str,
    /// The explanation of the option above.
    pub empty_lead: &'static str,
    /// The heading of the form.
    pub found: &'static str,
    /// The purpose of the form.
    pub found_lead: &'static str,
    pub organization: &'static str,
    pub name: &'static str,
    pub username: &'static str,
    /// The allowed characters.
    pub username_hint: &'static str,
    pub email: &'static str,
    /// The note that no email is sent.
    pub email_hint: &'static str,
    /// The button that founds the organization.
    pub begin: &'static str,
    /// The button that returns to the choice.
    pub back: &'static str,
}

impl OnboardingText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: OnboardingText = OnboardingText {
    title: "Welcome to Registrar",
    lead: "Rehearse it here: set up who may see and change what, then look at it through anybody’s eyes. Nothing touches a real \
           system, and everything stays in this browser.",
    unreadable_pointer: "The stored note of which organization was open here is damaged. All organizations that were found \
                         are listed below, and nothing is overwritten until you open one or begin another.",
    start_over: "Start over",
    start_over_warning: "The organization that is open now is kept: it moves to the earlier ones under Your data, until you \
                         delete it there. Download it first if you want a copy of your own.",
    demo: "Start with the demo organization",
    demo_lead: "A finished example to look around in: twelve people, three teams, eight registries.",
    original: "View the original",
    original_lead: "The organization that was saved in this page. Look around in it, or start again from there.",
    empty: "Start empty",
    empty_lead: "Your own organization, with you as its first admin.",
    found: "Start empty",
    found_lead: "You become the organization’s first admin. None of this leaves your browser.",
    organization: "Organization name",
    name: "Your name",
    username: "Username",
    username_hint: "The letters a to z, digits, “-”, “_” and “.”.",
    email: "Email",
    email_hint: "Nothing is ever sent to it.",
    begin: "Begin",
    back: "Back",
};

pub static KOREAN: OnboardingText = OnboardingText {
    title: "Registrar에 오신 것을 환영합니다",
    lead: "여기는 연습하는 곳입니다. 누가 무엇을 보고 바꿀 수 있을지 정하고, 누구의 입장에서든 확인해 보세요. 실제 시스템에는 아무 영향이 없고, \
           모든 내용은 이 브라우저에만 있습니다.",
    unreadable_pointer: "이 페이지에서 어떤 조직이 열려 있었는지 저장한 값이 손상되었습니다. 찾은 조직은 모두 아래에 있으며, 하나를 열거나 \
                         새로 시작할 때까지 아무것도 덮어쓰지 않습니다.",
    start_over: "새로 시작",
    start_over_warning: "지금 열려 있는 조직은 없어지지 않고 ‘내 데이터’의 이전 조직으로 옮겨져, 거기에서 삭제할 때까지 남아 있습니다. 사본이 \
                         필요하면 먼저 내려받으세요.",
    demo: "데모 조직으로 시작",
    demo_lead: "완성된 예시 조직을 둘러볼 수 있습니다. 사람 12명, 팀 3개, 레지스트리 8개가 있습니다.",
    original: "원본 보기",
    original_lead: "이 페이지에 저장된 조직입니다. 둘러보거나, 거기서부터 다시 시작할 수 있습니다.",
    empty: "빈 조직으로 시작",
    empty_lead: "내가 첫 관리자가 되는 나만의 조직입니다.",
    found: "빈 조직으로 시작",
    found_lead: "내가 조직의 첫 관리자가 됩니다. 입력한 내용은 브라우저 밖으로 나가지 않습니다.",
    organization: "조직 이름",
    name: "내 이름",
    username: "사용자 이름",
    username_hint: "영문자, 숫자, “-”, “_”, “.”을 쓸 수 있습니다.",
    email: "이메일",
    email_hint: "이 주소로는 아무것도 보내지 않습니다.",
    begin: "시작하기",
    back: "뒤로",
};
