//! The members of a registry, their roles, and the accounts with access that are not listed.

use domain::{Grantee, OrganizationRole, Registry, RegistryView, Row, View, Visibility};
use yew::prelude::*;

use super::grantee::{effective_role, grantee_label};
use super::text::RegistryDetailsText;
use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, pager, prose, table, use_printing};
use crate::widgets::badges::role_slug;
use crate::widgets::origin::{Origin, OriginSubject};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it.
    pub view: ViewRef,
    pub registry_view: RegistryView,
    /// The prefix of the heading's id, since two registries can be on one page.
    pub scope: &'static str,
}

#[component]
pub fn Members(props: &Props) -> Html {
    let text = use_page().text();
    let words = RegistryDetailsText::of(text.language);
    let requested = use_state_eq(|| None);
    let (view, registry_view) = (&props.view, &props.registry_view);
    let title_id = format!("{}members-title", props.scope);
    // Side by side, the name of the viewing account tells the two tables apart.
    let viewer_name = if props.scope.is_empty() { None } else { view.name_of(&view.account.clone().into()) };
    let label = match viewer_name {
        Some(name) => text.language.bracketed(text.registry.members_table, name),
        None => text.registry.members_table.to_owned(),
    };
    let registry = &registry_view.registry;
    let rows = registry.rows();
    let range = PageRange::of_rows(*requested, rows.len(), use_printing());
    let turn = Callback::from(move |page| requested.set(Some(page)));
    html! {
        <section class="section" aria-labelledby={viewer_name.is_none().then(|| title_id.clone())}>
            <div class="section-head"><h2 id={title_id}>{ words.members }</h2></div>
            if rows.is_empty() {
                <p>{ text.registry.no_members }</p>
            } else {
                { pager(range, &PagerWords::of(&label, range, text), &Turn::Press(&turn)) }
                { table(&label, "blocks", &[words.member, text.registry.role, text.registry.effective], html! {
                    for row in range.items(rows) {
                        { member(view, registry_view, row, text) }
                    }
                }) }
            }
            { unlisted_access(view, registry, text) }
            <Origin view={view.clone()} subject={OriginSubject::Registry(registry.id().clone())} />
        </section>
    }
}

/// The accounts that have access but are not listed.
pub fn unlisted_access(view: &View, registry: &Registry, text: &Catalog) -> Html {
    let words = RegistryDetailsText::of(text.language);
    let admins = view.people.iter().filter(|person| person.role == OrganizationRole::Admin);
    let admins: Vec<String> = admins.map(|person| isolate(person.name.as_str())).collect();
    let admins = intl::list(text.language, &admins);
    html! {
        <>
            <p class="muted">{ prose(&(words.organization_admins)(&admins)) }</p>
            if registry.visibility() == Visibility::Organization {
                <p class="muted">{ (words.everyone)((text.terms.role)(view.default_role.role())) }</p>
            }
        </>
    }
}

fn member(view: &View, registry_view: &RegistryView, row: &Row, text: &Catalog) -> Html {
    let is_owner = registry_view.registry.owner().is_some_and(|owner| row.grantee == Grantee::Person(owner.clone()));
    html! {
        <tr>
            <th scope="row">{ grantee_label(view, &row.grantee, is_owner, text) }</th>
            <td><span class="badge" data-role={role_slug(row.role)}>{ (text.terms.role)(row.role) }</span></td>
            <td data-label={text.registry.effective}>
                { effective_role(view, registry_view, &row.grantee, text) }
            </td>
        </tr>
    }
}
