//! The words of the frame: top bar, navigation, banners and storage status.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;

pub struct ShellText {
    pub skip: &'static str,
    pub acting_as: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub language: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub search_found: &'static str,
    pub search_registries: &'static str,
    pub search_collections: &'static str,
    pub search_versions: &'static str,
    pub search_aliases: &'static str,
    pub search_tags: &'static str,
    pub search_projects: &'static str,
    pub search_people: &'static str,
    /// The number of matches of a group that are left out.
    pub search_more: fn(usize) -> String,
    /// Shown until everything is searched.
    pub search_searching: &'static str,
    pub search_nothing: &'static str,
    pub shortcuts: &'static str,
    pub single_keys: &'static str,
    pub or: &'static str,
    pub menu: &'static str,
    pub navigation: &'static str,
    pub registry: &'static str,
    pub data: &'static str,
    pub about: &'static str,
    pub saved: &'static str,
    pub in_memory: &'static str,
    pub read_only: &'static str,
    pub not_saved: &'static str,
    /// The number of other tabs.
    pub other_tabs: fn(usize) -> String,
    pub banner_memory: &'static str,
    /// The part of the storage that is in use, in percent.
    pub banner_nearly_full: fn(usize) -> String,
    /// The number of unreadable records.
    pub banner_unreadable: fn(usize) -> String,
    /// The number of missing records.
    pub banner_missing: fn(usize) -> String,
    pub banner_newer: &'static str,
    pub banner_unconfirmed: &'static str,
    pub banner_moved: &'static str,
    pub banner_lost: &'static str,
    pub banner_exhausted: &'static str,
    pub banner_original: &'static str,
    /// The same where the browser keeps nothing.
    pub banner_original_memory: &'static str,
    pub start_from_here: &'static str,
    /// The page shows the past: this date and time, and what was done last before it.
    pub looking_back: fn(&str, Option<&str>) -> String,
    pub back_to_now: &'static str,
    /// The slider over the log.
    pub moment: &'static str,
    pub update_ready: &'static str,
    /// The titles of the tabs with unsaved input.
    pub update_waits: fn(&str) -> String,
    pub update_started: &'static str,
    pub choose_account: &'static str,
    pub write_back: &'static str,
    pub download: &'static str,
    pub reload: &'static str,
    pub dismiss: &'static str,
}

