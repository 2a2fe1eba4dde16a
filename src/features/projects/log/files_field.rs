//! The files of *Log artifact*: chosen, dropped, or given by hand.

use domain::{File, Manifest};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::super::text::ProjectsText;
use super::draft::{FilesFault, stored_size};
use super::reading::{Cancel, NotRead, Progress, read_all};
use super::text::LogText;
use crate::i18n::Catalog;
use crate::i18n::intl::{file_size, number};
use crate::i18n::prose::isolate;
use crate::page::use_page;
use crate::platform::dom;
use crate::platform::folder::{Dropped, chosen};
use crate::ui::{
    DropZone, PageRange, PagerWords, TextField, Turn, bdi, icon, pager, prose, table, use_ask_before_leaving,
    use_drop_zone, use_printing,
};

const CHOOSE_FILES: &str = "log-files";

const CHOOSE_FOLDER: &str = "log-folder";

pub const BY_HAND: &str = "log-by-hand";

/// The parts of a progress bar.
const PARTS: f64 = 1000.0;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// All files, or what is wrong with them.
    pub manifest: Result<Manifest, FilesFault>,
    pub by_hand: String,
    /// The id of the denial, or empty.
    pub denied: AttrValue,
    pub on_type: Callback<String>,
    pub on_read: Callback<Vec<File>>,
    /// Removes all files that were read.
    pub on_clear: Callback<()>,
    /// Whether files are being read.
    pub on_busy: Callback<bool>,
}

/// A reading that goes on.
#[derive(Clone, PartialEq)]
struct Reading {
    cancel: Cancel,
    progress: Progress,
}

#[component]
pub fn FilesField(props: &Props) -> Html {
    let text = use_page().text();
    let words = LogText::of(text.language);
    let reading = use_state_eq(|| None::<Reading>);
    let failure = use_state_eq(|| None::<NotRead>);
    let was_canceled = use_state_eq(|| false);
    let listed = use_state_eq(|| 1_usize);
    let is_printing = use_printing();
    use_ask_before_leaving(reading.is_some());
    let current = use_mut_ref(Cancel::default);
    use_effect_with((), {
        let current = current.clone();
        move |()| move || current.borrow().cancel()
    });
    let is_denied = !props.denied.is_empty();
    let start = {
        let (reading, failure, was_canceled) = (reading.setter(), failure.setter(), was_canceled.setter());
        let (on_read, on_busy) = (props.on_read.clone(), props.on_busy.clone());
        move |list: Listing| {
            let cancel = Cancel::default();
            *current.borrow_mut() = cancel.clone();
            let (reading, failure, was_canceled) = (reading.clone(), failure.clone(), was_canceled.clone());
            let (on_read, on_busy) = (on_read.clone(), on_busy.clone());
            failure.set(None);
            was_canceled.set(false);
            on_busy.emit(true);
            reading.set(Some(Reading { cancel: cancel.clone(), progress: Progress::default() }));
            spawn_local(async move {
                let picked = match list {
                    Listing::Chosen(input) => Some(chosen(&input).await),
                    Listing::Dropped(dropped) => dropped.files().await,
                };
                let read = match picked {
                    Some(picked) => {
                        read_all(picked, &cancel, |progress| {
                            if !cancel.is_canceled() {
                                reading.set(Some(Reading { cancel: cancel.clone(), progress }));
                            }
                        })
                        .await
                    }
                    None => Some(Err(NotRead::NotListed)),
                };
                if cancel.is_canceled() {
                    return;
                }
                reading.set(None);
                on_busy.emit(false);
                match read {
                    Some(Ok(files)) => on_read.emit(files),
                    Some(Err(reason)) => failure.set(Some(reason)),
                    None => {}
                }
            });
        }
    };
    let on_cancel = {
        let (reading, was_canceled, on_busy) = (reading.clone(), was_canceled.setter(), props.on_busy.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(now) = &*reading {
                now.cancel.cancel();
            }
            reading.set(None);
            was_canceled.set(true);
            on_busy.emit(false);
            dom::focus(CHOOSE_FILES);
        })
    };
    let onchange = {
        let start = start.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input.filter(|input| input.files().is_some_and(|files| files.length() > 0)) {
                start(Listing::Chosen(input));
            }
        })
    };
    let is_busy = reading.is_some();
    let drop_zone = use_drop_zone(Callback::from(move |event: DragEvent| {
        if !is_denied && !is_busy {
            start(Listing::Dropped(Dropped::of(&event)));
        }
    }));
    let DropZone { is_over, ondragover, ondragleave, ondrop } = drop_zone;
    let fault = props.manifest.as_ref().err().map(|fault| words.files_fault(fault, text));
    html! {
        <fieldset class="fieldset">
            <legend>{ words.files }</legend>
            <p class="hint" id="log-files-hint">{ words.files_hint }</p>
            <div class="drop-zone" data-over={is_over.then_some("true")} {ondragover} {ondragleave} {ondrop}>
                <div class="button-row">
                    <input
                        id={CHOOSE_FILES}
                        class="visually-hidden"
                        type="file"
                        multiple=true
                        disabled={is_denied || is_busy}
                        aria-describedby="log-files-hint"
                        onchange={&onchange}
                    />
                    <label for={CHOOSE_FILES} class="button">{ icon("plus") }{ words.choose_files }</label>
                    <input
                        id={CHOOSE_FOLDER}
                        class="visually-hidden"
                        type="file"
                        webkitdirectory=true
                        disabled={is_denied || is_busy}
                        aria-describedby="log-files-hint"
                        {onchange}
                    />
                    <label for={CHOOSE_FOLDER} class="button">{ icon("plus") }{ words.choose_folder }</label>
                </div>
                <p class="hint">{ words.drop }</p>
                if let Some(now) = &*reading {
                    { progress(&now.progress, &on_cancel, text) }
                }
            </div>
            <p class="problem" role="alert">
                if let Some(reason) = &*failure {
                    { icon("warning") }<span>{ prose(&words.not_read(reason, text)) }</span>
                }
            </p>
            <p class="field-note" role="status">
                if *was_canceled {
                    { icon("info") }<span>{ words.canceled }</span>
                }
            </p>
            if let Ok(manifest) = &props.manifest {
                { summary(manifest, *listed, is_printing, &listed, &props.on_clear, text) }
            }
            <TextField
                id={BY_HAND}
                label={words.by_hand}
                hint={words.by_hand_hint}
                multiline=true
                value={props.by_hand.clone()}
                problem={fault.unwrap_or_default()}
                denied={props.denied.clone()}
                on_input={props.on_type.clone()}
            />
        </fieldset>
    }
}

