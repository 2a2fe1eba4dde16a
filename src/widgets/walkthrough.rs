//! The walkthrough's parts for pages and for the bar of the frame: routes and obstacles of steps, and their
//! instruction. Dialogs show the instruction themselves, since an open dialog makes the bar inert.

pub mod text;

use domain::{AccountId, OrganizationRole, Permission, PersonId, RegistryPermission, View};
use yew::prelude::*;

use self::text::WalkthroughText;
use crate::i18n::Catalog;
use crate::routes::Route;
use crate::state::walkthrough::steps::{Step, Walkthrough};

/// The id of the walkthrough's bar.
pub const COACH_ID: &str = "coach";

/// Renders a text, with the labels between `**` emphasized.
pub fn emphasize_labels(text: &str) -> Html {
    html! {
        <>
            for (nth, piece) in text.split("**").enumerate() {
                if nth % 2 == 1 {
                    <strong>{ piece }</strong>
                } else {
                    { piece }
                }
            }
        </>
    }
}

/// The route of a step; `None` if its registry does not exist yet.
pub fn step_route(step: Step, walkthrough: Option<&Walkthrough>) -> Option<Route> {
    let own = walkthrough.and_then(Walkthrough::registry);
    match step {
        Step::Visit | Step::Open | Step::Return | Step::Select => Some(Route::Landing),
        Step::Name | Step::Describe | Step::Visibility | Step::Accept | Step::AddTypes | Step::Create => {
            Some(Route::Create)
        }
        Step::Gear => own.map(Route::of_registry),
        Step::Restrict | Step::AddMember => own.map(Route::settings_of),
        Step::NameMember | Step::Confirm => own.map(|id| Route::AddMember { id: id.to_string() }),
    }
}

/// The reason why a step cannot be done now.
pub struct Obstacle {
    pub reason: String,
    /// A person capable_person can do the step.
    pub capable_person: Option<PersonId>,
    /// The page that removes the obstacle.
    pub route: Option<Route>,
}

/// The obstacle that keeps the acting account from a step.
pub fn obstacle(view: &View, walkthrough: &Walkthrough, step: Step, text: &Catalog) -> Option<Obstacle> {
    let words = WalkthroughText::of(text.language);
    let own = walkthrough.registry().filter(|_| step >= Step::Select);
    let seen = own.and_then(|id| view.registry(id));
    if own.is_some() && seen.is_none() {
        // An organization admin sees every registry.
        let admin = view.people.iter().find(|person| person.role == OrganizationRole::Admin);
        let capable_person = admin.map(|person| person.id.clone());
        return Some(Obstacle { reason: words.registry_hidden.to_owned(), capable_person, route: None });
    }
    let permission = if step >= Step::AddMember {
        Permission::InRegistry(own?.clone(), RegistryPermission::AddMembers)
    } else if step >= Step::Restrict {
        Permission::InRegistry(own?.clone(), RegistryPermission::ChangeVisibility)
    } else if step <= Step::Create {
        Permission::CreateRegistry
    } else {
        return None;
    };
    if let Some(denial) = view.may(&permission).denial() {
        // The short reason suffices: the page explains the rest, and the bar offers to act as a capable person.
        let reason = (text.refusal.denied)(denial.reason).0;
        return Some(Obstacle { reason, capable_person: denial.permitted.first().cloned(), route: None });
    }
    let accounts = view.people.len() + view.teams.len() + view.service_accounts.len();
    let is_full = step >= Step::AddMember && seen.is_some_and(|seen| seen.registry.rows().len() >= accounts);
    is_full.then(|| Obstacle {
        reason: words.no_candidates.to_owned(),
        capable_person: None,
        route: Some(Route::People),
    })
}

/// Whether the registry of the walkthrough was deleted. Only an organization admin can tell, since others may just
/// not see it.
pub fn is_registry_deleted(view: &View, walkthrough: &Walkthrough) -> bool {
    let AccountId::Person(id) = &view.account else { return false };
    let sees_all = view.people.get(id).is_some_and(|person| person.role == OrganizationRole::Admin);
    sees_all && walkthrough.registry().is_some_and(|id| view.registry(id).is_none())
}

/// The number of a step and its instruction.
pub fn instruction(step: Step, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let number = step.number();
    html! {
        <>
            <span class="coach-step" aria-hidden="true">{ format!("{number}/{}", Step::LAST) }</span>
            <span class="visually-hidden">{ (words.step)(number) }{ ": " }</span>
            { emphasize_labels(words.step_text(step).map_or("", |step| step.instruction)) }
        </>
    }
}
