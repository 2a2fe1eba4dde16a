//! The encodings of tables. A file without a mark is guessed, with how sure the guess is and how else the bytes read. No
//! character is replaced in silence.
//!
//! `chardetng` guesses and `encoding_rs` decodes. Neither knows the encodings of MS-DOS, and the former not that of old Macs.

mod guess;
mod oddity;

/// An encoding that people's programs write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    name: &'static str,
    /// The label in the Encoding Standard. Code page 850 is not in it.
    label: Option<&'static str>,
    script: Script,
}

/// The texts that an encoding is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of scripts and languages say it")]
pub enum Script {
    Unicode,
    Korean,
    Western,
    Japanese,
    SimplifiedChinese,
    TraditionalChinese,
    CentralEuropean,
    Baltic,
    Cyrillic,
    Greek,
    Turkish,
    Hebrew,
    Arabic,
    Vietnamese,
    Thai,
}

impl Encoding {
    /// UTF-8, with or without a byte order mark.
    pub const UTF_8: Self = Self::new("UTF-8", "utf-8", Script::Unicode);
    /// UTF-16 with the lower byte first: "Unicode text" of Excel.
    pub const UTF_16LE: Self = Self::new("UTF-16 LE", "utf-16le", Script::Unicode);
    /// UTF-16 with the higher byte first.
    pub const UTF_16BE: Self = Self::new("UTF-16 BE", "utf-16be", Script::Unicode);
    /// Windows code page 949, which contains EUC-KR: CSV of Korean Excel.
    pub const KOREAN: Self = Self::new("CP949 (EUC-KR)", "euc-kr", Script::Korean);
    /// Windows code page 1252: CSV of Western Excel.
    pub const WESTERN: Self = Self::new("Windows-1252", "windows-1252", Script::Western);
    /// The encoding of old Macs, and "CSV (Macintosh)" of Excel.
    pub const MAC_ROMAN: Self = Self::new("Mac OS Roman", "macintosh", Script::Western);
    /// Code page 850: "CSV (MS-DOS)" of Western Excel.
    pub const MS_DOS: Self = Self { name: "CP850 (MS-DOS)", label: None, script: Script::Western };
    /// Windows code page 932: CSV of Japanese Excel.
    pub const SHIFT_JIS: Self = Self::new("Shift_JIS (CP932)", "shift_jis", Script::Japanese);
    /// The encoding of Japanese Unix.
    pub const EUC_JP: Self = Self::new("EUC-JP", "euc-jp", Script::Japanese);
    /// The encoding of Japanese mails, in which all bytes are ASCII.
    pub const ISO_2022_JP: Self = Self::new("ISO-2022-JP", "iso-2022-jp", Script::Japanese);
    /// Windows code page 936 and its extension: CSV of Excel in China.
    pub const GB18030: Self = Self::new("GB18030 (GBK)", "gb18030", Script::SimplifiedChinese);
    /// Windows code page 950: CSV of Excel in Taiwan.
    pub const BIG5: Self = Self::new("Big5", "big5", Script::TraditionalChinese);

    /// All encodings, in the order of a select: those that `chardetng` guesses, UTF-16 and the two that it does not know.
    pub const ALL: [Self; 30] = [
        Self::UTF_8,
        Self::UTF_16LE,
        Self::UTF_16BE,
        Self::KOREAN,
        Self::WESTERN,
        Self::MAC_ROMAN,
        Self::MS_DOS,
        Self::SHIFT_JIS,
        Self::EUC_JP,
        Self::ISO_2022_JP,
        Self::GB18030,
        Self::BIG5,
        Self::new("Windows-1250", "windows-1250", Script::CentralEuropean),
        Self::new("ISO-8859-2", "iso-8859-2", Script::CentralEuropean),
        Self::new("Windows-1257", "windows-1257", Script::Baltic),
        Self::new("ISO-8859-4", "iso-8859-4", Script::Baltic),
        Self::new("Windows-1251", "windows-1251", Script::Cyrillic),
        Self::new("ISO-8859-5", "iso-8859-5", Script::Cyrillic),
        Self::new("KOI8-U", "koi8-u", Script::Cyrillic),
        Self::new("CP866 (MS-DOS)", "ibm866", Script::Cyrillic),
        Self::new("Windows-1253", "windows-1253", Script::Greek),
        Self::new("ISO-8859-7", "iso-8859-7", Script::Greek),
        Self::new("Windows-1254", "windows-1254", Script::Turkish),
        Self::new("Windows-1255", "windows-1255", Script::Hebrew),
        Self::new("ISO-8859-8", "iso-8859-8", Script::Hebrew),
        Self::new("ISO-8859-8-I", "iso-8859-8-i", Script::Hebrew),
        Self::new("Windows-1256", "windows-1256", Script::Arabic),
        Self::new("ISO-8859-6", "iso-8859-6", Script::Arabic),
        Self::new("Windows-1258", "windows-1258", Script::Vietnamese),
        Self::new("Windows-874", "windows-874", Script::Thai),
    ];

