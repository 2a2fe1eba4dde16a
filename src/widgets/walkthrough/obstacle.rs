//! The reasons why a step cannot be done now, with a person who can do it, or with the page that makes it possible.

#[cfg(test)]
mod tests;

use domain::{
    AccountId, Collection, Denial, DenialReason, OrganizationRole, Permission, PersonId, Refusal, RegistryId,
    RegistryPermission, Tags, VersionAction, VersionRef, View,
};

use super::place::{own_collection, own_project, own_registry};
use super::text::WalkthroughText;
use crate::i18n::Catalog;
use crate::routes::Route;
use crate::state::walkthrough::steps::{Kind, Step, Walkthrough};

/// The reason why a step cannot be done now.
pub struct Obstacle {
    pub reason: String,
    /// A person who can do the step.
    pub capable_person: Option<PersonId>,
    /// The page that removes the obstacle.
    pub route: Option<Route>,
}

/// The obstacle that keeps the acting account from a step.
pub fn obstacle(view: &View, walkthrough: &Walkthrough, step: Step, text: &Catalog) -> Option<Obstacle> {
    hidden_subject(view, walkthrough, step, text)
        .or_else(|| denial_of(view, walkthrough, step).map(|denial| of_denial(view, &denial, text)))
        .or_else(|| missing(view, walkthrough, step, text))
}

/// The subject of the step is not visible.
fn hidden_subject(view: &View, walkthrough: &Walkthrough, step: Step, text: &Catalog) -> Option<Obstacle> {
    let words = WalkthroughText::of(text.language);
    let needed = match step {
        Step::OpenLog | Step::Log => Kind::Project,
        // These steps choose the subject, or need none.
        Step::ChooseProject | Step::ChooseRegistry | Step::Return => return None,
        Step::Visit
        | Step::Open
        | Step::Name
        | Step::Describe
        | Step::Visibility
        | Step::Accept
        | Step::AddTypes
        | Step::Create
        | Step::Select
        | Step::Gear
        | Step::Restrict
        | Step::AddMember
        | Step::NameMember
        | Step::Confirm
        | Step::OpenCreateCollection
        | Step::CreateCollection
        | Step::OpenLink
        | Step::Link
        | Step::ViewVersion
        | Step::Protect
        | Step::ChooseCollection
        | Step::GiveAlias
        | Step::MoveAlias
        | Step::Promotions
        | Step::TagCollection
        | Step::DescribeCollection
        | Step::TagVersion
        | Step::Search
        | Step::Unlink => Kind::Registry,
    };
    walkthrough.own(needed)?;
    let (is_seen, reason) = match needed {
        Kind::Project => (own_project(view, walkthrough).is_some(), words.project_hidden),
        Kind::Registry | Kind::Collection => (own_registry(view, walkthrough).is_some(), words.registry_hidden),
    };
    (!is_seen).then(|| Obstacle { reason: reason.to_owned(), capable_person: admin(view), route: None })
}

/// The denial of a permission that the step requires.
fn denial_of(view: &View, walkthrough: &Walkthrough, step: Step) -> Option<Denial> {
    let registry = || walkthrough.own(Kind::Registry).cloned().map(RegistryId);
    let in_registry = |permission| registry().map(|id| Permission::InRegistry(id, permission));
    let collection = || own_collection(view, walkthrough);
    let in_collection =
        |permission| collection().map(|collection| Permission::InCollection(collection.id.clone(), permission));
    let permission = match step {
        Step::Visit
        | Step::Open
        | Step::Name
        | Step::Describe
        | Step::Visibility
        | Step::Accept
        | Step::AddTypes
        | Step::Create => Some(Permission::CreateRegistry),
        Step::Restrict => in_registry(RegistryPermission::ChangeVisibility),
        Step::AddMember | Step::NameMember | Step::Confirm => in_registry(RegistryPermission::AddMembers),
        Step::OpenLog | Step::Log => own_project(view, walkthrough).map(Permission::WriteProject),
        Step::OpenCreateCollection | Step::CreateCollection => in_registry(RegistryPermission::CreateCollection),
        Step::OpenLink | Step::Link => in_collection(RegistryPermission::LinkArtifact),
        Step::Protect => in_registry(RegistryPermission::ManageProtectedAliases),
        Step::GiveAlias | Step::MoveAlias => in_registry(RegistryPermission::SetProtectedAlias),
        Step::TagCollection => in_collection(RegistryPermission::TagCollection),
        Step::DescribeCollection => in_collection(RegistryPermission::EditCollection),
        Step::ChooseProject => return no_project_to_write(view),
        Step::TagVersion => return denied_for_all(view, collection()?, tagging),
        Step::Unlink => return denied_for_all(view, collection()?, unlinking),
        Step::Return
        | Step::Select
        | Step::Gear
        | Step::ChooseRegistry
        | Step::ViewVersion
        | Step::ChooseCollection
        | Step::Promotions
        | Step::Search => None,
    };
    view.may(&permission?).denial().cloned()
}

