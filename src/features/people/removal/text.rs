//! The texts of the confirmations of removals and lower roles.

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};

/// The texts in one language.
pub struct RemovalText {
    /// The heading of a removal, by the name of the account.
    pub remove_title: fn(&str) -> String,
    /// The effect of a removal, by the name, and whether it is the acting account.
    pub remove_person_lead: fn(&str, bool) -> String,
    pub remove_person: &'static str,
    pub remove_service_account: &'static str,
    /// The heading of a demotion, by the name and the new role.
    pub demote_title: fn(&str, &str) -> String,
    /// The effect of a demotion, by the name, and whether it is the acting account.
    pub demote_lead: fn(&str, bool) -> String,
    /// The effect of the role Viewer on a person who is not an admin, by the name.
    pub viewer_lead: fn(&str) -> String,
    /// The heading of a lower team role, by the name, the new role and the team.
    pub team_title: fn(&str, &str, &str) -> String,
    /// The effect on a team admin, by the name and the team.
    pub team_lead: fn(&str, &str) -> String,
    pub change_role: &'static str,
    /// The heading of the removal of a team, by its name.
    pub remove_team_title: fn(&str) -> String,
    /// The effect of the change above.
    pub remove_team_lead: fn(&str) -> String,
    pub remove_a_team: &'static str,
    /// The heading of a removal from a team, by the names of the account and the team.
    pub leave_title: fn(&str, &str) -> String,
    /// The note for the acting account.
    pub this_is_you: &'static str,
    pub leave: &'static str,
    /// The heading of a new default role, by its name.
    pub default_role_title: fn(&str) -> String,
    /// The effect of the change above.
    pub default_role_lead: &'static str,
    pub change_default_role: &'static str,
}

impl RemovalText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: RemovalText = RemovalText {
    remove_title: |name| format!("Remove {}?", isolate(name)),
    remove_person_lead: |name, is_self| {
        let lead = format!("{} leaves the organization, all its teams and all its registries.", isolate(name));
        if is_self { format!("This is you. {lead} You choose who to act as after that.") } else { lead }
    },
    remove_person: "Remove person",
    remove_service_account: "Remove service account",
    demote_title: |name, role| format!("Make {} {role}?", isolate(name)),
    demote_lead: |name, is_self| {
        if is_self {
            "This is you. You will no longer manage people, teams and settings, and only another admin can make you Admin again."
                .to_owned()
        } else {
            format!("{} will no longer manage people, teams and settings.", isolate(name))
        }
    },
    viewer_lead: |name| format!("{} will no longer create registries.", isolate(name)),
    team_title: |name, role, team| format!("Make {} {role} in {}?", isolate(name), isolate(team)),
    team_lead: |name, team| format!("{} will no longer administer the team {}.", isolate(name), isolate(team)),
    change_role: "Change role",
    remove_team_title: |name| format!("Remove the team {}?", isolate(name)),
    remove_team_lead: |name| {
        format!(
            "{} goes from the organization and all its registries. Its people stay in the organization.",
            isolate(name)
        )
    },
    remove_a_team: "Remove team",
    leave_title: |name, team| format!("Remove {} from {}?", isolate(name), isolate(team)),
    this_is_you: "This is you.",
    leave: "Remove from team",
    default_role_title: |role| format!("Make {role} the default role?"),
    default_role_lead: "Everybody’s role in registries that are open to the organization follows the default role. Roles that \
                        were given in a registry stay as they are.",
    change_default_role: "Change default role",
};

pub static KOREAN: RemovalText = RemovalText {
    remove_title: |name| format!("{} 제거할까요?", particle(name, "을", "를")),
    remove_person_lead: |name, is_self| {
        let lead = format!("{} 조직과 모든 팀, 모든 레지스트리에서 빠집니다.", particle(name, "이", "가"));
        if is_self {
            format!("지금 활동하는 계정입니다. {lead} 그다음에 활동할 계정을 선택합니다.")
        } else {
            lead
        }
    },
    remove_person: "조직에서 제거",
    remove_service_account: "서비스 계정 제거",
    demote_title: |name, role| format!("{}의 역할을 {} 바꿀까요?", isolate(name), particle(role, "으로", "로")),
    demote_lead: |name, is_self| {
        if is_self {
            "지금 활동하는 계정입니다. 더는 사람과 팀, 설정을 관리할 수 없으며, 다른 관리자만 다시 관리자로 바꿔 줄 수 있습니다.".to_owned()
        } else {
            format!("{} 더는 사람과 팀, 설정을 관리할 수 없습니다.", particle(name, "은", "는"))
        }
    },
    viewer_lead: |name| format!("{} 더는 레지스트리를 만들 수 없습니다.", particle(name, "은", "는")),
    team_title: |name, role, team| {
        format!("{} 팀에서 {}의 역할을 {} 바꿀까요?", isolate(team), isolate(name), particle(role, "으로", "로"))
    },
    team_lead: |name, team| format!("{} 더는 {} 팀을 관리할 수 없습니다.", particle(name, "은", "는"), isolate(team)),
    change_role: "역할 바꾸기",
    remove_team_title: |name| format!("{} 팀을 제거할까요?", isolate(name)),
    remove_team_lead: |name| {
        format!("{} 팀이 조직과 모든 레지스트리에서 없어집니다. 팀에 있던 사람은 조직에 남습니다.", isolate(name))
    },
    remove_a_team: "팀 제거",
    leave_title: |name, team| format!("{} 팀에서 {} 제거할까요?", isolate(team), particle(name, "을", "를")),
    this_is_you: "지금 활동하는 계정입니다.",
    leave: "팀에서 제거",
    default_role_title: |role| format!("기본 역할을 {} 바꿀까요?", particle(role, "으로", "로")),
    default_role_lead: "조직에 공개된 레지스트리에서 모두의 역할이 기본 역할을 따라 바뀝니다. 레지스트리에서 따로 준 역할은 그대로입니다.",
    change_default_role: "기본 역할 바꾸기",
};
