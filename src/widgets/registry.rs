//! The details of a registry, for its page and for the side-by-side page.

pub mod grantee;
pub mod members;
pub mod text;

use domain::{RegistryView, View};
use yew::prelude::*;

use self::members::Members;
use self::text::RegistryDetailsText;
use super::sources::role_with_sources;
use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::state::ViewRef;
use crate::ui::{icon, prose};

/// The details below a registry's heading, with what comes first. `scope` prefixes the ids, so that two registries fit on a page; each is
/// then a landmark, and its sections are none.
pub fn registry_body(
    view: &ViewRef,
    registry_view: &RegistryView,
    first: Html,
    text: &Catalog,
    scope: &'static str,
) -> Html {
    let words = RegistryDetailsText::of(text.language);
    let registry = &registry_view.registry;
    let description = text.registry.description(registry);
    let created = registry.created();
    let created_at = intl::date_time(text.language, created.at);
    let created_by = isolate(&name_of(view, &created.by, text));
    let owner = registry.owner().map(|owner| match view.people.get(owner) {
        Some(person) => person.name.to_string(),
        None => text.registry.removed_account.to_owned(),
    });
    let accepts = registry.accepts();
    let about_id = format!("{scope}about-title");
    // Side by side, nobody is addressed as *you*.
    let viewer_name = (!scope.is_empty()).then(|| name_of(view, &view.account, text));
    let your_role = viewer_name.map_or_else(|| words.your_role.to_owned(), |name| (text.registry.role_of)(&name));
    html! {
        <>
            if description.is_empty() {
                <p class="page-lead">{ words.no_description }</p>
            } else {
                <p class="page-lead description" dir="auto">{ description }</p>
            }
            { first }
            <section class="section" aria-labelledby={scope.is_empty().then(|| about_id.clone())}>
                <div class="section-head"><h2 id={about_id}>{ words.about }</h2></div>
                <dl class="facts">
                    <dt>{ your_role }</dt>
                    <dd>{ role_with_sources(view, Some(&registry_view.standing), text) }</dd>
                    <dt>{ words.full_name }</dt>
                    <dd class="mono"><bdi>{ registry.full_name() }</bdi></dd>
                    <dt>{ text.registry.visibility }</dt>
                    <dd>
                        { (text.terms.visibility_means)(registry.visibility()) }
                        if registry.core_kind().is_some() {
                            { " " }{ words.visibility_fixed }
                        }
                    </dd>
                    <dt>{ text.registry.accepts }</dt>
                    <dd>
                        if accepts.is_all() {
                            <span class="pill pill-quiet">{ text.terms.all_types }</span>
                        } else {
                            <ul class="chips">
                                for artifact_type in accepts.saved() {
                                    <li class="chip chip-saved">{ icon("lock") }<bdi>{ artifact_type.to_string() }</bdi></li>
                                }
                            </ul>
                            <p class="muted small">{ words.types_stay }</p>
                        }
                    </dd>
                    if let Some(owner) = owner {
                        <dt>{ text.registry.owner }</dt>
                        <dd><bdi>{ owner }</bdi></dd>
                    }
                    <dt>{ words.created }</dt>
                    <dd>
                        if registry.core_kind().is_some() {
                            { words.core }
                        } else {
                            { prose(&(words.created_by)(&created_at, &created_by)) }
                        }
                    </dd>
                </dl>
            </section>
            <Members key={registry.id().to_string()} view={view.clone()} registry_view={registry_view.clone()} scope={scope} />
        </>
    }
}

fn name_of(view: &View, account: &domain::AccountId, text: &Catalog) -> String {
    use domain::AccountId;
    let name = match account {
        AccountId::Person(id) => view.people.get(id).map(|person| person.name.to_string()),
        AccountId::ServiceAccount(id) => view.service_accounts.get(id).map(|account| account.name.to_string()),
    };
    name.unwrap_or_else(|| text.registry.removed_account.to_owned())
}
