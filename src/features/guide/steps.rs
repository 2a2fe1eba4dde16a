//! The walkthroughs: their steps with their states, and links to them.

use domain::View;
use strum::IntoEnumIterator as _;
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::page::Page;
use crate::platform::dom;
use crate::state::Store;
use crate::state::walkthrough::steps::{Mark, Step, Walk, Walkthrough};
use crate::ui::icon;
use crate::widgets::walkthrough::text::WalkthroughText;
use crate::widgets::walkthrough::{COACH_ID, emphasize_labels, step_route};

/// The number of steps before the second chapter of the first walkthrough, and before the parts of its last step.
const SECOND_CHAPTER: usize = 8;

const SUBSTEPS: usize = 12;

/// A walkthrough on the page.
struct Shown<'a> {
    page: &'a Page,
    view: &'a View,
    walk: Walk,
    progress: Option<&'a Walkthrough>,
    is_running: bool,
    words: &'static WalkthroughText,
}

pub fn steps(page: &Page, view: &View, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let all = &page.model.walkthroughs;
    let shown = |walk| Shown { page, view, walk, progress: all.get(walk), is_running: all.is_running(walk), words };
    html! {
        for walk in Walk::iter() {
            if walk == Walk::Registry {
                { shown(walk).first() }
            } else {
                { shown(walk).further() }
            }
        }
    }
}

impl Shown<'_> {
    /// The first walkthrough, in the chapters of W&B's guide.
    fn first(&self) -> Html {
        let [first, second] = self.words.chapters;
        let all = || self.walk.steps().iter().copied();
        html! {
            <>
                { self.head() }
                <h3>{ first }</h3>
                <ol class="steps">for step in all().take(SECOND_CHAPTER) { { self.item(step) } }</ol>
                <h3>{ second }</h3>
                <ol class="steps" start="9">
                    for step in all().take(SUBSTEPS).skip(SECOND_CHAPTER) { { self.item(step) } }
                    <li>
                        <span class="step-number" aria-hidden="true">{ self.walk.last_number() }</span>
                        <div>
                            <p>{ emphasize_labels(self.words.if_restricted) }</p>
                            <ol class="steps">for step in all().skip(SUBSTEPS) { { self.item(step) } }</ol>
                        </div>
                    </li>
                </ol>
            </>
        }
    }

    fn further(&self) -> Html {
        let walk = self.words.walk(self.walk);
        let id = format!("walkthrough-{}", self.walk.as_ref());
        html! {
            <section class="further-walkthrough" aria-labelledby={id.clone()}>
                <h3 {id}>{ walk.title }</h3>
                <p class="muted">{ walk.lead }</p>
                { self.head() }
                <ol class="steps">for step in self.walk.steps() { { self.item(*step) } }</ol>
            </section>
        }
    }

    /// The progress, and the buttons that start or continue it.
    fn head(&self) -> Html {
        let words = self.words;
        let is_complete = self.progress.is_some_and(|progress| progress.current().is_none());
        let start = if self.walk == Walk::Registry { words.start } else { words.start_further };
        let (settled, all) = (self.progress.map_or(0, Walkthrough::settled), self.walk.steps().len());
        html! {
            <>
                if is_complete {
                    <p class="guide-complete">{ icon("check") }<strong>{ words.walk(self.walk).completed }</strong></p>
                } else if settled > 0 {
                    <p class="muted">{ (words.progress)(settled, all) }</p>
                }
                <div class="button-row">
                    if self.progress.is_none() {
                        { self.button(start, true, Store::begin_walkthrough) }
                    } else {
                        if !self.is_running && !is_complete {
                            { self.button(words.resume, true, Store::resume_walkthrough) }
                        }
                        { self.button(words.restart, false, Store::begin_walkthrough) }
                    }
                </div>
            </>
        }
    }

    fn button(&self, label: &'static str, is_primary: bool, act: fn(&Store, Walk)) -> Html {
        let (store, walk) = (self.page.store.clone(), self.walk);
        let onclick = Callback::from(move |_: MouseEvent| {
            act(&store, walk);
            dom::focus_without_scrolling(COACH_ID);
        });
        let of_walk = (walk != Walk::Registry).then(|| (self.words.button_of)(label, self.words.walk(walk).title));
        html! {
            <button
                type="button"
                class={if is_primary { "button button-primary" } else { "button" }}
                aria-label={of_walk}
                {onclick}
            >
                { label }
            </button>
        }
    }

    /// A step with its state, its instruction and a link.
    fn item(&self, step: Step) -> Html {
        let words = self.words;
        let Some(step_text) = words.step_text(step) else { return Html::default() };
        let mark = self.progress.map_or(Mark::Open, |progress| progress.mark(step));
        let is_current = self.is_running && self.progress.is_some_and(|progress| progress.current() == Some(step));
        let number = self.number(step);
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
                { self.way_to(step, &number) }
            </li>
        }
    }

    /// The link to a step. Following it starts or continues the walkthrough, so that progress is recorded.
    fn way_to(&self, step: Step, number: &str) -> Html {
        let words = self.words;
        let Some(route) = step_route(step, self.view, self.progress) else { return Html::default() };
        let label = match self.walk {
            Walk::Registry => (words.go_to_step_label)(number),
            walk => (words.go_to_step_of)(number, words.walk(walk).title),
        };
        let is_complete = self.progress.is_some_and(|progress| progress.current().is_none());
        let onclick = {
            let (store, walk) = (self.page.store.clone(), self.walk);
            Callback::from(move |_: MouseEvent| {
                if !is_complete {
                    store.resume_walkthrough(walk);
                }
            })
        };
        html! {
            <a class="step-place" href={route.href()} {onclick} aria-label={label}>{ words.go_to_step }</a>
        }
    }

    /// The number as it is shown: the parts of the first walkthrough's last step are numbered within it.
    fn number(&self, step: Step) -> String {
        let number = self.walk.number(step);
        let position = self.walk.steps().iter().position(|one| *one == step).unwrap_or_default();
        match (position + 1).checked_sub(SUBSTEPS).filter(|part| *part > 0 && self.walk == Walk::Registry) {
            Some(part) => format!("{number}.{part}"),
            None => number.to_string(),
        }
    }
}
