//! Guesses the encoding of a file, and finds the other encodings in which it reads well.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::oddity::is_odd;
use super::{Certainty, Encoding, Reading};
use crate::directory::names_columns;

/// The most bytes that are compared in other encodings. Only lines beyond ASCII count.
const COMPARED: usize = 100_000;

/// The most lines that are guessed each by itself.
const LINES: usize = 200;

/// The most other encodings that are told.
const OTHERS: usize = 4;

/// The encodings that the detector does not know.
const UNDETECTED: [Encoding; 2] = [Encoding::MAC_ROMAN, Encoding::MS_DOS];

/// The encodings in which most characters beyond ASCII have two bytes.
const EAST_ASIAN: [Encoding; 5] =
    [Encoding::KOREAN, Encoding::SHIFT_JIS, Encoding::EUC_JP, Encoding::GB18030, Encoding::BIG5];

/// Countries with an encoding of their own. The detector prefers it for their sites, and tells by that what else is likely.
const COUNTRIES: [&[u8]; 16] =
    [b"kr", b"jp", b"cn", b"tw", b"hk", b"ru", b"ua", b"pl", b"cz", b"de", b"tr", b"gr", b"il", b"ir", b"th", b"lt"];

/// A guessed encoding.
pub(super) struct Guess {
    pub encoding: Encoding,
    pub certainty: Certainty,
    pub sample: Option<String>,
    pub others: Vec<Reading>,
}

impl Guess {
    pub fn known(encoding: Encoding) -> Self {
        Self { encoding, certainty: Certainty::Known, sample: None, others: Vec::new() }
    }
}

/// The encoding of the mark, UTF-8 if the bytes are that, or the likely one.
pub(super) fn guess(bytes: &[u8]) -> Guess {
    let marked = match bytes {
        [0xff, 0xfe, ..] => Some(Encoding::UTF_16LE),
        [0xfe, 0xff, ..] => Some(Encoding::UTF_16BE),
        [0xef, 0xbb, 0xbf, ..] => Some(Encoding::UTF_8),
        _ => guess_utf16(bytes),
    };
    if let Some(encoding) = marked {
        return Guess::known(encoding);
    }
    let lines = Lines::beyond_ascii(bytes);
    if bytes.is_ascii() && bytes.contains(&ESCAPE) {
        let guess = guess_legacy(&lines);
        return if guess.encoding == Encoding::ISO_2022_JP { guess } else { Guess::known(Encoding::UTF_8) };
    }
    if std::str::from_utf8(bytes).is_ok() {
        return guess_rare_letters(&lines);
    }
    if is_mostly_utf8(bytes) { Guess::known(Encoding::UTF_8) } else { guess_legacy(&lines) }
}

/// UTF-8, or possibly Korean: a few Korean syllables are also rare letters of UTF-8. The two bytes of `홍` are `ȫ`.
fn guess_rare_letters(lines: &Lines) -> Guess {
    let is_rare = std::str::from_utf8(&lines.bytes).is_ok_and(has_only_rare_letters);
    let others = if is_rare { lines.others(Encoding::UTF_8, &[Encoding::KOREAN]) } else { Vec::new() };
    let certainty = if others.is_empty() { Certainty::Known } else { Certainty::Doubtful };
    Guess { encoding: Encoding::UTF_8, certainty, sample: None, others }
}

fn guess_legacy(lines: &Lines) -> Guess {
    let detector = detector_of(&without_wide_forms(&lines.bytes));
    let detected = guess_for(&detector, None);
    let mut encoding = detected;
    let mut odd = lines.count_odd(detected);
    if odd > 0 {
        // One damaged character excludes an encoding for the detector, so the lines are asked one by one.
        for other in UNDETECTED.into_iter().chain(lines.majority()) {
            let count = lines.count_odd(other);
            if count < odd {
                (encoding, odd) = (other, count);
            }
        }
    }
    let is_hangul = !EAST_ASIAN.contains(&encoding) && has_only_hangul(&lines.bytes);
    if (is_hangul && !lines.bytes.is_ascii()) || lines.names_columns(Encoding::KOREAN) {
        encoding = Encoding::KOREAN;
        odd = lines.count_odd(encoding);
    }
    let mut candidates: Vec<Encoding> = COUNTRIES.iter().map(|country| guess_for(&detector, Some(country))).collect();
    candidates.extend([Encoding::KOREAN, Encoding::WESTERN, detected]);
    candidates.extend(UNDETECTED);
    let others = lines.others(encoding, &candidates);
    let certainty = if odd == 0 && others.is_empty() { Certainty::Likely } else { Certainty::Doubtful };
    Guess { encoding, certainty, sample: lines.sample(encoding), others }
}

fn detector_of(bytes: &[u8]) -> EncodingDetector {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    // The end of the text is not told, because a file may be cut within a character.
    detector.feed(bytes, false);
    detector
}

/// The most likely encoding of a text that is not UTF-8, for a site of a country.
fn guess_for(detector: &EncodingDetector, country: Option<&[u8]>) -> Encoding {
    Encoding::of_standard(detector.guess(country, Utf8Detection::Deny)).unwrap_or(Encoding::WESTERN)
}

