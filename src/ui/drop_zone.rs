//! A place for dropped files.

use yew::prelude::*;

/// The state and the events of an element onto which files are dropped.
pub struct DropZone {
    /// Whether something is held above it.
    pub is_over: bool,
    pub ondragover: Callback<DragEvent>,
    pub ondragleave: Callback<DragEvent>,
    pub ondrop: Callback<DragEvent>,
}

/// Calls back with the event of a drop.
#[hook]
pub fn use_drop_zone(on_drop: Callback<DragEvent>) -> DropZone {
    let is_over = use_state_eq(|| false);
    let ondragover = {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(true);
        })
    };
    let ondragleave = {
        let is_over = is_over.setter();
        Callback::from(move |_: DragEvent| is_over.set(false))
    };
    let ondrop = {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            // Otherwise the browser leaves the page and opens the file.
            event.prevent_default();
            is_over.set(false);
            on_drop.emit(event);
        })
    };
    DropZone { is_over: *is_over, ondragover, ondragleave, ondrop }
}
