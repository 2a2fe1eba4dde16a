//! Why something is refused, who could do it, and what would make it possible.

use registry::{Denied, Field, Missing, Refusal, RegistryName};

use super::prose::{isolate, particle};

/// The words.
pub struct Text {
    /// Why an account may not do something: the reason, the names of the first who could, and how many more there are.
    pub denied: fn(Denied, &str, usize) -> String,
    /// A name that belongs to something else.
    pub taken: fn(Field, Option<&RegistryName>) -> String,
    /// Something is not there any more.
    pub missing: fn(Missing) -> &'static str,
    /// The account is in the team already.
    pub in_team_already: &'static str,
}

impl Text {
    /// The refusal of an intent, without the names of who could do it instead.
    #[must_use]
    pub fn in_short(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Missing(missing) => (self.missing)(*missing).to_owned(),
            Refusal::Denied(denial) => (self.denied)(denial.because, "", 0),
            Refusal::Taken { field, holder } => (self.taken)(*field, holder.as_ref()),
            Refusal::InTeamAlready => self.in_team_already.to_owned(),
        }
    }
}

/// In English.
pub const ENGLISH: Text = Text {
    denied: |because, names, more| {
        let (reason, way) = match because {
            Denied::ServiceAccount => ("Service accounts do not create or administer anything.", ""),
            Denied::OrganizationViewer => (
                "Viewers of the organization cannot create registries.",
                " An organization admin can make you a Member, or a team can make you its administrator.",
            ),
            Denied::NoOrganizationAdmin => ("Only admins of the organization may do this.", ""),
            Denied::NoTeamAdmin => ("Only admins of the organization or of this team may do this.", ""),
        };
        let who = match (names, more) {
            ("", _) => String::new(),
            (names, 0) => format!(" {names} could."),
            (names, 1) => format!(" {names} and 1 other could."),
            (names, more) => format!(" {names} and {more} others could."),
        };
        format!("{reason}{who}{way}")
    },
    taken: |field, holder| match (field, holder) {
        (Field::RegistryName, Some(name)) => {
            format!(
                "This name is taken by the registry {}. Upper and lower case make no difference.",
                isolate(name.as_str())
            )
        }
        (Field::RegistryName, None) => "This name is taken by a registry that you cannot see.".to_owned(),
        (Field::AccountName, _) => "This name is taken by a person, service account or team.".to_owned(),
        (Field::Email, _) => "Somebody has this email address already.".to_owned(),
    },
    missing: |missing| match missing {
        Missing::Actor => "Whoever you act as is not in the organization any more.",
        Missing::Person => "This person is not in the organization any more.",
        Missing::ServiceAccount => "This service account is not there any more.",
        Missing::Team => "This team is not there any more.",
    },
    in_team_already: "Already in this team.",
};

/// In Korean.
pub const KOREAN: Text = Text {
    denied: |because, names, more| {
        let (reason, way) = match because {
            Denied::ServiceAccount => ("서비스 계정은 무엇도 만들거나 관리할 수 없습니다.", ""),
            Denied::OrganizationViewer => (
                "조직의 뷰어는 레지스트리를 만들 수 없습니다.",
                " 조직 관리자가 멤버로 바꾸거나 팀에서 팀 관리자로 지정하면 만들 수 있습니다.",
            ),
            Denied::NoOrganizationAdmin => ("조직 관리자만 할 수 있습니다.", ""),
            Denied::NoTeamAdmin => ("조직 관리자나 이 팀의 관리자만 할 수 있습니다.", ""),
        };
        let who = match (names, more) {
            ("", _) => String::new(),
            (names, 0) => format!(" 할 수 있는 사람: {names}."),
            (names, more) => format!(" 할 수 있는 사람: {names} 외 {more}명."),
        };
        format!("{reason}{who}{way}")
    },
    taken: |field, holder| match (field, holder) {
        (Field::RegistryName, Some(name)) => {
            format!(
                "{} 이미 이 이름을 쓰고 있습니다. 대문자와 소문자는 구별하지 않습니다.",
                particle(name.as_str(), "이", "가")
            )
        }
        (Field::RegistryName, None) => "볼 수 없는 레지스트리가 이 이름을 쓰고 있습니다.".to_owned(),
        (Field::AccountName, _) => "다른 사람이나 서비스 계정, 팀이 이 이름을 쓰고 있습니다.".to_owned(),
        (Field::Email, _) => "다른 사람이 이 이메일 주소를 쓰고 있습니다.".to_owned(),
    },
    missing: |missing| match missing {
        Missing::Actor => "지금 맡은 계정이 더 이상 조직에 없습니다.",
        Missing::Person => "이 사람은 더 이상 조직에 없습니다.",
        Missing::ServiceAccount => "이 서비스 계정은 더 이상 없습니다.",
        Missing::Team => "이 팀은 더 이상 없습니다.",
    },
    in_team_already: "이미 이 팀에 있습니다.",
};
