//! The form of a project: a new one with its team, or another name.

use domain::{
    Action, Id, Missing, Permission, ProjectAction, ProjectId, ProjectName, Refusal, TeamId, TextFault, UniqueField,
    View,
};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::teams::own_teams;
use super::text::ProjectsText;
use crate::forms::form::{Fields, Form, FormKey, FormName, follow, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::i18n::terms::fault::Subject;
use crate::page::{Page, use_page};
use crate::platform::history;
use crate::routes::Route;
use crate::state::{ChangeError, Notice, ViewRef};
use crate::ui::{DataOption, DataOptions, DataSelect, Dialog, DialogForm, TextField};
use crate::widgets::denials::{change_error, objection};

const NAME: &str = "project-name";

/// The subject of the form.
#[derive(Clone, PartialEq)]
pub enum Entry {
    New,
    Existing(ProjectId),
}

impl Entry {
    /// The key of this form on a page.
    pub fn key(&self, page: &Page) -> FormKey {
        let subject = match self {
            Self::New => "create".to_owned(),
            Self::Existing(id) => id.to_string(),
        };
        FormKey::new(page, FormName::Project, subject)
    }

    fn stored(&self, view: &View) -> EntryFields {
        match self {
            Self::New => EntryFields::default(),
            Self::Existing(id) => {
                let name = view.catalog().project(id).map(|project_view| project_view.project.name.to_string());
                EntryFields { name: name.unwrap_or_default(), team: String::new() }
            }
        }
    }
}

/// The fields, with the text as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct EntryFields {
    name: String,
    /// The id of the team, or empty for the first one.
    team: String,
}

impl Fields for EntryFields {
    fn rebase(base: &mut Self, current: &mut Self, stored: &Self) {
        follow(&mut base.name, &mut current.name, &stored.name);
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub entry: Entry,
    /// Called to close the dialog.
    pub on_close: Callback<()>,
}

#[component]
pub fn EntryForm(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ProjectsText::of(text.language);
    let form: Form<EntryFields> = use_form(props.entry.key(&page), props.entry.stored(&props.view));
    let (view, fields) = (&form.shown_view(&props.view), form.fields());
    let teams = own_teams(view);
    let first = || {
        let may = |team: &TeamId| view.may(&Permission::CreateProject(team.clone())).is_granted();
        teams.iter().find(|(team, _)| may(team)).or(teams.first())
    };
    let chosen = teams.iter().find(|(team, _)| team.0.as_str() == fields.team).or_else(first);
    let chosen_option = chosen.map(option).unwrap_or_default();
    let chosen = chosen.map(|(team, _)| team.clone());
    let denied = objection_to(view, &props.entry, chosen.as_ref(), text);
    let make = {
        let (entry, chosen) = (props.entry.clone(), chosen.clone());
        move |name: ProjectName| match &entry {
            Entry::New => Some(Action::Project(ProjectAction::Create { team: chosen.clone()?, name })),
            Entry::Existing(project) => Some(Action::Project(ProjectAction::Rename { project: project.clone(), name })),
        }
    };
    let was_submitted = form.attempt().count > 0;
    let problem = match ProjectName::parse(&fields.name) {
        Err(TextFault::Empty) if !was_submitted => String::new(),
        Err(fault) => (text.fault.explain)(Subject::ProjectName, &fault),
        Ok(name) => match make(name).and_then(|action| view.review(&action).err()) {
            Some(refusal @ Refusal::Taken { field: UniqueField::ProjectName, .. }) => {
                text.refusal.short_reason(&refusal)
            }
            _ => String::new(),
        },
    };
    let mut problems = Vec::new();
    if was_submitted {
        if !problem.is_empty() {
            problems.push(Problem { field: NAME, text: problem.clone() });
        }
        match &form.attempt().error {
            None | Some(ChangeError::Refused(Refusal::Taken { .. }, _)) => {}
            Some(error) => problems.push(Problem { field: "", text: change_error(view, error, text) }),
        }
    }
    let onsubmit = {
        let (form, store, view) = (form.clone(), page.store.clone(), view.clone());
        let (on_close, is_denied, is_new) = (props.on_close.clone(), denied.is_some(), props.entry == Entry::New);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_denied || form.is_done() {
                return;
            }
            let is_changed = is_new || form.is_touched();
            let action = ProjectName::parse(&form.fields().name).ok().and_then(&make);
            let result = action.ok_or(None).and_then(|action| {
                if !is_changed {
                    return Ok(None);
                }
                let receipt = store.dispatch(std::slice::from_ref(&action)).map_err(Some)?;
                Ok(Some((action, receipt.made(0))))
            });
            let Some(done) = form.finish(&view, result) else { return };
            match done {
                Some((action, made)) => {
                    if is_new {
                        history::replace(&Route::of_project(&ProjectId(made)).href());
                    } else {
                        on_close.emit(());
                    }
                    store.notify(Notice::completed(&view, &[action]));
                }
                None => on_close.emit(()),
            }
        })
    };
    let cancel = form.on_cancel(&props.on_close);
    let (title, submit) = match &props.entry {
        Entry::New => (words.create.to_owned(), words.create),
        Entry::Existing(_) => ((words.rename_title)(&props.entry.stored(view).name), words.save),
    };
    let on_team = {
        let form = form.clone();
        Callback::from(move |team: String| form.edit(|fields| fields.team = team))
    };
    let on_name = {
        let form = form.clone();
        Callback::from(move |value: String| form.edit(|fields| fields.name = value))
    };
    let options: Vec<DataOption> = teams.iter().map(option).collect();
    let dialog = DialogForm {
        denied_id: "project-denied",
        denied: denied.as_deref(),
        cancel: text.common.cancel,
        submit,
        on_cancel: cancel,
        onsubmit,
    };
    html! {
        <Dialog id="project-title" {title} close_label={text.common.close} first={NAME} on_close={props.on_close.clone()}>
            { dialog.show(html! {
                <>
                    <Summary title={(text.common.problems)(problems.len())} {problems} attempt={form.attempt().count} />
                    if props.entry == Entry::New {
                        <DataSelect
                            id="project-team"
                            label={words.team}
                            options={DataOptions::from(options)}
                            chosen={chosen_option}
                            language={text.language}
                            on_choose={on_team}
                        />
                    }
                    <TextField id={NAME} label={words.name} value={fields.name} required=true {problem} on_input={on_name} />
                </>
            }) }
        </Dialog>
    }
}

/// A team in the list of teams.
fn option((team, name): &(TeamId, String)) -> DataOption {
    (team.to_string().into(), name.clone().into())
}

/// The reason why the form cannot be sent.
fn objection_to(view: &View, entry: &Entry, team: Option<&TeamId>, text: &Catalog) -> Option<String> {
    match entry {
        Entry::New => {
            let unknown = || TeamId(Id::from_text(""));
            objection(view, &Permission::CreateProject(team.cloned().unwrap_or_else(unknown)), text)
        }
        Entry::Existing(project) if view.catalog().project(project).is_none() => {
            Some((text.refusal.missing)(Missing::Project).to_owned())
        }
        Entry::Existing(project) => objection(view, &Permission::ManageProject(project.clone()), text),
    }
}
