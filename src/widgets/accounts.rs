//! The organization's accounts: their names, and as options for the account switcher and the side-by-side page.

use domain::{AccountId, Id, View};
use search::filter_text;
use yew::AttrValue;

use crate::i18n::Catalog;
use crate::ui::{Choice, Kind};

/// The name of an account, or words for one that was removed.
pub fn account_name<'a>(view: &'a View, account: &AccountId, text: &'a Catalog) -> &'a str {
    view.name_of(&account.clone().into()).unwrap_or(text.registry.removed_account)
}

/// The account with this id.
pub fn account_with(view: &View, id: &Id) -> Option<AccountId> {
    let person = view.people.iter().map(|person| AccountId::Person(person.id.clone()));
    let service_account = view.service_accounts.iter().map(|account| AccountId::ServiceAccount(account.id.clone()));
    person.chain(service_account).find(|account| account.id() == id)
}

/// People by name, then service accounts.
pub fn choices(view: &View, text: &Catalog) -> Vec<Choice> {
    let search = |parts: &[&str]| AttrValue::from(filter_text(&parts.join(" ")).to_string());
    let people = view.people.iter().map(|person| Choice {
        id: person.id.to_string().into(),
        kind: Some(Kind::Person),
        name: person.name.to_string().into(),
        detail: format!("{} · {}", person.username, (text.terms.organization_role)(person.role)).into(),
        search: search(&[person.name.as_str(), person.username.as_str(), person.email.as_str()]),
    });
    let service_accounts = view.service_accounts.iter().map(|account| Choice {
        id: account.id.to_string().into(),
        kind: Some(Kind::ServiceAccount),
        name: account.name.to_string().into(),
        detail: text.terms.service_account.into(),
        search: search(&[account.name.as_str()]),
    });
    let mut choices: Vec<Choice> = people.collect();
    choices.sort_by(|one, other| one.search.cmp(&other.search));
    choices.extend(service_accounts);
    choices
}
