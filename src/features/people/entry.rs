//! The form of a person, a service account or a team.

use domain::{
    AccountName, Action, Email, Grantee, Missing, NewPerson, OrganizationRole, Permission, PersonAction, PersonId,
    PersonName, Refusal, ServiceAccountAction, ServiceAccountId, TeamAction, TeamId, TextFault, UniqueField, View,
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::controls::options;
use super::directory::{role_choices, role_named};
use super::query::{Part, PeopleQuery};
use super::text::PeopleText;
use crate::forms::form::{Edited, Fields, Form, FormKey, FormName, follow, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::{Page, use_page};
use crate::state::{NotDone, Notice, ViewRef};
use crate::ui::{Dialog, DialogForm, SelectField, TextField};
use crate::widgets::denials::{not_done, objection};

/// The subject of the form.
#[derive(Clone, PartialEq)]
pub enum Entry {
    /// A new entry.
    Add(Part),
    /// An existing person, service account or team.
    Edit(Grantee),
}

impl Entry {
    /// The form of the address, if any.
    pub fn of(part: Part, query: &PeopleQuery) -> Option<Self> {
        let id = query.about();
        match (query.open.as_str(), part) {
            ("add", Part::People | Part::ServiceAccounts | Part::Teams) => Some(Self::Add(part)),
            ("edit", Part::People) => Some(Self::Edit(Grantee::Person(PersonId(id)))),
            ("edit", Part::ServiceAccounts) => Some(Self::Edit(Grantee::ServiceAccount(ServiceAccountId(id)))),
            ("edit", Part::Teams) => Some(Self::Edit(Grantee::Team(TeamId(id)))),
            _ => None,
        }
    }

    fn is_person(&self) -> bool {
        matches!(self, Self::Add(Part::People) | Self::Edit(Grantee::Person(_)))
    }

    /// The subject of the form's key: the part of a new entry, or the id of an existing one.
    fn subject(&self) -> String {
        match self {
            Self::Add(part) => format!("add {}", part.name()),
            Self::Edit(
                Grantee::Person(PersonId(id))
                | Grantee::ServiceAccount(ServiceAccountId(id))
                | Grantee::Team(TeamId(id)),
            ) => id.to_string(),
        }
    }

    /// The key of this form on a page.
    pub fn key(&self, page: &Page) -> FormKey {
        FormKey::new(page, FormName::DirectoryEntry, self.subject())
    }

    /// The text fields, each with its id and subject.
    fn fields(&self) -> &'static [(Input, &'static str, Subject)] {
        const PERSON: [(Input, &str, Subject); 3] = [
            (Input::Name, "entry-name", Subject::OtherPersonName),
            (Input::Username, "entry-username", Subject::Username),
            (Input::Email, "entry-email", Subject::Email),
        ];
        const NAME_ONLY: [(Input, &str, Subject); 1] = [(Input::Username, "entry-name", Subject::AccountName)];
        if self.is_person() { &PERSON } else { &NAME_ONLY }
    }

    /// The stored values of the fields.
    fn stored(&self, view: &View) -> EntryFields {
        match self {
            Self::Add(Part::People) => EntryFields { role: "member".to_owned(), ..EntryFields::default() },
            Self::Edit(Grantee::Person(id)) => {
                view.people.get(id).map_or_else(EntryFields::default, |person| EntryFields {
                    name: person.name.to_string(),
                    username: person.username.to_string(),
                    email: person.email.to_string(),
                    role: String::new(),
                })
            }
            Self::Edit(grantee) => {
                let name = view.name_of(grantee).unwrap_or_default();
                EntryFields { username: name.to_owned(), ..EntryFields::default() }
            }
            Self::Add(_) => EntryFields::default(),
        }
    }

    /// The kind of the edited entry, if the entry does not exist any more.
    fn missing(&self, view: &View) -> Option<Missing> {
        let Self::Edit(grantee) = self else { return None };
        let exists = view.name_of(grantee).is_some();
        (!exists).then_some(match grantee {
            Grantee::Person(_) => Missing::Person,
            Grantee::ServiceAccount(_) => Missing::ServiceAccount,
            Grantee::Team(_) => Missing::Team,
        })
    }
}

/// The fields, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct EntryFields {
    name: String,
    /// For a service account or a team, its name.
    username: String,
    email: String,
    /// The name of the role.
    role: String,
}

/// A text field of the form.
#[derive(Clone, Copy)]
enum Input {
    Name,
    Username,
    Email,
    Role,
}

