//! Lists of names as people bring them: typed, and pasted from mails, spreadsheets and chats. It knows texts only.

use super::trim;
use crate::TextFault;

/// The longest quote or address in angle brackets. Without a limit, many opening marks without closing ones would take
/// a time that grows with the square of the length.
const REACH: usize = 400;

/// Whether the character separates names: commas and semicolons, also full-width and ideographic ones, tabs and line ends.
fn separates_names(character: char) -> bool {
    matches!(character, ',' | ';' | '，' | '；' | '、' | '､' | '،' | '؛')
        || matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Splits a text at the separators, except within quotes at the beginning of a name and within angle brackets. The last
/// piece is the one that is being typed. Pieces may be blank.
#[must_use]
pub fn split_list(text: &str) -> Vec<&str> {
    pieces(text).into_iter().map(|(_, piece)| piece).collect()
}

/// Parses the items of a typed list, which is split as [`split_list`] does. Blank items do not count.
///
/// # Errors
/// The first item that cannot be parsed, with its fault.
pub fn parse_list<T>(typed: &str, parse: impl Fn(&str) -> Result<T, TextFault>) -> Result<Vec<T>, (String, TextFault)> {
    let items = split_list(typed).into_iter().map(trim).filter(|item| !item.is_empty());
    items.map(|item| parse(item).map_err(|fault| (item.to_owned(), fault))).collect()
}

/// The pieces with their offsets.
pub(crate) fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(end) = end_of_piece(rest) {
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push((text.len() - rest.len(), piece));
        rest = after.strip_prefix(separates_names).unwrap_or(after);
    }
    pieces.push((text.len() - rest.len(), rest));
    pieces
}

/// The text with another name in the place of the first piece that is this one.
#[must_use]
pub fn replace_in_list(text: &str, name: &str, other: &str) -> String {
    let place = pieces(text).into_iter().find(|(_, piece)| trim(piece) == name);
    let replaced = place.and_then(|(offset, piece)| {
        let before = text.get(..offset + piece.find(name)?)?;
        Some(format!("{before}{other}{}", text.get(before.len() + name.len()..)?))
    });
    replaced.unwrap_or_else(|| text.to_owned())
}

/// The offset of the separator that ends the first name, or of the end of its address. `None` if the text is one name.
fn end_of_piece(text: &str) -> Option<usize> {
    let begin = text.len() - text.trim_start_matches([' ', '\u{a0}']).len();
    let mut from = text.get(begin..).and_then(end_of_quote).map_or(0, |length| begin + length);
    loop {
        let rest = text.get(from..)?;
        let (offset, character) = rest.char_indices().find(|(_, c)| *c == '<' || separates_names(*c))?;
        if character != '<' {
            return Some(from + offset);
        }
        let inside = rest.get(offset + 1..)?;
        let close = inside.char_indices().take(REACH).find(|(_, c)| matches!(c, '<' | '>' | '\n' | '\r'));
        match close {
            Some((length, '>')) => {
                let end = from + offset + 1 + length + 1;
                return Some(end).filter(|end| *end < text.len());
            }
            _ => from += offset + 1,
        }
    }
}

/// The length of a quoted text with its quotes, if the text begins with one that ends before an address or a separator.
fn end_of_quote(text: &str) -> Option<usize> {
    let mut characters = text.char_indices().take(REACH);
    let closing = match characters.next()?.1 {
        '"' | '＂' => ['"', '＂'],
        '“' | '„' => ['”', '“'],
        _ => return None,
    };
    let (offset, character) = characters.find(|(_, c)| closing.contains(c) || matches!(c, '\n' | '\r'))?;
    let length = offset + character.len_utf8();
    let after = text.get(length..)?.trim_start_matches(' ').chars().next();
    let ends = after.is_none_or(|c| c == '<' || separates_names(c));
    (closing.contains(&character) && ends).then_some(length)
}

/// The meanings of one name of a list, the likeliest first: the text itself, the address in brackets, or the text without `@`,
/// `mailto:`, quotes, the end of a sentence, and then without the marks of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Readings {
    /// Usernames, addresses and names.
    pub names: Vec<String>,
    /// The texts as shown names, unless an address says who is meant.
    pub shown: Vec<String>,
}

/// Reads one name of a list.
#[must_use]
pub fn readings(piece: &str) -> Readings {
    let text = trim(piece);
    let in_brackets = |open: char, close: char| text.strip_suffix(close)?.rsplit_once(open);
    let address = in_brackets('<', '>').map(|(name, address)| (name, tidy(address)));
    // Chats write `Noa Levi (noa@a.example)`.
    let bracketed = in_brackets('(', ')').filter(|(_, address)| address.contains('@'));
    let address = address.or_else(|| bracketed.map(|(name, address)| (name, tidy(address))));
    let (names, shown) = match address {
        Some((_, address)) if !address.is_empty() => (vec![text.to_owned(), address], Vec::new()),
        Some((name, _)) => (vec![text.to_owned(), tidy(name)], vec![tidy(name)]),
        None => {
            let tidied = vec![tidy(text), tidy(without_list_marks(text))];
            (std::iter::once(text.to_owned()).chain(tidied.iter().cloned()).collect(), tidied)
        }
    };
    Readings { names, shown }
}

/// The text without the mark of a line in a list, `•`, `-` or `1.`, and without the brackets of a list in a program.
fn without_list_marks(text: &str) -> &str {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let after_number = if number.len() < text.len() { number.strip_prefix(['.', ')']) } else { None };
    let after_bullet = || text.strip_prefix(['•', '·', '‣', '▪', '*', '-', '–', '—']);
    let item = after_number.or_else(after_bullet).filter(|item| item.starts_with(char::is_whitespace));
    trim(item.unwrap_or(text)).trim_start_matches('[').trim_end_matches(']')
}

