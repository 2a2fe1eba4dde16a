//! The words of the walkthrough: its offer, its steps and its bar. Text between `**` is a label of the page and is
//! emphasized.

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};
use crate::state::walkthrough::steps::Step;

/// The instruction of a step, and a hint. The instruction fits into one line on a phone.
pub struct StepText {
    pub instruction: &'static str,
    pub hint: &'static str,
}

pub struct WalkthroughText {
    pub offer: &'static str,
    /// The offer with a hint about the acting account.
    pub offer_acting: fn(&str) -> String,
    pub accept: &'static str,
    pub decline: &'static str,
    pub start: &'static str,
    pub restart: &'static str,
    pub resume: &'static str,
    pub pause: &'static str,
    pub coach: &'static str,
    /// The number of a step, for screen readers.
    pub step: fn(usize) -> String,
    pub go_to_step: &'static str,
    /// The accessible name of the link to a step.
    pub go_to_step_label: fn(&str) -> String,
    pub completed: &'static str,
    pub marks: [&'static str; 4],
    pub registry_hidden: &'static str,
    pub no_candidates: &'static str,
    /// The button that acts as another person.
    pub act_as: fn(&str) -> String,
    pub chapters: [&'static str; 2],
    pub if_restricted: &'static str,
    pub steps: [StepText; Step::ALL.len()],
}

impl WalkthroughText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }

    #[must_use]
    pub fn step_text(&self, step: Step) -> Option<&StepText> {
        self.steps.get(step as usize)
    }
}

const fn step(instruction: &'static str, hint: &'static str) -> StepText {
    StepText { instruction, hint }
}

pub static ENGLISH: WalkthroughText = WalkthroughText {
    offer: "New here?",
    offer_acting: |name| {
        format!(
            "New here? You act as {}, and the page shows what that account may see and do. Choose somebody else under Acting as, and \
             compare.",
            isolate(name)
        )
    },
    accept: "Take the five-minute walkthrough",
    decline: "No, thanks",
    start: "Start the walkthrough",
    restart: "Start again",
    resume: "Go on",
    pause: "Stop",
    coach: "Walkthrough in progress",
    step: |step| format!("Step {step} of {}", Step::LAST),
    go_to_step: "Take me there",
    go_to_step_label: |step| format!("Take me there: step {step}"),
    completed: "All thirteen steps are done: your registry is ready.",
    marks: ["To do", "Done", "Skipped", "Not needed"],
    registry_hidden: "Whoever acts now cannot see the registry of this walkthrough.",
    no_candidates: "There is nobody to add yet. Add a person to the organization first.",
    act_as: |name| format!("Act as {}", isolate(name)),
    chapters: ["Create a custom registry", "Configure its visibility"],
    if_restricted: "Let people in, now that it is **Restricted**.",
    steps: [
        step("Open **Registry**.", "The first place of the navigation. W&B’s guide opens wandb.ai/registry here."),
        step("Press **Create registry**.", "You find it within **Custom registry**."),
        step(
            "Fill in **Name**.",
            "For instance Fine_Tuned_Models. The field shows the full name that programs use, and at once whether the name is \
             taken.",
        ),
        step("Fill in **Description**.", "Optional: leave it empty and go on if you like."),
        step(
            "Set **Registry visibility**.",
            "Who can view the registry. Leave **Organization** for now: step 12 restricts it.",
        ),
        step(
            "Set **Accepted artifacts type**.",
            "**All types** takes whatever is linked, **Specify types** only what you name.",
        ),
        step(
            "Fill in **Add artifact type**.",
            "One or more, such as model; Enter or **Add** adds it. A type can never be removed once it is saved.",
        ),
        step(
            "Press **Create registry** below.",
            "At the foot of the dialog. You become the registry’s admin and owner.",
        ),
        step("Go back to **Registry**.", "Your registry stands first within **Custom registry**."),
        step("Select your registry.", "Its page says what it is, who its members are, and why you have your role."),
        step("Press the gear, **Settings**.", "In the upper right corner."),
        step(
            "Choose **Restricted**, **Save changes**.",
            "From the **Registry visibility** dropdown. Who loses access stands above **Save changes** before you press it.",
        ),
        step("Press **Add member**.", "In the section **Registry members and roles**."),
        step(
            "Fill in **Member**.",
            "An email or a username of somebody in the organization: omar.haddad in the demo. If you are alone, add a person \
             under **People & teams** first.",
        ),
        step(
            "Press **Add new member**.",
            "They have access at once. Choose them under **Acting as**, and see what they see.",
        ),
    ],
};

