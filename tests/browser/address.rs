//! The address, the steps through it, and the title.

use std::cell::RefCell;
use std::rc::Rc;

use registrar::platform::address;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

use crate::support::{self, CleanPage, document, until, window};

fn check_site(shown: &str, expected: &str) {
    support::address(shown);
    assert_eq!(address::site_path(), expected, "{shown}");
}

fn check_asked(shown: &str, expected: Option<&str>) {
    support::address(shown);
    assert_eq!(address::asked("as").as_deref(), expected, "{shown}");
}

#[wasm_bindgen_test]
fn a_site_is_where_the_page_lies_without_its_file_name() {
    let _page = CleanPage::new();
    check_site("/", "/");
    check_site("/index.html", "/");
    check_site("/some/path/", "/some/path/");
    check_site("/some/path/index.html?as=ada#/about", "/some/path/");
}

#[wasm_bindgen_test]
fn the_address_can_ask_for_somebody_to_act() {
    let _page = CleanPage::new();
    check_asked("/#/", None);
    check_asked("/?as=#/", None);
    check_asked("/?as=mina.park#/", Some("mina.park"));
    check_asked("/?other=1&as=ci-runner", Some("ci-runner"));
    check_asked("/?as=%ED%95%9C#/", Some("한"));
    check_asked("/#/?as=mina.park", None);
}

#[wasm_bindgen_test]
fn forgetting_who_was_asked_for_leaves_the_rest_of_the_address() {
    let _page = CleanPage::new();
    support::address("/?other=1&as=mina.park#/about?x=2");
    address::ask("as", None);
    assert_eq!(address::asked("as"), None);
    let location = window().location();
    assert_eq!((location.search().unwrap(), location.hash().unwrap()), ("?other=1".into(), "#/about?x=2".into()));
}

#[wasm_bindgen_test]
fn what_is_chosen_stands_in_the_address_beside_the_rest() {
    let _page = CleanPage::new();
    support::address("/?as=mina.park#/present?left=a%20b");
    address::ask("type", Some("large"));
    address::ask("lang", Some("한국 & 어"));
    assert_eq!(address::asked("type").as_deref(), Some("large"));
    assert_eq!(address::asked("lang").as_deref(), Some("한국 & 어"));
    assert_eq!(address::asked("as").as_deref(), Some("mina.park"));
    assert_eq!(window().location().hash().unwrap(), "#/present?left=a%20b");
    address::ask("type", None);
    assert_eq!(address::asked("type"), None);
}

#[wasm_bindgen_test]
fn the_title_is_the_tab_s() {
    let before = document().title();
    address::set_title("레지스트리 · <b>Registrar</b>");
    assert_eq!(document().title(), "레지스트리 · <b>Registrar</b>");
    address::set_title(&before);
}

/// Writes down of which changes it is told: what the address is then, behind `back` if somebody came back to it.
fn listening() -> (Rc<RefCell<Vec<String>>>, impl Sized) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let on_move = Callback::from({
        let heard = Rc::clone(&heard);
        move |came_back| heard.borrow_mut().push(format!("{}{}", if came_back { "back " } else { "" }, address::hash()))
    });
    (heard, address::listen(&on_move))
}

#[wasm_bindgen_test]
async fn whoever_listens_is_told_of_every_step_and_not_of_corrections() {
    let _page = CleanPage::new();
    let (heard, listening) = listening();
    let check = |steps: &[&str]| assert_eq!(heard.take(), steps);
    address::push("#/about", false);
    check(&["#/about"]);
    address::push("#/people?open=add", true);
    check(&["#/people?open=add"]);
    assert!(address::is_over());
    address::replace("#/people");
    check(&["#/people"]);
    assert!(!address::is_over());
    assert!(address::correct("#/data"));
    check(&[]);
    assert_eq!(address::hash(), "#/data");
    address::back();
    until("the browser went back", || address::hash() == "#/about").await;
    until("the step is told of", || !heard.borrow().is_empty()).await;
    check(&["back #/about"]);
    window().location().set_hash("#/start").unwrap();
    until("the link is told of", || !heard.borrow().is_empty()).await;
    check(&["#/start"]);
    address::back();
    until("the step is told of", || !heard.borrow().is_empty()).await;
    check(&["back #/about"]);
    window().history().unwrap().forward().unwrap();
    until("the step is told of", || !heard.borrow().is_empty()).await;
    check(&["back #/start"]);
    drop(listening);
    address::push("#/", false);
    check(&[]);
}

#[wasm_bindgen_test]
async fn what_lies_over_a_place_still_does_when_the_browser_comes_back_to_it() {
    let _page = CleanPage::new();
    assert!(!address::is_over());
    address::push("#/create-registry", true);
    address::push("#/about", false);
    assert!(!address::is_over());
    address::back();
    until("the browser went back", || address::hash() == "#/create-registry").await;
    assert!(address::is_over());
}

#[wasm_bindgen_test]
fn steps_leave_what_stands_before_the_hash() {
    let _page = CleanPage::new();
    support::address("/some/path/?as=mina.park#/about");
    address::push("#/people?find=x", false);
    address::replace("#/people?find=%ED%95%9C#y");
    let location = window().location();
    let href = location.href().unwrap();
    assert!(href.ends_with("/some/path/?as=mina.park#/people?find=%ED%95%9C#y"), "{href}");
    address::ask("as", None);
    assert_eq!(address::hash(), "#/people?find=%ED%95%9C#y");
}
