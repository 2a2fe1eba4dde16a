//! The words of operations on several collections or versions.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

/// The texts in one language.
pub struct BulkText {
    /// The checkbox of an item.
    pub select: fn(&str) -> String,
    /// The accessible name of the bar.
    pub selection: &'static str,
    pub selected: fn(usize) -> String,
    pub select_all: &'static str,
    pub clear: &'static str,
    pub operation: &'static str,
    /// The operations on collections: to tag, untag, name the latest version, delete.
    pub for_collections: [&'static str; 4],
    /// The operations on versions: to tag, untag, name one, take all aliases, unlink.
    pub for_versions: [&'static str; 5],
    pub preview: &'static str,
    /// The lead of the preview: the number of items that are changed, and of all.
    pub lead: fn(usize, usize) -> String,
    /// The heading of the accepted items.
    pub accepted: fn(usize) -> String,
    /// The heading of the refused items.
    pub refused: fn(usize) -> String,
}

impl BulkText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: BulkText = BulkText {
    select: |name| format!("Select {name}"),
    selection: "Selection",
    selected: |count| format!("{} selected", number(English, count)),
    select_all: "Select all shown",
    clear: "Clear selection",
    operation: "Change",
    for_collections: ["Add tags", "Remove tags", "Add alias to latest versions", "Delete collections"],
    for_versions: ["Add tags", "Remove tags", "Add alias", "Remove aliases", "Unlink versions"],
    preview: "Preview",
    lead: |accepted, all| {
        format!(
            "Changes {} of {} selected. Nothing is changed until you confirm.",
            number(English, accepted),
            number(English, all)
        )
    },
    accepted: |count| format!("Will be changed ({})", number(English, count)),
    refused: |count| format!("Can’t be changed ({})", number(English, count)),
};

pub static KOREAN: BulkText = BulkText {
    select: |name| format!("{name} 선택"),
    selection: "선택 항목",
    selected: |count| format!("{}개 선택됨", number(Korean, count)),
    select_all: "표시된 항목 모두 선택",
    clear: "선택 해제",
    operation: "변경",
    for_collections: ["태그 추가", "태그 제거", "최신 버전에 별칭 추가", "컬렉션 삭제"],
    for_versions: ["태그 추가", "태그 제거", "별칭 추가", "별칭 제거", "버전 연결 해제"],
    preview: "미리 보기",
    lead: |accepted, all| {
        format!(
            "선택한 {}개 중 {}개를 변경합니다. 확인하기 전에는 아무것도 바뀌지 않습니다.",
            number(Korean, all),
            number(Korean, accepted)
        )
    },
    accepted: |count| format!("변경되는 항목({})", number(Korean, count)),
    refused: |count| format!("변경할 수 없는 항목({})", number(Korean, count)),
};
