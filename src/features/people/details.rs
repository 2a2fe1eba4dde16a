//! The page of an account: its data, its teams, and its role in each registry with the sources.

use domain::{AccountId, Id, PersonId, ServiceAccountId};
use workspace::About;
use yew::prelude::*;

use super::query::{Part, PeopleQuery};
use super::text::PeopleText;
use crate::i18n::Catalog;
use crate::page::use_page;
use crate::routes::history::HistoryQuery;
use crate::routes::{PageQuery, Route, use_query};
use crate::state::ViewRef;
use crate::ui::{PageRange, PagerWords, Turn, bdi, icon, pager, prose, table, use_printing};
use crate::widgets::badges::visibility_badge;
use crate::widgets::head::Head;
use crate::widgets::history::RecentChanges;
use crate::widgets::nothing_here::nothing_here;
use crate::widgets::origin::{Origin, OriginSubject};
use crate::widgets::sources::role_with_sources;

/// The page of the account with this id.
pub fn account_page(view: &ViewRef, id: &str, text: &Catalog) -> Html {
    let words = PeopleText::of(text.language);
    let id = Id::from_text(id);
    let person = view.people.get(&PersonId(id.clone()));
    let service_account = view.service_accounts.get(&ServiceAccountId(id));
    let (account, name, part) = match (person, service_account) {
        (Some(person), _) => (AccountId::Person(person.id.clone()), person.name.as_str(), Part::People),
        (_, Some(account)) => {
            (AccountId::ServiceAccount(account.id.clone()), account.name.as_str(), Part::ServiceAccounts)
        }
        (None, None) => return nothing_here(text),
    };
    let about = About::Account(account.id().clone());
    let teams = view.teams.iter().filter_map(|team| match &account {
        AccountId::Person(id) => team.people.get(id).map(|role| (team, (text.terms.team_role)(*role))),
        AccountId::ServiceAccount(id) => team.service_accounts.contains(id).then_some((team, "")),
    });
    let teams: Vec<_> = teams.collect();
    html! {
        <>
            <p class="crumb"><a href={PeopleQuery::part_of(part).href()}>{ words.title }</a></p>
            <Head title={name.to_owned()}>
                <a class="button" href={HistoryQuery::of(&about).href()}>{ icon("history") }{ text.common.history }</a>
            </Head>
            <section class="section" aria-labelledby="account-title">
                <div class="section-head"><h2 id="account-title">{ words.details }</h2></div>
                <dl class="facts">
                    if let Some(person) = person {
                        <dt>{ words.username }</dt>
                        <dd>{ bdi(person.username.as_str()) }</dd>
                        <dt>{ words.email }</dt>
                        <dd>{ bdi(person.email.as_str()) }</dd>
                        <dt>{ words.organization_role }</dt>
                        <dd>{ (text.terms.organization_role)(person.role) }</dd>
                    } else {
                        <dt>{ words.kind }</dt>
                        <dd>{ text.terms.service_account }</dd>
                    }
                    <dt>{ words.teams }</dt>
                    <dd>
                        if teams.is_empty() {
                            { words.in_no_team }
                        }
                        <ul class="memberships">
                            for (team, role) in teams {
                                <li>{ bdi(team.name.as_str()) }<span class="muted">{ " " }{ role }</span></li>
                            }
                        </ul>
                    </dd>
                </dl>
            </section>
            <section class="section" aria-labelledby="account-registries">
                <div class="section-head"><h2 id="account-registries">{ words.in_registries }</h2></div>
                <p class="muted">{ prose(&(words.in_registries_lead)(name)) }</p>
                <Registries key={account.id().to_string()} view={view.clone()} account={account.clone()} />
                <Origin view={view.clone()} subject={OriginSubject::Account(account.clone())} />
            </section>
            <RecentChanges key={account.id().to_string()} view={view.clone()} {about} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct RegistriesProps {
    view: ViewRef,
    account: AccountId,
}

/// The roles of an account in the registries that the acting account can see, in pages.
#[component]
fn Registries(props: &RegistriesProps) -> Html {
    let text = use_page().text();
    let words = PeopleText::of(text.language);
    let (view, account) = (&props.view, &props.account);
    let query = use_query::<PageQuery>();
    let range = PageRange::of_rows(query.page, view.registries.len(), use_printing());
    let href = |page| Route::of_account(view, account).href_with(&PageQuery::of(page));
    let columns = [words.registry, text.registry.visibility, words.effective_role];
    html! {
        <>
            { pager(range, &PagerWords::of(words.registries_table, range, text), &Turn::Link(&href)) }
            { table(words.registries_table, "", &columns, html! {
                for registry_view in range.slice(&view.registries) {
                    <tr key={registry_view.registry.id().to_string()}>
                        <th scope="row">
                            <a href={Route::of_registry(view, registry_view.registry.id()).href()}>{ bdi(registry_view.registry.name().as_str()) }</a>
                        </th>
                        <td>{ visibility_badge(registry_view.registry.visibility(), text) }</td>
                        <td>{ role_with_sources(view, view.standing_of(account, registry_view.registry.id()).as_ref(), text) }</td>
                    </tr>
                }
            }) }
        </>
    }
}
