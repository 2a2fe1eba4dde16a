//! The texts of the organization's directory and settings.

use domain::{DefaultRole, OrganizationRole, TeamRole};

use super::query::Part;
use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle};

/// The texts in one language.
pub struct PeopleText {
    pub title: &'static str,
    /// The purpose of the page.
    pub lead: &'static str,
    /// The accessible name of the tabs.
    pub parts: &'static str,
    pub part: fn(Part) -> &'static str,
    /// The label of a display name.
    pub name: &'static str,
    pub username: &'static str,
    /// The allowed characters of a username.
    pub username_hint: &'static str,
    pub email: &'static str,
    pub organization_role: &'static str,
    /// The accessible name of the select for a person's role, by the name.
    pub organization_role_of: fn(&str) -> String,
    /// The explanation of an organization role.
    pub organization_role_means: fn(OrganizationRole) -> &'static str,
    /// The note about the role Viewer.
    pub viewer_note: &'static str,
    pub teams: &'static str,
    /// The column of controls.
    pub actions: &'static str,
    pub edit: &'static str,
    /// The accessible name of a person's *Edit*, by the name.
    pub edit_of: fn(&str) -> String,
    /// The heading of a person's form, by the name.
    pub edit_title: fn(&str) -> String,
    /// The heading of the form that renames a service account or a team.
    pub rename_title: fn(&str) -> String,
    pub remove: &'static str,
    /// The accessible name of *Remove*, by the name of the account.
    pub remove_of: fn(&str) -> String,
    pub rename: &'static str,
    /// The accessible name of *Rename*, by the name of the service account.
    pub rename_of: fn(&str) -> String,
    /// The accessible name of *Rename*, by the name of the team.
    pub rename_team: fn(&str) -> String,
    /// The accessible name of *Remove*, by the name of the team.
    pub remove_team: fn(&str) -> String,
    pub save: &'static str,
    /// The accessible name of the table of people.
    pub people_table: &'static str,
    pub add_person: &'static str,
    pub filter: &'static str,
    /// No person matches the filter, by its text.
    pub no_match: fn(&str) -> String,
    /// The button that clears the filter.
    pub clear_filter: &'static str,
    /// The numbers of shown and of all people.
    pub count: fn(usize, usize) -> String,
    /// The button that shows all people, by their number.
    pub show_all: fn(usize) -> String,
    /// The mark of a person whom an import has just added.
    pub added_mark: &'static str,
    /// The organization has only one person.
    pub alone: &'static str,
    /// The advice for this case.
    pub alone_why: &'static str,
    /// The link to the import.
    pub import_list: &'static str,
    /// The accessible name of the table of service accounts.
    pub service_accounts_table: &'static str,
    pub add_service_account: &'static str,
    /// The message for an empty list.
    pub no_service_accounts: &'static str,
    /// Their purpose.
    pub service_accounts_lead: &'static str,
    pub add_team: &'static str,
    /// The message for an empty list.
    pub no_teams: &'static str,
    /// Their purpose.
    pub teams_lead: &'static str,
    /// The numbers of people and service accounts in a team.
    pub size: fn(usize, usize) -> String,
    /// The team has no members.
    pub empty_team: &'static str,
    /// The accessible name of a team's table, by the name of the team.
    pub team_table: fn(&str) -> String,
    /// The button that shows all members, by their number and the name of the team.
    pub show_members: fn(usize, &str) -> String,
    pub team_role: &'static str,
    /// The accessible name of the select for a team role, by the names of the person and the team.
    pub team_role_of: fn(&str, &str) -> String,
    /// The explanation of a team role.
    pub team_role_means: fn(TeamRole) -> &'static str,
    pub add_to_team: &'static str,
    /// The accessible name of *Add*, by the name of the team.
    pub add_to_team_of: fn(&str) -> String,
    /// The accessible name of *Remove*, by the names of the account and the team.
    pub remove_from_team: fn(&str, &str) -> String,
    /// The heading of the form that adds members to a team, by the name of the team.
    pub join_title: fn(&str) -> String,
    /// The field for the names of new members.
    pub join_names: &'static str,
    /// The hint for that field.
    pub join_hint: &'static str,
    /// The field is empty.
    pub join_empty: &'static str,
    /// The note about service accounts and registries.
    pub join_note: &'static str,
    /// A name occurs twice.
    pub named_twice: &'static str,
    /// A name is a team's.
    pub no_team_in_team: &'static str,
    /// The label of the suggestions.
    pub suggestions: &'static str,
    pub organization_name: &'static str,
    /// The button that saves the name.
    pub save_name: &'static str,
    pub default_role: &'static str,
    /// A default role, with the servers that have it.
    pub default_role_named: fn(DefaultRole) -> &'static str,
    /// The explanation of the setting above.
    pub default_role_means: &'static str,
    /// The label of the setting for restricted registries.
    pub restricted_stays: &'static str,
    /// The explanation of the setting above.
    pub restricted_stays_means: &'static str,
    /// The heading of an account's data.
    pub details: &'static str,
    /// The label of the account's kind.
    pub kind: &'static str,
    /// The account is in no team.
    pub in_no_team: &'static str,
    /// The heading of the account's registries.
    pub in_registries: &'static str,
    /// The introduction of that table, by the name of the account.
    pub in_registries_lead: fn(&str) -> String,
    /// The accessible name of that table.
    pub registries_table: &'static str,
    pub registry: &'static str,
    pub effective_role: &'static str,
}

