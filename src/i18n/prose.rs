//! Sentences that contain people's texts. Each text is isolated from the direction of the sentence, and a Korean
//! particle agrees with the last sound of the text before it.

/// U+2068 and U+2069 enclose text with a direction of its own.
const ISOLATE: char = '\u{2068}';

const POP: char = '\u{2069}';

/// Encloses a person's text in isolates for a sentence. [`pieces`] finds it again.
#[must_use]
pub fn isolate(text: &str) -> String {
    let mut isolated = String::with_capacity(ISOLATE.len_utf8() + text.len() + POP.len_utf8());
    isolated.push(ISOLATE);
    // The text may contain these characters itself. They are invisible, so dropping them loses nothing.
    isolated.extend(text.split([ISOLATE, POP]));
    isolated.push(POP);
    isolated
}

/// The beginning of a text that may be of any length, with an ellipsis if it goes on.
#[must_use]
pub fn shortened(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    format!("{}…", text.get(..end).unwrap_or_default())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words of the page.
    Sentence(&'a str),
    /// A person's text.
    Isolated(&'a str),
}

/// Splits a sentence at its isolates.
#[must_use]
pub fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for (nth, part) in sentence.split([ISOLATE, POP]).enumerate() {
        if part.is_empty() {
            continue;
        }
        pieces.push(if nth % 2 == 0 { Piece::Sentence(part) } else { Piece::Isolated(part) });
    }
    pieces
}

/// The sentence without isolates, for plain text such as a label.
#[must_use]
pub fn plain(sentence: &str) -> String {
    sentence.replace([ISOLATE, POP], "")
}

/// A Korean text with the particle that agrees with its last sound: `particle("레지스트리", "을", "를")` ends in `를`.
///
/// The first form follows a final consonant, the second a vowel. With `으로`/`로` a final ㄹ counts as a vowel. Digits
/// are read in Korean, and words in Latin letters as they are usually transcribed. After any other character both
/// forms are shown.
#[must_use]
pub fn particle(text: &str, after_consonant: &str, after_vowel: &str) -> String {
    let chosen = match final_sound(text) {
        Some(Final::Vowel) => after_vowel.to_owned(),
        Some(Final::Rieul) if after_consonant == "으로" => after_vowel.to_owned(),
        Some(_) => after_consonant.to_owned(),
        None => match after_consonant.strip_suffix(after_vowel) {
            Some(inserted) => format!("({inserted}){after_vowel}"),
            None => format!("{after_consonant}({after_vowel})"),
        },
    };
    format!("{}{chosen}", isolate(text))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Final {
    Vowel,
    Rieul,
    Consonant,
}

fn final_sound(text: &str) -> Option<Final> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = text.chars().next_back()?;
    match last {
        '가'..='힣' => Some(match (u32::from(last) - u32::from('가')) % 28 {
            0 => Final::Vowel,
            8 => Final::Rieul,
            _ => Final::Consonant,
        }),
        // 영 일 이 삼 사 오 육 칠 팔 구
        '2' | '4' | '5' | '9' => Some(Final::Vowel),
        '1' | '7' | '8' => Some(Final::Rieul),
        '0' | '3' | '6' => Some(Final::Consonant),
        'ñ' | 'ń' | 'ň' => Some(Final::Consonant),
        'ł' => Some(Final::Rieul),
        'À'..='ɏ' => Some(Final::Vowel),
        _ if last.is_ascii_alphabetic() => latin_sound(text.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?),
        _ => None,
    }
}

/// The final sound of a word in Latin letters. Capitals are spelled out. Other words are read as they are usually
/// transcribed, where a consonant that cannot end a syllable adds a vowel (the `r` of *ranker*, 랭커; the `t` of
/// *report*, 리포트, but not of *dataset*, 데이터셋). `None` for capitals that can be spelled out or read as a word with
/// different results.
fn latin_sound(word: &str) -> Option<Final> {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.to_ascii_lowercase().ends_with(end));
    let is_vowel = |letter: u8| b"aeiou".contains(&letter.to_ascii_lowercase());
    let is_one = word.len() == 1;
    if is_one || word.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return match () {
            () if ends(&["l", "r"]) => Some(Final::Rieul),
            () if ends(&["m", "n"]) => Some(Final::Consonant),
            () if !is_one && word.bytes().any(is_vowel) && ends(&["b", "c", "k", "p"]) => None,
            () => Some(Final::Vowel),
        };
    }
    let is_short = word.bytes().rev().nth(1).is_some_and(is_vowel) && ends(&["t", "k", "p", "c", "b"]);
    Some(match () {
        () if ends(&["l", "le"]) => Final::Rieul,
        () if is_short || ends(&["m", "n", "ng", "ne", "me", "ck"]) || word.eq_ignore_ascii_case("park") => {
            Final::Consonant
        }
        () => Final::Vowel,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shortened_between_characters() {
        for (text, expected) in [("", ""), ("한글", "한글"), ("한글 이름", "한글…"), ("a\u{1f980}b", "a\u{1f980}…")]
        {
            assert_eq!(shortened(text, 2), expected);
        }
    }

    #[track_caller]
    fn check_particle(text: &str, pair: (&str, &str), expected: &str) {
        assert_eq!(plain(&particle(text, pair.0, pair.1)), expected);
    }

    #[test]
    fn particles_follow_the_last_sound() {
        check_particle("레지스트리", ("을", "를"), "레지스트리를");
        check_particle("모델", ("을", "를"), "모델을");
        check_particle("모델", ("으로", "로"), "모델로");
        check_particle("Fine_Tuned_Models", ("이", "가"), "Fine_Tuned_Models가");
        check_particle("Train", ("이", "가"), "Train이");
        check_particle("v3", ("은", "는"), "v3은");
        check_particle("평가 (2024)", ("은", "는"), "평가 (2024)는");
        check_particle("🦀", ("을", "를"), "🦀을(를)");
        check_particle("🦀", ("으로", "로"), "🦀(으)로");
        check_particle("🦀", ("이라는", "라는"), "🦀(이)라는");
    }

    #[test]
    fn words_of_latin_letters_end_as_they_are_written_in_korean() {
        for word in [
            "Ada Okafor",
            "ci-runner",
            "Ranker",
            "Omar Haddad",
            "Playground",
            "Models (old)",
            "Sofia Lindqvist",
            "checkpoint",
            "report",
            "benchmark",
            "Task",
            "Sync",
            "Catalog",
            "Config",
            "GPT",
            "NLP",
            "Qwen2.5-7B",
            "top-k",
            "R&D",
            "RAG",
            "BERT",
            "José",
            "Zoë",
            "Data",
            "Zoe",
            "x",
        ] {
            check_particle(word, ("을", "를"), &format!("{word}를"));
            check_particle(word, ("으로", "로"), &format!("{word}로"));
        }
        for word in [
            "Dataset",
            "backup",
            "Magic",
            "Check",
            "Pipeline",
            "Baseline",
            "name",
            "training",
            "JSON",
            "LLM",
            "Mina Park",
            "Muñ",
        ] {
            check_particle(word, ("을", "를"), &format!("{word}을"));
            check_particle(word, ("으로", "로"), &format!("{word}으로"));
        }
        for word in ["Table", "Module", "model", "OCR", "URL", "michał"] {
            check_particle(word, ("을", "를"), &format!("{word}을"));
            check_particle(word, ("으로", "로"), &format!("{word}로"));
        }
        check_particle("CLIP", ("은", "는"), "CLIP은(는)");
    }

    #[test]
    fn a_sentence_falls_into_its_pieces() {
        let sentence = format!("{} was created.", isolate("عربى"));
        assert_eq!(pieces(&sentence), [Piece::Isolated("عربى"), Piece::Sentence(" was created.")]);
        assert_eq!(plain(&sentence), "عربى was created.");
    }

    #[test]
    fn marks_inside_a_text_do_not_end_it() {
        let sentence = format!("a {} b", isolate("x\u{2069}y\u{2068}z"));
        assert_eq!(pieces(&sentence), [Piece::Sentence("a "), Piece::Isolated("xyz"), Piece::Sentence(" b")]);
    }
}
