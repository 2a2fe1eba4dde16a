//! The acting account, which the tab remembers, and its removal.

use domain::{
    AccountId, AccountName, Action, Email, NewPerson, OrganizationRole, PersonAction, PersonId, PersonName, Visibility,
};
use registrar::scripting;
use registrar::state::{ChangeError, Store};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::js_api::Scripts;
use crate::store::{account, acting, create, demo, records};
use crate::support::{CleanPage, address, image, local};

fn removal(account: &AccountId) -> Action {
    Action::Person(PersonAction::Remove(PersonId(account.id().clone())))
}

/// A tab in which Noa acts, and one in which Ada has removed her.
fn removed() -> (Store, Store) {
    let ada = demo();
    let noa = Store::open();
    let account = account(&noa, "noa.levi");
    noa.act_as(account.clone());
    ada.dispatch(&[removal(&account)]).unwrap();
    noa.refresh(records(&ada).pop());
    (ada, noa)
}

#[wasm_bindgen_test]
fn an_account_removed_in_another_tab_is_not_replaced() {
    let _page = CleanPage::new();
    let (_ada, noa) = removed();
    let model = noa.model();
    assert_eq!(model.removed.as_ref().map(|removed| &*removed.name), Some("Noa Levi"));
    assert_eq!(acting(&noa), "noa.levi", "the page shows the last view");
    assert!(model.acting_view().is_none());
    let before = image();
    let answer = noa.dispatch(&[create("In whose name", Visibility::Organization)]);
    assert_eq!(answer, Err(ChangeError::Removed("Noa Levi".into())));
    assert_eq!(image(), before);
    assert!(!noa.model().has_save_failed, "the storage has not failed");
}

#[wasm_bindgen_test]
fn an_action_after_an_unnoticed_removal_is_refused() {
    let _page = CleanPage::new();
    let ada = demo();
    let noa = Store::open();
    noa.act_as(account(&noa, "noa.levi"));
    ada.dispatch(&[removal(&account(&ada, "noa.levi"))]).unwrap();
    let answer = noa.dispatch(&[create("Too late", Visibility::Organization)]);
    assert_eq!(answer, Err(ChangeError::Removed("Noa Levi".into())));
}

#[wasm_bindgen_test]
fn an_account_that_removes_itself_is_not_replaced() {
    let _page = CleanPage::new();
    let store = demo();
    let own = account(&store, "chidi.eze");
    let role = OrganizationRole::Admin;
    store.dispatch(&[Action::Person(PersonAction::SetRole { person: PersonId(own.id().clone()), role })]).unwrap();
    store.act_as(own.clone());
    store.dispatch(&[removal(&own)]).unwrap();
    assert!(store.model().removed.is_some());
    assert!(matches!(store.dispatch(&[create("Late", Visibility::Organization)]), Err(ChangeError::Removed(_))));
    // A reload chooses an account as usual.
    assert!(Store::open().model().removed.is_none());
}

#[wasm_bindgen_test]
fn an_account_that_is_chosen_acts_after_a_removal() {
    let _page = CleanPage::new();
    let (ada, noa) = removed();
    // Noa never saw this account.
    let new = NewPerson {
        name: PersonName::parse("Grace Njeri").unwrap(),
        username: AccountName::parse("grace").unwrap(),
        email: Email::parse("grace@lighthouse.example").unwrap(),
        role: OrganizationRole::Member,
    };
    ada.dispatch(&[Action::Person(PersonAction::Add(new))]).unwrap();
    noa.refresh(None);
    let gone = account(&noa, "noa.levi");
    let grace = noa.model().directory().unwrap().account_named("grace").unwrap();
    noa.act_as(gone);
    assert!(noa.model().removed.is_some(), "an account that is gone cannot be chosen");
    noa.act_as(grace);
    assert!(noa.model().removed.is_none());
    assert_eq!(acting(&noa), "grace");
    noa.dispatch(&[create("By Grace", Visibility::Organization)]).unwrap();
}

#[wasm_bindgen_test]
fn a_removal_that_is_undone_brings_the_account_back() {
    let _page = CleanPage::new();
    let ada = demo();
    let noa = Store::open();
    let account = account(&noa, "noa.levi");
    noa.act_as(account.clone());
    let before = records(&ada);
    ada.dispatch(&[removal(&account)]).unwrap();
    noa.refresh(None);
    assert!(noa.model().removed.is_some());
    let key = records(&ada).into_iter().find(|key| !before.contains(key)).unwrap();
    local().remove_item(&key).unwrap();
    noa.refresh(Some(key));
    assert!(noa.model().removed.is_none());
    assert_eq!(acting(&noa), "noa.levi");
    assert!(noa.model().acting_view().is_some());
}

#[wasm_bindgen_test]
fn the_address_does_not_request_a_removed_account() {
    let _page = CleanPage::new();
    let ada = demo();
    address("/?as=noa.levi#/");
    let noa = Store::open();
    assert_eq!(acting(&noa), "noa.levi");
    ada.dispatch(&[removal(&account(&ada, "noa.levi"))]).unwrap();
    noa.refresh(None);
    let anew = Store::open();
    assert_eq!(acting(&anew), "ada.okafor");
    assert!(anew.model().notifications.is_empty());
}

#[wasm_bindgen_test]
fn scripts_of_a_removed_account_get_missing_actor() {
    let _page = CleanPage::new();
    let (ada, noa) = removed();
    let scripts = Scripts { api: scripting::object(&noa).unwrap(), store: noa };
    scripts.check("api.view()", "null");
    scripts.check("api.account()", "null");
    for call in ["do({ type: 'addTeam', name: 'x' })", "may('create_registry')", "standing({ registry: 'Models' })"] {
        let answer = scripts.run(&format!("api.{call}"));
        assert!(answer.ends_with("{name:RegistrarError,what:actor,code:missing}"), "{call}: {answer}");
    }
    scripts.check(
        "(({ code, what }) => [code, what])(api.check({ type: 'addTeam', name: 'x' }).error)",
        "[missing,actor]",
    );
    ada.dispatch(&[create("Behind", Visibility::Organization)]).unwrap();
    scripts.store.refresh(None);
    scripts.check("api.actAs('noa.levi')", &scripts.run("api.actAs('nobody')"));
    scripts.check("api.actAs('mina.park').name", "mina.park");
    scripts.check("api.view().registries.some(({ name }) => name === 'Behind')", "true");
}

#[wasm_bindgen_test]
fn listeners_are_called_on_the_removal_and_on_the_next_choice() {
    let _page = CleanPage::new();
    let ada = demo();
    let noa = Store::open();
    noa.act_as(account(&noa, "noa.levi"));
    let scripts = Scripts { api: scripting::object(&noa).unwrap(), store: noa };
    scripts.run("globalThis.heard = 0, api.subscribe(() => { globalThis.heard += 1; })");
    ada.dispatch(&[removal(&account(&ada, "noa.levi"))]).unwrap();
    scripts.store.refresh(None);
    scripts.check("globalThis.heard", "1");
    // A removed account sees no later changes.
    ada.dispatch(&[create("Behind", Visibility::Organization)]).unwrap();
    scripts.store.refresh(None);
    scripts.check("globalThis.heard", "1");
    scripts.run("api.actAs('mina.park')");
    scripts.check("globalThis.heard", "2");
}
