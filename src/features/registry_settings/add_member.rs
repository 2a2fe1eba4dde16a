//! The form that adds members by email, username or name. It adds all of them, or none after a fault.

use domain::{FoldKey, Grantee, RegistryId, Role, View};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::members::ADD;
use super::row::{ROLES, roles_for};
use super::text::SettingsText;
use crate::forms::faults::Faults;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::i18n::Language;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::walkthrough::steps::Event;
use crate::state::{Notice, ViewRef};
use crate::ui::{Choice, Kind, SelectField, SelectOption, SuggestField};
use crate::widgets::badges::role_slug;
use crate::widgets::denials::{not_done, refusal};

pub const FIELD: &str = "settings-member";

/// The select's value for the default role.
const DEFAULT: &str = "";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub id: RegistryId,
    /// The id of the reason why the account cannot add members, or empty.
    pub denied: AttrValue,
}

/// The typed names. The chosen role is not part of the draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct MemberFields {
    names: String,
}

impl Fields for MemberFields {}

#[component]
pub fn AddMember(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = SettingsText::of(text.language);
    let key = FormKey::new(&page, FormName::AddMember, &props.id);
    let form: Form<MemberFields> = use_form(key, MemberFields::default());
    let typed = form.fields().names;
    let role = use_state_eq(|| None::<Role>);
    let problems = use_state_eq(Vec::<String>::new);
    let choices = use_callback((props.view.clone(), props.id.clone(), page.language), |(), (view, id, language)| {
        choices(view, id, *language)
    });
    use_effect_with((), |()| dom::focus(FIELD));

    let is_walking = page.model.walkthrough.as_ref().is_some_and(|walkthrough| walkthrough.is_open);
    let write = {
        let (form, problems) = (form.clone(), problems.setter());
        let (view, id, store) = (props.view.clone(), props.id.clone(), store.clone());
        Callback::from(move |next: String| {
            if is_walking {
                let names_some = view.members_to_add(&id, &next, None).is_ok_and(|actions| !actions.is_empty());
                store.observe(&Event::Named(&id, names_some));
            }
            form.edit(|fields| fields.names = next);
            problems.set(Vec::new());
        })
    };
    let onsubmit = {
        let (view, id, store) = (props.view.clone(), props.id.clone(), store.clone());
        let (form, role, problems, write) = (form.clone(), *role, problems.setter(), write.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dom::focus(FIELD);
            let actions = match view.members_to_add(&id, &form.fields().names, role) {
                Ok(actions) if actions.is_empty() => {
                    problems.set(vec![words.nobody.to_owned()]);
                    return;
                }
                Ok(actions) => actions,
                Err(faults) => {
                    let message = |fault: &domain::MemberFault| {
                        let reason = refusal(&view, &fault.refusal, text);
                        if fault.applies_to_all() { reason } else { (words.fault)(&fault.name, &reason) }
                    };
                    let mut refused = Faults::default();
                    faults.iter().for_each(|fault| refused.add(|| message(fault)));
                    let mut messages = vec![words.not_added.to_owned()];
                    messages.extend(refused.lines(text));
                    problems.set(messages);
                    return;
                }
            };
            let done = Notice::completed(&view, &actions);
            match store.dispatch(&actions) {
                Ok(_) => {
                    write.emit(String::new());
                    store.notify(done);
                }
                Err(error) => problems.set(vec![not_done(&view, &error, text)]),
            }
        })
    };
    let close = {
        let below = Route::settings_of(&props.id).href();
        Callback::from(move |_: MouseEvent| {
            dom::focus(ADD);
            history::close(&below);
        })
    };
    // Suggestions are for the last name, unless it matches an account already.
    let last = last_of(&typed);
    let is_known = props.view.grantee_named(last).is_some();
    let sought = if is_known { "" } else { last.trim() };
    let on_choose = {
        let before = typed.strip_suffix(last).unwrap_or_default().trim_end().to_owned();
        write.reform(
            move |name: AttrValue| if before.is_empty() { name.to_string() } else { format!("{before} {name}") },
        )
    };
    let on_role = {
        let role = role.setter();
        Callback::from(move |chosen: String| role.set(ROLES.into_iter().find(|role| role_slug(*role) == chosen)))
    };
    let mut roles = vec![SelectOption { value: DEFAULT, label: words.default.into() }];
    roles.extend(roles_for(|_| true, text));
    let is_denied = !props.denied.is_empty();
    html! {
        <form class="add-member" {onsubmit} novalidate=true>
            <SuggestField
                id={FIELD}
                label={words.member}
                list_label={words.suggestions}
                hint={words.member_hint}
                value={typed.clone()}
                sought={sought.to_owned()}
                {choices}
                problems={(*problems).clone()}
                denied={props.denied.clone()}
                on_input={write}
                {on_choose}
            />
            <SelectField
                id="settings-member-role"
                label={words.role}
                value={role.map_or(DEFAULT, role_slug)}
                options={roles}
                explanation={if role.is_none() { (words.default_means)(props.view.default_role.role()) } else { String::new() }}
                denied={props.denied.clone()}
                on_choose={on_role}
            />
            <div class="button-row">
                <button
                    type="submit"
                    class="button button-primary"
                    aria-disabled={is_denied.then_some("true")}
                    aria-describedby={is_denied.then(|| props.denied.clone())}
                >
                    { words.add_new }
                </button>
                <button type="button" class="button" onclick={close}>{ text.common.close }</button>
            </div>
        </form>
    }
}

fn last_of(typed: &str) -> &str {
    typed.rsplit([',', ';']).next().unwrap_or_default()
}

/// The accounts and teams that are not listed: people by name, then teams, then service accounts.
fn choices(view: &View, registry: &RegistryId, language: Language) -> Vec<Choice> {
    let text = language.catalog();
    let seen = view.registry(registry);
    let choice = |kind, id: &str, name: &str, detail: String, email: &str| Choice {
        id: id.to_owned().into(),
        kind,
        name: name.to_owned().into(),
        detail: detail.into(),
        search: FoldKey::of(&format!("{name} {id} {email}")).to_string().into(),
    };
    let is_new = |grantee: Grantee| seen.is_none_or(|seen| seen.registry.row(&grantee).is_none());
    let people = view.people.iter().filter(|person| is_new(Grantee::Person(person.id.clone())));
    let mut choices: Vec<Choice> = people
        .map(|person| {
            let (username, email) = (person.username.as_str(), person.email.as_str());
            choice(Kind::Person, username, person.name.as_str(), format!("{username} · {email}"), email)
        })
        .collect();
    choices.sort_by(|a, b| a.search.cmp(&b.search));
    let teams = view.teams.iter().filter(|team| is_new(Grantee::Team(team.id.clone())));
    choices.extend(
        teams.map(|team| choice(Kind::Team, team.name.as_str(), team.name.as_str(), text.registry.team.to_owned(), "")),
    );
    let accounts = view.service_accounts.iter();
    let accounts = accounts.filter(|account| is_new(Grantee::ServiceAccount(account.id.clone())));
    choices.extend(accounts.map(|account| {
        let name = account.name.as_str();
        choice(Kind::ServiceAccount, name, name, text.terms.service_account.to_owned(), "")
    }));
    choices
}
