//! The words of the diagram of role sources.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

pub struct OriginText {
    pub picture: &'static str,
    /// The accessible name of an account's or registry's diagram.
    pub picture_of: fn(&str) -> String,
    pub in_words: &'static str,
    /// The number of paths that the diagram leaves out.
    pub left_out: fn(usize) -> String,
    pub no_paths: &'static str,
    pub everyone: &'static str,
    pub every_service_account: &'static str,
    pub organization_admin: &'static str,
    pub own_row: &'static str,
    /// The box of a team.
    pub team: fn(&str) -> String,
    pub base: &'static str,
}

impl OriginText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: OriginText = OriginText {
    picture: "Picture of where roles come from",
    picture_of: |name| format!("Where roles come from: {name}. The list below says the same."),
    in_words: "The picture in words",
    left_out: |count| format!("{} more are not drawn.", number(English, count)),
    no_paths: "There is nothing to draw: no role comes from anywhere.",
    everyone: "Everyone",
    every_service_account: "Service accounts",
    organization_admin: "Organization admin",
    own_row: "Own row",
    team: |name| format!("Team {name}"),
    base: "Open to everyone",
};

pub static KOREAN: OriginText = OriginText {
    picture: "역할의 출처를 그림으로 보기",
    picture_of: |name| format!("역할의 출처: {name}. 아래 목록에 같은 내용이 있습니다."),
    in_words: "그림 내용(텍스트)",
    left_out: |count| format!("{}개는 그리지 않았습니다.", number(Korean, count)),
    no_paths: "어디에서도 받은 역할이 없어 그릴 것이 없습니다.",
    everyone: "조직의 모든 사람",
    every_service_account: "모든 서비스 계정",
    organization_admin: "조직 관리자",
    own_row: "직접 등록",
    team: |name| format!("{name} 팀"),
    base: "조직에 공개",
};
