//! A role, and the chain of reasons for it: everything that gives one, and what would take it away again.

use registry::{Source, Standing, View};
use yew::prelude::*;

use super::registry::role_slug;
use crate::components::prose;
use crate::i18n::Catalog;

/// The effective role of an account in a registry, to be opened for the reasons; nothing stands for no access.
pub fn role_with_sources(view: &View, standing: Option<&Standing>, text: &Catalog) -> Html {
    let words = &text.consequences;
    let role = standing.map_or(words.no_access, |standing| (text.terms.role)(standing.role()));
    html! {
        <details class="why">
            <summary aria-label={(words.why)(role)}>{ role_badge(standing, text) }</summary>
            { reasons(view, standing, text) }
        </details>
    }
}

/// The effective role of an account in a registry; nothing stands for no access.
pub fn role_badge(standing: Option<&Standing>, text: &Catalog) -> Html {
    let role = standing.map_or(text.consequences.no_access, |standing| (text.terms.role)(standing.role()));
    let slug = standing.map_or("none", |standing| role_slug(standing.role()));
    html! { <span class="badge" data-role={slug}>{ role }</span> }
}

/// The chain of reasons for a role, or for there being none.
pub fn reasons(view: &View, standing: Option<&Standing>, text: &Catalog) -> Html {
    let words = &text.consequences;
    let grants = standing.map_or(&[][..], Standing::grants);
    html! {
        <ul class="sources">
            if grants.is_empty() {
                <li>{ words.no_access_why }</li>
            }
            for grant in grants {
                <li>
                    <strong>{ (text.terms.role)(grant.role) }</strong>{ " " }
                    { prose(&source(view, &grant.source, text)) }
                </li>
            }
            if grants.len() > 1 {
                <li>{ words.highest_counts }</li>
            }
        </ul>
    }
}

fn source(view: &View, source: &Source, text: &Catalog) -> String {
    let words = &text.consequences;
    match source {
        Source::OrganizationAdmin => words.organization_admin.to_owned(),
        Source::OwnRow => words.own_row.to_owned(),
        Source::Base => words.base.to_owned(),
        Source::Team(id) => {
            let name = view.teams.get(id).map_or_else(String::new, |team| team.name.to_string());
            (words.team)(&name)
        }
    }
}
