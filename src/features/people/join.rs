//! The form that adds people and service accounts to a team. It adds all of them, or none after a fault.

use std::collections::HashSet;

use domain::{Action, Grantee, ListedName, Missing, Permission, TeamAction, TeamId, TeamRole, View};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::controls::options;
use super::teams::role_choices;
use super::text::PeopleText;
use crate::forms::faults::Faults;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::Catalog;
use crate::page::{Page, use_page};
use crate::platform::dom;
use crate::state::{Notice, ViewRef};
use crate::ui::{Choice, Dialog, DialogForm, SelectField, TextField, bdi, icon, matching};
use crate::widgets::denials::{change_error, objection, refusal};
use crate::widgets::names::{self, Place, TypedNames, did_you_mean};

const FIELD: &str = "join-names";

/// The maximum number of suggestions.
const MAX_SUGGESTIONS: usize = 6;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub team: TeamId,
    /// Called to close the dialog.
    pub on_close: Callback<()>,
}

/// Parses the text into actions for all named accounts, or a message for each name that cannot be added.
fn parse(view: &View, team: &TeamId, typed: &str, role: TeamRole, text: &Catalog) -> Result<Vec<Action>, Faults> {
    let words = PeopleText::of(text.language);
    let mut actions: Vec<Action> = Vec::new();
    let (mut named, mut faults) = (HashSet::new(), Faults::default());
    for ListedName { text: name, grantee } in view.listed_names(typed) {
        let is_named_twice = grantee.as_ref().is_some_and(|grantee| named.contains(grantee));
        let action = match grantee.clone() {
            Some(Grantee::Person(person)) => {
                Ok(Action::Team(TeamAction::AddPerson { team: team.clone(), person, role }))
            }
            Some(Grantee::ServiceAccount(service_account)) => {
                Ok(Action::Team(TeamAction::AddServiceAccount { team: team.clone(), service_account }))
            }
            Some(Grantee::Team(_)) => Err(words.no_team_in_team.to_owned()),
            None => Err((text.refusal.missing)(Missing::Account).to_owned()),
        };
        let checked = action.and_then(|action| {
            if is_named_twice {
                return Err(words.named_twice.to_owned());
            }
            view.review(&action).map(|()| action).map_err(|reason| refusal(view, &reason, text))
        });
        match checked {
            Ok(action) => {
                actions.push(action);
                named.extend(grantee);
            }
            Err(fault) => faults.add(|| (text.fault.of_type)(&name, &fault)),
        }
    }
    if faults.count() == 0 { Ok(actions) } else { Err(faults) }
}

/// The typed names, and the name of the chosen role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct JoinFields {
    names: String,
    role: String,
}

impl Fields for JoinFields {}

/// The key of a team's form.
pub fn key(page: &Page, team: &TeamId) -> FormKey {
    FormKey::new(page, FormName::TeamMembers, team)
}

impl Default for JoinFields {
    fn default() -> Self {
        Self { names: String::new(), role: <&str>::from(TeamRole::Member).to_owned() }
    }
}

