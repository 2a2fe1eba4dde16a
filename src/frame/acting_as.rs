//! Choosing who acts: everything on the page is then what that account may see and do.

use std::rc::Rc;

use registry::{AccountId, FoldKey, Id, View};
use yew::prelude::*;

use crate::components::{Choice, Combobox, Kind};
use crate::i18n::{Catalog, use_text};
use crate::store::use_store;

/// The organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Rc<View>,
}

/// The choice.
#[component]
pub fn ActingAs(props: &Props) -> Html {
    let text = use_text();
    let store = use_store();
    let choices = use_memo((props.view.clone(), text.language), |(view, _)| choices(view, text));
    let on_choose = use_callback(props.view.clone(), move |id: AttrValue, view| {
        let id = Id::from_text(&id);
        let people = view.people.keys().cloned().map(AccountId::Person);
        let service_accounts = view.service_accounts.keys().cloned().map(AccountId::ServiceAccount);
        if let Some(account) = people.chain(service_accounts).find(|account| *account.id() == id) {
            store.act_as(account);
        }
    });
    html! {
        <Combobox
            id="acting-as"
            label={text.frame.acting_as}
            {choices}
            value={props.view.account.id().to_string()}
            more={Callback::from(move |count: usize| (text.frame.more)(count))}
            none={text.frame.nobody_matches}
            {on_choose}
        />
    }
}

fn choices(view: &View, text: &Catalog) -> Vec<Choice> {
    let search = |parts: &[&str]| AttrValue::from(FoldKey::of(&parts.join(" ")).to_string());
    let people = view.people.values().map(|person| Choice {
        id: person.id.to_string().into(),
        kind: Kind::Person,
        name: person.name.to_string().into(),
        detail: format!("{} · {}", person.username, (text.terms.organization_role)(person.role)).into(),
        search: search(&[person.name.as_str(), person.username.as_str(), person.email.as_str()]),
    });
    let service_accounts = view.service_accounts.values().map(|account| Choice {
        id: account.id.to_string().into(),
        kind: Kind::ServiceAccount,
        name: account.name.to_string().into(),
        detail: text.terms.service_account.into(),
        search: search(&[account.name.as_str()]),
    });
    let mut choices: Vec<Choice> = people.collect();
    choices.sort_by(|one, other| one.search.cmp(&other.search));
    choices.extend(service_accounts);
    choices
}
