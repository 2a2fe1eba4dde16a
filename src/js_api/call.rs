//! Reading what a script hands over. A script can hand over anything: objects that hold themselves, getters that throw,
//! texts that are no Unicode. So a copy is read that can do nothing; and whatever is not as it should be is an answer,
//! never a panic, which would end the page.

use js_sys::{Array, JSON, JsString, Object, Reflect};
use registry::TextFault;
use wasm_bindgen::{JsCast, JsValue};

use super::error::{Answer, Failure, Problem};
use super::words::Words;
use crate::i18n::fault::Subject;

/// The most UTF-16 units that a call may have as JSON: no browser keeps more.
const LARGEST: u32 = 5_000_000;

/// A copy of a value without anything in it that could run, change or go round in circles.
pub fn copied(value: &JsValue, at: &str) -> Answer<JsValue> {
    let malformed = |problem| Failure::malformed(problem, at, "a plain value");
    let json = JSON::stringify(value).map_err(|_| malformed(Problem::NotPlain))?;
    // Of what JSON cannot say, such as a function, nothing is left at all.
    if !json.is_string() {
        return Err(malformed(Problem::NotPlain));
    }
    if json.length() > LARGEST {
        return Err(malformed(Problem::TooLarge));
    }
    JSON::parse(&String::from(json)).map_err(|_| malformed(Problem::NotPlain))
}

/// The text that a value is.
pub fn text(value: &JsValue, at: &str) -> Answer<String> {
    match value.dyn_ref::<JsString>() {
        // Half a surrogate pair would silently become another character.
        Some(text) if text.is_valid_utf16() => Ok(text.into()),
        Some(_) => Err(Failure::malformed(Problem::NotPlain, at, "a string of whole characters")),
        None => Err(Failure::malformed(Problem::WrongType, at, "a string")),
    }
}

/// The fields of an object that was copied.
pub struct Fields {
    object: Object,
    at: String,
}

impl Fields {
    /// The fields of the object that a value is.
    pub fn of(value: JsValue, at: String) -> Answer<Self> {
        if !value.is_object() || Array::is_array(&value) {
            return Err(Failure::malformed(Problem::WrongType, &at, "an object"));
        }
        Ok(Self { object: value.unchecked_into(), at })
    }

    /// The fields of an argument, which has these and may have those.
    pub fn of_argument(value: &JsValue, required: &[&str], optional: &[&str]) -> Answer<Self> {
        let at = "argument";
        let fields = Self::of(copied(value, at)?, at.to_owned())?;
        fields.are(required, optional)?;
        Ok(fields)
    }

    /// That all of the required fields are there, and no other than these and the optional ones.
    pub fn are(&self, required: &[&str], optional: &[&str]) -> Answer<()> {
        for key in Object::keys(&self.object).iter().filter_map(|key| key.as_string()) {
            if !required.contains(&key.as_str()) && !optional.contains(&key.as_str()) {
                let all: Vec<&str> = required.iter().chain(optional).copied().collect();
                return Err(Failure::malformed(Problem::UnknownField, &self.place(&key), &all.join(", ")));
            }
        }
        match required.iter().find(|field| !self.has(field)) {
            Some(field) => Err(Failure::malformed(Problem::MissingField, &self.place(field), "a value")),
            None => Ok(()),
        }
    }

    /// Where a field is.
    pub fn place(&self, field: &str) -> String {
        format!("{}.{field}", self.at)
    }

    /// What stands in a field.
    pub fn get(&self, field: &str) -> JsValue {
        Reflect::get(&self.object, &field.into()).unwrap_or(JsValue::UNDEFINED)
    }

    /// Whether the field is there.
    pub fn has(&self, field: &str) -> bool {
        !self.get(field).is_undefined()
    }

    /// A text.
    #[inline(never)]
    pub fn text(&self, field: &str) -> Answer<String> {
        text(&self.get(field), &self.place(field))
    }

    /// Yes or no.
    pub fn bool(&self, field: &str) -> Answer<bool> {
        let value = self.get(field).as_bool();
        value.ok_or_else(|| Failure::malformed(Problem::WrongType, &self.place(field), "true or false"))
    }

    /// What a word stands for.
    #[inline(never)]
    pub fn word<T: Copy>(&self, field: &str, words: Words<T>) -> Answer<T> {
        let word = self.text(field)?;
        let found = words.iter().find(|(known, _)| *known == word);
        found.map(|(_, meaning)| *meaning).ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(known, _)| *known).collect();
            Failure::malformed(Problem::UnknownValue, &self.place(field), &known.join(" or "))
        })
    }

    /// What a word stands for, or something else if there is none.
    pub fn word_or<T: Copy>(&self, field: &str, words: Words<T>, otherwise: T) -> Answer<T> {
        if self.has(field) { self.word(field, words) } else { Ok(otherwise) }
    }

    /// The value that a text is parsed as.
    #[inline(never)]
    pub fn parsed<T>(
        &self,
        field: &'static str,
        subject: Subject,
        parse: fn(&str) -> Result<T, TextFault>,
    ) -> Answer<T> {
        parse(&self.text(field)?).map_err(|fault| Failure::invalid(field, subject, &fault))
    }

    /// Texts: one by itself, or a list of them.
    pub fn texts(&self, field: &str) -> Answer<Vec<String>> {
        let (value, at) = (self.get(field), self.place(field));
        match value.dyn_ref::<Array>() {
            Some(list) => list.iter().zip(0_usize..).map(|(item, nth)| text(&item, &format!("{at}[{nth}]"))).collect(),
            None if value.is_string() => Ok(vec![text(&value, &at)?]),
            None => Err(Failure::malformed(Problem::WrongType, &at, "a list of strings")),
        }
    }
}
