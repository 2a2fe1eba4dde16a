//! The form that founds a new organization.

use domain::{AccountName, Email, Founding, OrganizationName, PersonName, TextFault};
use serde::{Deserialize, Serialize};
use workspace::Via;
use yew::prelude::*;

use super::text::OnboardingText;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::NotOpened;
use crate::ui::{TextField, Tone, banner};
use crate::widgets::head::Head;

/// The fields in the order of the form: the id, the subject, the autocomplete token.
const FIELDS: [(&str, Subject, &str); 4] = [
    ("organization-name", Subject::OrganizationName, "organization"),
    ("your-name", Subject::PersonName, "name"),
    ("username", Subject::Username, "username"),
    ("email", Subject::Email, "email"),
];

/// The fields, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct FoundingFields {
    organization: String,
    name: String,
    username: String,
    email: String,
}

impl Fields for FoundingFields {}

impl FoundingFields {
    /// The text of the field in [`FIELDS`] for a subject.
    fn value(&self, subject: Subject) -> &String {
        match subject {
            Subject::OrganizationName => &self.organization,
            Subject::PersonName => &self.name,
            Subject::Username => &self.username,
            _ => &self.email,
        }
    }

    fn value_mut(&mut self, subject: Subject) -> &mut String {
        match subject {
            Subject::OrganizationName => &mut self.organization,
            Subject::PersonName => &mut self.name,
            Subject::Username => &mut self.username,
            _ => &mut self.email,
        }
    }

    /// Parses the form into a founding, or a fault for each invalid field.
    fn parse(&self) -> Result<Founding, [Option<TextFault>; 4]> {
        let organization = OrganizationName::parse(&self.organization);
        let name = PersonName::parse(&self.name);
        let username = AccountName::parse(&self.username);
        let email = Email::parse(&self.email);
        match (organization, name, username, email) {
            (Ok(organization), Ok(name), Ok(username), Ok(email)) => {
                Ok(Founding { organization, name, username, email })
            }
            (organization, name, username, email) => Err([organization.err(), name.err(), username.err(), email.err()]),
        }
    }
}

#[component]
pub fn StartEmpty() -> Html {
    let page = use_page();
    let (text, store, model) = (page.text(), page.store.clone(), page.model.clone());
    let words = OnboardingText::of(text.language);
    let key = FormKey::new(&page, FormName::StartEmpty, "");
    let form: Form<FoundingFields, NotOpened> = use_form(key, FoundingFields::default());
    let fields = form.fields();
    let onsubmit = {
        let form = form.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let founding = form.fields().parse().map_err(|_| None);
            let result = founding.and_then(|founding| store.start_empty(Via::Interface, &founding).map_err(Some));
            if form.handle_result(result).is_some() {
                history::replace(&Route::Landing.href());
            }
        })
    };
    let was_submitted = form.attempt().count > 0;
    let faults = fields.parse().err().filter(|_| was_submitted).unwrap_or_default();
    let problem = |nth: usize, subject| {
        let fault = faults.get(nth).and_then(Option::as_ref);
        fault.map(|fault| (text.fault.explain)(subject, fault)).unwrap_or_default()
    };
    let mut problems: Vec<Problem> = FIELDS
        .iter()
        .enumerate()
        .map(|(nth, (field, subject, _))| Problem { field, text: problem(nth, *subject) })
        .filter(|problem| !problem.text.is_empty())
        .collect();
    problems.extend(form.attempt().error.iter().map(|error| Problem { field: "", text: text.not_opened(error) }));
    let back = Callback::from(|_: MouseEvent| history::push(&Route::Start.href()));
    let note = |subject, value: &str| match subject {
        Subject::Email => text.fault.note_on_address(value),
        _ => "",
    };
    let label = |subject| match subject {
        Subject::OrganizationName => (words.organization, ""),
        Subject::PersonName => (words.name, ""),
        Subject::Username => (words.username, words.username_hint),
        _ => (words.email, words.email_hint),
    };
    html! {
        <div class="welcome">
            <Head title={words.found} lead={words.found_lead} />
            if model.workspace().is_some() {
                { banner(Tone::Warning, words.start_over_warning, html! {}) }
            }
            <form {onsubmit} novalidate=true>
                <Summary title={(text.common.problems)(problems.len())} {problems} attempt={form.attempt().count} />
                for (nth, (id, subject, autocomplete)) in FIELDS.into_iter().enumerate() {
                    <TextField
                        {id}
                        label={label(subject).0}
                        hint={label(subject).1}
                        note={note(subject, fields.value(subject))}
                        value={fields.value(subject).clone()}
                        required=true
                        {autocomplete}
                        problem={problem(nth, subject)}
                        on_input={
                            let form = form.clone();
                            Callback::from(move |value: String| form.edit(|fields| *fields.value_mut(subject) = value))
                        }
                    />
                }
                <div class="button-row">
                    <button type="button" class="button" onclick={back}>{ words.back }</button>
                    <button type="submit" class="button button-primary">{ words.begin }</button>
                </div>
            </form>
        </div>
    }
}
