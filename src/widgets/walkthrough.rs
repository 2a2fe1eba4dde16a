//! What pages and frame share of the walkthrough: where a step is done, what stands against it, and its line in a dialog,
//! under which the bar of the frame is out of reach.

pub mod text;

use domain::{AccountId, OrganizationRole, Permission, PersonId, RegistryPermission, View};
use yew::prelude::*;

use self::text::WalkthroughText;
use crate::i18n::Catalog;
use crate::routes::Route;
use crate::state::walkthrough::steps::{Step, Walkthrough};

/// The id of the bar of the frame.
pub const COACH_ID: &str = "coach";

/// A text with its labels shown as such.
pub fn labelled(text: &str) -> Html {
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

/// Where a step is done; nowhere if that is in a registry that was not created yet.
pub fn place_of(step: Step, walkthrough: Option<&Walkthrough>) -> Option<Route> {
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

/// What stands against a step.
pub struct Obstacle {
    /// Why it cannot be done.
    pub why: String,
    /// Somebody who could do it.
    pub who: Option<PersonId>,
    /// Where it is overcome.
    pub place: Option<Route>,
}

/// Why the acting account cannot do a step.
pub fn obstacle(view: &View, walkthrough: &Walkthrough, step: Step, text: &Catalog) -> Option<Obstacle> {
    let words = WalkthroughText::of(text.language);
    let own = walkthrough.registry().filter(|_| step >= Step::Select);
    let seen = own.and_then(|id| view.registry(id));
    if own.is_some() && seen.is_none() {
        // Admins of the organization see all there is.
        let admin = view.people.iter().find(|person| person.role == OrganizationRole::Admin);
        let who = admin.map(|person| person.id.clone());
        return Some(Obstacle { why: words.unseen.to_owned(), who, place: None });
    }
    let asked = if step >= Step::AddMember {
        Permission::InRegistry(own?.clone(), RegistryPermission::AddMembers)
    } else if step >= Step::Restrict {
        Permission::InRegistry(own?.clone(), RegistryPermission::ChangeVisibility)
    } else if step <= Step::Create {
        Permission::CreateRegistry
    } else {
        return None;
    };
    if let Some(reason) = view.may(&asked).denial() {
        // In short: the page says the rest where it is to be done, and the bar offers to act as somebody who could.
        let why = (text.refusal.denied)(reason.because).0;
        return Some(Obstacle { why, who: reason.could.first().cloned(), place: None });
    }
    let accounts = view.people.len() + view.teams.len() + view.service_accounts.len();
    let is_full = step >= Step::AddMember && seen.is_some_and(|seen| seen.registry.rows().len() >= accounts);
    is_full.then(|| Obstacle { why: words.nobody.to_owned(), who: None, place: Some(Route::People) })
}

/// Whether the registry of the walkthrough is gone: not there for somebody who sees all there is.
pub fn is_gone(view: &View, walkthrough: &Walkthrough) -> bool {
    let AccountId::Person(id) = &view.account else { return false };
    let sees_all = view.people.get(id).is_some_and(|person| person.role == OrganizationRole::Admin);
    sees_all && walkthrough.registry().is_some_and(|id| view.registry(id).is_none())
}

/// The number of a step, and what to do in it.
pub fn instruction(step: Step, text: &Catalog) -> Html {
    let words = WalkthroughText::of(text.language);
    let number = step.number();
    html! {
        <>
            <span class="coach-step" aria-hidden="true">{ format!("{number}/{}", Step::LAST) }</span>
            <span class="visually-hidden">{ (words.step)(number) }{ ": " }</span>
            { labelled(words.step_text(step).map_or("", |step| step.say)) }
        </>
    }
}
