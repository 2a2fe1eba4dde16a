//! The results of the catalog in the search: its index, which is read in tasks of their own, and the options.

use std::cell::Cell;
use std::rc::Rc;

use domain::{Collection, View};
use search::{Building, CatalogIndex, Found};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::platform::clock::yield_to_page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::ui::{bdi, icon};

/// The versions that are read in one task. Reading them takes some milliseconds.
const VERSIONS_PER_TASK: usize = 1_000;

/// An index with the view that it was made from.
#[derive(Clone)]
struct Indexed {
    view: ViewRef,
    index: Rc<CatalogIndex>,
}

impl PartialEq for Indexed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.index, &other.index)
    }
}

/// The index of the catalog, once it is read. It is read when the search gets the focus, and only again for another view.
#[hook]
pub fn use_catalog_index(is_open: bool, view: &ViewRef) -> Option<Rc<CatalogIndex>> {
    let indexed = use_state_eq(|| None::<Indexed>);
    let known = (*indexed).clone().filter(|indexed| indexed.view == *view).map(|indexed| indexed.index);
    let needed = (is_open && known.is_none()).then(|| view.clone());
    use_effect_with(needed, {
        let indexed = indexed.setter();
        move |needed| {
            let is_canceled = Rc::new(Cell::new(false));
            if let Some(view) = needed.clone() {
                let is_canceled = Rc::clone(&is_canceled);
                spawn_local(async move {
                    let mut building = Building::of(&view);
                    while !building.step(VERSIONS_PER_TASK) {
                        yield_to_page().await;
                        if is_canceled.get() {
                            return;
                        }
                    }
                    let index = Rc::new(building.finish());
                    indexed.set(Some(Indexed { view: view.clone(), index }));
                });
            }
            move || is_canceled.set(true)
        }
    });
    known
}

/// The collection of a result.
pub fn found_collection(found: &Found) -> &Collection {
    match found {
        Found::Collection(collection)
        | Found::Tag(_, collection, _)
        | Found::Alias(_, collection, _)
        | Found::Version(collection, _) => collection,
    }
}

/// Opens the page of a result: of a collection, or of the version.
pub fn open_found(view: &View, found: &Found) {
    let route = match found {
        Found::Collection(collection) | Found::Tag(_, collection, None) => Route::of_collection(view, collection),
        Found::Tag(_, collection, Some(number))
        | Found::Alias(_, collection, number)
        | Found::Version(collection, number) => Route::of_linked_version(view, collection, *number),
    };
    history::push(&route.href());
}

/// A found object with its place.
pub fn show_found(found: &Found, view: &View) -> Html {
    let registry = |collection: &Collection| {
        view.registry(&collection.registry)
            .map(|registry_view| registry_view.registry.name().to_string())
            .unwrap_or_default()
    };
    let place = |collection: &Collection, number: Option<u32>| {
        let version = number.map(|number| format!(":v{number}")).unwrap_or_default();
        format!("{}{version}", collection.name)
    };
    let (picture, name, detail) = match found {
        Found::Collection(collection) => ("collection", collection.name.to_string(), registry(collection)),
        Found::Version(collection, number) => ("link", place(collection, Some(*number)), registry(collection)),
        Found::Alias(alias, collection, number) => ("alias", alias.to_string(), place(collection, Some(*number))),
        Found::Tag(tag, collection, number) => ("tag", tag.to_string(), place(collection, *number)),
    };
    html! {
        <>
            { icon(picture) }
            <span class="option-name">{ bdi(&name) }</span>
            <span class="option-place muted small">{ bdi(&detail) }</span>
        </>
    }
}
