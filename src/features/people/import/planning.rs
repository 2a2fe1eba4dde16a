//! Reads the source of an import and computes its plan, both in slices.

use std::cell::Cell;
use std::rc::Rc;

use domain::{Action, Id};
use interchange::directory::{Choices, Mapping, Plan, Planner};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::slices::Slices;
use super::source::{Content, Source, Unreadable};
use crate::state::ViewRef;

/// The lines that are handled between two looks at the clock.
const LINES: usize = 200;

/// The content of a source, or the reason why there is none.
#[derive(Clone)]
struct Reading {
    source: Source,
    result: Result<Rc<Content>, Unreadable>,
}

/// The content of the source, or `None` until it is read. While the same file is read in another encoding, it is that of the
/// previous one.
#[hook]
pub fn use_content(source: Option<Source>) -> Option<Result<Rc<Content>, Unreadable>> {
    let reading = use_state(|| None::<Reading>);
    use_effect_with(source.clone(), {
        let reading = reading.setter();
        move |source| {
            let is_stale = Rc::new(Cell::new(false));
            match source.clone() {
                Some(source) => spawn_local(read_in_slices(source, reading, Slices::new(Rc::clone(&is_stale)))),
                None => reading.set(None),
            }
            move || is_stale.set(true)
        }
    });
    let reading = (*reading).as_ref().zip(source).filter(|(reading, source)| reading.source.is_same_file(source));
    reading.map(|(reading, _)| reading.result.clone())
}

async fn read_in_slices(source: Source, reading: UseStateSetter<Option<Reading>>, mut slices: Slices) {
    if let Some(result) = source.read(&mut slices).await {
        reading.set(Some(Reading { source, result: result.map(Rc::new) }));
    }
}

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
}

impl Planned {
    /// The intent for its consequences. These name only entries that exist, so the ids of new ones do not matter.
    pub fn actions(&self) -> Vec<Action> {
        self.plan.actions(|position| Id::new("", position))
    }
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
                Some(inputs) => spawn_local(plan_in_slices(inputs, planned, Slices::new(Rc::clone(&is_stale)))),
                None => planned.set(None),
            }
            move || is_stale.set(true)
        }
    });
    (*planned).clone()
}

async fn plan_in_slices(inputs: Inputs, planned: UseStateSetter<Option<Planned>>, mut slices: Slices) {
    let Inputs { content, mapping, choices, view } = &inputs;
    let mut planner = Planner::new(&content.table, mapping, choices, view);
    while !planner.step(LINES) {
        if slices.next().await.is_none() {
            return;
        }
    }
    let plan = Rc::new(planner.finish());
    planned.set(Some(Planned { inputs, plan }));
}
