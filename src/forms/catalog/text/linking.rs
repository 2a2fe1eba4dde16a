//! The words of linking a version, and of the verdict on it.

use crate::i18n::Language;

/// The texts in one language.
pub struct LinkingText {
    /// The name of the page with the verdict.
    pub will_it_link: &'static str,
    /// The button of a version that opens the form.
    pub open: &'static str,
    pub no_projects: &'static str,
    pub no_version: &'static str,
    pub registry: &'static str,
    pub collection: &'static str,
    pub collection_hint: &'static str,
    /// The accessible name of the collections that match what is typed.
    pub existing: &'static str,
    pub aliases: &'static str,
    pub aliases_hint: &'static str,
    pub link: &'static str,
    /// The verdict if the version will link, and if not.
    pub yes: &'static str,
    pub no: &'static str,
    /// There is no such collection yet.
    pub creates: &'static str,
    /// The version is linked with this number.
    pub linked_already: fn(u32) -> String,
    /// The number that the link gets.
    pub will_be: fn(u32) -> String,
}

impl LinkingText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

static ENGLISH: LinkingText = LinkingText {
    will_it_link: "Will it link?",
    open: "Link to registry",
    no_projects: "No artifacts to link. Join a team whose projects have artifacts.",
    no_version: "Choose a version.",
    registry: "Registry",
    collection: "Collection",
    collection_hint: "An existing collection, or the name of a new one.",
    existing: "Existing collections",
    aliases: "Aliases",
    aliases_hint: "Optional. Separate several with commas.",
    link: "Link",
    yes: "Yes, it will link.",
    no: "No, it won’t link:",
    creates: "The collection is created.",
    linked_already: |number| format!("Already linked as v{number}. Only the aliases are added."),
    will_be: |number| format!("It becomes v{number}, and latest moves to it."),
};

static KOREAN: LinkingText = LinkingText {
    will_it_link: "연결할 수 있나요?",
    open: "레지스트리에 연결",
    no_projects: "연결할 아티팩트가 없습니다. 아티팩트가 있는 프로젝트의 팀에 들어가야 합니다.",
    no_version: "버전을 선택하세요.",
    registry: "레지스트리",
    collection: "컬렉션",
    collection_hint: "기존 컬렉션이나 새 컬렉션의 이름을 입력하세요.",
    existing: "기존 컬렉션",
    aliases: "별칭",
    aliases_hint: "선택 사항입니다. 여러 개는 쉼표로 구분합니다.",
    link: "연결",
    yes: "연결할 수 있습니다.",
    no: "연결할 수 없습니다.",
    creates: "새 컬렉션이 만들어집니다.",
    linked_already: |number| format!("이미 v{number}(으)로 연결되어 있습니다. 별칭만 추가됩니다."),
    will_be: |number| format!("v{number} 버전이 되고 latest가 이 버전으로 옮겨집니다."),
};
