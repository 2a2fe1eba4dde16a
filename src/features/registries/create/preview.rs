//! What creating the registry will mean: who will see it, and what its creator becomes.

use domain::{AccountId, NewRegistry, View, Visibility};
use yew::prelude::*;

use super::text::CreateText;
use crate::forms::registry::draft::Draft;
use crate::forms::registry::types_field::permanent_types;
use crate::i18n::prose::isolate;
use crate::page::Page;
use crate::ui::prose;
use crate::widgets::python::{copy_as_python, script_of_new};

/// As many people as are named.
const NAMED: usize = 5;

/// The consequences of the choices, and as soon as the form describes a registry, the same registry as a script.
pub fn preview(page: &Page, view: &View, draft: &Draft, new: Option<&NewRegistry>) -> Html {
    let text = page.text();
    let words = CreateText::of(text.language);
    let visibility = draft.visibility();
    let audience = view.audience_of_new(visibility);
    let sentence = match visibility {
        Visibility::Organization => (words.seen_by_everyone)(audience.people.len(), audience.service_accounts.len()),
        Visibility::Restricted => {
            let mut names = Vec::new();
            for id in &audience.people {
                if view.account == AccountId::Person(id.clone()) {
                    names.insert(0, words.you.to_owned());
                } else if let Some(person) = view.people.get(id) {
                    names.push(isolate(person.name.as_str()));
                }
            }
            names.truncate(NAMED);
            (words.seen_by_some)(audience.people.len(), names)
        }
    };
    let becomes_admin = view.may_create.is_granted();
    html! {
        <div class="preview" role="group" aria-label={words.preview}>
            <h3>{ words.preview }</h3>
            <p aria-live="polite">{ prose(&sentence) }</p>
            { permanent_types(&draft.types_to_save(), text) }
            if becomes_admin {
                <p>{ words.creator }</p>
            }
            { copy_as_python("create-python", new.map(|new| script_of_new(view, new)), text) }
        </div>
    }
}
