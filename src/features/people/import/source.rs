//! The source of an import: a pasted list or a file, decoded and read as a table.

use std::rc::Rc;

use interchange::directory::{JsonFault, Mapping, SIZE_LIMIT, Table};
use interchange::encoding::{Decoded, Encoding, decode};
use interchange::file_kind::{self, FileKind};

/// A list or a file.
#[derive(Clone, PartialEq)]
pub struct Source {
    /// The name of the file, or `None` for a pasted list.
    pub file: Option<String>,
    pub bytes: Rc<[u8]>,
    /// The chosen encoding, or `None` for the likely one.
    pub encoding: Option<Encoding>,
}

/// A table, and what was guessed.
pub struct Content {
    pub decoded: Decoded,
    pub table: Table,
    pub guess: Mapping,
}

/// The reason why there is no table.
#[derive(Clone, PartialEq)]
pub enum Unreadable {
    TooLarge,
    /// It is a file of another kind.
    Wrong(FileKind),
    Json(JsonFault),
    NotText,
    Blank,
}

impl Source {
    pub fn read(&self) -> Result<Rc<Content>, Unreadable> {
        if self.bytes.len() > SIZE_LIMIT {
            return Err(Unreadable::TooLarge);
        }
        let kind = file_kind::recognize(&self.bytes);
        if let Some(kind) = kind.filter(|kind| *kind != FileKind::Json) {
            return Err(Unreadable::Wrong(kind));
        }
        let decoded = decode(&self.bytes, self.encoding).map_err(|_| Unreadable::NotText)?;
        let table = match kind {
            Some(kind) => Table::read_json(&decoded.text).map_err(Unreadable::Json)?.ok_or(Unreadable::Wrong(kind))?,
            None => Table::read(&decoded.text),
        };
        if table.is_empty() {
            return Err(Unreadable::Blank);
        }
        let guess = table.guess();
        Ok(Rc::new(Content { decoded, table, guess }))
    }
}
