//! The demo organization has the cast that it is shown for.

use std::collections::BTreeSet;

use domain::{
    AccountId, AccountName, ArtifactType, Description, Email, Organization, OrganizationName, OrganizationRole,
    PersonName, RegistryName, Visibility,
};
use journal::MemoryStore;
use samples::demo::{Language, RELEASED_AT, WRITER};
use workspace::{Outcome, Workspace};

use crate::support::*;

fn demo() -> (Workspace<MemoryStore>, AccountId) {
    let mut workspace = open(&MemoryStore::new(), 'a', '0');
    let founder = samples::demo::fill(&mut workspace, Language::English).unwrap();
    (workspace, founder)
}

fn organization(workspace: &Workspace<MemoryStore>) -> &Organization {
    workspace.organization().unwrap()
}

fn is_korean(text: &str) -> bool {
    text.chars().any(|character| ('가'..='힣').contains(&character))
}

#[test]
fn the_demo_fills_an_empty_workspace_and_everything_in_it_is_applied() {
    let (workspace, founder) = demo();
    assert!(organization(&workspace).is_admin(&founder));
    assert_eq!(workspace.founder(), Some(founder));
    assert!(workspace.outcomes().iter().all(|(_, outcome)| *outcome == Outcome::Applied));
    assert!(workspace.health().is_sound());
    assert!(workspace.last_change().unwrap() <= RELEASED_AT);
}

#[test]
fn the_demo_opens_anew_as_it_was() {
    let (workspace, _) = demo();
    let anew = open(workspace.site().storage(), 'a', '1');
    assert_eq!(anew.organization(), workspace.organization());
}

#[test]
fn the_demo_grows_in_the_order_of_time() {
    let (workspace, _) = demo();
    let created: Vec<i64> = organization(&workspace).registries().map(|registry| registry.created().at).collect();
    assert!(created.iter().all(|at| *at <= RELEASED_AT));
    let image = workspace.site().storage().snapshot();
    let times: Vec<i64> = record_ids(&workspace)
        .into_iter()
        .map(|id| {
            let value: serde_json::Value = serde_json::from_str(&image[&journal::record_key(key('a'), id)]).unwrap();
            value["at"].as_i64().unwrap()
        })
        .collect();
    assert!(times.is_sorted(), "{times:?}");
}

#[test]
fn the_demo_has_people_of_every_kind() {
    let (workspace, _) = demo();
    let organization = organization(&workspace);
    let admins = organization.people().filter(|person| person.role == OrganizationRole::Admin).count();
    assert!(admins >= 2);
    let viewers: Vec<_> = organization.people().filter(|person| person.role == OrganizationRole::Viewer).collect();
    assert!(viewers.iter().any(|person| organization.is_team_administrator(&person.id)));
    assert!(viewers.iter().any(|person| !organization.is_team_administrator(&person.id)));
    let listed = |id: &domain::PersonId| {
        organization
            .registries()
            .flat_map(|registry| registry.rows())
            .any(|row| row.grantee == domain::Grantee::Person(id.clone()))
    };
    let in_team = |id: &domain::PersonId| organization.teams().any(|team| team.people.contains_key(id));
    assert!(
        organization.people().any(|person| !listed(&person.id) && !in_team(&person.id)),
        "somebody without any row"
    );
    assert!(organization.people().filter(|person| is_korean(person.name.as_str())).count() >= 1);
}

#[test]
fn the_demo_has_teams_and_service_accounts() {
    let (workspace, _) = demo();
    let organization = organization(&workspace);
    assert_eq!(organization.teams().count(), 3);
    assert_eq!(organization.service_accounts().count(), 2);
    let in_team = |id| organization.teams().any(|team| team.service_accounts.contains(id));
    assert_eq!(organization.service_accounts().filter(|account| in_team(&account.id)).count(), 1);
    assert!(organization.teams().all(|team| team.people.values().any(|role| *role == domain::TeamRole::Admin)));
}

#[test]
fn the_demo_has_registries_of_every_kind() {
    let (workspace, _) = demo();
    let custom: Vec<_> =
        organization(&workspace).registries().filter(|registry| registry.core_kind().is_none()).collect();
    assert!(custom.len() >= 4);
    let restricted = custom.iter().filter(|registry| registry.visibility() == Visibility::Restricted).count();
    assert!((2..custom.len()).contains(&restricted));
    assert!(custom.iter().any(|registry| registry.accepts().is_all()));
    assert!(custom.iter().any(|registry| registry.accepts().saved().len() > 1));
    assert!(custom.iter().any(|registry| is_korean(registry.name().as_str())));
    let creators: BTreeSet<_> = custom.iter().map(|registry| registry.created().by.clone()).collect();
    assert!(creators.len() > 2);
}

