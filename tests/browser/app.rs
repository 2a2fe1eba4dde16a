//! The mounted app: the identity of elements across renders, and cleanup.

use std::slice;

use domain::Visibility;
use js_sys::Reflect;
use registrar::shell::app::{App, AppProps};
use registrar::state::Store;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};
use yew::AppHandle;

use crate::store::{create, demo};
use crate::support::{
    CleanPage, OtherWindow, address, button, call, choose, dispatch, document, field, find, frame, local, script,
    session, type_into, until,
};

/// The mounted app. It is unmounted when it is dropped.
pub struct Mounted {
    app: Option<AppHandle<App>>,
    element: Element,
}

impl Mounted {
    pub fn new(store: &Store) -> Self {
        let element = document().create_element("div").unwrap();
        element.set_attribute("data-mount", "").unwrap();
        document().body().unwrap().append_child(&element).unwrap();
        let renderer = yew::Renderer::<App>::with_root_and_props(element.clone(), AppProps { store: store.clone() });
        Self { app: Some(renderer.render()), element }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.app.take().unwrap().destroy();
        self.element.remove();
    }
}

fn cards() -> Vec<String> {
    let names = call("() => [...document.querySelectorAll('.card-title')].map(title => title.textContent)", &[]);
    js_sys::Array::from(&names).iter().map(|name| name.as_string().unwrap()).collect()
}

fn has_card(name: &str) -> bool {
    cards().iter().any(|card| card == name)
}

/// The field is still the same element, with its text and the focus.
#[track_caller]
fn check_untouched(before: &HtmlInputElement, label: &str, text: &str) {
    let now = field(label).expect(label);
    assert!(now.is_same_node(Some(before)), "{label} is another element");
    assert_eq!(now.value(), text, "{label}");
    assert!(document().active_element().unwrap().is_same_node(Some(&now)), "{label} has lost the focus");
}

#[wasm_bindgen_test]
async fn the_filter_stays_the_same_field_while_the_list_shrinks_and_grows() {
    let _page = CleanPage::new();
    let app = Mounted::new(&demo());
    until("the registries are shown", || has_card("Playground")).await;
    let filter = field("Filter").unwrap();
    filter.focus().unwrap();
    let all = cards().len();
    let vision = "Vision Checkpoints";
    for (text, left) in [("vis", None), ("vision", Some(vision)), ("visionx", None), ("음성", Some("음성 데이터셋"))]
    {
        type_into(&filter, text);
        let is_there = || left.is_none_or(has_card) && cards().len() < all;
        until(&format!("the list follows {text:?}"), is_there).await;
        check_untouched(&filter, "Filter", text);
    }
    type_into(&filter, "");
    until("the list is whole again", || cards().len() == all).await;
    check_untouched(&filter, "Filter", "");
    drop(app);
}

#[wasm_bindgen_test]
async fn the_filter_stays_the_same_field_when_another_tab_creates_a_registry() {
    let _page = CleanPage::new();
    let store = demo();
    let app = Mounted::new(&store);
    until("the registries are shown", || has_card("Playground")).await;
    let filter = field("Filter").unwrap();
    filter.focus().unwrap();
    let other = OtherWindow::open();
    let record = record_of_another_tab(&store, "From elsewhere");
    other.local().set_item(&record.0, &record.1).unwrap();
    until("the new one is shown", || has_card("From elsewhere")).await;
    check_untouched(&filter, "Filter", "");
    drop(app);
}

/// The key and the value of a record that another tab would write now. Storage does not contain it.
fn record_of_another_tab(store: &Store, name: &str) -> (String, String) {
    let receipt = Store::open().dispatch(&[create(name, Visibility::Organization)]).unwrap();
    let id = receipt.record.to_string().replace('.', ":");
    let key = format!("registrar:{}:log:{id}", store.model().workspace().unwrap());
    let value = local().get_item(&key).unwrap().unwrap();
    local().remove_item(&key).unwrap();
    (key, value)
}

