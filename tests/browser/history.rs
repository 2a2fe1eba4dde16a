//! The guard in front of the router, and the changes of the address that it announces.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use registrar::platform::history;
use registrar::routes::Route;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_router::history::{HashHistory, History};
use yew_router::hooks::use_route;
use yew_router::{HashRouter, Routable};

use crate::support::{self, CleanPage, call, document, frame, until, window};

/// Records the addresses that are announced to the router. The router throws at an address that it cannot read.
fn listen() -> (Rc<RefCell<Vec<String>>>, impl Sized) {
    history::install_guard();
    let announced = Rc::new(RefCell::new(Vec::new()));
    let router = HashHistory::new();
    let listener = router.listen({
        let (announced, router) = (Rc::clone(&announced), router.clone());
        move || {
            let location = router.location();
            announced.borrow_mut().push(format!("{}{}{}", location.path(), location.query_str(), location.hash()));
        }
    });
    (announced, listener)
}

/// The route of the current address.
fn current_route() -> Route {
    Route::recognize(HashHistory::new().location().path()).unwrap()
}

/// Hashes and their repaired forms.
const REPAIRED: [(&str, &str); 9] = [
    ("#", "#/"),
    ("#main", "#/"),
    ("#registry/x", "#/"),
    ("#//", "#/"),
    ("#//evil.example/", "#/"),
    ("#/\\x", "#/"),
    ("#?x", "#/"),
    ("#/registry/..", "#/registry/%252E%252E"),
    ("#/people/%2e%2E/.?find=x", "#/people/%252E%252E/%252E?find=x"),
];

#[wasm_bindgen_test]
fn an_address_that_the_router_cannot_read_is_repaired_at_the_start() {
    for (hash, repaired) in REPAIRED {
        let _page = CleanPage::new();
        support::address(&format!("/some/path/?as=mina.park{hash}"));
        history::install_guard();
        assert_eq!(history::hash(), repaired, "{hash}");
        assert_eq!(window().location().search().unwrap(), "?as=mina.park");
        current_route();
    }
}

#[wasm_bindgen_test]
async fn an_address_that_the_router_cannot_read_is_repaired_before_it_is_announced() {
    let _page = CleanPage::new();
    let (announced, _listener) = listen();
    for (hash, repaired) in REPAIRED {
        history::push("#/about");
        announced.take();
        window().location().set_hash(hash).unwrap();
        until(&format!("the router hears of {hash}"), || !announced.borrow().is_empty()).await;
        assert_eq!(announced.take(), [repaired.trim_start_matches('#')]);
        assert_eq!(history::hash(), repaired, "{hash}");
    }
}

#[wasm_bindgen_test]
fn routes_are_parsed_from_handwritten_addresses() {
    let _page = CleanPage::new();
    history::install_guard();
    let registry = |text: &str| Route::Registry { registry: text.to_owned() };
    for (hash, route) in [
        ("#/about", Route::About),
        ("#/about/", Route::About),
        ("#/about?x=/people", Route::About),
        ("#/about#/people?x", Route::About),
        ("#/start\\empty", Route::StartEmpty),
        ("#/registry/a%2Fb%3F%23%25%20%ED%95%9C", registry("a/b?#% 한")),
        ("#/registry/한 글", registry("한 글")),
        ("#/registry/{x}", registry("{x}")),
        ("#/registry/%2e%2e", registry("%2E%2E")),
        ("#/registry/%252e", registry("%2e")),
        ("#/registry/..", registry("%2E%2E")),
        ("#/registry/%E0", Route::NothingHere),
        ("#/registry//settings", Route::NothingHere),
        ("#/people/../about", Route::NothingHere),
        ("#/http://evil.example", Route::NothingHere),
    ] {
        history::push(hash);
        assert_eq!(current_route(), route, "{hash}");
        // The formatted address gives the same route.
        history::push(&route.href());
        assert_eq!(current_route(), route, "{}", route.href());
    }
}

