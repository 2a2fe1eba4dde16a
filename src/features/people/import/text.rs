//! The texts of import and export.

use interchange::directory::{Fault, Kind, Outcome, Reason, SIZE_LIMIT};

use crate::i18n::Catalog;
use crate::i18n::Language::{self, English, Korean};
use crate::i18n::intl::number;
use crate::i18n::prose::{isolate, particle, plain};
use crate::i18n::terms::fault::Subject;

/// The texts in one language.
pub struct ImportText {
    /// The heading of the import.
    pub import: &'static str,
    /// The purpose of the section.
    pub import_lead: &'static str,
    /// The heading of the format.
    pub format: &'static str,
    /// The rules of the format.
    pub format_rules: [&'static str; 4],
    pub list: &'static str,
    pub file: &'static str,
    pub no_file: &'static str,
    /// The list is empty.
    pub empty: &'static str,
    /// The button that shows the preview.
    pub preview: &'static str,
    /// The source of the preview, by the name of the file.
    pub from_file: fn(&str) -> String,
    /// The numbers of new people, service accounts, teams and memberships.
    pub adds: fn([usize; 4]) -> String,
    pub adds_nothing: &'static str,
    /// The number of faults.
    pub faults: fn(usize) -> String,
    pub line: &'static str,
    pub kind: &'static str,
    /// The name of a kind.
    pub kind_named: fn(Kind) -> &'static str,
    pub outcome: &'static str,
    /// An outcome, with the number of new memberships.
    pub outcome_named: fn(Outcome, usize) -> String,
    /// The button that imports.
    pub button: &'static str,
    /// The note that the import adds all or nothing.
    pub all_or_nothing: &'static str,
    /// The heading of the export.
    pub export: &'static str,
    /// The purpose of the section.
    pub export_lead: &'static str,
    pub export_button: &'static str,
    pub export_failed: &'static str,
    /// The position of a fault: the line and an optional column.
    pub place: fn(usize, Option<&str>) -> String,
    /// The message for a reason, except for faults of texts.
    pub reason: fn(&Reason) -> String,
}

impl ImportText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

impl Catalog {
    /// The message for a fault, with its position.
    #[must_use]
    pub fn fault_of_list(&self, fault: &Fault) -> String {
        let import_text = ImportText::of(self.language);
        use interchange::directory::Column;
        let reason = match (&fault.reason, fault.column) {
            (Reason::Text(what), column) => {
                let subject = match column {
                    Some(Column::Email) => Subject::Email,
                    Some(Column::Username) => Subject::Username,
                    _ => Subject::OtherPersonName,
                };
                (self.fault.explain)(subject, what)
            }
            (what, _) => (import_text.reason)(what),
        };
        if fault.line == 0 {
            return reason;
        }
        format!("{}: {reason}", (import_text.place)(fault.line, fault.column.map(Column::header)))
    }
}

/// An example of the format. The words of the format are English in every language.
pub const EXAMPLE: &str = "\
kind,name,username,email,role,teams
person,Mira Lindqvist,mira,mira@example.com,Admin,vision:Admin|speech
person,한소라,sora,sora@example.com,,speech
service account,nightly-eval,,,,vision
team,vision,,,,
team,speech,,,,
";

pub static ENGLISH: ImportText = ImportText {
    import: "Import",
    import_lead: "Add many people, service accounts and teams at once, from a list of comma-separated values (CSV). Paste it \
                  or choose a file; nothing is added before you have seen what the list does.",
    format: "How a list looks",
    format_rules: [
        "The first line names the columns. The columns name, username and email must be there; without kind every line is a person.",
        "The role is Admin, Member or Viewer of the organization. An empty one means Member.",
        "Teams are separated by “|”, each with the role in the team after a colon. Without one it is Member.",
        "A line about somebody who is there already adds missing team memberships only. An import never changes or removes anything.",
    ],
    list: "List",
    file: "CSV file",
    no_file: "This file cannot be read.",
    empty: "Paste a list first, or choose a file.",
    preview: "Preview",
    from_file: |name| format!("The file {}", isolate(name)),
    adds: |counts| {
        let words = [
            ("person", "people"),
            ("service account", "service accounts"),
            ("team", "teams"),
            ("team membership", "team memberships"),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .zip(words)
            .filter(|(count, _)| *count > 0)
            .map(|(count, (one, many))| format!("{} {}", number(English, count), if count == 1 { one } else { many }))
            .collect();
        format!("This adds {}.", parts.join(", "))
    },
    adds_nothing: "Everything in this list is there already. There is nothing to add.",
    faults: |count| match count {
        1 => "1 fault. Nothing can be imported before it is mended.".to_owned(),
        count => format!("{} faults. Nothing can be imported before they are mended.", number(English, count)),
    },
    line: "Line",
    kind: "Kind",
    kind_named: |kind| match kind {
        Kind::Person => "Person",
        Kind::ServiceAccount => "Service account",
        Kind::Team => "Team",
    },
    outcome: "What happens",
    outcome_named: |outcome, teams| {
        let teams = match teams {
            0 => String::new(),
            1 => ", joins 1 team".to_owned(),
            teams => format!(", joins {teams} teams"),
        };
        match outcome {
            Outcome::Added => format!("Added{teams}"),
            Outcome::Exists => format!("There already{teams}"),
        }
    },
    button: "Import all",
    all_or_nothing: "All of it is imported as one change, or nothing.",
    export: "Export",
    export_lead: "All people, service accounts and teams, as a list that can be imported again and opened in a spreadsheet.",
    export_button: "Export directory",
    export_failed: "The browser did not take the file.",
    place: |line, column| match column {
        Some(column) => format!("Line {line}, {column}"),
        None => format!("Line {line}"),
    },
    reason: |reason| match reason {
        Reason::TooLarge => format!("The file is larger than {} MB.", SIZE_LIMIT / 1_000_000),
        Reason::NotText => {
            "This is not a text in UTF-8. Save the table as “CSV UTF-8” and choose that file.".to_owned()
        }
        Reason::NoHeader => "There is nothing in it.".to_owned(),
        Reason::UnknownColumn(name) => format!("A column {} is not known.", isolate(name)),
        Reason::MissingColumn => "This column is missing.".to_owned(),
        Reason::RepeatedColumn => "This column is there twice.".to_owned(),
        Reason::UnclosedQuote => "A quote is opened here and never closed.".to_owned(),
        Reason::TextAfterQuote => "Something follows a closing quote before the cell ends.".to_owned(),
        Reason::OutsideColumns => "The line has more cells than there are columns.".to_owned(),
        Reason::UnknownKind(word) => {
            format!("{} is no kind: write person, service account or team.", isolate(word))
        }
        Reason::NotForKind(kind) => format!("This must be empty for a {}.", kind.word()),
        Reason::Text(_) => String::new(),
        Reason::UnknownRole(word) => format!("{} is no role: write Admin, Member or Viewer.", isolate(word)),
        Reason::RoleOfServiceAccount(team) => {
            format!("A service account has no role in a team, and is given one in {}.", isolate(team))
        }
        Reason::NoSuchTeam(team) => {
            format!("There is no team {}, neither in the organization nor in the list.", isolate(team))
        }
        Reason::RepeatedTeam(team) => format!("The team {} stands here twice.", isolate(team)),
        Reason::OtherTeamRole(team) => {
            format!("Already in the team {} with another role. Change the role under Teams.", isolate(team))
        }
        Reason::Repeated { line } => format!("This stands in line {line} already."),
        Reason::Taken => {
            "This is taken in the organization by somebody or something else. Upper and lower case make no \
                          difference."
                .to_owned()
        }
        Reason::Differs => "Whoever has this username is in the organization, with something else here.".to_owned(),
    },
};

pub static KOREAN: ImportText = ImportText {
    import: "가져오기",
    import_lead: "쉼표로 구분한 목록(CSV)으로 사람과 서비스 계정, 팀을 한꺼번에 추가합니다. 붙여 넣거나 파일을 선택하세요. 무엇이 \
                  추가되는지 먼저 보여 주며, 그 전에는 아무것도 추가하지 않습니다.",
    format: "목록의 형식",
    format_rules: [
        "첫 줄에는 열 이름을 씁니다. name, username, email 열은 꼭 있어야 하며, kind 열이 없으면 모든 줄이 사람입니다.",
        "role은 조직에서의 역할로 Admin, Member, Viewer 중 하나입니다. 비어 있으면 Member입니다.",
        "teams의 팀은 “|”로 구분하고, 팀 역할은 콜론 뒤에 씁니다. 쓰지 않으면 Member입니다.",
        "이미 있는 사람의 줄은 아직 속하지 않은 팀에만 추가합니다. 가져오기는 무엇도 바꾸거나 제거하지 않습니다.",
    ],
    list: "목록",
    file: "CSV 파일",
    no_file: "파일을 읽을 수 없습니다.",
    empty: "먼저 목록을 붙여 넣거나 파일을 선택하세요.",
    preview: "미리 보기",
    from_file: |name| format!("파일 {}", isolate(name)),
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
    adds_nothing: "목록에 있는 것이 모두 이미 있습니다. 추가할 것이 없습니다.",
    faults: |count| format!("잘못된 곳이 {}군데 있습니다. 고쳐야 가져올 수 있습니다.", number(Korean, count)),
    line: "줄",
    kind: "종류",
    kind_named: |kind| match kind {
        Kind::Person => "사람",
        Kind::ServiceAccount => "서비스 계정",
        Kind::Team => "팀",
    },
    outcome: "결과",
    outcome_named: |outcome, teams| {
        let teams = if teams == 0 { String::new() } else { format!(", 팀 {teams}개에 추가") };
        match outcome {
            Outcome::Added => format!("추가{teams}"),
            Outcome::Exists => format!("이미 있음{teams}"),
        }
    },
    button: "모두 가져오기",
    all_or_nothing: "전부를 한 번의 변경으로 가져오거나, 아무것도 가져오지 않습니다.",
    export: "내보내기",
    export_lead: "모든 사람과 서비스 계정, 팀의 목록입니다. 다시 가져올 수 있고 스프레드시트에서 열 수 있습니다.",
    export_button: "명단 내보내기",
    export_failed: "파일을 내려받지 못했습니다.",
    place: |line, column| match column {
        Some(column) => format!("{line}번째 줄, {column}"),
        None => format!("{line}번째 줄"),
    },
    reason: |reason| match reason {
        Reason::TooLarge => format!("파일이 {}MB보다 큽니다.", SIZE_LIMIT / 1_000_000),
        Reason::NotText => "UTF-8 텍스트가 아닙니다. 표를 ‘CSV UTF-8’ 형식으로 저장해 그 파일을 선택하세요.".to_owned(),
        Reason::NoHeader => "아무 내용이 없습니다.".to_owned(),
        Reason::UnknownColumn(name) => format!("{}: 알 수 없는 열입니다.", isolate(name)),
        Reason::MissingColumn => "이 열이 없습니다.".to_owned(),
        Reason::RepeatedColumn => "이 열이 두 번 있습니다.".to_owned(),
        Reason::UnclosedQuote => "여기에서 시작한 따옴표가 닫히지 않았습니다.".to_owned(),
        Reason::TextAfterQuote => "닫는 따옴표 뒤에 다른 글자가 있습니다.".to_owned(),
        Reason::OutsideColumns => "열보다 칸이 많습니다.".to_owned(),
        Reason::UnknownKind(word) => {
            format!("{}: 알 수 없는 종류입니다. person, service account, team 중 하나를 쓰세요.", isolate(word))
        }
        Reason::NotForKind(kind) => format!("kind가 {}이면 비어 있어야 합니다.", kind.word()),
        Reason::Text(_) => String::new(),
        Reason::UnknownRole(word) => {
            format!("{}: 알 수 없는 역할입니다. Admin, Member, Viewer 중 하나를 쓰세요.", isolate(word))
        }
        Reason::RoleOfServiceAccount(team) => {
            format!("서비스 계정에는 팀 역할이 없는데 {} 팀에서 역할을 주고 있습니다.", isolate(team))
        }
        Reason::NoSuchTeam(team) => format!("{} 팀이 조직에도 목록에도 없습니다.", isolate(team)),
        Reason::RepeatedTeam(team) => format!("{} 팀이 두 번 있습니다.", isolate(team)),
        Reason::OtherTeamRole(team) => {
            format!("이미 다른 역할로 {} 팀에 있습니다. 역할은 ‘팀’에서 바꾸세요.", isolate(team))
        }
        Reason::Repeated { line } => format!("{line}번째 줄에 이미 있습니다."),
        Reason::Taken => "조직에서 이미 쓰고 있습니다. 대문자와 소문자는 구별하지 않습니다.".to_owned(),
        Reason::Differs => "이 사용자 이름을 쓰는 사람이 이미 있는데, 여기 적힌 것과 다릅니다.".to_owned(),
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
