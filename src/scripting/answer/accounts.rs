//! The accounts in answers, and the times at which they acted.

use domain::{AccountId, PersonId, Stamp, View};

use crate::scripting::types::answer;

/// The username of a person, if the person is still in the organization.
pub fn username<'a>(view: &'a View, person: &PersonId) -> Option<&'a str> {
    view.people.get(person).map(|person| person.username.as_str())
}

/// An account and the name by which scripts refer to it.
pub fn account<'a>(view: &'a View, account: &'a AccountId) -> answer::Account<'a> {
    match account {
        AccountId::Person(id) => {
            answer::Who { kind: answer::AccountKind::Person, id: id.0.as_str(), name: username(view, id) }
        }
        AccountId::ServiceAccount(id) => answer::Who {
            kind: answer::AccountKind::ServiceAccount,
            id: id.0.as_str(),
            name: view.service_accounts.get(id).map(|account| account.name.as_str()),
        },
    }
}

pub fn stamp<'a>(view: &'a View, stamp: &'a Stamp) -> answer::Stamp<'a> {
    answer::Stamp { at: time(stamp.at), by: account(view, &stamp.by) }
}

/// A timestamp as a JavaScript number, which is exact far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "it is a time")]
pub fn time(at: i64) -> f64 {
    at as f64
}
