//! The confirmations that delete a project or a version.

use std::rc::Rc;

use domain::{Action, ProjectAction, ProjectId, VersionAction, VersionId, VersionRef};
use yew::prelude::*;

use super::text::ProjectsText;
use crate::forms::consequences::Confirm;
use crate::page::Page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::{Notice, ViewRef};

/// The deletion of a project, confirmed by typing its name.
pub fn remove_project(view: &ViewRef, page: &Page, project: &ProjectId, on_close: &Callback<()>) -> Html {
    let words = ProjectsText::of(page.language);
    let name =
        view.catalog().project(project).map(|project_view| project_view.project.name.to_string()).unwrap_or_default();
    let actions: Rc<[Action]> = Rc::new([Action::Project(ProjectAction::Delete(project.clone()))]);
    html! {
        <Confirm
            view={view.clone()}
            title={(words.delete_title)(&name)}
            lead={words.delete_project_lead}
            actions={Rc::clone(&actions)}
            confirm={words.delete_project}
            required_text={name}
            {on_close}
            on_done={leaving(view, page, actions, Route::Projects)}
        />
    }
}

/// The deletion of a version.
pub fn remove_version(view: &ViewRef, page: &Page, version: &VersionId, on_close: &Callback<()>) -> Html {
    let words = ProjectsText::of(page.language);
    let reference = VersionRef::Source(version.clone());
    let Some(version_view) = view.catalog().version(&reference) else { return Html::default() };
    let name = format!("{}:v{}", version_view.artifact.name, version_view.version.number);
    let actions: Rc<[Action]> = Rc::new([Action::Version(VersionAction::Delete(version.clone()))]);
    let after = Route::of_artifact(&version_view.artifact.id);
    html! {
        <Confirm
            view={view.clone()}
            title={(words.delete_title)(&name)}
            lead={words.delete_version_lead}
            actions={Rc::clone(&actions)}
            confirm={words.delete_version}
            required_text=""
            {on_close}
            on_done={leaving(view, page, actions, after)}
        />
    }
}

/// Leaves the address of what is deleted.
fn leaving(view: &ViewRef, page: &Page, actions: Rc<[Action]>, after: Route) -> Callback<()> {
    let (store, view) = (page.store.clone(), view.clone());
    Callback::from(move |()| {
        history::replace(&after.href());
        store.notify(Notice::completed(&view, &actions));
    })
}
