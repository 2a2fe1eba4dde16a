//! The walkthrough: its steps, their states and links to them.

use yew::prelude::*;

use crate::i18n::Catalog;
use crate::page::Page;
use crate::platform::dom;
use crate::state::walkthrough::steps::{Mark, Step, Walkthrough};
use crate::ui::icon;
use crate::widgets::walkthrough::text::WalkthroughText;
use crate::widgets::walkthrough::{COACH_ID, emphasize_labels, step_route};

/// The first step of the guide's second chapter, and the first part of its last step.
const SECOND_CHAPTER: usize = 8;

const SUBSTEPS: usize = 12;

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
    // Following a link to a step starts or resumes the walkthrough, so that progress is recorded.
    let on_follow = {
        let (store, is_started, is_running) = (page.store.clone(), walkthrough.is_some(), is_open || is_complete);
        Callback::from(move |_: MouseEvent| match (is_started, is_running) {
            (false, _) => store.begin_walkthrough(),
            (true, false) => store.set_walkthrough_open(true),
            (true, true) => {}
        })
    };
    let item = |step| step_item(step, walkthrough, &on_follow, text);
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
            <ol class="steps">for step in all().take(SECOND_CHAPTER) { { item(step) } }</ol>
            <h3>{ second }</h3>
            <ol class="steps" start="9">
                for step in all().take(SUBSTEPS).skip(SECOND_CHAPTER) { { item(step) } }
                <li>
                    <span class="step-number" aria-hidden="true">{ Step::LAST }</span>
                    <div>
                        <p>{ emphasize_labels(words.if_restricted) }</p>
                        <ol class="steps">for step in all().skip(SUBSTEPS) { { item(step) } }</ol>
                    </div>
                </li>
            </ol>
        </>
    }
}

/// A step with its state, its instruction and a link.
fn step_item(step: Step, walkthrough: Option<&Walkthrough>, on_follow: &Callback<MouseEvent>, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let Some(step_text) = words.step_text(step) else { return Html::default() };
    let mark = walkthrough.map_or(Mark::Open, |walkthrough| walkthrough.mark(step));
    let is_current = walkthrough.is_some_and(|walkthrough| walkthrough.is_open && walkthrough.current() == Some(step));
    let substep = (step as usize + 1).checked_sub(SUBSTEPS).filter(|substep| *substep > 0);
    let number = substep.map_or_else(|| step.number().to_string(), |substep| format!("{}.{substep}", Step::LAST));
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
