//! The words of the guide. Text between `**` is a label of the page and is emphasized.

use domain::{PermissionGroup, PermissionRule, RegistryPermission, Role};

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;
use crate::i18n::terms;

/// A row of a comparison: its topic, and a text for each side.
pub type ComparisonRow = [&'static str; 3];

pub struct GuideText {
    pub title: &'static str,
    pub introduction: &'static str,
    pub contents: &'static str,
    pub parts: [&'static str; 6],
    pub leads: [&'static str; 6],
    /// The headings of the comparison of registry types.
    pub types: ComparisonRow,
    pub type_rows: &'static [ComparisonRow],
    /// The headings of the comparison of visibilities.
    pub visibilities: ComparisonRow,
    pub visibility_rows: &'static [ComparisonRow],
    pub this_organization: &'static str,
    /// The numbers of people and service accounts.
    pub local_open: fn(usize, usize) -> String,
    /// The number of organization admins.
    pub local_restricted: fn(usize) -> String,
    pub visible_registries: &'static str,
    pub registry: &'static str,
    pub registries: &'static str,
    pub no_match: &'static str,
    pub permission: &'static str,
    /// The heading of the acting account's column.
    pub you_in: fn(&str) -> String,
    pub table: &'static str,
    pub group: fn(PermissionGroup) -> &'static str,
    pub permissions: [&'static str; domain::PERMISSIONS.len()],
    /// Whether a role has a permission.
    pub has: fn(bool) -> &'static str,
    pub verdict: fn(bool) -> &'static str,
    /// The accessible name of a verdict and its permission.
    pub verdict_label: fn(&str, &str) -> String,
    /// The permission comes from this role.
    pub for_role: fn(Role) -> String,
    /// The permission comes from this role and from having created the registry.
    pub for_creator: fn(Role) -> String,
    pub for_team: &'static str,
    pub for_organization: &'static str,
    pub conditions: [&'static str; 3],
    pub sources: &'static str,
}

impl GuideText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }

    #[must_use]
    pub fn permission(&self, permission: RegistryPermission) -> &'static str {
        let place = domain::PERMISSIONS.iter().position(|rule| rule.permission == permission);
        place.and_then(|place| self.permissions.get(place)).copied().unwrap_or_default()
    }

    /// The conditions of a permission beside the role.
    pub fn conditions_of(&self, rule: &PermissionRule) -> impl Iterator<Item = &'static str> {
        let holds = [rule.custom_only, rule.team_administrators, rule.creator_only];
        self.conditions.into_iter().zip(holds).filter(|(_, holds)| *holds).map(|(text, _)| text)
    }
}

pub static ENGLISH: GuideText = GuideText {
    title: "Guide",
    introduction: "Registrar lets you decide all of that for your organization, and look at the result with anybody’s eyes: choose \
                somebody under **Acting as**.",
    contents: "In this guide",
    parts: [
        "Walkthroughs",
        "Registry types",
        "Visibility types",
        "Roles and permissions",
        "Our assumptions",
        "W&B in 2026",
    ],
    leads: [
        "W&B’s guide “Create a custom registry” step by step in about five minutes, then the workflows of collections, links, aliases \
         and tags. A step is ticked once you have really done it, wherever you do it. One walkthrough runs at a time, and the others \
         keep their ticks.",
        "Every organization begins with two core registries. All others are custom ones, and somebody decided how they are.",
        "Visibility decides who can access a custom registry. Inside it, roles decide who may do what.",
        "Each role may do what the ones to its left may. The last column is yours, in the registry that you choose: open a \
         verdict for its reasons.",
        "Where W&B’s guide, its documentation and its client are silent or contradict each other, Registrar had to decide.",
        "What has changed in W&B since the guide that Registrar follows.",
    ],
    types: ["", "Core", "Custom"],
    type_rows: &[
        ["Which", "Models and Datasets, in every organization from the start", "As many as you create"],
        [
            "Visibility",
            "Organization, and cannot be changed",
            "Organization or Restricted, chosen at creation or later",
        ],
        ["Name and description", "Fixed", "Can be edited"],
        [
            "Accepted types",
            "model or dataset from the start; types can be added and never removed; never all types",
            "All types, or those that you specify; saved types can never be removed",
        ],
        ["Members and roles", "As in a custom registry", "Whoever creates it is its first admin"],
        ["Owner", "None", "Whoever creates it, until an admin names somebody else"],
        ["Delete", "Never", "By a team administrator, by its creator as its admin, or by an organization admin"],
    ],
    visibilities: ["", "Organization", "Restricted"],
    visibility_rows: &[
        [
            "Who can access it",
            "Everyone in the organization",
            "Only invited members of the organization, and its admins",
        ],
        [
            "Role without being listed",
            "People have the organization’s default role, service accounts are Members",
            "None: whoever is not invited does not even see that it exists",
        ],
        [
            "Who can set it",
            "An admin of the registry, a team administrator who can access it, an organization admin",
            "The same, unless the organization decided that restricted registries stay restricted",
        ],
    ],
    this_organization: "Access in this organization",
    local_open: |people, accounts| {
        format!("{}, {}", count(people, "person", "people"), count(accounts, "service account", "service accounts"))
    },
    local_restricted: |admins| {
        format!("{}, and whoever is invited", count(admins, "organization admin", "organization admins"))
    },
    visible_registries: "Registries that you see",
    registry: "Your permissions in",
    registries: "Registries to choose from",
    no_match: "No registry matches",
    permission: "Permission",
    you_in: |name| format!("You, in {}", isolate(name)),
    table: "Permissions of each role",
    group: |group| match group {
        PermissionGroup::Read => "Read",
        PermissionGroup::Create => "Create",
        PermissionGroup::Update => "Update",
        PermissionGroup::Delete => "Delete",
        PermissionGroup::Admin => "Administer",
    },
    permissions: [
        "View a collection’s details",
        "View a linked artifact’s details",
        "Search the registry",
        "View its settings and members",
        "Use a linked artifact",
        "Download a linked artifact",
        "See and download its files",
        "Create an automation",
        "Turn on notifications for new versions",
        "Create a collection",
        "Edit a collection’s name and description",
        "Edit a linked artifact’s description",
        "Add or remove a collection’s tag",
        "Add or remove a linked version’s tag",
        "Add or remove an alias",
        "Link an artifact",
        "Edit the registry’s name and description",
        "Add or remove a protected alias on a version",
        "Create or delete a protected alias",
        "Delete a collection",
        "Delete an automation",
        "Unlink an artifact",
        "Edit the accepted artifact types",
        "Change the visibility",
        "Add members",
        "Change a member’s role",
        "Remove members",
        "Make a member the owner",
        "Delete the registry",
    ],
    has: |has| if has { "yes" } else { "no" },
    verdict: |is_granted| if is_granted { "Allowed" } else { "Not allowed" },
    verdict_label: |verdict, permission| format!("{verdict}: {permission}. Why?"),
    for_role: |role| format!("You are {} in this registry, and that is enough.", (terms::ENGLISH.role)(role)),
    for_creator: |role| format!("You created this registry, and are {} in it.", (terms::ENGLISH.role)(role)),
    for_team: "You are the administrator of a team, and can access this registry.",
    for_organization: "You are an admin of the organization.",
    conditions: [
        "In custom registries only.",
        "Also for team administrators, in registries that they can access.",
        "As an admin of the registry only if you created it.",
    ],
    sources: "The sources",
};

fn count(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {several}", number(English, count)) }
}

pub static KOREAN: GuideText = GuideText {
    title: "가이드",
    introduction: "Registrar에서는 이 모든 것을 조직에 맞게 정해 보고, **활동 계정**에서 아무나 선택해 그 사람의 입장에서 결과를 확인할 수 있습니다.",
    contents: "가이드 목차",
    parts: ["따라 하기", "레지스트리 종류", "공개 범위의 종류", "역할과 권한", "Registrar의 가정", "2026년의 W&B"],
    leads: [
        "W&B의 가이드 ‘커스텀 레지스트리 만들기’를 5분쯤 한 단계씩 따라 한 다음, 컬렉션, 연결, 별칭, 태그의 작업 흐름을 이어서 해 봅니다. 어디에서 \
         하든 실제로 마친 단계에만 완료 표시가 됩니다. 한 번에 하나만 진행되고 나머지의 표시는 그대로 남습니다.",
        "모든 조직에는 코어 레지스트리 두 개가 처음부터 있습니다. 나머지는 모두 누군가 만들고 정한 커스텀 레지스트리입니다.",
        "공개 범위는 커스텀 레지스트리에 누가 접근할 수 있는지 정합니다. 그 안에서 누가 무엇을 할 수 있는지는 역할이 정합니다.",
        "각 역할은 왼쪽에 있는 역할이 할 수 있는 일을 모두 할 수 있습니다. 마지막 열은 선택한 레지스트리에서 내가 할 수 있는 일입니다. 판정을 \
         펼치면 이유가 나옵니다.",
        "W&B의 가이드와 문서, 클라이언트에 나와 있지 않거나 서로 다른 부분은 Registrar가 이렇게 정했습니다.",
        "Registrar가 따르는 가이드 이후 W&B에서 달라진 점입니다.",
    ],
    types: ["", "코어", "커스텀"],
    type_rows: &[
        ["해당 레지스트리", "Models와 Datasets. 모든 조직에 처음부터 있음", "원하는 만큼 만들 수 있음"],
        ["공개 범위", "조직. 바꿀 수 없음", "조직 또는 제한됨. 만들 때 정하고 나중에 바꿀 수 있음"],
        ["이름과 설명", "고정", "편집할 수 있음"],
        [
            "허용 유형",
            "처음부터 model 또는 dataset. 추가할 수 있지만 뺄 수 없고, ‘모든 유형’은 선택할 수 없음",
            "모든 유형 또는 지정한 유형. 저장한 유형은 뺄 수 없음",
        ],
        ["멤버와 역할", "커스텀 레지스트리와 같음", "만든 사람이 첫 관리자"],
        ["소유자", "없음", "만든 사람. 관리자가 다른 사람을 지정할 수 있음"],
        ["삭제", "할 수 없음", "팀 관리자, 직접 만든 레지스트리의 관리자, 조직 관리자"],
    ],
    visibilities: ["", "조직", "제한됨"],
    visibility_rows: &[
        ["접근할 수 있는 사람", "조직의 모든 사람", "초대받은 조직 멤버와 조직 관리자만"],
        [
            "등록되지 않은 계정의 역할",
            "사람은 조직의 기본 역할, 서비스 계정은 멤버",
            "없음. 초대받지 않으면 있다는 것도 알 수 없음",
        ],
        [
            "정할 수 있는 사람",
            "레지스트리 관리자, 레지스트리에 접근할 수 있는 팀 관리자, 조직 관리자",
            "같음. 다만 제한된 레지스트리를 다시 공개하지 않기로 조직이 정했다면 바꿀 수 없음",
        ],
    ],
    this_organization: "이 조직에서 접근할 수 있는 계정",
    local_open: |people, accounts| format!("{}명, 서비스 계정 {}개", number(Korean, people), number(Korean, accounts)),
    local_restricted: |admins| format!("조직 관리자 {}명과 초대받은 사람", number(Korean, admins)),
    visible_registries: "내가 볼 수 있는 레지스트리",
    registry: "내 권한을 볼 레지스트리",
    registries: "선택할 수 있는 레지스트리",
    no_match: "일치하는 레지스트리가 없습니다",
    permission: "권한",
    you_in: |name| format!("내 권한: {}", isolate(name)),
    table: "역할별 권한",
    group: |group| match group {
        PermissionGroup::Read => "읽기",
        PermissionGroup::Create => "만들기",
        PermissionGroup::Update => "변경",
        PermissionGroup::Delete => "삭제",
        PermissionGroup::Admin => "관리",
    },
    permissions: [
        "컬렉션 상세 정보 보기",
        "연결된 아티팩트의 상세 정보 보기",
        "레지스트리 검색",
        "설정과 멤버 보기",
        "연결된 아티팩트 사용",
        "연결된 아티팩트 내려받기",
        "아티팩트의 파일 보기와 내려받기",
        "자동화 만들기",
        "새 버전 알림 켜기",
        "컬렉션 만들기",
        "컬렉션의 이름과 설명 편집",
        "연결된 아티팩트의 설명 편집",
        "컬렉션의 태그 추가 및 제거",
        "연결된 버전의 태그 추가 및 제거",
        "별칭 추가 및 제거",
        "아티팩트 연결",
        "레지스트리의 이름과 설명 편집",
        "버전의 보호된 별칭 추가 및 제거",
        "보호된 별칭 생성 및 삭제",
        "컬렉션 삭제",
        "자동화 삭제",
        "아티팩트 연결 해제",
        "허용 아티팩트 유형 편집",
        "공개 범위 변경",
        "멤버 추가",
        "멤버의 역할 변경",
        "멤버 제거",
        "멤버를 소유자로 지정",
        "레지스트리 삭제",
    ],
    has: |has| if has { "가능" } else { "불가" },
    verdict: |is_granted| if is_granted { "할 수 있음" } else { "할 수 없음" },
    verdict_label: |verdict, permission| format!("{permission}: {verdict}. 이유 보기"),
    for_role: |role| format!("이 레지스트리에서 내 역할이 {}이므로 할 수 있습니다.", (terms::KOREAN.role)(role)),
    for_creator: |role| {
        format!("이 레지스트리를 직접 만들었고 내 역할이 {}이므로 할 수 있습니다.", (terms::KOREAN.role)(role))
    },
    for_team: "팀 관리자이고 이 레지스트리에 접근할 수 있으므로 할 수 있습니다.",
    for_organization: "조직 관리자이므로 할 수 있습니다.",
    conditions: [
        "커스텀 레지스트리에서만.",
        "팀 관리자도 가능(접근할 수 있는 레지스트리에 한함).",
        "레지스트리 관리자는 직접 만든 경우에만.",
    ],
    sources: "출처",
};
