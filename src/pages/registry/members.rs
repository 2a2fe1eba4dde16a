//! The members of a registry: who is listed, and who has access without being listed.

use registry::{Grantee, OrganizationRole, Registry, Row, View, Visibility};
use yew::prelude::*;

use super::role_slug;
use crate::browser::intl;
use crate::components::{Kind, avatar, prose};
use crate::i18n::Catalog;
use crate::i18n::prose::isolate;

/// The members.
pub fn members(view: &View, registry: &Registry, text: &Catalog) -> Html {
    let rows = registry.rows();
    let admins = view.people.iter().filter(|person| person.role == OrganizationRole::Admin);
    let admins: Vec<String> = admins.map(|person| isolate(person.name.as_str())).collect();
    let admins = intl::list(text.language, &admins);
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
                                <th scope="col">{ text.registry.username }</th>
                                <th scope="col">{ text.registry.role }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for row in rows {
                                { member(view, row, text) }
                            }
                        </tbody>
                    </table>
                </div>
            }
            <p class="muted">{ prose(&(text.registry.organization_admins)(&admins)) }</p>
            if registry.visibility() == Visibility::Organization {
                <p class="muted">{ (text.registry.everyone)((text.terms.role)(view.default_role.role())) }</p>
            }
        </section>
    }
}

fn member(view: &View, row: &Row, text: &Catalog) -> Html {
    let gone = || text.registry.gone.to_owned();
    let (kind, name, username) = match &row.grantee {
        Grantee::Person(id) => match view.people.get(id) {
            Some(person) => (Kind::Person, person.name.to_string(), person.username.to_string()),
            None => (Kind::Person, gone(), String::new()),
        },
        Grantee::ServiceAccount(id) => {
            let name = view.service_accounts.get(id).map_or_else(gone, |account| account.name.to_string());
            (Kind::ServiceAccount, name, text.terms.service_account.to_owned())
        }
        Grantee::Team(id) => {
            let name = view.teams.get(id).map_or_else(gone, |team| team.name.to_string());
            (Kind::Team, name, text.registry.team.to_owned())
        }
    };
    html! {
        <tr>
            <th scope="row"><span class="person">{ avatar(kind, &name) }<bdi>{ name }</bdi></span></th>
            <td><bdi>{ username }</bdi></td>
            <td><span class="badge" data-role={role_slug(row.role)}>{ (text.terms.role)(row.role) }</span></td>
        </tr>
    }
}
