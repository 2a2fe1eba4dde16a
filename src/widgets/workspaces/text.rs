//! The words for earlier organizations, and for reading a file back.

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};

/// The words.
pub struct WorkspacesText {
    /// It cannot be read.
    pub unreadable_organization: &'static str,
    /// So many thousand characters.
    pub size_of: fn(&str) -> String,
    /// Gives it as a file.
    pub download: &'static str,
    /// Gives an earlier one as a file.
    pub download_named: fn(&str) -> String,
    /// Reads a file back.
    pub restore: &'static str,
    /// The effect of restoring.
    pub restore_lead: &'static str,
    /// The field for the file.
    pub restore_field: &'static str,
    /// The file is being opened.
    pub restoring: &'static str,
    /// Earlier organizations.
    pub earlier: &'static str,
    /// There are none.
    pub no_earlier: &'static str,
    /// Opens one.
    pub open: &'static str,
    /// Opens one, by its name.
    pub open_named: fn(&str) -> String,
    /// Deletes one.
    pub delete: &'static str,
    /// Deletes one, by its name.
    pub delete_named: fn(&str) -> String,
    /// The effect of deleting, and the text to type.
    pub delete_confirm: fn(&str) -> String,
    /// The field for it.
    pub delete_field: &'static str,
    /// Deletes it for good.
    pub delete_for_good: &'static str,
    /// The typed text is another one.
    pub delete_mismatch: &'static str,
    /// Does not delete it.
    pub keep: &'static str,
    /// The runs of a scenario, by its name.
    pub runs_of: fn(&str) -> String,
    /// The button that deletes the runs of a scenario, by its name.
    pub delete_runs: fn(&str) -> String,
    /// The effect of deleting the runs, by their number and the name to type.
    pub delete_runs_confirm: fn(usize, &str) -> String,
    /// The field for the name of the scenario.
    pub delete_runs_field: &'static str,
    /// The button that begins the scenario of the current run again.
    pub start_over_from_scenario: &'static str,
    /// Another site of this origin has it open.
    pub in_use: &'static str,
    /// The file cannot be opened at all.
    pub no_text: &'static str,
}

impl WorkspacesText {
    /// The words in a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

/// In English.
pub static ENGLISH: WorkspacesText = WorkspacesText {
    unreadable_organization: "An organization that cannot be read",
    size_of: |thousands| format!("{thousands} thousand characters"),
    download: "Download",
    download_named: |name| format!("Download {name}"),
    restore: "Read a file back",
    restore_lead: "A downloaded file or a saved page opens as an organization of its own. What was open before moves to the earlier ones.",
    restore_field: "Downloaded file",
    restoring: "Opening the file",
    earlier: "Earlier organizations",
    no_earlier: "None. When you start over or read a file back, what was open before is kept here.",
    open: "Open",
    open_named: |name| format!("Open {name}"),
    delete: "Delete",
    delete_named: |name| format!("Delete {name}"),
    delete_confirm: |name| format!("This deletes the organization for good. Type {} to confirm.", isolate(name)),
    delete_field: "Name of the organization",
    delete_for_good: "Delete for good",
    delete_mismatch: "This is not the name. Nothing was deleted.",
    keep: "Keep it",
    runs_of: |name| format!("Runs of {}", isolate(name)),
    delete_runs: |name| format!("Delete all runs of {}", isolate(name)),
    delete_runs_confirm: |count, name| {
        format!("This permanently deletes {count} organizations. Type {} to confirm.", isolate(name))
    },
    delete_runs_field: "Name of the scenario",
    start_over_from_scenario: "Start over from the scenario",
    in_use: "Open at another address of this site",
    no_text: "This file could not be read.",
};

/// In Korean.
pub static KOREAN: WorkspacesText = WorkspacesText {
    unreadable_organization: "읽을 수 없는 조직",
    size_of: |thousands| format!("약 {thousands},000자"),
    download: "내려받기",
    download_named: |name| format!("{name} 내려받기"),
    restore: "파일에서 복원",
    restore_lead: "내려받은 파일이나 저장한 페이지는 별도의 조직으로 열립니다. 지금 열려 있는 조직은 이전 조직으로 옮겨집니다.",
    restore_field: "내려받은 파일",
    restoring: "파일을 여는 중",
    earlier: "이전 조직",
    no_earlier: "없습니다. 새로 시작하거나 파일에서 복원하면 전에 열려 있던 조직이 여기에 남습니다.",
    open: "열기",
    open_named: |name| format!("{name} 열기"),
    delete: "삭제",
    delete_named: |name| format!("{name} 삭제"),
    delete_confirm: |name| {
        format!(
            "조직을 완전히 삭제하며 되돌릴 수 없습니다. 확인하려면 조직 이름 {} 그대로 입력하세요.",
            particle(name, "을", "를")
        )
    },
    delete_field: "조직의 이름",
    delete_for_good: "완전히 삭제",
    delete_mismatch: "이름이 다릅니다. 아무것도 삭제하지 않았습니다.",
    keep: "그대로 두기",
    runs_of: |name| format!("{} 실행 기록", isolate(name)),
    delete_runs: |name| format!("{} 실행 기록 모두 삭제", isolate(name)),
    delete_runs_confirm: |count, name| {
        format!(
            "조직 {count}개를 완전히 삭제하며 되돌릴 수 없습니다. 확인하려면 시나리오 이름 {} 그대로 입력하세요.",
            particle(name, "을", "를")
        )
    },
    delete_runs_field: "시나리오의 이름",
    start_over_from_scenario: "시나리오 처음부터 다시 시작",
    in_use: "이 사이트의 다른 주소에서 열려 있음",
    no_text: "파일을 읽지 못했습니다.",
};
