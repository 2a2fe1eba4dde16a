//! The words of the access page.

use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

pub struct AccessText {
    pub title: &'static str,
    pub lead: &'static str,
    pub matrix: &'static str,
    pub filter_accounts: &'static str,
    pub filter_registries: &'static str,
    pub role: &'static str,
    pub any_role: &'static str,
    /// The filter for this role and higher ones.
    pub at_least: fn(&str) -> String,
    pub visibility: &'static str,
    pub any_visibility: &'static str,
    pub sort: &'static str,
    pub by_name: &'static str,
    pub by_count: &'static str,
    pub by_highest: &'static str,
    /// The order by role in this registry.
    pub by_registry: fn(&str) -> String,
    pub group: &'static str,
    /// The numbers of shown accounts and registries.
    pub count: fn(usize, usize) -> String,
    pub account: &'static str,
    pub registries: &'static str,
    pub with_access: &'static str,
    pub no_team: &'static str,
    pub nothing: &'static str,
    pub clear: &'static str,
    pub row_pages: &'static str,
    pub column_pages: &'static str,
    /// The first row, the last row and the number of rows.
    pub rows_of: fn(usize, usize, usize) -> String,
    /// The first column, the last column and the number of columns.
    pub columns_of: fn(usize, usize, usize) -> String,
    pub turn_rows: [&'static str; 2],
    pub turn_columns: [&'static str; 2],
    pub keys: &'static str,
    pub legend: &'static str,
    pub may: [&'static str; 4],
    pub export: &'static str,
    /// The numbers of accounts and registries in the file.
    pub export_lead: fn(usize, usize) -> String,
    /// The number of cells, and the limit.
    pub export_too_large: fn(usize, usize) -> String,
    pub export_list: &'static str,
    pub export_list_lead: &'static str,
    /// The limit of cells.
    pub export_list_too_large: fn(usize) -> String,
    pub export_failed: &'static str,
    /// The heading of a cell's detail: account and registry.
    pub detail: fn(&str, &str) -> String,
    pub to_account: fn(&str) -> String,
    pub to_registry: fn(&str) -> String,
    pub close: &'static str,
}

impl AccessText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: AccessText = AccessText {
    title: "Access",
    lead: "Who has which role in which registry, at a glance. Open a cell to see where the role comes from.",
    matrix: "Roles of accounts in registries",
    filter_accounts: "Filter people, accounts, teams",
    filter_registries: "Filter registries",
    role: "Role",
    any_role: "Any role",
    at_least: |role| format!("At least {role}"),
    visibility: "Visibility",
    any_visibility: "Any visibility",
    sort: "Sort",
    by_name: "Name",
    by_count: "Number of registries",
    by_highest: "Highest role",
    by_registry: |registry| format!("Role in {registry}"),
    group: "Group by team",
    count: |accounts, registries| {
        let accounts = counted(accounts, "account", "accounts");
        format!("{accounts}, {}", counted(registries, "registry", "registries"))
    },
    account: "Account",
    registries: "Registries",
    with_access: "With access",
    no_team: "In no team",
    nothing: "Nothing matches these filters.",
    clear: "Clear all filters",
    row_pages: "Pages of accounts",
    column_pages: "Pages of registries",
    rows_of: |from, to, all| format!("Rows {}", span(from, to, all)),
    columns_of: |from, to, all| format!("Registries {}", span(from, to, all)),
    turn_rows: ["Previous rows", "Next rows"],
    turn_columns: ["Previous registries", "Next registries"],
    keys: "Arrow keys move through the table, Enter opens a cell, Escape closes it. A heading sorts by its column.",
    legend: "What the letters stand for",
    may: [
        "sees what is there",
        "uses and downloads",
        "links, edits and organizes",
        "also manages settings and members",
    ],
    export: "Export as CSV",
    export_lead: |accounts, registries| {
        let accounts = counted(accounts, "account", "accounts");
        format!("All that is filtered, on every page: {accounts} in {}.", counted(registries, "registry", "registries"))
    },
    export_too_large: |cells, most| {
        format!(
            "These are {} cells, and a file holds {} at most. Filter people or registries first.",
            number(English, cells),
            number(English, most)
        )
    },
    export_list: "Export as list",
    export_list_lead: "A CSV file with one line for each account, registry and source of a role, and since when.",
    export_list_too_large: |most| {
        format!("A list can cover at most {} cells of this table. Use filters to reduce it.", number(English, most))
    },
    export_failed: "The browser did not accept the download. Try again, or in another browser.",
    detail: |account, registry| format!("{} in {}", isolate(account), isolate(registry)),
    to_account: |name| format!("All roles of {}", isolate(name)),
    to_registry: |name| format!("The registry {}", isolate(name)),
    close: "Close",
};

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(English, count), if count == 1 { one } else { many })
}

fn span(from: usize, to: usize, all: usize) -> String {
    format!("{}–{} of {}", number(English, from), number(English, to), number(English, all))
}

pub static KOREAN: AccessText = AccessText {
    title: "권한 현황",
    lead: "누가 어느 레지스트리에서 어떤 역할인지 한눈에 보여 줍니다. 칸을 열면 역할의 출처가 나옵니다.",
    matrix: "레지스트리별 계정의 역할",
    filter_accounts: "사람, 계정, 팀 필터",
    filter_registries: "레지스트리 필터",
    role: "역할",
    any_role: "모든 역할",
    at_least: |role| format!("{role} 이상"),
    visibility: "공개 범위",
    any_visibility: "모든 공개 범위",
    sort: "정렬",
    by_name: "이름순",
    by_count: "레지스트리 많은 순",
    by_highest: "높은 역할순",
    by_registry: |registry| format!("{registry} 역할순"),
    group: "팀별로 묶기",
    count: |accounts, registries| {
        format!("계정 {}개, 레지스트리 {}개", number(Korean, accounts), number(Korean, registries))
    },
    account: "계정",
    registries: "레지스트리 수",
    with_access: "접근 가능",
    no_team: "팀 없음",
    nothing: "필터에 맞는 것이 없습니다.",
    clear: "필터 모두 지우기",
    row_pages: "계정 페이지",
    column_pages: "레지스트리 페이지",
    rows_of: |from, to, all| {
        format!("전체 {}행 중 {}~{}행", number(Korean, all), number(Korean, from), number(Korean, to))
    },
    columns_of: |from, to, all| {
        format!("레지스트리 {}개 중 {}~{}번째", number(Korean, all), number(Korean, from), number(Korean, to))
    },
    turn_rows: ["이전 행", "다음 행"],
    turn_columns: ["이전 레지스트리", "다음 레지스트리"],
    keys: "방향키로 표 안을 이동하고, Enter로 칸을 열며, Esc로 닫습니다. 열 제목을 누르면 그 열을 기준으로 정렬합니다.",
    legend: "글자의 뜻",
    may: ["무엇이 있는지 보기", "사용과 내려받기", "연결, 편집, 정리", "설정과 멤버 관리까지"],
    export: "CSV로 내보내기",
    export_lead: |accounts, registries| {
        format!(
            "필터에 맞는 모든 페이지의 내용입니다. 계정 {}개, 레지스트리 {}개.",
            number(Korean, accounts),
            number(Korean, registries)
        )
    },
    export_too_large: |cells, most| {
        format!(
            "칸이 {}개라서 파일 하나에 담을 수 있는 {}개를 넘습니다. 사람이나 레지스트리를 먼저 필터로 줄이세요.",
            number(Korean, cells),
            number(Korean, most)
        )
    },
    export_list: "목록으로 내보내기",
    export_list_lead: "계정, 레지스트리, 역할의 출처마다 한 줄씩, 언제부터인지와 함께 CSV 파일로 내보냅니다.",
    export_list_too_large: |most| {
        format!("목록에는 이 표의 칸을 {}개까지 담을 수 있습니다. 필터로 줄이세요.", number(Korean, most))
    },
    export_failed: "파일을 내려받지 못했습니다. 다시 시도하거나 다른 브라우저를 써 보세요.",
    detail: |account, registry| format!("{} · {}", isolate(account), isolate(registry)),
    to_account: |name| format!("{}의 모든 역할", isolate(name)),
    to_registry: |name| format!("{} 레지스트리 보기", isolate(name)),
    close: "닫기",
};

#[cfg(test)]
mod tests {
    use super::{ENGLISH, KOREAN};

    #[test]
    fn nouns_agree_with_their_counts() {
        assert_eq!((ENGLISH.count)(1, 1), "1 account, 1 registry");
        assert_eq!((ENGLISH.count)(2014, 0), "2,014 accounts, 0 registries");
        assert_eq!((ENGLISH.columns_of)(26, 50, 1500), "Registries 26–50 of 1,500");
        assert_eq!((KOREAN.count)(14, 8), "계정 14개, 레지스트리 8개");
    }
}