#[wasm_bindgen_test]
async fn the_name_in_the_dialog_stays_the_same_field_after_other_choices() {
    let _page = CleanPage::new();
    address("/#/create-registry");
    let app = Mounted::new(&demo());
    until("the dialog is open", || find("dialog[open]").is_some() && field("Name").is_some()).await;
    let name = field("Name").unwrap();
    name.focus().unwrap();
    for text in ["F", "models", "Fine_Tuned_Models", "a/b", ""] {
        type_into(&name, text);
        let left = format!("{} left", 113 - text.len());
        until(&format!("the form follows {text:?}"), || counter(&name) == left).await;
        check_untouched(&name, "Name", text);
    }
    type_into(&name, "Fine_Tuned_Models");
    choose("Registry visibility", "Restricted");
    choose("Accepted artifacts type", "Specify types");
    until("types can be added", || field("Add artifact type").is_some()).await;
    check_untouched(&name, "Name", "Fine_Tuned_Models");

    let add = field("Add artifact type").unwrap();
    for (nth, artifact_type) in ["model", "dataset", "report"].into_iter().enumerate() {
        type_into(&add, artifact_type);
        frame().await;
        dispatch(&add, "new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })");
        until("the type is added", || chips() == nth + 1).await;
        assert!(field("Add artifact type").unwrap().is_same_node(Some(&add)), "the field for types is another element");
        assert!(field("Name").unwrap().is_same_node(Some(&name)), "Name is another element");
    }
    drop(app);
}

/// The counter below a field.
fn counter(field: &HtmlInputElement) -> String {
    let counter = field.closest(".field").unwrap().unwrap().query_selector(".counter").unwrap();
    counter.and_then(|counter| counter.text_content()).unwrap_or_default()
}

fn chips() -> usize {
    js_sys::Array::from(&call("() => [...document.querySelectorAll('dialog .chip')]", &[])).iter().count()
}

/// The stored draft of this number.
fn stored_draft(nth: u32) -> String {
    session().get_item(&session().key(nth).unwrap().unwrap()).unwrap().unwrap()
}

#[wasm_bindgen_test]
async fn typed_text_in_the_dialog_is_kept_for_the_tab_and_discarded_by_cancel() {
    let _page = CleanPage::new();
    let store = demo();
    address("/#/create-registry");
    let app = Mounted::new(&store);
    until("the dialog is open", || field("Name").is_some()).await;
    type_into(&field("Name").unwrap(), "  half a na");
    let is_kept = || (0..session().length().unwrap()).any(|nth| stored_draft(nth).contains("  half a na"));
    until("the draft is kept", is_kept).await;
    drop(app);
    frame().await;

    let app = Mounted::new(&store);
    until("the dialog is open again", || field("Name").is_some()).await;
    assert_eq!(field("Name").unwrap().value(), "  half a na");
    button("dialog", "Cancel").unwrap().click();
    until("the dialog is gone", || find("dialog").is_none()).await;
    drop(app);
    frame().await;

    address("/#/create-registry");
    let _app = Mounted::new(&store);
    until("the dialog is open once more", || field("Name").is_some()).await;
    assert_eq!(field("Name").unwrap().value(), "");
}

#[wasm_bindgen_test]
async fn the_guide_s_registry_is_created_and_stays() {
    let _page = CleanPage::new();
    let store = demo();
    let app = Mounted::new(&store);
    until("the registries are shown", || button("main", "Create registry").is_some()).await;
    button("main", "Create registry").unwrap().click();
    until("the dialog is open", || field("Name").is_some()).await;
    type_into(&field("Name").unwrap(), "Fine_Tuned_Models");
    choose("Registry visibility", "Restricted");
    frame().await;
    button("dialog form", "Create registry").unwrap().click();
    until("its card is shown", || has_card("Fine_Tuned_Models")).await;
    until("the dialog is gone", || find("dialog").is_none()).await;
    drop(app);
    frame().await;

    let _app = Mounted::new(&Store::open());
    until("its card is shown again", || has_card("Fine_Tuned_Models")).await;
}

