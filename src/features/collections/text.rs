//! The words of collections, and of the dialogs that create one and link a version.

pub mod bulk;
pub mod metrics;
pub mod version;
pub mod will_link;

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle};

/// The texts in one language.
pub struct CollectionsText {
    pub collections: &'static str,
    pub create: &'static str,
    pub empty: &'static str,
    pub empty_why: &'static str,
    pub no_match: fn(&str) -> String,
    pub clear_filter: &'static str,
    /// The columns of the table of collections.
    pub columns: [&'static str; 8],
    pub filter: &'static str,
    pub sort: &'static str,
    /// The orders: by the last change, name, type, and number of versions.
    pub sorts: [&'static str; 4],
    /// The number of matches, and of all.
    pub count: fn(usize, usize) -> String,
    /// The number of aliases that are left out.
    pub more: fn(usize) -> String,
    pub view_details: &'static str,
    pub view_details_of: fn(&str) -> String,
    pub link_new_version: &'static str,
    pub link_new_version_to: fn(&str) -> String,
    /// The heading of the error summary.
    pub not_created: fn(usize) -> String,
    pub draft: &'static str,
    pub discard: &'static str,
    pub name: &'static str,
    pub artifact_type: &'static str,
    pub tags: &'static str,
    /// The button that opens the fields of the first version.
    pub link_version: &'static str,
    pub no_type: &'static str,
    /// The heading of the dialog.
    pub link_to: fn(&str) -> String,
    pub aliases: &'static str,
    pub about: &'static str,
    pub rename: &'static str,
    pub usage: &'static str,
    pub usage_lead: &'static str,
    pub full_name: &'static str,
    pub created: &'static str,
    pub changed: &'static str,
    /// The time and the account.
    pub when_by: fn(&str, &str) -> String,
    pub delete: &'static str,
    pub delete_lead: &'static str,
}

impl CollectionsText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: CollectionsText = CollectionsText {
    collections: "Collections",
    create: "Create collection",
    empty: "No collections yet",
    empty_why: "A collection holds the versions of one model, dataset or other artifact that the organization shares.",
    no_match: |query| format!("No collections match {}.", isolate(query)),
    clear_filter: "Clear filter",
    columns: ["Name", "Type", "Versions", "Latest", "Aliases", "Tags", "Changed", "Actions"],
    filter: "Filter collections",
    sort: "Sort",
    sorts: ["Recently changed", "Name", "Type", "Most versions"],
    count: |shown, all| {
        let (shown, all) = (number(English, shown), number(English, all));
        if shown == all { all } else { format!("{shown} of {all}") }
    },
    more: |count| format!("+{}", number(English, count)),
    view_details: "View details",
    view_details_of: |name| format!("View details: {name}"),
    link_new_version: "Link new version",
    link_new_version_to: |name| format!("Link new version: {name}"),
    not_created: |count| match count {
        1 => "Couldn’t create the collection. Fix 1 problem below.".to_owned(),
        count => format!("Couldn’t create the collection. Fix {count} problems below."),
    },
    draft: "Draft restored.",
    discard: "Discard draft",
    name: "Name",
    artifact_type: "Type",
    tags: "Tags",
    link_version: "Link version",
    no_type: "Choose a type.",
    link_to: |name| format!("Link new version to {}", isolate(name)),
    aliases: "Aliases",
    about: "About",
    rename: "Rename",
    usage: "Usage",
    usage_lead: "Use and download it with W&B’s Python client.",
    full_name: "Full name",
    created: "Created",
    changed: "Changed",
    when_by: |when, who| format!("{when} by {who}"),
    delete: "Delete collection",
    delete_lead: "Deletes the collection and its links. The versions stay in their projects, and the name becomes available again.",
};

pub static KOREAN: CollectionsText = CollectionsText {
    collections: "컬렉션",
    create: "컬렉션 만들기",
    empty: "아직 컬렉션이 없습니다",
    empty_why: "컬렉션에는 조직이 함께 쓰는 모델이나 데이터셋 등 아티팩트 하나의 버전을 모읍니다.",
    no_match: |query| format!("{} 일치하는 컬렉션이 없습니다.", particle(query, "과", "와")),
    clear_filter: "필터 지우기",
    columns: ["이름", "유형", "버전", "최신", "별칭", "태그", "변경일", "작업"],
    filter: "컬렉션 필터",
    sort: "정렬",
    sorts: ["최근 변경순", "이름순", "유형순", "버전 많은 순"],
    count: |shown, all| {
        let (shown, all) = (number(Korean, shown), number(Korean, all));
        if shown == all { format!("{all}개") } else { format!("전체 {all}개 중 {shown}개") }
    },
    more: |count| format!("+{}", number(Korean, count)),
    view_details: "자세히 보기",
    view_details_of: |name| format!("자세히 보기: {name}"),
    link_new_version: "새 버전 연결",
    link_new_version_to: |name| format!("새 버전 연결: {name}"),
    not_created: |count| format!("컬렉션을 만들지 못했습니다. 아래 문제 {count}개를 수정하세요."),
    draft: "작성하던 내용을 불러왔습니다.",
    discard: "내용 지우기",
    name: "이름",
    artifact_type: "유형",
    tags: "태그",
    link_version: "버전 연결",
    no_type: "유형을 선택하세요.",
    link_to: |name| format!("{}에 새 버전 연결", isolate(name)),
    aliases: "별칭",
    about: "정보",
    rename: "이름 바꾸기",
    usage: "사용",
    usage_lead: "W&B Python 클라이언트로 사용하고 내려받는 코드입니다.",
    full_name: "전체 이름",
    created: "생성",
    changed: "변경",
    when_by: |when, who| format!("{when}, {who}"),
    delete: "컬렉션 삭제",
    delete_lead: "컬렉션과 연결을 삭제합니다. 버전은 프로젝트에 남고, 이름은 다시 쓸 수 있습니다.",
};
