//! The origin of a run: a value beside its records, `registrar:<workspace>:scenario`. A workspace without it, or with one
//! that cannot be read, is an organization like any other.

use std::collections::BTreeMap;

use journal::{KeyValue, StorageError, WorkspaceKey};
use serde::{Deserialize, Serialize};

use super::{Scenario, Setup};
use crate::archive::record_id;
use crate::site::workspace_prefix;
use crate::{Archive, Site};

/// The key of the value, without what names the workspace.
const KEY: &str = "scenario";
const VERSION: u64 = 1;

/// The scenario that a run was begun from, and what it began with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The setup of the scenario.
    pub setup: Setup,
    /// The number of records of each writer. No run writes as one of them.
    records: BTreeMap<String, u32>,
}

/// The stored form, version 1.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    v: u64,
    scenario: Setup,
    records: BTreeMap<String, u32>,
}

impl Origin {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut records = BTreeMap::new();
        for id in scenario.archive.keys().filter_map(record_id) {
            *records.entry(id.writer.to_string()).or_insert(0) += 1;
        }
        Self { setup: scenario.setup.clone(), records }
    }

    fn parse(text: &str) -> Option<Self> {
        let Stored { v, scenario, records } = serde_json::from_str(text).ok()?;
        (v == VERSION && scenario.is_valid()).then_some(Self { setup: scenario, records })
    }

    /// The archive with this origin among its values.
    pub(super) fn add_to(&self, archive: Archive) -> Archive {
        let stored = Stored { v: VERSION, scenario: self.setup.clone(), records: self.records.clone() };
        #[expect(clippy::expect_used, reason = "numbers and texts are always written")]
        let text = serde_json::to_string(&stored).expect("an origin can be written");
        archive.with(KEY, text)
    }

    /// The number of records that the run began with.
    pub(super) fn len(&self) -> usize {
        self.records.values().map(|count| *count as usize).sum()
    }

    /// Whether the run began with the value under this key, without what names the workspace.
    pub(super) fn began_with(&self, short: &str) -> bool {
        let id = record_id(short);
        id.is_some_and(|id| self.records.get(&id.writer.to_string()).is_some_and(|count| id.n < *count))
    }
}

/// The whole key of the origin of a workspace.
pub(crate) fn origin_key(key: WorkspaceKey) -> String {
    format!("{}{KEY}", workspace_prefix(key))
}

impl<S: KeyValue + Clone> Site<S> {
    /// The origin of a workspace, if it is a run of a scenario.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn origin(&self, key: WorkspaceKey) -> Result<Option<Origin>, StorageError> {
        let text = self.storage().get(&origin_key(key))?;
        Ok(text.and_then(|text| Origin::parse(&text)))
    }

    /// Whether a workspace is a run in which nothing was done yet: it holds exactly what it began with.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn is_untouched_run(&self, key: WorkspaceKey) -> Result<bool, StorageError> {
        let Some(origin) = self.origin(key)? else { return Ok(false) };
        let prefix = workspace_prefix(key);
        let keys = self.keys_of(key)?;
        let is_expected = |short: &str| short == KEY || origin.began_with(short);
        let is_all = keys.len() == origin.len() + 1;
        Ok(is_all && keys.iter().all(|full| full.strip_prefix(&prefix).is_some_and(is_expected)))
    }

    /// The runs of the scenario with this id in which nothing was done yet. Every run is read.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn untouched_runs(&self, scenario: &str) -> Result<Vec<WorkspaceKey>, StorageError> {
        let mut runs = Vec::new();
        for key in self.keys()? {
            let is_run = self.origin(key)?.is_some_and(|origin| origin.setup.id == scenario);
            if is_run && self.is_untouched_run(key)? {
                runs.push(key);
            }
        }
        Ok(runs)
    }
}
