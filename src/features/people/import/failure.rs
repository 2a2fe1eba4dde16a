//! The reasons for a missing preview or a failed import, in words.

use domain::View;
use interchange::directory::SIZE_LIMIT;

use super::source::Unreadable;
use super::text::ImportText;
use crate::i18n::Catalog;
use crate::state::ChangeError;
use crate::widgets::denials::change_error;
use crate::widgets::wrong_file::wrong_table;

/// The reason for a missing preview or a failed import.
#[derive(Clone, PartialEq)]
pub enum Failure {
    Empty,
    NoFile,
    Change(ChangeError),
    NotDownloaded,
}

pub fn failure_text(view: &View, failure: &Failure, text: &Catalog) -> String {
    let words = ImportText::of(text.language);
    match failure {
        Failure::Empty => words.empty.to_owned(),
        Failure::NoFile => words.no_file.to_owned(),
        Failure::Change(error) => change_error(view, error, text),
        Failure::NotDownloaded => words.export_failed.to_owned(),
    }
}

pub fn unreadable_text(reason: &Unreadable, text: &Catalog) -> String {
    let words = ImportText::of(text.language);
    match reason {
        Unreadable::TooLarge => (words.too_large)(SIZE_LIMIT / 1_000_000),
        Unreadable::Wrong(kind) => wrong_table(*kind, text.language).to_owned(),
        Unreadable::Json(fault) => (words.json_fault)(fault),
        Unreadable::NotText => words.not_text.to_owned(),
        Unreadable::Blank => words.blank.to_owned(),
    }
}
