//! What pages and frame share of the walkthrough: where a step is done, what stands against it, and its line in a dialog,
//! under which the bar of the frame is out of reach.

use registry::{AccountId, OrganizationRole, Permission, PersonId, RegistryName, RegistryPermission, View};
use yew::prelude::*;

use super::draft::Draft;
use crate::browser::dom;
use crate::i18n::Catalog;
use crate::route::Route;
use crate::store::{Page, use_page};
use crate::walkthrough::{Event, Step, Walkthrough};

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
    let own = walkthrough.registry().filter(|_| step >= Step::Select);
    let seen = own.and_then(|id| view.registry(id));
    if own.is_some() && seen.is_none() {
        // Admins of the organization see all there is.
        let admin = view.people.iter().find(|person| person.role == OrganizationRole::Admin);
        let who = admin.map(|person| person.id.clone());
        return Some(Obstacle { why: text.walkthrough.unseen.to_owned(), who, place: None });
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
    is_full.then(|| Obstacle { why: text.walkthrough.nobody.to_owned(), who: None, place: Some(Route::People) })
}

/// Whether the registry of the walkthrough is gone: not there for somebody who sees all there is.
pub fn is_gone(view: &View, walkthrough: &Walkthrough) -> bool {
    let AccountId::Person(id) = &view.account else { return false };
    let sees_all = view.people.get(id).is_some_and(|person| person.role == OrganizationRole::Admin);
    sees_all && walkthrough.registry().is_some_and(|id| view.registry(id).is_none())
}

/// The number of a step, and what to do in it.
pub fn instruction(step: Step, text: &Catalog) -> Html {
    let words = &text.walkthrough;
    let number = step.number();
    html! {
        <>
            <span class="coach-step" aria-hidden="true">{ format!("{number}/{}", Step::LAST) }</span>
            <span class="visually-hidden">{ (words.step)(number) }{ ": " }</span>
            { labelled(words.step_text(step).map_or("", |step| step.say)) }
        </>
    }
}

/// The line of the walkthrough in the dialog that creates a registry, as long as one is to be created in it.
pub fn walk_line(page: &Page) -> Html {
    let walkthrough = page.model.walkthrough.as_ref().filter(|walkthrough| walkthrough.is_open);
    match walkthrough.and_then(Walkthrough::current) {
        Some(step) if step <= Step::Create => html! {
            <p class="walk-line" aria-live="polite" aria-atomic="true">{ instruction(step, page.text()) }</p>
        },
        _ => Html::default(),
    }
}

/// Tells the walkthrough what becomes of the fields of the dialog, which have these ids: in their order. A name that is taken
/// will not do.
#[hook]
pub fn use_walk(draft: &Draft, is_taken: bool, fields: [&'static str; 5]) -> Callback<FocusEvent> {
    const STEPS: [Step; 5] = [Step::Name, Step::Describe, Step::Visibility, Step::Accept, Step::AddTypes];
    let store = use_page().store;
    let has_types = draft.specify && !draft.types.is_empty();
    use_effect_with((draft.is_untouched(), has_types), {
        let store = store.clone();
        move |(is_untouched, has_types)| {
            if *is_untouched {
                store.observe(&Event::Untouched);
            }
            if *has_types {
                store.observe(&Event::Types);
            }
        }
    });
    let has_name = !is_taken && RegistryName::parse(&draft.name).is_ok();
    let filled = [has_name, !draft.description.trim().is_empty(), true, draft.specify, has_types];
    Callback::from(move |event: FocusEvent| {
        let left = dom::id_of(&event);
        for ((field, step), filled) in fields.into_iter().zip(STEPS).zip(filled) {
            if field == left {
                store.observe(&Event::Left(step, filled));
            }
        }
    })
}
