//! The state of the menu that small screens have. Others show its contents permanently.

use yew::prelude::*;

use crate::platform::dom;

/// The menu of small screens with navigation, theme and language.
pub(super) struct Menu {
    pub(super) is_open: bool,
    /// Opens or closes it.
    pub(super) toggle: Callback<MouseEvent>,
    /// Closes it after a navigation.
    pub(super) on_navigate: Callback<MouseEvent>,
    /// Closes it on Escape.
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

impl Menu {
    pub(super) const BUTTON_ID: &str = "menu";

    pub(super) fn of(state: &UseStateHandle<bool>) -> Self {
        let is_open = **state;
        let set = state.setter();
        let toggle = Callback::from({
            let set = set.clone();
            move |_| set.set(!is_open)
        });
        let close = move |focus: &str| {
            if is_open {
                set.set(false);
                dom::focus(focus);
            }
        };
        let on_navigate = Callback::from({
            let close = close.clone();
            move |_| close(dom::TITLE_ID)
        });
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !dom::is_composing(&event) {
                close(Self::BUTTON_ID);
            }
        });
        Self { is_open, toggle, on_navigate, onkeydown }
    }
}
