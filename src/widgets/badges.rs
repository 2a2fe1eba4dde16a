//! Roles and visibilities as badges, abbreviations and slugs for the styles.

use domain::{Role, Visibility};
use yew::prelude::*;

use crate::i18n::Catalog;
use crate::ui::icon;

/// The abbreviation of a role from the guide's table.
pub fn role_abbreviation(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Admin) => "A",
        Some(Role::Member) => "M",
        Some(Role::Viewer) => "V",
        Some(Role::RestrictedViewer) => "RV",
        None => "–",
    }
}

/// A visibility as an icon with a label.
pub fn visibility_badge(visibility: Visibility, text: &Catalog) -> Html {
    let slug: &'static str = visibility.into();
    let sign = match visibility {
        Visibility::Organization => "organization",
        Visibility::Restricted => "lock",
    };
    html! {
        <span class="badge" data-visibility={slug}>{ icon(sign) }<span>{ (text.terms.visibility)(visibility) }</span></span>
    }
}

/// The slug of a role in the styles.
pub fn role_slug(role: Role) -> &'static str {
    match role {
        Role::RestrictedViewer => "restricted-viewer",
        Role::Viewer => "viewer",
        Role::Member => "member",
        Role::Admin => "admin",
    }
}
