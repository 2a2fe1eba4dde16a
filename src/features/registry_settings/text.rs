//! The texts of a registry's settings.

use domain::{RegistryName, Role};

use crate::i18n::prose::{isolate, particle};
use crate::i18n::{Language, terms};

/// The texts in one language.
pub struct SettingsText {
    pub title: fn(&RegistryName) -> String,
    /// The heading of the form.
    pub general: &'static str,
    /// The reason for disabled fields, by the names of the fields and the reason.
    pub denied_for: fn(&str, &str) -> String,
    /// The accessible name of the list of saved types.
    pub saved_types: &'static str,
    /// The note that saved types stay saved while all types are accepted.
    pub saved_types_rest: &'static str,
    /// A field and its stored value.
    pub now: fn(&str, &str) -> String,
    /// The conflict with changes in another place, by the list of fields and values.
    pub moved: fn(&str) -> String,
    /// There are unsaved changes.
    pub unsaved: &'static str,
    pub save: &'static str,
    /// The button that discards the changes.
    pub discard: &'static str,
    /// The heading of the error summary, by the number of problems.
    pub problems: fn(usize) -> String,
    pub members: &'static str,
    /// The note that changes take effect immediately.
    pub members_lead: &'static str,
    /// The button that opens the form for new members.
    pub add_member: &'static str,
    /// The column of controls.
    pub actions: &'static str,
    /// The button that removes a member.
    pub remove: &'static str,
    /// The accessible name of *Remove*, by the name of the member.
    pub remove_named: fn(&str) -> String,
    /// The heading of the confirmation of a removal, by the name of the member.
    pub remove_asked: fn(&str) -> String,
    /// The button that makes a member the owner.
    pub make_owner: &'static str,
    /// The accessible name of *Make owner*, by the name of the member.
    pub make_owner_named: fn(&str) -> String,
    /// The heading of the confirmation of a lower role, by the name and the new role.
    pub lower_asked: fn(&str, Role) -> String,
    /// The button that confirms the lower role.
    pub lower: &'static str,
    /// The field for the names of new members.
    pub member: &'static str,
    /// The hint for that field.
    pub member_hint: &'static str,
    /// The accessible name of the suggestions.
    pub suggestions: &'static str,
    /// The role of the new members.
    pub role: &'static str,
    /// The option for the default role.
    pub default: &'static str,
    /// The explanation of that option, by the organization's default role.
    pub default_means: fn(Role) -> String,
    /// The button that adds the members.
    pub add_new: &'static str,
    /// The field is empty.
    pub nobody: &'static str,
    /// No member was added, as an introduction to the reasons.
    pub not_added: &'static str,
    /// The name of an account that cannot be added, and the reason.
    pub fault: fn(&str, &str) -> String,
    /// The heading of the script.
    pub script: &'static str,
    /// The purpose of the script.
    pub script_lead: &'static str,
    /// The heading and the button of the deletion.
    pub delete: &'static str,
    /// The effect of the deletion.
    pub delete_lead: &'static str,
    /// A core registry cannot be deleted.
    pub never_deleted: &'static str,
    /// The heading of the draft of a removed registry.
    pub gone: &'static str,
    /// The explanation of that draft.
    pub gone_lead: &'static str,
    /// The button that discards the draft.
    pub forget: &'static str,
}

