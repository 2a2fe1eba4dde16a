//! The words of the picture of where roles come from.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

/// The words.
pub struct OriginText {
    /// Opens the picture.
    pub picture: &'static str,
    /// The picture, for the ears: of whom or what.
    pub picture_of: fn(&str) -> String,
    /// The same in words, for the ears.
    pub in_words: &'static str,
    /// So many ways are left out.
    pub left_out: fn(usize) -> String,
    /// No way leads anywhere.
    pub no_way: &'static str,
    /// Everybody in the organization.
    pub everyone: &'static str,
    /// Every service account.
    pub every_service_account: &'static str,
    /// Ways that lead through being an admin of the organization.
    pub organization_admin: &'static str,
    /// Ways that lead through a row of one's own.
    pub own_row: &'static str,
    /// Ways that lead through a team.
    pub team: fn(&str) -> String,
    /// Ways that lead through the registry's being open.
    pub base: &'static str,
}

impl OriginText {
    /// The words in a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

/// In English.
pub static ENGLISH: OriginText = OriginText {
    picture: "Picture of where roles come from",
    picture_of: |name| format!("Where roles come from: {name}. The list below says the same."),
    in_words: "The picture in words",
    left_out: |count| format!("{} more are not drawn.", number(English, count)),
    no_way: "There is nothing to draw: no role comes from anywhere.",
    everyone: "Everyone",
    every_service_account: "Service accounts",
    organization_admin: "Organization admin",
    own_row: "Own row",
    team: |name| format!("Team {name}"),
    base: "Open to everyone",
};

/// In Korean.
pub static KOREAN: OriginText = OriginText {
    picture: "역할의 출처를 그림으로 보기",
    picture_of: |name| format!("역할의 출처: {name}. 아래 목록에 같은 내용이 있습니다."),
    in_words: "그림 내용(텍스트)",
    left_out: |count| format!("{}개는 그리지 않았습니다.", number(Korean, count)),
    no_way: "어디에서도 받은 역할이 없어 그릴 것이 없습니다.",
    everyone: "조직의 모든 사람",
    every_service_account: "모든 서비스 계정",
    organization_admin: "조직 관리자",
    own_row: "직접 등록",
    team: |name| format!("{name} 팀"),
    base: "조직에 공개",
};