    const fn new(name: &'static str, label: &'static str, script: Script) -> Self {
        Self { name, label: Some(label), script }
    }

    /// The technical name, the same in all languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The texts that it is made for.
    #[must_use]
    pub fn script(self) -> Script {
        self.script
    }

    /// The encoding of the standard, or `None` for the code page of MS-DOS.
    fn standard(self) -> Option<&'static encoding_rs::Encoding> {
        encoding_rs::Encoding::for_label(self.label?.as_bytes())
    }

    /// The encoding that the detector found. GB18030 extends GBK.
    fn of_standard(found: &'static encoding_rs::Encoding) -> Option<Self> {
        let found = if found == encoding_rs::GBK { encoding_rs::GB18030 } else { found };
        Self::ALL.into_iter().find(|encoding| encoding.standard() == Some(found))
    }

    /// The text without byte order marks at its beginning, and whether bytes fit no character and became U+FFFD.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> (String, bool) {
        let Some(standard) = self.standard() else {
            let table = &oem_cp::code_table::DECODING_TABLE_CP850;
            let decoded = bytes.iter().map(|byte| match byte.checked_sub(0x80) {
                None => char::from(*byte),
                Some(high) => table.get(usize::from(high)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            });
            return (decoded.collect(), false);
        };
        let (text, is_damaged) = standard.decode_with_bom_removal(bytes);
        // The standard maps bytes without a character to controls.
        let is_control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
        if self.script != Script::Unicode && text.contains(is_control) {
            return (text.replace(is_control, "\u{fffd}"), true);
        }
        (text.into_owned(), is_damaged)
    }
}

/// The confidence in the encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It was chosen, a mark says it, or the bytes are UTF-8, which others are hardly ever by chance.
    Known,
    /// It is guessed, and the text looks right in no other encoding.
    Likely,
    /// It is guessed, and the text looks right in other encodings as well, or looks wrong in the guessed one.
    Doubtful,
}

/// A line in another encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The other encoding.
    pub encoding: Encoding,
    /// The first line that differs, as it was read.
    pub here: String,
    /// The same line in the other encoding.
    pub there: String,
}

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order marks at its beginning and without the end-of-file character of old programs.
    pub text: String,
    /// The encoding that was asked for, or the guessed one.
    pub encoding: Encoding,
    /// The confidence in the encoding.
    pub certainty: Certainty,
    /// The first line that another encoding could change, if the encoding is a guess.
    pub sample: Option<String>,
    /// Other encodings in which the bytes are a different text that looks right.
    pub others: Vec<Reading>,
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
pub fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Result<Decoded, NotText> {
    let guess = match encoding {
        Some(encoding) => guess::Guess::known(encoding),
        None => guess::guess(bytes),
    };
    let (text, is_damaged) = guess.encoding.decode(bytes);
    let text = trimmed(&text);
    if text.contains('\0') {
        return Err(NotText);
    }
    Ok(Decoded {
        text: text.to_owned(),
        encoding: guess.encoding,
        certainty: guess.certainty,
        sample: guess.sample,
        others: guess.others,
        is_damaged,
    })
}

/// Whether a text has a character that no name has in its place, as after reading it in a wrong encoding.
pub(crate) fn looks_wrong(text: &str) -> bool {
    oddity::is_odd(text)
}

/// Removes byte order marks at the beginning, several after a careless join, and what CP/M and its heirs put at the end.
fn trimmed(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let content = text.trim_end_matches(['\u{1a}', '\r', '\n']);
    let tail = text.get(content.len()..).and_then(|tail| tail.find('\u{1a}'));
    tail.and_then(|index| text.get(..content.len() + index)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_one_of_the_standard() {
        for encoding in Encoding::ALL {
            assert_eq!(encoding.label.is_none(), encoding == Encoding::MS_DOS);
            assert_eq!(encoding.standard().is_none(), encoding == Encoding::MS_DOS, "{encoding:?}");
            let same_name = Encoding::ALL.into_iter().filter(|other| other.name == encoding.name);
            assert_eq!(same_name.count(), 1);
        }
    }
}
