//! The words of the forms about versions and collections.

pub mod linking;

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};

/// The texts in one language.
pub struct CatalogText {
    /// The mark of a protected alias, for screen readers.
    pub protected: &'static str,
    pub tag: &'static str,
    pub alias: &'static str,
    pub add_tag: &'static str,
    pub add_alias: &'static str,
    pub tags_hint: &'static str,
    /// The hint for an alias in a collection, and in a project.
    pub alias_hint: &'static str,
    pub project_alias_hint: &'static str,
    pub add: &'static str,
    /// The version has the alias already.
    pub alias_held: fn(&str) -> String,
    /// The alias and the version that loses it.
    pub alias_moves: fn(&str, u32) -> String,
    pub remove_tag: fn(&str) -> String,
    pub remove_alias: fn(&str) -> String,
    pub description: &'static str,
    pub edit_description: &'static str,
    pub no_description: &'static str,
    pub markdown_hint: &'static str,
    pub metadata: &'static str,
    pub edit_metadata: &'static str,
    pub metadata_hint: &'static str,
    /// The stored text is not the one that the draft began with.
    pub changed_elsewhere: &'static str,
    pub save: &'static str,
    pub team: &'static str,
    pub project: &'static str,
    pub artifact: &'static str,
    pub version: &'static str,
    /// The option of a select without a choice.
    pub choose: &'static str,
}

impl CatalogText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: CatalogText = CatalogText {
    protected: "Protected: ",
    tag: "Tag",
    alias: "Alias",
    add_tag: "Add tag",
    add_alias: "Add alias",
    tags_hint: "Separate several with commas.",
    alias_hint: "Names one version of the collection, such as production.",
    project_alias_hint: "Names one version of the artifact. Aliases in registries are separate.",
    add: "Add",
    alias_held: |alias| format!("This version already has {}.", isolate(alias)),
    alias_moves: |alias, number| format!("{} moves here from v{number}.", isolate(alias)),
    remove_tag: |tag| format!("Remove tag {tag}"),
    remove_alias: |alias| format!("Remove alias {alias}"),
    description: "Description",
    edit_description: "Edit description",
    no_description: "No description.",
    markdown_hint: "Markdown",
    metadata: "Metadata",
    edit_metadata: "Edit metadata",
    metadata_hint: "A JSON object, such as {\"loss\": 0.1}. An empty field removes all metadata.",
    changed_elsewhere: "This was changed in another tab. Saving overwrites it.",
    save: "Save",
    team: "Team",
    project: "Project",
    artifact: "Artifact",
    version: "Version",
    choose: "Choose…",
};

static KOREAN: CatalogText = CatalogText {
    protected: "보호됨: ",
    tag: "태그",
    alias: "별칭",
    add_tag: "태그 추가",
    add_alias: "별칭 추가",
    tags_hint: "여러 개는 쉼표로 구분합니다.",
    alias_hint: "컬렉션에서 버전 하나를 가리키는 이름입니다. 예: production",
    project_alias_hint: "아티팩트의 버전 하나를 가리킵니다. 레지스트리의 별칭과는 별개입니다.",
    add: "추가",
    alias_held: |alias| format!("이 버전에 이미 {} 있습니다.", particle(alias, "이", "가")),
    alias_moves: |alias, number| format!("v{number}에서 {} 여기로 옮겨 옵니다.", particle(alias, "이", "가")),
    remove_tag: |tag| format!("{tag} 태그 제거"),
    remove_alias: |alias| format!("{alias} 별칭 제거"),
    description: "설명",
    edit_description: "설명 편집",
    no_description: "설명이 없습니다.",
    markdown_hint: "마크다운",
    metadata: "메타데이터",
    edit_metadata: "메타데이터 편집",
    metadata_hint: "{\"loss\": 0.1} 같은 JSON 객체입니다. 비워 두면 메타데이터가 모두 제거됩니다.",
    changed_elsewhere: "다른 탭에서 바뀌었습니다. 저장하면 그 내용을 덮어씁니다.",
    save: "저장",
    team: "팀",
    project: "프로젝트",
    artifact: "아티팩트",
    version: "버전",
    choose: "선택…",
};
