//! The bar of the running walkthrough, on every page. It reports the current route to the walkthrough, and shows the
//! walkthrough as that report leaves it: a report comes after the rendering, and the bar would jump.

use domain::{AccountId, View};
use yew::prelude::*;

use crate::features::guide::href as guide_href;
use crate::features::guide::text::GuideText;
use crate::page::use_page;
use crate::platform::dom;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::state::walkthrough::steps::Walkthrough;
use crate::ui::prose;
use crate::widgets::walkthrough::text::WalkthroughText;
use crate::widgets::walkthrough::{COACH_ID, as_seen, instruction, is_at_step, observe, obstacle, step_route, visible};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub route: Route,
    pub view: ViewRef,
    pub walkthrough: Walkthrough,
}

#[component]
pub fn Coach(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let guide_text = GuideText::of(text.language);
    let words = WalkthroughText::of(text.language);
    let view: &View = &props.view;
    let visible = visible(&props.route, view);
    let walkthrough = as_seen(&props.walkthrough, view, visible.as_ref());
    let is_reported = walkthrough == props.walkthrough;
    use_effect_with((props.route.clone(), is_reported), {
        let (store, view) = (store.clone(), props.view.clone());
        let (visible, stored) = (visible.clone(), props.walkthrough.clone());
        move |_| {
            if !is_reported {
                observe(&view, visible.as_ref(), &stored, |event| store.observe(event));
            }
        }
    });
    let walk = walkthrough.walk;
    let current = walkthrough.current();
    let is_here = current.is_some_and(|step| is_at_step(step, visible.as_ref(), &walkthrough));
    let obstacle = current.and_then(|step| obstacle(view, &walkthrough, step, text));
    let line = match (&obstacle, current) {
        (Some(obstacle), _) => prose(&obstacle.reason),
        (None, Some(step)) => instruction(walk, step, text),
        (None, None) => words.walk(walk).completed.into(),
    };
    let capable_person = obstacle.as_ref().and_then(|obstacle| view.people.get(obstacle.capable_person.as_ref()?));
    let target = match obstacle {
        Some(obstacle) => obstacle.route,
        None => current.filter(|_| !is_here).and_then(|step| step_route(step, view, Some(&walkthrough))),
    };
    // A dialog that is about to close stands over the page that its step leads to.
    let is_shown = |target: &Route| [props.route.clone(), props.route.base()].contains(&target.resolved(view));
    let target = target.filter(|target| !is_shown(target));
    let act_as = |account: AccountId| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.act_as(account.clone());
            dom::focus_without_scrolling(COACH_ID);
        })
    };
    let onclick = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.pause_walkthrough();
            dom::focus(dom::TITLE_ID);
        })
    };
    html! {
        <aside id={COACH_ID} class="coach" tabindex="-1" aria-label={words.coach}>
            <p aria-live="polite" aria-atomic="true">{ line }</p>
            <div class="button-row">
                if let Some(person) = capable_person {
                    <button type="button" class="button" onclick={act_as(AccountId::Person(person.id.clone()))}>
                        <span>{ prose(&(words.act_as)(person.name.as_str())) }</span>
                    </button>
                }
                if let Some(target) = target {
                    <a class="button button-primary" href={target.href()}>{ words.go_to_step }</a>
                }
                <a class="button" href={guide_href("walkthrough")}>{ guide_text.title }</a>
                <button type="button" class="button" {onclick}>
                    { if current.is_some() { words.pause } else { text.common.close } }
                </button>
            </div>
        </aside>
    }
}
