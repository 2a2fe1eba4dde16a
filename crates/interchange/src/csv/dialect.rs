//! The dialects of other programs: their delimiters, and the quotes that word processors put in the place of plain ones.

use std::borrow::Cow;

use super::{closing_quote, is_blank};

/// The possible delimiters. The first one wins a tie.
pub(crate) const DELIMITERS: [char; 6] = [',', ';', '\t', '|', '，', '；'];

/// The delimiter that replaces a wide one, because the parser reads bytes. It separates units in ASCII.
pub(super) const REPLACEMENT: u8 = 0x1f;

/// The apostrophes that count as quotes. Elsewhere an apostrophe is the beginning of a name, as in `'t Hooft`, or guards a
/// formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apostrophes {
    /// None: they are text.
    Text,
    /// The apostrophes around a cell that contains the delimiter.
    WhereNeeded,
    /// The apostrophes around any cell, because the first line has them around all.
    Everywhere,
}

impl Apostrophes {
    /// Judges by the first line that is not blank, or by the lines with a delimiter between apostrophes.
    pub fn of(text: &str, delimiter: char) -> Self {
        let first = text.trim_start_matches(['\r', '\n', ' ']);
        if !first.contains('\'') {
            return Self::Text;
        }
        let mut rest = first;
        while let Some((_, length)) = apostrophe_cell(rest, delimiter) {
            let after = rest.get(length..).unwrap_or_default();
            let after = after.trim_start_matches(|c| is_blank(c) && c != delimiter);
            match after.strip_prefix(delimiter) {
                Some(next) => rest = next.trim_start_matches(|c| is_blank(c) && c != delimiter),
                None => return Self::Everywhere,
            }
        }
        Self::WhereNeeded
    }
}

/// Opening quotes, each with the quotes that can close it.
const QUOTES: [(char, &[char]); 5] =
    [('“', &['”', '“']), ('„', &['“', '”']), ('”', &['”']), ('«', &['»']), ('＂', &['＂'])];

pub(super) fn is_opening_quote(character: char) -> bool {
    QUOTES.iter().any(|(opening, _)| *opening == character)
}

/// The most frequent delimiter outside of quotes in the first line that is not blank.
pub(crate) fn delimiter_of(text: &str) -> char {
    let header = text.trim_start_matches(['\r', '\n', ' ']);
    let mut best = (0, ',');
    for delimiter in DELIMITERS {
        let mut quoted = false;
        let mut count = 0;
        for character in header.chars() {
            match character {
                '"' => quoted = !quoted,
                '\r' | '\n' if !quoted => break,
                _ if character == delimiter && !quoted => count += 1,
                _ => {}
            }
        }
        if count > best.0 {
            best = (count, delimiter);
        }
    }
    best.1
}

