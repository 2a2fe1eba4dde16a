//! The button that starts a run over from its scenario.

use workspace::Origin;
use yew::prelude::*;

use super::text::WorkspacesText;
use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::WorkspaceError;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The scenario of the current run.
    pub origin: std::rc::Rc<Origin>,
}

/// **Start over from the scenario**. The current run is kept, unless nothing was done in it.
#[component]
pub fn StartOver(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = WorkspacesText::of(text.language);
    let failed = use_state_eq(|| None::<WorkspaceError>);
    let onclick = {
        let (failed, first_page) = (failed.setter(), props.origin.setup.page.clone());
        Callback::from(move |_: MouseEvent| match store.start_over() {
            Err(error) => failed.set(Some(error)),
            Ok(()) if first_page.is_empty() => history::push(&Route::Landing.href()),
            Ok(()) => history::push(&first_page),
        })
    };
    html! {
        <>
            <button type="button" class="button" {onclick}>{ words.start_over_from_scenario }</button>
            if let Some(error) = &*failed {
                <p class="problem" role="alert">{ text.workspace_error(error) }</p>
            }
        </>
    }
}
