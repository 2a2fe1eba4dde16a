//! A scenario: an organization that many people begin with, as a file. It says who acts first, which page opens, and
//! whether the walkthrough runs.
//!
//! Beginning a scenario makes a new workspace, a run of it. The [`Origin`] of a run keeps what the scenario says, and which
//! records the run began with, so that it can be started over. Nothing here opens a page or fetches a file.

mod origin;

use std::collections::BTreeSet;

use domain::{Description, OrganizationName};
use journal::{Fault, KeyValue, Record, RecordId, StorageError, Token, WorkspaceKey};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use thiserror::Error;

pub use self::origin::Origin;
pub(crate) use self::origin::origin_key;
use crate::archive::record_id;
use crate::fold::Fold;
use crate::{Archive, ArchiveFault, Outcome, Site, Workspace};

const FORMAT: &str = "registrar-scenario";
const VERSION: u64 = 1;

/// A prepared organization, and how it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    setup: Setup,
    /// Records only.
    archive: Archive,
}

/// The name and the instructions of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// The id that all runs of the scenario have, as the text of a [`Token`].
    pub id: String,
    /// The name, which obeys the rules of an [`OrganizationName`].
    pub name: String,
    /// The instructions for the person, within the limits of a [`Description`]. It may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The username, the name or the id of the account that acts first. The founder acts if it is empty or unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub acting: String,
    /// The address that opens, with its `#`. The landing page opens if it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub page: String,
    /// Whether the walkthrough runs from the beginning.
    #[serde(default)]
    pub walkthrough: bool,
}

/// The reason why a scenario cannot begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ScenarioFault {
    /// It is not a file that Registrar has written as a scenario, or it was damaged since.
    #[error("the file is no scenario, or is damaged")]
    Foreign,
    /// A newer Registrar wrote it, or a record in it.
    #[error("a newer program wrote the scenario")]
    Newer,
    /// It is longer than [`Scenario::MAX_LENGTH`].
    #[error("the scenario is too long")]
    TooLong,
}

/// The fields of every version. The rest of a file is read only when its version is known.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u64,
}

/// The JSON of a file of this version, with its fields in the order in which they are written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u64,
    scenario: Setup,
    /// An archive, as [`Archive::to_text`] writes it.
    archive: Box<RawValue>,
}

impl Scenario {
    /// The limit of a file in bytes. Browsers store less than that for a whole site.
    pub const MAX_LENGTH: usize = 8_000_000;

    /// The organization of a workspace as a scenario. Whatever cannot be read stays behind.
    ///
    /// # Errors
    /// [`ScenarioFault`] if the setup breaks a rule, or the workspace has no organization, or records of a newer program.
    pub fn of<S: KeyValue + Clone>(workspace: &Workspace<S>, setup: Setup) -> Result<Self, ScenarioFault> {
        let archive = workspace.archive().map_err(|_| ScenarioFault::Foreign)?;
        Self::new(setup, archive)
    }

    /// A scenario of the records of an archive, checked as a whole.
    fn new(setup: Setup, archive: Archive) -> Result<Self, ScenarioFault> {
        if !setup.is_valid() {
            return Err(ScenarioFault::Foreign);
        }
        let archive = archive.filtered(is_readable);
        let scenario = Self { setup, archive };
        scenario.check_organization()?;
        Ok(scenario)
    }

    /// Reads the text of a file. Any text is answered without a panic.
    ///
    /// # Errors
    /// [`ScenarioFault`].
    pub fn parse(text: &str) -> Result<Self, ScenarioFault> {
        if text.len() > Self::MAX_LENGTH {
            return Err(ScenarioFault::TooLong);
        }
        // Editors and other programs put a byte order mark before a text that they save.
        let text = text.trim_start_matches('\u{feff}');
        // A derived struct would also be read from an array.
        if text.trim_start().starts_with('[') {
            return Err(ScenarioFault::Foreign);
        }
        let header: Header = serde_json::from_str(text).map_err(|_| ScenarioFault::Foreign)?;
        if header.format != FORMAT {
            return Err(ScenarioFault::Foreign);
        }
        if header.version > VERSION {
            return Err(ScenarioFault::Newer);
        }
        let file: File = serde_json::from_str(text).map_err(|_| ScenarioFault::Foreign)?;
        let archive = Archive::parse(file.archive.get()).map_err(|fault| match fault {
            ArchiveFault::Newer(_) => ScenarioFault::Newer,
            ArchiveFault::Foreign | ArchiveFault::Empty | ArchiveFault::Several | ArchiveFault::NotSaved(_) => {
                ScenarioFault::Foreign
            }
        })?;
        // A scenario that lost a record is damaged: it would begin as something else than what was handed out.
        if archive.filtered(is_readable) != archive {
            return Err(ScenarioFault::Foreign);
        }
        Self::new(file.scenario, archive)
    }

