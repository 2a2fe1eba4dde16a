//! The texts of the create dialog.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::{list, number};

/// The texts in one language.
pub struct CreateText {
    /// The heading and the button of the dialog.
    pub title: &'static str,
    /// The hint that the field is optional.
    pub optional: &'static str,
    /// The heading of the preview.
    pub preview: &'static str,
    /// All accounts will have access, by the numbers of people and service accounts.
    pub seen_by_everyone: fn(usize, usize) -> String,
    /// Some accounts will have access, by their number and the first names.
    pub seen_by_some: fn(usize, Vec<String>) -> String,
    /// The acting person in a list of names.
    pub you: &'static str,
    /// The creator becomes the admin and the owner.
    pub creator: &'static str,
    /// The button that closes the dialog and discards the draft.
    pub cancel: &'static str,
    /// The draft was restored.
    pub draft: &'static str,
    /// The button that clears the form.
    pub clear: &'static str,
    /// The heading of the error summary, by the number of problems.
    pub problems: fn(usize) -> String,
}

impl CreateText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: CreateText = CreateText {
    title: "Create registry",
    optional: "Optional. What belongs in here, and who looks after it?",
    preview: "What this does",
    seen_by_everyone: |people, service_accounts| {
        let people = if people == 1 { "1 person".to_owned() } else { format!("{} people", number(English, people)) };
        match service_accounts {
            0 => format!("Everyone in the organization will see it: {people}."),
            1 => format!("Everyone in the organization will see it: {people} and 1 service account."),
            count => format!(
                "Everyone in the organization will see it: {people} and {} service accounts.",
                number(English, count)
            ),
        }
    },
    seen_by_some: |count, mut names| {
        let more = count.saturating_sub(names.len());
        if more > 0 {
            names.push(format!("{} more", number(English, more)));
        }
        let names = list(English, &names);
        match count {
            1 => format!("Only 1 person will see it: {names}."),
            count => format!("Only {} people will see it: {names}.", number(English, count)),
        }
    },
    you: "you",
    creator: "You become its admin and owner.",
    cancel: "Cancel",
    draft: "What you typed before is still here.",
    clear: "Clear the form",
    problems: |count| match count {
        1 => "The registry was not created: 1 thing needs another look.".to_owned(),
        count => format!("The registry was not created: {count} things need another look."),
    },
};

pub static KOREAN: CreateText = CreateText {
    title: "레지스트리 만들기",
    optional: "선택 사항입니다. 무엇을 모아 두고 누가 관리하는 곳인지 적어 보세요.",
    preview: "만들면 이렇게 됩니다",
    seen_by_everyone: |people, service_accounts| {
        let people = number(Korean, people);
        match service_accounts {
            0 => format!("조직의 모든 사람({people}명)이 볼 수 있습니다."),
            count => {
                format!("조직의 모든 사람({people}명)과 서비스 계정 {}개가 볼 수 있습니다.", number(Korean, count))
            }
        }
    },
    seen_by_some: |count, names| {
        let more = match count.saturating_sub(names.len()) {
            0 => String::new(),
            more => format!(" 외 {}명", number(Korean, more)),
        };
        format!("{}명({}{more})만 볼 수 있습니다.", number(Korean, count), names.join(", "))
    },
    you: "나",
    creator: "내가 이 레지스트리의 관리자이자 소유자가 됩니다.",
    cancel: "취소",
    draft: "전에 입력한 내용이 그대로 있습니다.",
    clear: "모두 지우기",
    problems: |count| format!("레지스트리를 만들지 못했습니다. {count}곳을 다시 확인하세요."),
};

#[cfg(test)]
mod tests {
    use super::KOREAN;

    #[test]
    fn the_preview_names_the_first_accounts_with_access() {
        let names = vec!["나".to_owned(), "Ada".to_owned()];
        assert_eq!((KOREAN.seen_by_some)(2, names.clone()), "2명(나, Ada)만 볼 수 있습니다.");
        assert_eq!((KOREAN.seen_by_some)(1002, names), "1,002명(나, Ada 외 1,000명)만 볼 수 있습니다.");
        assert_eq!((KOREAN.seen_by_everyone)(12, 0), "조직의 모든 사람(12명)이 볼 수 있습니다.");
        assert_eq!((KOREAN.seen_by_everyone)(12, 2), "조직의 모든 사람(12명)과 서비스 계정 2개가 볼 수 있습니다.");
    }
}
