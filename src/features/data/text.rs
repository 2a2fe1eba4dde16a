//! The words of the page of the stored data.

use journal::Fault;

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

pub struct DataText {
    pub title: &'static str,
    pub lead: &'static str,
    /// For a page that was opened from disk.
    pub lead_file: &'static str,
    /// For a copy of the organization that was saved in the page.
    pub lead_saved_page: &'static str,
    /// For the organization that was saved in the page.
    pub lead_original: &'static str,
    /// For a browser that keeps nothing.
    pub lead_memory: &'static str,
    pub current: &'static str,
    pub organization: &'static str,
    pub size: &'static str,
    /// The storage of the browser, and the part of it that is in use, in percent.
    pub storage: &'static str,
    pub in_use: fn(usize) -> String,
    /// The name of the scenario that the organization began with.
    pub scenario: &'static str,
    pub last_change: &'static str,
    pub start_over: &'static str,
    pub save_page: &'static str,
    pub save_page_lead: &'static str,
    pub saving_page: &'static str,
    /// The name of the file and its size in bytes.
    pub page_saved: fn(&str, usize) -> String,
    pub no_page_source: &'static str,
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

/// A size in bytes, to a tenth of a megabyte.
fn megabytes(size: usize) -> String {
    let tenths = (size + 50_000) / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
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
    lead_file: "Everything is kept in this browser’s local storage, for this file at this place. Nothing is sent anywhere. Some \
                browsers have one storage for all files of the computer: then other Registrar files list this organization as well. \
                Clearing the browser’s data clears it too, so keep a file of what matters.",
    lead_saved_page: "Your copy of the saved organization is kept in this browser’s local storage, also if the file of this page is \
                      moved or renamed. Nothing is sent anywhere, and the file itself never changes. Clearing the browser’s data \
                      clears the copy, so save what matters.",
    lead_original: "The organization of this page is in its file. It is shown as it was saved, and nothing is stored until you start \
                    from here.",
    lead_memory: "Everything is in memory, and gone when the tab is closed. Save it as a file or a page before that.",
    current: "This organization",
    organization: "Organization",
    size: "Size",
    storage: "Storage of this browser",
    in_use: |percent| format!("{percent} % in use, by this page and everything else at its address"),
    scenario: "Scenario",
    last_change: "Last change",
    start_over: "Start over",
    save_page: "Save as a page",
    save_page_lead: "One HTML file with Registrar and this organization inside. It opens with a double-click and needs no network. \
                     People see the organization as you saved it, and can start from there with a copy of their own.",
    saving_page: "Loading the page’s file…",
    page_saved: |name, size| format!("Saved as {}, {}.", isolate(name), megabytes(size)),
    no_page_source: "The page’s file could not be loaded. Check the network and try again.",
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
    lead_file: "모든 내용은 이 브라우저의 로컬 저장소에 지금 위치의 이 파일용으로 보관되며, 어디로도 전송되지 않습니다. 컴퓨터의 모든 파일이 \
                저장소 하나를 함께 쓰는 브라우저에서는 다른 Registrar 파일에도 이 조직이 목록에 나타납니다. 브라우저의 데이터를 지우면 함께 \
                지워지므로 중요한 것은 파일로 보관하세요.",
    lead_saved_page: "저장된 조직의 사본은 이 브라우저의 로컬 저장소에 보관되며, 이 페이지의 파일을 옮기거나 이름을 바꿔도 그대로 있습니다. \
                      어디로도 전송되지 않고 파일 자체는 바뀌지 않습니다. 브라우저의 데이터를 지우면 사본도 지워지므로 중요한 것은 \
                      저장해 두세요.",
    lead_original: "이 페이지의 조직은 페이지 파일 안에 있습니다. 저장한 때의 모습 그대로 보여 주며, 여기서부터 시작할 때까지 아무것도 저장하지 \
                    않습니다.",
    lead_memory: "모든 내용은 메모리에만 있고 탭을 닫으면 사라지므로 그 전에 파일이나 페이지로 저장하세요.",
    current: "이 조직",
    organization: "조직",
    size: "크기",
    storage: "이 브라우저의 저장소",
    in_use: |percent| format!("{percent}% 사용 중 (이 페이지와 같은 주소의 다른 내용 포함)"),
    scenario: "시나리오",
    last_change: "마지막 변경",
    start_over: "새로 시작",
    save_page: "페이지로 저장",
    save_page_lead: "Registrar와 이 조직을 HTML 파일 하나에 담습니다. 두 번 클릭하면 열리고 네트워크가 필요 없습니다. 받은 사람은 저장한 때의 \
                     조직을 보고, 거기서부터 자신의 사본으로 시작할 수 있습니다.",
    saving_page: "페이지 파일을 불러오는 중…",
    page_saved: |name, size| format!("{} 파일로 저장했습니다({}).", isolate(name), megabytes(size)),
    no_page_source: "페이지 파일을 불러오지 못했습니다. 네트워크를 확인하고 다시 시도하세요.",
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
