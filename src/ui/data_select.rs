//! A labeled field whose options are data, such as the projects of a team: a native select, or a combobox for more options than
//! can be drawn.

use search::filter_text;
use yew::prelude::*;

use super::combobox::{Choice, Combobox};
use super::{icon, prose};
use crate::i18n::Language;
use crate::platform::dom;

/// With more options, the field is a combobox. A browser takes milliseconds for each hundred options of a select.
const MAX_SELECT_OPTIONS: usize = 200;

/// An option: its value, and its label.
pub type DataOption = (AttrValue, AttrValue);

/// The options of a field. There can be thousands, so they are made when they are drawn.
#[derive(Clone, PartialEq)]
pub struct DataOptions {
    count: usize,
    make: Callback<(), Vec<DataOption>>,
}

impl DataOptions {
    pub fn new(count: usize, make: impl Fn() -> Vec<DataOption> + 'static) -> Self {
        Self { count, make: Callback::from(move |()| make()) }
    }
}

impl From<Vec<DataOption>> for DataOptions {
    fn from(options: Vec<DataOption>) -> Self {
        Self::new(options.len(), move || options.clone())
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the field, and the prefix of the id of the problem.
    pub id: AttrValue,
    pub label: AttrValue,
    pub options: DataOptions,
    /// The selected option; with an empty value, nothing is selected.
    pub chosen: DataOption,
    /// The problem with the selected option; empty without one.
    #[prop_or_default]
    pub problem: AttrValue,
    pub language: Language,
    /// Receives the value of another option.
    pub on_choose: Callback<String>,
}

#[component]
pub fn DataSelect(props: &Props) -> Html {
    let problem = format!("{}-problem", props.id);
    let is_invalid = !props.problem.is_empty();
    html! {
        <div class="field" data-invalid={is_invalid.then_some("true")}>
            if props.options.count > MAX_SELECT_OPTIONS {
                { combobox(props) }
            } else {
                <label for={props.id.clone()}>{ &props.label }</label>
                { select(props, &problem) }
            }
            <p class="problem" id={problem.clone()} aria-live="polite">
                if is_invalid {
                    { icon("warning") }<span>{ prose(&props.problem) }</span>
                }
            </p>
        </div>
    }
}

fn select(props: &Props, problem: &str) -> Html {
    let (value, _) = &props.chosen;
    let options = props.options.make.emit(());
    // The `selected` attribute has no effect after the first choice, so the property is set as well.
    let position = options.iter().position(|(option, _)| option == value);
    let chosen = position.and_then(|position| i32::try_from(position).ok()).unwrap_or(-1);
    let onchange = {
        let (on_choose, value) = (props.on_choose.clone(), value.clone());
        Callback::from(move |event: Event| {
            let chosen = dom::field_value(&event);
            dom::set_select_value(&event, &value);
            if chosen != *value {
                on_choose.emit(chosen);
            }
        })
    };
    html! {
        <select
            id={props.id.clone()}
            aria-describedby={problem.to_owned()}
            aria-invalid={(!props.problem.is_empty()).then_some("true")}
            ~selectedIndex={chosen}
            {onchange}
        >
            for (option, label) in &options {
                <option value={option.clone()} selected={option == value}>{ label }</option>
            }
        </select>
    }
}

fn combobox(props: &Props) -> Html {
    let words = props.language.catalog().common;
    let choices = {
        let make = props.options.make.clone();
        Callback::from(move |()| make.emit(()).into_iter().map(choice).collect())
    };
    let (value, name) = props.chosen.clone();
    let on_choose = {
        let (on_choose, value) = (props.on_choose.clone(), value.clone());
        Callback::from(move |chosen: AttrValue| {
            if chosen != value {
                on_choose.emit(chosen.to_string());
            }
        })
    };
    html! {
        <Combobox
            id={props.id.clone()}
            label={props.label.clone()}
            list_label={(words.options_of)(&props.label)}
            {choices}
            {value}
            {name}
            more_text={Callback::from(words.more)}
            empty_text={words.no_option}
            {on_choose}
        />
    }
}

fn choice((value, label): DataOption) -> Choice {
    let search = filter_text(&label).to_string().into();
    Choice { id: value, kind: None, name: label, detail: AttrValue::default(), search }
}
