//! The notices about completed and failed changes.

use std::rc::Rc;

use domain::{Action, RegistryAction};
use workspace::{ArchiveFault, Overtaken, OvertakenReason, ReadOnly, ScenarioFault};

use crate::i18n::Catalog;
use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle};
use crate::state::{ChangeError, Notice, WorkspaceError};

pub struct NoticeText {
    /// The name of the created registry.
    pub created: fn(&str) -> String,
    pub nothing_changed: &'static str,
    /// The change that was overtaken, as a clause, and the reason.
    pub overtaken: fn(&str, &str) -> String,
    /// An undo was overtaken.
    pub undo_overtaken: &'static str,
    pub overtaken_more: fn(usize) -> String,
    /// The clause for the creation of a registry.
    pub creation_clause: fn(&str) -> String,
    pub change_clause: &'static str,
    /// Nothing can be changed while the page shows the past.
    pub looking_back: &'static str,
    pub no_such_moment: &'static str,
    pub not_there_then: &'static str,
    /// `?as=` names an account that does not exist.
    pub unknown_account: fn(&str) -> String,
    /// The acting account was removed.
    pub removed: fn(&str) -> String,
    pub restored: &'static str,
    /// The scenario of this name was started over.
    pub started_over: fn(&str) -> String,
    pub opened: &'static str,
    pub deleted: &'static str,
    pub cannot_read: &'static str,
    pub not_downloaded: &'static str,
    /// Lost data was written back.
    pub written_back: &'static str,
    /// The organization of a saved page was copied.
    pub started_from_original: &'static str,
    /// The site opens without a network from now on.
    pub ready_offline: &'static str,
    pub storage_full: &'static str,
    pub not_persisted: &'static str,
    pub read_only: fn(ReadOnly) -> &'static str,
    pub archive_fault: fn(&ArchiveFault) -> String,
    pub scenario_fault: fn(ScenarioFault) -> &'static str,
    /// The workspace that was to be opened is deleted.
    pub deleted_elsewhere: &'static str,
}

impl Catalog {
    /// The message of a notice.
    #[must_use]
    pub fn notice_message(&self, notice: &Notice) -> String {
        let text = &self.notice;
        match notice {
            Notice::Created(name) => (text.created)(name),
            Notice::Completed(completed) => self.summarize_actions(completed.iter()),
            Notice::Imported(counts) => (self.actions.imported)(*counts),
            Notice::Rewound { is_redo, actions } => self.rewound(*is_redo, actions),
            Notice::NotRewound(error) => self.change_error(error),
            Notice::CheckpointSaved(name) => self.checkpoint_saved(name),
            Notice::NothingChanged => text.nothing_changed.to_owned(),
            Notice::Overtaken(overtaken) => self.overtaken(overtaken),
            Notice::NoSuchMoment => text.no_such_moment.to_owned(),
            Notice::NotThereThen => text.not_there_then.to_owned(),
            Notice::UnknownAccount(name) => (text.unknown_account)(name),
            Notice::Restored => text.restored.to_owned(),
            Notice::StartedOver(name) => (text.started_over)(name),
            Notice::Opened => text.opened.to_owned(),
            Notice::Deleted => text.deleted.to_owned(),
            Notice::CannotRead => text.cannot_read.to_owned(),
            Notice::NotDownloaded => text.not_downloaded.to_owned(),
            Notice::WrittenBack => text.written_back.to_owned(),
            Notice::ReadyOffline => text.ready_offline.to_owned(),
            Notice::NotWrittenBack(error) => self.change_error(error),
            Notice::StartedFromOriginal => text.started_from_original.to_owned(),
            Notice::OriginalNotOpened(error) => self.workspace_error(error),
        }
    }

    /// The first overtaken intents with their reasons, and the number of the others.
    fn overtaken(&self, overtaken: &[Rc<Overtaken>]) -> String {
        const NAMED: usize = 3;
        let text = &self.notice;
        let sentence = |overtaken: &Rc<Overtaken>| {
            let OvertakenReason::Refused(refusal) = &overtaken.reason else { return text.undo_overtaken.to_owned() };
            let clause = match overtaken.actions.first() {
                Some(Action::Registry(RegistryAction::Create(new))) => (text.creation_clause)(new.name.as_str()),
                // The general clause holds for every action.
                _ => text.change_clause.to_owned(),
            };
            (text.overtaken)(&clause, &self.refusal.short_reason(refusal))
        };
        let mut sentences: Vec<String> = overtaken.iter().take(NAMED).map(sentence).collect();
        let more = overtaken.len().saturating_sub(NAMED);
        if more > 0 {
            sentences.push((text.overtaken_more)(more));
        }
        sentences.join(" ")
    }

