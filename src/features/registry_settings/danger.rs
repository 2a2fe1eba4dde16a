//! Deleting the registry, confirmed by typing its name.

use std::rc::Rc;

use domain::{Action, RegistryAction, RegistryPermission, RegistryView};
use yew::prelude::*;

use super::objection_to;
use super::text::SettingsText;
use crate::forms::danger::Danger;
use crate::forms::form::{FormKey, FormName};
use crate::page::Page;
use crate::routes::Route;
use crate::state::ViewRef;

pub fn deletion(page: &Page, view: &ViewRef, registry_view: &RegistryView) -> Html {
    let text = page.text();
    let words = SettingsText::of(text.language);
    let registry = &registry_view.registry;
    let denied = match registry.core_kind() {
        Some(_) => Some(words.never_deleted.to_owned()),
        None => objection_to(view, registry, RegistryPermission::DeleteRegistry, text),
    };
    let actions: Rc<[Action]> = Rc::from([Action::Registry(RegistryAction::Delete(registry.id().clone()))]);
    let form = FormKey::new(page, FormName::RegistrySettings, registry.id());
    html! {
        <Danger
            view={view.clone()}
            id="delete"
            title={words.delete}
            lead={words.delete_lead}
            {denied}
            {actions}
            required_text={registry.name().to_string()}
            next={Route::Landing.href()}
            on_done={Callback::from(move |()| form.forget())}
        />
    }
}