/// Whether the piece is only what mails and chats put around a name.
pub(crate) fn is_only_marks(piece: &str) -> bool {
    tidy(piece).is_empty()
}

fn tidy(text: &str) -> String {
    const QUOTES: [char; 8] = ['"', '＂', '“', '”', '„', '\'', '‘', '’'];
    let mut text = trim(text).replace('＠', "@");
    loop {
        let bare = trim(text.trim_matches(QUOTES));
        let bare = bare.strip_prefix("mailto:").or_else(|| bare.strip_prefix("MAILTO:")).unwrap_or(bare);
        let bare = trim(bare.trim_start_matches('@').trim_end_matches(['.', '。']));
        if bare.len() == text.len() {
            return text;
        }
        text = bare.to_owned();
    }
}

/// A shown name as written in lists, with the family name first: `Tanaka, Yuki` is *Yuki Tanaka*.
#[must_use]
pub fn turned(shown: &str) -> Option<String> {
    let (family, given) = shown.split_once(',')?;
    Some(format!("{} {}", trim(given), trim(family)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tag;

    #[track_caller]
    fn check_split(text: &str, expected: &[&str]) {
        let pieces: Vec<&str> = split_list(text).into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect();
        assert_eq!(pieces, expected, "{text:?}");
    }

    #[test]
    fn names_are_separated_by_everything_that_lists_have_between_them() {
        for separator in [",", ";", "，", "；", "、", "\t", "\n", "\r\n", ", ", " ; ", ",,", "\u{2028}"] {
            check_split(&format!("noa{separator}yuki{separator}"), &["noa", "yuki"]);
        }
        check_split("", &[]);
        check_split(" ,; ", &[]);
    }

    #[test]
    fn the_items_of_a_list_are_parsed_and_the_first_faulty_one_is_named() {
        let items = |typed: &str| parse_list(typed, Tag::parse).map(|tags| tags.iter().map(Tag::to_string).collect());
        let some: Vec<String> = vec!["a".to_owned(), "b c".to_owned(), "d".to_owned()];
        assert_eq!(items("a; b c、 ,\td\n"), Ok(some));
        assert_eq!(items(" ; "), Ok(Vec::new()));
        assert_eq!(items("a; #b ,#c").unwrap_err().0, "#b");
    }

    #[test]
    fn a_quoted_name_and_an_address_are_one() {
        check_split(
            "Noa Levi <noa@a.example>; \"Tanaka, Yuki\" <yuki@a.example>",
            &["Noa Levi <noa@a.example>", "\"Tanaka, Yuki\" <yuki@a.example>"],
        );
        check_split("“Tanaka, Yuki”, noa", &["“Tanaka, Yuki”", "noa"]);
        check_split("Noa <noa@a> Yuki <yuki@a>", &["Noa <noa@a>", "Yuki <yuki@a>"]);
        check_split("<a,b>, c", &["<a,b>", "c"]);
    }

    #[test]
    fn an_opening_mark_that_is_not_closed_is_an_ordinary_character() {
        check_split("\"noa, yuki", &["\"noa", "yuki"]);
        check_split("a\"b, c\"d", &["a\"b", "c\"d"]);
        check_split("\"a, b\"c, d", &["\"a", "b\"c", "d"]);
        check_split("a <b, c", &["a <b", "c"]);
        check_split("\"a\n, b\"", &["\"a", "b\""]);
        // Each mark is looked at no further than it can reach.
        assert_eq!(split_list(&"“a,<b,".repeat(20_000)).len(), 40_001);
    }

    #[test]
    fn a_name_in_a_list_is_replaced_where_it_is_a_whole_piece() {
        assert_eq!(replace_in_list("noa, no ; yuki", "no", "noa.levi"), "noa, noa.levi ; yuki");
        assert_eq!(replace_in_list("\"Levi, Noa\" <x@a>, yuki", "\"Levi, Noa\" <x@a>", "noa.levi"), "noa.levi, yuki");
        assert_eq!(replace_in_list("noa", "yuki", "noa.levi"), "noa");
    }

    #[test]
    fn a_name_is_read_without_the_decoration_of_mails_and_chats() {
        let last = |text: &str| readings(text).names.pop().unwrap();
        for text in
            ["noa.levi", "@noa.levi", "noa.levi.", " noa.levi\u{200b}", "'noa.levi'", "“noa.levi”。", "@@noa.levi"]
        {
            assert_eq!(last(text), "noa.levi", "{text:?}");
        }
        for text in ["<noa@a.example>", "mailto:noa@a.example", "Noa <noa＠a.example>", "\"N\" <mailto:noa@a.example.>"]
        {
            assert_eq!(last(text), "noa@a.example", "{text:?}");
        }
        for text in ["• noa.levi", "- noa.levi", "1. noa.levi", "12)\tnoa.levi", "[\"noa.levi\"", "'noa.levi']"] {
            assert_eq!(last(text), "noa.levi", "{text:?}");
        }
        assert_eq!(last("Noa Levi (noa@a.example)"), "noa@a.example");
        assert_eq!(last("2024.team"), "2024.team");
        assert!(readings("Noa Levi <x@a>").shown.is_empty());
        assert_eq!(readings("Noa Levi <>").shown, ["Noa Levi"]);
        assert!(readings("\"Tanaka, Yuki\"").shown.contains(&"Tanaka, Yuki".to_owned()));
        assert!(readings("Noa Levi [x]").shown.contains(&"Noa Levi [x]".to_owned()));
        assert_eq!(turned("Tanaka, Yuki").as_deref(), Some("Yuki Tanaka"));
    }
}
