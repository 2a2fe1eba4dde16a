//! Events from other tabs, simulated by a second window of the origin.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use registrar::platform::channel::{Presence, listen_to_storage};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

use crate::support::{CleanPage, OtherWindow, call, local, until, window};

#[wasm_bindgen_test]
async fn a_write_of_another_window_is_announced_by_its_key() {
    let _page = CleanPage::new();
    let other = OtherWindow::open();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listening = listen_to_storage(&Callback::from({
        let heard = Rc::clone(&heard);
        move |key| heard.borrow_mut().push(key)
    }));
    local().set_item("registrar:own", "x").unwrap();
    other.local().set_item("registrar:a", "x").unwrap();
    other.local().remove_item("registrar:a").unwrap();
    other.local().clear().unwrap();
    until("three changes are heard of", || heard.borrow().len() >= 3).await;
    let key = || Some("registrar:a".to_owned());
    assert_eq!(*heard.borrow(), [key(), key(), None], "its own change is not news to a tab");

    call(
        "window => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))",
        &[window().into()],
    );
    assert_eq!(heard.borrow().len(), 3, "a page that was just loaded has missed nothing");
    call(
        "window => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        &[window().into()],
    );
    assert_eq!(heard.borrow().len(), 4, "a page that comes back may have missed anything");

    drop(listening);
    call(
        "window => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        &[window().into()],
    );
    assert_eq!(heard.borrow().len(), 4);
}

/// A tab that counts the others.
fn tab(site: &str, name: &str) -> (Presence, Rc<Cell<usize>>) {
    let count = Rc::new(Cell::new(0));
    let on_count = Callback::from({
        let count = Rc::clone(&count);
        move |others| count.set(others)
    });
    (Presence::join(site, name.to_owned(), on_count).unwrap(), count)
}

#[wasm_bindgen_test]
async fn tabs_of_one_site_count_each_other() {
    let (one, one_sees) = tab("/", "one");
    let (_elsewhere, elsewhere_sees) = tab("/elsewhere/", "elsewhere");
    let (two, two_sees) = tab("/", "two");
    until("two tabs see each other", || (one_sees.get(), two_sees.get()) == (1, 1)).await;
    let (three, three_sees) = tab("/", "three");
    let all = || (one_sees.get(), two_sees.get(), three_sees.get());
    until("three tabs see each other", || all() == (2, 2, 2)).await;
    drop(two);
    until("the others see that one is gone", || (one_sees.get(), three_sees.get()) == (1, 1)).await;
    drop(three);
    until("the last one sees that it is alone", || one_sees.get() == 0).await;
    drop(one);
    assert_eq!(elsewhere_sees.get(), 0, "tabs of another site are no tabs of this one");
}
