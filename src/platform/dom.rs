//! Focus, scrolling and the state of elements.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlDocument, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent, Node,
};

use super::clock::next_task;

/// The id of the page's heading.
pub const TITLE_ID: &str = "page-title";

/// The value of the event's field, verbatim.
#[must_use]
pub fn field_value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

#[must_use]
pub(crate) fn is_checked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// Sets the value of the event's select.
pub fn set_select_value(event: &Event, value: &str) {
    if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value(value);
    }
}

/// Whether the key press belongs to the composition of a character, as in Korean. Such a press is no command.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    const COMPOSITION_KEY: u32 = 229;
    event.is_composing() || event.key_code() == COMPOSITION_KEY
}

/// Whether the event comes from a text field of several lines.
#[must_use]
pub fn is_in_textarea(event: &Event) -> bool {
    event.target().is_some_and(|target| target.dyn_ref::<HtmlTextAreaElement>().is_some())
}

/// Focuses the element with this id, if it exists.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Focuses the element in the next task, unless the focus has moved by then, and restores the scroll position if one
/// is given. Focusing forces a layout, so it does not happen in the task of the render.
pub fn focus_unless_moved(id: &'static str, scroll_position: Option<f64>) {
    let before = focused_element();
    next_task(move || {
        if focused_element() == before {
            focus(id);
        }
        if let Some(pixels) = scroll_position {
            scroll_down(pixels, 0, SCROLL_RETRIES);
        }
    })
    .forget();
}

/// Focuses the heading of the page after the current render, if nothing else has the focus.
pub fn focus_title_if_lost() {
    next_task(|| {
        if !has_focus() {
            focus(TITLE_ID);
        }
    })
    .forget();
}

/// Focuses the element after the current render and does not scroll, for an element that stays in sight anyway.
pub fn focus_without_scrolling(id: &'static str) {
    next_task(move || {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        by_id(id).iter().for_each(|element| drop(element.focus_with_options(&options)));
    })
    .forget();
}

/// The number of pixels by which the page is scrolled down.
#[must_use]
pub fn scroll_offset() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// The number of attempts to restore a scroll position on a page that does not grow. While a page renders in several
/// tasks, fewer than these pass before it grows again.
const SCROLL_RETRIES: usize = 8;

/// Scrolls down to a position. A page that is still rendering may be too short for it, so this tries again in the
/// next task. `height` is that of the page at the attempt before.
fn scroll_down(pixels: f64, height: i32, retries: usize) {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, pixels);
    if scroll_offset() + 1.0 >= pixels {
        return;
    }
    let root = window.document().and_then(|document| document.document_element());
    let height_now = root.map_or(0, |root| root.scroll_height());
    let retries = if height_now > height { SCROLL_RETRIES } else { retries };
    if retries > 0 {
        next_task(move || scroll_down(pixels, height_now, retries - 1)).forget();
    }
}

/// Scrolls the element to the top of the window and focuses it, after the current render.
pub fn focus_at_top(id: &'static str) {
    gloo_timers::callback::Timeout::new(0, move || {
        by_id(id).iter().for_each(|element| element.scroll_into_view());
        focus(id);
    })
    .forget();
}

#[must_use]
pub(crate) fn target_id(event: &Event) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .map(|element| element.id())
        .unwrap_or_default()
}

/// Focuses the first element that matches the selector, if there is one.
pub fn focus_first(selector: &str) {
    let found = web_sys::window().and_then(|window| window.document()?.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls as little as needed to show the element with this id, if it exists.
pub fn scroll_into_view(id: &str) {
    by_id(id).iter().for_each(scroll_to_element);
}

/// Scrolls the element into view after the current render.
pub fn scroll_into_view_after_render(id: impl AsRef<str> + 'static) {
    next_task(move || scroll_into_view(id.as_ref())).forget();
}

/// Scrolls the focused element back into view after the current render, since content above it may have disappeared.
pub fn scroll_to_focused() {
    next_task(|| focused_element().filter(|_| has_focus()).iter().for_each(scroll_to_element)).forget();
}

fn scroll_to_element(element: &HtmlElement) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The focused element; the body if no other element has the focus.
#[must_use]
pub fn focused_element() -> Option<HtmlElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}

/// Copies the text of a field, and returns whether the browser allowed it. The text stays selected, so that a person
/// can copy it by hand. This uses `execCommand`, since the Clipboard API is missing on plain `http` in a local
/// network.
pub fn copy_text(field: &HtmlTextAreaElement) -> bool {
    field.select();
    let document = web_sys::window().and_then(|window| window.document()?.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Whether an element has the focus. The page's heading does not count, since it gets the focus when nothing else has
/// it.
#[must_use]
pub fn has_focus() -> bool {
    focused_element().is_some_and(|element| element.tag_name() != "BODY" && element.id() != TITLE_ID)
}

/// Removes the focus from the focused element.
pub fn blur() {
    if let Some(element) = focused_element() {
        let _ = element.blur();
    }
}

/// Copies a text. Returns whether the browser has copied it. The focus stays where it is.
pub fn copy(text: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let area = document.create_element("textarea").ok().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(area), Some(focused)) = (area, focused_element()) else { return false };
    area.set_class_name("visually-hidden");
    area.set_value(text);
    // Beside the focused element, since everything outside of an open dialog is inert.
    if focused.after_with_node_1(&area).is_err() {
        return false;
    }
    let is_copied = copy_text(&area);
    area.remove();
    let _ = focused.focus();
    is_copied
}

/// An attribute of the root element.
#[must_use]
pub fn root_attribute(name: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(name)
}

/// Sets an attribute of the root element, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element())
    else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Whether a modal dialog is open, and the rest of the page inert.
#[must_use]
pub fn is_dialog_open() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some()))
}

/// Whether the focused element takes typed letters.
#[must_use]
pub fn is_typing() -> bool {
    focused_element().is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// The id of the event's target, or of its nearest ancestor with an id.
#[must_use]
pub fn nearest_id(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    Some(target.closest("[id]").ok()??.id())
}

/// Whether the event's `<details>` is open.
#[must_use]
pub fn is_details_open(event: &Event) -> bool {
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

/// Moves the tab stop of a group to the first existing element of these ids, away from the previous one.
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
