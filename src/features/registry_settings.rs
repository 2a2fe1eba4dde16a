//! The settings of a registry: a form, the members, and the deletion. For a removed registry, the page shows the unsaved
//! draft.

mod add_member;
mod danger;
mod draft;
mod fields;
pub mod members;
pub mod protected;
pub mod reasons;
mod roles;
mod row;
pub mod text;

use domain::{Permission, Registry, RegistryId, RegistryPermission, View};
use yew::prelude::*;

use self::danger::deletion;
use self::fields::Fields;
use self::members::Members;
use self::protected::ProtectedAliases;
use self::text::SettingsText;
use crate::forms::form::{Edits, FormKey, FormName};
use crate::forms::registry::draft::RegistryDraft;
use crate::forms::registry::text::RegistryFormText;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::dom;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::deferred::use_deferred;
use crate::widgets::denials::objection;
use crate::widgets::head::Head;
use crate::widgets::nothing_here::nothing_here;
use crate::widgets::python::{copy_as_python, script_of};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    /// The registry of the address.
    pub id: RegistryId,
    /// Whether the form for new members is open.
    pub is_adding: bool,
}

#[component]
pub fn Settings(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = SettingsText::of(text.language);
    let update = use_force_update();
    let has_members = use_deferred();
    let view = &props.view;
    let Some(registry_view) = view.registry(&props.id) else {
        let form = FormKey::new(&page, FormName::RegistrySettings, &props.id);
        let unsaved = form.recall().map(|edits| {
            let forget = Callback::from(move |_: MouseEvent| {
                form.forget();
                dom::focus(dom::TITLE_ID);
                update.force_update();
            });
            unsaved(&edits, &forget, text)
        });
        return html! { <>{ nothing_here(text) }{ unsaved.unwrap_or_default() }</> };
    };
    let registry = &registry_view.registry;
    html! {
        <>
            <p class="crumb">
                <a href={Route::Landing.href()}>{ text.registry.all_registries }</a>
                { " › " }
                <a href={Route::of_registry(view, &props.id).href()}><bdi>{ registry.name().to_string() }</bdi></a>
            </p>
            <Head title={(words.title)(registry.name())} />
            <Fields view={view.clone()} registry_view={registry_view.clone()} />
            if has_members {
                <Members view={view.clone()} registry_view={registry_view.clone()} is_adding={props.is_adding} />
                <ProtectedAliases key={props.id.to_string()} view={view.clone()} registry_view={registry_view.clone()} />
                <section class="section" aria-labelledby="script-title">
                    <div class="section-head"><h2 id="script-title">{ words.script }</h2></div>
                    <p class="muted">{ words.script_lead }</p>
                    { copy_as_python("settings-python", Some(script_of(view, registry)), text) }
                </section>
                { deletion(&page, view, registry_view) }
            }
        </>
    }
}

/// The reason why the acting account lacks the permission, or `None`.
pub fn objection_to(
    view: &View,
    registry: &Registry,
    permission: RegistryPermission,
    text: &Catalog,
) -> Option<String> {
    objection(view, &Permission::InRegistry(registry.id().clone(), permission), text)
}

/// The unsaved draft of a removed registry.
fn unsaved(edits: &Edits<RegistryDraft>, on_forget: &Callback<MouseEvent>, text: &Catalog) -> Html {
    let words = SettingsText::of(text.language);
    let registry_form_text = RegistryFormText::of(text.language);
    let labels = [registry_form_text.name, registry_form_text.description, registry_form_text.types];
    let typed = labels.into_iter().zip(edits.unsaved()).filter_map(|(label, value)| value.map(|value| (label, value)));
    html! {
        <section class="section" aria-labelledby="unsaved-title">
            <h2 id="unsaved-title">{ words.gone }</h2>
            <p>{ words.gone_lead }</p>
            <dl class="facts">
                for (label, value) in typed {
                    <dt>{ label }</dt>
                    <dd class="description"><bdi>{ value }</bdi></dd>
                }
            </dl>
            <button type="button" class="button" onclick={on_forget}>{ words.forget }</button>
        </section>
    }
}
