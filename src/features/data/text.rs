//! The words of the page of the stored data.

use journal::Fault;

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

pub struct DataText {
    pub title: &'static str,
    pub lead: &'static str,
    pub current: &'static str,
    pub organization: &'static str,
    pub size: &'static str,
    pub last_change: &'static str,
    pub start_over: &'static str,
    pub script: &'static str,
    /// The name of the acting account, and the number of registries that it can see.
    pub script_lead: fn(&str, usize) -> String,
    pub script_button: &'static str,
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
    script: "Recreate in W&B",
    script_lead: |account, registries| {
        let registries = match registries {
            1 => "the registry".to_owned(),
            count => format!("the {} registries", number(English, count)),
        };
        format!(
            "Python script for W&B’s client with {registries} that {} can see: types, members and roles. It prints what’s \
             missing in W&B first, and adds it only when you run it with --apply. It never changes or removes anything.",
            isolate(account)
        )
    },
    script_button: "Download Python script",
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
    script: "W&B에 다시 만들기",
    script_lead: |account, registries| {
        format!(
            "{} 계정으로 볼 수 있는 레지스트리 {}개의 유형, 멤버, 역할을 담은 W&B 클라이언트용 Python 스크립트입니다. 먼저 W&B에 없는 \
             것을 보여 주고, --apply로 실행할 때만 추가합니다. 이미 있는 것은 바꾸거나 제거하지 않습니다.",
            isolate(account),
            number(Korean, registries)
        )
    },
    script_button: "Python 스크립트 내려받기",
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
