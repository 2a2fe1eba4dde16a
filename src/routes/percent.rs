//! Percent-encoding: how any text becomes part of an address, and comes back.

/// The text, fit for any part of an address.
pub fn encoded(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    address
}

fn digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or_default().to_ascii_uppercase()
}

/// The text that part of an address stands for. A `%` that begins no byte stands for itself, and bytes that are no text
/// for U+FFFD: somebody may have typed the address.
pub fn decoded(address: &str) -> String {
    let mut pieces = address.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        match *piece.as_bytes() {
            [high, low, ref rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(nibble(high) << 4 | nibble(low));
                bytes.extend(rest);
            }
            ref rest => {
                bytes.push(b'%');
                bytes.extend(rest);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn nibble(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 32) - b'a' + 10,
    }
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded};

    #[test]
    fn any_text_comes_back_and_is_plain_in_between() {
        let everything: String = ('\0'..='\u{3000}').chain("한글 🚀 \u{10ffff} %25 %% a+b&c=d#e?f/g".chars()).collect();
        let address = encoded(&everything);
        assert_eq!(decoded(&address), everything);
        assert!(address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
    }

    #[test]
    fn bytes_are_written_as_browsers_write_them() {
        assert_eq!(encoded("k3v9x2m4qa.7.2"), "k3v9x2m4qa.7.2");
        assert_eq!(encoded("한/ ~_-"), "%ED%95%9C%2F%20~_-");
    }

    #[test]
    fn whatever_stands_there_is_read() {
        for (address, text) in [
            ("", ""),
            ("%", "%"),
            ("%%", "%%"),
            ("%4", "%4"),
            ("%+5", "%+5"),
            ("%zz", "%zz"),
            ("%2525", "%25"),
            ("%ed%95%9c", "한"),
            ("한", "한"),
            ("%한", "%한"),
            ("%00", "\0"),
            ("%E0", "\u{fffd}"),
            ("%ED%A0%80", "\u{fffd}\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(decoded(address), text, "{address}");
        }
    }
}
