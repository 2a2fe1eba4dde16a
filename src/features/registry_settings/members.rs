//! The members of the registry. Changes take effect immediately, and do not affect the form above. Removals and lower roles
//! need confirmation.

use std::rc::Rc;

use domain::{Action, RegistryAction, RegistryPermission, RegistryView};
use yew::prelude::*;

use super::add_member::{ADD, AddMember, FIELD};
use super::objection_to;
use super::reasons::Reasons;
use super::row::{Intent, RowContext};
use super::text::SettingsText;
use crate::forms::consequences::Confirm;
use crate::forms::registry::text::RegistryFormText;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::{Notice, ViewRef};
use crate::ui::{PageRange, PagerWords, Turn, icon, pager, prose, table, use_printing};
use crate::widgets::denials::change_error;

const TITLE: &str = "settings-members";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub registry_view: RegistryView,
    /// Whether the form for new members is open.
    pub is_adding: bool,
}

#[component]
pub fn Members(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let labels = RegistryFormText::of(text.language);
    let words = SettingsText::of(text.language);
    let (view, registry) = (&props.view, &props.registry_view.registry);
    let pending = use_state_eq(|| None::<Intent>);
    let failed = use_state_eq(String::new);
    let requested = use_state_eq(|| None);

    // The pressed button disappears with its row, so the focus moves elsewhere.
    let was_removed = use_mut_ref(|| false);
    use_effect_with(registry.rows().len(), {
        let was_removed = was_removed.clone();
        move |_| {
            if was_removed.replace(false) {
                dom::focus(TITLE);
            }
        }
    });
    let on_intent = {
        let (pending, failed, view, store) = (pending.setter(), failed.setter(), view.clone(), store.clone());
        Callback::from(move |intent: Intent| {
            failed.set(String::new());
            if intent.confirmation.is_some() {
                pending.set(Some(intent));
                return;
            }
            let done = Notice::completed(&view, std::slice::from_ref(&intent.action));
            let gives_owner = matches!(intent.action, Action::Registry(RegistryAction::SetOwner { .. }));
            match store.dispatch(&[intent.action]) {
                Ok(_) => {
                    if gives_owner {
                        // The button disappears, because the owner cannot become the owner again.
                        dom::focus(TITLE);
                    }
                    store.notify(done);
                }
                Err(error) => failed.set(change_error(&view, &error, text)),
            }
        })
    };
    let close = {
        let pending = pending.setter();
        Callback::from(move |()| pending.set(None))
    };
    let mut reasons = Reasons::of("settings-members");
    let add_denied = reasons.add(words.add_member, objection_to(view, registry, RegistryPermission::AddMembers, text));
    let rows = RowContext::new(view, &props.registry_view, text, &mut reasons, &on_intent);
    let add = {
        let href = Route::add_member_to(view, registry.id()).href();
        let (is_denied, is_adding) = (!add_denied.is_empty(), props.is_adding);
        Callback::from(move |_: MouseEvent| {
            if is_adding {
                dom::focus(FIELD);
            } else if !is_denied {
                history::open_on_top(&href);
            }
        })
    };
    let listed = registry.rows();
    let range = PageRange::of_rows(*requested, listed.len(), use_printing());
    let turn = Callback::from(move |page| requested.set(Some(page)));
    html! {
        <section class="section" aria-labelledby={TITLE}>
            <div class="section-head">
                <h2 id={TITLE} tabindex="-1">{ words.members }</h2>
                <div class="section-actions">
                    <button
                        id={ADD}
                        type="button"
                        class="button"
                        aria-expanded={if props.is_adding { "true" } else { "false" }}
                        aria-disabled={(!add_denied.is_empty()).then_some("true")}
                        aria-describedby={(!add_denied.is_empty()).then(|| add_denied.clone())}
                        onclick={add}
                    >
                        { icon("plus") }{ words.add_member }
                    </button>
                </div>
            </div>
            { reasons.show(text) }
            if add_denied.is_empty() {
                <p class="muted">{ words.members_lead }</p>
            }
            <div>
                if props.is_adding {
                    <AddMember view={view.clone()} id={registry.id().clone()} denied={add_denied} />
                }
            </div>
            <p class="problem" role="alert">{ prose(&failed) }</p>
            if listed.is_empty() {
                <p>{ text.registry.no_members }</p>
            } else {
                { pager(range, &PagerWords::of(text.registry.members_table, range, text), &Turn::Press(&turn)) }
                { table(text.registry.members_table, "blocks", &[labels.name, text.registry.role, text.registry.effective, words.actions], html! {
                    for row in range.items(listed) {
                        { rows.row(row) }
                    }
                }) }
            }
            { crate::widgets::registry::members::unlisted_access(view, registry, text) }
            if let Some((intent, confirmation)) = pending.as_ref().and_then(|intent| Some((intent, intent.confirmation.as_ref()?))) {
                <Confirm
                    view={view.clone()}
                    title={confirmation.title.clone()}
                    lead=""
                    actions={Rc::from([intent.action.clone()])}
                    confirm={confirmation.confirm.clone()}
                    required_text=""
                    on_close={close.clone()}
                    on_done={
                        let done = Notice::completed(view, std::slice::from_ref(&intent.action));
                        let removes = matches!(intent.action, Action::Registry(RegistryAction::RemoveMember { .. }));
                        Callback::from(move |()| {
                            *was_removed.borrow_mut() = removes;
                            close.emit(());
                            store.notify(done.clone());
                        })
                    }
                />
            }
        </section>
    }
}
