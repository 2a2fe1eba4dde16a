//! The options of the selects for roles.

use domain::Role;

use crate::i18n::Catalog;
use crate::ui::SelectOption;
use crate::widgets::badges::role_slug;

/// The roles, ascending.
pub const ROLES: [Role; 4] = [Role::RestrictedViewer, Role::Viewer, Role::Member, Role::Admin];

/// The options for the roles that a member can have.
pub fn roles_for(can_be: impl Fn(Role) -> bool, text: &Catalog) -> Vec<SelectOption> {
    let option = |role| SelectOption { value: role_slug(role), label: (text.terms.role)(role).into() };
    ROLES.into_iter().filter(|role| can_be(*role)).map(option).collect()
}
