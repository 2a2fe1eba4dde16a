//! The fields that choose a version of a project: **Team**, **Project**, **Artifact** and **Version**. Without a choice of
//! their own they show the only option, and for the version the newest.

use std::collections::HashSet;
use std::rc::Rc;

use domain::{Artifact, Grantee, Id, ProjectView, TeamId, Version, VersionId, VersionRef, View};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::text::CatalogText;
use crate::i18n::Catalog;
use crate::state::ViewRef;
use crate::ui::{DataOption, DataOptions, DataSelect};

/// The ids of what is chosen; empty where nothing is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceFields {
    pub team: String,
    pub project: String,
    pub artifact: String,
    pub version: String,
}

/// A field of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceField {
    Team,
    Project,
    Artifact,
    Version,
}

impl SourceFields {
    /// Chooses in one field, and empties those that depend on it.
    pub fn choose(&mut self, field: SourceField, value: String) {
        match field {
            SourceField::Team => *self = Self { team: value, ..Self::default() },
            SourceField::Project => {
                let team = std::mem::take(&mut self.team);
                *self = Self { team, project: value, ..Self::default() };
            }
            SourceField::Artifact => {
                self.artifact = value;
                self.version = String::new();
            }
            SourceField::Version => self.version = value,
        }
    }
}

/// The choice, as far as it exists and the account sees it.
pub struct Source<'a> {
    teams: Vec<&'a TeamId>,
    team: Option<&'a TeamId>,
    projects: Vec<ProjectView<'a>>,
    project: Option<ProjectView<'a>>,
    artifacts: Vec<&'a Rc<Artifact>>,
    pub artifact: Option<&'a Rc<Artifact>>,
    pub version: Option<&'a Version>,
}

impl<'a> Source<'a> {
    pub fn of(view: &'a View, fields: &SourceFields) -> Self {
        let catalog = view.catalog();
        let all = catalog.projects();
        let mut listed = HashSet::new();
        let teams = all.iter().map(|project_view| &project_view.project.team).filter(|team| listed.insert(*team));
        let teams: Vec<&TeamId> = teams.collect();
        let [team_id, project_id, artifact_id, version_id] =
            [&fields.team, &fields.project, &fields.artifact, &fields.version].map(|id| Id::from_text(id));
        let team = chosen(&teams, |team| team.0 == team_id).copied();
        let projects: Vec<ProjectView<'a>> =
            all.into_iter().filter(|project_view| team.is_none_or(|team| project_view.project.team == *team)).collect();
        let project = chosen(&projects, |project_view| project_view.project.id.0 == project_id).copied();
        let artifacts = project.into_iter().flat_map(|project_view| catalog.artifacts_of(&project_view.project.id));
        let artifacts: Vec<&Rc<Artifact>> = artifacts.filter(|one| !one.versions.is_empty()).collect();
        let artifact = chosen(&artifacts, |one| one.id.0 == artifact_id).copied();
        let version =
            catalog.version(&VersionRef::Source(VersionId(version_id))).map(|version_view| version_view.version);
        let version = version.filter(|version| artifact.is_some_and(|artifact| artifact.id == version.artifact));
        let version = version.or_else(|| artifact?.versions.latest()).map(|version| &**version);
        Self { teams, team, projects, project, artifacts, artifact, version }
    }

    /// Whether there is anything to choose from.
    pub fn is_empty(&self) -> bool {
        self.teams.is_empty()
    }

    /// The version, as it is reached in its project.
    pub fn reference(&self) -> Option<VersionRef> {
        self.version.map(|version| VersionRef::Source(version.id.clone()))
    }

    /// The fields. `has_team` shows the first one; without it, projects are listed with their teams.
    pub fn show(
        &self,
        view: &ViewRef,
        has_team: bool,
        on_choose: &Callback<(SourceField, String)>,
        text: &Catalog,
    ) -> Html {
        let words = CatalogText::of(text.language);
        let choose = (AttrValue::default(), AttrValue::from(words.choose));
        let team = |id: &TeamId| {
            let name = view.name_of(&Grantee::Team(id.clone())).unwrap_or_default();
            (id.to_string().into(), name.to_owned().into())
        };
        let project = |project_view: &ProjectView<'_>| {
            let name = match has_team {
                true => project_view.project.name.to_string(),
                false => view.catalog().name_of_project(project_view.project),
            };
            (project_view.project.id.to_string().into(), name.into())
        };
        let artifact = |one: &Rc<Artifact>| {
            let name = text.language.bracketed(one.name.as_str(), one.artifact_type.as_str());
            (one.id.to_string().into(), name.into())
        };
        let listed = |options: Vec<DataOption>, chosen: Option<DataOption>| {
            let none = chosen.is_none().then(|| choose.clone());
            let options: Vec<DataOption> = none.into_iter().chain(options).collect();
            (DataOptions::from(options), chosen.unwrap_or_else(|| choose.clone()))
        };
        let teams = listed(self.teams.iter().map(|id| team(id)).collect(), self.team.map(team));
        let projects = listed(self.projects.iter().map(project).collect(), self.project.as_ref().map(project));
        let artifacts = listed(self.artifacts.iter().map(|one| artifact(one)).collect(), self.artifact.map(artifact));
        let field = |field, label, (options, chosen)| select(field, label, options, chosen, on_choose, text);
        html! {
            <>
                if has_team {
                    { field(SourceField::Team, words.team, teams) }
                }
                { field(SourceField::Project, words.project, projects) }
                { field(SourceField::Artifact, words.artifact, artifacts) }
                { field(SourceField::Version, words.version, self.versions().unwrap_or_else(|| listed(Vec::new(), None))) }
            </>
        }
    }

    /// The versions of the artifact, the newest first, and the chosen one.
    fn versions(&self) -> Option<(DataOptions, DataOption)> {
        let (artifact, chosen) = self.artifact.zip(self.version)?;
        let artifact = Rc::clone(artifact);
        let chosen = version_option(&artifact, chosen);
        let options = DataOptions::new(artifact.versions.len(), move || {
            artifact.versions.iter().rev().map(|version| version_option(&artifact, version)).collect()
        });
        Some((options, chosen))
    }
}

fn select(
    field: SourceField,
    label: &'static str,
    options: DataOptions,
    chosen: DataOption,
    on_choose: &Callback<(SourceField, String)>,
    text: &Catalog,
) -> Html {
    let id = match field {
        SourceField::Team => "source-team",
        SourceField::Project => "source-project",
        SourceField::Artifact => "source-artifact",
        SourceField::Version => "source-version",
    };
    let on_choose = on_choose.reform(move |value: String| (field, value));
    html! { <DataSelect {id} {label} {options} {chosen} language={text.language} {on_choose} /> }
}

/// The number of a version and its aliases.
fn version_option(artifact: &Artifact, version: &Version) -> DataOption {
    let number = format!("v{}", version.number);
    let latest = artifact.versions.latest().is_some_and(|latest| latest.number == version.number).then_some("latest");
    let aliases = artifact.versions.aliases_of(version.number).map(|alias| alias.as_str());
    let aliases: Vec<&str> = latest.into_iter().chain(aliases).collect();
    let label = if aliases.is_empty() { number } else { format!("{number} · {}", aliases.join(", ")) };
    (version.id.to_string().into(), label.into())
}

/// The chosen item, or the only one.
fn chosen<T>(items: &[T], is_chosen: impl Fn(&T) -> bool) -> Option<&T> {
    items.iter().find(|item| is_chosen(item)).or(match items {
        [only] => Some(only),
        _ => None,
    })
}