#[test]
fn the_demo_has_every_way_to_a_role() {
    let (workspace, _) = demo();
    let organization = organization(&workspace);
    let rows = |role| {
        move |registry: &domain::Registry| {
            registry.rows().iter().any(|row| row.role == role && matches!(row.grantee, domain::Grantee::Person(_)))
        }
    };
    use domain::{Role, Source};
    let roles = [Role::Admin, Role::Member, Role::Viewer, Role::RestrictedViewer];
    assert!(organization.registries().any(|registry| roles.iter().all(|role| rows(*role)(registry))));
    let standings: Vec<domain::Standing> = organization
        .people()
        .map(|person| AccountId::Person(person.id.clone()))
        .filter(|account| !organization.is_admin(account))
        .flat_map(|account| {
            organization.registries().filter_map(move |registry| organization.standing(&account, registry))
        })
        .collect();
    let is_from = |standing: &domain::Standing, wanted: fn(&Source) -> bool| {
        standing.grants().iter().any(|grant| wanted(&grant.source))
    };
    let team: fn(&Source) -> bool = |source| matches!(source, Source::Team(_));
    let own: fn(&Source) -> bool = |source| *source == Source::OwnRow;
    assert!(standings.iter().any(|standing| standing.grants().len() == 1 && is_from(standing, team)));
    assert!(standings.iter().any(|standing| is_from(standing, own) && is_from(standing, team)));
    let is_listed = |registry: &domain::Registry, person: &domain::Person| {
        registry.row(&domain::Grantee::Person(person.id.clone())).is_some()
    };
    let administrators = organization
        .people()
        .filter(|person| organization.is_team_administrator(&person.id) && person.role == OrganizationRole::Viewer);
    assert!(
        administrators.into_iter().any(|person| !organization.registries().any(|registry| is_listed(registry, person)))
    );
}

#[test]
fn the_demo_has_two_korean_names() {
    let (workspace, _) = demo();
    let organization = organization(&workspace);
    let people = organization.people().map(|person| person.name.to_string());
    let registries = organization.registries().map(|registry| registry.name().to_string());
    assert!(people.chain(registries).filter(|name| is_korean(name)).count() >= 2);
}

#[test]
fn not_everybody_sees_every_registry_of_the_demo() {
    let (workspace, founder) = demo();
    let counts: BTreeSet<usize> = organization(&workspace)
        .accounts()
        .map(|account| workspace.view_for(&account).unwrap().registries.len())
        .collect();
    assert!(counts.len() > 1);
    assert_eq!(workspace.view_for(&founder).unwrap().registries.len(), *counts.last().unwrap());
}

#[test]
fn every_text_of_the_demo_is_one_that_could_be_typed() {
    let (workspace, _) = demo();
    let organization = organization(&workspace);
    assert_eq!(OrganizationName::parse(organization.name().as_str()).as_ref(), Ok(organization.name()));
    for person in organization.people() {
        assert_eq!(PersonName::parse(person.name.as_str()).as_ref(), Ok(&person.name));
        assert_eq!(AccountName::parse(person.username.as_str()).as_ref(), Ok(&person.username));
        assert_eq!(Email::parse(person.email.as_str()).as_ref(), Ok(&person.email));
    }
    let teams = organization.teams().map(|team| &team.name);
    for name in organization.service_accounts().map(|account| &account.name).chain(teams) {
        assert_eq!(AccountName::parse(name.as_str()).as_ref(), Ok(name));
    }
    for registry in organization.registries().filter(|registry| registry.core_kind().is_none()) {
        assert_eq!(RegistryName::parse(registry.name().as_str()).as_ref(), Ok(registry.name()));
        assert_eq!(Description::parse(registry.description().as_str()).as_ref(), Ok(registry.description()));
        for one in registry.accepts().saved() {
            assert_eq!(ArtifactType::parse(one.as_str()).as_ref(), Ok(one));
        }
    }
}

/// The demo in a language, as it begins in a browser.
fn new_demo(language: Language) -> Workspace<MemoryStore> {
    let mut workspace = Workspace::open(&site(&MemoryStore::new()), key('a'), WRITER).unwrap();
    samples::demo::fill(&mut workspace, language).unwrap();
    workspace
}

#[test]
fn the_demo_has_the_same_records_in_every_browser() {
    assert_eq!(WRITER.to_string(), "0000demqrg");
    let (one, other) = (new_demo(Language::English), new_demo(Language::English));
    assert_eq!(one.site().storage().snapshot(), other.site().storage().snapshot());
}

