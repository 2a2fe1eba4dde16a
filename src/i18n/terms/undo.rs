//! Why something cannot be undone, in words.

use workspace::UndoRefusal;

use crate::i18n::Catalog;
use crate::i18n::Language::{English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;
use crate::state::CompletedAction;

pub struct UndoText {
    pub undo: &'static str,
    pub redo: &'static str,
    /// The undone or redone actions, as sentences.
    undone: fn(&str) -> String,
    redone: fn(&str) -> String,
    checkpoint_saved: fn(&str) -> String,
    missing: &'static str,
    nothing: &'static str,
    not_visible: &'static str,
    founding: &'static str,
    already_undone: &'static str,
    no_effect: &'static str,
    /// The number of later records that depend on it.
    dependents: fn(usize) -> String,
    /// The reason of the rules, if they would refuse what would count again.
    not_restorable: fn(Option<&str>) -> String,
}

impl Catalog {
    /// That something was undone, or redone.
    #[must_use]
    pub fn rewound(&self, is_redo: bool, actions: &[CompletedAction]) -> String {
        let say = if is_redo { self.undo.redone } else { self.undo.undone };
        say(&self.summarize_actions(actions.iter())).trim_end().to_owned()
    }

    /// That the present was named.
    #[must_use]
    pub fn checkpoint_saved(&self, name: &str) -> String {
        (self.undo.checkpoint_saved)(name)
    }

    /// Why something cannot be undone.
    #[must_use]
    pub fn not_undone(&self, refusal: &UndoRefusal) -> String {
        let text = &self.undo;
        match refusal {
            UndoRefusal::Missing => text.missing.to_owned(),
            UndoRefusal::Nothing => text.nothing.to_owned(),
            UndoRefusal::NotVisible => text.not_visible.to_owned(),
            UndoRefusal::Founding => text.founding.to_owned(),
            UndoRefusal::AlreadyUndone => text.already_undone.to_owned(),
            UndoRefusal::NoEffect => text.no_effect.to_owned(),
            UndoRefusal::Dependents(records) => (text.dependents)(records.len()),
            UndoRefusal::NotRestorable(_, refusal) => {
                let reason = refusal.as_ref().map(|refusal| self.refusal.short_reason(refusal));
                (text.not_restorable)(reason.as_deref())
            }
        }
    }
}

pub static ENGLISH: UndoText = UndoText {
    undo: "Undo",
    redo: "Redo",
    undone: |actions| if actions.is_empty() { "Undone.".to_owned() } else { format!("Undone: {actions}") },
    redone: |actions| if actions.is_empty() { "Redone.".to_owned() } else { format!("Redone: {actions}") },
    checkpoint_saved: |name| format!("Checkpoint {} was saved.", isolate(name)),
    missing: "The history has no such entry that this account can see.",
    nothing: "There is nothing to undo or redo in this tab.",
    not_visible: "This cannot be undone as this account.",
    founding: "The founding of the organization cannot be undone.",
    already_undone: "This is undone already.",
    no_effect: "This was overtaken and changed nothing, so there is nothing to undo.",
    dependents: |count| match count {
        1 => "A later change depends on this. Undo it too, or undo it first.".to_owned(),
        count => format!("{} later changes depend on this. Undo them too, or undo them first.", number(English, count)),
    },
    not_restorable: |reason| {
        let why = reason.map(|reason| format!(" {reason}")).unwrap_or_default();
        format!("This cannot be redone as the organization is now.{why}")
    },
};

pub static KOREAN: UndoText = UndoText {
    undo: "실행 취소",
    redo: "다시 실행",
    undone: |actions| {
        if actions.is_empty() { "실행 취소했습니다.".to_owned() } else { format!("실행 취소: {actions}") }
    },
    redone: |actions| {
        if actions.is_empty() { "다시 실행했습니다.".to_owned() } else { format!("다시 실행: {actions}") }
    },
    checkpoint_saved: |name| format!("{} 체크포인트를 저장했습니다.", isolate(name)),
    missing: "이 계정이 볼 수 있는 기록에 그런 항목이 없습니다.",
    nothing: "이 탭에는 실행 취소하거나 다시 실행할 것이 없습니다.",
    not_visible: "이 계정으로는 실행 취소할 수 없습니다.",
    founding: "조직을 만든 일은 실행 취소할 수 없습니다.",
    already_undone: "이미 실행 취소했습니다.",
    no_effect: "다른 변경에 밀려 아무것도 바꾸지 않았으므로 실행 취소할 것이 없습니다.",
    dependents: |count| {
        let count = number(Korean, count);
        format!("이후의 변경 {count}개가 여기에 달려 있습니다. 함께 실행 취소하거나 먼저 실행 취소하세요.")
    },
    not_restorable: |reason| {
        let why = reason.map(|reason| format!(" {reason}")).unwrap_or_default();
        format!("지금의 조직에서는 다시 실행할 수 없습니다.{why}")
    },
};
