//! Roles and visibilities as badges, letters and slugs for the styles.

use domain::{Role, Visibility};
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::ui::icon;

/// The abbreviation of a role, as the guide's table has it.
pub fn letters(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Admin) => "A",
        Some(Role::Member) => "M",
        Some(Role::Viewer) => "V",
        Some(Role::RestrictedViewer) => "RV",
        None => "–",
    }
}

/// A visibility, as icon and word.
pub fn visibility_badge(visibility: Visibility, text: &Catalog) -> Html {
    let (slug, sign) = match visibility {
        Visibility::Organization => ("organization", "organization"),
        Visibility::Restricted => ("restricted", "lock"),
    };
    html! {
        <span class="badge" data-visibility={slug}>{ icon(sign) }<span>{ (text.terms.visibility)(visibility) }</span></span>
    }
}

/// A role, as styles know it.
pub fn role_slug(role: Role) -> &'static str {
    match role {
        Role::RestrictedViewer => "restricted-viewer",
        Role::Viewer => "viewer",
        Role::Member => "member",
        Role::Admin => "admin",
    }
}
