//! Recognizes the kind of a file by its first bytes, so that a message can say where it belongs.

/// A kind of file that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A saved organization of Registrar.
    Archive,
    /// A saved organization whose end is missing.
    CutArchive,
    /// A workbook of Excel, or of another program in its format.
    Excel,
    /// A workbook in the format of LibreOffice.
    OpenDocument,
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

/// What a file is, or `None` if it is a text or a table.
#[must_use]
pub fn recognize(bytes: &[u8]) -> Option<FileKind> {
    let start = bytes.get(..EXAMINED).unwrap_or(bytes);
    let contains = |word: &[u8]| start.windows(word.len()).any(|window| window == word);
    let by_magic = match start {
        [b'P', b'K', 3 | 5, 4 | 6, ..] if contains(b"oasis.opendocument") => Some(FileKind::OpenDocument),
        [b'P', b'K', 3 | 5, 4 | 6, ..] if contains(b"[Content_Types].xml") || contains(b"xl/") => Some(FileKind::Excel),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(FileKind::Compressed),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(FileKind::Excel),
        // A table can begin with `BZh`, so the magic number of the first block counts as well.
        [b'B', b'Z', b'h', b'1'..=b'9', b'1', b'A', b'Y', ..] => Some(FileKind::Compressed),
        [0x1f, 0x8b, ..] | [0xfd, b'7', b'z', b'X', ..] | [b'7', b'z', 0xbc, 0xaf, ..] => Some(FileKind::Compressed),
        [0x28, 0xb5, 0x2f, 0xfd, ..] | [b'R', b'a', b'r', b'!', ..] => Some(FileKind::Compressed),
        [b'%', b'P', b'D', b'F', ..] => Some(FileKind::Pdf),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => Some(FileKind::Picture),
        _ => None,
    };
    by_magic.or_else(|| by_text(&String::from_utf8_lossy(start), bytes))
}

fn by_text(start: &str, bytes: &[u8]) -> Option<FileKind> {
    let start = start.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let begins = |word: &str| start.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    let after_first = start.get(1..).unwrap_or_default().trim_start();
    if begins("{") && (after_first.starts_with(['"', '}']) || after_first.is_empty()) {
        let compact: String = start.chars().filter(|c| !c.is_whitespace()).collect();
        if !compact.contains("\"format\":\"registrar\"") {
            return Some(FileKind::Json);
        }
        let end = bytes.iter().rev().find(|byte| !byte.is_ascii_whitespace());
        return Some(if end == Some(&b'}') { FileKind::Archive } else { FileKind::CutArchive });
    }
    if begins("[") && after_first.starts_with(['{', '[', ']', '"']) {
        return Some(FileKind::Json);
    }
    if begins("<!doctype html") || begins("<html") || begins("<table") || begins("<meta") {
        return Some(FileKind::Html);
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
            (b"\x1f\x8b\x08", Some(FileKind::Compressed)),
            (b"BZh91AY&SY", Some(FileKind::Compressed)),
            (b"BZhang,bzhang@example.com", None),
            (b"\xd0\xcf\x11\xe0\xa1", Some(FileKind::Excel)),
            (b"%PDF-1.7", Some(FileKind::Pdf)),
            (b"\x89PNG\r\n", Some(FileKind::Picture)),
            (b"\xef\xbb\xbf {\n \"format\": \"registrar\", \"values\": {}}\n", Some(FileKind::Archive)),
            (b"{\"format\":\"registrar\",\"values\":{\"a", Some(FileKind::CutArchive)),
            (b"{\"users\":[]}", Some(FileKind::Json)),
            (b"[{\"userName\":\"dana\"}]", Some(FileKind::Json)),
            (b"<!DOCTYPE html><table>", Some(FileKind::Html)),
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
