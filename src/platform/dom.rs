//! Small things that are asked of elements.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlDocument, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent, Node,
};

use super::clock::next_task;

/// The id of the heading of a page.
pub const TITLE_ID: &str = "page-title";

/// The text of the field that an event comes from, exactly as it stands there.
#[must_use]
pub fn text_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

/// Whether the box that an event comes from is checked.
#[must_use]
pub fn is_checked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// Has the select that an event comes from show this value.
pub fn set_chosen(event: &Event, value: &str) {
    if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value(value);
    }
}

/// Whether the key was pressed to compose a character, as in Korean: then it means nothing else.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    const IN_COMPOSITION: u32 = 229;
    event.is_composing() || event.key_code() == IN_COMPOSITION
}

/// Whether the event comes from a text of several lines.
#[must_use]
pub fn is_in_text(event: &Event) -> bool {
    event.target().is_some_and(|target| target.dyn_ref::<HtmlTextAreaElement>().is_some())
}

/// Gives the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Gives the focus to the element with this id once what happens now is drawn.
pub fn focus_soon(id: &'static str) {
    next_task(move || focus(id)).forget();
}

/// Gives the focus to the element with this id in a task of its own, unless something else has taken it by then, and scrolls
/// the page to where it is or, if that is given, so many pixels down. A browser lays the page out to give the focus: not
/// within the task that has just drawn it.
pub fn focus_next(id: &'static str, scrolled: Option<f64>) {
    let before = focused();
    next_task(move || {
        if focused() == before {
            focus(id);
        }
        if let Some(scrolled) = scrolled {
            scroll_down(scrolled, PARTS);
        }
    })
    .forget();
}

/// Gives the focus to the heading of the page if nothing has it, once what happens now is drawn.
pub fn focus_if_lost() {
    next_task(|| {
        if !has_focus() {
            focus(TITLE_ID);
        }
    })
    .forget();
}

/// Gives the focus to the element with this id once what happens now is drawn, and leaves the page scrolled as it is: for
/// what stays in sight wherever that is.
pub fn focus_in_place(id: &'static str) {
    next_task(move || {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        by_id(id).iter().for_each(|element| drop(element.focus_with_options(&options)));
    })
    .forget();
}

/// How many pixels the page is scrolled down.
#[must_use]
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// As many tasks as a page may be drawn in, and some to spare.
const PARTS: usize = 8;

/// Scrolls the page down by so many pixels: as soon as it is that long, if parts of it are still to be drawn.
fn scroll_down(pixels: f64, parts: usize) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, pixels);
    }
    if parts > 0 && scrolled() + 1.0 < pixels {
        next_task(move || scroll_down(pixels, parts - 1)).forget();
    }
}

/// Gives the focus to the element with this id at the head of the window, once what happens now is drawn.
pub fn show_soon(id: &'static str) {
    gloo_timers::callback::Timeout::new(0, move || {
        by_id(id).iter().for_each(|element| element.scroll_into_view());
        focus(id);
    })
    .forget();
}

/// The id of the element that an event comes from.
#[must_use]
pub fn id_of(event: &Event) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .map(|element| element.id())
        .unwrap_or_default()
}

/// Gives the focus to the first element that the selector finds, if there is one.
pub fn focus_on(selector: &str) {
    let found = web_sys::window().and_then(|window| window.document()?.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Brings the element with this id into view, if it is there.
pub fn scroll_to(id: &str) {
    by_id(id).iter().for_each(scroll_to_element);
}

/// Brings the element with this id into view once what happens now is drawn.
pub fn scroll_soon(id: impl AsRef<str> + 'static) {
    next_task(move || scroll_to(id.as_ref())).forget();
}

/// Brings what has the focus into view again, once what happens now is drawn: what stood above it may be gone.
pub fn show_focused() {
    next_task(|| focused().filter(|_| has_focus()).iter().for_each(scroll_to_element)).forget();
}

fn scroll_to_element(element: &HtmlElement) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The element that has the focus.
#[must_use]
pub fn focused() -> Option<HtmlElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}

/// Copies the text of a field, and answers whether the browser did. The text stays selected, to be copied by hand if not.
/// The older way to copy: the newer one is missing where a page comes over plain `http` in a local network.
pub fn copy(area: &HtmlTextAreaElement) -> bool {
    area.select();
    let document = web_sys::window().and_then(|window| window.document()?.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Whether any element has the focus, but for the heading of the page, which gets it when nothing else has.
#[must_use]
pub fn has_focus() -> bool {
    focused().is_some_and(|element| element.tag_name() != "BODY" && element.id() != TITLE_ID)
}

/// Takes the focus from whatever has it.
pub fn leave() {
    if let Some(element) = focused() {
        let _ = element.blur();
    }
}

/// Sets an attribute of the root element.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Whether a dialog is open, and everything else out of reach.
#[must_use]
pub fn has_dialog() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some()))
}

/// Whether the focus is where letters are typed, or choose something.
#[must_use]
pub fn is_typing() -> bool {
    focused().is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// The id of the element that an event comes from, or of the nearest around it that has one.
#[must_use]
pub fn nearest_id(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    Some(target.closest("[id]").ok()??.id())
}

/// Whether the `<details>` that an event comes from is open.
#[must_use]
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|details| details.has_attribute("open"))
}

/// Closes the `<details>` that an event comes from.
pub fn close_details(event: &Event) {
    if let Some(details) = details_of(event) {
        let _ = details.remove_attribute("open");
    }
}

/// Whether an event takes the focus out of the `<details>` that it comes from.
#[must_use]
pub fn is_leaving_details(event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    details_of(event).is_some_and(|details| !details.contains(to.as_ref()))
}

fn details_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("details").ok()?
}

/// Makes the first element of these ids that is there the one of its group that the Tab key leads to, instead of the one
/// that was.
pub fn move_tab_stop(stop: &mut Option<HtmlElement>, ids: &[&str]) {
    let next = ids.iter().find_map(|id| by_id(id));
    if let Some(before) = stop.take() {
        before.set_tab_index(-1);
    }
    if let Some(next) = &next {
        next.set_tab_index(0);
    }
    *stop = next;
}

fn by_id(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
