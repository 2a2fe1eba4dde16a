//! The places of the walkthroughs as routes, and the events that follow from what is visible.

use domain::{
    AccountId, Collection, CollectionId, Id, OrganizationRole, ProjectId, Registry, RegistryId, VersionRef, View,
};

use crate::routes::Route;
use crate::state::walkthrough::steps::{Event, Kind, Mark, Place, Step, Subjects, Visible, Walkthrough};

/// The page of a resolved route, if the account sees it and walkthroughs know it.
pub fn visible(route: &Route, view: &View) -> Option<Visible> {
    let in_registry = |place, id: &String| {
        let id = RegistryId(Id::from_text(id));
        view.registry(&id).map(|_| Visible { place, subjects: Subjects::from([(Kind::Registry, id.0)]) })
    };
    let in_collection = |place, id: &String| {
        let collection = view.catalog().collection(&CollectionId(Id::from_text(id)))?;
        let (registry, id) = (collection.registry.0.clone(), collection.id.0.clone());
        Some(Visible { place, subjects: Subjects::from([(Kind::Registry, registry), (Kind::Collection, id)]) })
    };
    let in_project = |place, id: &String| {
        let project = view.catalog().project(&ProjectId(Id::from_text(id)))?.project;
        Some(Visible { place, subjects: Subjects::from([(Kind::Project, project.id.0.clone())]) })
    };
    let plain = |place| Some(Visible { place, subjects: Subjects::new() });
    match route {
        Route::Landing => plain(Place::Landing),
        Route::Create => plain(Place::CreateRegistry),
        Route::Registry { registry } => in_registry(Place::Registry, registry),
        Route::Settings { registry } => in_registry(Place::Settings, registry),
        Route::AddMember { registry } => in_registry(Place::AddMember, registry),
        Route::Promotions { registry } => in_registry(Place::Promotions, registry),
        Route::CreateCollection { registry } => in_registry(Place::CreateCollection, registry),
        Route::Collection { collection, .. } => in_collection(Place::Collection, collection),
        Route::LinkVersion { collection, .. } => in_collection(Place::LinkVersion, collection),
        Route::LinkedVersion { collection, .. } => in_collection(Place::LinkedVersion, collection),
        Route::Projects => plain(Place::Projects),
        Route::Project { id } => in_project(Place::Project, id),
        Route::LogArtifact { id } => in_project(Place::LogArtifact, id),
        Route::Version { id } => {
            let version = VersionRef::Source(domain::VersionId(Id::from_text(id)));
            view.catalog().version(&version).and_then(|_| plain(Place::Version))
        }
        Route::EarlierCollection { .. }
        | Route::Metrics { .. }
        | Route::CompareVersions { .. }
        | Route::WillLink
        | Route::People
        | Route::Account { .. }
        | Route::Artifact { .. }
        | Route::LinkToRegistry { .. }
        | Route::Present
        | Route::Guide
        | Route::Access
        | Route::History
        | Route::Changes
        | Route::Data
        | Route::Start
        | Route::StartEmpty
        | Route::About
        | Route::CrashTest
        | Route::NothingHere => None,
    }
}

/// Observes the events that follow from a view and the visible page: deleted subjects, the page, and needless steps.
pub fn observe(view: &View, visible: Option<&Visible>, walkthrough: &Walkthrough, mut observe: impl FnMut(&Event)) {
    let mut after = walkthrough.clone();
    let mut observe = |after: &mut Walkthrough, event: &Event| {
        after.observe(event);
        observe(event);
    };
    for kind in [Kind::Project, Kind::Registry, Kind::Collection] {
        if is_gone(view, &after, kind) {
            observe(&mut after, &Event::Gone(kind));
        }
    }
    if let Some(visible) = visible {
        observe(&mut after, &Event::At(visible));
    }
    let registry = own_registry(view, &after);
    if registry.is_some_and(|registry| !registry.protected_aliases().is_empty()) {
        observe(&mut after, &Event::Needless(Step::Protect));
    }
    // An alias that one version has already can only move.
    if let (Some(registry), Some(collection)) = (registry, own_collection(view, &after))
        && registry.protected_aliases().iter().any(|alias| collection.links.holder(alias).is_some())
    {
        observe(&mut after, &Event::Needless(Step::GiveAlias));
    }
}