impl ShellText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: ShellText = ShellText {
    skip: "Skip to content",
    acting_as: "Acting as",
    theme: "Theme",
    theme_system: "System theme",
    theme_light: "Light",
    theme_dark: "Dark",
    language: "Language",
    search: "Search",
    search_hint: "Search collections, people…",
    search_found: "Results",
    search_registries: "Registries",
    search_collections: "Collections",
    search_versions: "Versions",
    search_aliases: "Aliases",
    search_tags: "Tags",
    search_projects: "Projects & artifacts",
    search_people: "People & teams",
    search_more: |count| format!("{} more", number(English, count)),
    search_searching: "Searching…",
    search_nothing: "Nothing found",
    shortcuts: "Keyboard shortcuts",
    single_keys: "Use the single keys / and ?",
    or: " or ",
    menu: "Menu",
    navigation: "Main",
    registry: "Registry",
    data: "Your data",
    about: "About",
    saved: "Saved in this browser",
    in_memory: "Not saved: in memory only",
    read_only: "Read-only",
    not_saved: "The last change was not saved",
    other_tabs: |count| match count {
        1 => "1 other tab is open".to_owned(),
        count => format!("{count} other tabs are open"),
    },
    banner_memory: "This browser blocks storage for this page. Everything works, but is gone when the tab is closed: \
                    download your data before that.",
    banner_nearly_full: |percent| {
        format!(
            "This browser’s storage is {percent} % full. When it is full, nothing more can be saved here. Download your data, and \
             delete earlier organizations that you no longer need."
        )
    },
    banner_unreadable: |count| match count {
        1 => "1 stored record is damaged. It is left as it is, and everything else is shown.".to_owned(),
        count => {
            format!(
                "{} stored records are damaged. They are left as they are, and everything else is shown.",
                number(English, count)
            )
        }
    },
    banner_missing: |count| match count {
        1 => "1 record is missing from storage: something outside of Registrar has removed it.".to_owned(),
        count => format!(
            "{} records are missing from storage: something outside of Registrar has removed them.",
            number(English, count)
        ),
    },
    banner_newer: "Part of this data was written by a newer version of Registrar. It can be looked at and downloaded; to \
                   change anything, open it with that version.",
    banner_unconfirmed: "The storage did not say whether the last change was kept. Reload the page to see; nothing is \
                         written until then.",
    banner_moved: "Another tab has switched to another organization, or the data of this page was cleared. This tab writes nothing any more.",
    banner_lost: "Something outside of Registrar has removed stored data of this organization. This tab still has all of it, \
                  and is read-only. Before you close or reload the tab, write the data back or download it.",
    banner_exhausted: "A record of this organization has the largest possible clock, so no change can follow it. You can view and \
                       download the data. To make changes, start over or open another organization.",
    banner_original: "This page shows an organization as it was saved. Look around as any person. To make changes, start from here: \
                      your copy is kept in this browser, and the original stays in the page.",
    banner_original_memory: "This page shows an organization as it was saved. Look around as any person. You can start from here and \
                             make changes, but this browser blocks storage for this page: your copy is gone when the tab is closed.",
    start_from_here: "Start from here",
    looking_back: |when, last| match last {
        Some(last) => format!("As of {when}. Nothing can be changed here. The last change until then: {last}"),
        None => format!("As of {when}. Nothing can be changed here."),
    },
    back_to_now: "Back to now",
    moment: "Moment of the history",
    update_ready: "A new version is ready: reload. That reloads every tab of Registrar.",
    update_waits: |tabs| {
        format!("A new version is ready. It waits for unsaved input in {tabs}. Save or discard it, then reload.")
    },
    update_started: "The other tabs run a new version. This one still runs the earlier version, because it has unsaved input. \
                     Save it, then reload.",
    choose_account: "Choose account",
    write_back: "Write back",
    download: "Download",
    reload: "Reload",
    dismiss: "Dismiss",
};

