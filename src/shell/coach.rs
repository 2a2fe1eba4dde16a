//! The bar of the running walkthrough, on every page. It reports the current route to the walkthrough.

use domain::{AccountId, View};
use yew::prelude::*;

use crate::features::guide::href as guide_href;
use crate::features::guide::text::GuideText;
use crate::page::use_page;
use crate::platform::dom;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::state::walkthrough::steps::{Event, Walkthrough};
use crate::ui::prose;
use crate::widgets::walkthrough::text::WalkthroughText;
use crate::widgets::walkthrough::{COACH_ID, instruction, is_registry_deleted, obstacle, step_route};

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
    let (view, walkthrough): (&View, _) = (&props.view, &props.walkthrough);
    let is_registry_deleted = is_registry_deleted(view, walkthrough);
    use_effect_with((props.route.clone(), walkthrough.registry().cloned(), is_registry_deleted), {
        let store = store.clone();
        move |(route, _, is_registry_deleted)| {
            if *is_registry_deleted {
                store.observe(&Event::Gone);
            }
            report_route(route, |event| store.observe(event));
        }
    });
    let current = walkthrough.current();
    let obstacle = current.and_then(|step| obstacle(view, walkthrough, step, text));
    let line = match (&obstacle, current) {
        (Some(obstacle), _) => prose(&obstacle.reason),
        (None, Some(step)) => instruction(step, text),
        (None, None) => words.completed.into(),
    };
    let capable_person = obstacle.as_ref().and_then(|obstacle| view.people.get(obstacle.capable_person.as_ref()?));
    let target = match obstacle {
        Some(obstacle) => obstacle.route,
        None => current.and_then(|step| step_route(step, Some(walkthrough))),
    };
    let target = target.filter(|target| *target != props.route);
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
            store.set_walkthrough_open(false);
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

/// Reports the current route to the walkthrough.
fn report_route(route: &Route, observe: impl Fn(&Event)) {
    match route {
        Route::Landing => observe(&Event::Landing),
        Route::Create => observe(&Event::Dialog),
        Route::Registry { id } => observe(&Event::Registry(&Route::registry_id(id))),
        Route::Settings { id } => observe(&Event::Settings(&Route::registry_id(id))),
        Route::AddMember { id } => observe(&Event::Adding(&Route::registry_id(id))),
        _ => {}
    }
}
