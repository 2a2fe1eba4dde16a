//! A person, service account or team that a registry lists.

use domain::{AccountId, Grantee, SeenRegistry, Standing, View};
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::ui::{Kind, avatar, bdi};
use crate::widgets::sources::role_with_sources;

/// Somebody who is listed, with what else tells them apart.
pub fn who(view: &View, grantee: &Grantee, is_owner: bool, text: &Catalog) -> Html {
    let name = view.name_of(grantee).unwrap_or(text.registry.gone);
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

/// The effective role of somebody who is listed, to be opened for the reasons.
pub fn effective_role(view: &View, seen: &SeenRegistry, grantee: &Grantee, text: &Catalog) -> Html {
    match grantee {
        // People of a team can have a higher role from elsewhere.
        Grantee::Team(_) => html! { <span class="muted">{ text.registry.effective_of_team }</span> },
        _ => role_with_sources(view, standing_of(view, seen, grantee).as_ref(), text),
    }
}

/// What an account that is listed has in the registry; a team has nothing by itself.
fn standing_of(view: &View, seen: &SeenRegistry, grantee: &Grantee) -> Option<Standing> {
    let account = match grantee {
        Grantee::Person(id) => AccountId::Person(id.clone()),
        Grantee::ServiceAccount(id) => AccountId::ServiceAccount(id.clone()),
        Grantee::Team(_) => return None,
    };
    view.standing_of(&account, seen.registry.id())
}
