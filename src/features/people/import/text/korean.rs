//! The texts of import and export in Korean.

use interchange::directory::{Column, Field, Holder, JsonFault, Kind, Reason, Status};
use interchange::encoding::Script;

use super::ImportText;
use crate::i18n::Language::Korean;
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle, plain};

fn list(names: &[String]) -> String {
    names.iter().map(|name| isolate(name)).collect::<Vec<_>>().join(", ")
}

/// The first eight names, and the number of the others with its unit.
fn some_of(names: &[String], unit: &str) -> String {
    match names.get(..8) {
        Some(first) if names.len() > 8 => format!("{} 외 {}{unit}", list(first), number(Korean, names.len() - 8)),
        _ => list(names),
    }
}

fn holder(holder: &Holder) -> String {
    match holder.kind {
        Kind::Person => format!("{}({}) 님", isolate(&holder.name), isolate(&holder.account)),
        Kind::ServiceAccount => format!("서비스 계정 {}", isolate(&holder.name)),
        Kind::Team => format!("팀 {}", isolate(&holder.name)),
    }
}

pub static KOREAN: ImportText = ImportText {
    import: "가져오기",
    import_lead: "CSV 또는 JSON 파일이나 다른 디렉터리에서 내보낸 파일로 사람과 서비스 계정, 팀을 한꺼번에 추가합니다. 추가하기 전에 미리 \
                  보기를 확인할 수 있습니다.",
    format: "CSV 형식",
    format_rules: [
        "첫 줄에는 열 이름을 씁니다. Google Workspace, Entra, Okta, GitLab, SCIM의 열 이름과 한국어 열 이름도 인식합니다.",
        "사람에게는 이름과 이메일이 필요합니다. 사용자 이름이 없으면 이메일 주소를 바탕으로 제안합니다.",
        "역할은 조직에서의 역할로 Admin, Member, Viewer 중 하나입니다. 비어 있으면 Member입니다.",
        "팀은 “|”로 구분하고, 팀 역할은 콜론 뒤에 씁니다. 같은 사람을 팀마다 한 줄씩 써도 됩니다.",
        "JSON도 사용할 수 있습니다. SCIM 사용자와 그룹, Microsoft Graph, Google Workspace, Okta, GitLab 또는 사람 목록이면 됩니다.",
        "업데이트를 선택하지 않으면 이미 있는 것은 바꾸거나 제거하지 않습니다.",
    ],
    template: "서식 파일 내려받기",
    list: "목록",
    file: "CSV 파일",
    drop: "CSV 또는 JSON 파일. 여기에 끌어다 놓을 수도 있습니다.",
    no_file: "파일을 읽을 수 없습니다.",
    too_large: |megabytes| format!("파일이 {megabytes}MB보다 큽니다."),
    not_text: "텍스트 파일이 아닙니다. 표를 ‘CSV UTF-8’ 형식으로 저장해 그 파일을 선택하세요.",
    json_fault: |fault| match fault {
        JsonFault::Cut { line } => {
            format!("JSON 파일이 {}번째 줄에서 끊겼습니다. 다시 내보내거나 내려받으세요.", number(Korean, *line))
        }
        JsonFault::Syntax { line, column } => format!(
            "JSON 파일의 {}번째 줄 {}번째 글자에 오류가 있습니다. 그곳을 고치거나 파일을 다시 내보내세요.",
            number(Korean, *line),
            number(Korean, *column)
        ),
        JsonFault::RepeatedKey { key, line } => format!(
            "JSON 파일의 {}번째 줄에서 시작하는 객체에 키 {} 항목이 두 번 있습니다. 맞는 것만 남기세요.",
            number(Korean, *line),
            isolate(key)
        ),
        JsonFault::TooLarge => {
            "JSON 파일에 항목이나 서로 다른 키가 너무 많습니다. 파일을 나누거나 더 적은 필드를 내보내세요.".to_owned()
        }
    },
    blank: "내용이 없습니다.",
    empty: "먼저 목록을 붙여 넣거나 파일을 선택하세요.",
    preview: "미리 보기",
    from_file: |name| format!("파일: {}", isolate(name)),
    planning: "비교하는 중 …",

    encoding: "인코딩",
    script: |script| match script {
        Script::Unicode => "",
        Script::Korean => "한국어",
        Script::Western => "서유럽어",
        Script::Japanese => "일본어",
        Script::SimplifiedChinese => "중국어 간체",
        Script::TraditionalChinese => "중국어 번체",
        Script::CentralEuropean => "중부 유럽어",
        Script::Baltic => "발트어",
        Script::Cyrillic => "키릴 문자",
        Script::Greek => "그리스어",
        Script::Turkish => "튀르키예어",
        Script::Hebrew => "히브리어",
        Script::Arabic => "아랍어",
        Script::Vietnamese => "베트남어",
        Script::Thai => "태국어",
    },
    guessed: |name, is_likely, line| {
        let how_sure =
            if is_likely { "확실하지는 않지만 가능성이 높습니다" } else { "확실하지 않습니다" };
        format!(
            "파일에 인코딩 표시가 없어 {name}(으)로 추측했고, {how_sure}. 이름을 확인하세요. 지금 읽은 내용: {}.",
            isolate(line)
        )
    },
    other_encoding: |name, here, there| {
        format!(
            "{name} 파일일 수도 있습니다. 이름을 확인하세요. 지금 읽은 내용: {}. {name}: {}.",
            isolate(here),
            isolate(there)
        )
    },
    damaged: "이 인코딩으로 읽을 수 없는 글자가 있습니다. 그런 글자가 있는 줄은 오류로 표시합니다. 이름이 이상하면 다른 인코딩을 \
              선택하세요.",
    columns: "열",
    columns_lead: "각 열의 내용을 선택하세요. 이 파일에만 적용됩니다.",
    column_number: |number| format!("{number}번째 열"),
    sample: |text| format!("예: {}", isolate(text)),
    left_out: "제외",
    field: |field| match field {
        Field::Kind => "종류",
        Field::Name => "이름",
        Field::FirstName => "이름(성 제외)",
        Field::LastName => "성",
        Field::Username => "사용자 이름",
        Field::Email => "이메일",
        Field::Role => "조직 역할",
        Field::Teams => "팀",
        Field::TeamRole => "팀 역할",
        Field::TeamName => "팀(한 줄에 하나씩)",
        Field::Status => "활성 여부",
    },
    left_out_columns: |names| format!("제외한 열: {}", list(names)),
    missing_columns: |names| format!("없는 열: {}. 새로운 사람에게는 이름과 이메일이 필요합니다.", names.join(", ")),
    no_header: "열 이름이 있는 줄이 없어 모든 줄을 읽습니다. 각 열의 내용을 확인하세요.",
    not_usable: "이름, 사용자 이름, 이메일이 있는 열을 선택하세요.",
    from_json: "JSON에서 읽었습니다. 사람이나 그룹마다 한 줄이며 1부터 셉니다.",
    titles: |titles| {
        let texts: Vec<String> =
            titles.iter().take(3).map(|(line, text)| format!("{line}번째 줄 {}", isolate(text))).collect();
        let more = if titles.len() > 3 { " …" } else { "" };
        format!("열 이름 위의 {}줄을 제외했습니다: {}{more}", number(Korean, titles.len()), texts.join(", "))
    },
    repeated_headers: |lines| format!("열 이름이 다시 나오는 {}줄을 제외했습니다.", number(Korean, lines.len())),
    meaning: |word, role| format!("‘{}’: {role}(으)로 읽습니다.", isolate(word)),
    proposed: |people| format!("이메일 주소를 바탕으로 사용자 이름 {}개를 제안합니다.", number(Korean, people)),

    inactive: |names| {
        format!(
            "비활성 사용자 {}명을 제외했습니다: {}. 추가하려면 활성 여부를 나타내는 열을 제외하세요.",
            number(Korean, names.len()),
            some_of(names, "명")
        )
    },

    adds: |[people, service_accounts, teams, memberships]| {
        let parts = [
            (people, "사람", "명"),
            (service_accounts, "서비스 계정", "개"),
            (teams, "팀", "개"),
            (memberships, "팀 소속", "건"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, what, unit)| format!("{what} {}{unit}", number(Korean, count)))
            .collect();
        plain(&format!("{} 추가합니다.", particle(&parts.join(", "), "을", "를")))
    },
    updates: |changes| format!("이미 있는 항목 {}개를 업데이트합니다.", number(Korean, changes)),
    adds_nothing: "추가할 것이 없습니다.",
    faults: |lines| format!("{}줄에 오류가 있습니다. 아래에서 수정하거나 제외하세요.", number(Korean, lines)),
    faults_left_out: |lines| format!("오류가 있는 {}줄을 제외합니다.", number(Korean, lines)),
    choices: "옵션",
    leave_out: |lines| format!("오류가 있는 {}줄 제외", number(Korean, lines)),
    keep_doubtful: |lines| format!("깨진 것으로 보이는 이름 {}개를 그대로 두기", number(Korean, lines)),
    create_teams: |names| format!("없는 팀 만들기: {}", some_of(names, "개")),
    update: "다른 값 업데이트",
    update_column: |column, differences| {
        let what = match column {
            Column::Kind => "종류",
            Column::Name => "이름",
            Column::Username => "사용자 이름",
            Column::Email => "이메일",
            Column::Role => "조직 역할",
            Column::Teams => "팀 역할",
        };
        format!("{what} ({})", number(Korean, differences))
    },
    role_of_word: |word| format!("‘{}’의 뜻", isolate(word)),
    no_role: "역할 아님",

    filter: "결과로 필터",
    all_rows: "모두",
    status: |status| match status {
        Status::Faulty => "오류",
        Status::New => "새로 추가",
        Status::Joins => "팀에 추가",
        Status::Differs => "다름",
        Status::Exists => "이미 있음",
        Status::Inactive => "비활성",
        Status::Gone => "파일에 없음",
    },
    line: "줄",
    kind: "종류",
    kind_named: |kind| match kind {
        Kind::Person => "사람",
        Kind::ServiceAccount => "서비스 계정",
        Kind::Team => "팀",
    },
    outcome: "결과",
    outcome_named: |status, teams| {
        let teams = if teams == 0 { String::new() } else { format!(" · 팀 {teams}개에 추가") };
        let what = match status {
            Status::Faulty => "오류",
            Status::New => "새로 추가",
            Status::Joins | Status::Differs | Status::Exists => "이미 있음",
            Status::Inactive => "파일에서 비활성이라 제외합니다. 바뀌지 않습니다.",
            Status::Gone => "파일에 없음. 바뀌지 않습니다.",
        };
        format!("{what}{teams}")
    },
    joins: |team, role| match role {
        Some(role) => format!("{} ({role})", isolate(team)),
        None => isolate(team),
    },
    proposed_name: |name| format!("{} (제안)", isolate(name)),
    difference: |what, here, file, is_taken| {
        if is_taken {
            format!("{what} 변경: {} → {}", isolate(here), isolate(file))
        } else {
            format!("{what} 다름: 조직 {}, 파일 {}", isolate(here), isolate(file))
        }
    },
    column: |column| match column {
        Column::Kind => "종류",
        Column::Name => "이름",
        Column::Username => "사용자 이름",
        Column::Email => "이메일",
        Column::Role => "조직 역할",
        Column::Teams => "팀",
    },
    role_in_team: |team| format!("{} 팀 역할", isolate(team)),
    correction: |line, column| format!("{line}번째 줄, {column}"),
    whole_line: |line| format!("{line}번째 줄"),
    corrected: "수정됨",
    new_role: |role| format!("조직 역할: {role}"),
    no_rows: "해당하는 줄이 없습니다.",

    access: "접근 권한 변경",
    show_access: "접근 권한 변경 보기",
    button: "모두 가져오기",
    all_or_nothing: "전부를 한 번의 변경으로 가져오거나, 아무것도 가져오지 않습니다.",
    blocked: "오류가 있는 줄을 수정하거나 제외하도록 선택하세요.",
    export: "내보내기",
    export_lead: "모든 사람과 서비스 계정, 팀을 CSV로 내보냅니다. 다시 가져올 수 있고 스프레드시트에서 열 수 있습니다.",
    export_button: "명단 내보내기",
    export_failed: "다운로드가 차단되었습니다.",
    reason: |reason| {
        match reason {
        Reason::UnclosedQuote { line } => format!("{line}번째 줄에서 시작한 따옴표가 닫히지 않았습니다."),
        Reason::TextAfterQuote { line } => format!("{line}번째 줄의 닫는 따옴표 뒤에 다른 글자가 있습니다."),
        Reason::OutsideColumns => "열보다 칸이 많습니다.".to_owned(),
        Reason::CutLine => "파일이 이 줄에서 잘린 것 같습니다.".to_owned(),
        Reason::Undecodable => {
            "“\u{fffd}”는 글자를 읽지 못했다는 표시입니다. 다시 입력하거나 파일의 인코딩을 바꾸세요.".to_owned()
        }
        Reason::QuestionMark => {
            "다른 프로그램이 저장하지 못한 글자를 “?”로 적은 이름입니다. 이름을 다시 입력하거나 파일을 UTF-8로 내보내세요.".to_owned()
        }
        Reason::Garbled(meant) => {
            format!("다른 프로그램이 인코딩을 잘못 읽은 이름으로 보입니다. 원래 이름: ‘{}’", isolate(meant))
        }
        Reason::SpreadsheetError => "이름이 아니라 스프레드시트의 오류 값입니다.".to_owned(),
        Reason::LostList => {
            "PowerShell이 목록의 항목 대신 형식 이름을 적은 값입니다. 내보낼 때 -join '|'로 항목을 이어 붙이세요."
                .to_owned()
        }
        Reason::UnknownKind(word) => {
            format!("‘{}’: 알 수 없는 종류입니다. person, service account, team 중 하나를 쓰세요.", isolate(word))
        }
        Reason::NotForKind(kind) => {
            let kind = (KOREAN.kind_named)(*kind);
            format!("종류가 {kind}이면 비어 있어야 합니다.")
        }
        Reason::Text(_) | Reason::TeamName(..) => String::new(),
        Reason::UnknownRole(word) => {
            format!("‘{}’: 알 수 없는 역할입니다. Admin, Member, Viewer 중 하나를 쓰세요.", isolate(word))
        }
        Reason::RoleOfServiceAccount(team) => {
            format!("서비스 계정에는 팀 역할이 없는데 {} 팀에서 역할을 주고 있습니다.", isolate(team))
        }
        Reason::NoSuchTeam(team) => format!("{} 팀이 없습니다. 만들도록 선택하거나 이름을 수정하세요.", isolate(team)),
        Reason::RepeatedTeam(team) => format!("{} 팀이 서로 다른 역할로 두 번 있습니다.", isolate(team)),
        Reason::Repeated { line } => format!("{line}번째 줄에서 다른 값으로 이미 썼습니다."),
        Reason::Taken(by) => format!("이미 쓰고 있습니다: {}. 대문자와 소문자는 구별하지 않습니다.", holder(by)),
    }
    },
};

#[cfg(test)]
mod tests {
    use super::KOREAN;

    #[test]
    fn the_particle_follows_the_last_added_kind() {
        assert_eq!((KOREAN.adds)([3, 0, 0, 0]), "사람 3명을 추가합니다.");
        assert_eq!((KOREAN.adds)([3, 1, 0, 0]), "사람 3명, 서비스 계정 1개를 추가합니다.");
        assert_eq!((KOREAN.adds)([3, 0, 0, 2]), "사람 3명, 팀 소속 2건을 추가합니다.");
    }
}
