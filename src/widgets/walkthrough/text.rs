//! The words of the walkthrough: its offer, its steps and its bar. Text between `**` is a label of the page and is
//! emphasized.

mod steps;

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};
use crate::state::walkthrough::steps::{Step, Walk};

/// The instruction of a step, and a hint. The instruction fits into one line on a phone.
pub struct StepText {
    pub instruction: &'static str,
    pub hint: &'static str,
}

/// The words of a walkthrough.
pub struct WalkText {
    pub title: &'static str,
    pub lead: &'static str,
    /// All steps are done.
    pub completed: &'static str,
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
    /// The number of a step and of the last one, for screen readers.
    pub step: fn(usize, usize) -> String,
    pub go_to_step: &'static str,
    /// The accessible name of the link to a step.
    pub go_to_step_label: fn(&str) -> String,
    /// The same for a step of this walkthrough.
    pub go_to_step_of: fn(&str, &str) -> String,
    /// The accessible name of a button of this walkthrough.
    pub button_of: fn(&str, &str) -> String,
    pub start_further: &'static str,
    /// The number of steps that are done or needless, and of all.
    pub progress: fn(usize, usize) -> String,
    pub marks: [&'static str; 4],
    pub registry_hidden: &'static str,
    pub project_hidden: &'static str,
    pub no_candidates: &'static str,
    pub no_team: &'static str,
    pub no_project: &'static str,
    pub no_artifacts: &'static str,
    pub no_collections: &'static str,
    pub no_versions: &'static str,
    pub one_version: &'static str,
    /// The button that acts as another person.
    pub act_as: fn(&str) -> String,
    /// The chapters of the first walkthrough.
    pub chapters: [&'static str; 2],
    pub if_restricted: &'static str,
    /// The walkthroughs, the first of them first.
    walks: [WalkText; 4],
    /// The steps in the order of their declaration.
    pub steps: &'static [StepText],
}

impl WalkthroughText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }

    #[must_use]
    pub fn walk(&self, walk: Walk) -> &WalkText {
        let [registry, link, promote, label] = &self.walks;
        match walk {
            Walk::Registry => registry,
            Walk::Link => link,
            Walk::Promote => promote,
            Walk::Label => label,
        }
    }

    #[must_use]
    pub fn step_text(&self, step: Step) -> Option<&StepText> {
        self.steps.get(step as usize)
    }
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
    step: |step, last| format!("Step {step} of {last}"),
    go_to_step: "Take me there",
    go_to_step_label: |step| format!("Take me there: step {step}"),
    go_to_step_of: |step, title| format!("Take me there: {title}, step {step}"),
    button_of: |label, title| format!("{label}: {title}"),
    start_further: "Start",
    progress: |settled, all| format!("{settled} of {all} steps done"),
    marks: ["To do", "Done", "Skipped", "Not needed"],
    registry_hidden: "Whoever acts now cannot see the registry of this walkthrough.",
    project_hidden: "The acting account cannot see the project of this walkthrough.",
    no_candidates: "There is nobody to add yet. Add a person to the organization first.",
    no_team: "Projects belong to teams, and there is no team yet. Add one first.",
    no_project: "There is no project yet. Create one first.",
    no_artifacts: "The acting account sees no artifact that it could link.",
    no_collections: "This registry has no collections yet. Create one, or select another registry.",
    no_versions: "This collection has no versions yet. Link one first.",
    one_version: "This collection has one version only. Link another one first.",
    act_as: |name| format!("Act as {}", isolate(name)),
    walks: [
        WalkText {
            title: "Create a custom registry",
            lead: "",
            completed: "All thirteen steps are done: your registry is ready.",
        },
        WalkText {
            title: "Link a version to a collection",
            lead: "From a team’s project into the registry: log an artifact, create a collection, link the version.",
            completed: "All nine steps are done: your version is in the registry.",
        },
        WalkText {
            title: "Move production to another version",
            lead: "Protect an alias, move it from one version to the next, and see who else can. Two versions in a collection are enough.",
            completed: "All eight steps are done: the alias has moved.",
        },
        WalkText {
            title: "Label, find and unlink",
            lead: "Tags and descriptions say what a collection is for, and search finds it by them.",
            completed: "All eight steps are done. The version is still in its project.",
        },
    ],
    chapters: ["Create a custom registry", "Configure its visibility"],
    if_restricted: "Let people in, now that it is **Restricted**.",
    steps: &steps::ENGLISH,
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
    step: |step, last| format!("{last}단계 중 {step}단계"),
    go_to_step: "바로 가기",
    go_to_step_label: |step| format!("바로 가기: {step}단계"),
    go_to_step_of: |step, title| format!("바로 가기: {title}, {step}단계"),
    button_of: |label, title| format!("{title} {label}"),
    start_further: "시작",
    progress: |settled, all| format!("{all}단계 중 {settled}단계 완료"),
    marks: ["할 일", "완료", "건너뜀", "필요 없음"],
    registry_hidden: "지금 활동 계정으로는 따라 하면서 만든 레지스트리를 볼 수 없습니다.",
    project_hidden: "지금 활동 계정으로는 따라 하던 프로젝트를 볼 수 없습니다.",
    no_candidates: "아직 추가할 사람이 없습니다. 먼저 조직에 사람을 추가하세요.",
    no_team: "프로젝트는 팀에 속하는데 아직 팀이 없습니다. 먼저 팀을 추가하세요.",
    no_project: "아직 프로젝트가 없습니다. 먼저 프로젝트를 만드세요.",
    no_artifacts: "지금 활동 계정으로는 연결할 아티팩트를 볼 수 없습니다.",
    no_collections: "이 레지스트리에는 아직 컬렉션이 없습니다. 컬렉션을 만들거나 다른 레지스트리를 선택하세요.",
    no_versions: "이 컬렉션에는 아직 버전이 없습니다. 먼저 버전을 연결하세요.",
    one_version: "이 컬렉션에는 버전이 하나뿐입니다. 먼저 버전을 하나 더 연결하세요.",
    act_as: |name| format!("{} 활동하기", particle(name, "으로", "로")),
    walks: [
        WalkText {
            title: "커스텀 레지스트리 만들기",
            lead: "",
            completed: "열세 단계를 모두 마쳤습니다. 레지스트리가 준비되었습니다.",
        },
        WalkText {
            title: "컬렉션에 버전 연결하기",
            lead: "팀 프로젝트에서 레지스트리까지. 아티팩트를 기록하고 컬렉션을 만들어 버전을 연결합니다.",
            completed: "아홉 단계를 모두 마쳤습니다. 버전이 레지스트리에 연결되었습니다.",
        },
        WalkText {
            title: "운영 버전 바꾸기",
            lead: "별칭을 보호하고 다른 버전으로 옮긴 다음, 누가 옮길 수 있는지 확인합니다. 컬렉션에 버전이 두 개 있으면 됩니다.",
            completed: "여덟 단계를 모두 마쳤습니다. 별칭을 옮겼습니다.",
        },
        WalkText {
            title: "태그 달고 찾고 연결 해제하기",
            lead: "태그와 설명으로 컬렉션의 용도를 알리고, 검색으로 다시 찾습니다.",
            completed: "여덟 단계를 모두 마쳤습니다. 버전은 프로젝트에 그대로 있습니다.",
        },
    ],
    chapters: ["커스텀 레지스트리 만들기", "공개 범위 설정하기"],
    if_restricted: "이제 **제한됨** 상태이니 멤버를 추가합니다.",
    steps: &steps::KOREAN,
};
