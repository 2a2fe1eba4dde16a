//! Lists of recipients, copied from a mail: `Noa Levi <noa@a.example>; "Tanaka, Yuki" <yuki@a.example>`. They are read as a table of
//! names and addresses.

use domain::{split_list, trim};

use super::header::is_address;
use crate::csv::Record;

/// The words before the recipients in a mail.
const HEADS: [&str; 8] = ["to:", "cc:", "bcc:", "from:", "받는 사람:", "참조:", "숨은 참조:", "보낸 사람:"];

/// The recipients, each with its name and its address, or `None` if the text is something else.
pub(super) fn recipients(text: &str, first_line: usize) -> Option<Vec<Record>> {
    // Most tables are told by their header.
    let first = text.lines().find(|line| !trim(line).is_empty())?;
    if !first.contains('@') {
        return None;
    }
    let text = &without_heads(text);
    let mut records: Vec<Record> = Vec::new();
    let (mut counted, mut line) = (0, first_line);
    let mut is_list = false;
    for piece in split_list(text).into_iter().filter(|piece| !trim(piece).is_empty()) {
        let (name, address) = recipient(piece)?;
        let offset = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        line += text.get(counted..offset).unwrap_or_default().replace("\r\n", "\n").matches(['\r', '\n']).count();
        counted = offset;
        // A line can have several recipients, which are corrected each by its number.
        let next = records.last().map_or(line, |last| line.max(last.line + 1));
        is_list |= !name.is_empty() || next > line;
        records.push(Record { line: next, cells: vec![name, address.to_owned()], ..Record::default() });
    }
    is_list.then_some(records)
}

/// The text with blanks in the place of `To:` at the beginning of its lines.
fn without_heads(text: &str) -> String {
    let blanked = text.split_inclusive(['\n', '\r']).flat_map(|line| {
        let is_head = |head: &&&str| line.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
        let length = HEADS.iter().find(is_head).map_or(0, |head| head.len());
        [" ".repeat(length), line.get(length..).unwrap_or_default().to_owned()]
    });
    blanked.collect()
}

/// The name and the address of a piece that is nothing else.
fn recipient(piece: &str) -> Option<(String, &str)> {
    let text = trim(piece);
    let Some((name, address)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) else {
        return (is_address(text) && !text.contains(char::is_whitespace)).then_some((String::new(), text));
    };
    let name = trim(name);
    let bare = name.strip_prefix(['"', '“', '\'']).and_then(|name| name.strip_suffix(['"', '”', '\'']));
    // A name with an address in it is a list that is broken.
    (is_address(address) && !name.contains(['<', '>'])).then(|| (bare.unwrap_or(name).replace("\\\"", "\""), address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str, &str)]) {
        let records = recipients(text, 1).unwrap_or_default();
        let found: Vec<(usize, &str, &str)> =
            records.iter().map(|record| (record.line, record.cells[0].as_str(), record.cells[1].as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn recipients_are_told_from_tables() {
        check(
            "Noa Levi <noa@x>; \"Tanaka, Yuki\" <yuki@x>; dana@x",
            &[(1, "Noa Levi", "noa@x"), (2, "Tanaka, Yuki", "yuki@x"), (3, "", "dana@x")],
        );
        check("To: Noa Levi <noa@x>,\r\n\r\nCc: Yuki <yuki@x>\r\n", &[(1, "Noa Levi", "noa@x"), (3, "Yuki", "yuki@x")]);
        check("a@x, b@x\nc@x", &[(1, "", "a@x"), (2, "", "b@x"), (3, "", "c@x")]);
        check("Cc: \"Tanaka, Yuki\" <yuki@x>", &[(1, "Tanaka, Yuki", "yuki@x")]);
        check("받는 사람: 김하늘 <h@x>", &[(1, "김하늘", "h@x")]);
        for text in ["a@x\nb@x", "Dana Ortiz,dana@x", "name,email\nA,a@x", "Noa <noa@x>, Yuki", "", "@"] {
            check(text, &[]);
        }
    }
}
