//! The words of the format, and the words that other directories and people use for the same things.

use domain::TeamRole;

use super::{Field, Kind};
use crate::text::word_key;

/// The names of columns by their fields, as keys of words. If several columns of a file have the same field, the name that
/// stands first in the list decides.
///
/// The names are those of the page in both languages, and those in the exports of Google Workspace, Entra, Okta, GitLab and
/// SCIM.
const COLUMNS: [(Field, &[&str]); 11] = [
    (Field::Kind, &["kind", "accounttype", "membertype", "objecttype", "종류", "유형", "계정종류"]),
    (
        Field::Name,
        &[
            "name",
            "fullname",
            "displayname",
            "realname",
            "personname",
            "nameformatted",
            "이름",
            "성명",
            "성함",
            "표시이름",
            "전체이름",
            "실명",
            "사원명",
            "직원명",
            "회원명",
            "구성원명",
            "cn",
            "commonname",
            "distinguishedname",
            "dn",
        ],
    ),
    (Field::FirstName, &["firstname", "givenname", "namegivenname", "forename", "이름성제외"]),
    (Field::LastName, &["lastname", "familyname", "namefamilyname", "surname", "sn", "성", "성씨"]),
    (
        Field::Username,
        &[
            "username",
            "login",
            "loginname",
            "samaccountname",
            "userprincipalname",
            "upn",
            "uid",
            "account",
            "accountname",
            "handle",
            "사용자이름",
            "사용자명",
            "아이디",
            "로그인",
            "계정",
            "계정이름",
            "계정명",
            "로그인아이디",
            "사용자아이디",
            "계정아이디",
            "사용자id",
            "로그인id",
            "사용자계정이름",
            "alias",
            "mailnickname",
        ],
    ),
    (
        Field::Email,
        &[
            "email",
            "emailaddress",
            "mail",
            "mailaddress",
            "workemail",
            "primaryemail",
            "useremail",
            "emailstypeeqworkvalue",
            "emailsvalue",
            "emails",
            "이메일",
            "이메일주소",
            "메일",
            "메일주소",
            "전자메일",
            "전자우편",
            "email주소",
            "회사이메일",
            "업무이메일",
            "사내이메일",
            "회사메일",
            "사내메일",
            "업무메일",
            "primarysmtpaddress",
            "smtpaddress",
            "emailvalue",
        ],
    ),
    (
        Field::Role,
        &[
            "role",
            "organizationrole",
            "orgrole",
            "accesslevel",
            "userrole",
            "roles",
            "rolesvalue",
            "rolesdisplay",
            "maxrole",
            "역할",
            "조직역할",
            "권한",
            "조직내역할",
        ],
    ),
    (
        Field::Teams,
        &[
            "teams",
            "team",
            "teamname",
            "teamnames",
            "groups",
            "group",
            "groupname",
            "groupsdisplay",
            "memberof",
            "groupmembership",
            "groupmemberships",
            "팀",
            "팀이름",
            "팀명",
            "소속팀",
            "소속팀명",
            "그룹",
            "그룹명",
            "그룹이름",
        ],
    ),
    (Field::TeamRole, &["teamrole", "roleinteam", "grouprole", "팀역할"]),
    (
        Field::Status,
        &[
            "active",
            "isactive",
            "status",
            "accountstatus",
            "userstatus",
            "state",
            "enabled",
            "accountenabled",
            "상태",
            "계정상태",
            "활성",
            "활성여부",
            "활성화",
            "사용여부",
            "재직상태",
            "재직여부",
        ],
    ),
    (Field::Status, &NEGATIVE_COLUMNS),
];

/// The names of columns in which a yes means that the person is inactive.
const NEGATIVE_COLUMNS: [&str; 11] = [
    "suspended",
    "issuspended",
    "archived",
    "isarchived",
    "disabled",
    "blocked",
    "deactivated",
    "deleted",
    "blocksignin",
    "blockcredential",
    "비활성",
];

