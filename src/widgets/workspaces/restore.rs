//! Reading a downloaded file back.

use interchange::file_kind::{self, FileKind};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use workspace::ArchiveFault;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::text::WorkspacesText;
use crate::page::use_page;
use crate::platform::{file, history};
use crate::routes::Route;
use crate::state::NotOpened;
use crate::ui::icon;
use crate::widgets::wrong_file::wrong_archive;

/// Why the last file was not read back.
#[derive(Clone, PartialEq)]
enum Failure {
    NoText,
    /// The file is no archive: another kind, or `None` for a text.
    Wrong(Option<FileKind>),
    NotOpened(NotOpened),
}

/// The field for the file.
#[component]
pub fn Restore() -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = WorkspacesText::of(text.language);
    let failure = use_state_eq(|| None::<Failure>);
    let onchange = {
        let failure = failure.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            let (store, failure) = (store.clone(), failure.clone());
            spawn_local(async move {
                if input.files().is_none_or(|files| files.length() == 0) {
                    return;
                }
                let Some((_, bytes)) = file::read_bytes(&input).await else {
                    return failure.set(Some(Failure::NoText));
                };
                let kind = file_kind::recognize(&bytes);
                let read = String::from_utf8_lossy(&bytes);
                match store.restore(&read) {
                    Err(NotOpened::File(ArchiveFault::Foreign)) if kind != Some(FileKind::Archive) => {
                        failure.set(Some(Failure::Wrong(kind)));
                    }
                    Err(error) => failure.set(Some(Failure::NotOpened(error))),
                    Ok(()) => {
                        failure.set(None);
                        history::push(&Route::Landing.href());
                    }
                }
            });
        })
    };
    let problem = failure.as_ref().map(|failure| match failure {
        Failure::NoText => words.no_text.to_owned(),
        Failure::Wrong(kind) => wrong_archive(*kind, text.language).to_owned(),
        Failure::NotOpened(error) => text.not_opened(error),
    });
    html! {
        <section class="section" aria-labelledby="restore-title">
            <div class="section-head"><h2 id="restore-title">{ words.restore }</h2></div>
            <p class="muted">{ words.restore_lead }</p>
            <div class="field" data-invalid={problem.is_some().then_some("true")}>
                <label for="restore-file">{ words.restore_field }</label>
                <input
                    id="restore-file"
                    type="file"
                    accept=".json,application/json"
                    aria-describedby="restore-file-problem"
                    {onchange}
                />
                <p class="problem" id="restore-file-problem" role="alert">
                    if let Some(problem) = &problem {
                        { icon("warning") }<span>{ problem }</span>
                    }
                </p>
            </div>
        </section>
    }
}
