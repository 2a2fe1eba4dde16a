//! The words of a record of the history.

use workspace::Via;

use crate::i18n::Language;
use crate::i18n::prose::isolate;

pub struct LineText {
    /// The disclosure of the last changes of something.
    pub recent: &'static str,
    pub no_changes: &'static str,
    /// The link to the whole history of something.
    pub all: &'static str,
    /// The organization of this name was founded.
    pub founded: fn(&str) -> String,
    pub checkpoint: fn(&str) -> String,
    pub unknown: &'static str,
    /// The channel; nothing for one of another program.
    pub via: fn(Option<Via>) -> &'static str,
    /// The account and the channel.
    pub by: fn(&str, &str) -> String,
    /// The value before and after.
    pub change: fn(&str, &str) -> String,
    pub undone: &'static str,
    pub overtaken: fn(&str) -> String,
    pub no_longer_there: &'static str,
}

impl LineText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: LineText = LineText {
    recent: "Recent changes",
    no_changes: "Nothing has changed here.",
    all: "Show all in History",
    founded: |name| format!("The organization {} was founded.", isolate(name)),
    checkpoint: |name| format!("Checkpoint {}.", isolate(name)),
    unknown: "A newer version of Registrar wrote this.",
    via: |via| match via {
        Some(Via::Interface) => "on the page",
        Some(Via::Api) => "by a script",
        Some(Via::Import) => "by an import",
        Some(Via::Demo) => "with the demo",
        Some(Via::Undo) => "by undo",
        None => "in another way",
    },
    by: |name, via| format!("{}, {via}", isolate(name)),
    change: |before, after| format!("Before: {before}. After: {after}."),
    undone: "This is undone.",
    overtaken: |why| format!("This was overtaken: another tab was faster. {why}").trim_end().to_owned(),
    no_longer_there: "Somebody who is gone",
};

static KOREAN: LineText = LineText {
    recent: "최근 변경",
    no_changes: "바뀐 내용이 없습니다.",
    all: "기록에서 모두 보기",
    founded: |name| format!("{} 조직을 만들었습니다.", isolate(name)),
    checkpoint: |name| format!("{} 체크포인트.", isolate(name)),
    unknown: "더 새로운 버전의 Registrar가 기록했습니다.",
    via: |via| match via {
        Some(Via::Interface) => "페이지에서",
        Some(Via::Api) => "스크립트로",
        Some(Via::Import) => "가져오기로",
        Some(Via::Demo) => "데모로",
        Some(Via::Undo) => "실행 취소로",
        None => "다른 방법으로",
    },
    by: |name, via| format!("{}, {via}", isolate(name)),
    change: |before, after| format!("이전: {before}. 이후: {after}."),
    undone: "실행 취소되었습니다.",
    overtaken: |why| format!("다른 탭에서 먼저 바꾼 내용에 밀려 적용되지 않았습니다. {why}").trim_end().to_owned(),
    no_longer_there: "조직을 떠난 계정",
};
