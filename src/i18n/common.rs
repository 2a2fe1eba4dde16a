//! Words that dialogs, lists and error messages share on all pages.

use super::Language::{English, Korean};
use super::intl::number;

pub struct CommonText {
    pub accounts: &'static str,
    /// The number of further matches.
    pub more: fn(usize) -> String,
    pub no_match: &'static str,
    /// The accessible name of the options of a field, and the line in the place of none.
    pub options_of: fn(&str) -> String,
    pub no_option: &'static str,
    pub see_data: &'static str,
    pub close: &'static str,
    /// The heading of the error summary, with the number of problems.
    pub problems: fn(usize) -> String,
    /// The accessible name of the pages of a list.
    pub pages_of: fn(&str) -> String,
    /// The buttons to the previous and to the next page.
    pub turn_page: [&'static str; 2],
    /// The first and the last item of a page, and the number of all.
    pub page_of: fn(usize, usize, usize) -> String,
    /// The last line of a shortened list, with the number of items that are not shown.
    pub and_more: fn(usize) -> String,
    /// The button that puts a known name in the place of an unknown one, before and after that name.
    pub did_you_mean: [&'static str; 2],
    pub cancel: &'static str,
    /// The button that copies the address of a page.
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    /// The label of the address if the browser refuses to copy it.
    pub copy_link_by_hand: &'static str,
    pub history: &'static str,
    pub registry_explanation: &'static str,
}

pub static ENGLISH: CommonText = CommonText {
    accounts: "People and service accounts",
    more: |count| format!("{} more: type to narrow down", number(English, count)),
    no_match: "Nobody matches",
    options_of: |field| format!("{field}: options"),
    no_option: "Nothing matches",
    see_data: "See your data",
    close: "Close",
    problems: |count| match count {
        1 => "1 thing needs another look.".to_owned(),
        count => format!("{count} things need another look."),
    },
    pages_of: |list| format!("Pages: {list}"),
    turn_page: ["Previous page", "Next page"],
    page_of: |from, to, all| format!("{}–{} of {}", number(English, from), number(English, to), number(English, all)),
    and_more: |count| format!("… and {} more", number(English, count)),
    did_you_mean: ["Did you mean ", "?"],
    cancel: "Cancel",
    copy_link: "Copy link",
    link_copied: "Link copied.",
    copy_link_by_hand: "The browser didn’t copy the link. Copy it here:",
    history: "History",
    registry_explanation: "A registry is a shelf that a whole organization shares: a named place for the versions of models and datasets that \
           others may rely on. Each registry says who can see it, which types of artifacts belong in it, and who may do what.",
};

pub static KOREAN: CommonText = CommonText {
    accounts: "사람과 서비스 계정",
    more: |count| format!("{}개 더 있음: 입력해 좁히기", number(Korean, count)),
    no_match: "일치하는 계정이 없습니다",
    options_of: |field| format!("{field} 선택 항목"),
    no_option: "일치하는 항목이 없습니다",
    see_data: "내 데이터 보기",
    close: "닫기",
    problems: |count| format!("{count}곳을 다시 확인하세요."),
    pages_of: |list| format!("페이지: {list}"),
    turn_page: ["이전 페이지", "다음 페이지"],
    page_of: |from, to, all| {
        format!("전체 {}개 중 {}~{}번째", number(Korean, all), number(Korean, from), number(Korean, to))
    },
    and_more: |count| format!("… 그 밖에 {}개", number(Korean, count)),
    did_you_mean: ["혹시 ", "인가요?"],
    cancel: "취소",
    copy_link: "링크 복사",
    link_copied: "링크를 복사했습니다.",
    copy_link_by_hand: "브라우저가 링크를 복사하지 못했습니다. 여기에서 직접 복사하세요.",
    history: "기록",
    registry_explanation: "레지스트리는 조직 전체가 함께 쓰는 보관함입니다. 다른 사람들이 믿고 가져다 쓸 모델과 데이터셋 버전을 한 이름 아래 모아 두며, 누가 볼 수 \
           있는지, 어떤 유형의 아티팩트를 두는지, 누가 무엇을 할 수 있는지를 레지스트리마다 정합니다.",
};
