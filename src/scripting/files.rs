//! Files that a script hands over, and their digests.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{File, FileDigest, FilePath, Manifest};

use super::error::Answer;
use super::types::action;
use super::types::problem::{Failure, Malformation};

/// The manifest of the files at `at`.
pub fn manifest(files: Option<Vec<action::File>>, at: &str) -> Answer<Manifest> {
    let files = files.unwrap_or_default().into_iter().enumerate();
    let files: Answer<Vec<File>> = files.map(|(index, given)| file(given, &format!("{at}[{index}]"), index)).collect();
    Manifest::new(files?).map_err(|twice| Failure::path_twice(&twice))
}

/// Either a digest with a size, a text or base64.
fn file(given: action::File, at: &str, index: usize) -> Answer<File> {
    let malformed =
        |problem, field: &str, expected| Err(Failure::malformed(problem, &format!("{at}{field}"), expected));
    let path = FilePath::parse(&given.path).map_err(|fault| Failure::invalid_path(fault, index))?;
    let content = match (given.digest, given.size, given.text, given.base64) {
        (Some(digest), Some(size), None, None) => {
            let digest = FileDigest::parse(&digest).ok_or_else(|| Failure::invalid_digest(index))?;
            return Ok(File { path, size: size.0, digest });
        }
        (Some(_), None, None, None) => return malformed(Malformation::MissingField, ".size", "a whole number"),
        (None, Some(_), None, None) => return malformed(Malformation::MissingField, ".digest", "a string"),
        (None, None, Some(text), None) => text.into_bytes(),
        (None, None, None, Some(base64)) => match STANDARD.decode(base64) {
            Ok(bytes) => bytes,
            Err(_) => return malformed(Malformation::WrongType, ".base64", "base64"),
        },
        (None, None, None, None) => {
            return malformed(Malformation::MissingField, ".digest", "digest with size, text or base64");
        }
        _ => return malformed(Malformation::UnknownField, "", "either digest with size, or text, or base64"),
    };
    Ok(File { path, size: content.len() as u64, digest: FileDigest::of(&content) })
}
