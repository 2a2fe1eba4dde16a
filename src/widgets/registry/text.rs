//! One registry.

use crate::i18n::Language;

/// The words.
pub struct RegistryDetailsText {
    /// What it is.
    pub about: &'static str,
    /// Nothing was written about it.
    pub no_description: &'static str,
    /// Its full name.
    pub full_name: &'static str,
    /// A core registry's visibility is fixed.
    pub visibility_fixed: &'static str,
    /// What that means for the types.
    pub types_stay: &'static str,
    /// When it was created.
    pub created: &'static str,
    /// When, and by whom.
    pub created_by: fn(&str, &str) -> String,
    /// It is there from the start.
    pub core: &'static str,
    /// The acting account's role.
    pub your_role: &'static str,
    /// The members.
    pub members: &'static str,
    /// Who has access without being listed: everyone, with this role.
    pub everyone: fn(&str) -> String,
    /// Who has access without being listed: these.
    pub organization_admins: fn(&str) -> String,
    /// The column of names.
    pub member: &'static str,
}

impl RegistryDetailsText {
    /// The words in a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

/// In English.
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

/// In Korean.
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