impl PeopleText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: PeopleText = PeopleText {
    title: "People & teams",
    lead: "Who is in the organization, in which teams, and what that gives them in its registries.",
    parts: "Parts of this page",
    part: |part| match part {
        Part::People => "People",
        Part::ServiceAccounts => "Service accounts",
        Part::Teams => "Teams",
        Part::Organization => "Organization settings",
        Part::Import => "Import and export",
    },
    name: "Name",
    username: "Username",
    username_hint: "Letters a to z, digits, “-”, “_” and “.”. People, service accounts and teams share one set of names.",
    email: "Email",
    organization_role: "Organization role",
    organization_role_of: |name| format!("Organization role of {name}"),
    organization_role_means: |role| match role {
        OrganizationRole::Admin => "Manages people, teams and settings, and is Admin in every registry.",
        OrganizationRole::Member => "Works here, and may create registries.",
        OrganizationRole::Viewer => "Looks on, and creates no registries unless also an admin of a team.",
    },
    viewer_note: "W&B deprecated this role in 2026. Its SCIM makes a Viewer a Member.",
    teams: "Teams",
    actions: "Actions",
    edit: "Edit",
    edit_of: |name| format!("Edit {name}"),
    edit_title: |name| format!("Edit {}", isolate(name)),
    rename_title: |name| format!("Rename {}", isolate(name)),
    remove: "Remove",
    remove_of: |name| format!("Remove {name}"),
    rename: "Rename",
    rename_of: |name| format!("Rename {name}"),
    rename_team: |name| format!("Rename team {name}"),
    remove_team: |name| format!("Remove team {name}"),
    save: "Save changes",
    people_table: "The people of the organization",
    add_person: "Add person",
    filter: "Filter people",
    no_match: |query| format!("Nobody’s name, username or email contains {}.", isolate(query)),
    clear_filter: "Show everybody",
    count: |shown, all| match (shown, all) {
        (1, 1) => "1 person".to_owned(),
        (shown, all) if shown == all => format!("{} people", number(English, all)),
        (shown, all) => format!("{} of {} people", number(English, shown), number(English, all)),
    },
    show_all: |count| format!("Show all {}", number(English, count)),
    added_mark: "New",
    alone: "Nobody else is here yet",
    alone_why: "Add the people of your organization one by one, or all at once from a list.",
    import_list: "Import a list",
    service_accounts_table: "The service accounts of the organization",
    add_service_account: "Add service account",
    no_service_accounts: "No service accounts yet",
    service_accounts_lead: "A service account is used by a program, such as a CI job. It can be in teams and in registries, and \
                            never manages people or settings.",
    add_team: "Add team",
    no_teams: "No teams yet",
    teams_lead: "A team is a group with a name. Listed in a registry, it gives everybody in it a role there.",
    size: |people, service_accounts| {
        let people = match people {
            1 => "1 person".to_owned(),
            people => format!("{} people", number(English, people)),
        };
        match service_accounts {
            0 => people,
            1 => format!("{people}, 1 service account"),
            accounts => format!("{people}, {} service accounts", number(English, accounts)),
        }
    },
    empty_team: "Nobody is in this team yet.",
    team_table: |team| format!("Members of {team}"),
    show_members: |count, team| format!("Show all {} members of {team}", number(English, count)),
    team_role: "Team role",
    team_role_of: |name, team| format!("Team role of {name} in {team}"),
    team_role_means: |role| match role {
        TeamRole::Admin => {
            "Manages the members of the team, and may create registries whatever the organization role is."
        }
        TeamRole::Member => "Works in the projects of the team.",
        TeamRole::Viewer => "Views the projects of the team.",
    },
    add_to_team: "Add to team",
    add_to_team_of: |team| format!("Add to team {team}"),
    remove_from_team: |name, team| format!("Remove {name} from {team}"),
    join_title: |team| format!("Add to {}", isolate(team)),
    join_names: "People or service accounts",
    join_hint: "Usernames, emails or names of service accounts, separated by commas.",
    join_empty: "Enter at least one username, email or service account.",
    join_note: "A service account has no team role. Whoever joins has from then on what the team has in registries.",
    named_twice: "Named twice.",
    no_team_in_team: "This is a team, and a team cannot be in a team.",
    suggestions: "Suggestions",
    organization_name: "Organization name",
    save_name: "Save name",
    default_role: "Default role for new members",
    default_role_named: |role| match role {
        DefaultRole::RestrictedViewer => "Restricted Viewer — cloud, server 0.75 and later",
        DefaultRole::Viewer => "Viewer — server 0.74 and earlier",
    },
    default_role_means: "The role that people and teams are added to a registry with. Everybody has it, without being listed, in \
                         every registry that is open to the organization.",
    restricted_stays: "Restricted registries stay restricted",
    restricted_stays_means: "If this is on, nobody can open a Restricted registry to the organization again. A registry that is \
                             open can still be made Restricted.",
    details: "Details",
    kind: "Kind",
    in_no_team: "In no team",
    in_registries: "Role in each registry",
    in_registries_lead: |name| {
        format!(
            "What {} may do in the registries that you can see, and why. Open a role to see where it comes from.",
            isolate(name)
        )
    },
    registries_table: "Registries and roles",
    registry: "Registry",
    effective_role: "Effective role",
};

