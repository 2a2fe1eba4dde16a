//! The walkthrough's events in the create dialog.

use domain::RegistryName;
use yew::prelude::*;

use super::draft::RegistryDraft;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::walkthrough::steps::{Event, Step};

/// Reports the progress in the dialog to the walkthrough. `fields` are the ids of the fields in their order. A taken name
/// does not complete its step.
#[hook]
pub fn use_walkthrough_events(
    draft: &RegistryDraft,
    is_taken: bool,
    fields: [&'static str; 5],
) -> Callback<FocusEvent> {
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
        let left = dom::target_id(&event);
        for ((field, step), filled) in fields.into_iter().zip(STEPS).zip(filled) {
            if field == left {
                store.observe(&Event::Left(step, filled));
            }
        }
    })
}
