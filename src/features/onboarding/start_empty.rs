//! The form that founds a new organization.

use domain::{AccountName, Email, Founding, OrganizationName, PersonName, TextFault};
use serde::{Deserialize, Serialize};
use workspace::{ReadOnly, Via};
use yew::prelude::*;

use super::start_query::StartQuery;
use super::text::OnboardingText;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::history;
use crate::routes::use_query;
use crate::state::WorkspaceError;
use crate::ui::{TextField, Tone, banner};
use crate::widgets::head::Head;

/// A field of the form.
#[derive(Clone, Copy)]
enum Input {
    Organization,
    Name,
    Username,
    Email,
}

/// The fields in the order of the form, each with its id and its autocomplete token.
const FIELDS: [(Input, &str, &str); 4] = [
    (Input::Organization, "organization-name", "organization"),
    (Input::Name, "your-name", "name"),
    (Input::Username, "username", "username"),
    (Input::Email, "email", "email"),
];

impl Input {
    fn subject(self) -> Subject {
        match self {
            Self::Organization => Subject::OrganizationName,
            Self::Name => Subject::PersonName,
            Self::Username => Subject::Username,
            Self::Email => Subject::Email,
        }
    }
}

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
    fn value(&self, input: Input) -> &String {
        match input {
            Input::Organization => &self.organization,
            Input::Name => &self.name,
            Input::Username => &self.username,
            Input::Email => &self.email,
        }
    }

    fn value_mut(&mut self, input: Input) -> &mut String {
        match input {
            Input::Organization => &mut self.organization,
            Input::Name => &mut self.name,
            Input::Username => &mut self.username,
            Input::Email => &mut self.email,
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
    let form: Form<FoundingFields, WorkspaceError> = use_form(key, FoundingFields::default());
    let fields = form.fields();
    let query = use_query::<StartQuery>();
    let previous = query.previous_href();
    let onsubmit = {
        let form = form.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let founding = form.fields().parse().map_err(|_| None);
            let result = founding.and_then(|founding| store.start_empty(Via::Interface, &founding).map_err(Some));
            if form.handle_result(result).is_some() {
                history::replace(&query.next_href());
            }
        })
    };
    let was_submitted = form.attempt().count > 0;
    let faults = fields.parse().err().filter(|_| was_submitted).unwrap_or_default();
    let problem = |nth: usize, input: Input| {
        let fault = faults.get(nth).and_then(Option::as_ref);
        fault.map(|fault| (text.fault.explain)(input.subject(), fault)).unwrap_or_default()
    };
    let mut problems: Vec<Problem> = FIELDS
        .iter()
        .enumerate()
        .map(|(nth, (input, field, _))| Problem { field, text: problem(nth, *input) })
        .filter(|problem| !problem.text.is_empty())
        .collect();
    problems.extend(form.attempt().error.iter().map(|error| Problem { field: "", text: text.workspace_error(error) }));
    let back = Callback::from(move |_: MouseEvent| history::push(&previous));
    let label = |input| match input {
        Input::Organization => (words.organization, ""),
        Input::Name => (words.name, ""),
        Input::Username => (words.username, words.username_hint),
        Input::Email => (words.email, words.email_hint),
    };
    html! {
        <div class="welcome">
            <Head title={words.found} lead={words.found_lead} />
            if model.workspace().is_some() && model.health.read_only != Some(ReadOnly::Original) {
                { banner(Tone::Warning, words.start_over_warning, html! {}) }
            }
            <form {onsubmit} novalidate=true>
                <Summary title={(text.common.problems)(problems.len())} {problems} attempt={form.attempt().count} />
                for (nth, (input, id, autocomplete)) in FIELDS.into_iter().enumerate() {
                    <TextField
                        {id}
                        label={label(input).0}
                        hint={label(input).1}
                        note={text.fault.note_on(input.subject(), fields.value(input))}
                        value={fields.value(input).clone()}
                        required=true
                        {autocomplete}
                        problem={problem(nth, input)}
                        on_input={
                            let form = form.clone();
                            Callback::from(move |value: String| form.edit(|fields| *fields.value_mut(input) = value))
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