#[component]
pub fn Join(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let form: Form<JoinFields> = use_form(key(&page, &props.team), JoinFields::default());
    let (words, view, team) = (PeopleText::of(text.language), &form.shown_view(&props.view), &props.team);
    let place = Place::Team(team.clone());
    let choices = use_memo((view.clone(), place.clone(), page.language), |(view, place, language)| {
        names::choices(view, place, language.catalog())
    });
    let JoinFields { names: typed, role } = &form.fields();
    let role = role.parse().unwrap_or(TeamRole::Member);
    let denied = match view.teams.get(team) {
        None => Some((text.refusal.missing)(Missing::Team).to_owned()),
        Some(_) => objection(view, &Permission::ManageTeam(team.clone()), text),
    };
    let is_denied = denied.is_some();
    let name = view.name_of(&Grantee::Team(team.clone())).unwrap_or_default();
    let edit = {
        let form = form.clone();
        Callback::from(move |next: JoinFields| form.edit(|fields| *fields = next))
    };
    let cancel = form.on_cancel(&props.on_close);
    let onsubmit = {
        let (form, store, on_close) = (form.clone(), page.store.clone(), props.on_close.clone());
        let (view, team) = (view.clone(), team.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_denied || form.is_done() {
                return;
            }
            let result = match parse(&view, &team, &form.fields().names, role, text) {
                Ok(actions) if !actions.is_empty() => store.dispatch(&actions).map(|_| actions).map_err(Some),
                _ => Err(None),
            };
            if let Some(actions) = form.finish(&view, result) {
                on_close.emit(());
                store.notify(Notice::completed(&view, &actions));
            }
        })
    };
    // An incomplete name matches no account, so faults appear only after an attempt to submit.
    let was_submitted = form.attempt().count > 0;
    let (fault_count, faults) = if was_submitted && !is_denied {
        match parse(view, team, typed, role, text) {
            Ok(actions) if actions.is_empty() => (1, vec![words.join_empty.to_owned()]),
            Ok(_) => (0, Vec::new()),
            Err(faults) => (faults.count(), faults.lines(text)),
        }
    } else {
        (0, Vec::new())
    };
    let mut problems: Vec<Problem> = faults.iter().map(|fault| Problem { field: FIELD, text: fault.clone() }).collect();
    problems
        .extend(form.attempt().error.iter().map(|error| Problem { field: "", text: change_error(view, error, text) }));
    let names = TypedNames::of(view, typed);
    // Nothing is suggested for a name that is known already.
    let is_open = !names.query.is_empty() || typed.is_empty() || names.is_last_blank;
    let shown = choices.iter().filter(|choice| is_open && !names.named.contains(&choice.id));
    let (suggested, total) = matching(shown, names.query, MAX_SUGGESTIONS);
    let more = total - suggested.len();
    let role_value: &str = role.into();
    let on_replace = edit.reform(move |names: String| {
        dom::focus(FIELD);
        JoinFields { names, role: role_value.to_owned() }
    });
    let proposals = match was_submitted && !is_denied {
        true => did_you_mean(view, &place, typed, text, &on_replace),
        false => Html::default(),
    };
    let dialog = DialogForm {
        denied_id: "join-denied",
        denied: denied.as_deref(),
        cancel: text.common.cancel,
        submit: words.add_to_team,
        on_cancel: cancel,
        onsubmit,
    };
    html! {
        <Dialog id="join-title" title={(words.join_title)(name)} close_label={text.common.close} first={FIELD} on_close={props.on_close.clone()}>
            { dialog.show(html! {
                <>
                    <Summary title={(text.common.problems)(fault_count.max(problems.len()))} {problems} attempt={form.attempt().count} />
                    <TextField
                        id={FIELD}
                        label={words.join_names}
                        hint={words.join_hint}
                        value={typed.clone()}
                        required=true
                        problem={faults.join(" ")}
                        on_input={edit.reform(move |names: String| JoinFields { names, role: role_value.to_owned() })}
                    />
                    { proposals }
                    <div class="suggestions" role="group" aria-label={words.suggestions}>
                        for choice in suggested {
                            { suggestion(&names, choice, role_value, &edit) }
                        }
                        if more > 0 {
                            <span class="muted small">{ (text.common.more)(more) }</span>
                        }
                    </div>
                    <SelectField
                        id="join-role"
                        label={words.team_role}
                        value={role_value}
                        options={options(role_choices(text))}
                        explanation={(words.team_role_means)(role)}
                        on_choose={edit.reform({ let names = typed.clone(); move |role: String| JoinFields { names: names.clone(), role } })}
                    />
                    <p class="field-note">{ icon("info") }<span>{ words.join_note }</span></p>
                </>
            }) }
        </Dialog>
    }
}

/// A button that replaces the last name by a suggestion.
fn suggestion(names: &TypedNames<'_>, choice: &Choice, role: &'static str, edit: &Callback<JoinFields>) -> Html {
    let next = names.completed(&choice.id) + ", ";
    let onclick = edit.reform(move |_: MouseEvent| {
        dom::focus(FIELD);
        JoinFields { names: next.clone(), role: role.to_owned() }
    });
    html! {
        <button key={choice.id.to_string()} type="button" class="suggestion" {onclick}>
            { bdi(&choice.id) }
            if choice.name != choice.id {
                <span class="muted">{ bdi(&choice.name) }</span>
            }
        </button>
    }
}
