//! What an intent would change for whom, and the dialog that shows it before it is done.

use std::rc::Rc;

use domain::{AccessChange, AccountId, Action, Consequences, Grantee, PersonId, Refusal, RegistryId, Role, View};
use yew::prelude::*;

use super::submit::use_submit_guard;
use crate::i18n::Catalog;
use crate::i18n::prose::isolate;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::ViewRef;
use crate::ui::{Dialog, TextField, Tone, banner, prose};
use crate::widgets::denials::{not_done, refusal};

/// The field for what must be typed before something is done.
const TYPED: &str = "confirm-typed";

/// As many names as stand in one line.
const NAMED: usize = 8;

/// As many registries as are told of.
const REGISTRIES: usize = 20;

/// What would change, for a place that has a heading for it.
pub fn consequences(view: &View, consequences: &Consequences, text: &Catalog) -> Html {
    if consequences.is_empty() {
        return html! { <p class="muted">{ text.consequences.nothing }</p> };
    }
    let places = by_registry(consequences);
    let more = consequences.more_registries + places.len().saturating_sub(REGISTRIES);
    html! {
        <>
            <ul class="consequences">
                for place in places.iter().take(REGISTRIES) {
                    <li>
                        <strong><bdi>{ place.name }</bdi></strong>
                        <ul>
                            for change in changes_in(view, place, consequences, text) {
                                <li>{ prose(&change) }</li>
                            }
                        </ul>
                    </li>
                }
            </ul>
            if more > 0 {
                <p>{ (text.consequences.more_registries)(more) }</p>
            }
        </>
    }
}

/// A registry in which something changes.
struct Place<'a> {
    registry: &'a RegistryId,
    name: &'a str,
    access: &'a [AccessChange],
}

/// Every registry in which something changes, in their order.
fn by_registry(consequences: &Consequences) -> Vec<Place<'_>> {
    // The changes of one registry stand together; another owner comes after all of them.
    let mut places: Vec<Place<'_>> = Vec::new();
    for access in consequences.access.chunk_by(|one, other| one.registry == other.registry) {
        if let Some(AccessChange { registry, name, .. }) = access.first() {
            places.push(Place { registry, name: name.as_str(), access });
        }
    }
    for change in &consequences.owners {
        if !places.iter().any(|known| *known.registry == change.registry) {
            places.push(Place { registry: &change.registry, name: change.name.as_str(), access: &[] });
        }
    }
    places
}

/// A line for everybody whose role changes in the same way, and one for another owner.
fn changes_in(view: &View, place: &Place<'_>, consequences: &Consequences, text: &Catalog) -> Vec<String> {
    let mut kinds: Vec<(Option<Role>, Option<Role>, Vec<&AccountId>)> = Vec::new();
    for change in place.access {
        match kinds.iter_mut().find(|kind| (kind.0, kind.1) == (change.before, change.after)) {
            Some(kind) => kind.2.push(&change.account),
            None => kinds.push((change.before, change.after, vec![&change.account])),
        }
    }
    let name = |account: &&AccountId| isolate(view.name_of(&Grantee::from((*account).clone())).unwrap_or_default());
    let role = |role: Option<Role>| role.map_or(text.consequences.no_access, text.terms.role);
    let mut lines: Vec<String> = kinds
        .iter()
        .map(|(before, after, accounts)| {
            if let [account] = accounts.as_slice() {
                return format!("{}: {} → {}", name(account), role(*before), role(*after));
            }
            let names: Vec<String> = accounts.iter().take(NAMED).map(name).collect();
            let mut names = names.join(", ");
            let more = accounts.len().saturating_sub(NAMED);
            if more > 0 {
                names += &(text.consequences.more)(more);
            }
            format!("{}: {names}", (text.consequences.change)(accounts.len(), *before, *after))
        })
        .collect();
    for change in consequences.owners.iter().filter(|change| change.registry == *place.registry) {
        let name = |id: &Option<PersonId>| {
            id.as_ref().and_then(|id| view.people.get(id)).map(|person| person.name.to_string())
        };
        let (before, after) = (name(&change.before), name(&change.after));
        lines.push((text.consequences.owner)(before.as_deref(), after.as_deref()));
    }
    lines
}

