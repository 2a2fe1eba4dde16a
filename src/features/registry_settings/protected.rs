//! The protected aliases of a registry: the list, and which versions carry them.

pub mod text;

use domain::{Action, Alias, Refusal, RegistryAction, RegistryPermission, RegistryView, TextFault};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use self::text::ProtectedText;
use super::objection_to;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::dom;
use crate::routes::Route;
use crate::state::{ChangeError, ViewRef};
use crate::ui::{TextField, bdi, icon, prose};
use crate::widgets::denials::{change_error, refusal};

const FIELD: &str = "protect-alias";

const DENIED: &str = "protect-alias-denied";

/// The field, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct AliasFields {
    alias: String,
}

impl Fields for AliasFields {}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry_view: RegistryView,
}

#[component]
pub fn ProtectedAliases(props: &Props) -> Html {
    let page = use_page();
    let (text, view, registry) = (page.text(), &props.view, &props.registry_view.registry);
    let words = ProtectedText::of(text.language);
    let key = FormKey::new(&page, FormName::ProtectedAlias, registry.id());
    let form: Form<AliasFields> = use_form(key, AliasFields::default());
    let failed = use_state_eq(|| None::<ChangeError>);
    let typed = form.fields().alias;
    let denied = objection_to(view, registry, RegistryPermission::ManageProtectedAliases, text);
    let is_denied = denied.is_some();
    let adding = Alias::parse(&typed)
        .map(|alias| Action::Registry(RegistryAction::ProtectAlias { registry: registry.id().clone(), alias }));
    let problem = match &adding {
        Err(TextFault::Empty) if form.attempt().count == 0 => String::new(),
        Err(fault) => (text.fault.explain)(Subject::Alias, fault),
        Ok(action) => match view.review(action) {
            Err(reason @ Refusal::ManagedAlias(_)) => refusal(view, &reason, text),
            _ => String::new(),
        },
    };
    let act = {
        let (store, view, failed) = (page.store.clone(), view.clone(), failed.setter());
        move |action: Action| {
            let done = store.dispatch_and_notify(&view, &[action]);
            failed.set(done.as_ref().err().cloned());
            done
        }
    };
    let onsubmit = {
        let (form, act) = (form.clone(), act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_denied {
                return;
            }
            let result = adding.clone().map_err(|_| None).and_then(|action| act(action).map_err(Some));
            form.handle_result(result);
            dom::focus(FIELD);
        })
    };
    let on_remove = {
        let registry = registry.id().clone();
        Callback::from(move |alias: Alias| {
            if !is_denied {
                let _ = act(Action::Registry(RegistryAction::UnprotectAlias { registry: registry.clone(), alias }));
                // The pressed button disappears with its alias.
                dom::focus(FIELD);
            }
        })
    };
    let on_input = {
        let form = form.clone();
        Callback::from(move |value: String| form.edit(|fields| fields.alias = value))
    };
    let holders = view.catalog().protected_in(registry.id());
    let carried = |alias: &Alias| {
        holders.iter().filter(|holder| holder.alias == *alias).map(|holder| holder.version.clone()).collect::<Vec<_>>()
    };
    html! {
        <section class="section" aria-labelledby="protected-title">
            <div class="section-head"><h2 id="protected-title">{ words.title }</h2></div>
            <p class="muted">{ words.lead }</p>
            if let Some(denied) = &denied {
                <p class="denied" id={DENIED}>{ icon("lock") }<span>{ prose(denied) }</span></p>
            }
            if registry.protected_aliases().is_empty() {
                <p>{ words.none }</p>
            } else {
                <ul class="protected-aliases">
                    for alias in registry.protected_aliases() {
                        <li key={alias.to_string()}>
                            { chip(alias, is_denied, &on_remove, words) }
                            { versions(&carried(alias), words) }
                        </li>
                    }
                </ul>
                <p><a href={Route::promotions_of(view, registry.id()).href()}>{ text.registry.promotions }</a></p>
            }
            <p class="problem" role="alert">
                if let Some(error) = &*failed {
                    { icon("warning") }<span>{ prose(&change_error(view, error, text)) }</span>
                }
            </p>
            <form class="label-form" {onsubmit} novalidate=true>
                <TextField
                    id={FIELD}
                    label={words.alias}
                    hint={words.alias_hint}
                    value={typed}
                    {problem}
                    denied={if is_denied { DENIED } else { "" }}
                    {on_input}
                />
                <button
                    type="submit"
                    class="button"
                    aria-label={words.add}
                    aria-disabled={is_denied.then_some("true")}
                    aria-describedby={is_denied.then_some(DENIED)}
                >
                    { icon("plus") }
                </button>
            </form>
        </section>
    }
}

/// A protected alias with its lock.
fn chip(alias: &Alias, is_denied: bool, on_remove: &Callback<Alias>, words: &ProtectedText) -> Html {
    let onclick = {
        let alias = alias.clone();
        on_remove.reform(move |_: MouseEvent| alias.clone())
    };
    html! {
        <span class="chip chip-saved">
            { icon("lock") }{ bdi(alias.as_str()) }
            <button
                type="button"
                aria-label={(words.remove)(alias.as_str())}
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={is_denied.then_some(DENIED)}
                {onclick}
            >
                { icon("close") }
            </button>
        </span>
    }
}

/// The versions that carry the alias.
fn versions(carried: &[String], words: &ProtectedText) -> Html {
    html! {
        <span class="muted small">
            if carried.is_empty() {
                { words.unused }
            }
            for (nth, version) in carried.iter().enumerate() {
                if nth > 0 {
                    { ", " }
                }
                { bdi(version) }
            }
        </span>
    }
}
