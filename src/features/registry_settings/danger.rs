//! Deleting the registry, confirmed by typing its name.

use std::rc::Rc;

use domain::{Action, RegistryAction, RegistryPermission, SeenRegistry};
use yew::prelude::*;

use super::objection_to;
use super::text::SettingsText;
use crate::forms::consequences::Confirm;
use crate::forms::form::{FormKey, FormName};
use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::{Notice, ViewRef};
use crate::ui::{icon, prose};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub seen: SeenRegistry,
}

#[component]
pub fn Danger(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = SettingsText::of(text.language);
    let is_asking = use_state_eq(|| false);
    let registry = &props.seen.registry;
    let denied = match registry.core_kind() {
        Some(_) => Some(words.never_deleted.to_owned()),
        None => objection_to(&props.view, registry, RegistryPermission::DeleteRegistry, text),
    };
    let is_denied = denied.is_some();
    let ask = {
        let is_asking = is_asking.setter();
        Callback::from(move |ask: bool| is_asking.set(ask && !is_denied))
    };
    let actions: Rc<[Action]> = Rc::from([Action::Registry(RegistryAction::Delete(registry.id().clone()))]);
    let on_done = {
        let (form, store) = (FormKey::new(&page, FormName::RegistrySettings, registry.id()), page.store.clone());
        let done = Notice::completed(&props.view, &actions);
        Callback::from(move |()| {
            form.forget();
            history::replace(&Route::Landing.href());
            store.notify(done.clone());
        })
    };
    html! {
        <section class="section" aria-labelledby="delete-title">
            <div class="section-head"><h2 id="delete-title">{ words.delete }</h2></div>
            if let Some(denied) = denied {
                <p class="denied" id="delete-denied">{ icon("lock") }<span>{ prose(&denied) }</span></p>
            } else {
                <p class="muted">{ words.delete_lead }</p>
            }
            <button
                type="button"
                class="button button-danger"
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={is_denied.then_some("delete-denied")}
                onclick={ask.reform(|_: MouseEvent| true)}
            >
                { words.delete }
            </button>
            if *is_asking {
                <Confirm
                    view={props.view.clone()}
                    title={words.delete}
                    lead={words.delete_lead}
                    {actions}
                    confirm={words.delete}
                    required_text={registry.name().to_string()}
                    on_close={ask.reform(|()| false)}
                    {on_done}
                />
            }
        </section>
    }
}
