//! The changes of access by an import. A long list is compared on demand only, because that takes a while.

use domain::{Consequences, Refusal};
use yew::prelude::*;

use super::planning::Planned;
use super::text::ImportText;
use crate::forms::consequences::consequences;
use crate::page::use_page;
use crate::platform::clock::next_task;
use crate::state::ViewRef;
use crate::ui::{icon, prose};
use crate::widgets::denials::refusal;

/// The maximum number of actions whose consequences are computed at once.
const IMMEDIATE: usize = 500;

/// The maximum number of listed registries.
const REGISTRIES: usize = 20;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub planned: Planned,
}

#[component]
pub fn AccessChanges(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ImportText::of(text.language);
    let is_asked = use_state_eq(|| false);
    let result = use_state(|| None::<Result<Consequences, (usize, Refusal)>>);
    let is_due = *is_asked || props.planned.plan.size() <= IMMEDIATE;
    use_effect_with((props.view.clone(), props.planned.clone(), is_due), {
        let result = result.setter();
        move |(view, planned, is_due)| {
            result.set(None);
            let (view, planned) = (view.clone(), planned.clone());
            let compare = move || result.set(Some(view.consequences_in_first(REGISTRIES, &planned.actions())));
            let task = is_due.then(|| next_task(compare));
            move || drop(task)
        }
    });
    let ask = Callback::from(move |_: MouseEvent| is_asked.set(true));
    html! {
        <div class="preview" aria-live="polite">
            <h3>{ words.access }</h3>
            if !is_due {
                <button type="button" class="button" onclick={ask}>{ words.show_access }</button>
            }
            { match &*result {
                None if is_due => html! { <p class="muted">{ words.planning }</p> },
                None => html! {},
                Some(Ok(changes)) => consequences(&props.view, changes, text),
                Some(Err((_, reason))) => html! {
                    <p class="problem">{ icon("warning") }<span>{ prose(&refusal(&props.view, reason, text)) }</span></p>
                },
            } }
        </div>
    }
}
