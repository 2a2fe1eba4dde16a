//! The tab stop of the table, and the focus when a cell opens or closes.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::detail;
use super::keys::{Cell, id_of};
use crate::platform::dom;

/// The initial tab stop.
const FIRST_CELL: &str = "cell-0-0";

/// The element that is the tab stop, and the id of the cell that should be.
pub type TabStop = Rc<RefCell<(Option<HtmlElement>, String)>>;

/// The tab stop. `open` is the open cell as in the address, and `open_cell` its place if it is rendered.
#[hook]
pub fn use_tab_stop(open: &str, open_cell: Option<Cell>) -> TabStop {
    let tab_stop = use_mut_ref(|| (None, FIRST_CELL.to_owned()));
    use_effect_with(open_cell, {
        let tab_stop = Rc::clone(&tab_stop);
        move |cell| {
            if let Some(cell) = cell {
                tab_stop.borrow_mut().1 = id_of(*cell);
            }
        }
    });
    let open = open.to_owned();
    let was_open = use_mut_ref(|| open.clone());
    use_effect_with(open, {
        let tab_stop = Rc::clone(&tab_stop);
        move |open| {
            let before = was_open.replace(open.clone());
            if !open.is_empty() && before != *open {
                dom::focus(detail::TITLE_ID);
            } else if !before.is_empty() && open.is_empty() && !dom::has_focus() {
                let id = tab_stop.borrow().1.clone();
                dom::focus(&id);
            }
        }
    });
    // The tab stop is independent of rendering, so an effect without dependencies restores it after each render.
    use_effect({
        let tab_stop = Rc::clone(&tab_stop);
        move || {
            let (element, id) = &mut *tab_stop.borrow_mut();
            dom::move_tab_stop(element, &[id, FIRST_CELL]);
        }
    });
    tab_stop
}
