//! Projects: the projects of teams, their artifacts and versions, and logging a version. All accounts see the same controls,
//! disabled with a reason if the account lacks the permission.

mod artifact;
mod entry;
mod link;
mod list;
mod log;
mod project;
mod query;
mod removal;
mod teams;
pub mod text;
mod version;

use domain::{ArtifactId, Id, ProjectId, VersionId, VersionRef};
use yew::prelude::*;

use self::artifact::ArtifactPage;
use self::link::LinkToRegistry;
use self::list::Projects;
use self::log::LogArtifact;
use self::project::ProjectPage;
use self::version::VersionPage;
use crate::forms::form::{FormKey, FormName};
use crate::page::Page;
use crate::routes::Route;
use crate::state::ViewRef;
use crate::widgets::accounts::account_name;

/// The page of an address at or below *Projects*.
pub fn projects(page: &Page, view: &ViewRef, route: &Route) -> Html {
    let id = |text: &str| Id::from_text(text);
    match route {
        Route::Project { id: project } => {
            html! { <ProjectPage key={project.clone()} view={view.clone()} id={ProjectId(id(project))} /> }
        }
        Route::LogArtifact { id: project } => {
            let key = FormKey::new(page, FormName::LogArtifact, project).as_key();
            html! { <LogArtifact {key} view={view.clone()} project={ProjectId(id(project))} /> }
        }
        Route::Artifact { id: artifact } => {
            html! { <ArtifactPage key={artifact.clone()} view={view.clone()} id={ArtifactId(id(artifact))} /> }
        }
        Route::Version { id: version } | Route::LinkToRegistry { id: version } => {
            let form = FormKey::new(page, FormName::LinkToRegistry, version);
            let id = VersionId(id(version));
            let is_linking = matches!(route, Route::LinkToRegistry { .. }) && sees_version(view, &id);
            html! {
                <>
                    <VersionPage key={version.clone()} view={view.clone()} id={id.clone()} />
                    if is_linking {
                        <LinkToRegistry key={form.as_key()} view={view.clone()} version={id} form={form.clone()} />
                    }
                </>
            }
        }
        // The frame passes the addresses of projects only.
        _ => html! { <Projects view={view.clone()} /> },
    }
}

fn sees_version(view: &ViewRef, id: &VersionId) -> bool {
    view.catalog().version(&VersionRef::Source(id.clone())).is_some()
}
