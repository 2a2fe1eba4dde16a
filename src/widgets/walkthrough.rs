//! The walkthroughs' parts for pages and for the bar of the frame: routes and obstacles of steps, and their
//! instruction. Dialogs show the instruction themselves, since an open dialog makes the bar inert.

mod obstacle;
mod place;
pub mod text;

use domain::View;
use yew::prelude::*;

pub use self::obstacle::obstacle;
pub use self::place::{is_at_step, observe, step_route, visible};
use self::text::WalkthroughText;
use crate::i18n::Catalog;
use crate::page::Page;
use crate::routes::Route;
use crate::state::walkthrough::steps::{Step, Visible, Walk, Walkthrough};

/// The id of the walkthrough's bar.
pub const COACH_ID: &str = "coach";

/// Renders a text, with the labels between `**` emphasized.
pub fn emphasize_labels(text: &str) -> Html {
    html! {
        <>
            for (nth, piece) in text.split("**").enumerate() {
                if nth % 2 == 1 {
                    <strong>{ piece }</strong>
                } else {
                    { piece }
                }
            }
        </>
    }
}

/// The walkthrough as a visible page leaves it. Reporting the page comes after the rendering.
pub fn as_seen(walkthrough: &Walkthrough, view: &View, visible: Option<&Visible>) -> Walkthrough {
    let mut after = walkthrough.clone();
    observe(view, visible, walkthrough, |event| after.observe(event));
    after
}

/// The line of the running walkthrough in the dialog of a route, while its step is done there.
pub fn walk_line(page: &Page, view: &View, dialog: &Route) -> Html {
    let visible = visible(&dialog.resolved(view), view);
    let after = page.model.walkthroughs.running().map(|running| as_seen(running, view, visible.as_ref()));
    let step = after.as_ref().and_then(|after| Some((after.walk, after.current()?)));
    match step.zip(after.as_ref()) {
        Some(((walk, step), after)) if is_at_step(step, visible.as_ref(), after) => html! {
            <p class="walk-line" aria-live="polite" aria-atomic="true">{ instruction(walk, step, page.text()) }</p>
        },
        _ => Html::default(),
    }
}

/// The number of a step and its instruction.
pub fn instruction(walk: Walk, step: Step, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let (number, last) = (walk.number(step), walk.last_number());
    html! {
        <>
            <span class="coach-step" aria-hidden="true">{ format!("{number}/{last}") }</span>
            <span class="visually-hidden">{ (words.step)(number, last) }{ ": " }</span>
            { emphasize_labels(words.step_text(step).map_or("", |step| step.instruction)) }
        </>
    }
}
