//! The actions of one call, translated for the domain. Each is translated in the state after the previous ones, so
//! that it can refer to objects that they make or rename.

use domain::{Action, CollectionAction, Id, LinkSource, MemberFault, Missing, Refusal, Trial, VersionRef, View};
use js_sys::Reflect;
use serde_json::value::RawValue;
use wasm_bindgen::JsValue;

use super::actions::{self, TranslatedAction};
use super::call;
use super::catalog::RequestedLink;
use super::copy::{Copier, MAX_ITEMS};
use super::error::Answer;
use super::types::action;
use super::types::problem::{Failure, Malformation};

/// Actions that the rules accept in this order.
pub struct Intent {
    /// The translated actions.
    pub actions: Vec<Action>,
    trial: Trial,
    /// The position of the script's action for each translated one.
    pub script_positions: Vec<usize>,
    /// The version or link that each translated action has made, if any.
    pub made: Vec<Option<MadeInCatalog>>,
}

/// A version or link as its action left it, since later actions of the intent may remove it.
#[derive(Clone)]
pub struct MadeInCatalog {
    /// The version or link, which may be an earlier one.
    pub reference: VersionRef,
    /// Whether a collection was made along.
    pub has_collection: bool,
}

/// Translates one action or a list. `id_of` gives the id of the object that an action makes.
pub fn read(copier: &Copier, argument: &JsValue, view: &View, id_of: impl Fn(usize) -> Id) -> Answer<Intent> {
    let at = "actions";
    // Copying a list of a billion items would freeze the page. Other values with a length fail below.
    let length = Reflect::get(argument, &"length".into()).ok().and_then(|length| length.as_f64());
    if length.is_some_and(|length| length > f64::from(MAX_ITEMS)) {
        return Err(Failure::malformed(Malformation::TooLarge, at, "at most 10000 actions"));
    }
    let json = copier.json(argument, at)?;
    let list = match serde_json::from_str::<Vec<&RawValue>>(json.get()) {
        Ok(list) => list.into_iter().enumerate().map(|(nth, json)| (json, format!("{at}[{nth}]"))).collect(),
        Err(_) => vec![(&*json, "action".to_owned())],
    };
    if list.is_empty() {
        return Err(Failure::malformed(Malformation::Empty, at, "at least one action"));
    }
    let (actions, script_positions, made) = (Vec::new(), Vec::new(), Vec::new());
    let mut intent = Intent { actions, trial: view.trial(), script_positions, made };
    for (nth, (json, at)) in list.into_iter().enumerate() {
        let result = call::read(json, &at).and_then(|action| intent.translate(action, &at, nth, &id_of));
        result.map_err(|failure| failure.with_action(nth))?;
    }
    Ok(intent)
}

impl Intent {
    /// The view after all actions, or `None` if the acting account has removed itself.
    pub fn view(&self) -> Option<View> {
        self.trial.view()
    }

    /// A refusal, with the position of the script's action.
    pub fn refused(&self, view: &View, refusal: &Refusal, position: usize) -> Box<Failure> {
        let nth = self.script_positions.get(position).copied().unwrap_or_default();
        Failure::refused(view, refusal).with_action(nth)
    }

    /// Translates one action of the script and tries it.
    fn translate(&mut self, action: action::Action, at: &str, nth: usize, id_of: impl Fn(usize) -> Id) -> Answer<()> {
        match actions::translate(action, at, &self.trial)? {
            TranslatedAction::Actions(list) => {
                for action in list {
                    self.step(action, &id_of)?;
                }
            }
            TranslatedAction::Members { registry, members, role } => {
                let members = members.iter().map(|(name, found)| (name.as_str(), found.clone()));
                let listed = self.trial.add_members(&registry, members, role);
                self.actions.extend(listed.map_err(|faults| members_failure(&self.trial, &faults))?);
            }
            TranslatedAction::Link(RequestedLink { source, target, aliases }) => {
                let faults =
                    self.trial.catalog().link_faults(&source, target.as_ref().map_err(|missing| *missing), &aliases);
                let (true, LinkSource::Version(version), Ok(target)) = (faults.is_empty(), source, target) else {
                    return Err(link_failure(&self.trial, &faults));
                };
                self.step(CollectionAction::Link { version, target, aliases }.into(), &id_of)?;
            }
        }
        self.script_positions.resize(self.actions.len(), nth);
        self.made.resize(self.actions.len(), None);
        Ok(())
    }

    /// Tries an action, and notes what it has made.
    fn step(&mut self, action: Action, id_of: impl Fn(usize) -> Id) -> Answer<()> {
        let id = id_of(self.actions.len());
        let tried = self.trial.step(&action, id.clone());
        tried.map_err(|refusal| actions::refused(&self.trial, &refusal))?;
        self.made.push(self.made_by(&action, id));
        self.actions.push(action);
        Ok(())
    }

    /// The version that the action has logged or linked, if it is one of these.
    fn made_by(&self, action: &Action, id: Id) -> Option<MadeInCatalog> {
        let catalog = self.trial.catalog();
        let reference = action.version_made(|| id)?;
        let has_collection = match &reference {
            VersionRef::Source(_) => false,
            VersionRef::Linked(link) => catalog.collection(&link.collection_made_along()).is_some(),
        };
        Some(MadeInCatalog { reference: catalog.version(&reference)?.reference(), has_collection })
    }
}

/// The failure of `addMembers`: that of the first faulty member, with those of all faulty members. A refusal that
/// does not depend on the member names none.
fn members_failure(trial: &Trial, faults: &[MemberFault]) -> Box<Failure> {
    let Some(view) = &trial.view() else { return Failure::missing(Missing::Actor) };
    let failure = |fault: &MemberFault| Failure::refused(view, &fault.refusal);
    match faults {
        [fault, ..] if !fault.applies_to_all() => {
            let each = faults.iter().map(|fault| *failure(fault).with_member(&fault.name)).collect();
            failure(fault).with_member(&fault.name).with_faults(each)
        }
        [fault, ..] => failure(fault),
        [] => Failure::missing(Missing::Account),
    }
}

/// The failure of `linkVersion`: that of the first reason, with those of all reasons.
fn link_failure(trial: &Trial, faults: &[Refusal]) -> Box<Failure> {
    let Some(view) = &trial.view() else { return Failure::missing(Missing::Actor) };
    let each: Vec<Failure> = faults.iter().map(|refusal| *Failure::refused(view, refusal)).collect();
    match faults {
        [first, ..] => Failure::refused(view, first).with_faults(each),
        [] => Failure::missing(Missing::Version),
    }
}
