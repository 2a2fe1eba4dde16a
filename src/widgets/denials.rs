//! Denials, refusals and errors as sentences, with the people who have the permission and a remedy.

use domain::{Denial, Permission, Refusal, View};

use crate::i18n::prose::isolate;
use crate::i18n::{Catalog, intl};
use crate::state::ChangeError;

/// The reason why the acting account lacks a permission; `None` if it has it.
pub fn objection(view: &View, permission: &Permission, text: &Catalog) -> Option<String> {
    view.may(permission).denial().map(|reason| denial(view, reason, text))
}

/// The reason for a denial, the people who have the permission, and a remedy.
pub fn denial(view: &View, denial: &Denial, text: &Catalog) -> String {
    const NAMED: usize = 3;
    let (reason, remedy) = (text.refusal.denied)(denial.reason);
    let people = denial.permitted.iter().filter_map(|id| view.people.get(id));
    let named: Vec<String> = people.take(NAMED).map(|person| isolate(person.name.as_str())).collect();
    let more = denial.permitted.len() - named.len();
    let listed = if more == 0 { intl::list(text.language, &named) } else { named.join(", ") };
    let holders = text.refusal.holders(&denial.holders);
    format!("{reason}{holders}{}{remedy}", (text.refusal.capable)(&listed, more))
}

pub fn refusal(view: &View, refusal: &Refusal, text: &Catalog) -> String {
    match refusal {
        Refusal::Denied(reason) => denial(view, reason, text),
        other => text.refusal.short_reason(other),
    }
}

pub fn change_error(view: &View, error: &ChangeError, text: &Catalog) -> String {
    match error {
        ChangeError::Refused(reason, _) => refusal(view, reason, text),
        other => text.change_error(other),
    }
}
