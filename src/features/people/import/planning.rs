//! Computes the plan of an import in slices, so that the page stays usable meanwhile.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use domain::{Action, Id};
use interchange::directory::{Choices, Mapping, Plan, Planner};
use yew::platform::{spawn_local, time};
use yew::prelude::*;

use super::source::Content;
use crate::platform::clock;
use crate::state::ViewRef;

/// The lines that are handled between two looks at the clock.
const LINES: usize = 200;

/// The milliseconds of a slice.
const SLICE: i64 = 20;

/// Everything that a plan depends on.
#[derive(Clone)]
pub struct Inputs {
    pub content: Rc<Content>,
    pub mapping: Mapping,
    pub choices: Choices,
    pub view: ViewRef,
}

impl PartialEq for Inputs {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
            && self.mapping == other.mapping
            && self.choices == other.choices
            && self.view == other.view
    }
}

/// A plan with its inputs. While other inputs are being planned, the previous plan stays.
#[derive(Clone)]
pub struct Planned {
    pub inputs: Inputs,
    pub plan: Rc<Plan>,
    /// The intent for its consequences. These name only entries that exist, so the ids of new ones do not matter.
    pub actions: Rc<[Action]>,
}

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.plan, &other.plan)
    }
}

/// The latest plan for the inputs, or for earlier ones until it is complete.
#[hook]
pub fn use_plan(inputs: Option<Inputs>) -> Option<Planned> {
    let planned = use_state_eq(|| None::<Planned>);
    use_effect_with(inputs, {
        let planned = planned.setter();
        move |inputs| {
            let is_stale = Rc::new(Cell::new(false));
            match inputs.clone() {
                Some(inputs) => spawn_local(plan_in_slices(inputs, planned, Rc::clone(&is_stale))),
                None => planned.set(None),
            }
            move || is_stale.set(true)
        }
    });
    (*planned).clone()
}

async fn plan_in_slices(inputs: Inputs, planned: UseStateSetter<Option<Planned>>, is_stale: Rc<Cell<bool>>) {
    let Inputs { content, mapping, choices, view } = &inputs;
    let mut planner = Planner::new(&content.table, mapping, choices, view);
    let mut start = clock::now();
    while !planner.step(LINES) {
        if clock::now() - start > SLICE {
            time::sleep(Duration::ZERO).await;
            start = clock::now();
        }
        if is_stale.get() {
            return;
        }
    }
    let plan = Rc::new(planner.finish());
    if !is_stale.get() {
        let actions = plan.actions(|position| Id::new("", position)).into();
        planned.set(Some(Planned { inputs, plan, actions }));
    }
}
