//! The words of the page of the stored data.

use journal::Fault;

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

pub struct DataText {
    pub title: &'static str,
    pub lead: &'static str,
    pub current: &'static str,
    pub organization: &'static str,
    pub size: &'static str,
    pub last_change: &'static str,
    pub start_over: &'static str,
    pub damaged: &'static str,
    pub damaged_lead: &'static str,
    /// The first missing record and the number of missing records.
    pub missing: fn(&str, u64) -> String,
    /// The numbers of gaps and of unreadable records that are not listed.
    pub more_damaged: fn([usize; 2]) -> String,
    /// The reason why a record is unreadable.
    pub fault: fn(Fault) -> &'static str,
}

impl DataText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: DataText = DataText {
    title: "Your data",
    lead: "Everything is kept in this browser’s local storage, for this address. Nothing is sent anywhere. Clearing the \
           browser’s data clears it too, so keep a file of what matters.",
    current: "This organization",
    organization: "Organization",
    size: "Size",
    last_change: "Last change",
    start_over: "Start over",
    damaged: "What could not be read",
    damaged_lead: "These values are left in storage exactly as they are, and are part of every file that you download.",
    missing: |first, count| match count {
        1 => format!("1 record is missing: {first}"),
        count => format!(
            "{} records are missing, from {first} on",
            number(English, usize::try_from(count).unwrap_or(usize::MAX))
        ),
    },
    more_damaged: |[gaps, values]| match (gaps, values) {
        (0, values) => format!("{} more values are not listed here.", number(English, values)),
        (gaps, 0) => format!("{} more gaps are not listed here.", number(English, gaps)),
        (gaps, values) => {
            format!(
                "{} more gaps and {} more values are not listed here.",
                number(English, gaps),
                number(English, values)
            )
        }
    },
    fault: |fault| match fault {
        Fault::Key => "its name is not one that Registrar gives",
        Fault::Syntax => "it is not a record: cut off, or overwritten",
        Fault::Version => "it does not say which form it has",
        Fault::Checksum => "it was changed since it was written",
        Fault::Structure => "its content is not that of a record",
        Fault::Newer { .. } => "a newer version of Registrar wrote it",
    },
};

pub static KOREAN: DataText = DataText {
    title: "내 데이터",
    lead: "모든 내용은 이 브라우저의 로컬 저장소에 이 주소용으로 보관되며, 어디로도 전송되지 않습니다. 브라우저의 데이터를 지우면 함께 \
           지워지므로 중요한 것은 파일로 보관하세요.",
    current: "이 조직",
    organization: "조직",
    size: "크기",
    last_change: "마지막 변경",
    start_over: "새로 시작",
    damaged: "읽지 못한 것",
    damaged_lead: "아래 값은 저장소에 그대로 두며, 내려받는 모든 파일에 포함됩니다.",
    missing: |first, count| match count {
        1 => format!("기록 1개가 없습니다({first})"),
        count => {
            format!("{first}부터 기록 {}개가 없습니다", number(Korean, usize::try_from(count).unwrap_or(usize::MAX)))
        }
    },
    more_damaged: |[gaps, values]| match (gaps, values) {
        (0, values) => format!("이 밖의 값 {}개는 여기에 표시하지 않습니다.", number(Korean, values)),
        (gaps, 0) => format!("이 밖의 빠진 구간 {}개는 여기에 표시하지 않습니다.", number(Korean, gaps)),
        (gaps, values) => format!(
            "이 밖의 빠진 구간 {}개와 값 {}개는 여기에 표시하지 않습니다.",
            number(Korean, gaps),
            number(Korean, values)
        ),
    },
    fault: |fault| match fault {
        Fault::Key => "Registrar가 붙이는 이름이 아닙니다",
        Fault::Syntax => "기록이 잘렸거나 덮어쓰였습니다",
        Fault::Version => "어떤 형식인지 나와 있지 않습니다",
        Fault::Checksum => "기록된 뒤에 바뀌었습니다",
        Fault::Structure => "내용이 기록 형식에 맞지 않습니다",
        Fault::Newer { .. } => "더 새로운 버전의 Registrar가 기록했습니다",
    },
};
