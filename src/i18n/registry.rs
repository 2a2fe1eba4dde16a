//! One registry.

/// The words.
pub struct Text {
    /// What it is.
    pub about: &'static str,
    /// Nothing was written about it.
    pub no_description: &'static str,
    /// Its full name.
    pub full_name: &'static str,
    /// Who can access it.
    pub visibility: &'static str,
    /// A core registry's visibility is fixed.
    pub visibility_fixed: &'static str,
    /// Which types it accepts.
    pub accepts: &'static str,
    /// What that means for the types.
    pub types_stay: &'static str,
    /// Who owns it.
    pub owner: &'static str,
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
    /// The table of members, for the ears.
    pub members_table: &'static str,
    /// Nobody is listed.
    pub no_members: &'static str,
    /// Who has access without being listed: everyone, with this role.
    pub everyone: fn(&str) -> String,
    /// Who has access without being listed: these.
    pub organization_admins: fn(&str) -> String,
    /// The column of names.
    pub member: &'static str,
    /// The column of roles.
    pub role: &'static str,
    /// A team, in the column of kinds.
    pub team: &'static str,
    /// An account that is not there any more.
    pub gone: &'static str,
    /// Back to the registries.
    pub all_registries: &'static str,
}

/// In English.
pub const ENGLISH: Text = Text {
    about: "About this registry",
    no_description: "No description.",
    full_name: "Full name",
    visibility: "Visibility",
    visibility_fixed: "A core registry is always open to the organization.",
    accepts: "Accepted artifact types",
    types_stay: "Saved types are never removed.",
    owner: "Owner",
    created: "Created",
    created_by: |when, who| format!("{when} by {who}"),
    core: "Core registry: every organization starts with it.",
    your_role: "Your role",
    members: "Members",
    members_table: "Who is listed, with which role",
    no_members: "Nobody is listed here.",
    everyone: |role| format!("Everyone in the organization has at least the role {role}, without being listed."),
    organization_admins: |names| {
        format!("The organization’s admins can access every registry without being listed: {names}.")
    },
    member: "Member",
    role: "Role",
    team: "Team",
    gone: "no longer in the organization",
    all_registries: "All registries",
};

/// In Korean.
pub const KOREAN: Text = Text {
    about: "레지스트리 정보",
    no_description: "설명이 없습니다.",
    full_name: "전체 이름",
    visibility: "공개 범위",
    visibility_fixed: "코어 레지스트리는 언제나 조직에 공개되어 있습니다.",
    accepts: "허용 아티팩트 유형",
    types_stay: "저장한 유형은 뺄 수 없습니다.",
    owner: "소유자",
    created: "생성일",
    created_by: |when, who| format!("{when}, {who}"),
    core: "코어 레지스트리입니다. 모든 조직에 처음부터 있습니다.",
    your_role: "내 역할",
    members: "멤버",
    members_table: "등록된 멤버와 역할",
    no_members: "등록된 멤버가 없습니다.",
    everyone: |role| format!("멤버로 등록되지 않아도 조직의 모든 사람이 {role} 이상의 역할을 가집니다."),
    organization_admins: |names| {
        format!("조직 관리자({names})는 멤버로 등록되지 않아도 모든 레지스트리에 접근할 수 있습니다.")
    },
    member: "멤버",
    role: "역할",
    team: "팀",
    gone: "더 이상 조직에 없음",
    all_registries: "모든 레지스트리",
};
