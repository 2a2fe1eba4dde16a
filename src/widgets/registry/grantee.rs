//! A person, service account or team in a registry's list of members.

use domain::{AccountId, Grantee, RegistryView, Standing, View};
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::ui::{Kind, avatar, bdi};
use crate::widgets::sources::role_with_sources;

/// The name of a member, with a detail that tells equal names apart.
pub fn grantee_label(view: &View, grantee: &Grantee, is_owner: bool, text: &Catalog) -> Html {
    let name = view.name_of(grantee).unwrap_or(text.registry.removed_account);
    let (kind, detail) = match grantee {
        Grantee::Person(id) => {
            (Kind::Person, view.people.get(id).map(|person| person.username.to_string()).unwrap_or_default())
        }
        Grantee::ServiceAccount(_) => (Kind::ServiceAccount, text.terms.service_account.to_owned()),
        Grantee::Team(id) => {
            let size =
                view.teams.get(id).map(|team| (text.registry.team_of)(team.people.len(), team.service_accounts.len()));
            (Kind::Team, format!("{} · {}", text.registry.team, size.unwrap_or_default()))
        }
    };
    html! {
        <span class="person">
            { avatar(kind, name) }
            <span>
                { bdi(name) }
                if is_owner {
                    { " " }<span class="badge">{ text.registry.owner }</span>
                }
                <span class="muted small">{ detail }</span>
            </span>
        </span>
    }
}

/// The effective role of a listed account, with its sources in a disclosure.
pub fn effective_role(view: &View, registry_view: &RegistryView, grantee: &Grantee, text: &Catalog) -> Html {
    match grantee {
        // The members of a team can have a higher role from another source.
        Grantee::Team(_) => html! { <span class="muted">{ text.registry.effective_of_team }</span> },
        Grantee::Person(_) | Grantee::ServiceAccount(_) => {
            role_with_sources(view, standing_of(view, registry_view, grantee).as_ref(), text)
        }
    }
}

/// The standing of a listed account. A team has none of its own.
fn standing_of(view: &View, registry_view: &RegistryView, grantee: &Grantee) -> Option<Standing> {
    let account = match grantee {
        Grantee::Person(id) => AccountId::Person(id.clone()),
        Grantee::ServiceAccount(id) => AccountId::ServiceAccount(id.clone()),
        Grantee::Team(_) => return None,
    };
    view.standing_of(&account, registry_view.registry.id())
}
