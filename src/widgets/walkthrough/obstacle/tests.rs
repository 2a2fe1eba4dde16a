//! The obstacles of all accounts of the demo organization.

use domain::{AccountId, CollectionId, ProjectId, RegistryId, View};
use journal::{MemoryStore, Token};
use workspace::{Site, Workspace};

use super::{Obstacle, obstacle};
use crate::i18n::Language;
use crate::routes::Route;
use crate::state::walkthrough::steps::{Deed, Event, Kind, Step, Walk, Walkthrough};
use crate::widgets::walkthrough::visible;

type Demo = Workspace<MemoryStore>;

fn demo() -> (Demo, AccountId) {
    let token = Token::from_random([7; 8]);
    let mut workspace = Workspace::open(&Site::new(MemoryStore::new(), "/"), token.into(), token.into()).unwrap();
    let founder = samples::demo::fill(&mut workspace, samples::demo::Language::English).unwrap();
    (workspace, founder)
}

fn registries(view: &View) -> impl Iterator<Item = &RegistryId> {
    view.registries.iter().map(|registry_view| registry_view.registry.id())
}

/// Each walkthrough with each project, or each collection, as its own.
fn walkthroughs(view: &View) -> Vec<Walkthrough> {
    let at = |walkthrough: &mut Walkthrough, route: Route| {
        walkthrough.observe(&Event::At(&visible(&route, view).unwrap()));
    };
    let in_collection = |registry: &RegistryId, id: &CollectionId| Route::Collection {
        registry: registry.to_string(),
        collection: id.to_string(),
    };
    let mut all = vec![Walkthrough::begin(Walk::Registry), Walkthrough::begin(Walk::Link)];
    for ProjectId(id) in view.catalog().projects().iter().map(|project_view| &project_view.project.id) {
        let mut link = Walkthrough::begin(Walk::Link);
        at(&mut link, Route::Project { id: id.to_string() });
        all.push(link);
    }
    for registry in registries(view) {
        for collection in view.catalog().collections_of(registry) {
            let route = in_collection(registry, &collection.id);
            let mut link = Walkthrough::begin(Walk::Link);
            at(&mut link, Route::Version { id: collection.links.get(0).unwrap().source.to_string() });
            at(&mut link, route.clone());
            let mut promote = Walkthrough::begin(Walk::Promote);
            promote.observe(&Event::Done(Deed::Step(Step::Protect, Kind::Registry, registry.0.clone())));
            at(&mut promote, route.clone());
            let mut label = Walkthrough::begin(Walk::Label);
            at(&mut label, route);
            for walkthrough in [&link, &promote, &label] {
                assert_eq!(walkthrough.own(Kind::Collection), Some(&collection.id.0));
            }
            all.extend([link, promote, label]);
        }
    }
    all
}

#[test]
fn an_obstacle_names_a_capable_person_or_a_page() {
    let (workspace, founder) = demo();
    let founders = workspace.view_for(&founder).unwrap();
    let people = founders.people.iter().map(|person| AccountId::Person(person.id.clone()));
    let accounts = founders.service_accounts.iter().map(|account| AccountId::ServiceAccount(account.id.clone()));
    let text = Language::English.catalog();
    let mut count = 0;
    for account in people.chain(accounts) {
        let view = workspace.view_for(&account).unwrap();
        for walkthrough in walkthroughs(&founders) {
            for step in walkthrough.walk.steps() {
                let Some(Obstacle { reason, capable_person, route }) = obstacle(&view, &walkthrough, *step, text)
                else {
                    continue;
                };
                count += 1;
                let about = format!("{account:?} at {step:?}: {reason}");
                assert!(reason.ends_with('.'), "{about}");
                assert!(capable_person.is_some() || route.is_some(), "{about}");
                let Some(person) = capable_person else { continue };
                assert_ne!(AccountId::Person(person.clone()), account, "{about}");
                // One other person is enough.
                let other = workspace.view_for(&AccountId::Person(person)).unwrap();
                let next = obstacle(&other, &walkthrough, *step, text).map(|next| (next.reason, next.capable_person));
                assert!(next.as_ref().is_none_or(|(_, person)| person.is_none()), "{about} {next:?}");
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_page_that_is_hidden_is_no_place_of_a_walkthrough() {
    let (workspace, founder) = demo();
    let founders = workspace.view_for(&founder).unwrap();
    let noa = workspace.view_for(&founders.account_by_reference("noa.levi").unwrap()).unwrap();
    let hidden = founders.registry_by_reference("Safety_Reviews").unwrap().registry.id();
    let route = Route::Settings { registry: hidden.to_string() };
    assert!(visible(&route, &founders).is_some());
    assert_eq!(visible(&route, &noa), None);
    assert_eq!(visible(&Route::About, &founders), None);
}
