//! The walkthrough: its steps, what became of them, and the way to each.

use yew::prelude::*;

use crate::i18n::Catalog;
use crate::page::Page;
use crate::platform::dom;
use crate::state::walkthrough::steps::{Mark, Step, Walkthrough};
use crate::ui::icon;
use crate::widgets::walkthrough::text::WalkthroughText;
use crate::widgets::walkthrough::{COACH_ID, emphasize_labels, step_route};

/// Where the second chapter of the guide begins, and where the parts of its last step do.
const CHAPTER: usize = 8;

const PARTS: usize = 12;

/// The walkthrough as it stands.
pub fn steps(page: &Page, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let walkthrough = page.model.walkthrough.as_ref();
    let is_open = walkthrough.is_some_and(|walkthrough| walkthrough.is_open);
    let is_complete = walkthrough.is_some_and(|walkthrough| walkthrough.current().is_none());
    let button = |label: &'static str, is_primary: bool, act: fn(&crate::state::Store)| {
        let store = page.store.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            act(&store);
            dom::focus_without_scrolling(COACH_ID);
        });
        html! { <button type="button" class={if is_primary { "button button-primary" } else { "button" }} {onclick}>{ label }</button> }
    };
    let [first, second] = words.chapters;
    let all = || Step::ALL.into_iter();
    // Whoever takes the way to a step is_running: from now on what is done is ticked.
    let on_follow = {
        let (store, is_started, is_running) = (page.store.clone(), walkthrough.is_some(), is_open || is_complete);
        Callback::from(move |_: MouseEvent| match (is_started, is_running) {
            (false, _) => store.begin_walkthrough(),
            (true, false) => store.set_walkthrough_open(true),
            (true, true) => {}
        })
    };
    let item = |step| item(step, walkthrough, &on_follow, text);
    html! {
        <>
            if is_complete {
                <p class="guide-complete">{ icon("check") }<strong>{ words.completed }</strong></p>
            }
            <div class="button-row">
                if walkthrough.is_none() {
                    { button(words.start, true, |store| store.begin_walkthrough()) }
                } else {
                    if !is_open && !is_complete {
                        { button(words.resume, true, |store| store.set_walkthrough_open(true)) }
                    }
                    { button(words.restart, false, |store| store.begin_walkthrough()) }
                }
            </div>
            <h3>{ first }</h3>
            <ol class="steps">for step in all().take(CHAPTER) { { item(step) } }</ol>
            <h3>{ second }</h3>
            <ol class="steps" start="9">
                for step in all().take(PARTS).skip(CHAPTER) { { item(step) } }
                <li>
                    <span class="step-number" aria-hidden="true">{ Step::LAST }</span>
                    <div>
                        <p>{ emphasize_labels(words.if_restricted) }</p>
                        <ol class="steps">for step in all().skip(PARTS) { { item(step) } }</ol>
                    </div>
                </li>
            </ol>
        </>
    }
}

/// A step: what became of it, what to do, and the way there.
fn item(step: Step, walkthrough: Option<&Walkthrough>, on_follow: &Callback<MouseEvent>, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let Some(step_text) = words.step_text(step) else { return Html::default() };
    let mark = walkthrough.map_or(Mark::Open, |walkthrough| walkthrough.mark(step));
    let is_current = walkthrough.is_some_and(|walkthrough| walkthrough.is_open && walkthrough.current() == Some(step));
    let part = (step as usize + 1).checked_sub(PARTS).filter(|part| *part > 0);
    let number = part.map_or_else(|| step.number().to_string(), |part| format!("{}.{part}", Step::LAST));
    let state = words.marks.get(mark as usize).copied().unwrap_or_default();
    html! {
        <li data-mark={if mark == Mark::Open { "open" } else { "done" }} aria-current={is_current.then_some("step")}>
            <span class="step-number" aria-hidden="true">
                if mark == Mark::Done {
                    { icon("check") }
                } else {
                    { &number }
                }
            </span>
            <div>
                <p>
                    { emphasize_labels(step_text.instruction) }{ " " }
                    <span class={if matches!(mark, Mark::Skipped | Mark::Moot) { "muted small" } else { "visually-hidden" }}>{ state }</span>
                </p>
                <p class="muted">{ emphasize_labels(step_text.hint) }</p>
            </div>
            if let Some(route) = step_route(step, walkthrough) {
                <a class="step-place" href={route.href()} onclick={on_follow} aria-label={(words.go_to_step_label)(&number)}>{ words.go_to_step }</a>
            }
        </li>
    }
}
