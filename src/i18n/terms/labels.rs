//! The labels of a registry's parts.

use domain::{CoreRegistry, Registry};

use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;

pub struct RegistryTerms {
    pub models: &'static str,
    pub datasets: &'static str,
    pub visibility: &'static str,
    pub accepts: &'static str,
    pub owner: &'static str,
    pub members_table: &'static str,
    pub no_members: &'static str,
    pub role: &'static str,
    pub team: &'static str,
    pub removed_account: &'static str,
    pub all_registries: &'static str,
    pub settings_link: &'static str,
    pub effective: &'static str,
    /// The effective role of a team, which has none of its own.
    pub effective_of_team: &'static str,
    /// The numbers of people and service accounts in a team.
    pub team_of: fn(usize, usize) -> String,
    /// The label of the role select of an account.
    pub role_of: fn(&str) -> String,
    pub side_by_side: &'static str,
    pub promotions: &'static str,
}

impl RegistryTerms {
    /// The description of a registry. Those of core registries are fixed.
    #[must_use]
    pub fn description<'a>(&self, registry: &'a Registry) -> &'a str {
        match registry.core_kind() {
            Some(CoreRegistry::Models) => self.models,
            Some(CoreRegistry::Datasets) => self.datasets,
            None => registry.description().as_str(),
        }
    }
}

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
    removed_account: "no longer in the organization",
    all_registries: "All registries",
    settings_link: "Settings",
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
    promotions: "Promotions",
};

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
    removed_account: "더 이상 조직에 없음",
    all_registries: "모든 레지스트리",
    settings_link: "설정",
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
    promotions: "승격 기록",
};
