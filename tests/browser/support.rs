//! What the tests share: a clean page to begin with, waiting for what happens next, and a second window of the origin.
//!
//! What the app itself never asks of the browser is asked by a line of script here.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Storage, Window};

/// Where an app is mounted.
pub const MOUNT: &str = "div[data-mount]";

/// How many frames something may take: far more than it ever does.
const FRAMES: usize = 300;

/// A page as it is on a first visit, before the test and after it: whatever a test leaves behind is nobody else's.
pub struct CleanPage;

impl CleanPage {
    pub fn new() -> Self {
        clean();
        Self
    }
}

impl Drop for CleanPage {
    fn drop(&mut self) {
        clean();
    }
}

fn clean() {
    local().clear().unwrap();
    session().clear().unwrap();
    address("/#/");
    // A test that stopped could not take its app away.
    while let Some(app) = find(MOUNT) {
        app.remove();
    }
    for name in ["data-crashed", "data-theme", "lang"] {
        document().document_element().unwrap().remove_attribute(name).unwrap();
    }
}

/// What the script, an expression, comes to.
pub fn script(source: &str) -> JsValue {
    js_sys::eval(&format!("({source})")).unwrap()
}

/// Calls the function that the script is.
pub fn call(function: &str, arguments: &[JsValue]) -> JsValue {
    let arguments: Array = arguments.iter().collect();
    script(function).unchecked_into::<Function>().apply(&JsValue::UNDEFINED, &arguments).unwrap()
}

pub fn window() -> Window {
    web_sys::window().unwrap()
}

pub fn document() -> Document {
    window().document().unwrap()
}

pub fn local() -> Storage {
    window().local_storage().unwrap().unwrap()
}

pub fn session() -> Storage {
    window().session_storage().unwrap().unwrap()
}

/// Everything that local storage holds.
pub fn image() -> BTreeMap<String, String> {
    let storage = local();
    let keys = (0..storage.length().unwrap()).map(|nth| storage.key(nth).unwrap().unwrap());
    keys.map(|key| (key.clone(), storage.get_item(&key).unwrap().unwrap())).collect()
}

/// Shows another address without going there. Browsers let the address be changed only so often in a few seconds, and
/// ignore what comes after: so one that is shown already is left alone.
pub fn address(address: &str) {
    let location = window().location();
    let shown = [location.pathname(), location.search(), location.hash()].map(Result::unwrap).concat();
    let history = window().history().unwrap();
    if shown == address && history.state().unwrap().is_null() {
        return;
    }
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
}

/// Waits until the browser has painted.
pub async fn frame() {
    let promise = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until it is so.
pub async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..FRAMES {
        if is_so() {
            return;
        }
        frame().await;
    }
    panic!("it never came about: {what}");
}

/// A second window of the same origin. What it writes, this one is told of, as of any other tab.
pub struct OtherWindow(Element);

impl OtherWindow {
    pub fn open() -> Self {
        let frame = document().create_element("iframe").unwrap();
        document().body().unwrap().append_child(&frame).unwrap();
        Self(frame)
    }

    pub fn local(&self) -> Storage {
        let window: Window = Reflect::get(&self.0, &"contentWindow".into()).unwrap().unchecked_into();
        window.local_storage().unwrap().unwrap()
    }
}

impl Drop for OtherWindow {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// The element that a selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).unwrap().map(JsCast::unchecked_into)
}

/// What has this label: a field or a select.
fn labelled(label: &str) -> JsValue {
    const SCRIPT: &str = "label => [...document.querySelectorAll('label')]
        .find(element => element.textContent.trim() === label)?.control";
    call(SCRIPT, &[label.into()])
}

/// The field with this label.
pub fn field(label: &str) -> Option<HtmlInputElement> {
    labelled(label).dyn_into().ok()
}

/// The button that says this, within what the selector finds.
pub fn button(within: &str, text: &str) -> Option<HtmlElement> {
    const SCRIPT: &str = "(within, text) => [...document.querySelectorAll(`${within} button`)]
        .find(element => element.textContent.trim() === text)";
    call(SCRIPT, &[within.into(), text.into()]).dyn_into().ok()
}

/// Puts a text into a field and tells it, as typing does.
pub fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    dispatch(field, "new InputEvent('input', { bubbles: true })");
}

/// Chooses the option with this text in the select with this label.
pub fn choose(label: &str, option: &str) {
    const SCRIPT: &str = "(select, text) => {
        select.value = [...select.options].find(option => option.textContent.trim() === text).value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    call(SCRIPT, &[labelled(label), option.into()]);
}

/// Sends an event, made by the script.
pub fn dispatch(target: &HtmlElement, event: &str) {
    target.dispatch_event(&script(event).unchecked_into()).unwrap();
}
