//! The words of the history.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

use crate::routes::history::Kind;

pub struct HistoryText {
    pub title: &'static str,
    pub lead: &'static str,
    pub find: &'static str,
    pub kind: &'static str,
    pub kinds: fn(Kind) -> &'static str,
    pub from: &'static str,
    pub to: &'static str,
    /// The number of records.
    pub count: fn(usize) -> String,
    /// The status while the search goes on.
    pub searching: &'static str,
    pub nothing: &'static str,
    pub clear: &'static str,
    pub list: &'static str,
    /// The button with the sentence that says what it undoes.
    pub undo_of: fn(&str) -> String,
    pub redo_of: fn(&str) -> String,
    pub return_here: &'static str,
    /// Shows the organization as of an entry.
    pub look_here: &'static str,
    /// Compares an entry with now.
    pub changes_since: &'static str,
    /// The date and time to look at.
    pub look_at: &'static str,
    pub look: &'static str,
    pub open_as_new: &'static str,
    /// The number of later records that depend on the one to be undone.
    pub dependents: fn(usize) -> String,
    /// The button that undoes so many records.
    pub undo_all: fn(usize) -> String,
    pub checkpoint_name: &'static str,
    pub save_checkpoint: &'static str,
    pub export_csv: &'static str,
    pub export_json: &'static str,
    /// The field for what the history is about.
    pub about: &'static str,
    pub about_list: &'static str,
    pub everything: &'static str,
    pub registry: &'static str,
    pub collection: &'static str,
    pub project: &'static str,
    pub team: &'static str,
    pub about_gone: &'static str,
}

impl HistoryText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: HistoryText = HistoryText {
    title: "History",
    lead: "Everything that was done in this organization, as far as you can access it now. Undo rewinds the rehearsal: \
           it asks for no role, and also takes back what stays otherwise, such as saved types.",
    find: "Search the history",
    kind: "Kind",
    kinds: |kind| match kind {
        Kind::All => "Everything",
        Kind::Changes => "Changes that count",
        Kind::Undone => "Undone",
        Kind::Overtaken => "Overtaken",
        Kind::Undo => "Undo and redo",
        Kind::Checkpoints => "Checkpoints",
    },
    from: "From",
    to: "To",
    count: |count| match count {
        1 => "1 entry".to_owned(),
        count => format!("{} entries", number(English, count)),
    },
    searching: "Searching…",
    nothing: "No entry of the history matches.",
    clear: "Clear filters",
    list: "History",
    undo_of: |sentence| format!("Undo: {sentence}"),
    redo_of: |sentence| format!("Redo. {sentence}"),
    return_here: "Return to here",
    look_here: "Look at this moment",
    changes_since: "What changed since",
    look_at: "Look at a date and time",
    look: "Look",
    open_as_new: "Open as a new organization",
    dependents: |count| match count {
        1 => "1 later change depends on this:".to_owned(),
        count => format!("{} later changes depend on this:", number(English, count)),
    },
    undo_all: |count| format!("Undo all {}", number(English, count)),
    checkpoint_name: "Name of the checkpoint",
    save_checkpoint: "Save checkpoint",
    export_csv: "Download as CSV",
    export_json: "Download as JSON",
    about: "About",
    about_list: "Registries, collections, projects, people, service accounts and teams",
    everything: "Everything",
    registry: "Registry",
    collection: "Collection",
    project: "Project",
    team: "Team",
    about_gone: "Something that is gone",
};

static KOREAN: HistoryText = HistoryText {
    title: "기록",
    lead: "이 조직에서 한 모든 일 가운데 지금 접근할 수 있는 내용입니다. 실행 취소는 연습을 되돌리는 것이므로 역할이 필요 없고, 저장된 유형처럼 \
           평소에는 뺄 수 없는 것도 되돌립니다.",
    find: "기록 검색",
    kind: "종류",
    kinds: |kind| match kind {
        Kind::All => "전체",
        Kind::Changes => "적용된 변경",
        Kind::Undone => "실행 취소됨",
        Kind::Overtaken => "다른 변경에 밀림",
        Kind::Undo => "실행 취소와 다시 실행",
        Kind::Checkpoints => "체크포인트",
    },
    from: "시작일",
    to: "종료일",
    count: |count| format!("항목 {}개", number(Korean, count)),
    searching: "검색 중…",
    nothing: "일치하는 항목이 없습니다.",
    clear: "필터 지우기",
    list: "기록",
    undo_of: |sentence| format!("실행 취소: {sentence}"),
    redo_of: |sentence| format!("다시 실행. {sentence}"),
    return_here: "여기로 되돌리기",
    look_here: "이 시점 보기",
    changes_since: "그 이후 바뀐 것",
    look_at: "볼 날짜와 시각",
    look: "보기",
    open_as_new: "새 조직으로 열기",
    dependents: |count| format!("이후의 변경 {}개가 여기에 달려 있습니다.", number(Korean, count)),
    undo_all: |count| format!("{}개 모두 실행 취소", number(Korean, count)),
    checkpoint_name: "체크포인트 이름",
    save_checkpoint: "체크포인트 저장",
    export_csv: "CSV로 내려받기",
    export_json: "JSON으로 내려받기",
    about: "대상",
    about_list: "레지스트리, 컬렉션, 프로젝트, 사람, 서비스 계정, 팀",
    everything: "전체",
    registry: "레지스트리",
    collection: "컬렉션",
    project: "프로젝트",
    team: "팀",
    about_gone: "지금은 없는 대상",
};
