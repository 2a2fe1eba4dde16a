//! Notices about overtaken intents, and `registrar.overtaken()`.

use domain::Visibility;
use registrar::scripting;
use registrar::state::{Notice, Store};
use wasm_bindgen_test::wasm_bindgen_test;
use workspace::Receipt;

use crate::js_api::Scripts;
use crate::store::{account, create, demo, records};
use crate::support::{CleanPage, local};

const SEEN: &str = "registrar:prefs:overtaken";

/// Two tabs that created registries of the same name concurrently.
struct Collision {
    winner: Store,
    loser: Store,
    overtaken: Receipt,
}

impl Collision {
    fn new() -> Self {
        let one = demo();
        let other = Store::open();
        let before = records(&one);
        let first = one.dispatch(&[create("Twins", Visibility::Organization)]).unwrap();
        let key = records(&one).into_iter().find(|key| !before.contains(key)).unwrap();
        let value = local().get_item(&key).unwrap().unwrap();
        local().remove_item(&key).unwrap();
        let second = other.dispatch(&[create("TWINS", Visibility::Organization)]).unwrap();
        local().set_item(&key, &value).unwrap();
        for store in [&one, &other] {
            store.set_other_tabs(1);
            store.refresh(None);
        }
        // The order of the two writers is random.
        if one.model().overtaken.iter().any(|overtaken| overtaken.record == first.record) {
            Self { winner: other, loser: one, overtaken: first }
        } else {
            Self { winner: one, loser: other, overtaken: second }
        }
    }
}

fn notifies(store: &Store) -> bool {
    store.model().notifications.iter().any(|notification| matches!(notification.notice, Notice::Overtaken(_)))
}

fn dismiss(store: &Store) {
    let id = store
        .model()
        .notifications
        .iter()
        .find(|notification| matches!(notification.notice, Notice::Overtaken(_)))
        .map(|notification| notification.id);
    store.dismiss(id.unwrap());
}

#[wasm_bindgen_test]
fn an_overtaken_intent_is_announced_in_its_tab_until_it_is_dismissed() {
    let _page = CleanPage::new();
    let Collision { winner, loser, overtaken } = Collision::new();
    assert!(notifies(&loser) && !notifies(&winner));
    for store in [&winner, &loser] {
        let known: Vec<_> = store.model().overtaken.iter().map(|overtaken| overtaken.record).collect();
        assert_eq!(known, [overtaken.record]);
    }
    loser.refresh(None);
    assert!(notifies(&loser), "it is announced until it is dismissed");
    dismiss(&loser);
    loser.refresh(None);
    assert!(!notifies(&loser));
    assert_eq!(loser.model().overtaken.len(), 1, "the log still says so");
}

#[wasm_bindgen_test]
fn an_overtaken_intent_is_announced_after_a_reload_until_it_is_dismissed_in_any_tab() {
    let _page = CleanPage::new();
    let Collision { loser, .. } = Collision::new();
    let anew = Store::open();
    assert!(notifies(&anew));
    dismiss(&anew);
    loser.refresh(Some(SEEN.to_owned()));
    assert!(!notifies(&loser));
    assert!(!notifies(&Store::open()));
}

#[wasm_bindgen_test]
fn the_last_tab_announces_overtaken_intents_of_closed_tabs() {
    let _page = CleanPage::new();
    let Collision { winner, loser, .. } = Collision::new();
    drop(loser);
    winner.set_other_tabs(0);
    assert!(notifies(&winner));
}

#[wasm_bindgen_test]
fn an_overtaken_intent_is_announced_to_its_account() {
    let _page = CleanPage::new();
    let Collision { loser, .. } = Collision::new();
    loser.act_as(account(&loser, "noa.levi"));
    assert!(!notifies(&loser) && loser.model().overtaken.is_empty());
    loser.act_as(account(&loser, "jiwoo.han"));
    assert!(!notifies(&loser));
    assert_eq!(loser.model().overtaken.len(), 1, "an admin of the organization may know of it");
    loser.act_as(account(&loser, "ada.okafor"));
    assert!(notifies(&loser));
}

#[wasm_bindgen_test]
fn values_of_a_newer_program_are_preserved() {
    let _page = CleanPage::new();
    local().set_item(SEEN, r#"{"all":{"until":5}}"#).unwrap();
    let Collision { loser, overtaken, .. } = Collision::new();
    dismiss(&loser);
    let key = loser.model().workspace().unwrap();
    let kept = local().get_item(SEEN).unwrap().unwrap();
    assert!(kept.contains(r#""all":{"until":5}"#), "{kept}");
    assert!(kept.contains(&format!(r#""{key}":["{}"]"#, overtaken.record)), "{kept}");
}

#[wasm_bindgen_test]
fn scripts_can_list_overtaken_intents() {
    let _page = CleanPage::new();
    let Collision { loser, overtaken, .. } = Collision::new();
    let scripts = Scripts { api: scripting::object(&loser).unwrap(), store: loser };
    scripts.check("api.overtaken().map(({ record }) => record).join()", &scripts.run("api.overtaken()[0].record"));
    scripts.check(&format!("api.overtaken()[0].record === '{}'", overtaken.record), "true");
    let answer = scripts.run("api.overtaken()[0]");
    assert!(answer.contains("{kind:person,id:w.0.0,name:ada.okafor},at:now,actions:[{"), "{answer}");
    assert!(answer.contains("type:createRegistry") && answer.contains("types:[model]"), "{answer}");
    assert!(answer.contains("error:{code:taken,message:"), "{answer}");
    // The actions have the form that `do` accepts.
    scripts.check("api.check(api.overtaken()[0].actions).error.code", "taken");
    scripts.run("api.actAs('noa.levi')");
    scripts.check("api.overtaken()", "[]");
}

#[wasm_bindgen_test]
fn listeners_are_called_about_overtaken_intents_alone() {
    let _page = CleanPage::new();
    let one = demo();
    let other = Store::open();
    let noa = domain::PersonId(account(&one, "noa.levi").id().clone());
    let removal = [domain::Action::Person(domain::PersonAction::Remove(noa))];
    let before = records(&one);
    one.dispatch(&removal).unwrap();
    let key = records(&one).into_iter().find(|key| !before.contains(key)).unwrap();
    let value = local().get_item(&key).unwrap().unwrap();
    local().remove_item(&key).unwrap();
    let scripts: Vec<Scripts> =
        [one, other].into_iter().map(|store| Scripts { api: scripting::object(&store).unwrap(), store }).collect();
    scripts[1].store.dispatch(&removal).unwrap();
    local().set_item(&key, &value).unwrap();
    for tab in &scripts {
        tab.run("api.subscribe(() => { globalThis.heard += 1; })");
    }
    for tab in &scripts {
        tab.run("globalThis.heard = 0");
        tab.store.refresh(None);
        tab.check("[globalThis.heard, api.overtaken().length, api.overtaken()[0].error.what]", "[1,1,person]");
    }
}
