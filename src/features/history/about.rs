//! The choice of what the history is about: a registry, collection, project, person, service account or team.

use domain::{CollectionId, Grantee, Id, PersonId, ProjectId, RegistryId, ServiceAccountId, TeamId};
use search::filter_text;
use workspace::About;
use yew::prelude::*;

use super::text::HistoryText;
use crate::i18n::Catalog;
use crate::routes::history::HistoryQuery;
use crate::state::ViewRef;
use crate::ui::{Choice, Combobox, Kind};
use crate::widgets::accounts;

/// The option for everything.
const ALL: &str = "all";

/// The name of something, unless it is gone or hidden.
fn name_of(view: &ViewRef, about: &About) -> Option<String> {
    let catalog = view.catalog();
    match about {
        About::Registry(id) => view.registry(id).map(|registry_view| registry_view.registry.name().to_string()),
        About::Collection(id) => catalog.collection(id).map(|collection| catalog.name_of_collection(collection)),
        About::Project(id) => catalog.project(id).map(|project_view| catalog.name_of_project(project_view.project)),
        About::Account(id) => {
            let grantees = [
                Grantee::Person(PersonId(id.clone())),
                Grantee::ServiceAccount(ServiceAccountId(id.clone())),
                Grantee::Team(TeamId(id.clone())),
            ];
            grantees.iter().find_map(|grantee| view.name_of(grantee)).map(str::to_owned)
        }
    }
}

/// The part of the history that a choice stands for.
fn about_of(view: &ViewRef, id: &str) -> About {
    let (id, catalog) = (Id::from_text(id), view.catalog());
    let (registry, collection, project) = (RegistryId(id.clone()), CollectionId(id.clone()), ProjectId(id.clone()));
    if view.registry(&registry).is_some() {
        About::Registry(registry)
    } else if catalog.collection(&collection).is_some() {
        About::Collection(collection)
    } else if catalog.project(&project).is_some() {
        About::Project(project)
    } else {
        About::Account(id)
    }
}

/// The id in the address.
fn id_of(about: &About) -> String {
    match about {
        About::Registry(RegistryId(id))
        | About::Collection(CollectionId(id))
        | About::Project(ProjectId(id))
        | About::Account(id) => id.to_string(),
    }
}

/// The registries, each with its collections, then projects, people, service accounts and teams.
fn choices(view: &ViewRef, text: &'static Catalog) -> Vec<Choice> {
    let choice = |id: &Id, kind: Kind, name: &str, detail: &'static str| Choice {
        id: id.to_string().into(),
        kind: Some(kind),
        name: name.to_owned().into(),
        detail: detail.into(),
        search: filter_text(name).to_string().into(),
    };
    let (words, catalog) = (HistoryText::of(text.language), view.catalog());
    let sorted = |mut choices: Vec<Choice>| {
        choices.sort_by(|one, other| one.search.cmp(&other.search));
        choices
    };
    let registries = view.registries.iter().flat_map(|registry_view| {
        let registry = &registry_view.registry;
        let collections = catalog.collections_of(registry.id()).map(|collection| {
            choice(&collection.id.0, Kind::Team, &catalog.name_of_collection(collection), words.collection)
        });
        let own = choice(&registry.id().0, Kind::Team, registry.name().as_str(), words.registry);
        std::iter::once(own).chain(collections)
    });
    let mut choices = sorted(registries.collect());
    let projects = catalog.projects().into_iter().map(|project_view| {
        choice(&project_view.project.id.0, Kind::Team, &catalog.name_of_project(project_view.project), words.project)
    });
    choices.extend(sorted(projects.collect()));
    choices.extend(accounts::choices(view, text));
    choices.extend(view.teams.iter().map(|team| choice(&team.id.0, Kind::Team, team.name.as_str(), words.team)));
    let all = Choice { id: ALL.into(), ..choice(&Id::from_text(ALL), Kind::Team, words.everything, "") };
    std::iter::once(all).chain(choices).collect()
}

pub fn about_field(
    view: &ViewRef,
    query: &HistoryQuery,
    on_request: &Callback<(HistoryQuery, bool)>,
    text: &'static Catalog,
) -> Html {
    let words = HistoryText::of(text.language);
    let about = query.subjects().into_iter().next();
    let value = about.as_ref().map_or_else(|| ALL.to_owned(), id_of);
    let name = about.as_ref().map(|about| name_of(view, about));
    let shown = match name {
        None => words.everything.to_owned(),
        Some(None) => words.about_gone.to_owned(),
        Some(Some(name)) => name,
    };
    let on_choose = {
        let (query, view) = (query.first_page(), view.clone());
        on_request.reform(move |id: AttrValue| {
            let about = (*id != *ALL).then(|| about_of(&view, &id));
            (query.about(about.as_ref()), false)
        })
    };
    let choices = {
        let view = view.clone();
        Callback::from(move |()| choices(&view, text))
    };
    html! {
        <Combobox
            id="history-about"
            label={words.about}
            list_label={words.about_list}
            {choices}
            {value}
            name={shown}
            more_text={Callback::from(text.common.more)}
            empty_text={text.common.no_match}
            {on_choose}
        />
    }
}
