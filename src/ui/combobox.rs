//! A field for choosing one of many options, as the ARIA pattern *combobox with list autocomplete*. It renders only
//! the best matches, so that it stays fast with thousands.

use std::rc::Rc;

use search::Filter;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Kind, avatar, bdi};
use crate::platform::clock::next_task;
use crate::platform::dom;

/// The number of rendered options.
const MAX_OPTIONS: usize = 24;

/// An option of the list.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// A unique id.
    pub id: AttrValue,
    /// The kind of an account, whose picture is shown.
    pub kind: Option<Kind>,
    pub name: AttrValue,
    /// A second text that tells equal names apart; empty for none.
    pub detail: AttrValue,
    /// The text that typing is matched against, as of [`search::filter_text`].
    pub search: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input, and the prefix of the ids in the list.
    pub id: AttrValue,
    pub label: AttrValue,
    /// The accessible name of the list. It differs from the field's, so that screen readers tell the two apart.
    pub list_label: AttrValue,
    /// Makes the options, when the list is opened.
    pub choices: Callback<(), Vec<Choice>>,
    /// The id of the selected option.
    pub value: AttrValue,
    /// The name of the selected option.
    pub name: AttrValue,
    /// The text for further matches, given their number.
    pub more_text: Callback<usize, String>,
    /// The text for an empty list.
    pub empty_text: AttrValue,
    /// Receives the id of the selected option.
    pub on_choose: Callback<AttrValue>,
}

/// The state of the open list.
#[derive(Clone, PartialEq)]
struct OpenList {
    /// The typed text; `None` while the input still shows the selected name.
    text: Option<String>,
    /// The option that the arrow keys have reached.
    selected_by_keys: Option<usize>,
}

#[component]
pub fn Combobox(props: &Props) -> Html {
    // `None` while the list is closed. The field then shows the selected option.
    let typing = use_state_eq(|| None::<OpenList>);
    let input = use_node_ref();
    let choices = use_choices(&props.choices, typing.is_some());
    let (mut matches, total) = match &*typing {
        Some(typing) => matching(choices.iter(), typing.text.as_deref().unwrap_or_default(), MAX_OPTIONS),
        None => (Vec::new(), 0),
    };
    // Before typing, the list contains the selected option even if it sorts beyond the limit.
    let is_chosen = |choice: &&Choice| choice.id == props.value;
    if matches!(&*typing, Some(OpenList { text: None, .. }))
        && !matches.iter().any(is_chosen)
        && let Some(chosen) = choices.iter().find(is_chosen)
    {
        matches.insert(0, chosen);
        matches.truncate(MAX_OPTIONS);
    }
    // The selected option is active at first, so that opening and closing the list changes nothing.
    let active = match typing.as_ref() {
        Some(OpenList { selected_by_keys: Some(selected_by_keys), .. }) => *selected_by_keys,
        Some(OpenList { text: None, .. }) => matches.iter().position(is_chosen).unwrap_or(0),
        _ => 0,
    };
    let list_id = format!("{}-list", props.id);
    let option_id = |position: usize| format!("{}-option-{position}", props.id);

    let open = {
        let (typing, input) = (typing.setter(), input.clone());
        Callback::from(move |()| {
            typing.set(Some(OpenList { text: None, selected_by_keys: None }));
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.select();
            }
        })
    };
    let close = {
        let typing = typing.setter();
        Callback::from(move |()| typing.set(None))
    };
    let choose = {
        let (on_choose, close) = (props.on_choose.clone(), close.clone());
        Callback::from(move |id: AttrValue| {
            close.emit(());
            on_choose.emit(id);
        })
    };
    let oninput = {
        let typing = typing.setter();
        Callback::from(move |event: InputEvent| {
            typing.set(Some(OpenList { text: Some(dom::field_value(&event)), selected_by_keys: None }));
        })
    };
    let onkeydown = {
        let (state, open, close, choose) = (typing.clone(), open.clone(), close.clone(), choose.clone());
        let ids: Vec<AttrValue> = matches.iter().map(|choice| choice.id.clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            if dom::is_composing(&event) {
                return;
            }
            let Some(typing) = (*state).clone() else {
                if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp" | "Enter") {
                    event.prevent_default();
                    open.emit(());
                }
                return;
            };
            let last = ids.len().saturating_sub(1);
            let active = match event.key().as_str() {
                "ArrowDown" if active >= last => 0,
                "ArrowDown" => active + 1,
                "ArrowUp" if active == 0 => last,
                "ArrowUp" => active - 1,
                "Enter" => {
                    event.prevent_default();
                    if let Some(id) = ids.get(active) {
                        choose.emit(id.clone());
                    }
                    return;
                }
                "Escape" => {
                    event.prevent_default();
                    event.stop_propagation();
                    close.emit(());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            state.set(Some(OpenList { selected_by_keys: Some(active), ..typing }));
        })
    };
    // A press on an option must not take the focus out of the field before the click arrives.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onclick = {
        let is_open = typing.is_some();
        let open = open.clone();
        Callback::from(move |_: MouseEvent| {
            if !is_open {
                open.emit(());
            }
        })
    };
    let is_open = typing.is_some();
    use_effect_with(typing.as_ref().map(|_| option_id(active)), |active| {
        // Scrolling forces a layout, so it waits for the next task after the render.
        let scroll = active.clone().map(|active| next_task(move || dom::scroll_into_view(&active)));
        move || drop(scroll)
    });
    let typed = typing.as_ref().and_then(|typing| typing.text.clone());
    let value = typed.map_or_else(|| props.name.clone(), AttrValue::from);
    html! {
        <div class="combobox combobox-select">
            <label for={props.id.clone()}>{ &props.label }</label>
            <input
                ref={input}
                id={props.id.clone()}
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded={if is_open { "true" } else { "false" }}
                aria-controls={list_id.clone()}
                aria-activedescendant={(is_open && !matches.is_empty()).then(|| option_id(active))}
                {value}
                {oninput}
                {onkeydown}
                {onclick}
                onblur={close.reform(|_: FocusEvent| ())}
            />
            <ul id={list_id} class="listbox" role="listbox" aria-label={props.list_label.clone()} hidden={!is_open} {onmousedown}>
                if is_open {
                    for (position, choice) in matches.iter().enumerate() {
                        { option(option_id(position), choice, position == active, choice.id == props.value, &choose) }
                    }
                    if matches.is_empty() {
                        { option_note(&props.empty_text) }
                    }
                    if total > matches.len() {
                        { option_note(&props.more_text.emit(total - matches.len())) }
                    }
                }
            </ul>
        </div>
    }
}