/// The words of a status that mean an inactive person. People whose invitation is open, or who forgot their password, are active.
const INACTIVE: [&str; 24] = [
    "inactive",
    "suspended",
    "deprovisioned",
    "deactivated",
    "disabled",
    "blocked",
    "ldapblocked",
    "blockedpendingapproval",
    "banned",
    "archived",
    "deleted",
    "removed",
    "terminated",
    "left",
    "비활성",
    "비활성화",
    "비활성화됨",
    "정지",
    "정지됨",
    "중지",
    "차단",
    "퇴사",
    "퇴직",
    "삭제됨",
];

const YES: [&str; 5] = ["true", "yes", "y", "1", "예"];
const NO: [&str; 6] = ["false", "no", "n", "0", "아니요", "아니오"];

/// The rank of names with a number, and of those that say whose they are, like `User email`, after all others.
const OWNED: usize = 100;

/// The rank of names with brackets, after those.
const BRACKETED: usize = 200;

/// The words before a name that say whose it is.
const OWNERS: [&str; 6] = ["user", "member", "person", "employee", "사용자", "직원"];

const KINDS: [(Kind, &[&str]); 3] = [
    (Kind::Person, &["person", "people", "user", "human", "사람", "사용자", "구성원"]),
    (
        Kind::ServiceAccount,
        &["serviceaccount", "serviceaccounts", "serviceprincipal", "service", "bot", "machine", "서비스계정", "봇"],
    ),
    (Kind::Team, &["team", "teams", "group", "팀", "그룹"]),
];

/// The words of roles. The first of each is the role's own name; the others are told to the person who imports.
const ROLES: [(TeamRole, &[&str]); 3] = [
    (
        TeamRole::Admin,
        &[
            "admin",
            "관리자",
            "administrator",
            "owner",
            "superadmin",
            "organizationadmin",
            "orgadmin",
            "teamadmin",
            "소유자",
        ],
    ),
    (TeamRole::Member, &["member", "멤버", "user", "standard", "standarduser", "구성원", "회원", "사용자"]),
    (
        TeamRole::Viewer,
        &["viewer", "뷰어", "readonly", "viewonly", "reader", "read", "보기", "읽기전용", "보기전용", "열람자"],
    ),
];

/// The field that a column's name means, and the rank of the name among those of the field.
pub(super) fn field_of(name: &str) -> Option<(Field, usize)> {
    let key = column_key(name);
    if key.is_empty() {
        return None;
    }
    let rank = |key: &str| {
        COLUMNS.iter().find_map(|(field, names)| Some((*field, names.iter().position(|name| *name == key)?)))
    };
    // "Team 2" is another column of teams.
    let numbered = || {
        let stem = key.trim_end_matches(|c: char| c.is_ascii_digit());
        rank(stem).filter(|(field, _)| *field == Field::Teams && stem != key)
    };
    // SCIM counts in the middle: `groups[1].display` and `groups.1.display`.
    let counted = || {
        let stem: String = key.chars().filter(|c| !c.is_ascii_digit()).collect();
        let (field, index) = rank(&stem).filter(|_| stem != key && key.ends_with(char::is_alphabetic))?;
        Some((field, index + OWNED))
    };
    // Reports say `User first name`. "Member role" is the role in a group, so it is not guessed.
    let owned = || {
        let stem = OWNERS.iter().find_map(|owner| key.strip_prefix(owner))?;
        let (field, index) = rank(stem).filter(|(field, _)| !matches!(field, Field::Role | Field::Kind))?;
        Some((field, index + OWNED))
    };
    // "User name [userPrincipalName] Required" is the header of a template. A name without brackets is preferred.
    let before_bracket = || {
        let (start, _) = name.split_once(" [").or_else(|| name.split_once(['(', '（']))?;
        let (field, index) = rank(&word_key(start))?;
        Some((field, index + BRACKETED))
    };
    rank(&key).or_else(numbered).or_else(counted).or_else(owned).or_else(before_bracket)
}

/// The key of a column's name, without what stands in brackets: `First Name [Required]`. The brackets of SCIM
/// (`emails[type eq "work"].value`) are part of the name.
pub(super) fn column_key(name: &str) -> String {
    let key = word_key(name);
    for mark in ["required", "optional", "필수", "선택", "선택사항"] {
        let end = name.trim_end_matches([']', ')', '*', ' ', '］', '）']);
        if end.len() < name.len()
            && let Some(stem) = key.strip_suffix(mark)
        {
            return stem.to_owned();
        }
    }
    key
}

