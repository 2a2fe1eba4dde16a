//! A role and its sources.

use domain::{Grant, Source, Standing, View};
use yew::prelude::*;

use super::badges::role_slug;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::platform::dom;
use crate::ui::prose;

/// The effective role of an account in a registry, with its sources in a disclosure. `None` means no access.
pub fn role_with_sources(view: &View, standing: Option<&Standing>, text: &Catalog) -> Html {
    html! {
        <details class="why">
            { summary(standing, text, None) }
            { sources(view, grants_of(standing), text) }
        </details>
    }
}

pub fn grants_of(standing: Option<&Standing>) -> &[Grant] {
    standing.map_or(&[], Standing::grants)
}

/// The role as the summary of a disclosure. `on_open` is called before it opens.
fn summary(standing: Option<&Standing>, text: &Catalog, on_open: Option<Callback<MouseEvent>>) -> Html {
    let role = standing.map_or(text.consequences.no_access, |standing| (text.terms.role)(standing.role()));
    html! {
        <summary aria-label={(text.consequences.sources_label)(role)} onclick={on_open}>{ role_badge(standing, text) }</summary>
    }
}

/// The effective role of an account in a registry. `None` means no access.
pub fn role_badge(standing: Option<&Standing>, text: &Catalog) -> Html {
    let role = standing.map_or(text.consequences.no_access, |standing| (text.terms.role)(standing.role()));
    let slug = standing.map_or("none", |standing| role_slug(standing.role()));
    html! { <span class="badge" data-role={slug}>{ role }</span> }
}

/// The sources of a role, or the reason for no access.
pub fn sources(view: &View, grants: &[Grant], text: &Catalog) -> Html {
    let words = &text.consequences;
    html! {
        <ul class="sources">
            if grants.is_empty() {
                <li>{ words.no_access_why }</li>
            }
            for grant in grants {
                <li>
                    <strong>{ (text.terms.role)(grant.role) }</strong>{ " " }
                    { prose(&source_text(view, &grant.source, text)) }
                </li>
            }
            if grants.len() > 1 {
                <li>{ words.highest_counts }</li>
            }
        </ul>
    }
}

/// A role among thousands. Its sources are made when the disclosure opens; until then it reads only its arguments, so
/// that it does not render again with every new view. The sources cover the content below, so the disclosure closes when
/// it loses the focus, with Escape, and when another one opens.
pub fn role_with_lazy_sources(standing: &Standing, text: &Catalog, is_open: &UseStateHandle<bool>) -> Html {
    let on_open = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    let onfocusout = |event: FocusEvent| {
        if dom::is_leaving_details(&event) {
            dom::close_details(&event);
        }
    };
    let onkeydown = |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dom::close_details(&event);
        }
    };
    html! {
        <details class="why" name="role-with-sources" {onfocusout} {onkeydown}>
            { summary(Some(standing), text, Some(on_open)) }
            if **is_open {
                // It takes the focus of a click, so that its text can be selected without closing it.
                <div class="overlay" tabindex="-1"><Sources standing={standing.clone()} /></div>
            }
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    standing: Standing,
}

#[component]
fn Sources(props: &Props) -> Html {
    let page = use_page();
    page.model.view().map(|view| sources(&view, props.standing.grants(), page.text())).unwrap_or_default()
}

fn source_text(view: &View, source: &Source, text: &Catalog) -> String {
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
