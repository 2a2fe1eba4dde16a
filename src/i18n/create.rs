//! The dialog that creates a registry.

use super::Language::{English, Korean};
use super::prose::isolate;
use crate::browser::intl::{list, number};

/// The words.
pub struct Text {
    /// The heading, and the button that creates it.
    pub title: &'static str,
    /// The name.
    pub name: &'static str,
    /// What its full name will be.
    pub full_name: fn(&str) -> String,
    /// So many characters may still be typed.
    pub remaining: fn(usize) -> String,
    /// The description.
    pub description: &'static str,
    /// It may be left out.
    pub optional: &'static str,
    /// Who can access it.
    pub visibility: &'static str,
    /// Which types it accepts.
    pub accepts: &'static str,
    /// All of them.
    pub all_types: &'static str,
    /// Only some.
    pub specify_types: &'static str,
    /// What all types means.
    pub all_types_means: &'static str,
    /// What some types means.
    pub specify_types_means: &'static str,
    /// The field for a type.
    pub add_type: &'static str,
    /// How several are added.
    pub add_type_hint: &'static str,
    /// Adds it.
    pub add: &'static str,
    /// The list of those that were added, for the ears.
    pub types: &'static str,
    /// Takes one out.
    pub remove_type: fn(&str) -> String,
    /// Types that suggest themselves.
    pub suggestions: &'static str,
    /// A saved type is never removed.
    pub types_stay: &'static str,
    /// W&B keeps a type for itself.
    pub kept_by_wandb: fn(&str) -> String,
    /// What happens next.
    pub preview: &'static str,
    /// Everyone will see it: so many people, so many service accounts.
    pub seen_by_everyone: fn(usize, usize) -> String,
    /// Only these will see it: how many, the names of the first.
    pub seen_by_some: fn(usize, Vec<String>) -> String,
    /// The acting person, among names.
    pub you: &'static str,
    /// The creator is its admin and owner.
    pub creator: &'static str,
    /// Copies it as a script.
    pub python: &'static str,
    /// The script.
    pub python_label: &'static str,
    /// There is no script before the form is filled in.
    pub no_python: &'static str,
    /// The script was copied.
    pub copied: &'static str,
    /// The script is to be copied by hand.
    pub copy_by_hand: &'static str,
    /// Closes it and keeps nothing.
    pub cancel: &'static str,
    /// What was typed before is there again.
    pub draft: &'static str,
    /// Begins again with nothing typed.
    pub clear: &'static str,
    /// The heading of the summary of what is wrong.
    pub problems: fn(usize) -> String,
}

/// In English.
pub const ENGLISH: Text = Text {
    title: "Create registry",
    name: "Name",
    full_name: |name| format!("Full name: {}", isolate(name)),
    remaining: |count| format!("{count} left"),
    description: "Description",
    optional: "Optional. What belongs in here, and who looks after it?",
    visibility: "Registry visibility",
    accepts: "Accepted artifacts type",
    all_types: "All types",
    specify_types: "Specify types",
    all_types_means: "Artifacts of every type can be linked.",
    specify_types_means: "Only artifacts of these types can be linked.",
    add_type: "Add artifact type",
    add_type_hint: "Enter adds it. Several can be pasted, separated by commas or line breaks.",
    add: "Add",
    types: "Types that were added",
    remove_type: |name| format!("Remove {name}"),
    suggestions: "Already used here:",
    types_stay: "More types can be added later, but a type can never be removed once it is saved.",
    kept_by_wandb: |name| {
        format!("W&B keeps {} for itself: artifacts of this type cannot be logged by hand.", isolate(name))
    },
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
    python: "Copy as Python",
    python_label: "Python script",
    no_python: "Fill in the form first: then it can be copied as a call of W&B’s Python client.",
    copied: "Copied.",
    copy_by_hand: "Selected: press Ctrl+C or ⌘C to copy it.",
    cancel: "Cancel",
    draft: "What you typed before is still here.",
    clear: "Clear the form",
    problems: |count| match count {
        1 => "The registry was not created: 1 thing needs another look.".to_owned(),
        count => format!("The registry was not created: {count} things need another look."),
    },
};

/// In Korean.
pub const KOREAN: Text = Text {
    title: "레지스트리 만들기",
    name: "이름",
    full_name: |name| format!("전체 이름: {}", isolate(name)),
    remaining: |count| format!("{count}자 남음"),
    description: "설명",
    optional: "선택 사항입니다. 무엇을 모아 두고 누가 관리하는 곳인지 적어 보세요.",
    visibility: "레지스트리 공개 범위",
    accepts: "허용 아티팩트 유형",
    all_types: "모든 유형",
    specify_types: "유형 지정",
    all_types_means: "어떤 유형의 아티팩트든 연결할 수 있습니다.",
    specify_types_means: "지정한 유형의 아티팩트만 연결할 수 있습니다.",
    add_type: "아티팩트 유형 추가",
    add_type_hint: "Enter를 누르면 추가됩니다. 쉼표나 줄바꿈으로 구분해 여러 개를 붙여 넣을 수 있습니다.",
    add: "추가",
    types: "추가한 유형",
    remove_type: |name| format!("{name} 빼기"),
    suggestions: "이미 쓰는 유형:",
    types_stay: "유형은 나중에 더 추가할 수 있지만, 한번 저장하면 뺄 수 없습니다.",
    kept_by_wandb: |name| {
        format!("{} 유형은 W&B 전용이므로 이 유형의 아티팩트는 직접 로깅할 수 없습니다.", isolate(name))
    },
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
    python: "Python으로 복사",
    python_label: "Python 스크립트",
    no_python: "양식을 먼저 채우면 W&B Python 클라이언트의 호출 코드로 복사할 수 있습니다.",
    copied: "복사했습니다.",
    copy_by_hand: "선택해 두었습니다. Ctrl+C나 ⌘C로 복사하세요.",
    cancel: "취소",
    draft: "전에 입력한 내용이 그대로 있습니다.",
    clear: "모두 지우기",
    problems: |count| format!("레지스트리를 만들지 못했습니다. {count}곳을 다시 확인하세요."),
};

#[cfg(test)]
mod tests {
    use super::KOREAN;

    #[test]
    fn who_will_see_it_is_told_with_the_names_of_the_first() {
        let names = vec!["나".to_owned(), "Ada".to_owned()];
        assert_eq!((KOREAN.seen_by_some)(2, names.clone()), "2명(나, Ada)만 볼 수 있습니다.");
        assert_eq!((KOREAN.seen_by_some)(1002, names), "1,002명(나, Ada 외 1,000명)만 볼 수 있습니다.");
        assert_eq!((KOREAN.seen_by_everyone)(12, 0), "조직의 모든 사람(12명)이 볼 수 있습니다.");
        assert_eq!((KOREAN.seen_by_everyone)(12, 2), "조직의 모든 사람(12명)과 서비스 계정 2개가 볼 수 있습니다.");
    }
}
