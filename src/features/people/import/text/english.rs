//! The texts of import and export in English.

use interchange::directory::{Column, Field, Holder, JsonFault, Kind, Reason, Status};
use interchange::encoding::Script;

use super::ImportText;
use crate::i18n::Language::English;
use crate::i18n::intl::number;
use crate::i18n::prose::isolate;

/// A number with its noun.
fn count(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(English, count), if count == 1 { one } else { many })
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| isolate(name)).collect::<Vec<_>>().join(", ")
}

/// The first eight names, and the number of the others.
fn some_of(names: &[String]) -> String {
    match names.get(..8) {
        Some(first) if names.len() > 8 => format!("{} and {} more", list(first), number(English, names.len() - 8)),
        _ => list(names),
    }
}

fn holder(holder: &Holder) -> String {
    match holder.kind {
        Kind::Person => format!("{} ({})", isolate(&holder.name), isolate(&holder.account)),
        Kind::ServiceAccount => format!("the service account {}", isolate(&holder.name)),
        Kind::Team => format!("the team {}", isolate(&holder.name)),
    }
}

pub static ENGLISH: ImportText = ImportText {
    import: "Import",
    import_lead: "Add many people, service accounts and teams from a CSV or JSON file, such as another directory’s export. \
                  You’ll see a preview before anything is added.",
    format: "CSV format",
    format_rules: [
        "The first line names the columns. Names from Google Workspace, Entra, Okta, GitLab and SCIM exports are recognized, in English and Korean.",
        "A person needs a name and an email address. Without a username, one is proposed from the address.",
        "The role is Admin, Member or Viewer of the organization. An empty one means Member.",
        "Teams are separated by “|”, each with the role in the team after a colon. A person can also have one line for each team.",
        "JSON works too: SCIM users and groups, Microsoft Graph, Google Workspace, Okta and GitLab, or any list of people.",
        "Nothing that already exists is changed or removed, unless you choose to update it.",
    ],
    template: "Download template",
    list: "List",
    file: "CSV file",
    drop: "CSV or JSON. You can also drop a file here.",
    no_file: "This file can’t be read.",
    too_large: |megabytes| format!("The file is larger than {megabytes} MB."),
    not_text: "This isn’t a text file. Save the table as “CSV UTF-8” and choose that file.",
    json_fault: |fault| match fault {
        JsonFault::Cut { line } => {
            format!("This JSON file ends too early, in line {}. Export or download it again.", number(English, *line))
        }
        JsonFault::Syntax { line, column } => format!(
            "This JSON file has an error in line {}, character {}. Correct it there, or export it again.",
            number(English, *line),
            number(English, *column)
        ),
        JsonFault::RepeatedKey { key, line } => format!(
            "This JSON file has the key {} twice in one object, which begins in line {}. Keep the right one.",
            isolate(key),
            number(English, *line)
        ),
        JsonFault::TooLarge => {
            "This JSON file has too many entries or too many different keys. Split it, or export fewer fields."
                .to_owned()
        }
    },
    blank: "There are no lines in it.",
    empty: "Paste a list first, or choose a file.",
    preview: "Preview",
    from_file: |name| format!("File: {}", isolate(name)),
    planning: "Comparing …",

    encoding: "Encoding",
    script: |script| match script {
        Script::Unicode => "",
        Script::Korean => "Korean",
        Script::Western => "Western European",
        Script::Japanese => "Japanese",
        Script::SimplifiedChinese => "Simplified Chinese",
        Script::TraditionalChinese => "Traditional Chinese",
        Script::CentralEuropean => "Central European",
        Script::Baltic => "Baltic",
        Script::Cyrillic => "Cyrillic",
        Script::Greek => "Greek",
        Script::Turkish => "Turkish",
        Script::Hebrew => "Hebrew",
        Script::Arabic => "Arabic",
        Script::Vietnamese => "Vietnamese",
        Script::Thai => "Thai",
    },
    guessed: |name, is_likely, line| {
        let how_sure = if is_likely { "likely, not certain" } else { "uncertain" };
        format!(
            "The file doesn’t say its encoding. {name} is a guess and {how_sure}. Check the names. Read here: {}.",
            isolate(line)
        )
    },
    other_encoding: |name, here, there| {
        format!(
            "The file could also be {name}. Check the names. Read here: {}. In {name}: {}.",
            isolate(here),
            isolate(there)
        )
    },
    damaged: "Some characters can’t be read in this encoding. Lines with such characters are marked as problems. Choose \
              another encoding if names look wrong.",
    columns: "Columns",
    columns_lead: "Choose what each column contains. This applies to this file only.",
    column_number: |number| format!("Column {number}"),
    sample: |text| format!("Example: {}", isolate(text)),
    left_out: "Leave out",
    field: |field| match field {
        Field::Kind => "Kind",
        Field::Name => "Name",
        Field::FirstName => "First name",
        Field::LastName => "Last name",
        Field::Username => "Username",
        Field::Email => "Email",
        Field::Role => "Organization role",
        Field::Teams => "Teams",
        Field::TeamRole => "Role in the team",
        Field::TeamName => "Team (one in each line)",
        Field::Status => "Active or inactive",
    },
    left_out_columns: |names| {
        let what = if names.len() == 1 { "Column left out" } else { "Columns left out" };
        format!("{what}: {}", list(names))
    },
    missing_columns: |names| {
        let what = if names.len() == 1 { "Missing column" } else { "Missing columns" };
        format!("{what}: {}. New people need a name and an email address.", names.join(", "))
    },
    no_header: "No line names the columns, so all lines are read. Check what each column contains.",
    not_usable: "Choose which column has the name, the username or the email address.",
    from_json: "Read from JSON. Each person or group is one line, counted from 1.",
    titles: |titles| {
        let texts: Vec<String> =
            titles.iter().take(3).map(|(line, text)| format!("{line}: {}", isolate(text))).collect();
        let more = if titles.len() > 3 { " …" } else { "" };
        format!(
            "{} above the column names left out. Line {}{more}",
            count(titles.len(), "line", "lines"),
            texts.join(", line ")
        )
    },
    repeated_headers: |lines| format!("{} with column names again left out.", count(lines.len(), "line", "lines")),
    meaning: |word, role| format!("“{}” is read as {role}.", isolate(word)),
    proposed: |people| match people {
        1 => "1 username is proposed from the email address.".to_owned(),
        people => format!("{} usernames are proposed from the email addresses.", number(English, people)),
    },

    inactive: |names| {
        let people = count(names.len(), "inactive person", "inactive people");
        format!("{people} left out: {}. To add them, leave out the column that says who is active.", some_of(names))
    },

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
            .map(|(number, (one, many))| count(number, one, many))
            .collect();
        format!("This adds {}.", parts.join(", "))
    },
    updates: |changes| format!("This updates {}.", count(changes, "existing entry", "existing entries")),
    adds_nothing: "There is nothing to add.",
    faults: |lines| match lines {
        1 => "1 line has a problem. Correct it below, or leave it out.".to_owned(),
        lines => format!("{} lines have problems. Correct them below, or leave them out.", number(English, lines)),
    },
    faults_left_out: |lines| match lines {
        1 => "1 line with a problem is left out.".to_owned(),
        lines => format!("{} lines with problems are left out.", number(English, lines)),
    },
    choices: "Options",
    leave_out: |lines| format!("Leave out {}", count(lines, "line with a problem", "lines with problems")),
    keep_doubtful: |lines| match lines {
        1 => "Keep 1 name that looks damaged as it is".to_owned(),
        lines => format!("Keep {} names that look damaged as they are", number(English, lines)),
    },
    create_teams: |names| {
        let what = if names.len() == 1 { "Create the missing team" } else { "Create the missing teams" };
        format!("{what} {}", some_of(names))
    },
    update: "Update what differs",
    update_column: |column, differences| {
        let what = match column {
            Column::Kind => "Kinds",
            Column::Name => "Names",
            Column::Username => "Usernames",
            Column::Email => "Email addresses",
            Column::Role => "Organization roles",
            Column::Teams => "Team roles",
        };
        format!("{what} ({})", number(English, differences))
    },
    role_of_word: |word| format!("“{}” means", isolate(word)),
    no_role: "Not a role",

    filter: "Filter by result",
    all_rows: "All",
    status: |status| match status {
        Status::Faulty => "Problems",
        Status::New => "New",
        Status::Joins => "Joins a team",
        Status::Differs => "Differs",
        Status::Exists => "Already exists",
        Status::Inactive => "Inactive",
        Status::Gone => "Not in the file",
    },
    line: "Line",
    kind: "Kind",
    kind_named: |kind| match kind {
        Kind::Person => "Person",
        Kind::ServiceAccount => "Service account",
        Kind::Team => "Team",
    },
    outcome: "What happens",
    outcome_named: |status, teams| {
        let teams = match teams {
            0 => String::new(),
            teams => format!(" · joins {}", count(teams, "team", "teams")),
        };
        let what = match status {
            Status::Faulty => "Problem",
            Status::New => "New",
            Status::Joins | Status::Differs | Status::Exists => "Already exists",
            Status::Inactive => "Inactive in the file, left out. Nothing changes.",
            Status::Gone => "Not in the file. Nothing changes.",
        };
        format!("{what}{teams}")
    },
    joins: |team, role| match role {
        Some(role) => format!("{} ({role})", isolate(team)),
        None => isolate(team),
    },
    proposed_name: |name| format!("{} (proposed)", isolate(name)),
    difference: |what, here, file, is_taken| {
        if is_taken {
            format!("{what} changes from {} to {}", isolate(here), isolate(file))
        } else {
            format!("{what} differs: here {}, in the file {}", isolate(here), isolate(file))
        }
    },
    column: |column| match column {
        Column::Kind => "Kind",
        Column::Name => "Name",
        Column::Username => "Username",
        Column::Email => "Email",
        Column::Role => "Organization role",
        Column::Teams => "Teams",
    },
    role_in_team: |team| format!("Role in {}", isolate(team)),
    correction: |line, column| format!("Line {line}, {column}"),
    whole_line: |line| format!("Line {line}"),
    corrected: "Corrected",
    new_role: |role| format!("Organization role: {role}"),
    no_rows: "No lines with this result.",

    access: "Changes of access",
    show_access: "Show changes of access",
    button: "Import all",
    all_or_nothing: "Imports everything or nothing.",
    blocked: "Correct the lines with problems, or choose to leave them out.",
    export: "Export",
    export_lead: "All people, service accounts and teams as CSV. It can be imported again and opened in a spreadsheet.",
    export_button: "Export directory",
    export_failed: "The download was blocked.",
    reason: |reason| {
        match reason {
        Reason::UnclosedQuote { line } => format!("A quote opens in line {line} and never closes."),
        Reason::TextAfterQuote { line } => {
            format!("In line {line}, text follows a closing quote before the cell ends.")
        }
        Reason::OutsideColumns => "This line has more cells than there are columns.".to_owned(),
        Reason::CutLine => "The file seems to end within this line.".to_owned(),
        Reason::Undecodable => {
            "A character was lost here, shown as “\u{fffd}”. Type it again, or choose another encoding for the file."
                .to_owned()
        }
        Reason::QuestionMark => {
            "Another program wrote “?” for characters that it couldn’t save. Type the name again, or export the file as UTF-8."
                .to_owned()
        }
        Reason::Garbled(meant) => {
            format!("This looks like “{}”, read in a wrong encoding by another program.", isolate(meant))
        }
        Reason::SpreadsheetError => "This is an error of the spreadsheet, not a name.".to_owned(),
        Reason::LostList => {
            "PowerShell wrote the type of a list here, not its items. When you export, join the items with -join '|'."
                .to_owned()
        }
        Reason::UnknownKind(word) => {
            format!("“{}” isn’t a kind. Use person, service account or team.", isolate(word))
        }
        Reason::NotForKind(kind) => format!("Must be empty for a {}.", kind.word()),
        Reason::Text(_) | Reason::TeamName(..) => String::new(),
        Reason::UnknownRole(word) => format!("“{}” isn’t a role. Use Admin, Member or Viewer.", isolate(word)),
        Reason::RoleOfServiceAccount(team) => {
            format!("Service accounts have no role in a team, but this gives one in {}.", isolate(team))
        }
        Reason::NoSuchTeam(team) => {
            format!("Team “{}” doesn’t exist. Choose to create it, or correct its name.", isolate(team))
        }
        Reason::RepeatedTeam(team) => format!("Team {} is listed twice with different roles.", isolate(team)),
        Reason::Repeated { line } => format!("Already used in line {line}, with different values."),
        Reason::Taken(by) => format!("Already used by {}. Names aren’t case-sensitive.", holder(by)),
    }
    },
};