/// The source of the files.
enum Listing {
    Chosen(HtmlInputElement),
    Dropped(Dropped),
}

fn progress(now: &Progress, on_cancel: &Callback<MouseEvent>, text: &Catalog) -> Html {
    let words = LogText::of(text.language);
    // Empty files have no bytes, so the files count as well.
    #[expect(clippy::cast_precision_loss, reason = "counts of files are small")]
    let (done, all) = (now.bytes + now.files as f64, now.all_bytes + now.all_files as f64);
    let part = if all > 0.0 { (done / all * PARTS).floor() / PARTS } else { 0.0 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes of files are whole and positive"
    )]
    let size = |of: f64| file_size(text.language, of as u64);
    let count = |of| number(text.language, of);
    html! {
        <div class="reading">
            <progress aria-label={words.reading} value={part.to_string()} max="1" />
            <span class="muted small">
                { (words.read_of)(&count(now.files), &count(now.all_files), &size(now.bytes), &size(now.all_bytes)) }
            </span>
            <button type="button" class="button" onclick={on_cancel}>{ words.cancel_reading }</button>
        </div>
    }
}

/// The number, size and digest of all files, what they take in the storage, and a page of them.
fn summary(
    manifest: &Manifest,
    page: usize,
    is_printing: bool,
    listed: &UseStateHandle<usize>,
    on_clear: &Callback<()>,
    text: &Catalog,
) -> Html {
    let (words, columns) = (LogText::of(text.language), ProjectsText::of(text.language));
    let files = manifest.files();
    if files.is_empty() {
        return html! { <p class="muted" role="status">{ words.no_files }</p> };
    }
    let range = PageRange::of_rows(Some(page), files.len(), is_printing);
    let turn = {
        let listed = listed.setter();
        Callback::from(move |page| listed.set(page))
    };
    let stored = u64::try_from(stored_size(manifest)).unwrap_or(u64::MAX);
    let count = number(text.language, files.len());
    html! {
        <div class="read-files">
            <p role="status">
                { (words.files_of)(&count, &file_size(text.language, manifest.size())) }{ " " }
                { (words.takes)(&file_size(text.language, stored)) }
            </p>
            <p class="muted small">{ columns.digest }{ ": " }<span class="mono">{ manifest.digest().to_string() }</span></p>
            { pager(range, &PagerWords::of(words.files, range, text), &Turn::Press(&turn)) }
            { table(words.files, "files", &[columns.path, columns.size, columns.digest], html! {
                for file in range.slice(files) {
                    { file_row(file, text) }
                }
            }) }
            <button type="button" class="button button-quiet" onclick={on_clear.reform(|_: MouseEvent| dom::focus(CHOOSE_FILES))}>
                { words.clear_files }
            </button>
        </div>
    }
}

/// A file in a table of path, size and digest.
pub fn file_row(file: &File, text: &Catalog) -> Html {
    html! {
        <tr key={file.path.to_string()}>
            <th scope="row" class="mono">{ bdi(file.path.as_str()) }</th>
            <td>{ file_size(text.language, file.size) }</td>
            <td class="mono">{ file.digest.to_string() }</td>
        </tr>
    }
}

impl LogText {
    fn not_read(&self, reason: &NotRead, text: &Catalog) -> String {
        match reason {
            NotRead::NotListed => self.not_listed.to_owned(),
            NotRead::Path(path, fault) => (self.of_path)(&isolate(path), &(text.fault.path)(*fault)),
            NotRead::Twice(path) => (self.twice)(&isolate(path.as_str())),
            NotRead::Unreadable(path) => (self.unreadable)(&isolate(path)),
        }
    }

    pub fn files_fault(&self, fault: &FilesFault, text: &Catalog) -> String {
        let line = |line: &usize| number(text.language, *line);
        match fault {
            FilesFault::Line(at) => (self.of_line)(&line(at), self.by_hand_form),
            FilesFault::Path(at, fault) => (self.of_line)(&line(at), &(text.fault.path)(*fault)),
            FilesFault::Size(at) => (self.of_line)(&line(at), self.not_a_size),
            FilesFault::Digest(at) => (self.of_line)(&line(at), text.fault.digest),
            FilesFault::Twice(path) => (self.twice)(&isolate(path.as_str())),
        }
    }
}
