//! The words of the history of protected aliases.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

/// The texts in one language.
pub struct PromotionsText {
    pub lead: &'static str,
    pub table: &'static str,
    pub columns: [&'static str; 6],
    /// No version carries the alias now.
    pub not_held: &'static str,
    /// No version has ever carried the alias.
    pub never_held: &'static str,
    /// The version is not in the collection any more.
    pub unlinked: &'static str,
    /// The number of earlier holders.
    pub earlier: fn(usize) -> String,
    /// The accessible name of the earlier holders, given the alias and the collection.
    pub earlier_of: fn(&str, &str) -> String,
    /// When an earlier holder got the alias and lost it, and who gave it.
    pub span: fn(&str, &str, &str) -> String,
    pub who: &'static str,
    pub who_lead: &'static str,
    pub none: &'static str,
    pub none_why: &'static str,
    /// The link to the settings, where aliases are protected.
    pub protect: &'static str,
}

impl PromotionsText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: PromotionsText = PromotionsText {
    lead: "Which version carries each protected alias, since when, and which versions carried it before.",
    table: "Protected aliases and the versions that carry them",
    columns: ["Alias", "Collection", "Version", "Since", "By", "Earlier versions"],
    not_held: "None now",
    never_held: "Not used yet",
    unlinked: "unlinked",
    earlier: |count| match count {
        1 => "1 earlier version".to_owned(),
        count => format!("{} earlier versions", number(English, count)),
    },
    earlier_of: |alias, collection| format!("Earlier versions with {alias} in {collection}"),
    span: |from, until, by| format!("{from} to {until}, set by {}", isolate(by)),
    who: "Who can move them",
    who_lead: "Only registry admins and organization admins can add, move and remove protected aliases:",
    none: "No protected aliases yet",
    none_why: "Protect an alias such as production, and its moves from version to version are listed here.",
    protect: "Protect an alias in the settings",
};

static KOREAN: PromotionsText = PromotionsText {
    lead: "보호된 별칭이 지금 어느 버전에 언제부터 붙어 있는지, 이전에는 어느 버전에 있었는지 보여 줍니다.",
    table: "보호된 별칭과 별칭이 붙은 버전",
    columns: ["별칭", "컬렉션", "버전", "시작", "지정한 사람", "이전 버전"],
    not_held: "현재 없음",
    never_held: "아직 사용하지 않음",
    unlinked: "연결 해제됨",
    earlier: |count| format!("이전 버전 {}개", number(Korean, count)),
    earlier_of: |alias, collection| format!("{collection}에서 {alias} 별칭이 있던 이전 버전"),
    span: |from, until, by| format!("{from} ~ {until}, {} 지정", isolate(by)),
    who: "옮길 수 있는 사람",
    who_lead: "레지스트리 관리자와 조직 관리자만 보호된 별칭을 붙이고 옮기고 제거할 수 있습니다.",
    none: "아직 보호된 별칭이 없습니다",
    none_why: "production 같은 별칭을 보호하면 버전 사이를 옮겨 다닌 기록이 여기에 표시됩니다.",
    protect: "설정에서 별칭 보호하기",
};