/// Whether the walkthrough's subject was deleted. Of a registry or a project only an organization admin can tell, since others
/// may just not see it.
fn is_gone(view: &View, walkthrough: &Walkthrough, kind: Kind) -> bool {
    let AccountId::Person(id) = &view.account else { return false };
    let sees_all = view.people.get(id).is_some_and(|person| person.role == OrganizationRole::Admin);
    match kind {
        // Once something is logged, the project is of no more use.
        Kind::Project => {
            let is_needed = walkthrough.mark(Step::Log) == Mark::Open && walkthrough.own(kind).is_some();
            is_needed && sees_all && own_project(view, walkthrough).is_none()
        }
        Kind::Registry => sees_all && walkthrough.own(kind).is_some() && own_registry(view, walkthrough).is_none(),
        Kind::Collection => {
            let sees_registry = own_registry(view, walkthrough).is_some();
            sees_registry && walkthrough.own(kind).is_some() && own_collection(view, walkthrough).is_none()
        }
    }
}

/// The walkthrough's project, if the account sees it.
pub fn own_project(view: &View, walkthrough: &Walkthrough) -> Option<ProjectId> {
    let id = ProjectId(walkthrough.own(Kind::Project)?.clone());
    view.catalog().project(&id).map(|_| id)
}

/// The walkthrough's registry, if the account sees it.
pub fn own_registry<'a>(view: &'a View, walkthrough: &Walkthrough) -> Option<&'a Registry> {
    let id = RegistryId(walkthrough.own(Kind::Registry)?.clone());
    view.registry(&id).map(|registry_view| &*registry_view.registry)
}

/// The walkthrough's collection, if the account sees it.
pub fn own_collection<'a>(view: &'a View, walkthrough: &Walkthrough) -> Option<&'a Collection> {
    let id = CollectionId(walkthrough.own(Kind::Collection)?.clone());
    view.catalog().collection(&id).map(|collection| &**collection)
}

/// The route where a step is done; `None` if it can be done everywhere, or if its subject does not exist yet.
pub fn step_route(step: Step, view: &View, walkthrough: Option<&Walkthrough>) -> Option<Route> {
    let registry = || Some(RegistryId(walkthrough?.own(Kind::Registry)?.clone()));
    let project = || Some(walkthrough?.own(Kind::Project)?.to_string());
    let collection = || own_collection(view, walkthrough?);
    Some(match step.rule().place? {
        Place::Landing => Route::Landing,
        Place::CreateRegistry => Route::Create,
        Place::Registry => Route::of_registry(view, &registry()?),
        Place::Settings => Route::settings_of(view, &registry()?),
        Place::AddMember => Route::add_member_to(view, &registry()?),
        Place::Promotions => Route::promotions_of(view, &registry()?),
        Place::CreateCollection => Route::create_collection_in(view, &registry()?),
        Place::LinkVersion => Route::linking_to(view, collection()?),
        // Any version will do.
        Place::Collection | Place::LinkedVersion => Route::of_collection(view, collection()?),
        Place::Projects | Place::Version => Route::Projects,
        Place::Project => Route::Project { id: project()? },
        Place::LogArtifact => Route::LogArtifact { id: project()? },
    })
}

/// Whether the visible page is where the step is done.
pub fn is_at_step(step: Step, visible: Option<&Visible>, walkthrough: &Walkthrough) -> bool {
    visible.is_some_and(|visible| {
        let own = visible.place.subject().map(|kind| (walkthrough.own(kind), visible.subjects.get(&kind)));
        step.rule().place == Some(visible.place) && own.is_none_or(|(own, shown)| own == shown)
    })
}
