//! A text that is edited where it is read: the name and the description of a collection, and the description and the metadata of
//! a version.

mod metadata;
mod place;

use serde::{Deserialize, Serialize};
use yew::prelude::*;

pub use self::metadata::{EditMetadata, indented};
pub use self::place::{Place, parse_metadata};
use super::text::CatalogText;
use super::{perform, refused};
use crate::forms::form::{Edits, Fields, Form, KEPT_BYTES, follow, use_form};
use crate::page::{Page, use_page};
use crate::platform::clock::next_task;
use crate::platform::dom;
use crate::state::{ChangeError, ViewRef};
use crate::ui::{Markdown, TextField, icon, prose};

/// The typed text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Text {
    text: String,
}

impl Fields for Text {
    fn rebase(base: &mut Self, current: &mut Self, stored: &Self) {
        follow(&mut base.text, &mut current.text, &stored.text);
    }

    fn is_kept(&self) -> bool {
        self.text.len() <= KEPT_BYTES
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub place: Place,
    /// The label of the field.
    pub label: AttrValue,
    /// The button that opens the field.
    pub edit: AttrValue,
    /// The stored text.
    pub stored: String,
    /// The id of the reason why nothing can be changed, if the page shows it for all its controls.
    #[prop_or_default]
    pub denied: AttrValue,
    /// The text as it is read.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn InPlace(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = CatalogText::of(text.language);
    let form: Form<Text, ChangeError> = use_form(props.place.key(&page), Text { text: props.stored.clone() });
    let is_open = use_state_eq(|| form.is_touched());
    let problem = use_state_eq(String::new);
    let id = props.place.id();
    let [edit_id, field_id, denied_id] = ["edit", "text", "denied"].map(|part| format!("{id}-{part}"));
    let denied = refused(&props.view, &props.place.tried(), text);
    let is_denied = denied.is_some();
    let is_told = !props.denied.is_empty();
    let denied_id = if is_told { props.denied.clone() } else { denied_id.into() };
    let Edits { base, current: Text { text: typed } } = form.edits();
    // The stored text is valid, and can be long.
    let judged = if form.is_touched() { typed.clone() } else { String::new() };
    let saving = use_memo((props.place.clone(), judged), |(place, typed)| place.saving(typed));
    let fault = match &*saving {
        _ if !form.is_touched() => String::new(),
        Err(fault) if fault.is_empty() => String::new(),
        Err(fault) => fault.explain(text),
        Ok(action) if !is_denied => refused(&props.view, action, text).unwrap_or_default(),
        Ok(_) => String::new(),
    };
    let is_stale = form.is_touched() && base.text != props.stored;
    let open = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| is_open.set(!is_denied))
    };
    use_effect_with(*is_open, {
        let field_id = field_id.clone();
        let was_restored = form.was_restored();
        move |is_open| {
            if *is_open && !was_restored {
                dom::focus(&field_id);
            }
        }
    });
    let close = {
        let (form, is_open, problem, edit_id) = (form.clone(), is_open.setter(), problem.setter(), edit_id.clone());
        Callback::from(move |()| {
            form.discard();
            problem.set(String::new());
            is_open.set(false);
            let edit_id = edit_id.clone();
            next_task(move || dom::focus(&edit_id)).forget();
        })
    };
    let onsubmit = {
        let (page, view, form, close) = (page.clone(), props.view.clone(), form.clone(), close.clone());
        let (place, problem, field_id) = (props.place.clone(), problem.setter(), field_id.clone());
        let stored = props.stored.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = form.fields().text;
            if !form.is_touched() || place.is_same(&typed, &stored) {
                return close.emit(());
            }
            let done = match place.saving(&typed) {
                Ok(action) => perform(&page, &view, action),
                Err(fault) => Err(fault.explain(page.text())),
            };
            match done {
                Ok(()) => close.emit(()),
                Err(reason) => {
                    problem.set(reason);
                    dom::focus(&field_id);
                }
            }
        })
    };
    let on_input = {
        let (form, problem) = (form.clone(), problem.setter());
        Callback::from(move |next: String| {
            form.edit(|fields| fields.text = next);
            problem.set(String::new());
        })
    };
    let shown_problem = if fault.is_empty() { (*problem).clone() } else { fault };
    html! {
        <div class="in-place">
            if *is_open {
                <form {onsubmit} novalidate=true>
                    <TextField
                        id={field_id}
                        label={props.label.clone()}
                        value={typed}
                        multiline={props.place.is_multiline()}
                        hint={props.place.hint(words)}
                        note={if is_stale { words.changed_elsewhere } else { "" }}
                        problem={shown_problem}
                        {on_input}
                    />
                    <div class="button-row">
                        <button type="submit" class="button button-primary">{ words.save }</button>
                        <button type="button" class="button" onclick={close.reform(|_: MouseEvent| ())}>{ text.common.cancel }</button>
                    </div>
                </form>
            } else {
                { props.children.clone() }
                <button
                    id={edit_id}
                    type="button"
                    class="button"
                    aria-disabled={is_denied.then_some("true")}
                    aria-describedby={is_denied.then(|| denied_id.clone())}
                    onclick={open}
                >
                    { &props.edit }
                </button>
                if let Some(denied) = denied.filter(|_| !is_told) {
                    <p class="denied" id={denied_id}>{ icon("lock") }<span>{ prose(&denied) }</span></p>
                }
            }
        </div>
    }
}

/// The section of a description, of a collection or of a version. `denied` is the id of a reason that the page shows, or empty.
pub fn description(page: &Page, view: &ViewRef, place: Place, stored: &str, denied: &'static str) -> Html {
    let words = CatalogText::of(page.language);
    let key = place.key(page).as_key();
    html! {
        <section class="section" aria-labelledby="description-title">
            <div class="section-head"><h2 id="description-title">{ words.description }</h2></div>
            <InPlace
                {key}
                view={view.clone()}
                {place}
                label={words.description}
                edit={words.edit_description}
                stored={stored.to_owned()}
                {denied}
            >
                if stored.is_empty() {
                    <p class="muted">{ words.no_description }</p>
                } else {
                    <Markdown text={stored.to_owned()} />
                }
            </InPlace>
        </section>
    }
}
