//! An intent: the actions that a script asks for, as the rules know them. Each is read as things are after those before
//! it, so that it can speak of what they make and rename.

use js_sys::{Array, Reflect};
use registry::{Action, Id, MemberFault, Missing, Refusal, Trial, View};
use wasm_bindgen::{JsCast, JsValue};

use super::actions::{self, Asked};
use super::call::{Fields, copied};
use super::error::{Answer, Failure, Problem};
use super::plain::Plain;

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
    let after = Some(view.clone());
    let mut intent = Intent { actions: Vec::new(), after, trial: view.trial(), asked: Vec::new() };
    for (nth, (entry, at)) in list.into_iter().enumerate() {
        let taken = Fields::of(entry, at).and_then(|fields| intent.take(&fields, nth, id_of));
        taken.map_err(|failure| failure.with("action", Plain::count(nth)))?;
    }
    Ok(intent)
}

impl Intent {
    /// The refusal of one of its actions, with the place of the one that the script asked for.
    pub fn refused(&self, view: &View, refusal: &Refusal, position: usize) -> Failure {
        let nth = self.asked.get(position).copied().unwrap_or_default();
        Failure::refused(view, refusal).with("action", Plain::count(nth))
    }

    /// Takes in one action of the script.
    fn take(&mut self, fields: &Fields, nth: usize, id_of: &dyn Fn(usize) -> Id) -> Answer<()> {
        let view = self.after.as_ref().ok_or_else(|| Failure::missing(Missing::Actor))?;
        let before = self.actions.len();
        match actions::read(fields, view)? {
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
fn not_added(view: &View, faults: &[MemberFault]) -> Failure {
    let failure = |fault: &MemberFault| Failure::refused(view, &fault.refusal);
    match faults {
        [fault, ..] if !fault.is_of_everybody() => failure(fault)
            .with("member", Plain::text(&fault.named))
            .with("faults", Plain::list(faults, |fault| failure(fault).of_member(&fault.named))),
        [fault, ..] => failure(fault),
        [] => Failure::missing(Missing::Account),
    }
}
