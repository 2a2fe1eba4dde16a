//! Forms in the mounted app: the summary before saving, and saving while other tabs write.

use domain::{Action, Person, PersonAction, PersonName};
use registrar::state::Store;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::app::Mounted;
use crate::store::{demo, view};
use crate::support::{CleanPage, address, button, choose, field, find, frame, type_into, until};

/// Waits for the field with this label, and types into it.
async fn fill(label: &str, text: &str) {
    until(&format!("{label} appears"), || field(label).is_some()).await;
    type_into(&field(label).unwrap(), text);
    until(&format!("{label} has the text"), || field(label).is_some_and(|field| field.value() == text)).await;
}

fn person(store: &Store, username: &str) -> Person {
    view(store, |view| {
        let found = view.people.iter().find(|person| person.username.as_str() == username);
        (**found.unwrap()).clone()
    })
}

#[wasm_bindgen_test]
async fn a_form_does_not_undo_a_concurrent_change_of_another_tab() {
    let _page = CleanPage::new();
    let store = demo();
    let noa = person(&store, "noa.levi");
    address(&format!("/#/people?open=edit&id={}", noa.id));
    let _app = Mounted::new(&store);
    fill("Email", "noa@new.example").await;
    // This tab has not read the record yet.
    let name = Some(PersonName::parse("Noa Elsewhere").unwrap());
    let edit = PersonAction::Edit { person: noa.id, name, username: None, email: None };
    Store::open().dispatch(&[Action::Person(edit)]).unwrap();
    button("main form", "Save changes").unwrap().click();
    until("the form is closed", || find("dialog").is_none()).await;
    let saved = person(&store, "noa.levi");
    assert_eq!((saved.name.as_str(), saved.email.as_str()), ("Noa Elsewhere", "noa@new.example"));
}

#[wasm_bindgen_test]
async fn a_half_typed_type_is_named_before_it_is_saved_for_good() {
    let _page = CleanPage::new();
    let store = demo();
    let registry = view(&store, |view| {
        let sets = view.registries.iter().find(|seen| seen.registry.name().as_str() == "Evaluation Sets");
        sets.unwrap().registry.id().to_string()
    });
    address(&format!("/#/registry/{registry}/settings"));
    let app = Mounted::new(&store);
    fill("Add artifact type", "dataset, half a ty").await;
    let summary = || find(".preview").and_then(|preview| preview.text_content()).unwrap_or_default();
    until("the settings name it", || summary().contains("half a ty")).await;
    assert!(!summary().contains("dataset"), "{}: it is already saved", summary());
    drop(app);
    frame().await;

    address("/#/create-registry");
    let _app = Mounted::new(&store);
    until("the dialog is open", || field("Name").is_some()).await;
    choose("Accepted artifacts type", "Specify types");
    fill("Add artifact type", "half a ty").await;
    until("the dialog names it", || summary().contains("half a ty")).await;
}
