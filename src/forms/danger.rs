//! A section with one destructive action: its button, or the reason why the account cannot use it, and the confirmation.

use std::rc::Rc;

use domain::Action;
use yew::prelude::*;

use super::consequences::Confirm;
use crate::page::use_page;
use crate::platform::history;
use crate::state::{Notice, ViewRef};
use crate::ui::{icon, prose};

#[derive(Properties, PartialEq)]
pub struct DangerProps {
    pub view: ViewRef,
    /// The prefix of the ids, such as `delete`.
    pub id: &'static str,
    /// The heading, which is the label of the buttons as well.
    pub title: &'static str,
    /// The effect of the action.
    pub lead: &'static str,
    /// The reason why the account cannot use it.
    pub denied: Option<String>,
    /// The intent.
    pub actions: Rc<[Action]>,
    /// The text to type for confirmation, or empty.
    #[prop_or_default]
    pub required_text: AttrValue,
    /// The address of the page that is shown afterwards.
    pub next: String,
    /// Called after the intent has succeeded, before the next page is shown.
    #[prop_or_default]
    pub on_done: Callback<()>,
}

#[component]
pub fn Danger(props: &DangerProps) -> Html {
    let page = use_page();
    let is_asking = use_state_eq(|| false);
    let is_denied = props.denied.is_some();
    let ask = {
        let is_asking = is_asking.setter();
        Callback::from(move |ask: bool| is_asking.set(ask && !is_denied))
    };
    let on_done = {
        let (store, next, on_done) = (page.store.clone(), props.next.clone(), props.on_done.clone());
        let done = Notice::completed(&props.view, &props.actions);
        Callback::from(move |()| {
            on_done.emit(());
            history::replace(&next);
            store.notify(done.clone());
        })
    };
    let [title_id, denied_id] = ["title", "denied"].map(|part| format!("{}-{part}", props.id));
    html! {
        <section class="section" aria-labelledby={title_id.clone()}>
            <div class="section-head"><h2 id={title_id}>{ props.title }</h2></div>
            if let Some(denied) = &props.denied {
                <p class="denied" id={denied_id.clone()}>{ icon("lock") }<span>{ prose(denied) }</span></p>
            } else {
                <p class="muted">{ props.lead }</p>
            }
            <button
                type="button"
                class="button button-danger"
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={is_denied.then_some(denied_id)}
                onclick={ask.reform(|_: MouseEvent| true)}
            >
                { props.title }
            </button>
            if *is_asking {
                <Confirm
                    view={props.view.clone()}
                    title={props.title}
                    lead={props.lead}
                    actions={Rc::clone(&props.actions)}
                    confirm={props.title}
                    required_text={props.required_text.clone()}
                    on_close={ask.reform(|()| false)}
                    {on_done}
                />
            }
        </section>
    }
}
