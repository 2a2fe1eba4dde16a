//! A field with suggestions, for choosing one of many: the ARIA pattern *combobox with list autocomplete*. It shows the
//! best matches only, so that it stays quick with thousands.

use std::rc::Rc;

use domain::FoldKey;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Kind, avatar, bdi};
use crate::platform::clock::next_task;
use crate::platform::dom;

/// As many as are shown at once.
const SHOWN: usize = 24;

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// What it is to the program; unique.
    pub id: AttrValue,
    /// What kind of account it is.
    pub kind: Kind,
    /// What it is called.
    pub name: AttrValue,
    /// What else tells it apart.
    pub detail: AttrValue,
    /// What typing is compared with: the text of a [`FoldKey`].
    pub search: AttrValue,
}

/// The field.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the input; those of the list and its options are made from it.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// What the list is called; not as the field, or the two cannot be told apart.
    pub list_label: AttrValue,
    /// Makes what can be chosen. It is asked when the list is opened.
    pub choices: Callback<(), Vec<Choice>>,
    /// The id of what is chosen.
    pub value: AttrValue,
    /// What that is called.
    pub name: AttrValue,
    /// What stands below the list when it does not show everything: given how many more there are.
    pub more: Callback<usize, String>,
    /// What stands in the list if nothing matches.
    pub none: AttrValue,
    /// The id of what is chosen.
    pub on_choose: Callback<AttrValue>,
}

/// What the list shows.
#[derive(Clone, PartialEq)]
struct Typing {
    /// What is typed; nothing as long as the name of what is chosen was not touched.
    text: Option<String>,
    /// Which one Enter chooses, if another than at first.
    moved: Option<usize>,
}

/// A combobox.
#[component]
pub fn Combobox(props: &Props) -> Html {
    // Nothing while the list is closed: then the field shows what is chosen.
    let typing = use_state_eq(|| None::<Typing>);
    let input = use_node_ref();
    let choices = use_choices(&props.choices, typing.is_some());
    let (mut matches, total) = match &*typing {
        Some(typing) => matching(&choices, typing.text.as_deref().unwrap_or_default(), SHOWN),
        None => (Vec::new(), 0),
    };
    // What is chosen is among them before anything is typed, however far behind its name is.
    let is_chosen = |choice: &&Choice| choice.id == props.value;
    if matches!(&*typing, Some(Typing { text: None, .. }))
        && !matches.iter().any(is_chosen)
        && let Some(chosen) = choices.iter().find(is_chosen)
    {
        matches.insert(0, chosen);
        matches.truncate(SHOWN);
    }
    // At first that is what is chosen already: to open the list and leave it changes nothing.
    let active = match typing.as_ref() {
        Some(Typing { moved: Some(moved), .. }) => *moved,
        Some(Typing { text: None, .. }) => matches.iter().position(is_chosen).unwrap_or(0),
        _ => 0,
    };
    let list_id = format!("{}-list", props.id);
    let option_id = |position: usize| format!("{}-option-{position}", props.id);

    let open = {
        let (typing, input) = (typing.setter(), input.clone());
        Callback::from(move |()| {
            typing.set(Some(Typing { text: None, moved: None }));
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
            typing.set(Some(Typing { text: Some(dom::field_value(&event)), moved: None }));
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
            state.set(Some(Typing { moved: Some(active), ..typing }));
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
        // A browser lays the page out to scroll: not within the task that has just drawn the list.
        let scroll = active.clone().map(|active| next_task(move || dom::scroll_into_view(&active)));
        move || drop(scroll)
    });
    let typed = typing.as_ref().and_then(|typing| typing.text.clone());
    let value = typed.map_or_else(|| props.name.clone(), AttrValue::from);
    html! {
        <div class="combobox">
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
                        { row(option_id(position), choice, position == active, choice.id == props.value, &choose) }
                    }
                    if matches.is_empty() {
                        <li class="option-more" role="option" aria-disabled="true" aria-selected="false">{ &props.none }</li>
                    }
                    if total > matches.len() {
                        <li class="option-more" role="option" aria-disabled="true" aria-selected="false">
                            { props.more.emit(total - matches.len()) }
                        </li>
                    }
                }
            </ul>
        </div>
    }
}

/// What can be chosen, while the list is open: thousands are not made for a list that is closed.
#[hook]
pub(super) fn use_choices(make: &Callback<(), Vec<Choice>>, is_open: bool) -> Rc<Vec<Choice>> {
    use_memo((is_open, make.clone()), |(is_open, make)| if *is_open { make.emit(()) } else { Vec::new() })
}

/// The first that match a text, at most as many as are shown, and how many do. Those that begin with it come first.
pub(super) fn matching<'a>(choices: &'a [Choice], text: &str, shown: usize) -> (Vec<&'a Choice>, usize) {
    let sought = FoldKey::of(text.trim());
    let sought = sought.as_str();
    let matches = choices.iter().filter(|choice| choice.search.contains(sought));
    let begins = |choice: &&Choice| choice.search.split(' ').any(|word| word.starts_with(sought));
    let (mut matches, others): (Vec<&Choice>, Vec<&Choice>) = matches.partition(begins);
    matches.extend(others);
    let total = matches.len();
    matches.truncate(shown);
    (matches, total)
}

/// One of the list.
pub(super) fn row(
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
                { avatar(choice.kind, &choice.name) }
                <span>{ bdi(&choice.name) }<span class="muted small">{ " " }{ &choice.detail }</span></span>
            </span>
        </li>
    }
}