#[test]
fn only_shown_names_and_texts_of_the_demo_differ_among_languages() {
    let [english, korean] = [Language::English, Language::Korean].map(new_demo);
    let [english, korean] = [organization(&english), organization(&korean)];
    assert_ne!(english.name(), korean.name());
    for (one, other) in english.people().zip(korean.people()) {
        assert_eq!(
            (&one.id, &one.username, &one.email, one.role),
            (&other.id, &other.username, &other.email, other.role)
        );
        assert!(is_korean(other.name.as_str()), "{}", other.name);
    }
    assert!(english.teams().eq(korean.teams()));
    assert!(english.service_accounts().eq(korean.service_accounts()));
    for (one, other) in english.registries().zip(korean.registries()) {
        assert_eq!((one.id(), one.name(), one.visibility()), (other.id(), other.name(), other.visibility()));
        assert!(one.rows().iter().eq(other.rows().iter()));
        assert_eq!((one.created(), one.accepts()), (other.created(), other.accepts()));
        assert_eq!(one.description() == other.description(), one.core_kind().is_some());
    }
}

#[test]
fn only_descriptions_in_the_catalog_of_the_demo_differ_among_languages() {
    let [english, korean] = [Language::English, Language::Korean].map(new_demo);
    let [english, korean] =
        [&english, &korean].map(|workspace| workspace.view_for(&workspace.founder().unwrap()).unwrap());
    let described = |one: &Description, other: &Description| {
        assert_eq!(one.as_str().is_empty(), other.as_str().is_empty());
        assert!(!is_korean(one.as_str()), "{}", one.as_str());
        assert!(other.as_str().is_empty() || is_korean(other.as_str()), "{}", other.as_str());
        // The same aliases and formatting stand out.
        assert_eq!(one.as_str().matches("**").count(), other.as_str().matches("**").count());
    };
    let collections = |view: &domain::View| -> Vec<domain::Collection> {
        let registries = view.registries.iter().map(|seen| seen.registry.id());
        registries
            .flat_map(|id| view.catalog().collections_of(id).map(|one| (**one).clone()).collect::<Vec<_>>())
            .collect()
    };
    let pairs: Vec<_> = collections(&english).into_iter().zip(collections(&korean)).collect();
    assert!(pairs.len() > 5);
    for (mut one, mut other) in pairs {
        described(&one.description, &other.description);
        one.description = Description::empty();
        other.description = Description::empty();
        assert_eq!(one, other);
    }
    let artifacts = |view: &domain::View| -> Vec<domain::Artifact> {
        let projects = view.catalog().projects();
        projects
            .iter()
            .flat_map(|seen| view.catalog().artifacts_of(&seen.project.id))
            .map(|one| (**one).clone())
            .collect()
    };
    for (one, other) in artifacts(&english).iter().zip(artifacts(&korean)) {
        assert_eq!((&one.id, &one.name, &one.artifact_type), (&other.id, &other.name, &other.artifact_type));
        assert!(one.versions.aliases().eq(other.versions.aliases()));
        for (one, other) in one.versions.iter().zip(other.versions.iter()) {
            described(&one.description, &other.description);
            let (mut one, mut other) = ((**one).clone(), (**other).clone());
            one.description = Description::empty();
            other.description = Description::empty();
            assert_eq!(one, other);
        }
    }
}

#[test]
fn every_registry_of_the_demo_holds_versions_and_production_has_moved_to_v4() {
    let (workspace, founder) = demo();
    let view = workspace.view_for(&founder).unwrap();
    let catalog = view.catalog();
    let collections =
        |seen: &domain::RegistryView| catalog.collections_of(seen.registry.id()).cloned().collect::<Vec<_>>();
    for seen in &view.registries {
        assert!(collections(seen).iter().any(|one| !one.links.is_empty()), "{}", seen.registry.name());
    }
    let registry = view.registries.iter().find(|seen| seen.registry.name().as_str() == "Production_Models").unwrap();
    let assistant = catalog.collection_named(registry.registry.id(), "support-assistant").unwrap();
    let production = domain::Alias::parse("production").unwrap();
    assert!(registry.registry.protected_aliases().contains(&production));
    assert_eq!(assistant.links.holder(&production), Some(4));
    let artifacts = catalog.projects().into_iter().flat_map(|seen| catalog.artifacts_of(&seen.project.id));
    let versions: Vec<_> = artifacts.flat_map(|artifact| artifact.versions.iter()).collect();
    assert!(versions.iter().all(|version| !version.metadata.is_empty() && !version.manifest.files().is_empty()));
    assert!(versions.iter().any(|version| version.run.as_ref().is_some_and(|run| !run.inputs.is_empty())));
}
