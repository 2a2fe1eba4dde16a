//! The files of a version, without their bytes: the manifest, and the digests that W&B's client computes.

use std::fmt;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest as _, Md5};

use crate::FilePath;

/// The digest of a file: the MD5 of its bytes, written in base64 (S).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileDigest([u8; 16]);

impl FileDigest {
    /// Reads a digest as it is written: exactly the base64 of 16 bytes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        STANDARD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Md5::digest(bytes).into())
    }
}

impl fmt::Display for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0))
    }
}

impl fmt::Debug for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Computes the digest of a file that is read piece by piece.
#[derive(Clone, Debug, Default)]
pub struct FileHasher {
    state: Md5,
    size: u64,
}

impl FileHasher {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.state.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// The number of bytes so far.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The digest of all bytes.
    #[must_use]
    pub fn finish(self) -> FileDigest {
        FileDigest(self.state.finalize().into())
    }
}

/// The digest of an artifact: the MD5 of the paths and digests of its files, written in hexadecimal (S).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArtifactDigest([u8; 16]);

impl fmt::Display for ArtifactDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ArtifactDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A file of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path, unique in its version.
    pub path: FilePath,
    /// The number of bytes.
    pub size: u64,
    /// The digest of the bytes.
    pub digest: FileDigest,
}

/// The same path twice with different content. It has the position of the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTwice {
    /// The path.
    pub path: FilePath,
    /// The position of the second file with it.
    pub index: usize,
}

/// The files of a version, sorted by path, with their digest. Without files it is the empty manifest (R).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    files: Rc<[File]>,
    digest: ArtifactDigest,
    size: u64,
}

impl Default for Manifest {
    fn default() -> Self {
        Self::of_sorted(Vec::new())
    }
}

impl Manifest {
    /// The manifest of these files in any order. The same file twice counts once (S).
    ///
    /// # Errors
    /// [`PathTwice`] for the first path that repeats an earlier one with different content.
    pub fn new(files: Vec<File>) -> Result<Self, PathTwice> {
        let mut numbered: Vec<(usize, File)> = files.into_iter().enumerate().collect();
        // `str` is compared by bytes, which for UTF-8 is the order of code points.
        numbered.sort_by(|(_, one), (_, other)| one.path.cmp(&other.path));
        let is_other =
            |[(_, one), (_, other)]: &[(usize, File); 2]| one.path == other.path && one.digest != other.digest;
        let twice =
            numbered.array_windows().filter(|pair| is_other(pair)).map(|[_, (index, file)]| (*index, &file.path));
        if let Some((index, path)) = twice.min_by_key(|(index, _)| *index) {
            return Err(PathTwice { path: path.clone(), index });
        }
        Ok(Self::from_stored(numbered.into_iter().map(|(_, file)| file).collect()))
    }

    /// Takes stored files without a check.
    pub(crate) fn from_stored(mut files: Vec<File>) -> Self {
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files.dedup_by(|other, one| other.path == one.path);
        Self::of_sorted(files)
    }

    fn of_sorted(files: Vec<File>) -> Self {
        let mut manifest = Md5::new();
        manifest.update("wandb-artifact-manifest-v1\n");
        for file in &files {
            manifest.update(format!("{}:{}\n", file.path, file.digest));
        }
        let size = files.iter().fold(0, |size: u64, file| size.saturating_add(file.size));
        Self { files: files.into(), digest: ArtifactDigest(manifest.finalize().into()), size }
    }

    /// The files, sorted by path.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The digest of the artifact.
    #[must_use]
    pub fn digest(&self) -> ArtifactDigest {
        self.digest
    }

    /// The number of bytes of all files.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }
}
