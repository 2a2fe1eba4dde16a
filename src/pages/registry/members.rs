//! The members of a registry: who is listed, what each has in it and from where, and who has access without being listed.

use registry::{Grantee, OrganizationRole, Registry, Row, SeenRegistry, View, Visibility};
use yew::prelude::*;

use super::role_slug;
use crate::browser::intl;
use crate::components::prose;
use crate::i18n::Catalog;
use crate::i18n::prose::isolate;
use crate::pages::origin::{Of, Origin};
use crate::pages::settings::{standing_of, who};
use crate::pages::sources::role_with_sources;

/// The members.
pub fn members(view: &View, seen: &SeenRegistry, text: &Catalog) -> Html {
    let registry = &seen.registry;
    let rows = registry.rows();
    html! {
        <section class="section" aria-labelledby="members-title">
            <div class="section-head"><h2 id="members-title">{ text.registry.members }</h2></div>
            if rows.is_empty() {
                <p>{ text.registry.no_members }</p>
            } else {
                <div class="table-scroll" role="region" aria-label={text.registry.members_table} tabindex="0">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{ text.registry.member }</th>
                                <th scope="col">{ text.registry.role }</th>
                                <th scope="col">{ text.settings.effective }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for row in rows {
                                { member(view, seen, row, text) }
                            }
                        </tbody>
                    </table>
                </div>
            }
            { without_a_row(view, registry, text) }
            <Origin of={Of::Registry(registry.id().clone())} />
        </section>
    }
}

/// Who has access without being listed.
pub fn without_a_row(view: &View, registry: &Registry, text: &Catalog) -> Html {
    let admins = view.people.iter().filter(|person| person.role == OrganizationRole::Admin);
    let admins: Vec<String> = admins.map(|person| isolate(person.name.as_str())).collect();
    let admins = intl::list(text.language, &admins);
    html! {
        <>
            <p class="muted">{ prose(&(text.registry.organization_admins)(&admins)) }</p>
            if registry.visibility() == Visibility::Organization {
                <p class="muted">{ (text.registry.everyone)((text.terms.role)(view.default_role.role())) }</p>
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
            <td>
                if let Grantee::Team(_) = row.grantee {
                    <span class="muted">{ "–" }</span>
                } else {
                    { role_with_sources(view, standing_of(view, seen, &row.grantee).as_ref(), text) }
                }
            </td>
        </tr>
    }
}
