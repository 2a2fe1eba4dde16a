//! Focus, values and attributes of elements.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use registrar::platform::dom;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::support::{document, script};

/// An element that is in the page until it is dropped.
struct MountedElement(HtmlElement);

impl MountedElement {
    fn new(markup: &str) -> Self {
        let around = document().create_element("div").unwrap();
        around.set_inner_html(markup);
        document().body().unwrap().append_child(&around).unwrap();
        Self(around.first_element_child().unwrap().unchecked_into())
    }
}

impl Drop for MountedElement {
    fn drop(&mut self) {
        self.0.parent_element().unwrap().remove();
    }
}

/// The value that an event from this element reports.
fn check_text(markup: &str, expected: &str) {
    let shown = MountedElement::new(markup);
    let heard = Rc::new(RefCell::new(None));
    let listener = EventListener::new(&shown.0, "input", {
        let heard = Rc::clone(&heard);
        move |event| *heard.borrow_mut() = Some(dom::field_value(event))
    });
    shown.0.dispatch_event(&script("new Event('input')").unchecked_into()).unwrap();
    drop(listener);
    assert_eq!(heard.borrow().as_deref(), Some(expected), "{markup}");
}

fn check_composing(event: &str, expected: bool) {
    assert_eq!(dom::is_composing(script(event).unchecked_ref::<KeyboardEvent>()), expected, "{event}");
}

#[wasm_bindgen_test]
fn the_text_of_a_field_is_its_value() {
    check_text("<input value=' a  \u{1112}\u{1161} '>", " a  \u{1112}\u{1161} ");
    check_text("<textarea>one\ntwo </textarea>", "one\ntwo ");
    check_text("<select><option value='a'>A</option><option value='b' selected>B</option></select>", "b");
    check_text("<div>no field</div>", "");
}

#[wasm_bindgen_test]
fn a_key_that_composes_a_character_means_nothing_else() {
    check_composing("new KeyboardEvent('keydown', { key: 'Enter', isComposing: true })", true);
    check_composing("new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 })", true);
    check_composing("new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 })", false);
}

#[wasm_bindgen_test]
fn the_focus_goes_to_the_element_with_the_id() {
    let shown = MountedElement::new("<button id='focus-test'>Here</button>");
    dom::focus("nothing-has-this-id");
    dom::focus("focus-test");
    assert!(dom::focused_element().unwrap().is_same_node(Some(&shown.0)));
}

#[wasm_bindgen_test]
fn attributes_of_the_root_are_set_and_removed() {
    let root = document().document_element().unwrap();
    dom::set_root_attribute("data-test", Some("1"));
    assert_eq!(root.get_attribute("data-test").as_deref(), Some("1"));
    dom::set_root_attribute("data-test", None);
    assert!(!root.has_attribute("data-test"));
}
