//! The bar of the walkthrough that is under way, on every page. It tells the walkthrough which places are shown.

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
use crate::widgets::walkthrough::{COACH_ID, instruction, is_gone, obstacle, place_of};

/// Where somebody is, and the organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The place.
    pub route: Route,
    /// The organization.
    pub view: ViewRef,
    /// How far somebody has come.
    pub walkthrough: Walkthrough,
}

/// The bar.
#[component]
pub fn Coach(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let guide_text = GuideText::of(text.language);
    let words = WalkthroughText::of(text.language);
    let (view, walkthrough): (&View, _) = (&props.view, &props.walkthrough);
    let is_gone = is_gone(view, walkthrough);
    use_effect_with((props.route.clone(), walkthrough.registry().cloned(), is_gone), {
        let store = store.clone();
        move |(route, _, is_gone)| {
            if *is_gone {
                store.observe(&Event::Gone);
            }
            show(route, |event| store.observe(event));
        }
    });
    let current = walkthrough.current();
    let obstacle = current.and_then(|step| obstacle(view, walkthrough, step, text));
    let line = match (&obstacle, current) {
        (Some(obstacle), _) => prose(&obstacle.why),
        (None, Some(step)) => instruction(step, text),
        (None, None) => words.complete.into(),
    };
    let helper = obstacle.as_ref().and_then(|obstacle| view.people.get(obstacle.who.as_ref()?));
    let place = match obstacle {
        Some(obstacle) => obstacle.place,
        None => current.and_then(|step| place_of(step, Some(walkthrough))),
    };
    let place = place.filter(|place| *place != props.route);
    let act = |account: AccountId| {
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
                if let Some(person) = helper {
                    <button type="button" class="button" onclick={act(AccountId::Person(person.id.clone()))}>
                        <span>{ prose(&(words.act_as)(person.name.as_str())) }</span>
                    </button>
                }
                if let Some(place) = place {
                    <a class="button button-primary" href={place.href()}>{ words.take_me }</a>
                }
                <a class="button" href={guide_href("walkthrough")}>{ guide_text.title }</a>
                <button type="button" class="button" {onclick}>
                    { if current.is_some() { words.stop } else { text.common.close } }
                </button>
            </div>
        </aside>
    }
}

/// What is shown at a place, as the walkthrough is told it.
fn show(route: &Route, tell: impl Fn(&Event)) {
    match route {
        Route::Landing => tell(&Event::Landing),
        Route::Create => tell(&Event::Dialog),
        Route::Registry { id } => tell(&Event::Registry(&Route::registry_id(id))),
        Route::Settings { id } => tell(&Event::Settings(&Route::registry_id(id))),
        Route::AddMember { id } => tell(&Event::Adding(&Route::registry_id(id))),
        _ => {}
    }
}
