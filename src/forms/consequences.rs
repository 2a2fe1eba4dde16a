//! The consequences of an intent, and the dialog that shows them for confirmation.

mod catalog;

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
use crate::widgets::denials::{change_error, refusal};

/// The id of the field for the required text.
const TYPED_FIELD: &str = "confirm-typed";

/// The maximum number of names in one line.
const MAX_NAMES: usize = 8;

/// The maximum number of listed registries.
const MAX_REGISTRIES: usize = 20;

/// The list of consequences, without a heading.
pub fn consequences(view: &View, consequences: &Consequences, text: &Catalog) -> Html {
    let in_catalog = catalog::lines(consequences, text);
    if consequences.is_empty() && in_catalog.is_empty() {
        return html! { <p class="muted">{ text.consequences.nothing }</p> };
    }
    let registries = changed_registries(consequences);
    let more = consequences.more_registries + registries.len().saturating_sub(MAX_REGISTRIES);
    html! {
        <>
            <ul class="consequences">
                for line in in_catalog {
                    <li>{ prose(&line) }</li>
                }
                for registry in registries.iter().take(MAX_REGISTRIES) {
                    <li>
                        <strong><bdi>{ registry.name }</bdi></strong>
                        <ul>
                            for change in changes_in(view, registry, consequences, text) {
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

/// The changes in a registry.
struct ChangedRegistry<'a> {
    registry: &'a RegistryId,
    name: &'a str,
    access: &'a [AccessChange],
}

/// The changed registries, in the order of their changes.
fn changed_registries(consequences: &Consequences) -> Vec<ChangedRegistry<'_>> {
    // The changes of access are grouped by registry. The changes of owners follow.
    let mut registries: Vec<ChangedRegistry<'_>> = Vec::new();
    for access in consequences.access.chunk_by(|one, other| one.registry == other.registry) {
        if let Some(AccessChange { registry, name, .. }) = access.first() {
            registries.push(ChangedRegistry { registry, name: name.as_str(), access });
        }
    }
    for change in &consequences.owners {
        if !registries.iter().any(|known| *known.registry == change.registry) {
            registries.push(ChangedRegistry { registry: &change.registry, name: change.name.as_str(), access: &[] });
        }
    }
    registries
}

/// The changes in a registry: one line for each kind of role change, and one for a change of the owner.
fn changes_in(view: &View, changed: &ChangedRegistry<'_>, consequences: &Consequences, text: &Catalog) -> Vec<String> {
    let mut kinds: Vec<(Option<Role>, Option<Role>, Vec<&AccountId>)> = Vec::new();
    for change in changed.access {
        match kinds.iter_mut().find(|kind| (kind.0, kind.1) == (change.before, change.after)) {
            Some(kind) => kind.2.push(&change.account),
            None => kinds.push((change.before, change.after, vec![&change.account])),
        }
    }
    // Accounts that the intent adds have no name in the view.
    let known_name = |account: &AccountId| view.name_of(&Grantee::from(account.clone())).map(isolate);
    let role = |role: Option<Role>| role.map_or(text.consequences.no_access, text.terms.role);
    let mut lines: Vec<String> = kinds
        .iter()
        .map(|(before, after, accounts)| {
            if let [account] = accounts.as_slice() {
                let name = known_name(account).unwrap_or_else(|| text.consequences.new_account.to_owned());
                return format!("{name}: {} → {}", role(*before), role(*after));
            }
            let names: Vec<String> =
                accounts.iter().filter_map(|account| known_name(account)).take(MAX_NAMES).collect();
            let more = accounts.len() - names.len();
            if names.is_empty() {
                return (text.consequences.change)(accounts.len(), *before, *after);
            }
            let mut names = names.join(", ");
            if more > 0 {
                names += &(text.consequences.more)(more);
            }
            format!("{}: {names}", (text.consequences.change)(accounts.len(), *before, *after))
        })
        .collect();
    for change in consequences.owners.iter().filter(|change| change.registry == *changed.registry) {
        let name = |id: &Option<PersonId>| {
            id.as_ref().and_then(|id| view.people.get(id)).map(|person| person.name.to_string())
        };
        let (before, after) = (name(&change.before), name(&change.after));
        lines.push((text.consequences.owner)(before.as_deref(), after.as_deref()));
    }
    lines
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The heading, which names the intent.
    pub title: AttrValue,
    /// A paragraph above the consequences, with names isolated.
    pub lead: AttrValue,
    /// The intent.
    pub actions: Rc<[Action]>,
    /// The label of the button.
    pub confirm: AttrValue,
    /// The text to type for confirmation, or empty.
    pub required_text: AttrValue,
    /// The content between the lead and the consequences.
    #[prop_or_default]
    pub children: Html,
    /// Called when the dialog is canceled.
    pub on_close: Callback<()>,
    /// Called after the intent has succeeded.
    pub on_done: Callback<()>,
}

/// A dialog that shows the consequences of an intent, and dispatches it after confirmation.
#[component]
pub fn Confirm(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = &text.consequences;
    let typed = use_state_eq(String::new);
    let problem = use_state_eq(String::new);
    let guard = use_submit_guard();
    let view = guard.shown_view(&props.view);
    let expected = use_memo((view.clone(), Rc::clone(&props.actions)), |(view, actions)| {
        view.consequences_in_first(MAX_REGISTRIES, actions)
    });
    let is_empty = props.actions.is_empty();
    let refused = expected.as_ref().as_ref().err().map(|(_, reason): &(usize, Refusal)| refusal(&view, reason, text));
    let onsubmit = {
        let (store, view, actions) = (page.store.clone(), view.clone(), Rc::clone(&props.actions));
        let (required, typed, problem) = (props.required_text.clone(), typed.clone(), problem.clone());
        let (on_done, is_refused) = (props.on_done.clone(), refused.is_some() || is_empty);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_refused || guard.is_done() {
                return;
            }
            if !required.is_empty() && *required != *domain::normalize(&typed) {
                problem.set(words.mismatch.to_owned());
                dom::focus(TYPED_FIELD);
                dom::scroll_into_view_after_render("confirm-typed-problem");
                return;
            }
            match store.dispatch(&actions) {
                Ok(_) => {
                    guard.mark_done(&view);
                    on_done.emit(());
                }
                Err(error) => problem.set(change_error(&view, &error, text)),
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
    // The focus starts on a control that changes nothing by accident.
    let first = if props.required_text.is_empty() || refused.is_some() { "confirm-cancel" } else { TYPED_FIELD };
    html! {
        <Dialog id="confirm-title" title={props.title.clone()} close_label={text.common.close} on_close={props.on_close.clone()} {first}>
            <form class="dialog-form" {onsubmit} novalidate=true>
                // A long list scrolls. It is focusable, because keyboards could not scroll it otherwise.
                <div class="dialog-body" id="confirm-consequences" role="group" aria-labelledby="confirm-title" tabindex="0">
                    if !props.lead.is_empty() {
                        <p>{ prose(&props.lead) }</p>
                    }
                    { props.children.clone() }
                    if let Some(reason) = &refused {
                        { banner(Tone::Danger, &format!("{}: {reason}", words.refused), html! {}) }
                    }
                    if let (Ok(expected), false) = (&*expected, is_empty) {
                        <h3>{ words.title }</h3>
                        { consequences(&view, expected, text) }
                    }
                    if props.required_text.is_empty() {
                        <p class="problem" role="alert">{ prose(&problem) }</p>
                    } else if refused.is_none() {
                        <TextField
                            id={TYPED_FIELD}
                            label={words.typed}
                            value={(*typed).clone()}
                            hint={(words.type_exactly)(&props.required_text)}
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
                        aria-disabled={(refused.is_some() || is_empty).then_some("true")}
                        aria-describedby="confirm-consequences"
                    >
                        { &props.confirm }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
