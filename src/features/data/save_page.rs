//! Saves the page as a file with the organization inside, for passing it on.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::text::DataText;
use crate::page::use_page;
use crate::state::{NotSavedAsPage, SavedPage};
use crate::ui::{icon, prose};

/// What came of the last attempt.
#[derive(Clone, PartialEq)]
enum Attempt {
    None,
    Running,
    Done(Result<SavedPage, NotSavedAsPage>),
}

/// The section with the button.
#[component]
pub fn SavePage() -> Html {
    let page = use_page();
    let words = DataText::of(page.language);
    let attempt = use_state_eq(|| Attempt::None);
    let save = {
        let (store, attempt) = (page.store.clone(), attempt.clone());
        Callback::from(move |_: MouseEvent| {
            if *attempt == Attempt::Running {
                return;
            }
            attempt.set(Attempt::Running);
            let (store, attempt) = (store.clone(), attempt.setter());
            spawn_local(async move { attempt.set(Attempt::Done(store.save_as_page().await)) });
        })
    };
    let status = match &*attempt {
        Attempt::None => String::new(),
        Attempt::Running => words.saving_page.to_owned(),
        Attempt::Done(Ok(saved)) => (words.page_saved)(&saved.name, saved.size),
        Attempt::Done(Err(NotSavedAsPage::NoSource)) => words.no_page_source.to_owned(),
        Attempt::Done(Err(NotSavedAsPage::NotDownloaded)) => page.text().notice.not_downloaded.to_owned(),
    };
    let is_problem = matches!(*attempt, Attempt::Done(Err(_)));
    html! {
        <section class="section" aria-labelledby="save-page-title">
            <div class="section-head"><h2 id="save-page-title">{ words.save_page }</h2></div>
            <p class="muted">{ words.save_page_lead }</p>
            <div class="button-row">
                <button type="button" class="button" onclick={save}>{ icon("download") }{ words.save_page }</button>
            </div>
            <p class={if is_problem { "problem" } else { "muted" }} role="status">
                if is_problem {
                    { icon("warning") }
                }
                <span>{ prose(&status) }</span>
            </p>
        </section>
    }
}
