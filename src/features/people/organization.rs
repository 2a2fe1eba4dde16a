//! The settings of the organization: its name, and the defaults for its registries.

use domain::{Action, DefaultRole, OrganizationAction, OrganizationName};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::PART_TITLE;
use super::controls::LiveSelect;
use super::query::{Part, PeopleQuery};
use super::text::PeopleText;
use crate::forms::form::{Fields, Form, FormKey, FormName, follow, use_form};
use crate::forms::summary::{Problem, Summary};
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::ViewRef;
use crate::ui::{TextField, icon, prose};
use crate::widgets::badges::role_slug;
use crate::widgets::denials::change_error;

const DENIED: &str = "organization-denied";

const DEFAULT_ROLES: [DefaultRole; 2] = [DefaultRole::RestrictedViewer, DefaultRole::Viewer];

/// The default role by its name in addresses.
pub fn default_role_named(name: &str) -> Option<DefaultRole> {
    DEFAULT_ROLES.into_iter().find(|role| role_slug(role.role()) == name)
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The reason why the account cannot change the settings, if so.
    pub denied: Option<String>,
    /// Called with the query of a dialog.
    pub open: Callback<PeopleQuery>,
    /// Called with actions that need no confirmation.
    pub act: Callback<Vec<Action>>,
}

/// The typed name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct OrganizationFields {
    name: String,
}

impl Fields for OrganizationFields {
    fn rebase(base: &mut Self, current: &mut Self, stored: &Self) {
        follow(&mut base.name, &mut current.name, &stored.name);
    }
}

#[component]
pub fn Settings(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let (words, view) = (PeopleText::of(text.language), &props.view);
    let key = FormKey::new(&page, FormName::OrganizationName, "");
    let form: Form<OrganizationFields> = use_form(key, OrganizationFields { name: view.organization.to_string() });
    let value = form.fields().name;
    let parsed = OrganizationName::parse(&value);
    let is_denied = props.denied.is_some();
    let disabled = is_denied.then_some("true");
    let described = is_denied.then_some(DENIED);
    let on_input = {
        let form = form.clone();
        Callback::from(move |name: String| form.edit(|fields| fields.name = name))
    };
    let onsubmit = {
        let (form, store, view) = (form.clone(), page.store.clone(), view.clone());
        let parsed = parsed.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Ok(name), false) = (parsed.clone(), is_denied) else { return dom::focus("organization-name") };
            let actions: Vec<Action> =
                (name != view.organization).then_some(OrganizationAction::Rename(name).into()).into_iter().collect();
            let result = match actions.is_empty() {
                true => Ok(()),
                false => store.dispatch_and_notify(&view, &actions).map_err(Some),
            };
            form.handle_result(result);
        })
    };
    let problems: Vec<Problem> = (form.attempt().error.iter())
        .map(|error| Problem { field: "", text: change_error(view, error, text) })
        .collect();
    let shown = role_slug(view.default_role.role());
    let on_role = {
        let open = props.open.clone();
        Callback::from(move |chosen| {
            open.emit(PeopleQuery::part_of(Part::Organization).opening("default-role", None, chosen));
        })
    };
    let default_roles = DEFAULT_ROLES.map(|role| (role_slug(role.role()), (words.default_role_named)(role)));
    let means = if is_denied { "default-role-means organization-denied" } else { "default-role-means" };
    let default_role = LiveSelect {
        label: None,
        id: Some("default-role"),
        choices: &default_roles,
        value: shown,
        described: Some(means.to_owned()),
        is_denied,
        on_choose: on_role,
    };
    let stays = view.restricted_stays;
    let on_stays = {
        let act = props.act.clone();
        Callback::from(move |event: MouseEvent| {
            // A press changes the checkbox itself, so rendering resets it to the stored value.
            if is_denied {
                event.prevent_default();
            } else {
                act.emit(vec![Action::Organization(OrganizationAction::SetRestrictedStays(!stays))]);
            }
        })
    };
    html! {
        <section class="section" aria-labelledby={PART_TITLE}>
            <div class="section-head"><h2 id={PART_TITLE} tabindex="-1">{ (words.part)(Part::Organization) }</h2></div>
            <p class="denied" id={DENIED}>
                if let Some(denied) = &props.denied {
                    { icon("info") }<span>{ prose(denied) }</span>
                }
            </p>
            <form class="settings" {onsubmit} novalidate=true>
                <Summary title={(text.common.problems)(problems.len())} {problems} attempt={form.attempt().count} />
                <TextField
                    id="organization-name"
                    label={words.organization_name}
                    {value}
                    required=true
                    denied={if is_denied { DENIED } else { "" }}
                    problem={parsed.err().map(|fault| (text.fault.explain)(Subject::OrganizationName, &fault)).unwrap_or_default()}
                    {on_input}
                />
                <div class="button-row">
                    <button type="submit" class="button button-primary" aria-disabled={disabled} aria-describedby={described}>
                        { words.save_name }
                    </button>
                </div>
            </form>
            <div class="field">
                <label for="default-role">{ words.default_role }</label>
                { default_role.show() }
                <p class="choice-explained" id="default-role-means">{ words.default_role_means }</p>
            </div>
            <div class="field">
                <label class="check">
                    <input
                        id="restricted-stays"
                        type="checkbox"
                        checked={stays}
                        aria-disabled={disabled}
                        aria-describedby={if is_denied { "restricted-stays-means organization-denied" } else { "restricted-stays-means" }}
                        onclick={on_stays}
                    />
                    <span>{ words.restricted_stays }</span>
                </label>
                <p class="choice-explained" id="restricted-stays-means">{ words.restricted_stays_means }</p>
            </div>
        </section>
    }
}