    /// The reason why a workspace was not opened.
    #[must_use]
    pub fn workspace_error(&self, error: &WorkspaceError) -> String {
        match error {
            WorkspaceError::Change(error) => self.change_error(error),
            WorkspaceError::Deleted => self.notice.deleted_elsewhere.to_owned(),
            WorkspaceError::File(ArchiveFault::NotSaved(error)) => self.change_error(&ChangeError::from(error.clone())),
            WorkspaceError::File(fault) => (self.notice.archive_fault)(fault),
            WorkspaceError::Scenario(fault) => (self.notice.scenario_fault)(*fault).to_owned(),
        }
    }

    /// The reason why a change was not made.
    #[must_use]
    pub fn change_error(&self, error: &ChangeError) -> String {
        match error {
            ChangeError::Refused(refusal, _) => self.refusal.short_reason(refusal),
            ChangeError::Removed(name) => (self.notice.removed)(name),
            ChangeError::NotUndone(refusal) => self.not_undone(refusal),
            ChangeError::LookingBack => self.notice.looking_back.to_owned(),
            ChangeError::ReadOnly(read_only) => (self.notice.read_only)(*read_only).to_owned(),
            ChangeError::Full => self.notice.storage_full.to_owned(),
            ChangeError::NotPersisted => self.notice.not_persisted.to_owned(),
        }
    }
}

pub static ENGLISH: NoticeText = NoticeText {
    created: |name| format!("Registry {} was created.", isolate(name)),
    nothing_changed: "There is nothing to save: nothing was changed.",
    overtaken: |clause, why| format!("{clause} is undone: another tab was faster. {why}"),
    undo_overtaken: "An undo made here has no effect: another tab was faster, and what it did depends on what would be gone.",
    overtaken_more: |more| match more {
        1 => "1 more change is undone.".to_owned(),
        more => format!("{} more changes are undone.", number(English, more)),
    },
    creation_clause: |name| format!("The creation of {}", isolate(name)),
    change_clause: "A change made here",
    looking_back: "Not saved: this page shows the past. To make changes, choose Back to now.",
    no_such_moment: "There is no such moment in this organization’s history. You see it as it is now.",
    not_there_then: "The account you act as was not in the organization then. You look as another one that was.",
    unknown_account: |name| {
        format!("Nobody in the organization is called {}. You act as somebody else.", isolate(name))
    },
    removed: |name| format!("{} was removed. Choose an account to act as.", isolate(name)),
    started_over: |name| format!("Started {} over.", isolate(name)),
    restored: "The file was read back. The organization that was open before is among the earlier ones.",
    opened: "The organization was opened. The one that was open before is among the earlier ones.",
    deleted: "The organization was deleted.",
    cannot_read: "The storage could not be read just now. What other tabs have done may not be shown.",
    not_downloaded: "The file could not be downloaded.",
    written_back: "Everything is back in this browser’s storage.",
    started_from_original: "You can change this organization now. The original stays in the page.",
    ready_offline: "Ready to work offline.",
    storage_full: "Not saved: this browser’s storage is full. Nothing was changed. Download your data, or delete an earlier \
           organization to make room.",
    not_persisted: "Not saved: this browser’s storage did not keep it. Nothing was changed. Try again, or download your data.",
    read_only: |read_only| match read_only {
        ReadOnly::Newer => "Not saved: a newer version of Registrar wrote part of this data, so it is read-only here.",
        ReadOnly::Unconfirmed => {
            "The storage did not say whether this was kept. Reload the page to see; nothing is written until then."
        }
        ReadOnly::Moved => {
            "Not saved: another tab has switched to another organization, or the data of this page was cleared. Reload the page."
        }
        ReadOnly::Exhausted => {
            "Not saved: a record of this organization has the largest possible clock, so no change can follow it. Start over, \
             or open another organization."
        }
        ReadOnly::Original => {
            "Not saved: this page shows a saved organization. To make changes, choose Start from here."
        }
        ReadOnly::Lost => {
            "Not saved: something outside of Registrar has removed stored data of this organization. Write it back first, at \
             the top of the page."
        }
    },
    deleted_elsewhere: "This organization was deleted in another tab.",
    archive_fault: |fault| match fault {
        ArchiveFault::Foreign => "This file was not written by Registrar, or is damaged.".to_owned(),
        ArchiveFault::Newer(_) => "A newer version of Registrar wrote this file.".to_owned(),
        ArchiveFault::Empty => "This file holds no records.".to_owned(),
        ArchiveFault::Several => "This file holds several organizations.".to_owned(),
        ArchiveFault::NotSaved(_) => "What this file holds could not be kept.".to_owned(),
    },
    scenario_fault: |fault| match fault {
        ScenarioFault::Foreign => "This is not a scenario from Registrar, or it is damaged.",
        ScenarioFault::Newer => "A newer version of Registrar wrote this scenario.",
        ScenarioFault::TooLong => "This scenario is too large. A scenario has at most 8 MB.",
    },
};