/// What is about to be done.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it.
    pub view: ViewRef,
    /// The heading: what is to be done.
    pub title: AttrValue,
    /// What there is to say of it besides its consequences, with texts isolated.
    pub lead: AttrValue,
    /// The intent.
    pub actions: Rc<[Action]>,
    /// The button that does it.
    pub confirm: AttrValue,
    /// What must be typed exactly before it is done; empty if nothing must be.
    pub typed: AttrValue,
    /// That the dialog is to be closed, and nothing done.
    pub on_close: Callback<()>,
    /// That it was done.
    pub on_done: Callback<()>,
}

/// A dialog that shows what an intent would change, and carries it out if that is confirmed.
#[component]
pub fn Confirm(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = &text.consequences;
    let typed = use_state_eq(String::new);
    let problem = use_state_eq(String::new);
    let guard = use_submit_guard();
    let view = guard.shown(&props.view);
    let expected = use_memo((view.clone(), Rc::clone(&props.actions)), |(view, actions)| {
        view.consequences_in_first(REGISTRIES, actions)
    });
    let refused = expected.as_ref().as_ref().err().map(|(_, reason): &(usize, Refusal)| refusal(&view, reason, text));
    let onsubmit = {
        let (store, view, actions) = (page.store.clone(), view.clone(), Rc::clone(&props.actions));
        let (must, typed, problem) = (props.typed.clone(), typed.clone(), problem.clone());
        let (on_done, is_refused) = (props.on_done.clone(), refused.is_some());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_refused || guard.is_done() {
                return;
            }
            if !must.is_empty() && *must != *domain::normalize(&typed) {
                problem.set(words.mismatch.to_owned());
                dom::focus(TYPED);
                dom::scroll_into_view_after_render("confirm-typed-problem");
                return;
            }
            match store.dispatch(&actions) {
                Ok(_) => {
                    guard.set_done(&view);
                    on_done.emit(());
                }
                Err(error) => problem.set(not_done(&view, &error, text)),
            }
        })
    };
    let cancel = props.on_close.reform(|_: MouseEvent| ());
    let on_input = {
        let (typed, problem) = (typed.clone(), problem.clone());
        Callback::from(move |value| {
            typed.set(value);
            problem.set(String::new());
        })
    };
    // What is typed to confirm, or what does nothing.
    let first = if props.typed.is_empty() || refused.is_some() { "confirm-cancel" } else { TYPED };
    html! {
        <Dialog id="confirm-title" title={props.title.clone()} close_label={text.common.close} on_close={props.on_close.clone()} {first}>
            <form class="dialog-form" {onsubmit} novalidate=true>
                // It scrolls if much follows, and often holds nothing else that takes the focus: so it takes it itself.
                <div class="dialog-body" id="confirm-consequences" role="group" aria-labelledby="confirm-title" tabindex="0">
                    if !props.lead.is_empty() {
                        <p>{ prose(&props.lead) }</p>
                    }
                    if let Some(reason) = &refused {
                        { banner(Tone::Danger, &format!("{}: {reason}", words.refused), html! {}) }
                    }
                    if let Ok(expected) = &*expected {
                        <h3>{ words.title }</h3>
                        { consequences(&view, expected, text) }
                    }
                    if props.typed.is_empty() {
                        <p class="problem" role="alert">{ prose(&problem) }</p>
                    } else if refused.is_none() {
                        <TextField
                            id={TYPED}
                            label={words.typed}
                            value={(*typed).clone()}
                            hint={(words.type_exactly)(&props.typed)}
                            problem={(*problem).clone()}
                            {on_input}
                        />
                    }
                </div>
                <div class="dialog-foot">
                    <button id="confirm-cancel" type="button" class="button" onclick={cancel}>{ text.common.cancel }</button>
                    <button
                        type="submit"
                        class="button button-danger"
                        aria-disabled={refused.is_some().then_some("true")}
                        aria-describedby="confirm-consequences"
                    >
                        { &props.confirm }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