/// Collects the listeners that are added to the window and to channels from now on, until they are removed. Locks that
/// earlier tests hold remove theirs later.
const COUNT: &str = "() => {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const count = { listening: {} };
    const counted = (target) => target === window || target instanceof BroadcastChannel;
    EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
        if (counted(this)) (count.listening[type] ??= new Set()).add(listener);
        return addEventListener.call(this, type, listener, ...rest);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
        if (counted(this)) count.listening[type]?.delete(listener);
        return removeEventListener.call(this, type, listener, ...rest);
    };
    count.stop = () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    return count;
}";
#[wasm_bindgen_test]
async fn an_app_that_is_gone_listens_to_nothing() {
    let _page = CleanPage::new();
    let store = demo();
    // The first app installs the listeners of the router and its guard, which stay for the life of the page.
    let first = Mounted::new(&store);
    until("the registries are shown", || has_card("Playground")).await;
    drop(first);
    frame().await;

    let count = call(COUNT, &[]);
    for nth in 0..50 {
        // Every second app has the open dialog, which has listeners as well.
        address(if nth % 2 == 0 { "/#/" } else { "/#/create-registry" });
        let app = Mounted::new(&store);
        until("the registries are shown", || has_card("Playground")).await;
        if let Some(name) = field("Name") {
            type_into(&name, "A draft, so that leaving asks");
            frame().await;
        }
        drop(app);
        frame().await;
    }
    let left = || {
        const SCRIPT: &str =
            "count => Object.keys(count.listening).filter((type) => count.listening[type].size).join()";
        call(SCRIPT, slice::from_ref(&count)).as_string().unwrap()
    };
    // The browser may remove the last listener asynchronously.
    until(&format!("no listener of 50 unmounted apps is left: {}", left()), || left().is_empty()).await;
    call("count => count.stop()", slice::from_ref(&count));
    let kinds = call("count => Object.keys(count.listening).sort().join()", slice::from_ref(&count));
    assert_eq!(
        kinds.as_string().as_deref(),
        Some("afterprint,beforeprint,beforeunload,focus,keydown,message,pagehide,pageshow,registrar:offline,storage"),
        "while they ran"
    );
    check_receives_nothing(&store).await;
}

/// The store receives no events of other tabs, and its changes appear nowhere.
async fn check_receives_nothing(store: &Store) {
    let record = record_of_another_tab(store, "Unheard");
    let before = store.model();
    let other = OtherWindow::open();
    let heard = script(
        "(() => {
            const heard = {};
            addEventListener('storage', () => { heard.it = true; }, { once: true });
            return heard;
        })()",
    );
    other.local().set_item(&record.0, &record.1).unwrap();
    until("the browser told of it", || Reflect::get(&heard, &"it".into()).is_ok_and(|it| it == JsValue::TRUE)).await;
    frame().await;
    assert!(store.model() == before, "somebody still listens for the store");

    store.dispatch(&[create("Unseen", Visibility::Organization)]).unwrap();
    frame().await;
    assert!(cards().is_empty());
}

#[wasm_bindgen_test]
async fn two_apps_over_one_store_do_not_disturb_each_other_when_they_follow() {
    let _page = CleanPage::new();
    let store = demo();
    for name in ["One", "Two", "Three"] {
        let app = Mounted::new(&store);
        until("the registries are shown", || has_card("Playground")).await;
        store.dispatch(&[create(name, Visibility::Organization)]).unwrap();
        until("what was created is shown", || has_card(name)).await;
        drop(app);
        frame().await;
    }
    assert!(cards().is_empty(), "nothing of them is left in the page");
}
