//! The words of the versions of a collection.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

/// The texts in one language.
pub struct VersionText {
    pub versions: &'static str,
    pub no_versions: &'static str,
    /// The columns of the table of versions.
    pub version_columns: [&'static str; 8],
    pub hidden_source: &'static str,
    pub view: &'static str,
    pub view_version: fn(&str) -> String,
    /// The accessible name of the tabs.
    pub parts: &'static str,
    pub tabs: [&'static str; 5],
    pub copy_full_name: &'static str,
    pub source: &'static str,
    pub linked: &'static str,
    pub size: &'static str,
    /// The size and the number of files.
    pub size_of: fn(&str, usize) -> String,
    pub digest: &'static str,
    pub other_links: &'static str,
    pub no_other_links: &'static str,
    pub unlink: &'static str,
    pub unlink_lead: &'static str,
    pub files: &'static str,
    /// The accessible name of the table.
    pub files_table: &'static str,
    pub no_files: &'static str,
    pub filter_files: &'static str,
    pub file_columns: [&'static str; 3],
    pub metadata: &'static str,
    /// The accessible name of the table.
    pub metadata_table: &'static str,
    pub no_metadata: &'static str,
    pub filter_metadata: &'static str,
    pub metadata_columns: [&'static str; 2],
    pub made_from: &'static str,
    /// The run that has logged the version.
    pub made_by: fn(&str) -> String,
    pub no_inputs: &'static str,
    pub used_by: &'static str,
    pub no_users: &'static str,
}

impl VersionText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: VersionText = VersionText {
    versions: "Versions",
    no_versions: "No versions yet. Link one from a project.",
    version_columns: ["Version", "Aliases", "Tags", "Source", "Linked by", "Linked", "Size", "Actions"],
    hidden_source: "In a project you can’t see",
    view: "View",
    view_version: |number| format!("View: {number}"),
    parts: "Parts of the version",
    tabs: ["Version", "Metadata", "Usage", "Files", "Lineage"],
    copy_full_name: "Copy full name",
    source: "Source",
    linked: "Linked",
    size: "Size",
    size_of: |size, files| match files {
        1 => format!("{size} in 1 file"),
        files => format!("{size} in {} files", number(English, files)),
    },
    digest: "Digest",
    other_links: "Also linked in",
    no_other_links: "Not linked in other collections that you can see.",
    unlink: "Unlink version",
    unlink_lead: "Removes the version and its aliases from this collection. It stays in its project.",
    files: "Files",
    files_table: "Paths, sizes and digests",
    no_files: "No files.",
    filter_files: "Filter files",
    file_columns: ["Path", "Size", "Digest"],
    metadata: "Metadata",
    metadata_table: "Keys and values",
    no_metadata: "No metadata.",
    filter_metadata: "Search metadata",
    metadata_columns: ["Key", "Value"],
    made_from: "Made from",
    made_by: |run| format!("Logged by the run {run}."),
    no_inputs: "No inputs that you can see.",
    used_by: "Used for",
    no_users: "Nothing that you can see was made from it.",
};

pub static KOREAN: VersionText = VersionText {
    versions: "버전",
    no_versions: "아직 버전이 없습니다. 프로젝트의 버전을 연결하세요.",
    version_columns: ["버전", "별칭", "태그", "원본", "연결한 사람", "연결일", "크기", "작업"],
    hidden_source: "볼 수 없는 프로젝트에 있음",
    view: "보기",
    view_version: |number| format!("보기: {number}"),
    parts: "버전 정보",
    tabs: ["버전", "메타데이터", "사용", "파일", "계보"],
    copy_full_name: "전체 이름 복사",
    source: "원본",
    linked: "연결",
    size: "크기",
    size_of: |size, files| format!("파일 {}개, {size}", number(Korean, files)),
    digest: "다이제스트",
    other_links: "연결된 다른 컬렉션",
    no_other_links: "볼 수 있는 다른 컬렉션에는 연결되어 있지 않습니다.",
    unlink: "버전 연결 해제",
    unlink_lead: "이 컬렉션에서 버전과 별칭을 제거합니다. 버전은 프로젝트에 남습니다.",
    files: "파일",
    files_table: "경로, 크기, 다이제스트",
    no_files: "파일이 없습니다.",
    filter_files: "파일 필터",
    file_columns: ["경로", "크기", "다이제스트"],
    metadata: "메타데이터",
    metadata_table: "키와 값",
    no_metadata: "메타데이터가 없습니다.",
    filter_metadata: "메타데이터 검색",
    metadata_columns: ["키", "값"],
    made_from: "입력",
    made_by: |run| format!("{run} 실행이 기록했습니다."),
    no_inputs: "볼 수 있는 입력이 없습니다.",
    used_by: "이 버전으로 만든 것",
    no_users: "이 버전으로 만든 것 중에 볼 수 있는 것이 없습니다.",
};