/// The options while the list is open. A closed list makes none, since there can be thousands.
#[hook]
pub(super) fn use_choices(make: &Callback<(), Vec<Choice>>, is_open: bool) -> Rc<Vec<Choice>> {
    use_memo((is_open, make.clone()), |(is_open, make)| if *is_open { make.emit(()) } else { Vec::new() })
}

/// The first matches of a text, up to a limit, and the number of all matches. Whole words come first, then beginnings of words.
pub fn matching<'a>(
    choices: impl Iterator<Item = &'a Choice> + Clone,
    text: &str,
    limit: usize,
) -> (Vec<&'a Choice>, usize) {
    let filter = Filter::of(text);
    let mut matches = filter.select(choices, |filter, choice| filter.matches(std::iter::once(choice.search.as_str())));
    let total = matches.len();
    matches.sort_by_cached_key(|choice| {
        let search = choice.search.as_str();
        (!filter.is_word(search), !filter.begins_word(search))
    });
    matches.truncate(limit);
    (matches, total)
}

/// A note in the list, which cannot be chosen.
pub(super) fn option_note(text: &str) -> Html {
    html! { <li class="option-more" role="option" aria-disabled="true" aria-selected="false">{ text }</li> }
}

/// An option of the list.
pub(super) fn option(
    id: String,
    choice: &Choice,
    is_active: bool,
    is_chosen: bool,
    on_choose: &Callback<AttrValue>,
) -> Html {
    let onclick = {
        let id = choice.id.clone();
        on_choose.reform(move |_: MouseEvent| id.clone())
    };
    html! {
        <li
            {id}
            class={if is_active { "option option-active" } else { "option" }}
            role="option"
            aria-selected={if is_chosen { "true" } else { "false" }}
            {onclick}
        >
            <span class="person">
                if let Some(kind) = choice.kind {
                    { avatar(kind, &choice.name) }
                }
                <span>{ bdi(&choice.name) }<span class="muted small">{ " " }{ &choice.detail }</span></span>
            </span>
        </li>
    }
}
