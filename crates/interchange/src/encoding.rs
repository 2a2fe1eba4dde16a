//! The encodings of tables. It guesses, says which others fit, and never replaces a character in silence. The caller brings the
//! tables of the old encodings: a browser has them.

/// An encoding that people's spreadsheets write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with the lower byte first: "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16 with the higher byte first.
    Utf16Be,
    /// Windows code page 949, which contains EUC-KR: CSV of Korean Excel.
    Korean,
    /// Windows code page 1252: CSV of Western Excel.
    Western,
}

impl Encoding {
    /// All encodings, in the order of a select.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Korean, Self::Western];

    /// The technical name, the same in all languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Korean => "CP949 (EUC-KR)",
            Self::Western => "Windows-1252",
        }
    }

    /// The label in the Encoding Standard.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Korean => "euc-kr",
            Self::Western => "windows-1252",
        }
    }
}

/// Decodes bytes in another encoding than UTF-8: the text without its byte order mark, and whether some bytes fit no character and
/// became U+FFFD. The encoding is the one that the Encoding Standard gives its [label](Encoding::label).
pub type Decoder = fn(&[u8], Encoding) -> (String, bool);

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order marks at its beginning and without the end-of-file character of old programs.
    pub text: String,
    /// The encoding that was asked for, or the guessed one.
    pub encoding: Encoding,
    /// Another encoding in which the bytes are a different text without a fault, with the first line that differs: as read,
    /// and in the other encoding.
    pub other: Option<(Encoding, String, String)>,
    /// Whether bytes fit no character and became U+FFFD.
    pub is_damaged: bool,
}

/// The bytes contain NUL, like a program or a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

/// Decodes a file in an encoding, or in the most likely one.
///
/// # Errors
/// If the text contains NUL characters.
pub fn decode(bytes: &[u8], encoding: Option<Encoding>, decoder: Decoder) -> Result<Decoded, NotText> {
    let guessed = encoding.unwrap_or_else(|| guess(bytes, decoder));
    let (text, is_damaged) = decode_as(bytes, guessed, decoder);
    let text = trimmed(&text);
    if text.contains('\0') {
        return Err(NotText);
    }
    let other = if encoding.is_none() && !is_damaged { other_fit(bytes, guessed, text, decoder) } else { None };
    Ok(Decoded { text: text.to_owned(), encoding: guessed, other, is_damaged })
}

/// Removes byte order marks at the beginning, several after a careless join, and what CP/M and its heirs put at the end.
fn trimmed(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let content = text.trim_end_matches(['\u{1a}', '\r', '\n']);
    let tail = text.get(content.len()..).and_then(|tail| tail.find('\u{1a}'));
    tail.and_then(|index| text.get(..content.len() + index)).unwrap_or(text)
}

fn guess(bytes: &[u8], decoder: Decoder) -> Encoding {
    match bytes {
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8,
        _ => {}
    }
    if let Some(encoding) = guess_utf16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() || is_mostly_utf8(bytes) {
        return Encoding::Utf8;
    }
    let is_korean = fits(bytes, Encoding::Korean, decoder);
    if is_mostly_korean(bytes) || (is_korean && !fits(bytes, Encoding::Western, decoder)) {
        Encoding::Korean
    } else {
        Encoding::Western
    }
}

/// UTF-16 without a mark: nearly every other byte of a table in ASCII is zero.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..bytes.len().min(2_000)).unwrap_or_default();
    if start.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |offset| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match start.len() / 4 {
        half if odd > half && even == 0 => Some(Encoding::Utf16Le),
        half if even > half && odd == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether the bytes are UTF-8 with few faults, as after a cut or a bad join. Text in another encoding has hardly any sequence
/// of bytes that is valid in UTF-8 by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut faulty) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faulty += usize::from(!chunk.invalid().is_empty());
    }
    valid > 2 * faulty
}

fn fits(bytes: &[u8], encoding: Encoding, decoder: Decoder) -> bool {
    !decode_as(bytes, encoding, decoder).1
}

/// Whether nearly all bytes beyond ASCII are pairs of high bytes, the part of CP949 that Korean texts are written in. Accented
/// letters of Western texts stand alone between ASCII letters. A few others are tolerated, because a file may be cut within a
/// character.
fn is_mostly_korean(bytes: &[u8]) -> bool {
    let (mut pairs, mut others) = (0, 0);
    let mut rest = bytes.iter().peekable();
    while let Some(byte) = rest.next() {
        if (0xa1..=0xfe).contains(byte) && rest.next_if(|trail| **trail >= 0xa1).is_some() {
            pairs += 1;
        } else if *byte >= 0x80 {
            others += 1;
        }
    }
    pairs > 2 * others
}

/// The text, and whether bytes fit no character.
fn decode_as(bytes: &[u8], encoding: Encoding, decoder: Decoder) -> (String, bool) {
    match encoding {
        Encoding::Utf8 => (String::from_utf8_lossy(bytes).into_owned(), std::str::from_utf8(bytes).is_err()),
        Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Korean => decoder(bytes, encoding),
        Encoding::Western => {
            let (text, _) = decoder(bytes, encoding);
            // The standard maps the five bytes without a character to controls.
            let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
            let is_damaged = text.contains(is_control);
            (text.replace(is_control, "\u{fffd}"), is_damaged)
        }
    }
}

/// Whether all characters beyond ASCII are Latin letters that UTF-8 has in two bytes, with one that Western code pages lack.
fn has_only_rare_letters(text: &str) -> bool {
    let beyond = || text.chars().filter(|c| !c.is_ascii());
    beyond().all(|c| ('\u{80}'..='\u{24f}').contains(&c)) && beyond().any(|c| c >= '\u{180}')
}

/// Another encoding without a mark, if it reads the bytes as well.
fn other_fit(bytes: &[u8], encoding: Encoding, text: &str, decoder: Decoder) -> Option<(Encoding, String, String)> {
    let other = match encoding {
        Encoding::Korean => Encoding::Western,
        Encoding::Western => Encoding::Korean,
        // A few Korean syllables are also rare letters of UTF-8: the two bytes of `홍` are `ȫ`.
        Encoding::Utf8 if !bytes.starts_with(b"\xef\xbb\xbf") && has_only_rare_letters(text) => Encoding::Korean,
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return None,
    };
    let (read, is_damaged) = decode_as(bytes, other, decoder);
    if is_damaged {
        return None;
    }
    let differs = |(one, two): &(&str, &str)| one != two;
    let (here, there) = text.lines().zip(trimmed(&read).lines()).find(differs)?;
    Some((other, here.to_owned(), there.to_owned()))
}
