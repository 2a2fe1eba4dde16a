//! A text field with suggestions for names, as the ARIA pattern *combobox with list autocomplete*. It accepts any
//! text, and Enter submits unless a suggestion is active.

use std::collections::HashSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use super::combobox::{matching, option, option_note, use_choices};
use super::{Choice, icon, prose};
use crate::platform::dom;

/// The number of rendered suggestions.
const MAX_SUGGESTIONS: usize = 8;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input, and the prefix of the other ids.
    pub id: AttrValue,
    pub label: AttrValue,
    /// The accessible name of the list. It differs from the field's, so that screen readers tell the two apart.
    pub list_label: AttrValue,
    pub hint: AttrValue,
    pub value: AttrValue,
    /// The part of the value that suggestions are searched for; empty for none.
    pub query: AttrValue,
    /// Makes the suggestions, when typing begins.
    pub choices: Callback<(), Vec<Choice>>,
    /// The ids of suggestions that are not shown.
    pub without: Rc<HashSet<AttrValue>>,
    /// The text for further suggestions, given their number.
    pub more_text: Callback<usize, String>,
    /// The problems, one line each.
    pub problems: Vec<String>,
    /// The id of the denial; empty if the field can be changed.
    pub denied: AttrValue,
    pub on_input: Callback<String>,
    /// Receives the id of a suggestion.
    pub on_choose: Callback<AttrValue>,
    /// The controls that solve the problems.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn SuggestField(props: &Props) -> Html {
    // The list is open while the person types.
    let is_open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let choices = use_choices(&props.choices, *is_open);
    let (matches, total) = if *is_open && !props.query.is_empty() {
        let shown = choices.iter().filter(|choice| !props.without.contains(&choice.id));
        matching(shown, &props.query, MAX_SUGGESTIONS)
    } else {
        (Vec::new(), 0)
    };
    let [hint_id, problem_id, list_id] = ["hint", "problem", "list"].map(|part| format!("{}-{part}", props.id));
    let option_id = |position: usize| format!("{}-option-{position}", props.id);
    let set = {
        let (is_open, active) = (is_open.setter(), active.setter());
        move |open: bool, position: Option<usize>| {
            is_open.set(open);
            active.set(position);
        }
    };
    let choose = {
        let (set, on_choose) = (set.clone(), props.on_choose.clone());
        Callback::from(move |id: AttrValue| {
            set(false, None);
            on_choose.emit(id);
        })
    };
    let oninput = {
        let (set, on_input) = (set.clone(), props.on_input.clone());
        Callback::from(move |event: InputEvent| {
            set(true, None);
            on_input.emit(dom::field_value(&event));
        })
    };
    let onkeydown = {
        let (set, choose, active) = (set.clone(), choose.clone(), *active);
        let ids: Vec<AttrValue> = matches.iter().map(|choice| choice.id.clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            if dom::is_composing(&event) {
                return;
            }
            let last = ids.len().saturating_sub(1);
            let next = match (event.key().as_str(), active) {
                ("ArrowDown", Some(position)) if position < last => Some(position + 1),
                ("ArrowDown", _) => Some(0),
                ("ArrowUp", Some(position)) if position > 0 => Some(position - 1),
                ("ArrowUp", _) => Some(last),
                ("Enter", Some(position)) => {
                    if let Some(id) = ids.get(position) {
                        event.prevent_default();
                        choose.emit(id.clone());
                    }
                    return;
                }
                ("Escape", _) if !ids.is_empty() => None,
                _ => return,
            };
            event.prevent_default();
            set(next.is_some(), next);
        })
    };
    let onpaste = {
        let on_input = props.on_input.clone();
        let is_denied = !props.denied.is_empty();
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let pasted = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            // The input would drop line breaks, and with them the boundaries between names.
            if let (false, true, Some(input)) = (is_denied, pasted.trim().contains(['\n', '\r']), input) {
                event.prevent_default();
                let names: Vec<&str> =
                    pasted.split(['\n', '\r']).map(str::trim).filter(|name| !name.is_empty()).collect();
                let _ = input.set_range_text(&names.join(", "));
                on_input.emit(input.value());
            }
        })
    };
    // A press on an option must not take the focus out of the field before the click arrives.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onblur = Callback::from(move |_: FocusEvent| set(false, None));
    let is_listed = !matches.is_empty();
    let is_invalid = !props.problems.is_empty();
    html! {
        <div class="field" data-invalid={is_invalid.then_some("true")}>
            <label for={props.id.clone()}>{ &props.label }</label>
            <div class="combobox">
                <input
                    id={props.id.clone()}
                    type="text"
                    role="combobox"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    readonly={!props.denied.is_empty()}
                    aria-autocomplete="list"
                    aria-expanded={if is_listed { "true" } else { "false" }}
                    aria-controls={list_id.clone()}
                    aria-activedescendant={active.filter(|_| is_listed).map(option_id)}
                    aria-describedby={format!("{hint_id} {problem_id} {}", props.denied)}
                    aria-invalid={is_invalid.then_some("true")}
                    value={props.value.clone()}
                    {oninput}
                    {onkeydown}
                    {onpaste}
                    {onblur}
                />
                <ul id={list_id} class="listbox" role="listbox" aria-label={props.list_label.clone()} hidden={!is_listed} {onmousedown}>
                    for (position, choice) in matches.iter().enumerate() {
                        { option(option_id(position), choice, *active == Some(position), *active == Some(position), &choose) }
                    }
                    if total > matches.len() {
                        { option_note(&props.more_text.emit(total - matches.len())) }
                    }
                </ul>
            </div>
            <p class="hint" id={hint_id}>{ &props.hint }</p>
            <div id={problem_id} aria-live="polite">
                for problem in &props.problems {
                    <p class="problem">{ icon("warning") }<span>{ prose(problem) }</span></p>
                }
            </div>
            { props.children.clone() }
        </div>
    }
}