/// The bytes without the wide forms of ASCII, which have the same two bytes in Korean and Chinese. A table with wide commas
/// has too many of them, and they are more frequent in Chinese texts.
fn without_wide_forms(bytes: &[u8]) -> Vec<u8> {
    let mut others = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = match after.split_first() {
            Some((0xa1.., end)) if *first == 0xa3 => end,
            Some((second @ 0xa1.., end)) if *first >= 0xa1 => {
                others.extend([*first, *second]);
                end
            }
            _ => {
                others.push(*first);
                after
            }
        };
    }
    others
}

/// Whether all bytes beyond ASCII are pairs of the block of Hangul syllables, or wide forms. A few names in another script with one byte a
/// letter are hardly ever.
fn has_only_hangul(bytes: &[u8]) -> bool {
    let wide = without_wide_forms(bytes);
    let mut rest = wide.iter();
    while let Some(first) = rest.next() {
        if first.is_ascii() {
            continue;
        }
        if !(0xb0..=0xc8).contains(first) || rest.next().is_none_or(|second| *second < 0xa1) {
            return false;
        }
    }
    true
}

/// The character that begins and ends Japanese text in ISO-2022-JP, which is all ASCII otherwise.
const ESCAPE: u8 = 0x1b;

/// The lines of a file that encodings can differ in.
struct Lines {
    bytes: Vec<u8>,
}

impl Lines {
    fn beyond_ascii(bytes: &[u8]) -> Self {
        let mut lines = Vec::new();
        // No byte of a line end is part of a longer character in any of the encodings without a mark.
        for line in bytes.split(|byte| matches!(byte, b'\r' | b'\n')) {
            if line.iter().any(|byte| !byte.is_ascii() || *byte == ESCAPE) {
                if lines.len() + line.len() > COMPARED && !lines.is_empty() {
                    break;
                }
                if !lines.is_empty() {
                    lines.push(b'\n');
                }
                lines.extend_from_slice(line);
            }
        }
        Self { bytes: lines }
    }

    fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
    }

    /// The number of lines with characters that no person's name has in this place, or with bytes that fit none.
    fn count_odd(&self, encoding: Encoding) -> usize {
        let (text, _) = encoding.decode(&self.bytes);
        text.lines().filter(|line| is_odd(line)).count()
    }

    /// Whether a column has a name beyond ASCII. That tells the encoding better than all statistics.
    fn names_columns(&self, encoding: Encoding) -> bool {
        names_columns(&encoding.decode(&self.bytes).0)
    }

    /// The encoding that most lines have by themselves.
    fn majority(&self) -> Option<Encoding> {
        let mut counts: Vec<(usize, Encoding)> = Vec::new();
        for encoding in self.iter().take(LINES).map(|line| guess_for(&detector_of(line), None)) {
            match counts.iter_mut().find(|(_, known)| *known == encoding) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, encoding)),
            }
        }
        counts.into_iter().max_by_key(|(count, _)| *count).map(|(_, encoding)| encoding)
    }

    fn sample(&self, encoding: Encoding) -> Option<String> {
        encoding.decode(&self.bytes).0.lines().next().map(str::to_owned)
    }

    /// The other encodings among the candidates that read all lines without a fault and differ.
    fn others(&self, encoding: Encoding, candidates: &[Encoding]) -> Vec<Reading> {
        let (text, _) = encoding.decode(&self.bytes);
        let mut others: Vec<Reading> = Vec::new();
        for other in Encoding::ALL.into_iter().filter(|other| candidates.contains(other)) {
            if other == encoding || others.len() == OTHERS {
                continue;
            }
            let (read, _) = other.decode(&self.bytes);
            // The file may be cut within its last character.
            let read = read.trim_end_matches(char::REPLACEMENT_CHARACTER);
            if read.contains(char::REPLACEMENT_CHARACTER)
                || (read.lines().any(is_odd) && !is_usual_doubt(encoding, other))
            {
                continue;
            }
            let Some((here, there)) = text.lines().zip(read.lines()).find(|(here, there)| here != there) else {
                continue;
            };
            // Related code pages often read the same.
            if others.iter().all(|known| known.there != there) {
                others.push(Reading { encoding: other, here: here.to_owned(), there: there.to_owned() });
            }
        }
        others
    }
}

/// Korean and Western tables are the usual ones here, so each is told whenever the bytes fit, also where a word mixes letters.
fn is_usual_doubt(encoding: Encoding, other: Encoding) -> bool {
    let usual = [Encoding::KOREAN, Encoding::WESTERN];
    usual.contains(&other) && (usual.contains(&encoding) || encoding == Encoding::UTF_8)
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
        half if odd > half && even == 0 => Some(Encoding::UTF_16LE),
        half if even > half && odd == 0 => Some(Encoding::UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-8 with few faults, as after a cut or a bad join. Text in another encoding has hardly any sequence
/// of bytes that is valid in UTF-8 by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if let Err(fault) = std::str::from_utf8(bytes)
        && fault.error_len().is_none()
    {
        // Only the last character is incomplete.
        return bytes.get(..fault.valid_up_to()).is_some_and(|whole| !whole.is_ascii());
    }
    let (mut valid, mut faulty) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faulty += usize::from(!chunk.invalid().is_empty());
    }
    valid > 2 * faulty
}

/// Whether all characters beyond ASCII are Latin letters that UTF-8 has in two bytes, with one that Western code pages lack.
fn has_only_rare_letters(text: &str) -> bool {
    let beyond = || text.chars().filter(|c| !c.is_ascii());
    beyond().all(|c| ('\u{80}'..='\u{24f}').contains(&c)) && beyond().any(|c| c >= '\u{180}')
}
