//! The formatters of the browser's `Intl`. Making one takes longer than using it a hundred times, so each is made once.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::super::Language;

/// The kind of a formatter.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    DateTime,
    Date,
    Time,
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "tests without a browser write numbers themselves")
    )]
    Number,
    /// A number of bytes in this unit.
    Size(&'static str),
    List,
}

impl Style {
    /// The class of `Intl`, and the options.
    fn class(self, language: Language) -> (&'static str, Vec<(&'static str, JsValue)>) {
        let hours = match language {
            Language::English => "h12",
            Language::Korean => "h23",
        };
        let date = ("dateStyle", "medium".into());
        let time = [("timeStyle", "short".into()), ("hourCycle", hours.into())];
        match self {
            Self::DateTime => ("DateTimeFormat", [date].into_iter().chain(time).collect()),
            Self::Date => ("DateTimeFormat", vec![date]),
            Self::Time => ("DateTimeFormat", time.into()),
            Self::Number => ("NumberFormat", Vec::new()),
            Self::Size(unit) => {
                let display = if unit == "byte" { "long" } else { "short" };
                let options = [
                    ("style", "unit".into()),
                    ("unit", unit.into()),
                    ("unitDisplay", display.into()),
                    ("maximumSignificantDigits", 3.into()),
                ];
                ("NumberFormat", options.into())
            }
            Self::List => ("ListFormat", Vec::new()),
        }
    }
}

/// A formatter and its method.
#[derive(Clone)]
struct Formatter {
    object: JsValue,
    format: Function,
}

impl Formatter {
    fn new(language: Language, style: Style) -> Option<Self> {
        let (class, options) = style.class(language);
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
        let arguments = Array::of2(&language.tag().into(), &object(&options));
        let object = Reflect::construct(&constructor, &arguments).ok()?;
        let format = Reflect::get(&object, &"format".into()).ok()?.dyn_into().ok()?;
        Some(Self { object, format })
    }
}

thread_local! {
    static FORMATTERS: RefCell<HashMap<(Language, Style), Option<Formatter>>> = RefCell::default();
}

/// The value in words, or `None` if the browser cannot write it.
pub fn format(language: Language, style: Style, value: &JsValue) -> Option<String> {
    let formatter = FORMATTERS.with_borrow_mut(|known| {
        known.entry((language, style)).or_insert_with(|| Formatter::new(language, style)).clone()
    });
    let Formatter { object, format } = formatter?;
    format.call1(&object, value).ok()?.as_string()
}

/// An object with these properties.
pub fn object<T: Into<JsValue> + Clone>(options: &[(&str, T)]) -> JsValue {
    let object = Object::new();
    for (name, value) in options {
        // Setting a property of a new object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from(*name), &value.clone().into());
    }
    object.into()
}
