//! The words for changes of access, for the sources of roles and for the confirmation dialog.

use domain::Role;

use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle};
use crate::i18n::terms;

pub struct ConsequencesText {
    pub title: &'static str,
    pub nothing: &'static str,
    /// At least two accounts change from the first role to the second.
    pub change: fn(usize, Option<Role>, Option<Role>) -> String,
    /// The number of accounts that are left out after the named ones.
    pub more: fn(usize) -> String,
    /// An account that does not exist yet.
    pub new_account: &'static str,
    /// The number of registries that are left out.
    pub more_registries: fn(usize) -> String,
    /// The previous and the next owner.
    pub owner: fn(Option<&str>, Option<&str>) -> String,
    /// A deleted object, by its name.
    pub deleted: fn(&str) -> String,
    /// An unlinked version, by its name.
    pub unlinked: fn(&str) -> String,
    /// The collection or artifact, an alias, and the numbers of the versions that hold it before and after.
    pub alias: fn(&str, &str, Option<u32>, Option<u32>) -> String,
    pub refused: &'static str,
    /// The text that a person must type to confirm.
    pub type_exactly: fn(&str) -> String,
    pub typed: &'static str,
    pub mismatch: &'static str,
    /// The accessible name of a role's sources.
    pub sources_label: fn(&str) -> String,
    pub no_access: &'static str,
    pub no_access_why: &'static str,
    pub organization_admin: &'static str,
    pub own_row: &'static str,
    /// A role from this team's row.
    pub team: fn(&str) -> String,
    pub base: &'static str,
    pub highest_counts: &'static str,
}

pub static ENGLISH: ConsequencesText = ConsequencesText {
    title: "What this changes",
    nothing: "Nobody’s access changes.",
    new_account: "New account",
    change: |count, before, after| {
        let (role, shown) = (terms::ENGLISH.role, number(English, count));
        match (before, after) {
            (Some(before), None) => format!("{shown} lose access (now {})", role(before)),
            (None, Some(after)) => format!("{shown} gain access as {}", role(after)),
            (before, after) => {
                let name = |of: Option<Role>| of.map_or("–", role);
                format!("{shown} go from {} to {}", name(before), name(after))
            }
        }
    },
    more: |count| format!(", and {} more", number(English, count)),
    more_registries: |count| match count {
        1 => "… and in 1 more registry.".to_owned(),
        count => format!("… and in {} more registries.", number(English, count)),
    },
    owner: |before, after| {
        let name = |of: Option<&str>| of.map_or_else(|| "nobody".to_owned(), isolate);
        format!("The owner is {} instead of {}", name(after), name(before))
    },
    deleted: |name| format!("{} is deleted", isolate(name)),
    unlinked: |name| format!("{} is unlinked", isolate(name)),
    alias: |series, alias, before, after| {
        let (series, alias) = (isolate(series), isolate(alias));
        match (before, after) {
            (Some(before), Some(after)) => format!("{series}: {alias} moves from v{before} to v{after}"),
            (None, Some(after)) => format!("{series}: v{after} gets {alias}"),
            (Some(before), None) => format!("{series}: v{before} loses {alias}"),
            (None, None) => format!("{series}: {alias}"),
        }
    },
    refused: "This cannot be done",
    type_exactly: |name| format!("Type {} to confirm.", isolate(name)),
    typed: "Confirm by typing",
    mismatch: "This is not the name. Nothing was changed.",
    sources_label: |role| format!("{role}: why?"),
    no_access: "No access",
    no_access_why: "The registry is Restricted, and neither they nor a team of theirs are among its members. An admin of the \
                    registry can add them.",
    organization_admin: "as an admin of the organization, who is Admin in every registry. It ends with that role.",
    own_row: "as a listed member. An admin of the registry can change or remove it.",
    team: |name| {
        format!("through the team {}. It ends when they leave the team, or the team the registry.", isolate(name))
    },
    base: "because the registry is open to the organization. It ends when the registry becomes Restricted.",
    highest_counts: "The highest role counts.",
};

pub static KOREAN: ConsequencesText = ConsequencesText {
    title: "이렇게 바뀝니다",
    nothing: "누구의 접근 권한도 바뀌지 않습니다.",
    new_account: "새 계정",
    change: |count, before, after| {
        let (role, count) = (terms::KOREAN.role, number(Korean, count));
        match (before, after) {
            (Some(before), None) => format!("계정 {count}개가 접근 권한을 잃음(현재 {})", role(before)),
            (None, Some(after)) => format!("계정 {count}개가 {} 역할로 접근할 수 있게 됨", role(after)),
            (before, after) => {
                let name = |of: Option<Role>| of.map_or("–", role);
                format!("계정 {count}개의 역할이 {}에서 {} 바뀜", name(before), particle(name(after), "으로", "로"))
            }
        }
    },
    more: |count| format!(" 외 {}개", number(Korean, count)),
    more_registries: |count| format!("… 그 밖의 레지스트리 {}개에서도 바뀝니다.", number(Korean, count)),
    owner: |before, after| {
        let name = |of: Option<&str>| of.map_or_else(|| "없음".to_owned(), isolate);
        format!("소유자가 바뀜: {} → {}", name(before), name(after))
    },
    deleted: |name| format!("{} 삭제", isolate(name)),
    unlinked: |name| format!("{} 연결 해제", isolate(name)),
    alias: |series, alias, before, after| {
        let (series, alias) = (isolate(series), isolate(alias));
        match (before, after) {
            (Some(before), Some(after)) => format!("{series}: {alias} 별칭이 v{before}에서 v{after}(으)로 이동"),
            (None, Some(after)) => format!("{series}: v{after}에 {alias} 별칭 추가"),
            (Some(before), None) => format!("{series}: v{before}에서 {alias} 별칭 제거"),
            (None, None) => format!("{series}: {alias}"),
        }
    },
    refused: "할 수 없습니다",
    type_exactly: |name| format!("확인하려면 {} 그대로 입력하세요.", particle(name, "을", "를")),
    typed: "입력하여 확인",
    mismatch: "표시된 내용과 다릅니다. 아무것도 변경되지 않았습니다.",
    sources_label: |role| format!("{role}: 이유 보기"),
    no_access: "접근할 수 없음",
    no_access_why: "제한된 레지스트리이며, 직접 등록되지도 않았고 등록된 팀에 속하지도 않았습니다. 레지스트리 관리자가 추가할 수 있습니다.",
    organization_admin: "역할: 조직 관리자는 모든 레지스트리의 관리자입니다. 조직 관리자가 아니게 되면 이 역할도 없어집니다.",
    own_row: "역할: 이 레지스트리에 직접 등록되어 있습니다. 레지스트리 관리자가 바꾸거나 제거할 수 있습니다.",
    team: |name| {
        format!(
            "역할: {} 팀을 통해 받았습니다. 팀에서 나가거나 팀이 레지스트리에서 제거되면 이 역할도 없어집니다.",
            isolate(name)
        )
    },
    base: "역할: 조직에 공개된 레지스트리라서 받았습니다. 레지스트리를 제한하면 이 역할은 없어집니다.",
    highest_counts: "이 가운데 가장 높은 역할이 적용됩니다.",
};
