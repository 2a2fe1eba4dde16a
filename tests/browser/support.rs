//! Shared helpers: a clean page, waiting, and a second window of the origin.
//!
//! Small scripts do what the app itself never does.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Storage, Window};

/// The element of a mounted app.
pub const MOUNT: &str = "div[data-mount]";

/// The timeout in frames, far longer than anything takes.
const FRAMES: usize = 900;

/// A page as on a first visit. It is cleaned before and after a test.
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
    // A failed test did not unmount its app.
    while let Some(app) = find(MOUNT) {
        app.remove();
    }
    for name in ["data-crashed", "data-theme", "lang"] {
        document().document_element().unwrap().remove_attribute(name).unwrap();
    }
}

/// The value of an expression.
pub fn script(source: &str) -> JsValue {
    js_sys::eval(&format!("({source})")).unwrap()
}

/// Calls a function expression.
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

/// The contents of local storage.
pub fn image() -> BTreeMap<String, String> {
    let storage = local();
    let keys = (0..storage.length().unwrap()).map(|nth| storage.key(nth).unwrap().unwrap());
    keys.map(|key| (key.clone(), storage.get_item(&key).unwrap().unwrap())).collect()
}

/// Shows an address without a navigation. Browsers limit the number of changes in a few seconds, so the current
/// address is left alone.
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

/// Waits for a condition.
pub async fn until(description: &str, is_met: impl Fn() -> bool) {
    for _ in 0..FRAMES {
        if is_met() {
            return;
        }
        frame().await;
    }
    panic!("it never came about: {description}");
}

/// A second window of the same origin. Its writes cause events here, like those of another tab.
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

/// The first element that matches a selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).unwrap().map(JsCast::unchecked_into)
}

/// The field or select with this label.
fn control(label: &str) -> JsValue {
    const SCRIPT: &str = "label => [...document.querySelectorAll('label')]
        .find(element => element.textContent.trim() === label)?.control";
    call(SCRIPT, &[label.into()])
}

/// The field with this label.
pub fn field(label: &str) -> Option<HtmlInputElement> {
    control(label).dyn_into().ok()
}

/// The button with this text, within the element that the selector finds.
pub fn button(within: &str, text: &str) -> Option<HtmlElement> {
    const SCRIPT: &str = "(within, text) => [...document.querySelectorAll(`${within} button`)]
        .find(element => element.textContent.trim() === text)";
    call(SCRIPT, &[within.into(), text.into()]).dyn_into().ok()
}

/// Types a text into a field, with its event.
pub fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    dispatch(field, "new InputEvent('input', { bubbles: true })");
}

/// Selects an option by its text.
pub fn choose(label: &str, option: &str) {
    const SCRIPT: &str = "(select, text) => {
        select.value = [...select.options].find(option => option.textContent.trim() === text).value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    call(SCRIPT, &[control(label), option.into()]);
}

/// Dispatches the event that the script makes.
pub fn dispatch(target: &HtmlElement, event: &str) {
    target.dispatch_event(&script(event).unchecked_into()).unwrap();
}