impl SettingsText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: SettingsText = SettingsText {
    title: |name| format!("Settings of {}", isolate(name.as_str())),
    general: "General",
    denied_for: |fields, reason| format!("{fields}: {reason}"),
    saved_types: "Saved types",
    saved_types_rest: "The saved types stay saved. They count again when Specify types is chosen.",
    now: |field, value| format!("{field} (now {})", isolate(value)),
    moved: |fields| format!("Changed elsewhere in the meantime: {fields}. Saving puts what stands here in its place."),
    unsaved: "These changes are not saved yet.",
    save: "Save changes",
    discard: "Discard changes",
    problems: |count| match count {
        1 => "Nothing was saved: 1 thing needs another look.".to_owned(),
        count => format!("Nothing was saved: {count} things need another look."),
    },
    members: "Registry members and roles",
    members_lead: "What you do here takes effect at once.",
    add_member: "Add member",
    actions: "Actions",
    remove: "Remove",
    remove_named: |name| format!("Remove {name}"),
    remove_asked: |name| format!("Remove {}?", isolate(name)),
    make_owner: "Make owner",
    make_owner_named: |name| format!("Make owner: {name}"),
    lower_asked: |name, role| format!("Make {} {}?", isolate(name), (terms::ENGLISH.role)(role)),
    lower: "Change role",
    member: "Member",
    member_hint: "Email or username of somebody in the organization, or the name of a team or service account. Several \
                  are separated by commas.",
    suggestions: "Suggestions",
    role: "Registry role",
    default: "Default for each",
    default_means: |role| {
        let name = terms::ENGLISH.role;
        format!(
            "{} for people and teams, {} for admins of the organization, {} for service accounts.",
            name(role),
            name(Role::Admin),
            name(Role::Member)
        )
    },
    add_new: "Add new member",
    nobody: "Enter an email, a username, or the name of a team or service account.",
    not_added: "Nobody was added.",
    fault: |named, why| format!("{}: {why}", isolate(named)),
    script: "As a script",
    script_lead: "What is saved here, as calls of W&B’s Python client that make the same registry there.",
    delete: "Delete registry",
    delete_lead: "Everybody loses access to it, and its name can be given to another registry.",
    never_deleted: "A core registry can never be deleted: every organization has it from the start.",
    gone: "What you had not saved",
    gone_lead: "You were changing the settings of a registry that is not here any more: it was deleted, or you cannot see \
                it any more. This is what you had typed.",
    forget: "Throw it away",
};

pub static KOREAN: SettingsText = SettingsText {
    title: |name| format!("{} 설정", isolate(name.as_str())),
    general: "일반",
    denied_for: |fields, reason| format!("{fields}: {reason}"),
    saved_types: "저장된 유형",
    saved_types_rest: "저장된 유형은 그대로 남아 있으며, ‘유형 지정’을 선택하면 다시 적용됩니다.",
    now: |field, value| format!("{field}(현재 {})", isolate(value)),
    moved: |fields| format!("그사이 다른 곳에서 {fields} 값이 바뀌었습니다. 저장하면 여기 입력한 내용으로 바뀝니다."),
    unsaved: "저장하지 않은 변경 사항이 있습니다.",
    save: "변경 사항 저장",
    discard: "변경 사항 버리기",
    problems: |count| format!("저장하지 못했습니다. {count}곳을 다시 확인하세요."),
    members: "레지스트리 멤버와 역할",
    members_lead: "여기에서 하는 일은 바로 적용됩니다.",
    add_member: "멤버 추가",
    actions: "작업",
    remove: "제거",
    remove_named: |name| format!("{name} 제거"),
    remove_asked: |name| format!("{} 제거할까요?", particle(name, "을", "를")),
    make_owner: "소유자로 지정",
    make_owner_named: |name| format!("소유자로 지정: {name}"),
    lower_asked: |name, role| {
        format!("{}의 역할을 {} 낮출까요?", isolate(name), particle((terms::KOREAN.role)(role), "으로", "로"))
    },
    lower: "역할 바꾸기",
    member: "멤버",
    member_hint: "조직 멤버의 이메일이나 사용자 이름, 또는 팀이나 서비스 계정의 이름을 입력하세요. 여럿이면 쉼표로 구분합니다.",
    suggestions: "추천",
    role: "레지스트리 역할",
    default: "각자의 기본 역할",
    default_means: |role| {
        let name = terms::KOREAN.role;
        format!(
            "사람과 팀은 {}, 조직 관리자는 {}, 서비스 계정은 {} 역할로 추가됩니다.",
            name(role),
            name(Role::Admin),
            name(Role::Member)
        )
    },
    add_new: "새 멤버 추가",
    nobody: "이메일이나 사용자 이름, 팀이나 서비스 계정의 이름을 입력하세요.",
    not_added: "아무도 추가하지 않았습니다.",
    fault: |named, why| format!("{}: {why}", isolate(named)),
    script: "스크립트로 보기",
    script_lead: "여기에 저장된 내용대로 W&B에 같은 레지스트리를 만드는 Python 클라이언트 호출입니다.",
    delete: "레지스트리 삭제",
    delete_lead: "아무도 더는 접근할 수 없게 되며, 이름은 다른 레지스트리에 다시 쓸 수 있습니다.",
    never_deleted: "모든 조직에 처음부터 있는 코어 레지스트리는 삭제할 수 없습니다.",
    gone: "저장하지 않은 내용",
    gone_lead: "설정을 바꾸던 레지스트리가 더 이상 없습니다. 삭제되었거나 이제 볼 수 없습니다. 입력했던 내용은 다음과 같습니다.",
    forget: "지우기",
};
