//! The fields of *Log artifact*, with the text as typed, and the version that they describe.

use std::rc::Rc;

use domain::{
    Alias, ArtifactName, ArtifactType, Description, File, FileDigest, FilePath, Manifest, Metadata, MetadataFault,
    NewRun, NewVersion, PathFault, ProjectId, RunName, Tag, TextFault, VersionRef, View, parse_list, trim,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::inputs::find_version;
use crate::forms::form::{Fields, KEPT_BYTES};

/// The greatest number of files that a draft in the tab's storage keeps. Those of a larger folder are read again.
const KEPT_FILES: usize = 2000;

/// Files that were read, without their bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadFiles(pub Rc<Vec<File>>);

impl Serialize for ReadFiles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kept = if self.0.len() > KEPT_FILES { &[] } else { &**self.0 };
        serializer.collect_seq(kept.iter().map(|file| (file.path.as_str(), file.size, file.digest.to_string())))
    }
}

impl<'de> Deserialize<'de> for ReadFiles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Vec::<(String, u64, String)>::deserialize(deserializer)?.into_iter();
        let files = kept.filter_map(|(path, size, digest)| {
            Some(File { path: FilePath::parse(&path).ok()?, size, digest: FileDigest::parse(&digest)? })
        });
        Ok(Self(Rc::new(files.collect())))
    }
}

impl ReadFiles {
    /// These files and more. A file that is read again replaces the earlier one.
    #[must_use]
    pub fn with(&self, more: Vec<File>) -> Self {
        let paths: std::collections::HashSet<FilePath> = more.iter().map(|file| file.path.clone()).collect();
        let kept = self.0.iter().filter(|file| !paths.contains(&file.path)).cloned();
        Self(Rc::new(kept.chain(more.iter().cloned()).collect()))
    }
}

/// The fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogFields {
    pub name: String,
    pub artifact_type: String,
    pub description: String,
    pub metadata: String,
    pub tags: String,
    pub aliases: String,
    pub run: String,
    /// One reference a line.
    pub inputs: String,
    pub files: ReadFiles,
    /// One file a line: path, size, digest.
    pub by_hand: String,
}

impl Fields for LogFields {
    fn is_kept(&self) -> bool {
        self.metadata.len() + self.by_hand.len() <= KEPT_BYTES
    }
}

/// A text field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Name,
    ArtifactType,
    Description,
    Metadata,
    Tags,
    Aliases,
    Run,
    Inputs,
    ByHand,
}

impl LogFields {
    pub fn value_mut(&mut self, input: Input) -> &mut String {
        match input {
            Input::Name => &mut self.name,
            Input::ArtifactType => &mut self.artifact_type,
            Input::Description => &mut self.description,
            Input::Metadata => &mut self.metadata,
            Input::Tags => &mut self.tags,
            Input::Aliases => &mut self.aliases,
            Input::Run => &mut self.run,
            Input::Inputs => &mut self.inputs,
            Input::ByHand => &mut self.by_hand,
        }
    }
}

/// A fault of the files.
#[derive(Clone, Debug, PartialEq)]
pub enum FilesFault {
    /// A line is not a path, a size and a digest.
    Line(usize),
    /// The path in a line is none.
    Path(usize, PathFault),
    /// The size in a line is no whole number.
    Size(usize),
    /// The digest in a line is none.
    Digest(usize),
    /// The same path twice with different content.
    Twice(FilePath),
}

/// The manifest of the read files and of those in `by_hand`.
pub fn parse_files(read: &ReadFiles, by_hand: &str) -> Result<Manifest, FilesFault> {
    let lines = by_hand.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let typed = lines.map(|(index, line)| parse_line(index + 1, line));
    let typed: Vec<File> = typed.collect::<Result<_, _>>()?;
    let all = read.0.iter().cloned().chain(typed).collect();
    Manifest::new(all).map_err(|twice| FilesFault::Twice(twice.path))
}

/// The path may contain blanks, so the line is read from its end.
fn parse_line(number: usize, line: &str) -> Result<File, FilesFault> {
    let pop = |line| -> Option<(&str, &str)> { str::trim_end(line).rsplit_once(char::is_whitespace) };
    let (rest, digest) = pop(line).ok_or(FilesFault::Line(number))?;
    let (path, size) = pop(rest).ok_or(FilesFault::Line(number))?;
    Ok(File {
        path: FilePath::parse(path.trim_end()).map_err(|fault| FilesFault::Path(number, fault))?,
        size: size.parse().map_err(|_| FilesFault::Size(number))?,
        digest: FileDigest::parse(digest).ok_or(FilesFault::Digest(number))?,
    })
}

/// The faults of the fields. A missing one is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogFaults {
    pub name: Option<TextFault>,
    pub artifact_type: Option<TextFault>,
    pub description: Option<TextFault>,
    pub metadata: Option<MetadataFault>,
    /// The faulty tag, and its fault.
    pub tags: Option<(String, TextFault)>,
    /// The faulty alias, and its fault.
    pub aliases: Option<(String, TextFault)>,
    pub run: Option<TextFault>,
    /// The reference that leads to no version that the account sees.
    pub inputs: Option<String>,
    /// Inputs belong to a run, and none is named.
    pub needs_run: bool,
    pub files: Option<FilesFault>,
}

