//! The labels of a registry's parts, the same wherever they are shown.

use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;

/// The words.
pub struct RegistryTerms {
    /// What *Models* is for.
    pub models: &'static str,
    /// What *Datasets* is for.
    pub datasets: &'static str,
    /// Who can access it.
    pub visibility: &'static str,
    /// Which types it accepts.
    pub accepts: &'static str,
    /// Who owns it.
    pub owner: &'static str,
    /// The table of members, for the ears.
    pub members_table: &'static str,
    /// Nobody is listed.
    pub no_members: &'static str,
    /// The column of roles.
    pub role: &'static str,
    /// A team, in the column of kinds.
    pub team: &'static str,
    /// An account that is not there any more.
    pub gone: &'static str,
    /// Back to the registries.
    pub all_registries: &'static str,
    /// The link to them.
    pub gear: &'static str,
    /// The column of roles that follow from all sources.
    pub effective: &'static str,
    /// In that column, for a team.
    pub effective_of_team: &'static str,
    /// How many people and service accounts a team has.
    pub team_of: fn(usize, usize) -> String,
    /// Whose role the select sets.
    pub role_of: fn(&str) -> String,
    /// The heading, and what leads there.
    pub side_by_side: &'static str,
}

/// In English.
pub static ENGLISH: RegistryTerms = RegistryTerms {
    models: "Models of the whole organization.",
    datasets: "Datasets of the whole organization.",
    visibility: "Visibility",
    accepts: "Accepted artifact types",
    owner: "Owner",
    members_table: "Who is listed, with which role",
    no_members: "Nobody is listed here.",
    role: "Role",
    team: "Team",
    gone: "no longer in the organization",
    all_registries: "All registries",
    gear: "Settings",
    effective: "Effective role",
    effective_of_team: "Varies by person",
    team_of: |people, service_accounts| {
        let people = if people == 1 { "1 person".to_owned() } else { format!("{} people", number(English, people)) };
        match service_accounts {
            0 => people,
            1 => format!("{people}, 1 service account"),
            count => format!("{people}, {} service accounts", number(English, count)),
        }
    },
    role_of: |name| format!("Role of {name}"),
    side_by_side: "Side by side",
};

/// In Korean.
pub static KOREAN: RegistryTerms = RegistryTerms {
    models: "조직 전체의 모델입니다.",
    datasets: "조직 전체의 데이터셋입니다.",
    visibility: "공개 범위",
    accepts: "허용 아티팩트 유형",
    owner: "소유자",
    members_table: "등록된 멤버와 역할",
    no_members: "등록된 멤버가 없습니다.",
    role: "역할",
    team: "팀",
    gone: "더 이상 조직에 없음",
    all_registries: "모든 레지스트리",
    gear: "설정",
    effective: "적용되는 역할",
    effective_of_team: "팀원마다 다름",
    team_of: |people, service_accounts| {
        let people = number(Korean, people);
        match service_accounts {
            0 => format!("{people}명"),
            count => format!("{people}명, 서비스 계정 {}개", number(Korean, count)),
        }
    },
    role_of: |name| format!("{name}의 역할"),
    side_by_side: "나란히 보기",
};
