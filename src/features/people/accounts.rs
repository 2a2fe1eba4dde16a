//! The table of the organization's service accounts.

use domain::{AccountId, ServiceAccount};
use yew::prelude::*;

use super::controls::row_button;
use super::query::Part;
use super::text::PeopleText;
use super::{Directory, PART_TITLE};
use crate::routes::Route;
use crate::ui::{Kind, PageRange, PagerWords, Turn, avatar, bdi, button_with_reason, empty_list, pager, table};

/// The id of the reason why the account cannot change service accounts.
const DENIED: &str = "add-service-account-denied";

pub(super) fn service_accounts(directory: &Directory) -> Html {
    let (view, words) = (&directory.view, PeopleText::of(directory.text().language));
    let count = view.service_accounts.len();
    let range = PageRange::of_rows(directory.query.page, count, directory.is_printing);
    let page_words = PagerWords::of(words.service_accounts_table, range, directory.text());
    let add = directory.opening("add", None, "");
    html! {
        <section class="section" aria-labelledby={PART_TITLE}>
            <div class="section-head">
                <h2 id={PART_TITLE} tabindex="-1">{ (words.part)(Part::ServiceAccounts) }</h2>
                { button_with_reason("add-service-account", words.add_service_account, directory.denied.as_deref(), &add) }
            </div>
            if count == 0 {
                { empty_list("people", words.no_service_accounts, words.service_accounts_lead) }
            } else {
                <p class="muted">{ words.service_accounts_lead }</p>
                { pager(range, &page_words, &Turn::Link(&|page| directory.query.page_href(page))) }
                { table(words.service_accounts_table, "blocks", &[words.name, words.teams, words.actions], html! {
                    for account in range.items(view.service_accounts.iter()) {
                        { row(directory, account) }
                    }
                }) }
            }
        </section>
    }
}

fn row(directory: &Directory, account: &ServiceAccount) -> Html {
    let (view, words) = (&directory.view, PeopleText::of(directory.text().language));
    let (id, name) = (&account.id.0, account.name.as_str());
    let denied = directory.denied.as_ref().map(|_| DENIED);
    let teams = view.teams.iter().filter(|team| team.service_accounts.contains(&account.id));
    html! {
        <tr key={id.to_string()}>
            <th scope="row">
                <span class="person">
                    { avatar(Kind::ServiceAccount, name) }
                    <a href={Route::of_account(view, &AccountId::ServiceAccount(account.id.clone())).href()}>{ bdi(name) }</a>
                </span>
            </th>
            <td>
                <ul class="memberships">
                    for team in teams {
                        <li>{ bdi(team.name.as_str()) }</li>
                    }
                </ul>
            </td>
            <td class="actions">
                <div class="button-row">
                    { row_button(words.rename, (words.rename_of)(name), denied, &directory.opening("edit", Some(id), "")) }
                    { row_button(words.remove, (words.remove_of)(name), denied, &directory.opening("remove", Some(id), "")) }
                </div>
            </td>
        </tr>
    }
}
