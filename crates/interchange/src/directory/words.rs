//! The words of the format, and the words that other directories and people use for the same things.

mod columns;
mod status;

use domain::TeamRole;

use self::columns::COLUMNS;
pub(super) use self::status::{is_negative, means_inactive};
use super::{Field, Kind};
use crate::text::word_key;

/// The rank of names with a number, and of those that say whose they are, like `User email`, after all others.
const OWNED: usize = 100;

/// The rank of names with brackets, after those.
const BRACKETED: usize = 200;

/// The objects around a person in JSON: `profile.login` is the login, and `user.name` the name.
const WRAPPERS: [&str; 5] = ["user", "member", "person", "profile", "node"];

/// The words before a name that say whose it is.
const OWNERS: [&str; 7] = ["user", "member", "person", "employee", "githubcom", "사용자", "직원"];

const KINDS: [(Kind, &[&str]); 3] = [
    (
        Kind::Person,
        &[
            "person",
            "people",
            "user",
            "human",
            "admindirectoryuser",
            "admindirectorymember",
            "microsoftgraphuser",
            "사람",
            "사용자",
            "구성원",
        ],
    ),
    (
        Kind::ServiceAccount,
        &[
            "serviceaccount",
            "serviceaccounts",
            "serviceprincipal",
            "microsoftgraphserviceprincipal",
            "service",
            "bot",
            "machine",
            "서비스계정",
            "봇",
        ],
    ),
    (
        Kind::Team,
        &[
            "team",
            "teams",
            "group",
            "admindirectorygroup",
            "microsoftgraphgroup",
            "security",
            "mailenabledsecurity",
            "microsoft365",
            "distribution",
            "팀",
            "그룹",
        ],
    ),
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
            "최고관리자",
            "총괄관리자",
        ],
    ),
    (
        TeamRole::Member,
        &["member", "멤버", "user", "standard", "standarduser", "구성원", "회원", "사용자", "일반사용자", "일반회원"],
    ),
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
        let (field, index) = rank(&key_before_bracket(name)?)?;
        Some((field, index + BRACKETED))
    };
    let wrapped = || {
        let (_, rest) = name.split_once('.').filter(|(wrapper, _)| WRAPPERS.contains(wrapper))?;
        let (field, index) = field_of(rest).filter(|(field, _)| !matches!(field, Field::Role | Field::Kind))?;
        Some((field, index + OWNED))
    };
    wrapped().or_else(|| rank(&key)).or_else(numbered).or_else(counted).or_else(owned).or_else(before_bracket)
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

/// The key of what stands before a bracket, as in `Name [displayName] Required`. The brackets of SCIM follow no blank.
pub(super) fn key_before_bracket(name: &str) -> Option<String> {
    let end = [name.find(" ["), name.find(['(', '（'])].into_iter().flatten().min()?;
    name.get(..end).map(word_key)
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
            ("이름 [필수 항목]", Field::Name),
            ("Block sign in (Yes/No) [accountEnabled] Required", Field::Status),
            ("github_com_login", Field::Username),
            ("GitHub com verified domain emails", Field::Email),
            ("groupType", Field::Kind),
            ("자격 증명 차단", Field::Status),
            ("User Login", Field::Username),
            ("Member Email", Field::Email),
            ("groups[1].display", Field::Teams),
            ("groups.0.display", Field::Teams),
            ("roles[0].value", Field::Role),
            ("profile.login", Field::Username),
            ("user.name", Field::Name),
            ("node.user.name", Field::Name),
            ("user.role", Field::Role),
            ("name.fullName", Field::Name),
            ("meta.resourceType", Field::Kind),
            ("@odata.type", Field::Kind),
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
    fn every_word_of_the_tables_is_a_key() {
        let columns = COLUMNS.iter().flat_map(|(_, names)| names.iter());
        let kinds = KINDS.iter().flat_map(|(_, words)| words.iter());
        let states = status::words();
        for word in columns.chain(kinds).chain(states).chain(ROLES.iter().flat_map(|(_, words)| words.iter())) {
            assert_eq!(word_key(word), *word);
        }
    }
}
