//! The form of a person, a service account or a team.

use domain::{
    AccountName, Action, Email, Grantee, Missing, NewPerson, OrganizationRole, Permission, PersonAction, PersonId,
    PersonName, Refusal, ServiceAccountAction, ServiceAccountId, TeamAction, TeamId, TextFault, UniqueField, View,
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::controls::options;
use super::directory::role_choices;
use super::query::{Part, PeopleQuery};
use super::text::PeopleText;
use crate::forms::form::{Edits, Fields, Form, FormKey, FormName, follow, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::{Page, use_page};
use crate::state::{ChangeError, Notice, ViewRef};
use crate::ui::{Dialog, DialogForm, Kind, SelectField, TextField};
use crate::widgets::denials::{change_error, objection};

/// The subject of the form.
#[derive(Clone, PartialEq)]
pub enum Entry {
    /// A new entry.
    Add(Kind),
    /// An existing person, service account or team.
    Edit(Grantee),
}

impl Entry {
    /// The form of the address, if any.
    pub fn of(part: Part, query: &PeopleQuery) -> Option<Self> {
        let id = query.about();
        match (query.open.as_str(), part) {
            ("add", Part::People) => Some(Self::Add(Kind::Person)),
            ("add", Part::ServiceAccounts) => Some(Self::Add(Kind::ServiceAccount)),
            ("add", Part::Teams) => Some(Self::Add(Kind::Team)),
            ("edit", Part::People) => Some(Self::Edit(Grantee::Person(PersonId(id)))),
            ("edit", Part::ServiceAccounts) => Some(Self::Edit(Grantee::ServiceAccount(ServiceAccountId(id)))),
            ("edit", Part::Teams) => Some(Self::Edit(Grantee::Team(TeamId(id)))),
            // Other dialogs, and unknown values in the address.
            (_, Part::People | Part::ServiceAccounts | Part::Teams | Part::Organization | Part::Import) => None,
        }
    }

    fn is_person(&self) -> bool {
        matches!(self, Self::Add(Kind::Person) | Self::Edit(Grantee::Person(_)))
    }

    /// The subject of the form's key: the kind of a new entry, or the id of an existing one.
    fn subject(&self) -> String {
        match self {
            // Drafts are stored under these words.
            Self::Add(Kind::Person) => "add ".to_owned(),
            Self::Add(Kind::ServiceAccount) => "add service-accounts".to_owned(),
            Self::Add(Kind::Team) => "add teams".to_owned(),
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
            Self::Add(Kind::Person) => EntryFields { role: "member".to_owned(), ..EntryFields::default() },
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
            Self::Add(Kind::ServiceAccount | Kind::Team) => EntryFields::default(),
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
}

impl Fields for EntryFields {
    fn rebase(base: &mut Self, current: &mut Self, stored: &Self) {
        follow(&mut base.name, &mut current.name, &stored.name);
        follow(&mut base.username, &mut current.username, &stored.username);
        follow(&mut base.email, &mut current.email, &stored.email);
    }
}

impl EntryFields {
    fn value(&self, input: Input) -> &String {
        match input {
            Input::Name => &self.name,
            Input::Username => &self.username,
            Input::Email => &self.email,
        }
    }

    fn value_mut(&mut self, input: Input) -> &mut String {
        match input {
            Input::Name => &mut self.name,
            Input::Username => &mut self.username,
            Input::Email => &mut self.email,
        }
    }
}

/// The faults of name, username and email.
type Faults = [Option<TextFault>; 3];

/// Parses the fields into an action. The action for a person contains the edited fields only, so that it keeps what another
/// tab stored in the others.
fn parse(entry: &Entry, edits: &Edits<EntryFields>) -> Result<Action, Faults> {
    let EntryFields { name, username, email, role } = &edits.current;
    let username = AccountName::parse(username);
    let person = || (PersonName::parse(name), username.clone(), Email::parse(email));
    let only_name = || username.clone().map_err(|fault| [None, Some(fault), None]);
    Ok(match entry {
        Entry::Add(Kind::Person) => match person() {
            (Ok(name), Ok(username), Ok(email)) => {
                let role = role.parse().unwrap_or(OrganizationRole::Member);
                PersonAction::Add(NewPerson { name, username, email, role }).into()
            }
            (name, username, email) => return Err([name.err(), username.err(), email.err()]),
        },
        Entry::Edit(Grantee::Person(id)) => {
            let (name, username, email) = person();
            // A stored value stays valid, even if today's rules refuse it.
            let name = (edits.current.name != edits.base.name).then_some(name).transpose();
            let username = (edits.current.username != edits.base.username).then_some(username).transpose();
            let email = (edits.current.email != edits.base.email).then_some(email).transpose();
            match (name, username, email) {
                (Ok(name), Ok(username), Ok(email)) => {
                    PersonAction::Edit { person: id.clone(), name, username, email }.into()
                }
                (name, username, email) => return Err([name.err(), username.err(), email.err()]),
            }
        }
        Entry::Add(Kind::ServiceAccount) => ServiceAccountAction::Add(only_name()?).into(),
        Entry::Edit(Grantee::ServiceAccount(id)) => {
            ServiceAccountAction::Rename { service_account: id.clone(), name: only_name()? }.into()
        }
        Entry::Add(Kind::Team) => TeamAction::Add(only_name()?).into(),
        Entry::Edit(Grantee::Team(id)) => TeamAction::Rename { team: id.clone(), name: only_name()? }.into(),
    })
}

/// The message about a field, or empty. An incomplete text is reported only after an attempt to submit.
fn problem(
    entry: &Entry,
    view: &View,
    text: &Catalog,
    value: &str,
    (input, subject): (Input, Subject),
    was_submitted: bool,
) -> String {
    let (parsed, field) = match input {
        Input::Name => (PersonName::parse(value).map(|_| String::new()), UniqueField::AccountName),
        Input::Username => (AccountName::parse(value).map(|name| name.to_string()), UniqueField::AccountName),
        Input::Email => (Email::parse(value).map(|email| email.to_string()), UniqueField::Email),
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
    let cancel = form.on_cancel(&props.on_close);
    let edit = {
        let form = form.clone();
        Callback::from(move |(input, value): (Input, String)| form.edit(|fields| *fields.value_mut(input) = value))
    };
    let on_choose = {
        let form = form.clone();
        Callback::from(move |role: String| form.edit(|fields| fields.role = role))
    };
    let onsubmit = {
        let (form, store, on_close) = (form.clone(), page.store.clone(), props.on_close.clone());
        let (view, entry) = (view.clone(), entry.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_denied || form.is_done() {
                return;
            }
            let edits = form.edits();
            let is_changed = edits.is_touched() || matches!(entry, Entry::Add(_));
            let result = parse(&entry, &edits).map_err(|_| None).and_then(|action| {
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
            let is_stored = matches!(entry, Entry::Edit(_)) && value == *form.edits().base.value(*input);
            let problem = match is_stored {
                true => String::new(),
                false => problem(entry, view, text, &value, (*input, *subject), was_submitted),
            };
            (*input, *id, *subject, value, problem)
        })
        .collect();
    let mut problems = Vec::new();
    if was_submitted {
        let wrong = shown.iter().filter(|field| !field.4.is_empty());
        problems.extend(wrong.map(|field| Problem { field: field.1, text: field.4.clone() }));
        match &form.attempt().error {
            None | Some(ChangeError::Refused(Refusal::Taken { .. }, _)) => {}
            Some(error) => problems.push(Problem { field: "", text: change_error(view, error, text) }),
        }
    }
    let label = |input| match input {
        Input::Name => (words.name, ""),
        Input::Username if entry.is_person() => (words.username, words.username_hint),
        Input::Username => (words.name, words.username_hint),
        Input::Email => (words.email, ""),
    };
    let (title, submit) = match entry {
        Entry::Add(Kind::Person) => (words.add_person.to_owned(), words.add_person),
        Entry::Add(Kind::ServiceAccount) => (words.add_service_account.to_owned(), words.add_service_account),
        Entry::Add(Kind::Team) => (words.add_team.to_owned(), words.add_team),
        Entry::Edit(grantee) => {
            let title = if matches!(grantee, Grantee::Person(_)) { words.edit_title } else { words.rename_title };
            (title(view.name_of(grantee).unwrap_or_default()), words.save)
        }
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
                            label={label(input).0}
                            hint={label(input).1}
                            note={text.fault.note_on(subject, &value)}
                            {value}
                            required=true
                            {problem}
                            on_input={edit.reform(move |value: String| (input, value))}
                        />
                    }
                    if let (Some((role, _)), Entry::Add(Kind::Person)) = (role, entry) {
                        <SelectField
                            id="entry-role"
                            label={words.organization_role}
                            value={role}
                            options={options(role_choices(text))}
                            explanation={role.parse().map(|role| explain(words, role)).unwrap_or_default()}
                            {on_choose}
                        />
                    }
                </>
            }) }
        </Dialog>
    }
}

/// The meaning of a role, with the note about Viewer.
fn explain(words: &PeopleText, role: OrganizationRole) -> String {
    let means = (words.organization_role_means)(role);
    match role {
        OrganizationRole::Viewer => format!("{means} {}", words.viewer_note),
        OrganizationRole::Member | OrganizationRole::Admin => means.to_owned(),
    }
}