/// Parses the fields into a version of the project.
pub fn parse(
    view: &View,
    project: &ProjectId,
    fields: &LogFields,
    metadata: &Result<Metadata, MetadataFault>,
    files: &Result<Manifest, FilesFault>,
) -> Result<NewVersion, Box<LogFaults>> {
    let mut faults = LogFaults::default();
    let name = ArtifactName::parse(&fields.name).map_err(|fault| faults.name = Some(fault));
    let artifact_type = ArtifactType::parse(&fields.artifact_type).map_err(|fault| faults.artifact_type = Some(fault));
    let description = Description::parse(&fields.description).map_err(|fault| faults.description = Some(fault));
    let metadata = metadata.clone().map_err(|fault| faults.metadata = Some(fault));
    let tags = parse_list(&fields.tags, Tag::parse).map_err(|fault| faults.tags = Some(fault));
    let aliases = parse_list(&fields.aliases, Alias::parse).map_err(|fault| faults.aliases = Some(fault));
    let inputs = parse_inputs(view, &fields.inputs).map_err(|text| faults.inputs = Some(text));
    let run = match (trim(&fields.run).is_empty(), &inputs) {
        (true, Ok(inputs)) if inputs.is_empty() => Ok(None),
        (true, Ok(_)) => {
            faults.needs_run = true;
            Err(())
        }
        (_, inputs) => {
            let name = RunName::parse(&fields.run).map_err(|fault| faults.run = Some(fault));
            name.map(|name| Some(NewRun { name, inputs: inputs.clone().unwrap_or_default() }))
        }
    };
    let files = files.clone().map_err(|fault| faults.files = Some(fault));
    match (name, artifact_type, description, metadata, tags, aliases, run, files) {
        (Ok(name), Ok(artifact_type), Ok(description), Ok(metadata), Ok(tags), Ok(aliases), Ok(run), Ok(files))
            if inputs.is_ok() =>
        {
            Ok(NewVersion {
                project: project.clone(),
                name,
                artifact_type,
                description,
                metadata,
                tags: tags.into_iter().collect(),
                aliases,
                files,
                run,
            })
        }
        _ => Err(Box::new(faults)),
    }
}

fn parse_inputs(view: &View, typed: &str) -> Result<Vec<VersionRef>, String> {
    let references = typed.lines().map(trim).filter(|line| !line.is_empty());
    references.map(|text| find_version(view, text).ok_or_else(|| text.to_owned())).collect()
}

/// About how many characters the record of these files takes in the storage, besides about 500 of the other fields.
pub fn stored_size(files: &Manifest) -> usize {
    const FORM: usize = "{\"path\":\"\",\"size\":,\"digest\":\"kAFQmDzST7DWlj99KOF/cg==\"},".len();
    files.files().iter().map(|file| FORM + file.path.as_str().chars().count() + file.size.to_string().len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGEST: &str = "1B2M2Y8AsgTpgAmY7PhCfg==";

    fn parsed(lines: &str) -> Result<Manifest, FilesFault> {
        parse_files(&ReadFiles::default(), lines)
    }

    #[test]
    fn a_line_is_a_path_a_size_and_a_digest() {
        let manifest = parsed(&format!("a b/한.bin\t12 {DIGEST}\n\n  \nb  0  {DIGEST}  ")).unwrap();
        let files: Vec<(&str, u64)> = manifest.files().iter().map(|file| (file.path.as_str(), file.size)).collect();
        assert_eq!(files, [("a b/한.bin", 12), ("b", 0)]);
    }

    #[test]
    fn a_faulty_line_is_named_by_its_number() {
        assert_eq!(parsed("\na"), Err(FilesFault::Line(2)));
        assert_eq!(parsed(&format!("a {DIGEST}")), Err(FilesFault::Line(1)));
        assert_eq!(parsed("a 1 x"), Err(FilesFault::Digest(1)));
        assert_eq!(parsed(&format!("a -1 {DIGEST}")), Err(FilesFault::Size(1)));
        assert_eq!(parsed(&format!("../a 1 {DIGEST}")), Err(FilesFault::Path(1, PathFault::Parent)));
    }

    #[test]
    fn the_same_path_twice_counts_once_if_its_content_is_the_same() {
        assert_eq!(parsed(&format!("a 0 {DIGEST}\n./a 0 {DIGEST}")).unwrap().files().len(), 1);
        let twice = parsed(&format!("a 0 {DIGEST}\na 1 kAFQmDzST7DWlj99KOF/cg=="));
        assert!(matches!(twice, Err(FilesFault::Twice(path)) if path.as_str() == "a"));
    }

    #[test]
    fn a_draft_keeps_read_files_but_those_of_a_large_folder() {
        let file =
            |name: String| File { path: FilePath::parse(&name).unwrap(), size: 3, digest: FileDigest::of(b"abc") };
        for (count, kept) in [(2, 2), (KEPT_FILES, KEPT_FILES), (KEPT_FILES + 1, 0)] {
            let files = (0..count).map(|nth| file(format!("f{nth}"))).collect();
            let fields = LogFields { files: ReadFiles::default().with(files), ..LogFields::default() };
            let read: LogFields = serde_json::from_str(&serde_json::to_string(&fields).unwrap()).unwrap();
            assert_eq!(read.files.0.len(), kept);
        }
    }
}