impl Fields for EntryFields {
    fn rebase(base: &mut Self, now: &mut Self, stored: &Self) {
        follow(&mut base.name, &mut now.name, &stored.name);
        follow(&mut base.username, &mut now.username, &stored.username);
        follow(&mut base.email, &mut now.email, &stored.email);
    }
}

impl EntryFields {
    fn value(&self, input: Input) -> &String {
        match input {
            Input::Name => &self.name,
            Input::Username => &self.username,
            Input::Email => &self.email,
            Input::Role => &self.role,
        }
    }

    fn value_mut(&mut self, input: Input) -> &mut String {
        match input {
            Input::Name => &mut self.name,
            Input::Username => &mut self.username,
            Input::Email => &mut self.email,
            Input::Role => &mut self.role,
        }
    }
}

/// The faults of name, username and email.
type Faults = [Option<TextFault>; 3];

/// Parses the fields into an action. The action for a person contains the edited fields only, so that it keeps what another
/// tab stored in the others.
fn parse(entry: &Entry, edited: &Edited<EntryFields>) -> Result<Action, Faults> {
    let EntryFields { name, username, email, role } = &edited.now;
    let username = AccountName::parse(username);
    if !entry.is_person() {
        let name = username.map_err(|fault| [None, Some(fault), None])?;
        return Ok(match entry {
            Entry::Edit(Grantee::ServiceAccount(id)) => {
                Action::ServiceAccount(ServiceAccountAction::Rename { service_account: id.clone(), name })
            }
            Entry::Edit(Grantee::Team(id)) => Action::Team(TeamAction::Rename { team: id.clone(), name }),
            Entry::Add(Part::ServiceAccounts) => Action::ServiceAccount(ServiceAccountAction::Add(name)),
            _ => Action::Team(TeamAction::Add(name)),
        });
    }
    let (name, email) = (PersonName::parse(name), Email::parse(email));
    if let Entry::Edit(Grantee::Person(id)) = entry {
        // What is stored stays valid, also if an earlier program accepted what is refused today.
        let name = (edited.now.name != edited.base.name).then_some(name).transpose();
        let username = (edited.now.username != edited.base.username).then_some(username).transpose();
        let email = (edited.now.email != edited.base.email).then_some(email).transpose();
        return match (name, username, email) {
            (Ok(name), Ok(username), Ok(email)) => {
                Ok(Action::Person(PersonAction::Edit { person: id.clone(), name, username, email }))
            }
            (name, username, email) => Err([name.err(), username.err(), email.err()]),
        };
    }
    match (name, username, email) {
        (Ok(name), Ok(username), Ok(email)) => {
            let role = role_named(role).unwrap_or(OrganizationRole::Member);
            Ok(Action::Person(PersonAction::Add(NewPerson { name, username, email, role })))
        }
        (name, username, email) => Err([name.err(), username.err(), email.err()]),
    }
}

