//! Choosing who acts: everything on the page is then what that account may see and do.

use registry::{AccountId, FoldKey, Id, View};
use yew::prelude::*;

use crate::components::{Choice, Combobox, Kind};
use crate::i18n::{Catalog, Language};
use crate::order::ordered;
use crate::store::{ViewRef, use_page};

/// The organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

/// The choice.
#[component]
pub fn ActingAs(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let choices = use_memo((props.view.clone(), page.language), |(view, language): &(ViewRef, Language)| {
        choices(view, language.catalog())
    });
    let on_choose = {
        let (view, store) = (props.view.clone(), page.store.clone());
        Callback::from(move |id: AttrValue| {
            let id = Id::from_text(&id);
            if let Some(account) = account(&view, &id) {
                store.act_as(account);
            }
        })
    };
    html! {
        <Combobox
            id="acting-as"
            label={text.frame.acting_as}
            list_label={text.frame.accounts}
            {choices}
            value={props.view.account.id().to_string()}
            more={Callback::from(text.frame.more)}
            none={text.frame.nobody_matches}
            {on_choose}
        />
    }
}

fn account(view: &View, id: &Id) -> Option<AccountId> {
    let person = view.people.iter().map(|person| AccountId::Person(person.id.clone()));
    let service_account = view.service_accounts.iter().map(|account| AccountId::ServiceAccount(account.id.clone()));
    person.chain(service_account).find(|account| account.id() == id)
}

/// People by their names, then service accounts.
fn choices(view: &View, text: &Catalog) -> Vec<Choice> {
    let search = |parts: &[&str]| AttrValue::from(FoldKey::of(&parts.join(" ")).to_string());
    let people = view.people.iter().map(|person| Choice {
        id: person.id.to_string().into(),
        kind: Kind::Person,
        name: person.name.to_string().into(),
        detail: format!("{} · {}", person.username, (text.terms.organization_role)(person.role)).into(),
        search: search(&[person.name.as_str(), person.username.as_str(), person.email.as_str()]),
    });
    let service_accounts = view.service_accounts.iter().map(|account| Choice {
        id: account.id.to_string().into(),
        kind: Kind::ServiceAccount,
        name: account.name.to_string().into(),
        detail: text.terms.service_account.into(),
        search: search(&[account.name.as_str()]),
    });
    let people: Vec<Choice> = people.collect();
    let mut choices = ordered(people, |one, other| one.search.cmp(&other.search));
    choices.extend(service_accounts);
    choices
}
