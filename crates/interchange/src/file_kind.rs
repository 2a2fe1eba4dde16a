//! Recognizes the kind of a file by its first bytes, so that a message can say where it belongs.

use crate::saved_page;

/// A kind of file that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A saved organization of Registrar, also in a page, or a scenario.
    Archive,
    /// A saved organization whose end is missing.
    CutArchive,
    /// A workbook of Excel, or of another program in its format.
    Excel,
    /// A workbook in the format of LibreOffice.
    OpenDocument,
    /// A document of a word processor, or slides.
    Document,
    /// Another compressed file.
    Compressed,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A web page.
    Html,
    /// XML.
    Xml,
    /// JSON of another program.
    Json,
    /// Contacts in vCard.
    VCard,
    /// Entries of a directory server in LDIF.
    Ldif,
}

/// The number of bytes that are examined.
const EXAMINED: usize = 4_000;

/// The number of bytes at the end that are examined.
const END: usize = 64_000;

/// The kind of a file, or `None` if it is a text or a table.
#[must_use]
pub fn recognize(bytes: &[u8]) -> Option<FileKind> {
    let start = bytes.get(..EXAMINED).unwrap_or(bytes);
    let contains = |word: &[u8]| start.windows(word.len()).any(|window| window == word);
    let is_office = contains(b"[Content_Types].xml");
    // The names of all parts are in the directory of the archive, at its end.
    let end = bytes.get(bytes.len().saturating_sub(END)..).unwrap_or(bytes);
    let has_part = |name: &[u8]| end.windows(name.len()).any(|window| window == name);
    let by_magic = match start {
        [b'P', b'K', 3 | 5, 4 | 6, ..] if contains(b"oasis.opendocument.spreadsheet") => Some(FileKind::OpenDocument),
        [b'P', b'K', 3 | 5, 4 | 6, ..] if contains(b"oasis.opendocument") => Some(FileKind::Document),
        [b'P', b'K', 3 | 5, 4 | 6, ..] if is_office && (has_part(b"word/") || has_part(b"ppt/")) => {
            Some(FileKind::Document)
        }
        [b'P', b'K', 3 | 5, 4 | 6, ..] if is_office || contains(b"xl/") => Some(FileKind::Excel),
        // Numbers and Pages.
        [b'P', b'K', 3 | 5, 4 | 6, ..] if has_part(b"Index/Document.iwa") => Some(FileKind::Document),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(FileKind::Document),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(FileKind::Compressed),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(FileKind::Excel),
        // A table can begin with `BZh`, so the magic number of the first block counts as well.
        [b'B', b'Z', b'h', b'1'..=b'9', b'1', b'A', b'Y', ..] => Some(FileKind::Compressed),
        [0x1f, 0x8b, ..] | [0xfd, b'7', b'z', b'X', ..] | [b'7', b'z', 0xbc, 0xaf, ..] => Some(FileKind::Compressed),
        [0x28, 0xb5, 0x2f, 0xfd, ..] | [b'R', b'a', b'r', b'!', ..] => Some(FileKind::Compressed),
        // LZ4, and tar by the mark in its first header.
        [0x04, 0x22, 0x4d, 0x18, ..] => Some(FileKind::Compressed),
        _ if start.get(257..262) == Some(b"ustar") => Some(FileKind::Compressed),
        [b'%', b'P', b'D', b'F', ..] => Some(FileKind::Pdf),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => Some(FileKind::Picture),
        _ => None,
    };
    by_magic.or_else(|| by_text(&text_of(start), bytes))
}