/// Whether a column says yes where a person is inactive.
pub(super) fn is_negative(name: &str) -> bool {
    let key = column_key(name);
    NEGATIVE_COLUMNS.contains(&OWNERS.iter().find_map(|owner| key.strip_prefix(owner)).unwrap_or(&key))
}

/// Whether a text in the column of a status means an inactive person. Other words mean an active one.
pub(super) fn means_inactive(text: &str, is_negative: bool) -> bool {
    let key = word_key(text);
    let answers: &[&str] = if is_negative { &YES } else { &NO };
    answers.contains(&key.as_str()) || INACTIVE.contains(&key.as_str())
}

/// The kind of a word.
pub(super) fn kind_of(word: &str) -> Option<Kind> {
    let key = word_key(word);
    KINDS.iter().find(|(_, words)| words.contains(&key.as_str())).map(|(kind, _)| *kind)
}

/// The role of a word, and whether it is the role's own name. The names are the same in a team and in the organization.
pub(super) fn role_of(word: &str) -> Option<(TeamRole, bool)> {
    let key = word_key(word);
    ROLES.iter().find_map(|(role, words)| {
        let index = words.iter().position(|known| *known == key)?;
        Some((*role, index < 2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_other_directories_are_recognized() {
        for (name, field) in [
            ("First Name [Required]", Field::FirstName),
            ("Email Address [Required]", Field::Email),
            ("userPrincipalName", Field::Username),
            ("emails[type eq \"work\"].value", Field::Email),
            ("name.givenName", Field::FirstName),
            ("access_level", Field::Role),
            ("사용자 이름", Field::Username),
            ("이메일*", Field::Email),
            ("Team 2", Field::Teams),
            ("ｅ－ｍａｉｌ", Field::Email),
            ("E-Mail", Field::Email),
            ("User name [userPrincipalName] Required", Field::Username),
            ("Name [displayName] Required", Field::Name),
            ("이름(성 제외)", Field::FirstName),
            ("이름（성명）", Field::Name),
            ("이메일（회사）", Field::Email),
            ("User First name", Field::FirstName),
            ("User Login", Field::Username),
            ("Member Email", Field::Email),
            ("groups[1].display", Field::Teams),
            ("groups.0.display", Field::Teams),
            ("roles[0].value", Field::Role),
            ("objectType", Field::Kind),
            ("사원명", Field::Name),
            ("팀명", Field::Teams),
            ("Status [READ ONLY]", Field::Status),
            ("accountEnabled", Field::Status),
            ("Block credential", Field::Status),
            ("재직상태", Field::Status),
        ] {
            assert_eq!(field_of(name).map(|(field, _)| field), Some(field), "{name}");
        }
        for name in [
            "emails[type eq \"home\"].value",
            "Password [Required]",
            "Recovery Email",
            "Manager Email",
            "User Id",
            "Member Role",
            "User type",
            "emails2",
            "department",
            "email 2",
            "",
            "  ",
            "id",
        ] {
            assert_eq!(field_of(name), None, "{name}");
        }
    }

    #[test]
    fn inactive_people_are_told_by_any_word() {
        for (column, text, expected) in [
            ("active", "false", true),
            ("active", "TRUE", false),
            ("status", "DEPROVISIONED", true),
            ("status", "PASSWORD_EXPIRED", false),
            ("status", "STAGED", false),
            ("state", "ldap_blocked", true),
            ("state", "CA", false),
            ("Suspended", "False", false),
            ("Suspended", "True", true),
            ("User suspended", "1", true),
            ("archived", "", false),
            ("재직상태", "퇴사", true),
            ("재직상태", "재직", false),
        ] {
            assert_eq!(means_inactive(text, is_negative(column)), expected, "{column}: {text}");
        }
    }

    #[test]
    fn every_word_of_the_tables_is_a_key() {
        let columns = COLUMNS.iter().flat_map(|(_, names)| names.iter());
        let kinds = KINDS.iter().flat_map(|(_, words)| words.iter());
        let states = INACTIVE.iter().chain(&YES).chain(&NO);
        for word in columns.chain(kinds).chain(states).chain(ROLES.iter().flat_map(|(_, words)| words.iter())) {
            assert_eq!(word_key(word), *word);
        }
    }
}
