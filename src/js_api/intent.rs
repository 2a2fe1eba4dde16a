//! An intent: the actions that a script asks for, as the rules know them. Each is read as things are after those before
//! it, so that it can speak of what they make and rename.

use js_sys::{Array, Reflect};
use registry::{Action, Grantee, Id, Missing, PersonId, Refusal, View};
use wasm_bindgen::{JsCast, JsValue};

use super::actions::{self, Asked};
use super::call::{Fields, copied};
use super::error::{Answer, Failure, Problem};
use super::names;
use super::plain::Plain;

/// The most actions that one intent may have.
const MOST: f64 = 10_000.0;

/// Actions that the rules let pass, one after the other.
pub struct Intent {
    /// The actions.
    pub actions: Vec<Action>,
    /// What the acting account would see afterwards; nothing if it has removed itself.
    pub after: Option<View>,
    /// For each action, which one of the script's it comes from.
    pub asked: Vec<usize>,
}

/// Reads what a script asks for: one action or a list. `id_of` says what the action at a position makes.
pub fn read(given: &JsValue, view: &View, id_of: &dyn Fn(usize) -> Id) -> Answer<Intent> {
    // Copying a list of a billion would take the page with it. Whatever else has a length is told what it is below.
    let length = Reflect::get(given, &"length".into()).ok().and_then(|length| length.as_f64());
    if length.is_some_and(|length| length > MOST) {
        return Err(Failure::malformed(Problem::TooLarge, "actions", "at most 10000 actions"));
    }
    let copy = copied(given, "actions")?;
    let list = match copy.dyn_ref::<Array>() {
        Some(list) => list.iter().zip(0_usize..).map(|(item, nth)| (item, format!("actions[{nth}]"))).collect(),
        None => vec![(copy, "action".to_owned())],
    };
    if list.is_empty() {
        return Err(Failure::malformed(Problem::Empty, "actions", "at least one action"));
    }
    let mut intent = Intent { actions: Vec::new(), after: Some(view.clone()), asked: Vec::new() };
    for (nth, (entry, at)) in list.into_iter().enumerate() {
        let taken = Fields::of(entry, at).and_then(|fields| intent.take(&fields, nth, id_of));
        taken.map_err(|failure| failure.with("action", Plain::count(nth)))?;
    }
    Ok(intent)
}

impl Intent {
    /// Takes in one action of the script.
    fn take(&mut self, fields: &Fields, nth: usize, id_of: &dyn Fn(usize) -> Id) -> Answer<()> {
        let view = self.after.as_ref().ok_or_else(|| Failure::missing(Missing::Actor))?;
        match actions::read(fields, view)? {
            Asked::Actions(list) => {
                for action in list {
                    self.step(action, nth, id_of)?;
                }
                Ok(())
            }
            Asked::Members(list) => {
                let mut faults = Vec::new();
                for (named, action) in list {
                    match self.step(action, nth, id_of) {
                        Ok(()) => {}
                        // What is refused whoever is named is no fault of the one who is.
                        Err(failure) if !failure.is_about_member() => return Err(failure),
                        Err(failure) => faults.push((named, failure)),
                    }
                }
                let each = Plain::list(&faults, |(named, failure)| failure.of_member(named));
                match faults.into_iter().next() {
                    None => Ok(()),
                    Some((named, failure)) => Err(failure.with("member", Plain::Text(named)).with("faults", each)),
                }
            }
        }
    }

    /// Does one action, on the copy that is seen here only.
    fn step(&mut self, action: Action, nth: usize, id_of: &dyn Fn(usize) -> Id) -> Answer<()> {
        let Some(view) = &self.after else { return Err(Failure::missing(Missing::Actor)) };
        match view.after(&action, id_of(self.actions.len())) {
            Ok(after) => {
                self.after = after;
                self.actions.push(action);
                self.asked.push(nth);
                Ok(())
            }
            Err(Refusal::Missing(_)) if is_of_nobody(&action) => Err(Failure::missing(Missing::Account)),
            Err(refusal) => Err(Failure::refused(view, &refusal)),
        }
    }
}

/// Whether the action lists somebody who was not found: then nobody knows what kind of account it was to be.
fn is_of_nobody(action: &Action) -> bool {
    matches!(action, Action::AddMember { member: Grantee::Person(PersonId(id)), .. } if *id == names::nothing())
}
