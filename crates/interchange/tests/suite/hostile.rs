//! Texts that break other programs, and their combinations.

/// The parts of the texts: alone, before, after and between letters, and in pairs.
const PIECES: [&str; 46] = [
    "\"",
    "'",
    "\"\"\"",
    "\\",
    "\\n",
    "\\\"",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{7}",
    "\u{b}",
    "\u{c}",
    "\u{1b}",
    "\u{1c}",
    "\u{1d}",
    "\u{1e}",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{2066}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{301}",
    "\u{1112}\u{1161}",
    "한글",
    "שלום",
    "עם\u{202e}",
    "🚀",
    "👩\u{200d}🚀",
    "❤\u{fe0f}",
    "\u{e000}",
    "\u{10ffff}",
    "{}",
    "{0!r}",
    "# %s \\N{DASH}",
];

/// More than three hundred texts.
pub fn texts() -> Vec<String> {
    let mut texts = vec![String::new()];
    for piece in PIECES {
        texts.extend([piece.into(), format!("a{piece}"), format!("{piece}a"), format!("a{piece}b"), piece.repeat(3)]);
    }
    // An offset of nineteen pairs different kinds of pieces.
    for (first, second) in PIECES.iter().zip(PIECES.iter().cycle().skip(19)) {
        texts.extend([format!("{first}{second}"), format!("{second}\n{first}0")]);
    }
    texts.push(PIECES.concat());
    texts
}