pub static KOREAN: ShellText = ShellText {
    skip: "본문 바로가기",
    acting_as: "활동 계정",
    theme: "테마",
    theme_system: "시스템 테마",
    theme_light: "밝게",
    theme_dark: "어둡게",
    language: "언어",
    search: "검색",
    search_hint: "컬렉션, 사람 등 검색",
    search_found: "검색 결과",
    search_registries: "레지스트리",
    search_collections: "컬렉션",
    search_versions: "버전",
    search_aliases: "별칭",
    search_tags: "태그",
    search_projects: "프로젝트와 아티팩트",
    search_people: "사람과 팀",
    search_more: |count| format!("{}개 더 있음", number(Korean, count)),
    search_searching: "검색 중…",
    search_nothing: "검색 결과가 없습니다",
    shortcuts: "키보드 단축키",
    single_keys: "한 글자 단축키(/, ?) 사용",
    or: " 또는 ",
    menu: "메뉴",
    navigation: "주 메뉴",
    registry: "레지스트리",
    data: "내 데이터",
    about: "정보",
    saved: "이 브라우저에 저장됨",
    in_memory: "저장 안 됨: 메모리에만 있음",
    read_only: "읽기 전용",
    not_saved: "마지막 변경이 저장되지 않음",
    other_tabs: |count| format!("다른 탭 {count}개가 열려 있음"),
    banner_memory: "이 브라우저가 이 페이지의 저장소를 막고 있습니다. 모든 기능을 쓸 수 있지만 탭을 닫으면 내용이 사라지므로 그 전에 \
                    데이터를 내려받으세요.",
    banner_nearly_full: |percent| {
        format!(
            "이 브라우저의 저장소를 {percent}% 사용 중입니다. 가득 차면 더 이상 저장할 수 없습니다. 데이터를 내려받고, 필요 없는 이전 조직을 삭제하세요."
        )
    },
    banner_unreadable: |count| {
        format!(
            "저장된 기록 {}개가 손상되었습니다. 손상된 기록은 그대로 두고 나머지를 모두 보여 줍니다.",
            number(Korean, count)
        )
    },
    banner_missing: |count| {
        format!(
            "저장소에서 기록 {}개가 없어졌습니다. Registrar가 아닌 다른 무언가가 지웠습니다.",
            number(Korean, count)
        )
    },
    banner_newer: "데이터의 일부를 더 새로운 버전의 Registrar가 기록했습니다. 보거나 내려받을 수는 있지만, 변경하려면 그 버전으로 열어야 \
                   합니다.",
    banner_unconfirmed: "마지막 변경이 저장되었는지 확인하지 못했습니다. 페이지를 새로고침하면 알 수 있으며, 그때까지는 아무것도 기록하지 \
                         않습니다.",
    banner_moved: "다른 탭에서 다른 조직으로 전환했거나 이 페이지의 데이터가 지워졌습니다. 이 탭은 더 이상 아무것도 기록하지 않습니다.",
    banner_lost: "Registrar가 아닌 다른 무언가가 이 조직의 저장된 데이터를 지웠습니다. 데이터는 이 탭에 모두 남아 있으며, 지금은 읽기 \
                  전용입니다. 탭을 닫거나 새로고침하기 전에 데이터를 다시 저장하거나 내려받으세요.",
    banner_exhausted: "이 조직에는 시계 값이 최대인 기록이 있어서 더 이상 변경할 수 없습니다. 데이터를 보거나 내려받을 수는 있습니다. \
                       변경하려면 새로 시작하거나 다른 조직을 여세요.",
    banner_original: "이 페이지는 조직을 저장한 때의 모습으로 보여 줍니다. 누구의 입장에서든 둘러볼 수 있습니다. 변경하려면 여기서부터 시작하세요. \
                      사본은 이 브라우저에 보관되고 원본은 페이지에 그대로 남습니다.",
    banner_original_memory: "이 페이지는 조직을 저장한 때의 모습으로 보여 줍니다. 누구의 입장에서든 둘러볼 수 있습니다. 여기서부터 시작해 변경할 수도 \
                             있지만, 이 브라우저가 이 페이지의 저장소를 막고 있어 탭을 닫으면 사본이 사라집니다.",
    start_from_here: "여기서부터 시작",
    looking_back: |when, last| match last {
        Some(last) => format!("{when} 시점의 모습이며, 여기에서는 변경할 수 없습니다. 그때까지의 마지막 변경: {last}"),
        None => format!("{when} 시점의 모습이며, 여기에서는 변경할 수 없습니다."),
    },
    back_to_now: "현재로 돌아가기",
    moment: "기록의 시점",
    update_ready: "새 버전이 준비되었습니다. 새로고침하면 Registrar의 모든 탭이 새로고침됩니다.",
    update_waits: |tabs| {
        format!(
            "새 버전이 준비되었습니다. 저장하지 않은 입력이 있는 탭({tabs})을 기다리고 있습니다. 저장하거나 취소한 다음 새로고침하세요."
        )
    },
    update_started: "다른 탭은 새 버전으로 바뀌었습니다. 이 탭에는 저장하지 않은 입력이 있어 아직 이전 버전입니다. 저장한 다음 \
                     새로고침하세요.",
    choose_account: "계정 선택",
    write_back: "다시 저장",
    download: "내려받기",
    reload: "새로고침",
    dismiss: "닫기",
};