#[wasm_bindgen_test]
async fn every_step_is_announced_to_the_router_once() {
    let _page = CleanPage::new();
    let (announced, _listener) = listen();
    let check = |steps: &[&str]| assert_eq!(announced.take(), steps);
    history::push("#/about");
    check(&["/about"]);
    history::open_on_top("#/people?open=add");
    check(&["/people?open=add"]);
    assert!(history::is_on_top());
    history::replace("#/people");
    check(&["/people"]);
    assert!(!history::is_on_top());
    history::back();
    history::back();
    until("the router hears of the step", || !announced.borrow().is_empty()).await;
    check(&["/about"]);
    assert!(history::restored_scroll().is_some(), "somebody came back");
    window().location().set_hash("#/start").unwrap();
    until("the router hears of the link", || !announced.borrow().is_empty()).await;
    check(&["/start"]);
    assert!(history::restored_scroll().is_none(), "a link leads to the head of the page");
    history::back();
    until("the router hears of the step", || !announced.borrow().is_empty()).await;
    check(&["/about"]);
    window().history().unwrap().forward().unwrap();
    until("the router hears of the step", || !announced.borrow().is_empty()).await;
    check(&["/start"]);
}

#[wasm_bindgen_test]
async fn an_address_on_top_of_another_is_closed_by_going_back() {
    let _page = CleanPage::new();
    history::install_guard();
    history::push("#/people");
    history::open_on_top("#/people?open=add");
    history::push("#/about");
    assert!(!history::is_on_top());
    history::back();
    until("the browser went back", || history::hash() == "#/people?open=add").await;
    // The browser keeps the state across a reload.
    assert!(history::is_on_top());
    frame().await;
    history::close("#/");
    until("the browser went back", || history::hash() == "#/people").await;
    assert!(!history::is_on_top());
    frame().await;
    history::close("#/");
    assert_eq!(history::hash(), "#/");
}

#[wasm_bindgen_test]
fn steps_keep_the_address_before_the_hash() {
    let _page = CleanPage::new();
    support::address("/some/path/?as=mina.park#/about");
    history::install_guard();
    history::push("#/people?find=x");
    history::replace("#/people?find=%ED%95%9C#y");
    let href = window().location().href().unwrap();
    assert!(href.ends_with("/some/path/?as=mina.park#/people?find=%ED%95%9C#y"), "{href}");
}

/// Makes the browser refuse changes of its history, until this is dropped.
struct RefuseHistoryChanges;

impl RefuseHistoryChanges {
    fn begin() -> Self {
        script_on_history(
            "history => history.pushState = history.replaceState = () => { throw new Error('Refused'); }",
        );
        Self
    }
}

impl Drop for RefuseHistoryChanges {
    fn drop(&mut self) {
        script_on_history("history => { delete history.pushState; delete history.replaceState; }");
    }
}

fn script_on_history(script: &str) {
    call(script, &[Reflect::get(&window(), &JsValue::from("history")).unwrap()]);
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_changes_of_its_history_follows_links() {
    let _page = CleanPage::new();
    let (announced, _listener) = listen();
    let refusing = RefuseHistoryChanges::begin();
    history::push("#/about");
    until("the router hears of it", || *announced.borrow() == ["/about"]).await;
    history::replace("#/people");
    until("the router hears of it", || *announced.borrow() == ["/about", "/people"]).await;
    window().location().set_hash("#main").unwrap();
    until("the router hears of it", || announced.borrow().last().is_some_and(|last| last == "/")).await;
    drop(refusing);
}

/// Clicks what a link with these attributes contains. Returns whether the browser would follow it as well; the page of the
/// tests stays.
fn click_link(attributes: &str, click: &str) -> bool {
    let script = format!(
        "() => {{
            document.body.insertAdjacentHTML('beforeend', '<a {attributes}><b></b></a>');
            const link = document.body.lastElementChild;
            let follows = false;
            addEventListener('click', (event) => {{
                follows = !event.defaultPrevented;
                event.preventDefault();
            }}, {{ once: true }});
            link.firstElementChild.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, {click} }}));
            link.remove();
            return follows;
        }}"
    );
    call(&script, &[]).is_truthy()
}

