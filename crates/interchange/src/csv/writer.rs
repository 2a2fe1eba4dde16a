//! Writes tables. No cell looks like a formula to a spreadsheet, and reading takes the escape off.

use super::{dialect, is_blank};

/// The delimiters at which a spreadsheet may split a cell, even within quotes.
pub(super) const SPLITTING: [char; 3] = [',', ';', '\t'];

/// Writes a table with a byte order mark and lines that end in CR LF (RFC 4180). Without the mark, Excel reads Korean names in
/// a legacy encoding.
pub(crate) struct Writer(csv::Writer<Vec<u8>>);

impl Writer {
    pub fn new() -> Self {
        let mut builder = csv::WriterBuilder::new();
        // The cells are quoted by `quoted`, because the crate cannot be told of more characters that need it.
        builder.flexible(true).terminator(csv::Terminator::CRLF).quote_style(csv::QuoteStyle::Never);
        Self(builder.from_writer("\u{feff}".into()))
    }

    /// Adds a line of cells, with formulas escaped.
    #[expect(
        clippy::expect_used,
        reason = "only a device refuses bytes, and only lines of fixed length have a wrong one"
    )]
    pub fn write<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let cells = cells.into_iter().map(|cell| quoted(escape_formulas(cell)));
        self.0.write_record(cells).expect("memory takes lines of any length");
    }

    /// The text of the table.
    #[expect(clippy::expect_used, reason = "only a device refuses bytes, and no cell is anything but text")]
    pub fn finish(self) -> String {
        let bytes = self.0.into_inner().expect("memory takes what was buffered");
        String::from_utf8(bytes).expect("cells of text make a text")
    }
}

/// Quotes a cell if a reader could split it, or take its own quotes for the table's. A program that expects semicolons
/// splits unquoted cells at them.
fn quoted(cell: String) -> String {
    let begins_with_blank = cell.chars().next().is_some_and(|c| is_blank(c) || dialect::is_opening_quote(c));
    if begins_with_blank || cell.contains(['"', ',', ';', '\r', '\n', '，', '；']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

/// Puts an apostrophe before each piece of the cell that looks like a formula.
fn escape_formulas(cell: &str) -> String {
    let escape = |piece| if looks_like_formula(piece) { "'" } else { "" };
    cell.split_inclusive(SPLITTING).flat_map(|piece| [escape(piece), piece]).collect()
}

/// Whether a piece of a cell looks like a formula to a spreadsheet: after any apostrophes, quotes and spaces it begins with
/// `=`, `+`, `-`, `@` (or a wide form of them, for some programs), a tab or a line end.
///
/// A piece also begins after a delimiter, because a spreadsheet that expects semicolons splits a cell at them, even within
/// quotes. An apostrophe before a piece does not change the result, so unescaping reverses escaping exactly, and `'t Hooft`
/// stays unchanged.
fn looks_like_formula(piece: &str) -> bool {
    const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    piece.trim_start_matches(['\'', '"', ' ']).starts_with(BEGINNINGS)
}

/// Removes the apostrophes of [`escape_formulas`], and the formula `="…"`, by which programs keep a spreadsheet from reading a
/// text as a number.
pub(super) fn unescape_formulas(cell: String) -> String {
    if let Some(text) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'))
        && !text.replace("\"\"", "").contains('"')
    {
        return text.replace("\"\"", "\"");
    }
    if !cell.contains('\'') {
        return cell;
    }
    let unescape = |piece| if looks_like_formula(piece) { piece.strip_prefix('\'') } else { None };
    cell.split_inclusive(SPLITTING).map(|piece| unescape(piece).unwrap_or(piece)).collect()
}
