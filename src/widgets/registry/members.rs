//! The members of a registry: who is listed, what each has in it and from where, and who has access without being listed.

use domain::{Grantee, OrganizationRole, Registry, Row, SeenRegistry, View, Visibility};
use yew::prelude::*;

use super::grantee::{effective_role, who};
use super::text::RegistryDetailsText;
use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::state::ViewRef;
use crate::ui::{DRAWN, next_in, prose, show_all, table};
use crate::widgets::badges::role_slug;
use crate::widgets::origin::{Of, Origin};

/// The registry.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it.
    pub view: ViewRef,
    /// The registry.
    pub seen: SeenRegistry,
    /// What the id of the heading begins with: two can stand on one page.
    pub scope: &'static str,
}

/// The members.
#[component]
pub fn Members(props: &Props) -> Html {
    let text = use_page().text();
    let words = RegistryDetailsText::of(text.language);
    let shows_all = use_state_eq(|| false);
    let (view, seen) = (&props.view, &props.seen);
    let title_id = format!("{}members-title", props.scope);
    // Where two stand on one page, whose view it is tells the two tables apart.
    let whose = if props.scope.is_empty() { None } else { view.name_of(&view.account.clone().into()) };
    let label = match whose {
        Some(name) => text.language.bracketed(text.registry.members_table, name),
        None => text.registry.members_table.to_owned(),
    };
    let registry = &seen.registry;
    let rows = registry.rows();
    let drawn = if *shows_all { rows.len() } else { DRAWN };
    html! {
        <section class="section" aria-labelledby={whose.is_none().then(|| title_id.clone())}>
            <div class="section-head"><h2 id={title_id}>{ words.members }</h2></div>
            if rows.is_empty() {
                <p>{ text.registry.no_members }</p>
            } else {
                { table(&label, "blocks", &[words.member, text.registry.role, text.registry.effective], html! {
                    for row in rows.iter().take(drawn) {
                        { member(view, seen, row, text) }
                    }
                }) }
                if rows.len() > drawn {
                    { show_all((text.common.show_all)(rows.len()), next_in(".table tbody"), Callback::from(move |()| shows_all.set(true))) }
                }
            }
            { without_a_row(view, registry, text) }
            <Origin view={view.clone()} of={Of::Registry(registry.id().clone())} />
        </section>
    }
}

/// Who has access without being listed.
pub fn without_a_row(view: &View, registry: &Registry, text: &Catalog) -> Html {
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

fn member(view: &View, seen: &SeenRegistry, row: &Row, text: &Catalog) -> Html {
    let is_owner = seen.registry.owner().is_some_and(|owner| row.grantee == Grantee::Person(owner.clone()));
    html! {
        <tr>
            <th scope="row">{ who(view, &row.grantee, is_owner, text) }</th>
            <td><span class="badge" data-role={role_slug(row.role)}>{ (text.terms.role)(row.role) }</span></td>
            <td data-label={text.registry.effective}>
                { effective_role(view, seen, &row.grantee, text) }
            </td>
        </tr>
    }
}