/// The message about a field, or empty. An incomplete text is reported only after an attempt to submit.
fn problem(entry: &Entry, view: &View, text: &Catalog, value: &str, subject: Subject, was_submitted: bool) -> String {
    let (parsed, field) = match subject {
        Subject::Email => (Email::parse(value).map(|email| email.to_string()), UniqueField::Email),
        Subject::OtherPersonName => (PersonName::parse(value).map(|_| String::new()), UniqueField::AccountName),
        _ => (AccountName::parse(value).map(|name| name.to_string()), UniqueField::AccountName),
    };
    match parsed {
        // An incomplete text is not a fault while it is being typed.
        Err(TextFault::Empty | TextFault::Malformed) if !was_submitted => String::new(),
        Err(fault) => (text.fault.explain)(subject, &fault),
        Ok(name) => {
            let is_itself = |holder: &Grantee| matches!(entry, Entry::Edit(itself) if itself == holder);
            match view.grantee_named(&name).filter(|holder| !name.is_empty() && !is_itself(holder)) {
                Some(_) => (text.refusal.taken)(field, None),
                None => String::new(),
            }
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The subject of the form.
    pub entry: Entry,
    /// Called to close the dialog.
    pub on_close: Callback<()>,
}

#[component]
pub fn EntryForm(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let form: Form<EntryFields> = use_form(props.entry.key(&page), props.entry.stored(&props.view));
    let (words, view, entry) = (PeopleText::of(text.language), &form.shown_view(&props.view), &props.entry);
    let fields = form.fields();
    let denied = objection(view, &Permission::ManageDirectory, text)
        .or_else(|| entry.missing(view).map(|missing| (text.refusal.missing)(missing).to_owned()));
    let is_denied = denied.is_some();
    let cancel = {
        let (form, on_close) = (form.clone(), props.on_close.clone());
        Callback::from(move |()| {
            form.discard();
            on_close.emit(());
        })
    };
    let edit = {
        let form = form.clone();
        Callback::from(move |(input, value): (Input, String)| form.edit(|fields| *fields.value_mut(input) = value))
    };
    let onsubmit = {
        let (form, store, on_close) = (form.clone(), page.store.clone(), props.on_close.clone());
        let (view, entry) = (view.clone(), entry.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_denied || form.is_done() {
                return;
            }
            let edited = form.edited();
            let is_changed = edited.is_touched() || matches!(entry, Entry::Add(_));
            let result = parse(&entry, &edited).map_err(|_| None).and_then(|action| {
                if !is_changed {
                    return Ok(None);
                }
                store.dispatch(std::slice::from_ref(&action)).map(|_| Some(action)).map_err(Some)
            });
            if let Some(done) = form.finish(&view, result) {
                on_close.emit(());
                if let Some(action) = done {
                    store.notify(Notice::completed(&view, &[action]));
                }
            }
        })
    };
    let was_submitted = form.attempt().count > 0;
    let shown: Vec<(Input, &'static str, Subject, String, String)> = entry
        .fields()
        .iter()
        .map(|(input, id, subject)| {
            let value = fields.value(*input).clone();
            let is_stored = matches!(entry, Entry::Edit(_)) && value == *form.edited().base.value(*input);
            let problem = match is_stored {
                true => String::new(),
                false => problem(entry, view, text, &value, *subject, was_submitted),
            };
            (*input, *id, *subject, value, problem)
        })
        .collect();
    let mut problems = Vec::new();
    if was_submitted {
        let wrong = shown.iter().filter(|field| !field.4.is_empty());
        problems.extend(wrong.map(|field| Problem { field: field.1, text: field.4.clone() }));
        match &form.attempt().error {
            None | Some(NotDone::Refused(Refusal::Taken { .. }, _)) => {}
            Some(error) => problems.push(Problem { field: "", text: not_done(view, error, text) }),
        }
    }
    let label = |subject| match subject {
        Subject::Username => (words.username, words.username_hint),
        Subject::Email => (words.email, ""),
        Subject::AccountName => (words.name, words.username_hint),
        _ => (words.name, ""),
    };
    let (title, submit) = match entry {
        Entry::Add(Part::ServiceAccounts) => (words.add_service_account.to_owned(), words.add_service_account),
        Entry::Add(Part::Teams) => (words.add_team.to_owned(), words.add_team),
        Entry::Add(_) => (words.add_person.to_owned(), words.add_person),
        Entry::Edit(grantee) => {
            let title = if matches!(grantee, Grantee::Person(_)) { words.edit_title } else { words.rename_title };
            (title(view.name_of(grantee).unwrap_or_default()), words.save)
        }
    };
    let note = |subject, value: &str| match subject {
        Subject::Email => text.fault.note_on_address(value),
        _ => "",
    };
    let role = role_choices(text).into_iter().find(|(name, _)| fields.role == *name);
    let dialog = DialogForm {
        denied_id: "entry-denied",
        denied: denied.as_deref(),
        cancel: text.common.cancel,
        submit,
        on_cancel: cancel,
        onsubmit,
    };
    html! {
        <Dialog id="entry-title" {title} close_label={text.common.close} first={entry.fields().first().map_or("", |field| field.1)} on_close={props.on_close.clone()}>
            { dialog.show(html! {
                <>
                    <Summary title={(text.common.problems)(problems.len())} {problems} attempt={form.attempt().count} />
                    for (input, id, subject, value, problem) in shown {
                        <TextField
                            {id}
                            label={label(subject).0}
                            hint={label(subject).1}
                            note={note(subject, &value)}
                            {value}
                            required=true
                            {problem}
                            on_input={edit.reform(move |value: String| (input, value))}
                        />
                    }
                    if let (Some((role, _)), Entry::Add(Part::People)) = (role, entry) {
                        <SelectField
                            id="entry-role"
                            label={words.organization_role}
                            value={role}
                            options={options(role_choices(text))}
                            explanation={role_named(role).map(|role| explain(words, role)).unwrap_or_default()}
                            on_choose={edit.reform(|value: String| (Input::Role, value))}
                        />
                    }
                </>
            }) }
        </Dialog>
    }
}

/// What a role means, with the note about Viewer.
fn explain(words: &PeopleText, role: OrganizationRole) -> String {
    let means = (words.organization_role_means)(role);
    match role {
        OrganizationRole::Viewer => format!("{means} {}", words.viewer_note),
        OrganizationRole::Member | OrganizationRole::Admin => means.to_owned(),
    }
}
