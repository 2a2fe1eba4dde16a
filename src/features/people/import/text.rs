//! The texts of import and export.

mod english;
mod korean;

use domain::TeamRole;
use interchange::directory::{Column, Fault, Field, JsonFault, Kind, Reason, Status};
use interchange::encoding::Script;

use crate::i18n::terms::fault::Subject;
use crate::i18n::{Catalog, Language};

/// The texts in one language.
pub struct ImportText {
    /// The heading of the import.
    pub import: &'static str,
    /// The purpose of the section.
    pub import_lead: &'static str,
    /// The heading of the format.
    pub format: &'static str,
    /// The rules of the format.
    pub format_rules: [&'static str; 6],
    /// The button that downloads an example.
    pub template: &'static str,
    pub list: &'static str,
    pub file: &'static str,
    /// The hint that a file can be dropped.
    pub drop: &'static str,
    pub no_file: &'static str,
    pub too_large: fn(usize) -> String,
    pub not_text: &'static str,
    /// The reason why JSON is no table.
    pub json_fault: fn(&JsonFault) -> String,
    /// The file or the list has no lines.
    pub blank: &'static str,
    /// The list is empty.
    pub empty: &'static str,
    /// The button that shows the preview.
    pub preview: &'static str,
    /// The source of the preview, by the name of the file.
    pub from_file: fn(&str) -> String,
    pub planning: &'static str,

    /// The label of the select for the encoding.
    pub encoding: &'static str,
    /// The texts that an encoding is made for. Unicode has no word here.
    pub script: fn(Script) -> &'static str,
    /// The encoding is a guess: its name, whether it is likely, and a line.
    pub guessed: fn(&str, bool, &str) -> String,
    /// Another encoding fits: its name, the line as read, and the line in the other encoding.
    pub other_encoding: fn(&str, &str, &str) -> String,
    /// Some characters could not be decoded.
    pub damaged: &'static str,
    /// The heading of the mapping.
    pub columns: &'static str,
    pub columns_lead: &'static str,
    /// The label of a column without a name, by its number.
    pub column_number: fn(usize) -> String,
    /// The first text of a column.
    pub sample: fn(&str) -> String,
    pub left_out: &'static str,
    pub field: fn(Field) -> &'static str,
    /// The names of the columns that are left out.
    pub left_out_columns: fn(&[String]) -> String,
    pub missing_columns: fn(&[&str]) -> String,
    /// No line names the columns.
    pub no_header: &'static str,
    /// The columns do not say who a line is.
    pub not_usable: &'static str,
    /// The explanation of the numbers of JSON objects.
    pub from_json: &'static str,
    /// The lines above the header that are left out.
    pub titles: fn(&[(usize, String)]) -> String,
    /// The lines that repeat the header.
    pub repeated_headers: fn(&[usize]) -> String,
    /// A word of a role, and the role that it means.
    pub meaning: fn(&str, &str) -> String,
    /// The number of usernames that are proposed.
    pub proposed: fn(usize) -> String,
    /// The names of the inactive people who are left out.
    pub inactive: fn(&[String]) -> String,

    /// The numbers of new people, service accounts, teams and memberships.
    pub adds: fn([usize; 4]) -> String,
    /// The number of changes of existing entries.
    pub updates: fn(usize) -> String,
    pub adds_nothing: &'static str,
    /// The number of lines with problems.
    pub faults: fn(usize) -> String,
    /// The number of lines with problems that are left out.
    pub faults_left_out: fn(usize) -> String,
    pub choices: &'static str,
    /// The checkbox that leaves out lines, by their number.
    pub leave_out: fn(usize) -> String,
    /// The checkbox that keeps names with lost or garbled characters, by the number of lines.
    pub keep_doubtful: fn(usize) -> String,
    /// The checkbox that creates teams, by their names.
    pub create_teams: fn(&[String]) -> String,
    /// The heading of the checkboxes for updates.
    pub update: &'static str,
    /// The checkbox that updates a column, by the number of differences.
    pub update_column: fn(Column, usize) -> String,
    /// The label of the select that gives a word a role.
    pub role_of_word: fn(&str) -> String,
    pub no_role: &'static str,

    /// The accessible name of the filter.
    pub filter: &'static str,
    pub all_rows: &'static str,
    pub status: fn(Status) -> &'static str,
    pub line: &'static str,
    pub kind: &'static str,
    /// The name of a kind.
    pub kind_named: fn(Kind) -> &'static str,
    pub outcome: &'static str,
    /// The outcome of a row: its status, and the number of teams that it joins.
    pub outcome_named: fn(Status, usize) -> String,
    /// A team that is joined, with its role.
    pub joins: fn(&str, Option<&str>) -> String,
    pub proposed_name: fn(&str) -> String,
    /// A difference: what differs, here, in the file, and whether the file's value is taken.
    pub difference: fn(&str, &str, &str, bool) -> String,
    pub column: fn(Column) -> &'static str,
    pub role_in_team: fn(&str) -> String,
    /// The accessible name of the field for a correction, by the line and the column.
    pub correction: fn(usize, &str) -> String,
    /// The accessible name of the field for a whole line.
    pub whole_line: fn(usize) -> String,
    pub corrected: &'static str,
    /// The organization role of a new person.
    pub new_role: fn(&str) -> String,
    pub no_rows: &'static str,

    /// The heading of the consequences.
    pub access: &'static str,
    /// The button that computes the consequences of a long list.
    pub show_access: &'static str,
    /// The button that imports.
    pub button: &'static str,
    /// The note that the import adds all or nothing.
    pub all_or_nothing: &'static str,
    /// The reason why faulty lines prevent the import.
    pub blocked: &'static str,
    /// The heading of the export.
    pub export: &'static str,
    /// The purpose of the section.
    pub export_lead: &'static str,
    pub export_button: &'static str,
    pub export_failed: &'static str,
    /// The message for a reason, except for faults of texts.
    pub reason: fn(&Reason) -> String,
}

impl ImportText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&english::ENGLISH, &korean::KOREAN)
    }
}

impl Catalog {
    /// The message for a fault, without its position.
    #[must_use]
    pub fn fault_of_list(&self, fault: &Fault, kind: Option<Kind>) -> String {
        match &fault.reason {
            Reason::Text(what) => {
                let subject = match fault.column {
                    Some(Column::Email) => Subject::Email,
                    Some(Column::Username) => Subject::Username,
                    // Names are all that other columns can have wrong with their text.
                    _ if kind.is_some_and(|kind| kind != Kind::Person) => Subject::AccountName,
                    _ => Subject::OtherPersonName,
                };
                (self.fault.explain)(subject, what)
            }
            Reason::TeamName(_, what) => (self.fault.explain)(Subject::AccountName, what),
            reason => (ImportText::of(self.language).reason)(reason),
        }
    }

    /// The name of a team role, which is the same in the organization.
    #[must_use]
    pub fn role_of_list(&self, role: TeamRole) -> &'static str {
        (self.terms.team_role)(role)
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
