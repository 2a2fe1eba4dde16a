//! The words of the page of changes.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

pub struct ChangesText {
    pub title: &'static str,
    pub lead: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub no_moment: &'static str,
    /// Between these moments; the founding and now if there are none.
    pub between: fn(Option<&str>, Option<&str>) -> String,
    pub nothing: &'static str,
    pub settings: &'static str,
    pub organization_name: &'static str,
    pub default_role: &'static str,
    pub restricted_stays: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub access: &'static str,
    pub members: &'static str,
    pub registries: &'static str,
    pub owners: &'static str,
    pub organization_roles: &'static str,
    pub team_members: &'static str,
    pub team: &'static str,
    pub accounts: &'static str,
    pub collections: &'static str,
    /// The table of new names, usernames and addresses.
    pub names: &'static str,
    pub username: &'static str,
    pub email: &'static str,
    pub who: &'static str,
    pub registry: &'static str,
    pub what: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub name: &'static str,
    pub visibility: &'static str,
    pub types: &'static str,
    pub description: &'static str,
    pub protected_aliases: &'static str,
    /// No role, no owner, or not there.
    pub none: &'static str,
    pub exists: &'static str,
    /// A registry that did not exist, or that the account could not see.
    pub hidden: &'static str,
    pub show_all: fn(usize) -> String,
    pub export_csv: &'static str,
}

impl ChangesText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: ChangesText = ChangesText {
    title: "What changed since",
    lead: "Compares two moments of the history: access, settings, names, members, owners and roles, and the registries and collections \
           that you could see. Versions and projects are not compared.",
    from: "From",
    to: "To",
    no_moment: "The history has no such moment.",
    between: |from, to| {
        let (from, to) = (from.unwrap_or("the founding"), to.unwrap_or("now"));
        format!("Between {from} and {to}.")
    },
    nothing: "Nothing differs.",
    settings: "Organization settings",
    organization_name: "Organization name",
    default_role: "Default role for new members",
    restricted_stays: "Restricted registries stay restricted",
    yes: "Yes",
    no: "No",
    access: "Access",
    members: "Members",
    registries: "Registries",
    owners: "Owners",
    organization_roles: "Organization roles",
    team_members: "Members of teams",
    team: "Team",
    accounts: "People, service accounts and teams",
    collections: "Collections",
    names: "Names and emails",
    username: "Username",
    email: "Email",
    who: "Who",
    registry: "Registry",
    what: "What",
    before: "Before",
    after: "After",
    name: "Name",
    visibility: "Visibility",
    types: "Accepted types",
    description: "Description",
    protected_aliases: "Protected aliases",
    none: "–",
    exists: "Exists",
    hidden: "Doesn’t exist, or not visible",
    show_all: |count| format!("Show all {}", number(English, count)),
    export_csv: "Download as CSV",
};

static KOREAN: ChangesText = ChangesText {
    title: "그 이후 바뀐 것",
    lead: "기록의 두 시점을 비교합니다. 접근 권한, 설정, 이름, 멤버, 소유자, 역할과 그때 볼 수 있었던 레지스트리와 컬렉션이 어떻게 달라졌는지 \
           보여 줍니다. 버전과 프로젝트는 비교하지 않습니다.",
    from: "시작 시점",
    to: "끝 시점",
    no_moment: "기록에 그런 시점이 없습니다.",
    between: |from, to| {
        let (from, to) = (from.unwrap_or("조직을 만든 때"), to.unwrap_or("지금"));
        format!("{from}부터 {to}까지.")
    },
    nothing: "달라진 것이 없습니다.",
    settings: "조직 설정",
    organization_name: "조직 이름",
    default_role: "새 멤버의 기본 역할",
    restricted_stays: "제한된 레지스트리를 다시 공개하지 않음",
    yes: "예",
    no: "아니요",
    access: "접근 권한",
    members: "멤버",
    registries: "레지스트리",
    owners: "소유자",
    organization_roles: "조직 역할",
    team_members: "팀 멤버",
    team: "팀",
    accounts: "사람, 서비스 계정, 팀",
    collections: "컬렉션",
    names: "이름과 이메일",
    username: "사용자 이름",
    email: "이메일",
    who: "대상",
    registry: "레지스트리",
    what: "항목",
    before: "이전",
    after: "이후",
    name: "이름",
    visibility: "공개 범위",
    types: "허용 아티팩트 유형",
    description: "설명",
    protected_aliases: "보호된 별칭",
    none: "–",
    exists: "있음",
    hidden: "없거나 볼 수 없음",
    show_all: |count| format!("{}개 모두 보기", number(Korean, count)),
    export_csv: "CSV로 내려받기",
};
