//! The terms of the domain, one word each. The English ones come from the guide.

pub(crate) mod actions;
pub(crate) mod consequences;
pub(crate) mod fault;
pub(crate) mod labels;
pub(crate) mod notice;
pub(crate) mod refusal;
pub(crate) mod undo;

use domain::{OrganizationRole, Role, TeamRole, Visibility};

pub struct Terms {
    pub visibility: fn(Visibility) -> &'static str,
    pub visibility_means: fn(Visibility) -> &'static str,
    pub role: fn(Role) -> &'static str,
    pub organization_role: fn(OrganizationRole) -> &'static str,
    pub team_role: fn(TeamRole) -> &'static str,
    pub service_account: &'static str,
    pub all_types: &'static str,
}

pub static ENGLISH: Terms = Terms {
    visibility: Visibility::name,
    visibility_means: |visibility| match visibility {
        Visibility::Organization => "Everyone in the organization can access the registry.",
        Visibility::Restricted => "Only invited members of the organization, and its admins, can access the registry.",
    },
    role: Role::name,
    organization_role: |role| match role {
        OrganizationRole::Viewer => "Viewer",
        OrganizationRole::Member => "Member",
        OrganizationRole::Admin => "Admin",
    },
    team_role: |role| match role {
        TeamRole::Viewer => "Viewer",
        TeamRole::Member => "Member",
        TeamRole::Admin => "Admin",
    },
    service_account: "Service account",
    all_types: "All types",
};

pub static KOREAN: Terms = Terms {
    visibility: |visibility| match visibility {
        Visibility::Organization => "조직",
        Visibility::Restricted => "제한됨",
    },
    visibility_means: |visibility| match visibility {
        Visibility::Organization => "조직의 모든 사람이 이 레지스트리에 접근할 수 있습니다.",
        Visibility::Restricted => "초대받은 조직 멤버와 조직 관리자만 이 레지스트리에 접근할 수 있습니다.",
    },
    role: |role| match role {
        Role::RestrictedViewer => "제한된 뷰어",
        Role::Viewer => "뷰어",
        Role::Member => "멤버",
        Role::Admin => "관리자",
    },
    organization_role: |role| match role {
        OrganizationRole::Viewer => "뷰어",
        OrganizationRole::Member => "멤버",
        OrganizationRole::Admin => "관리자",
    },
    team_role: |role| match role {
        TeamRole::Viewer => "뷰어",
        TeamRole::Member => "멤버",
        TeamRole::Admin => "관리자",
    },
    service_account: "서비스 계정",
    all_types: "모든 유형",
};