pub static KOREAN: WalkthroughText = WalkthroughText {
    offer: "처음이신가요?",
    offer_acting: |name| {
        format!(
            "처음이신가요? 지금 {}의 계정으로 활동하고 있으며, 화면에는 이 계정이 보고 할 수 있는 것이 나타납니다. 활동 계정에서 다른 사람을 선택해 \
             비교해 보세요.",
            isolate(name)
        )
    },
    accept: "5분 만에 따라 해 보기",
    decline: "괜찮습니다",
    start: "따라 하기 시작",
    restart: "처음부터 다시",
    resume: "이어서 하기",
    pause: "그만하기",
    coach: "따라 하는 중",
    step: |step| format!("{}단계 중 {step}단계", Step::LAST),
    go_to_step: "바로 가기",
    go_to_step_label: |step| format!("바로 가기: {step}단계"),
    completed: "열세 단계를 모두 마쳤습니다. 레지스트리가 준비되었습니다.",
    marks: ["할 일", "완료", "건너뜀", "필요 없음"],
    registry_hidden: "지금 활동 계정으로는 따라 하면서 만든 레지스트리를 볼 수 없습니다.",
    no_candidates: "아직 추가할 사람이 없습니다. 먼저 조직에 사람을 추가하세요.",
    act_as: |name| format!("{} 활동하기", particle(name, "으로", "로")),
    chapters: ["커스텀 레지스트리 만들기", "공개 범위 설정하기"],
    if_restricted: "이제 **제한됨** 상태이니 멤버를 추가합니다.",
    steps: [
        step("**레지스트리**를 엽니다.", "메뉴의 첫 번째 항목입니다. W&B 가이드에서는 wandb.ai/registry를 엽니다."),
        step("**레지스트리 만들기**를 누릅니다.", "**커스텀 레지스트리** 부분에 있습니다."),
        step(
            "**이름**을 입력합니다.",
            "예를 들면 Fine_Tuned_Models입니다. 프로그램에서 쓸 전체 이름이 표시되고, 이미 쓰는 이름인지도 바로 알려 줍니다.",
        ),
        step("**설명**을 입력합니다.", "선택 사항이니 비워 두고 넘어가도 됩니다."),
        step(
            "**레지스트리 공개 범위**를 선택합니다.",
            "누가 볼 수 있는지 정합니다. 12단계에서 제한할 테니 지금은 **조직**으로 두세요.",
        ),
        step(
            "**허용 아티팩트 유형**을 선택합니다.",
            "**모든 유형**은 무엇이든 받고, **유형 지정**은 지정한 유형만 받습니다.",
        ),
        step(
            "**아티팩트 유형 추가**에 유형을 입력합니다.",
            "model처럼 하나 이상 입력하고 Enter나 **추가**를 누릅니다. 한번 저장한 유형은 뺄 수 없습니다.",
        ),
        step(
            "아래 **레지스트리 만들기**를 누릅니다.",
            "대화 상자 맨 아래에 있습니다. 내가 레지스트리의 관리자이자 소유자가 됩니다.",
        ),
        step("**레지스트리**로 돌아갑니다.", "만든 레지스트리가 **커스텀 레지스트리** 부분의 맨 앞에 있습니다."),
        step("만든 레지스트리를 선택합니다.", "어떤 곳인지, 멤버가 누구인지, 내 역할이 왜 그런지 볼 수 있습니다."),
        step("톱니바퀴 **설정**을 누릅니다.", "오른쪽 위에 있습니다."),
        step(
            "**제한됨**을 선택하고 **변경 사항 저장**을 누릅니다.",
            "**레지스트리 공개 범위**에서 선택합니다. 누가 접근할 수 없게 되는지는 저장하기 전에 **변경 사항 저장** 위에 나타납니다.",
        ),
        step("**멤버 추가**를 누릅니다.", "**레지스트리 멤버와 역할** 부분에 있습니다."),
        step(
            "**멤버**를 입력합니다.",
            "조직 멤버의 이메일이나 사용자 이름입니다. 데모 조직이라면 omar.haddad를 입력해 보세요. 혼자라면 **사람과 팀**에서 사람을 먼저 \
             추가하세요.",
        ),
        step(
            "**새 멤버 추가**를 누릅니다.",
            "바로 접근할 수 있게 됩니다. **활동 계정**에서 그 사람을 선택해 무엇이 보이는지 확인해 보세요.",
        ),
    ],
};
