//! A row of the members: the member, its listed and effective roles, and its controls.

use domain::{Action, Grantee, RegistryAction, RegistryPermission, RegistryView, Row, View};
use yew::prelude::*;

use super::objection_to;
use super::reasons::Reasons;
use super::roles::{ROLES, roles_for};
use super::text::SettingsText;
use crate::i18n::Catalog;
use crate::ui::SelectField;
use crate::widgets::badges::role_slug;
use crate::widgets::registry::grantee::{effective_role, grantee_label};

/// An intent of a row's control.
#[derive(Clone, PartialEq)]
pub struct Intent {
    /// The action.
    pub action: Action,
    /// The confirmation, if one is needed.
    pub confirmation: Option<Confirmation>,
}

/// A confirmation.
#[derive(Clone, PartialEq)]
pub struct Confirmation {
    /// The heading.
    pub title: String,
    /// The label of the button.
    pub confirm: String,
}

/// The shared values of all rows.
pub struct RowContext<'a> {
    pub view: &'a View,
    pub registry_view: &'a RegistryView,
    pub text: &'static Catalog,
    pub roles_denied: AttrValue,
    pub remove_denied: AttrValue,
    pub owner_denied: AttrValue,
    pub on_intent: &'a Callback<Intent>,
}

impl<'a> RowContext<'a> {
    /// Also collects the reasons for disabled controls in the table.
    pub fn new(
        view: &'a View,
        registry_view: &'a RegistryView,
        text: &'static Catalog,
        reasons: &mut Reasons,
        on_intent: &'a Callback<Intent>,
    ) -> Self {
        let words = SettingsText::of(text.language);
        let mut denied = |control: &str, permission| {
            reasons.add(control, objection_to(view, &registry_view.registry, permission, text))
        };
        let roles_denied = denied(text.registry.role, RegistryPermission::ChangeRoles);
        let remove_denied = denied(words.remove, RegistryPermission::RemoveMembers);
        // A core registry has no owner.
        let owner_denied = match registry_view.registry.core_kind() {
            Some(_) => AttrValue::default(),
            None => denied(words.make_owner, RegistryPermission::MakeOwner),
        };
        Self { view, registry_view, text, roles_denied, remove_denied, owner_denied, on_intent }
    }

    pub fn row(&self, row: &Row) -> Html {
        let words = SettingsText::of(self.text.language);
        let name = self.view.name_of(&row.grantee).unwrap_or(self.text.registry.removed_account).to_owned();
        let registry = &self.registry_view.registry;
        let id = grantee_id(&row.grantee);
        let owner = registry.owner().filter(|owner| row.grantee == Grantee::Person((*owner).clone()));
        let remove = Intent {
            action: Action::Registry(RegistryAction::RemoveMember {
                registry: registry.id().clone(),
                member: row.grantee.clone(),
            }),
            confirmation: Some(Confirmation {
                title: (words.remove_asked)(&name),
                confirm: (words.remove_named)(&name),
            }),
        };
        html! {
            <tr key={id.clone()}>
                <th scope="row">{ grantee_label(self.view, &row.grantee, owner.is_some(), self.text) }</th>
                <td>
                    <SelectField
                        id={format!("role-of-{id}")}
                        label={(self.text.registry.role_of)(&name)}
                        is_label_hidden=true
                        value={role_slug(row.role)}
                        options={roles_for(|role| row.grantee.can_have(role), self.text)}
                        denied={self.roles_denied.clone()}
                        on_choose={self.on_role(row, &name)}
                    />
                </td>
                <td data-label={self.text.registry.effective}>{ effective_role(self.view, self.registry_view, &row.grantee, self.text) }</td>
                <td class="actions">
                    <div class="button-row">
                        if let (Grantee::Person(person), None, None) = (&row.grantee, owner, registry.core_kind()) {
                            { self.button(&self.owner_denied, words.make_owner, &(words.make_owner_named)(&name), Intent {
                                action: Action::Registry(RegistryAction::SetOwner { registry: registry.id().clone(), person: person.clone() }),
                                confirmation: None,
                            }) }
                        }
                        { self.button(&self.remove_denied, words.remove, &(words.remove_named)(&name), remove) }
                    </div>
                </td>
            </tr>
        }
    }

    /// A lower role needs confirmation, a higher role takes effect immediately.
    fn on_role(&self, row: &Row, name: &str) -> Callback<String> {
        let words = SettingsText::of(self.text.language);
        let (registry, row, name) = (self.registry_view.registry.id().clone(), row.clone(), name.to_owned());
        let on_intent = self.on_intent.clone();
        Callback::from(move |chosen: String| {
            let Some(role) = ROLES.into_iter().find(|role| role_slug(*role) == chosen) else { return };
            let title = (words.lower_asked)(&name, role);
            on_intent.emit(Intent {
                action: Action::Registry(RegistryAction::SetMemberRole {
                    registry: registry.clone(),
                    member: row.grantee.clone(),
                    role,
                }),
                confirmation: (role < row.role).then(|| Confirmation { title, confirm: words.lower.to_owned() }),
            });
        })
    }

    fn button(&self, denied: &AttrValue, label: &str, name: &str, intent: Intent) -> Html {
        let is_denied = !denied.is_empty();
        let on_intent = self.on_intent.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if !is_denied {
                on_intent.emit(intent.clone());
            }
        });
        html! {
            <button
                type="button"
                class="button button-quiet"
                aria-label={name.to_owned()}
                aria-disabled={is_denied.then_some("true")}
                aria-describedby={is_denied.then(|| denied.clone())}
                {onclick}
            >
                { label }
            </button>
        }
    }
}

fn grantee_id(grantee: &Grantee) -> String {
    match grantee {
        Grantee::Person(id) => id.to_string(),
        Grantee::ServiceAccount(id) => id.to_string(),
        Grantee::Team(id) => id.to_string(),
    }
}
