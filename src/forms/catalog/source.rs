//! The fields that choose a version of a project: **Team**, **Project**, **Artifact** and **Version**. Without a choice of
//! their own they show the only option, and for the version the newest.

use domain::{Artifact, Grantee, Id, ProjectId, ProjectView, TeamId, Version, VersionRef, View};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::text::CatalogText;
use crate::i18n::Catalog;
use crate::state::ViewRef;
use crate::ui::{DataOption, DataSelect};

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

/// What is chosen, as far as it is there and seen.
pub struct Source<'a> {
    teams: Vec<&'a TeamId>,
    team: Option<&'a TeamId>,
    projects: Vec<ProjectView<'a>>,
    project: Option<&'a ProjectId>,
    artifacts: Vec<&'a Artifact>,
    pub artifact: Option<&'a Artifact>,
    pub version: Option<&'a Version>,
}

impl<'a> Source<'a> {
    pub fn of(view: &'a View, fields: &SourceFields) -> Self {
        let catalog = view.catalog();
        let all = catalog.projects();
        let mut teams: Vec<&TeamId> = Vec::new();
        for seen in &all {
            if !teams.contains(&&seen.project.team) {
                teams.push(&seen.project.team);
            }
        }
        let team = chosen(&teams, |team| team.0 == id(&fields.team)).copied();
        let projects: Vec<ProjectView<'a>> =
            all.into_iter().filter(|seen| team.is_none_or(|team| seen.project.team == *team)).collect();
        let project = chosen(&projects, |seen| seen.project.id.0 == id(&fields.project)).map(|seen| &seen.project.id);
        let artifacts: Vec<&Artifact> =
            project.map(|project| catalog.artifacts_of(project).map(|one| &**one).collect()).unwrap_or_default();
        let artifacts: Vec<&Artifact> = artifacts.into_iter().filter(|one| !one.versions.is_empty()).collect();
        let artifact = chosen(&artifacts, |one| one.id.0 == id(&fields.artifact)).copied();
        let version = artifact.and_then(|artifact| {
            let chosen = artifact.versions.iter().find(|version| version.id.0 == id(&fields.version));
            chosen.or_else(|| artifact.versions.latest()).map(|version| &**version)
        });
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
        let catalog = view.catalog();
        let option = |id: &Id, label: String| -> DataOption { (id.to_string().into(), label.into()) };
        let team_name = |id: &TeamId| view.name_of(&Grantee::Team(id.clone())).unwrap_or_default().to_owned();
        let teams = self.teams.iter().map(|team| option(&team.0, team_name(team)));
        let projects = self.projects.iter().map(|seen| {
            let name = match has_team {
                true => seen.project.name.to_string(),
                false => catalog.name_of_project(seen.project),
            };
            option(&seen.project.id.0, name)
        });
        let artifacts = self.artifacts.iter().map(|artifact| {
            option(&artifact.id.0, text.language.bracketed(artifact.name.as_str(), artifact.artifact_type.as_str()))
        });
        let versions = self.artifact.into_iter().flat_map(|artifact| {
            let newest_first = artifact.versions.iter().rev();
            newest_first.map(move |version| option(&version.id.0, version_label(artifact, version)))
        });
        let team = self.team.map(|one| &one.0);
        let project = self.project.map(|one| &one.0);
        let (artifact, version) = (self.artifact.map(|one| &one.id.0), self.version.map(|one| &one.id.0));
        let field =
            |field, label, options: Vec<DataOption>, value| select(field, label, options, value, on_choose, text);
        html! {
            <>
                if has_team {
                    { field(SourceField::Team, words.team, teams.collect(), team) }
                }
                { field(SourceField::Project, words.project, projects.collect(), project) }
                { field(SourceField::Artifact, words.artifact, artifacts.collect(), artifact) }
                { field(SourceField::Version, words.version, versions.collect(), version) }
            </>
        }
    }
}

fn select(
    field: SourceField,
    label: &'static str,
    mut options: Vec<DataOption>,
    value: Option<&Id>,
    on_choose: &Callback<(SourceField, String)>,
    text: &Catalog,
) -> Html {
    if value.is_none() {
        options.insert(0, (AttrValue::default(), CatalogText::of(text.language).choose.into()));
    }
    let id = match field {
        SourceField::Team => "source-team",
        SourceField::Project => "source-project",
        SourceField::Artifact => "source-artifact",
        SourceField::Version => "source-version",
    };
    let value = value.map(|id| AttrValue::from(id.to_string())).unwrap_or_default();
    let on_choose = on_choose.reform(move |value: String| (field, value));
    html! { <DataSelect {id} {label} {options} {value} {on_choose} /> }
}

/// The number of a version and its aliases.
fn version_label(artifact: &Artifact, version: &Version) -> String {
    let number = format!("v{}", version.number);
    let latest = artifact.versions.latest().is_some_and(|latest| latest.number == version.number).then_some("latest");
    let aliases = artifact.versions.aliases_of(version.number).map(|alias| alias.as_str());
    let aliases: Vec<&str> = latest.into_iter().chain(aliases).collect();
    if aliases.is_empty() { number } else { format!("{number} · {}", aliases.join(", ")) }
}

/// The chosen item, or the only one.
fn chosen<T>(items: &[T], is_chosen: impl Fn(&T) -> bool) -> Option<&T> {
    items.iter().find(|item| is_chosen(item)).or(match items {
        [only] => Some(only),
        _ => None,
    })
}

fn id(text: &str) -> Id {
    Id::from_text(text)
}