pub static KOREAN: PeopleText = PeopleText {
    title: "사람과 팀",
    lead: "조직에 누가 있고, 어느 팀에 속하며, 그래서 레지스트리에서 어떤 역할을 갖는지 보여 줍니다.",
    parts: "이 페이지의 구성",
    part: |part| match part {
        Part::People => "사람",
        Part::ServiceAccounts => "서비스 계정",
        Part::Teams => "팀",
        Part::Organization => "조직 설정",
        Part::Import => "가져오기와 내보내기",
    },
    name: "이름",
    username: "사용자 이름",
    username_hint: "영문자, 숫자, “-”, “_”, “.”만 쓸 수 있습니다. 사람, 서비스 계정, 팀의 이름은 서로 겹칠 수 없습니다.",
    email: "이메일",
    organization_role: "조직 역할",
    organization_role_of: |name| format!("{name}의 조직 역할"),
    organization_role_means: |role| match role {
        OrganizationRole::Admin => "사람과 팀, 설정을 관리하며 모든 레지스트리의 관리자입니다.",
        OrganizationRole::Member => "조직에서 일하며 레지스트리를 만들 수 있습니다.",
        OrganizationRole::Viewer => "보기만 합니다. 팀 관리자가 아니면 레지스트리를 만들 수 없습니다.",
    },
    viewer_note: "W&B는 2026년에 이 역할의 사용을 중단했습니다. SCIM은 뷰어를 멤버로 바꿉니다.",
    teams: "팀",
    actions: "작업",
    edit: "편집",
    edit_of: |name| format!("{name} 편집"),
    edit_title: |name| format!("{} 편집", isolate(name)),
    rename_title: |name| format!("{}의 이름 변경", isolate(name)),
    remove: "제거",
    remove_of: |name| format!("{name} 제거"),
    rename: "이름 바꾸기",
    rename_of: |name| format!("{name} 이름 바꾸기"),
    rename_team: |name| format!("{name} 팀 이름 바꾸기"),
    remove_team: |name| format!("{name} 팀 제거"),
    save: "변경 사항 저장",
    people_table: "조직의 사람",
    add_person: "사람 추가",
    filter: "사람 필터",
    no_match: |query| {
        format!("이름이나 사용자 이름, 이메일에 {} 들어 있는 사람이 없습니다.", particle(query, "이", "가"))
    },
    clear_filter: "모두 보기",
    count: |shown, all| {
        if shown == all {
            format!("{}명", number(Korean, all))
        } else {
            format!("{}명 중 {}명", number(Korean, all), number(Korean, shown))
        }
    },
    show_all: |count| format!("모두 보기({})", number(Korean, count)),
    added_mark: "새로 추가",
    alone: "아직 다른 사람이 없습니다",
    alone_why: "조직의 사람을 한 명씩 추가하거나 목록으로 한꺼번에 추가하세요.",
    import_list: "목록 가져오기",
    service_accounts_table: "조직의 서비스 계정",
    add_service_account: "서비스 계정 추가",
    no_service_accounts: "아직 서비스 계정이 없습니다",
    service_accounts_lead: "서비스 계정은 CI 작업 같은 프로그램이 씁니다. 팀과 레지스트리에 넣을 수 있지만 사람이나 설정을 관리할 수는 \
                            없습니다.",
    add_team: "팀 추가",
    no_teams: "아직 팀이 없습니다",
    teams_lead: "팀은 이름이 있는 그룹입니다. 팀을 레지스트리에 등록하면 팀의 모두가 그 레지스트리에서 역할을 갖습니다.",
    size: |people, service_accounts| match service_accounts {
        0 => format!("{}명", number(Korean, people)),
        accounts => format!("{}명, 서비스 계정 {}개", number(Korean, people), number(Korean, accounts)),
    },
    empty_team: "아직 이 팀에 아무도 없습니다.",
    team_table: |team| format!("{team} 팀의 멤버"),
    show_members: |count, team| format!("{team} 팀의 멤버 모두 보기({})", number(Korean, count)),
    team_role: "팀 역할",
    team_role_of: |name, team| format!("{team} 팀에서 {name}의 역할"),
    team_role_means: |role| match role {
        TeamRole::Admin => "팀 멤버를 관리하며, 조직 역할과 관계없이 레지스트리를 만들 수 있습니다.",
        TeamRole::Member => "팀의 프로젝트에서 일합니다.",
        TeamRole::Viewer => "팀의 프로젝트를 봅니다.",
    },
    add_to_team: "팀에 추가",
    add_to_team_of: |team| format!("{team} 팀에 추가"),
    remove_from_team: |name, team| format!("{team} 팀에서 {name} 제거"),
    join_title: |team| format!("{} 팀에 추가", isolate(team)),
    join_names: "사람 또는 서비스 계정",
    join_hint: "사용자 이름, 이메일, 서비스 계정 이름을 쉼표로 구분해 입력하세요.",
    join_empty: "사용자 이름이나 이메일, 서비스 계정을 하나 이상 입력하세요.",
    join_note: "서비스 계정에는 팀 역할이 없습니다. 팀에 들어오면 팀이 레지스트리에서 갖는 역할을 그때부터 갖습니다.",
    named_twice: "같은 이름이 두 번 입력되었습니다.",
    no_team_in_team: "팀입니다. 팀은 다른 팀에 들어갈 수 없습니다.",
    suggestions: "추천",
    organization_name: "조직 이름",
    save_name: "이름 저장",
    default_role: "새 멤버의 기본 역할",
    default_role_named: |role| match role {
        DefaultRole::RestrictedViewer => "제한된 뷰어(클라우드, 서버 0.75 이상)",
        DefaultRole::Viewer => "뷰어(서버 0.74 이하)",
    },
    default_role_means: "사람과 팀을 레지스트리에 추가할 때의 역할입니다. 조직에 공개된 레지스트리에서는 등록되지 않은 사람도 모두 이 역할을 \
                         갖습니다.",
    restricted_stays: "제한된 레지스트리를 다시 공개하지 않음",
    restricted_stays_means: "켜면 제한된 레지스트리를 아무도 다시 조직에 공개할 수 없습니다. 공개된 레지스트리는 계속 제한할 수 있습니다.",
    details: "정보",
    kind: "종류",
    in_no_team: "속한 팀이 없습니다",
    in_registries: "레지스트리별 역할",
    in_registries_lead: |name| {
        format!(
            "내가 볼 수 있는 레지스트리에서 {} 갖는 역할입니다. 역할을 펼치면 이유가 나옵니다.",
            particle(name, "이", "가")
        )
    },
    registries_table: "레지스트리와 역할",
    registry: "레지스트리",
    effective_role: "적용되는 역할",
};
