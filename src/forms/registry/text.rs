//! The labels and hints of the registry form, for the create dialog and the settings.

use domain::{Lookalikes, RegistryId, normalize};

use crate::i18n::intl::list;
use crate::i18n::prose::isolate;
use crate::i18n::terms::fault::difference;
use crate::i18n::{Catalog, Language};

/// The texts of the form in one language.
pub struct RegistryFormText {
    pub name: &'static str,
    /// The full name of the registry, by that name.
    pub full_name: fn(&str) -> String,
    /// The number of characters left.
    pub remaining: fn(usize) -> String,
    pub description: &'static str,
    pub visibility: &'static str,
    pub accepts: &'static str,
    pub all_types: &'static str,
    pub specify_types: &'static str,
    /// The explanation of *All types*.
    pub all_types_means: &'static str,
    /// The explanation of *Specify types*.
    pub specify_types_means: &'static str,
    pub add_type: &'static str,
    pub add_type_hint: &'static str,
    pub add: &'static str,
    /// The accessible name of the list of added types.
    pub types: &'static str,
    /// The accessible name of the button that removes a type, by the type's name.
    pub remove_type: fn(&str) -> String,
    pub suggestions: &'static str,
    /// The note that saved types cannot be removed.
    pub types_stay: &'static str,
    /// The number and the list of the types to save.
    pub types_saved: fn(usize, &str) -> String,
    /// The note about a reserved type, by its name.
    pub kept_by_wandb: fn(&str) -> String,
    /// The note about a type that looks like another one.
    pub type_looks_like: fn(&str, &str) -> String,
    /// The note about a type that W&B's client refuses.
    pub refused_by_client: fn(&str) -> String,
    /// The note about a name that looks like those of other registries, by their list.
    pub name_looks_like: fn(&str) -> String,
}

impl RegistryFormText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

/// The note about a name that looks like those of other registries, with the difference if nobody sees it. Empty without one.
pub fn name_note(lookalikes: &Lookalikes, name: &str, owner: Option<&RegistryId>, text: &Catalog) -> String {
    let name = normalize(name);
    if name.is_empty() {
        return String::new();
    }
    let alike = lookalikes.registries_like(&name, owner);
    let names: Vec<String> = alike.iter().map(|registry| isolate(registry.name().as_str())).collect();
    let Some(first) = alike.first() else { return String::new() };
    let sentence = (RegistryFormText::of(text.language).name_looks_like)(&list(text.language, &names));
    sentence + &difference(text.language, &name, first.name().as_str())
}

pub static ENGLISH: RegistryFormText = RegistryFormText {
    name: "Name",
    full_name: |name| format!("Full name: {}", isolate(name)),
    remaining: |count| format!("{count} left"),
    description: "Description",
    visibility: "Registry visibility",
    accepts: "Accepted artifacts type",
    all_types: "All types",
    specify_types: "Specify types",
    all_types_means: "Artifacts of every type can be linked.",
    specify_types_means: "Only artifacts of these types can be linked.",
    add_type: "Add artifact type",
    add_type_hint: "Press Enter to add. You can paste several, separated by commas, semicolons, tabs or line breaks.",
    add: "Add",
    types: "Types that were added",
    remove_type: |name| format!("Remove {name}"),
    suggestions: "Already used here:",
    types_stay: "More types can be added later, but a type can never be removed once it is saved.",
    types_saved: |count, types| match count {
        1 => format!("Saves the artifact type {types}, which can never be removed."),
        _ => format!("Saves the artifact types {types}, which can never be removed."),
    },
    kept_by_wandb: |name| {
        format!("W&B keeps {} for itself: artifacts of this type cannot be logged by hand.", isolate(name))
    },
    type_looks_like: |one, other| {
        format!("{} looks like {}, but it is a different type.", isolate(one), isolate(other))
    },
    refused_by_client: |name| {
        format!(
            "W&B’s client refuses {}. Use letters, digits, spaces, “-”, “_” and “.”, and start with a letter or digit.",
            isolate(name)
        )
    },
    name_looks_like: |others| format!("This name looks like the registry {others}."),
};

pub static KOREAN: RegistryFormText = RegistryFormText {
    name: "이름",
    full_name: |name| format!("전체 이름: {}", isolate(name)),
    remaining: |count| format!("{count}자 남음"),
    description: "설명",
    visibility: "레지스트리 공개 범위",
    accepts: "허용 아티팩트 유형",
    all_types: "모든 유형",
    specify_types: "유형 지정",
    all_types_means: "어떤 유형의 아티팩트든 연결할 수 있습니다.",
    specify_types_means: "지정한 유형의 아티팩트만 연결할 수 있습니다.",
    add_type: "아티팩트 유형 추가",
    add_type_hint: "Enter를 누르면 추가됩니다. 쉼표, 세미콜론, 탭, 줄바꿈으로 구분해 여러 개를 붙여 넣을 수 있습니다.",
    add: "추가",
    types: "추가한 유형",
    remove_type: |name| format!("{name} 빼기"),
    suggestions: "이미 쓰는 유형:",
    types_stay: "유형은 나중에 더 추가할 수 있지만, 한번 저장하면 뺄 수 없습니다.",
    types_saved: |_, types| format!("저장할 아티팩트 유형: {types}. 한번 저장하면 뺄 수 없습니다."),
    kept_by_wandb: |name| {
        format!("{} 유형은 W&B 전용이므로 이 유형의 아티팩트는 직접 로깅할 수 없습니다.", isolate(name))
    },
    type_looks_like: |one, other| {
        format!("{} 유형은 {} 유형과 비슷해 보이지만 서로 다른 유형입니다.", isolate(one), isolate(other))
    },
    refused_by_client: |name| {
        format!(
            "W&B 클라이언트는 {} 유형을 거부합니다. 글자나 숫자로 시작하고 글자, 숫자, 공백, “-”, “_”, “.”만 사용하세요.",
            isolate(name)
        )
    },
    name_looks_like: |others| format!("레지스트리 {others} 이름과 비슷해 보입니다."),
};

#[cfg(test)]
mod tests {
    use domain::Refusal;

    use super::*;

    #[test]
    fn the_refusal_to_add_types_names_the_option_to_choose_first() {
        for language in Language::ALL {
            let reason = language.catalog().refusal.short_reason(&Refusal::AllTypesAccepted);
            let option = RegistryFormText::of(language).specify_types;
            assert!(reason.contains(option), "{reason:?} does not name {option:?}");
        }
    }
}
