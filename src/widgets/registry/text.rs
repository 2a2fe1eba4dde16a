//! The words of a registry's details.

use crate::i18n::Language;

pub struct RegistryDetailsText {
    pub about: &'static str,
    pub no_description: &'static str,
    pub full_name: &'static str,
    pub visibility_fixed: &'static str,
    pub types_stay: &'static str,
    pub created: &'static str,
    /// The time of creation and the creator.
    pub created_by: fn(&str, &str) -> String,
    pub core: &'static str,
    pub your_role: &'static str,
    pub members: &'static str,
    /// The role of everyone in the organization.
    pub everyone: fn(&str) -> String,
    /// The admins of the organization, who have access to every registry.
    pub organization_admins: fn(&str) -> String,
    pub member: &'static str,
}

impl RegistryDetailsText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: RegistryDetailsText = RegistryDetailsText {
    about: "About this registry",
    no_description: "No description.",
    full_name: "Full name",
    visibility_fixed: "A core registry is always open to the organization.",
    types_stay: "Saved types are never removed.",
    created: "Created",
    created_by: |when, who| format!("{when} by {who}"),
    core: "Core registry: every organization starts with it.",
    your_role: "Your role",
    members: "Members",
    everyone: |role| format!("Everyone in the organization has at least the role {role}, without being listed."),
    organization_admins: |names| {
        format!("The organization’s admins can access every registry without being listed: {names}.")
    },
    member: "Member",
};

pub static KOREAN: RegistryDetailsText = RegistryDetailsText {
    about: "레지스트리 정보",
    no_description: "설명이 없습니다.",
    full_name: "전체 이름",
    visibility_fixed: "코어 레지스트리는 언제나 조직에 공개되어 있습니다.",
    types_stay: "저장한 유형은 뺄 수 없습니다.",
    created: "생성일",
    created_by: |when, who| format!("{when}, {who}"),
    core: "코어 레지스트리입니다. 모든 조직에 처음부터 있습니다.",
    your_role: "내 역할",
    members: "멤버",
    everyone: |role| format!("멤버로 등록되지 않아도 조직의 모든 사람이 {role} 이상의 역할을 가집니다."),
    organization_admins: |names| {
        format!("조직 관리자({names})는 멤버로 등록되지 않아도 모든 레지스트리에 접근할 수 있습니다.")
    },
    member: "멤버",
};
