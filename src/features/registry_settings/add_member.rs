//! The form that adds members by email, username or name. It adds all of them, or none after a fault.

use domain::{Action, RegistryId, Role, View};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::roles::{ROLES, roles_for};
use super::text::SettingsText;
use crate::forms::faults::Faults;
use crate::forms::form::{Fields, Form, FormKey, FormName, use_form};
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::{dom, history};
use crate::routes::Route;
use crate::state::walkthrough::steps::Event;
use crate::state::{Notice, ViewRef};
use crate::ui::{SelectField, SelectOption, SuggestField};
use crate::widgets::badges::role_slug;
use crate::widgets::denials::{change_error, refusal};
use crate::widgets::names::{self, Place, TypedNames, did_you_mean};

/// The id of the button that opens the form.
pub const ADD: &str = "settings-add-member";

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

/// Parses the names into actions for all named, or a message for each name that cannot be added, after an introduction.
fn parse(
    view: &View,
    registry: &RegistryId,
    names: &str,
    role: Option<Role>,
    text: &Catalog,
) -> Result<Vec<Action>, Vec<String>> {
    let words = SettingsText::of(text.language);
    let actions = view.members_to_add(registry, names, role).map_err(|faults| {
        let message = |fault: &domain::MemberFault| {
            let reason = refusal(view, &fault.refusal, text);
            if fault.applies_to_all() { reason } else { (words.fault)(&fault.name, &reason) }
        };
        let mut refused = Faults::default();
        faults.iter().for_each(|fault| refused.add(|| message(fault)));
        let mut messages = vec![words.not_added.to_owned()];
        messages.extend(refused.lines(text));
        messages
    })?;
    if actions.is_empty() { Err(vec![words.nobody.to_owned()]) } else { Ok(actions) }
}

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
    let place = Place::Registry(props.id.clone());
    let choices = use_callback((props.view.clone(), place.clone(), page.language), |(), (view, place, language)| {
        names::choices(view, place, language.catalog())
    });
    use_effect_with((), |()| dom::focus(FIELD));

    let is_walking = page.model.walkthroughs.running().is_some();
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
            let actions = match parse(&view, &id, &form.fields().names, role, text) {
                Ok(actions) => actions,
                Err(messages) => {
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
                Err(error) => problems.set(vec![change_error(&view, &error, text)]),
            }
        })
    };
    let close = {
        let below = Route::settings_of(&props.view, &props.id).href();
        Callback::from(move |_: MouseEvent| {
            dom::focus(ADD);
            history::close(&below);
        })
    };
    let on_choose = {
        let (view, typed) = (props.view.clone(), typed.clone());
        write.reform(move |name: AttrValue| TypedNames::of(&view, &typed).completed(&name))
    };
    // The other problems stay until the list is submitted again.
    let on_replace = {
        let (view, id, role, problems) = (props.view.clone(), props.id.clone(), *role, problems.setter());
        let write = write.clone();
        Callback::from(move |next: String| {
            dom::focus(FIELD);
            write.emit(next.clone());
            problems.set(parse(&view, &id, &next, role, text).err().unwrap_or_default());
        })
    };
    let proposals = match problems.is_empty() {
        true => Html::default(),
        false => did_you_mean(&props.view, &place, &typed, text, &on_replace),
    };
    let TypedNames { query, named, .. } = TypedNames::of(&props.view, &typed);
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
                query={query.to_owned()}
                {choices}
                without={named}
                more_text={Callback::from(text.common.more)}
                problems={(*problems).clone()}
                denied={props.denied.clone()}
                on_input={write}
                {on_choose}
            >
                { proposals }
            </SuggestField>
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
