//! Saves the page as a file with the organization inside, for passing it on.

use std::future::Future;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::text::DataText;
use crate::page::{Page, use_page};
use crate::state::{NotSavedAsPage, SavedPage};
use crate::ui::{icon, prose};

/// The result of the last attempt.
#[derive(Clone, PartialEq)]
enum Attempt {
    None,
    Running,
    Done(Result<SavedPage, NotSavedAsPage>),
}

/// A page that is being saved.
#[derive(Clone)]
pub struct Saving(UseStateHandle<Attempt>);

#[hook]
pub fn use_saving() -> Saving {
    Saving(use_state_eq(|| Attempt::None))
}

impl Saving {
    /// Waits for the download, unless one is running.
    pub fn begin(&self, save: impl Future<Output = Result<SavedPage, NotSavedAsPage>> + 'static) {
        if *self.0 == Attempt::Running {
            return;
        }
        self.0.set(Attempt::Running);
        let attempt = self.0.setter();
        spawn_local(async move { attempt.set(Attempt::Done(save.await)) });
    }

    /// The result of the last attempt, in words.
    pub fn status(&self, page: &Page) -> Html {
        let words = DataText::of(page.language);
        let status = match &*self.0 {
            Attempt::None => String::new(),
            Attempt::Running => words.saving_page.to_owned(),
            Attempt::Done(Ok(saved)) => (words.page_saved)(&saved.name, saved.size),
            Attempt::Done(Err(NotSavedAsPage::NoSource)) => words.no_page_source.to_owned(),
            Attempt::Done(Err(NotSavedAsPage::Scenario(error))) => page.text().workspace_error(error),
            Attempt::Done(Err(NotSavedAsPage::NotDownloaded)) => page.text().notice.not_downloaded.to_owned(),
        };
        let is_problem = matches!(*self.0, Attempt::Done(Err(_)));
        html! {
            <p class={if is_problem { "problem" } else { "muted" }} role="status">
                if is_problem {
                    { icon("warning") }
                }
                <span>{ prose(&status) }</span>
            </p>
        }
    }
}

/// The section with the button.
#[component]
pub fn SavePage() -> Html {
    let page = use_page();
    let words = DataText::of(page.language);
    let saving = use_saving();
    let status = saving.status(&page);
    let save = {
        let store = page.store.clone();
        Callback::from(move |_: MouseEvent| {
            let store = store.clone();
            saving.begin(async move { store.save_as_page().await });
        })
    };
    html! {
        <section class="section" aria-labelledby="save-page-title">
            <div class="section-head"><h2 id="save-page-title">{ words.save_page }</h2></div>
            <p class="muted">{ words.save_page_lead }</p>
            <div class="button-row">
                <button type="button" class="button" onclick={save}>{ icon("download") }{ words.save_page }</button>
            </div>
            { status }
        </section>
    }
}
