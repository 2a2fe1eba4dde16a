//! The section that restores a downloaded file.

use interchange::encoding::Encoding;
use interchange::file_kind::{self, FileKind};
use interchange::saved_page;
use workspace::ArchiveFault;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::opening::use_on_opened;
use super::text::WorkspacesText;
use crate::page::use_page;
use crate::platform::{file, history};
use crate::state::WorkspaceError;
use crate::ui::{icon, use_ask_before_leaving};
use crate::widgets::wrong_file::wrong_archive;

/// The reason why the last file was not restored.
#[derive(Clone, PartialEq)]
enum Failure {
    NoText,
    /// The file is no archive: another kind, or `None` for a text.
    Wrong(Option<FileKind>),
    Workspace(WorkspaceError),
}

/// The field for the file.
#[component]
pub fn Restore() -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = WorkspacesText::of(text.language);
    let failure = use_state_eq(|| None::<Failure>);
    let progress = use_state_eq(|| None::<f64>);
    use_ask_before_leaving(progress.is_some());
    let on_opened = use_on_opened();
    let onchange = {
        let (failure, progress) = (failure.clone(), progress.clone());
        Callback::from(move |event: Event| {
            let Some(input) = file::input_with_selection(&event) else { return };
            let (store, failure, progress) = (store.clone(), failure.clone(), progress.clone());
            let on_opened = on_opened.clone();
            spawn_local(async move {
                let Some((_, bytes)) = file::read_bytes(&input).await else {
                    return failure.set(Some(Failure::NoText));
                };
                let kind = file_kind::recognize(&bytes);
                let content = decode(&bytes);
                let archive = saved_page::organization_in(&content).unwrap_or(&content);
                let restored = store.restore_in_steps(archive, |part| progress.set((part < 1.0).then_some(part))).await;
                progress.set(None);
                match restored {
                    Err(WorkspaceError::File(ArchiveFault::Foreign)) if kind != Some(FileKind::Archive) => {
                        failure.set(Some(Failure::Wrong(kind)));
                    }
                    Err(error) => failure.set(Some(Failure::Workspace(error))),
                    Ok(first_page) => {
                        failure.set(None);
                        match first_page {
                            Some(page) => history::push(&page),
                            None => on_opened.emit(()),
                        }
                    }
                }
            });
        })
    };
    let problem = failure.as_ref().map(|failure| match failure {
        Failure::NoText => words.no_text.to_owned(),
        Failure::Wrong(kind) => wrong_archive(*kind, text.language).to_owned(),
        Failure::Workspace(error) => text.workspace_error(error),
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
                    accept=".json,.html,application/json,text/html"
                    aria-describedby="restore-file-problem"
                    disabled={progress.is_some()}
                    {onchange}
                />
                if let Some(part) = *progress {
                    <progress aria-label={words.restoring} value={part.to_string()} max="1" />
                }
                <p class="problem" id="restore-file-problem" role="alert">
                    if let Some(problem) = &problem {
                        { icon("warning") }<span>{ problem }</span>
                    }
                </p>
            </div>
        </section>
    }
}

/// The content of an archive. An editor may have saved it in UTF-16. Without a mark it is UTF-8.
fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, ..] => Encoding::UTF_16LE.decode(bytes).0,
        [0xfe, 0xff, ..] => Encoding::UTF_16BE.decode(bytes).0,
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
