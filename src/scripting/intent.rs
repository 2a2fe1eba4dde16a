//! An intent: the actions that a script asks for, as the rules know them. Each is read as things are after those before
//! it, so that it can speak of what they make and rename.

use domain::{Action, Id, MemberFault, Missing, Refusal, Trial, View};
use js_sys::Reflect;
use serde_json::value::RawValue;
use wasm_bindgen::JsValue;

use super::actions::{self, Asked};
use super::call;
use super::copy::Copier;
use super::error::Answer;
use super::types::action;
use super::types::problem::{Failure, Malformation};

/// The most actions that one intent may have.
const MOST: f64 = 10_000.0;

/// Actions that the rules let pass, one after the other.
pub struct Intent {
    /// The actions.
    pub actions: Vec<Action>,
    /// What the acting account would see afterwards; nothing if it has removed itself.
    pub after: Option<View>,
    trial: Trial,
    /// For each action, which one of the script's it comes from.
    pub asked: Vec<usize>,
}

/// Reads what a script asks for: one action or a list. `id_of` says what the action at a position makes.
pub fn read(copier: &Copier, given: &JsValue, view: &View, id_of: impl Fn(usize) -> Id) -> Answer<Intent> {
    let at = "actions";
    // Copying a list of a billion would take the page with it. Whatever else has a length is told what it is below.
    let length = Reflect::get(given, &"length".into()).ok().and_then(|length| length.as_f64());
    if length.is_some_and(|length| length > MOST) {
        return Err(Failure::malformed(Malformation::TooLarge, at, "at most 10000 actions"));
    }
    let json = copier.json(given, at)?;
    let list = match serde_json::from_str::<Vec<&RawValue>>(json.get()) {
        Ok(list) => list.into_iter().enumerate().map(|(nth, json)| (json, format!("{at}[{nth}]"))).collect(),
        Err(_) => vec![(&*json, "action".to_owned())],
    };
    if list.is_empty() {
        return Err(Failure::malformed(Malformation::Empty, at, "at least one action"));
    }
    let after = Some(view.clone());
    let mut intent = Intent { actions: Vec::new(), after, trial: view.trial(), asked: Vec::new() };
    for (nth, (json, at)) in list.into_iter().enumerate() {
        let taken = call::read(json, &at).and_then(|action| intent.take(action, &at, nth, &id_of));
        taken.map_err(|failure| failure.of_action(nth))?;
    }
    Ok(intent)
}

impl Intent {
    /// The refusal of one of its actions, with the place of the one that the script asked for.
    pub fn refused(&self, view: &View, refusal: &Refusal, position: usize) -> Box<Failure> {
        let nth = self.asked.get(position).copied().unwrap_or_default();
        Failure::refused(view, refusal).of_action(nth)
    }

    /// Takes in one action of the script, which stands at this place in it.
    fn take(&mut self, action: action::Action, at: &str, nth: usize, id_of: impl Fn(usize) -> Id) -> Answer<()> {
        let view = self.after.as_ref().ok_or_else(|| Failure::missing(Missing::Actor))?;
        let before = self.actions.len();
        match actions::read(action, at, view)? {
            Asked::Actions(list) => {
                for action in list {
                    let refused = |refusal| Failure::refused(view, &refusal);
                    self.trial.step(&action, id_of(self.actions.len())).map_err(refused)?;
                    self.actions.push(action);
                }
            }
            Asked::Members { registry, members, role } => {
                let members = members.iter().map(|(named, found)| (named.as_str(), found.clone()));
                let listed = self.trial.add_members(&registry, members, role);
                self.actions.extend(listed.map_err(|faults| not_added(view, &faults))?);
            }
        }
        self.asked.resize(self.actions.len(), nth);
        if self.actions.len() > before {
            self.after = self.trial.view();
        }
        Ok(())
    }
}

/// Why members are not added: the first who cannot be, and everybody. What is refused whoever is named is no fault of the
/// one who is.
fn not_added(view: &View, faults: &[MemberFault]) -> Box<Failure> {
    let failure = |fault: &MemberFault| Failure::refused(view, &fault.refusal);
    match faults {
        [fault, ..] if !fault.is_of_everybody() => {
            let each = faults.iter().map(|fault| *failure(fault).of_member(&fault.named)).collect();
            failure(fault).of_member(&fault.named).with_faults(each)
        }
        [fault, ..] => failure(fault),
        [] => Failure::missing(Missing::Account),
    }
}
