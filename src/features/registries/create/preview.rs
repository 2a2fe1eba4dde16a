//! The preview in the create dialog: the accounts with access, and the creator's role.

use domain::{AccountId, ArtifactType, NewRegistry, TypeNote, View, Visibility};
use yew::prelude::*;

use super::text::CreateText;
use crate::forms::registry::draft::RegistryDraft;
use crate::forms::registry::types_field::permanent_types;
use crate::i18n::prose::isolate;
use crate::page::Page;
use crate::ui::{icon, prose};
use crate::widgets::python::{copy_as_python, script_of_new};

/// The maximum number of named people.
const MAX_NAMES: usize = 5;

/// The effect of the choices, and the registry as a script if the form is valid.
///
/// `notes` and `name_note` are what to note about the types and the name before they are saved.
pub fn preview(
    page: &Page,
    view: &View,
    draft: &RegistryDraft,
    notes: &[(ArtifactType, TypeNote)],
    name_note: &str,
    new: Option<&NewRegistry>,
) -> Html {
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
            names.truncate(MAX_NAMES);
            (words.seen_by_some)(audience.people.len(), names)
        }
    };
    let becomes_admin = view.may_create.is_granted();
    html! {
        <div class="preview" role="group" aria-label={words.preview}>
            <h3>{ words.preview }</h3>
            <p aria-live="polite">{ prose(&sentence) }</p>
            if !name_note.is_empty() {
                <p class="field-note">{ icon("info") }<span>{ prose(name_note) }</span></p>
            }
            { permanent_types(&draft.types_to_save(), notes, text) }
            if becomes_admin {
                <p>{ words.creator }</p>
            }
            { copy_as_python("create-python", new.map(|new| script_of_new(view, new)), text) }
        </div>
    }
}
