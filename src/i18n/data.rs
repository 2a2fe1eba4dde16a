//! Where the data is.

use journal::Fault;
use workspace::ArchiveFault;

use super::Language::{English, Korean};
use super::prose::{isolate, particle};
use crate::browser::intl::number;

/// The words.
pub struct Text {
    /// The heading.
    pub title: &'static str,
    /// Where the data is.
    pub lead: &'static str,
    /// What is open now.
    pub current: &'static str,
    /// The organization.
    pub organization: &'static str,
    /// It cannot be read.
    pub unreadable_organization: &'static str,
    /// How much room it takes.
    pub size: &'static str,
    /// So many thousand characters.
    pub size_of: fn(&str) -> String,
    /// When it was changed last.
    pub last_change: &'static str,
    /// Gives it as a file.
    pub download: &'static str,
    /// Gives an earlier one as a file.
    pub download_named: fn(&str) -> String,
    /// Begins a new one.
    pub start_over: &'static str,
    /// Reads a file back.
    pub restore: &'static str,
    /// What that does.
    pub restore_lead: &'static str,
    /// The field for the file.
    pub restore_field: &'static str,
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
    /// What deleting does, and what to type.
    pub delete_confirm: fn(&str) -> String,
    /// The field for it.
    pub delete_field: &'static str,
    /// Deletes it for good.
    pub delete_for_good: &'static str,
    /// What was typed is something else.
    pub delete_mismatch: &'static str,
    /// Does not delete it.
    pub keep: &'static str,
    /// Another site of this origin has it open.
    pub in_use: &'static str,
    /// What cannot be read.
    pub damaged: &'static str,
    /// What happens to it.
    pub damaged_lead: &'static str,
    /// What is missing: from where to where.
    pub missing: fn(&str, u64) -> String,
    /// Why a value cannot be read.
    pub fault: fn(Fault) -> &'static str,
    /// Why a file cannot be read back.
    pub archive_fault: fn(&ArchiveFault) -> String,
    /// The download did not work.
    pub download_failed: &'static str,
    /// The file cannot be opened at all.
    pub no_text: &'static str,
}

/// In English.
pub const ENGLISH: Text = Text {
    title: "Your data",
    lead: "Everything is kept in this browser’s local storage, for this address. Nothing is sent anywhere. Clearing the \
           browser’s data clears it too, so keep a file of what matters.",
    current: "This organization",
    organization: "Organization",
    unreadable_organization: "An organization that cannot be read",
    size: "Size",
    size_of: |thousands| format!("{thousands} thousand characters"),
    last_change: "Last change",
    download: "Download",
    download_named: |name| format!("Download {name}"),
    start_over: "Start over",
    restore: "Read a file back",
    restore_lead: "A downloaded file opens as an organization of its own. What was open before moves to the earlier ones.",
    restore_field: "Downloaded file",
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
    in_use: "Open at another address of this site",
    damaged: "What could not be read",
    damaged_lead: "These values are left in storage exactly as they are, and are part of every file that you download.",
    missing: |first, count| match count {
        1 => format!("1 record is missing: {first}"),
        count => format!(
            "{} records are missing, from {first} on",
            number(English, usize::try_from(count).unwrap_or(usize::MAX))
        ),
    },
    fault: |fault| match fault {
        Fault::Key => "its name is not one that Registrar gives",
        Fault::Syntax => "it is not a record: cut off, or overwritten",
        Fault::Version => "it does not say which form it has",
        Fault::Checksum => "it was changed since it was written",
        Fault::Structure => "its content is not that of a record",
        Fault::Newer { .. } => "a newer version of Registrar wrote it",
    },
    archive_fault: |fault| match fault {
        ArchiveFault::Foreign => "This file was not written by Registrar, or is damaged.".to_owned(),
        ArchiveFault::Newer(_) => "A newer version of Registrar wrote this file.".to_owned(),
        ArchiveFault::Empty => "This file holds no records.".to_owned(),
        ArchiveFault::Several => "This file holds several organizations.".to_owned(),
        ArchiveFault::NotSaved(_) => "What this file holds could not be kept.".to_owned(),
    },
    download_failed: "The browser did not take the file.",
    no_text: "This file could not be read.",
};

/// In Korean.
pub const KOREAN: Text = Text {
    title: "내 데이터",
    lead: "모든 내용은 이 브라우저의 로컬 저장소에 이 주소용으로 보관되며, 어디로도 전송되지 않습니다. 브라우저의 데이터를 지우면 함께 \
           지워지므로 중요한 것은 파일로 보관하세요.",
    current: "이 조직",
    organization: "조직",
    unreadable_organization: "읽을 수 없는 조직",
    size: "크기",
    size_of: |thousands| format!("약 {thousands},000자"),
    last_change: "마지막 변경",
    download: "내려받기",
    download_named: |name| format!("{name} 내려받기"),
    start_over: "새로 시작",
    restore: "파일에서 복원",
    restore_lead: "내려받은 파일은 별도의 조직으로 열립니다. 지금 열려 있는 조직은 이전 조직으로 옮겨집니다.",
    restore_field: "내려받은 파일",
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
    in_use: "이 사이트의 다른 주소에서 열려 있음",
    damaged: "읽지 못한 것",
    damaged_lead: "아래 값은 저장소에 그대로 두며, 내려받는 모든 파일에 포함됩니다.",
    missing: |first, count| match count {
        1 => format!("기록 1개가 없습니다({first})"),
        count => {
            format!("{first}부터 기록 {}개가 없습니다", number(Korean, usize::try_from(count).unwrap_or(usize::MAX)))
        }
    },
    fault: |fault| match fault {
        Fault::Key => "Registrar가 붙이는 이름이 아닙니다",
        Fault::Syntax => "기록이 잘렸거나 덮어쓰였습니다",
        Fault::Version => "어떤 형식인지 나와 있지 않습니다",
        Fault::Checksum => "기록된 뒤에 바뀌었습니다",
        Fault::Structure => "내용이 기록 형식에 맞지 않습니다",
        Fault::Newer { .. } => "더 새로운 버전의 Registrar가 기록했습니다",
    },
    archive_fault: |fault| match fault {
        ArchiveFault::Foreign => "Registrar가 만든 파일이 아니거나 손상된 파일입니다.".to_owned(),
        ArchiveFault::Newer(_) => "더 새로운 버전의 Registrar가 만든 파일입니다.".to_owned(),
        ArchiveFault::Empty => "기록이 없는 파일입니다.".to_owned(),
        ArchiveFault::Several => "여러 조직이 들어 있는 파일입니다.".to_owned(),
        ArchiveFault::NotSaved(_) => "파일의 내용을 저장하지 못했습니다.".to_owned(),
    },
    download_failed: "파일을 내려받지 못했습니다.",
    no_text: "파일을 읽지 못했습니다.",
};
