//! A workspace as a file: every value as it is in storage, readable or not, so that reading the file back gives the same
//! organization, and loses nothing that this program cannot read.

use journal::{KeyValue, SaveError, StorageError, WorkspaceKey};
use json::{member, members, number, quoted, string};
use thiserror::Error;

use crate::Site;
use crate::site::workspace_prefix;

const FORMAT: &str = "registrar";
const VERSION: u64 = 1;

type Values = Vec<(String, String)>;

/// The values of a workspace, with their keys without what names the workspace, in the order of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    values: Values,
}

/// What a file says, as JSON. The crash screen writes the same form without this program.
struct File {
    /// The key of the workspace that was downloaded; it gets another when it is read back.
    workspace: String,
    values: Values,
}

/// Why a file cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ArchiveFault {
    /// It is not a file that Registrar has written, or it was damaged since.
    #[error("the file was not written by Registrar, or is damaged")]
    Foreign,
    /// A newer Registrar wrote it.
    #[error("the file has version {0}")]
    Newer(u64),
    /// It holds no records.
    #[error("the file holds no records")]
    Empty,
    /// It was downloaded while no workspace was current, and holds several.
    #[error("the file holds several workspaces")]
    Several,
    /// What it holds could not be kept; nothing of it is in storage.
    #[error("what the file holds could not be kept")]
    NotSaved(SaveError),
}

impl Archive {
    /// Everything that a workspace has in storage.
    ///
    /// # Errors
    /// [`StorageError`] if the storage cannot be read.
    pub fn of<S: KeyValue + Clone>(site: &Site<S>, key: WorkspaceKey) -> Result<Self, StorageError> {
        let prefix = workspace_prefix(key);
        let values = site.values(key)?;
        let short = |(key, value): (String, String)| Some((key.strip_prefix(&prefix)?.to_owned(), value));
        Ok(Self { values: values.into_iter().filter_map(short).collect() })
    }

    /// The archive that a file holds.
    ///
    /// # Errors
    /// [`ArchiveFault`], and of these any but `NotSaved`.
    pub fn parse(text: &str) -> Result<Self, ArchiveFault> {
        let fields = members(text).ok_or(ArchiveFault::Foreign)?;
        let version = version(&fields).ok_or(ArchiveFault::Foreign)?;
        if version > VERSION {
            return Err(ArchiveFault::Newer(version));
        }
        let file = File::read(&fields).ok_or(ArchiveFault::Foreign)?;
        let values = if file.workspace.is_empty() { the_only_workspace(file.values)? } else { file.values };
        if values.is_empty() {
            return Err(ArchiveFault::Empty);
        }
        Ok(Self { values })
    }

    /// The text of the file. `exported` is when it was written: UTC milliseconds.
    #[must_use]
    pub fn to_text(&self, workspace: WorkspaceKey, exported: i64) -> String {
        let mut values = String::new();
        for (key, value) in &self.values {
            let comma = if values.is_empty() { "" } else { "," };
            values += &format!("{comma}\n    {}: {}", quoted(key), quoted(value));
        }
        format!(
            r#"{{
  "format": "{FORMAT}",
  "version": {VERSION},
  "workspace": "{workspace}",
  "exported": {exported},
  "values": {{{values}
  }}
}}"#
        )
    }

    /// Puts the values into storage as a workspace of their own, under a key that nobody uses. It becomes current only
    /// when it is told to.
    ///
    /// # Errors
    /// [`ArchiveFault::NotSaved`]; whatever was written is taken away again.
    pub fn restore<S: KeyValue + Clone>(&self, site: &Site<S>, key: WorkspaceKey) -> Result<(), ArchiveFault> {
        self.write(site, key).map_err(|error| {
            // A failing storage may fail here as well. What stays then is listed among the earlier workspaces.
            let _ = site.discard(key);
            ArchiveFault::NotSaved(error)
        })
    }

    fn write<S: KeyValue + Clone>(&self, site: &Site<S>, key: WorkspaceKey) -> Result<(), SaveError> {
        let prefix = workspace_prefix(key);
        for (short, value) in &self.values {
            let full = format!("{prefix}{short}");
            site.storage().set(&full, value)?;
            if site.storage().get(&full)?.as_deref() != Some(value.as_str()) {
                return Err(SaveError::NotKept);
            }
        }
        Ok(())
    }
}

/// What is asked of any file before its values are: its version.
fn version(fields: &[(String, &str)]) -> Option<u64> {
    member(fields, "format").and_then(string).filter(|format| format == FORMAT)?;
    number(member(fields, "version")?)
}

impl File {
    /// What a file of this version says. The fields that it may lack were not always there.
    fn read(fields: &[(String, &str)]) -> Option<Self> {
        let mut file = Self { workspace: String::new(), values: Vec::new() };
        if has(fields, "workspace") {
            file.workspace = string(member(fields, "workspace")?)?;
        }
        if has(fields, "exported") {
            number::<i64>(member(fields, "exported")?)?;
        }
        for (key, value) in members(member(fields, "values")?)? {
            file.values.push((key, string(value)?));
        }
        file.values.sort_by(|(one, _), (other, _)| one.cmp(other));
        // Where a key stands twice, what stands last counts.
        file.values.reverse();
        file.values.dedup_by(|(one, _), (other, _)| one == other);
        file.values.reverse();
        Some(file)
    }
}

fn has(fields: &[(String, &str)], name: &str) -> bool {
    fields.iter().any(|(other, _)| other == name)
}

/// The values of the one workspace that full keys speak of.
fn the_only_workspace(values: Values) -> Result<Values, ArchiveFault> {
    let mut workspace: Option<String> = None;
    let mut short = Vec::new();
    for (key, value) in values {
        let Some((name, rest)) = key.split_once(':') else { continue };
        if name.parse::<WorkspaceKey>().is_err() {
            continue;
        }
        if workspace.get_or_insert_with(|| name.to_owned()) != name {
            return Err(ArchiveFault::Several);
        }
        short.push((rest.to_owned(), value));
    }
    Ok(short)
}
