//! The store over the browser's local storage.

use std::cell::Cell;
use std::rc::Rc;

use domain::{
    AcceptedTypes, AccountId, AccountName, Action, ArtifactType, Description, Email, Founding, NewRegistry,
    OrganizationName, PersonName, Refusal, RegistryAction, RegistryName, Role, View, Visibility,
};
use registrar::i18n::Language;
use registrar::state::{ChangeError, Notice, Stage, Store, WorkspaceError};
use wasm_bindgen_test::wasm_bindgen_test;
use workspace::{ArchiveFault, ReadOnly, Via};
use yew::Callback;

use crate::storage::{THROWS, with_blocked_storage};
use crate::support::{CleanPage, address, document, image, local, until};

/// A page with the demo organization.
pub fn demo() -> Store {
    let store = Store::open();
    store.start_with_demo(Language::English.of_demo()).unwrap();
    store
}

pub fn create(name: &str, visibility: Visibility) -> Action {
    Action::Registry(RegistryAction::Create(NewRegistry {
        name: RegistryName::parse(name).unwrap(),
        description: Description::empty(),
        visibility,
        accepts: AcceptedTypes::specify([ArtifactType::parse("model").unwrap()]).unwrap(),
    }))
}

fn founding() -> Founding {
    Founding {
        organization: OrganizationName::parse("등대 연구소").unwrap(),
        name: PersonName::parse("Ada Okafor").unwrap(),
        username: AccountName::parse("ada").unwrap(),
        email: Email::parse("ada@lighthouse.example").unwrap(),
    }
}

pub fn view<T>(store: &Store, read: impl FnOnce(&View) -> T) -> T {
    read(&store.model().view().expect("an organization is open"))
}

fn names(store: &Store) -> Vec<String> {
    view(store, |view| view.registries.iter().map(|seen| seen.registry.name().to_string()).collect())
}

pub fn has(store: &Store, name: &str) -> bool {
    names(store).iter().any(|shown| shown == name)
}

pub fn acting(store: &Store) -> String {
    view(store, |view| match &view.account {
        AccountId::Person(id) => view.people.get(id).unwrap().username.to_string(),
        AccountId::ServiceAccount(id) => view.service_accounts.get(id).unwrap().name.to_string(),
    })
}

pub fn account(store: &Store, username: &str) -> AccountId {
    view(store, |view| {
        let person = view.people.iter().find(|person| person.username.as_str() == username);
        AccountId::Person(person.unwrap().id.clone())
    })
}

/// The keys of the current workspace's records.
pub fn records(store: &Store) -> Vec<String> {
    let prefix = format!("registrar:{}:log:", store.model().workspace().unwrap());
    image().into_keys().filter(|key| key.starts_with(&prefix)).collect()
}

fn crash(crashed: bool) {
    let root = document().document_element().unwrap();
    if crashed {
        root.set_attribute("data-crashed", "").unwrap();
    } else {
        root.remove_attribute("data-crashed").unwrap();
    }
}

#[wasm_bindgen_test]
fn a_first_visit_shows_no_organization_and_stores_nothing() {
    let _page = CleanPage::new();
    let store = Store::open();
    assert!(matches!(store.model().stage, Stage::FirstVisit));
    assert!(store.model().is_kept);
    assert!(store.earlier().is_empty());
    assert!(image().is_empty());
}

#[wasm_bindgen_test]
fn the_demo_organization_is_there_and_is_there_again() {
    let _page = CleanPage::new();
    let store = demo();
    assert_eq!(view(&store, |view| view.organization.to_string()), "Lighthouse Labs");
    assert_eq!(acting(&store), "ada.okafor");
    assert!(has(&store, "Production_Models") && has(&store, "음성 데이터셋"));
    assert!(store.model().health.is_sound());
    assert_eq!(names(&Store::open()), names(&store));
    assert_eq!(Store::open().model().workspace(), store.model().workspace());
}