/// The text with plain quotes around the cells that have other ones, and with `REPLACEMENT` in the place of a wide delimiter.
/// The line ends stay where they are.
pub(super) fn standardized(text: &str, delimiter: char, apostrophes: Apostrophes) -> Cow<'_, str> {
    if delimiter.is_ascii() && apostrophes == Apostrophes::Text && !text.contains(is_opening_quote) {
        return Cow::Borrowed(text);
    }
    let replaced = if delimiter.is_ascii() { delimiter } else { char::from(REPLACEMENT) };
    let mut standard = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_cell_start = true;
    // The opening quotes that nothing closes in the rest of the line, so that it is searched once for each.
    let mut unclosed: Vec<char> = Vec::new();
    while let Some(character) = rest.chars().next() {
        let mut length = character.len_utf8();
        if character == delimiter {
            standard.push(replaced);
            is_cell_start = true;
        } else if matches!(character, '\r' | '\n') {
            standard.push(character);
            is_cell_start = true;
            unclosed.clear();
        } else if is_cell_start && character == '"' {
            // A quote that is not closed at the end of a cell is broken, and must not hide the delimiters behind it.
            let closing = closing_quote(rest, false).map(|closing| closing + 1);
            length =
                closing.filter(|end| rest.get(*end..).is_some_and(|after| ends_cell(after, delimiter))).unwrap_or(1);
            standard.push_str(rest.get(..length).unwrap_or_default());
            is_cell_start = false;
        } else if is_cell_start
            && apostrophes != Apostrophes::Text
            && !unclosed.contains(&character)
            && let Some((inner, quoted_length)) = apostrophe_cell(rest, delimiter)
            && (apostrophes == Apostrophes::Everywhere || inner.contains(delimiter))
        {
            length = quoted_length;
            let inner = inner.replace("\\'", "'").replace("''", "'");
            standard.push('"');
            standard.push_str(&inner.replace('"', "\"\""));
            standard.push('"');
            is_cell_start = false;
        } else if is_cell_start
            && !unclosed.contains(&character)
            && let Some((inner, quoted_length)) = typographic_cell(rest, delimiter)
        {
            length = quoted_length;
            standard.push('"');
            standard.push_str(&inner.replace('"', "\"\""));
            standard.push('"');
            is_cell_start = false;
        } else {
            let is_opening = is_opening_quote(character) || (character == '\'' && apostrophes != Apostrophes::Text);
            if is_cell_start
                && is_opening
                && !unclosed.contains(&character)
                // Apostrophes around a cell without the delimiter are closed, but no quotes.
                && apostrophe_cell(rest, delimiter).is_none()
            {
                unclosed.push(character);
            }
            standard.push(character);
            is_cell_start &= is_blank(character);
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    Cow::Owned(standard)
}

/// The text between two quotes. A backslash before anything but a quote stays, as in `CORP\dana`, and a doubled one is a single
/// one only if all of the cell are doubled or before a quote.
pub(super) fn unquoted(inside: &str, has_escapes: bool) -> String {
    if !has_escapes || !inside.contains('\\') {
        return inside.replace("\"\"", "\"");
    }
    let rewrite = |are_paired: bool| {
        let mut text = String::with_capacity(inside.len());
        let mut are_all_paired = true;
        let mut characters = inside.chars().peekable();
        while let Some(character) = characters.next() {
            let next = characters.peek().copied();
            match (character, next) {
                ('"', Some('"')) | ('\\', Some('"')) => {
                    characters.next();
                    text.push('"');
                }
                ('\\', Some('\\')) => {
                    characters.next();
                    text.push_str(if are_paired { "\\" } else { "\\\\" });
                }
                _ => {
                    are_all_paired &= character != '\\';
                    text.push(character);
                }
            }
        }
        (text, are_all_paired)
    };
    let (text, are_all_paired) = rewrite(true);
    if are_all_paired { text } else { rewrite(false).0 }
}

/// Whether a cell ends before the text, except for blanks.
fn ends_cell(after: &str, delimiter: char) -> bool {
    let after = after.trim_start_matches(|c| is_blank(c) && c != delimiter);
    after.is_empty() || after.starts_with([delimiter, '\r', '\n'])
}

/// The text within apostrophes, and the length with them, if they are around the whole cell, in one line.
fn apostrophe_cell(rest: &str, delimiter: char) -> Option<(&str, usize)> {
    let inside = rest.strip_prefix('\'')?;
    let line = inside.split(['\r', '\n']).next()?;
    let mut from = 0;
    while let Some(found) = line.get(from..)?.find('\'') {
        let index = from + found;
        let (before, after) = (line.get(..index)?, line.get(index + 1..)?);
        if after.starts_with('\'') {
            from = index + 2;
        } else if !before.ends_with('\\') && ends_cell(after, delimiter) {
            return Some((before, index + 2));
        } else {
            from = index + 1;
        }
    }
    None
}

/// The text within typographic quotes, and the length with them, if they are around the whole cell. They do not span lines,
/// because one that is never closed must not swallow the rest of the file.
fn typographic_cell(rest: &str, delimiter: char) -> Option<(&str, usize)> {
    let opening = rest.chars().next()?;
    let (_, closings) = QUOTES.iter().find(|(quote, _)| *quote == opening)?;
    let start = opening.len_utf8();
    let inside = rest.get(start..)?;
    let is_end = |index: usize, character: char| {
        inside.get(index + character.len_utf8()..).is_some_and(|after| ends_cell(after, delimiter))
    };
    // It stops at the closing quote, so that a long line of many such cells is read once.
    let (index, closing) = inside
        .char_indices()
        .take_while(|(_, character)| !matches!(character, '\r' | '\n'))
        .find(|(index, character)| closings.contains(character) && is_end(*index, *character))?;
    Some((inside.get(..index)?, start + index + closing.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_that_escape_no_quote_stay() {
        for (inside, expected) in [
            (r#"CORP\dana \"D\""#, r#"CORP\dana "D""#),
            (r"C:\\dir\\x", r"C:\dir\x"),
            (r"\\server\share", r"\\server\share"),
            (r#"a ""b"""#, r#"a "b""#),
        ] {
            assert_eq!(unquoted(inside, true), expected);
        }
        assert_eq!(unquoted(r#"a\\ ""b"""#, false), r#"a\\ "b""#);
    }

    #[test]
    fn a_quote_without_an_end_does_not_hide_later_ones() {
        assert_eq!(standardized("«a,“b”,«c\n«d»", ',', Apostrophes::Text), "«a,\"b\",«c\n\"d\"");
    }

    #[test]
    fn typographic_quotes_around_a_cell_become_plain_ones() {
        for (text, expected) in [
            ("“Ortiz, Dana”,“d”\nx", "\"Ortiz, Dana\",\"d\"\nx"),
            ("a, „Dana “Dee” Ortiz“ ,b", "a, \"Dana “Dee” Ortiz\" ,b"),
            ("Dana “Dee” Ortiz,“open\n”,x", "Dana “Dee” Ortiz,“open\n”,x"),
            ("\"“a”\",“b”", "\"“a”\",\"b\""),
            ("“a \"b\"”", "\"a \"\"b\"\"\""),
        ] {
            assert_eq!(standardized(text, ',', Apostrophes::Text), expected);
        }
        assert_eq!(standardized("이름，\"a，b\"\nx，y", '，', Apostrophes::Text), "이름\u{1f}\"a，b\"\nx\u{1f}y");
    }

    #[test]
    fn apostrophes_are_quotes_where_the_first_line_or_a_delimiter_says_so() {
        for (text, apostrophes, expected) in [
            (
                "'name','email'\n'Ortiz, Dana','d'\n'O''Neil','O\\'N'\nx,'t Hooft",
                Apostrophes::Everywhere,
                "\"name\",\"email\"\n\"Ortiz, Dana\",\"d\"\n\"O'Neil\",\"O'N\"\nx,'t Hooft",
            ),
            (
                "name,email\n'Ortiz, Dana',d\n'Dee',e\n'O'Neil, C',f",
                Apostrophes::WhereNeeded,
                "name,email\n\"Ortiz, Dana\",d\n'Dee',e\n\"O'Neil, C\",f",
            ),
            ("name,email\nd’Arc,x", Apostrophes::Text, "name,email\nd’Arc,x"),
        ] {
            assert_eq!(Apostrophes::of(text, ','), apostrophes);
            assert_eq!(standardized(text, ',', apostrophes), expected);
        }
    }
}