/// The beginning as a text: UTF-8, or UTF-16 if it begins with that mark.
fn text_of(start: &[u8]) -> String {
    let read: fn([u8; 2]) -> u16 = match start {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return String::from_utf8_lossy(start).into_owned(),
    };
    let units = start.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(read);
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn by_text(start: &str, bytes: &[u8]) -> Option<FileKind> {
    let start = start.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let begins = |word: &str| start.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    let after_first = start.get(1..).unwrap_or_default().trim_start();
    if begins("{") && (after_first.starts_with(['"', '}']) || after_first.is_empty()) {
        let compact: String = start.chars().filter(|c| !c.is_whitespace()).collect();
        let formats = ["\"format\":\"registrar\"", "\"format\":\"registrar-scenario\""];
        if !formats.iter().any(|format| compact.contains(format)) {
            return Some(FileKind::Json);
        }
        // In UTF-16 each of these characters has a zero.
        let end = bytes.iter().rev().find(|byte| !byte.is_ascii_whitespace() && **byte != 0);
        return Some(if end == Some(&b'}') { FileKind::Archive } else { FileKind::CutArchive });
    }
    if begins("[") && after_first.starts_with(['{', '[', ']', '"']) {
        return Some(FileKind::Json);
    }
    if begins("<!doctype html") || begins("<html") || begins("<table") || begins("<meta") {
        let holds_organization = || saved_page::organization_in(&String::from_utf8_lossy(bytes)).is_some();
        return Some(if holds_organization() { FileKind::Archive } else { FileKind::Html });
    }
    if begins("<?xml") {
        return Some(FileKind::Xml);
    }
    if begins("BEGIN:VCARD") {
        return Some(FileKind::VCard);
    }
    (begins("dn: ") || begins("dn:: ") || begins("version: 1\ndn:")).then_some(FileKind::Ldif)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_recognized_by_their_first_bytes() {
        for (bytes, kind) in [
            (b"PK\x03\x04....[Content_Types].xml".as_slice(), Some(FileKind::Excel)),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Some(FileKind::OpenDocument)),
            (b"PK\x03\x04....people.csv", Some(FileKind::Compressed)),
            (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", Some(FileKind::Excel)),
            (b"PK\x03\x04....[Content_Types].xml....word/document.xml", Some(FileKind::Document)),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", Some(FileKind::Document)),
            (b"PK\x03\x04....Index/Document.iwa", Some(FileKind::Document)),
            (b"{\\rtf1\\ansi Names}", Some(FileKind::Document)),
            (b"\x04\x22\x4d\x18\x64", Some(FileKind::Compressed)),
            (
                b"\xff\xfe{\0\"\0f\0o\0r\0m\0a\0t\0\"\0:\0\"\0r\0e\0g\0i\0s\0t\0r\0a\0r\0\"\0}\0\n\0",
                Some(FileKind::Archive),
            ),
            (b"\xff\xfen\0a\0m\0e\0", None),
            (b"\x1f\x8b\x08", Some(FileKind::Compressed)),
            (b"BZh91AY&SY", Some(FileKind::Compressed)),
            (b"BZhang,bzhang@example.com", None),
            (b"\xd0\xcf\x11\xe0\xa1", Some(FileKind::Excel)),
            (b"%PDF-1.7", Some(FileKind::Pdf)),
            (b"\x89PNG\r\n", Some(FileKind::Picture)),
            (b"\xef\xbb\xbf {\n \"format\": \"registrar\", \"values\": {}}\n", Some(FileKind::Archive)),
            (b"{\"format\":\"registrar\",\"values\":{\"a", Some(FileKind::CutArchive)),
            (b"{\"format\": \"registrar-scenario\", \"scenario\": {}}", Some(FileKind::Archive)),
            (b"{\"users\":[]}", Some(FileKind::Json)),
            (b"[{\"userName\":\"dana\"}]", Some(FileKind::Json)),
            (b"<!DOCTYPE html><table>", Some(FileKind::Html)),
            (
                b"<!doctype html><script type=\"application/json\" id=\"registrar-original\" data-id=\"k\">{}</script>",
                Some(FileKind::Archive),
            ),
            (b"<?xml version=\"1.0\"?>", Some(FileKind::Xml)),
            (b"BEGIN:VCARD\r\n", Some(FileKind::VCard)),
            (b"dn: uid=dana,ou=people", Some(FileKind::Ldif)),
            (b"[Users]\nname,email", None),
            (b"kind,name,username,email,role,teams\n", None),
            (b"", None),
        ] {
            assert_eq!(recognize(bytes), kind, "{bytes:?}");
        }
    }
}