#[wasm_bindgen_test]
fn an_empty_organization_has_its_founder_and_the_core_registries() {
    let _page = CleanPage::new();
    let store = Store::open();
    store.start_empty(Via::Interface, &founding()).unwrap();
    assert_eq!(names(&store), ["Models", "Datasets"]);
    assert_eq!(acting(&store), "ada");
    assert_eq!(view(&Store::open(), |view| view.organization.to_string()), "등대 연구소");
}

#[wasm_bindgen_test]
fn an_intent_is_one_record_and_a_second_store_reads_it() {
    let _page = CleanPage::new();
    let store = demo();
    store.act_as(account(&store, "mina.park"));
    let before = image();
    let receipt = store.dispatch(&[create("Fine_Tuned_Models", Visibility::Restricted)]).unwrap();

    let key = format!(
        "registrar:{}:log:{}",
        store.model().workspace().unwrap(),
        receipt.record.to_string().replace('.', ":")
    );
    let mut after = image();
    let value = after.remove(&key).expect("the record is in storage");
    assert!(value.contains(r#""name":"Fine_Tuned_Models""#) && value.contains(r#""via":"interface""#), "{value}");
    assert_eq!(after, before, "nothing else was written");

    let other = Store::open();
    assert_eq!(names(&other), names(&store));
    view(&other, |view| {
        let seen = view.registries.iter().find(|seen| seen.registry.name().as_str() == "Fine_Tuned_Models").unwrap();
        assert_eq!(seen.registry.visibility(), Visibility::Restricted);
        assert_eq!(seen.standing.role(), Role::Admin);
    });
}

#[wasm_bindgen_test]
fn a_refused_intent_leaves_storage_unchanged() {
    let _page = CleanPage::new();
    let store = demo();
    let before = image();
    let taken = create("playground", Visibility::Organization);
    assert!(matches!(store.model().view().unwrap().review(&taken), Err(Refusal::Taken { .. })));
    assert!(matches!(store.dispatch(&[taken]), Err(ChangeError::Refused(Refusal::Taken { .. }, 0))));
    store.act_as(account(&store, "noa.levi"));
    let denied = store.dispatch(&[create("Other", Visibility::Organization)]);
    assert!(matches!(denied, Err(ChangeError::Refused(Refusal::Denied(_), 0))));
    assert_eq!(image(), before);
    assert!(!store.model().has_save_failed, "a refusal is no failure of the storage");
}

#[wasm_bindgen_test]
fn of_several_actions_all_are_done_or_none() {
    let _page = CleanPage::new();
    let store = demo();
    let before = image();
    let both = [create("Once", Visibility::Organization), create("ONCE", Visibility::Organization)];
    assert!(store.dispatch(&both).is_err());
    assert_eq!(image(), before);
    assert!(!has(&store, "Once"));
}

#[wasm_bindgen_test]
fn nothing_is_done_after_a_crash() {
    let _page = CleanPage::new();
    let store = demo();
    let before = image();
    crash(true);
    assert_eq!(store.dispatch(&[create("After", Visibility::Organization)]), Err(ChangeError::NotPersisted));
    assert!(store.start_with_demo(Language::English.of_demo()).is_err());
    assert!(store.start_empty(Via::Interface, &founding()).is_err());
    assert_eq!(image(), before);
    crash(false);
    assert!(!has(&Store::open(), "After"));
}

#[wasm_bindgen_test]
fn a_full_storage_refuses_and_takes_it_once_there_is_room() {
    let _page = CleanPage::new();
    let store = demo();
    fill_storage();
    let before = image();
    assert_eq!(store.dispatch(&[create("Late", Visibility::Organization)]), Err(ChangeError::Full));
    assert!(store.model().has_save_failed && !has(&store, "Late"));
    assert_eq!(image(), before);

    local().remove_item("another program").unwrap();
    store.dispatch(&[create("Late", Visibility::Organization)]).unwrap();
    assert!(!store.model().has_save_failed && has(&Store::open(), "Late"));
}

/// Fills the rest of the storage as another program of the origin.
fn fill_storage() {
    let mut text = String::new();
    let mut size = 8_000_000;
    while size > 0 {
        let longer = format!("{text}{}", "x".repeat(size));
        if local().set_item("another program", &longer).is_ok() {
            text = longer;
        }
        size /= 2;
    }
}

#[wasm_bindgen_test]
fn records_of_another_tab_are_shown_after_its_event() {
    let _page = CleanPage::new();
    let (one, two) = (demo(), Store::open());
    one.dispatch(&[create("By the other", Visibility::Organization)]).unwrap();
    assert!(!has(&two, "By the other"));
    let before = two.model();
    two.refresh(Some("another program".to_owned()));
    assert!(two.model() == before, "what others write is no news");
    two.refresh(records(&one).pop());
    assert!(has(&two, "By the other"));
}

#[wasm_bindgen_test]
async fn writes_of_another_tab_into_other_workspaces_make_one_new_model() {
    let _page = CleanPage::new();
    let store = demo();
    let models = Rc::new(Cell::new(0));
    let count = Callback::from({
        let models = Rc::clone(&models);
        move |_| models.set(models.get() + 1)
    });
    let _subscription = store.subscribe(count);
    let before = store.model();
    for number in 0..1000 {
        store.refresh(Some(format!("registrar:0000000000:log:1111111111:{number}")));
    }
    assert!(store.model() == before);
    until("the new model", || models.get() > 0).await;
    assert_eq!(models.get(), 1);
    assert_eq!(store.model().stored.current, before.stored.current);
    assert_ne!(store.model().stored.others, before.stored.others);
}

#[wasm_bindgen_test]
fn a_tab_in_which_nobody_has_begun_follows_one_in_which_somebody_does() {
    let _page = CleanPage::new();
    let waiting = Store::open();
    let store = demo();
    waiting.refresh(Some(waiting.site().pointer().to_owned()));
    assert_eq!(waiting.model().workspace(), store.model().workspace());
}

#[wasm_bindgen_test]
fn a_tab_whose_organization_was_left_writes_nothing_any_more() {
    let _page = CleanPage::new();
    let left = demo();
    let other = Store::open();
    other.start_empty(Via::Interface, &founding()).unwrap();
    let before = image();
    let refused = left.dispatch(&[create("Late", Visibility::Organization)]);
    assert_eq!(refused, Err(ChangeError::ReadOnly(ReadOnly::Moved)));
    assert_eq!(image(), before);
    assert_eq!(left.model().health.read_only, Some(ReadOnly::Moved));
}

#[wasm_bindgen_test]
async fn starting_over_keeps_the_earlier_workspace_until_it_is_deleted() {
    let _page = CleanPage::new();
    let store = demo();
    let first = store.model().workspace().unwrap();
    let kept = image();
    store.start_empty(Via::Interface, &founding()).unwrap();
    for (key, value) in &kept {
        let is_pointer = key == store.site().pointer();
        assert!(is_pointer || local().get_item(key).unwrap().as_ref() == Some(value), "{key} was changed");
    }
    let current = store.model().workspace().unwrap();
    assert_eq!(store.earlier().iter().map(|listed| listed.key).collect::<Vec<_>>(), [first]);
    assert!(!store.delete_earlier(current), "what is open is not deleted");

    store.open_earlier(first).unwrap();
    assert_eq!(store.model().workspace(), Some(first));
    assert!(store.delete_earlier(current));
    assert!(store.earlier().is_empty());
    let prefix = format!("registrar:{current}:");
    until("its records are removed", || image().keys().all(|key| !key.starts_with(&prefix))).await;
    assert_eq!(store.model().workspace(), Some(first));
}

#[wasm_bindgen_test]
fn a_file_is_read_back_as_an_organization_of_its_own() {
    let _page = CleanPage::new();
    let store = demo();
    store.dispatch(&[create("음성 🦀", Visibility::Restricted)]).unwrap();
    let first = store.model().workspace().unwrap();
    let text = workspace::Archive::of(store.site(), first).unwrap().to_text(first, 0);
    let shown = names(&store);
    drop(CleanPage::new());

    let store = Store::open();
    store.restore(&text).unwrap();
    assert_eq!(names(&store), shown);
    assert_ne!(store.model().workspace(), Some(first));
    assert!(store.model().notifications.iter().any(|notification| notification.notice == Notice::Restored));
    let before = image();
    assert_eq!(store.restore("{}"), Err(WorkspaceError::File(ArchiveFault::Foreign)));
    assert_eq!(image(), before);
}

#[wasm_bindgen_test]
fn the_acting_account_is_kept_for_the_tab_and_the_address_comes_first() {
    let _page = CleanPage::new();
    let store = demo();
    store.act_as(account(&store, "mina.park"));
    assert_eq!(acting(&Store::open()), "mina.park");
    address("/?as=CI-Runner#/");
    let store = Store::open();
    assert_eq!(acting(&store), "ci-runner");
    store.act_as(account(&store, "yuki.tanaka"));
    assert_eq!(acting(&Store::open()), "yuki.tanaka", "who is chosen on the page is not overruled by the old address");
}

#[wasm_bindgen_test]
fn an_unknown_requested_account_is_reported() {
    let _page = CleanPage::new();
    drop(demo());
    address("/?as=nobody#/");
    let store = Store::open();
    assert_eq!(acting(&store), "ada.okafor");
    assert!(
        store
            .model()
            .notifications
            .iter()
            .any(|notification| notification.notice == Notice::UnknownAccount("nobody".into()))
    );
}

#[wasm_bindgen_test]
fn an_account_sees_only_its_view() {
    let _page = CleanPage::new();
    let store = demo();
    assert!(has(&store, "Safety_Reviews"));
    store.act_as(account(&store, "noa.levi"));
    assert!(!has(&store, "Safety_Reviews") && has(&store, "Playground"));
    let holder = store.model().view().unwrap().review(&create("safety_reviews", Visibility::Organization));
    assert!(matches!(holder, Err(Refusal::Denied(_))), "permission comes before the name: nothing hints at it");
}

#[wasm_bindgen_test]
fn a_damaged_record_is_reported_and_left_alone() {
    let _page = CleanPage::new();
    let store = demo();
    store.dispatch(&[create("Soon damaged", Visibility::Organization)]).unwrap();
    let key = records(&store).into_iter().find(|key| local().get_item(key).unwrap().unwrap().contains("Soon")).unwrap();
    let value = local().get_item(&key).unwrap().unwrap().replace("Soon", "Now");
    local().set_item(&key, &value).unwrap();

    let store = Store::open();
    let damaged: Vec<_> = store.model().health.unreadable.iter().map(|found| found.key.clone()).collect();
    assert_eq!(damaged, [key.as_str()]);
    assert!(has(&store, "Playground") && !has(&store, "Soon damaged"));
    store.dispatch(&[create("Afterwards", Visibility::Organization)]).unwrap();
    assert_eq!(local().get_item(&key).unwrap(), Some(value));
}

#[wasm_bindgen_test]
fn with_blocked_storage_everything_works_until_the_tab_is_closed() {
    let _page = CleanPage::new();
    with_blocked_storage(THROWS, || {
        let store = demo();
        assert!(!store.model().is_kept);
        store.dispatch(&[create("In memory", Visibility::Organization)]).unwrap();
        assert!(has(&store, "In memory"));
        assert!(matches!(Store::open().model().stage, Stage::FirstVisit));
    });
    assert!(image().is_empty());
}