    /// The text of a file. `workspace` is the one that it was made of, and `exported` when: UTC milliseconds.
    #[must_use]
    pub fn to_text(&self, workspace: WorkspaceKey, exported: i64) -> String {
        #[expect(clippy::expect_used, reason = "an archive is JSON, and numbers and texts are always written")]
        let archive = RawValue::from_string(self.archive.to_text(workspace, exported)).expect("an archive is JSON");
        let file = File { format: FORMAT.to_owned(), version: VERSION, scenario: self.setup.clone(), archive };
        #[expect(clippy::expect_used, reason = "numbers and texts are always written")]
        serde_json::to_string_pretty(&file).expect("a file can be written")
    }

    /// The name and the instructions.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The values of a new run: the records, and their [`Origin`]. They are [restored](Archive::restore) like those of any
    /// archive.
    #[must_use]
    pub fn to_run(&self) -> Archive {
        Origin::of(self).add_to(self.archive.clone())
    }

    /// The scenario that a run began with.
    ///
    /// # Errors
    /// [`ScenarioFault`] if a record is gone since; [`ScenarioFault::Foreign`] also for a workspace that is no run.
    pub fn of_run<S: KeyValue + Clone>(site: &Site<S>, run: WorkspaceKey) -> Result<Self, ScenarioFault> {
        let read = || -> Result<_, StorageError> { Ok((site.origin(run)?, Archive::of(site, run)?)) };
        let (origin, archive) = read().map_err(|_| ScenarioFault::Foreign)?;
        let origin = origin.ok_or(ScenarioFault::Foreign)?;
        let archive = archive.filtered(|short, _| origin.began_with(short));
        if archive.len() != origin.len() {
            return Err(ScenarioFault::Foreign);
        }
        Self::new(origin.setup, archive)
    }

    /// Checks that the records are a whole organization: none is missing, and this program understands all of them.
    fn check_organization(&self) -> Result<(), ScenarioFault> {
        let mut records = self.archive.records().map_err(|fault| match fault {
            Fault::Newer { .. } => ScenarioFault::Newer,
            Fault::Key | Fault::Syntax | Fault::Version | Fault::Checksum | Fault::Structure => ScenarioFault::Foreign,
        })?;
        records.sort_unstable_by_key(|record| (record.clock, record.id));
        let ids: BTreeSet<RecordId> = records.iter().map(|record| record.id).collect();
        let has_before = |id: &RecordId| id.n == 0 || ids.contains(&RecordId { n: id.n - 1, ..*id });
        let is_whole = |record: &Record| has_before(&record.id) && record.after.iter().all(|id| ids.contains(id));
        if !records.iter().all(is_whole) {
            return Err(ScenarioFault::Foreign);
        }
        let fold = Fold::of(&records);
        if fold.outcomes.iter().any(|(_, outcome)| *outcome == Outcome::NotUnderstood) {
            return Err(ScenarioFault::Newer);
        }
        if fold.organization.is_some() { Ok(()) } else { Err(ScenarioFault::Foreign) }
    }
}

impl Setup {
    /// The limit of an address, in bytes.
    const MAX_PAGE_LENGTH: usize = 4_000;

    /// Whether every field keeps its rule.
    fn is_valid(&self) -> bool {
        let is_normal = |parsed: Option<String>, text: &str| parsed.as_deref() == Some(text);
        let name = OrganizationName::parse(&self.name).ok().map(|name| name.to_string());
        let text = Description::parse(&self.text).ok().map(|text| text.to_string());
        self.id.parse::<Token>().is_ok()
            && is_normal(name, &self.name)
            && is_normal(text, &self.text)
            && (self.page.is_empty() || self.page.starts_with("#/"))
            && self.page.len() <= Self::MAX_PAGE_LENGTH
            && !self.page.chars().any(char::is_control)
    }
}

/// Whether a value is a record, of this program or of a newer one.
fn is_readable(short: &str, value: &str) -> bool {
    let record = record_id(short).map(|id| Record::decode(id, value));
    matches!(record, Some(Ok(_) | Err(Fault::Newer { .. })))
}