/// The account can write no project, and create none.
fn no_project_to_write(view: &View) -> Option<Denial> {
    let projects = view.catalog().projects();
    let write = projects.iter().map(|project_view| Permission::WriteProject(project_view.project.id.clone()));
    let create = view.teams.iter().map(|team| Permission::CreateProject(team.id.clone()));
    let mut first = None;
    for permission in write.chain(create) {
        let denial = view.may(&permission).denial().cloned()?;
        first = first.or(Some(denial));
    }
    first
}

/// The denial for the newest version of a collection, if there is one for every version.
fn denied_for_all(
    view: &View,
    collection: &Collection,
    denial: fn(&View, &domain::Link) -> Option<Denial>,
) -> Option<Denial> {
    /// The number of versions that are looked at.
    const NEWEST: usize = 50;
    let mut first = None;
    for link in collection.links.iter().rev().take(NEWEST) {
        let denial = denial(view, link)?;
        first = first.or(Some(denial));
    }
    first
}

fn tagging(view: &View, link: &domain::Link) -> Option<Denial> {
    let none = VersionAction::AddTags { version: VersionRef::Linked(link.id.clone()), tags: Tags::default() };
    match view.review(&none.into()) {
        Err(Refusal::Denied(denial)) => Some(denial),
        _ => None,
    }
}

fn unlinking(view: &View, link: &domain::Link) -> Option<Denial> {
    view.may(&Permission::OnLink(link.id.clone(), RegistryPermission::UnlinkArtifact)).denial().cloned()
}

fn of_denial(view: &View, denial: &Denial, text: &Catalog) -> Obstacle {
    // The short reason suffices: the page explains the rest, and the bar offers to act as a capable person. An organization
    // admin can do every step, so that nobody is sent from one person to the next.
    let reason = (text.refusal.denied)(denial.reason).0;
    let is_admin = |id: &&PersonId| view.people.get(id).is_some_and(|person| person.role == OrganizationRole::Admin);
    let capable_person = denial.permitted.iter().find(is_admin).or(denial.permitted.first()).cloned();
    // The team of a hidden project is not revealed, but organization admins see every project.
    let is_hidden = denial.reason == DenialReason::NoTeamMember;
    let capable_person = capable_person.or_else(|| admin(view).filter(|_| is_hidden));
    Obstacle { reason, capable_person, route: None }
}

/// The step requires an object that does not exist.
fn missing(view: &View, walkthrough: &Walkthrough, step: Step, text: &Catalog) -> Option<Obstacle> {
    let words = WalkthroughText::of(text.language);
    let (reason, route) = match step {
        Step::AddMember | Step::NameMember | Step::Confirm => {
            let accounts = view.people.len() + view.teams.len() + view.service_accounts.len();
            let is_full = own_registry(view, walkthrough).is_some_and(|registry| registry.rows().len() >= accounts);
            is_full.then_some((words.no_candidates, Route::People))
        }
        Step::ChooseProject if view.teams.is_empty() => Some((words.no_team, Route::People)),
        Step::ChooseProject => view.catalog().projects().is_empty().then_some((words.no_project, Route::Projects)),
        Step::OpenLink | Step::Link => has_no_artifacts(view).then_some((words.no_artifacts, Route::Projects)),
        Step::ChooseCollection => {
            let registry = own_registry(view, walkthrough)?;
            let is_empty = view.catalog().collections_of(registry.id()).next().is_none();
            is_empty.then(|| (words.no_collections, Route::create_collection_in(view, registry.id())))
        }
        Step::ViewVersion | Step::GiveAlias | Step::MoveAlias | Step::TagVersion | Step::Unlink => {
            let collection = own_collection(view, walkthrough)?;
            let reason = match collection.links.len() {
                0 => Some(words.no_versions),
                1 if step == Step::MoveAlias => Some(words.one_version),
                _ => None,
            };
            reason.map(|reason| (reason, Route::linking_to(view, collection)))
        }
        Step::Visit
        | Step::Open
        | Step::Name
        | Step::Describe
        | Step::Visibility
        | Step::Accept
        | Step::AddTypes
        | Step::Create
        | Step::Return
        | Step::Select
        | Step::Gear
        | Step::Restrict
        | Step::OpenLog
        | Step::Log
        | Step::ChooseRegistry
        | Step::OpenCreateCollection
        | Step::CreateCollection
        | Step::Protect
        | Step::Promotions
        | Step::TagCollection
        | Step::DescribeCollection
        | Step::Search => None,
    }?;
    // An organization admin sees every project.
    let other = |id: &PersonId| view.account != AccountId::Person(id.clone());
    let capable_person = matches!(step, Step::OpenLink | Step::Link).then(|| admin(view)).flatten().filter(other);
    Some(Obstacle { reason: reason.to_owned(), capable_person, route: Some(route) })
}

/// The account sees no version in a project.
fn has_no_artifacts(view: &View) -> bool {
    let catalog = view.catalog();
    !catalog
        .projects()
        .iter()
        .any(|project_view| catalog.artifacts_of(&project_view.project.id).any(|one| !one.versions.is_empty()))
}

fn admin(view: &View) -> Option<PersonId> {
    let admin = view.people.iter().find(|person| person.role == OrganizationRole::Admin);
    admin.map(|person| person.id.clone())
}