pub static KOREAN: NoticeText = NoticeText {
    created: |name| format!("{} 레지스트리를 만들었습니다.", isolate(name)),
    nothing_changed: "바꾼 내용이 없어 저장할 것이 없습니다.",
    overtaken: |clause, why| format!("{clause} 취소되었습니다. 다른 탭에서 먼저 바꾼 내용과 맞지 않습니다. {why}"),
    undo_overtaken: "여기에서 한 실행 취소는 적용되지 않았습니다. 다른 탭에서 먼저 바꾼 내용이 거기에 달려 있습니다.",
    overtaken_more: |more| format!("그 밖의 변경 {}개도 취소되었습니다.", number(Korean, more)),
    creation_clause: |name| format!("{} 만들기가", isolate(name)),
    change_clause: "여기에서 한 변경이",
    looking_back: "저장하지 못했습니다. 이 페이지는 지난 시점을 보여 줍니다. 변경하려면 ‘현재로 돌아가기’를 선택하세요.",
    no_such_moment: "이 조직의 기록에 그런 시점이 없습니다. 현재 모습을 보여 줍니다.",
    not_there_then: "지금 활동 중인 계정은 그때 조직에 없었습니다. 그때 있던 다른 계정으로 보여 줍니다.",
    unknown_account: |name| {
        format!("조직에 {} 계정이 없습니다. 다른 계정으로 활동합니다.", particle(name, "이라는", "라는"))
    },
    removed: |name| format!("{} 조직에서 제거되었습니다. 활동할 계정을 선택하세요.", particle(name, "이", "가")),
    started_over: |name| format!("{} 처음부터 다시 시작했습니다.", particle(name, "을", "를")),
    restored: "파일에서 복원했습니다. 전에 열려 있던 조직은 이전 조직 목록에 있습니다.",
    opened: "조직을 열었습니다. 전에 열려 있던 조직은 이전 조직 목록에 있습니다.",
    deleted: "조직을 삭제했습니다.",
    cannot_read: "방금 저장소를 읽지 못했습니다. 다른 탭에서 한 일이 보이지 않을 수 있습니다.",
    not_downloaded: "파일을 내려받지 못했습니다.",
    written_back: "모두 이 브라우저의 저장소에 다시 저장했습니다.",
    started_from_original: "이제 이 조직을 변경할 수 있습니다. 원본은 페이지에 그대로 남아 있습니다.",
    ready_offline: "이제 오프라인에서도 쓸 수 있습니다.",
    storage_full: "저장하지 못했습니다. 이 브라우저의 저장소가 가득 찼습니다. 바뀐 것은 없습니다. 데이터를 내려받거나, 이전 조직을 삭제해 공간을 \
           확보하세요.",
    not_persisted: "저장하지 못했습니다. 이 브라우저의 저장소에 기록되지 않았습니다. 바뀐 것은 없습니다. 다시 시도하거나 데이터를 내려받으세요.",
    read_only: |read_only| match read_only {
        ReadOnly::Newer => {
            "저장하지 못했습니다. 더 새로운 버전의 Registrar가 기록한 데이터라서 여기에서는 읽기 전용입니다."
        }
        ReadOnly::Unconfirmed => {
            "저장되었는지 확인하지 못했습니다. 페이지를 새로고침하면 알 수 있으며, 그때까지는 아무것도 기록하지 않습니다."
        }
        ReadOnly::Moved => {
            "저장하지 못했습니다. 다른 탭에서 다른 조직으로 전환했거나 이 페이지의 데이터가 지워졌습니다. 페이지를 새로고침하세요."
        }
        ReadOnly::Exhausted => {
            "저장하지 못했습니다. 이 조직에는 시계 값이 최대인 기록이 있어서 더 이상 변경할 수 없습니다. 새로 시작하거나 다른 조직을 여세요."
        }
        ReadOnly::Original => {
            "저장하지 못했습니다. 이 페이지는 저장된 조직을 보여 줍니다. 변경하려면 ‘여기서부터 시작’을 선택하세요."
        }
        ReadOnly::Lost => {
            "저장하지 못했습니다. Registrar가 아닌 다른 무언가가 이 조직의 저장된 데이터를 지웠습니다. 먼저 페이지 위쪽에서 다시 저장하세요."
        }
    },
    deleted_elsewhere: "이 조직은 다른 탭에서 삭제되었습니다.",
    archive_fault: |fault| match fault {
        ArchiveFault::Foreign => "Registrar가 만든 파일이 아니거나 손상된 파일입니다.".to_owned(),
        ArchiveFault::Newer(_) => "더 새로운 버전의 Registrar가 만든 파일입니다.".to_owned(),
        ArchiveFault::Empty => "기록이 없는 파일입니다.".to_owned(),
        ArchiveFault::Several => "여러 조직이 들어 있는 파일입니다.".to_owned(),
        ArchiveFault::NotSaved(_) => "파일의 내용을 저장하지 못했습니다.".to_owned(),
    },
    scenario_fault: |fault| match fault {
        ScenarioFault::Foreign => "Registrar에서 만든 시나리오가 아니거나 손상되었습니다.",
        ScenarioFault::Newer => "더 새로운 버전의 Registrar에서 만든 시나리오입니다.",
        ScenarioFault::TooLong => "시나리오가 너무 큽니다. 최대 크기는 8 MB입니다.",
    },
};
