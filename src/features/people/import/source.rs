//! The source of an import: a pasted list or a file, decoded and read as a table.

use std::rc::Rc;

use interchange::directory::{JsonFault, JsonReader, Mapping, SIZE_LIMIT, Table};
use interchange::encoding::{Decoded, Encoding, decode};
use interchange::file_kind::{self, FileKind};

use super::slices::Slices;

/// The people of JSON that are read between two looks at the clock.
const PEOPLE: usize = 100;

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
    /// Whether another source has the same bytes, perhaps in another encoding.
    pub fn is_same_file(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bytes, &other.bytes)
    }

    /// Reads the table in slices, so that the page stays usable meanwhile. Returns `None` if the slices have ended before.
    pub async fn read(&self, slices: &mut Slices) -> Option<Result<Content, Unreadable>> {
        if self.bytes.len() > SIZE_LIMIT {
            return Some(Err(Unreadable::TooLarge));
        }
        let kind = file_kind::recognize(&self.bytes);
        if let Some(kind) = kind.filter(|kind| *kind != FileKind::Json) {
            return Some(Err(Unreadable::Wrong(kind)));
        }
        let Ok(decoded) = decode(&self.bytes, self.encoding) else { return Some(Err(Unreadable::NotText)) };
        slices.next().await?;
        let table = match kind {
            Some(kind) => read_json(&decoded.text, slices)
                .await?
                .map_err(Unreadable::Json)
                .and_then(|table| table.ok_or(Unreadable::Wrong(kind))),
            None => Ok(Table::read(&decoded.text)),
        };
        slices.next().await?;
        Some(table.and_then(|table| {
            if table.is_empty() {
                return Err(Unreadable::Blank);
            }
            let guess = table.guess();
            Ok(Content { decoded, table, guess })
        }))
    }
}

async fn read_json(text: &str, slices: &mut Slices) -> Option<Result<Option<Table>, JsonFault>> {
    let mut reader = match JsonReader::new(text) {
        Ok(Some(reader)) => reader,
        Ok(None) => return Some(Ok(None)),
        Err(fault) => return Some(Err(fault)),
    };
    loop {
        slices.next().await?;
        match reader.step(PEOPLE) {
            Ok(false) => {}
            Ok(true) => return Some(reader.finish().map(Some)),
            Err(fault) => return Some(Err(fault)),
        }
    }
}