#[wasm_bindgen_test]
fn a_clicked_link_is_followed_within_the_click() {
    let _page = CleanPage::new();
    let (announced, _listener) = listen();
    let entries = || window().history().unwrap().length().unwrap();
    history::replace("#/");
    announced.take();
    assert!(!click_link("href=#/about", ""));
    assert_eq!((announced.take(), history::hash().as_str()), (vec!["/about".to_owned()], "#/about"));

    let before = entries();
    assert!(!click_link("href=#/about", ""));
    assert_eq!((announced.take(), entries()), (vec!["/about".to_owned()], before), "no entry for the same address");

    for (attributes, click) in [
        ("href=#/people", "ctrlKey: true"),
        ("href=#/people", "shiftKey: true"),
        ("href=#/people", "button: 1"),
        ("href=#/people target=_blank", ""),
        ("href=#/people download", ""),
        ("href=#main", ""),
        ("href=https://example.com/#/people", ""),
    ] {
        assert!(click_link(attributes, click), "{attributes}, {click}");
        assert_eq!((announced.take(), history::hash().as_str()), (vec![], "#/about"), "{attributes}, {click}");
    }
}

#[wasm_bindgen_test]
async fn an_address_that_follows_typing_changes_seldom_and_ends_as_it_was_typed() {
    let _page = CleanPage::new();
    let (announced, _listener) = listen();
    history::replace_throttled("#/?filter=0");
    assert_eq!(announced.take(), ["/?filter=0"], "the first change is made at once");
    for typed in 1..60 {
        history::replace_throttled(&format!("#/?filter={typed}"));
    }
    assert!(announced.take().len() < 40, "browsers allow only so many changes");
    until("the last one is shown", || history::hash() == "#/?filter=59").await;
    assert_eq!(announced.take(), ["/?filter=59"]);
    // Navigating on writes the pending address immediately.
    history::replace_throttled("#/?filter=x");
    history::push("#/about");
    assert_eq!(announced.take(), ["/about"]);
    history::back();
    until("the browser went back", || history::hash() == "#/?filter=x").await;
    until("the router hears of it", || !announced.borrow().is_empty()).await;

    let refusing = RefuseHistoryChanges::begin();
    history::replace_throttled("#/?filter=y");
    assert_eq!(history::hash(), "#/?filter=x");
    drop(refusing);
    until("it is tried again", || history::hash() == "#/?filter=y").await;
}

/// Shows the address of the router's route.
#[component]
fn CurrentAddress() -> Html {
    let route = use_route::<Route>();
    html! {
        <output>
            if let Some(route) = route {
                { route.href() }
            }
        </output>
    }
}

/// A page on a drive.
#[component]
fn DriveApp() -> Html {
    html! { <HashRouter basename="/C:"><CurrentAddress /></HashRouter> }
}

/// On Windows, addresses resolve against a path that begins with the drive.
#[wasm_bindgen_test]
async fn the_drive_of_a_file_is_no_part_of_a_route() {
    let _page = CleanPage::new();
    history::install_guard();
    let element = document().create_element("div").unwrap();
    for (resolved, found) in [("#/C:/", "#/"), ("#/C:/about", "#/about"), ("#/C:/registry/a%2Fb", "#/registry/a%2Fb")] {
        support::address(&format!("/{resolved}"));
        let app = yew::Renderer::<DriveApp>::with_root(element.clone()).render();
        until(&format!("{found} is found"), || element.text_content().as_deref() == Some(found)).await;
        app.destroy();
    }
}
