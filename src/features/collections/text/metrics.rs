//! The words of metrics, and of two versions side by side.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

/// The texts in one language.
pub struct MetricsText {
    pub show: &'static str,
    pub compare: &'static str,
    /// The title of the page of metrics.
    pub metrics_of: fn(&str) -> String,
    pub lead: &'static str,
    pub none: &'static str,
    pub filter: &'static str,
    pub no_match: fn(&str) -> String,
    pub clear_filter: &'static str,
    /// The number of metrics that are left out.
    pub more: fn(usize) -> String,
    pub versions: &'static str,
    pub version: &'static str,
    pub charts: &'static str,
    /// The least, the greatest and the last value.
    pub range: fn(&str, &str, &str) -> String,
    /// The heading of a comparison.
    pub compared: fn(&str, &str, &str) -> String,
    pub before: &'static str,
    pub after: &'static str,
    pub swap: &'static str,
    pub facts: &'static str,
    /// The rows of the facts.
    pub fact_rows: [&'static str; 6],
    pub metadata: &'static str,
    pub files: &'static str,
    pub key: &'static str,
    pub path: &'static str,
    pub change: &'static str,
    pub added: &'static str,
    pub removed: &'static str,
    pub changed: &'static str,
    /// The number of equal entries.
    pub equal: fn(usize) -> String,
    pub no_difference: &'static str,
    pub same_version: &'static str,
}

impl MetricsText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: MetricsText = MetricsText {
    show: "Show metrics",
    compare: "Compare versions",
    metrics_of: |name| format!("Metrics of {name}"),
    lead: "The numbers in the metadata of the versions, from the oldest to the newest on this page.",
    none: "No version on this page has numbers in its metadata.",
    filter: "Filter metrics",
    no_match: |query| format!("No metrics match {}.", crate::i18n::prose::isolate(query)),
    clear_filter: "Clear filter",
    more: |count| match count {
        1 => "1 more metric. Filter to see it.".to_owned(),
        count => format!("{} more metrics. Filter to see them.", number(English, count)),
    },
    versions: "Versions",
    version: "Version",
    charts: "Charts",
    range: |least, greatest, last| format!("Latest {last} · {least} to {greatest}"),
    compared: |name, one, other| format!("{name}: {one} and {other}"),
    before: "First version",
    after: "Second version",
    swap: "Swap",
    facts: "Size and names",
    fact_rows: ["Size", "Files", "Digest", "Aliases", "Tags", "Linked"],
    metadata: "Changed metadata",
    files: "Changed files",
    key: "Key",
    path: "Path",
    change: "Change",
    added: "Added",
    removed: "Removed",
    changed: "Changed",
    equal: |count| format!("{} unchanged", number(English, count)),
    no_difference: "No differences.",
    same_version: "Choose two different versions to compare.",
};

pub static KOREAN: MetricsText = MetricsText {
    show: "지표 보기",
    compare: "버전 비교",
    metrics_of: |name| format!("{name} 지표"),
    lead: "버전 메타데이터에 있는 수치를 이 페이지에서 오래된 버전부터 보여 줍니다.",
    none: "이 페이지의 버전에는 메타데이터에 수치가 없습니다.",
    filter: "지표 필터",
    no_match: |query| format!("{} 일치하는 지표가 없습니다.", crate::i18n::prose::particle(query, "과", "와")),
    clear_filter: "필터 지우기",
    more: |count| format!("지표 {}개가 더 있습니다. 필터로 찾을 수 있습니다.", number(Korean, count)),
    versions: "버전",
    version: "버전",
    charts: "차트",
    range: |least, greatest, last| format!("최신 {last} · {least}~{greatest}"),
    compared: |name, one, other| format!("{name}: {one}, {other}"),
    before: "첫 번째 버전",
    after: "두 번째 버전",
    swap: "좌우 바꾸기",
    facts: "크기와 이름",
    fact_rows: ["크기", "파일", "다이제스트", "별칭", "태그", "연결일"],
    metadata: "달라진 메타데이터",
    files: "달라진 파일",
    key: "키",
    path: "경로",
    change: "변경",
    added: "추가됨",
    removed: "제거됨",
    changed: "변경됨",
    equal: |count| format!("{}개는 같음", number(Korean, count)),
    no_difference: "차이가 없습니다.",
    same_version: "비교하려면 서로 다른 버전을 선택하세요.",
};
