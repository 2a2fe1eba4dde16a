//! Operations on several collections or versions: the selection, the bar that names the operation, and the preview, which says of
//! each item what is done or why not. What is accepted is one intent.

mod plan;

use std::rc::Rc;

use domain::{Alias, CollectionId, LinkId, Tags, TextFault};
use strum::{EnumString, IntoStaticStr};
use yew::prelude::*;

use self::plan::{Item, Operation, Plan};
use super::text::CollectionsText;
use super::text::bulk::BulkText;
use crate::forms::catalog::text::CatalogText;
use crate::forms::consequences::Confirm;
use crate::i18n::Catalog;
use crate::i18n::prose::isolate;
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::dom;
use crate::state::{Notice, ViewRef};
use crate::ui::{SelectField, SelectOption, TextField, prose};
use crate::widgets::denials::refusal;

const FIELD_ID: &str = "bulk-text";

/// The selected items of a table, in the order of selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection<T>(Rc<Vec<T>>);

impl<T> Default for Selection<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T: Clone + PartialEq> Selection<T> {
    pub fn contains(&self, item: &T) -> bool {
        self.0.contains(item)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Selects an item, or no longer.
    fn toggled(&self, item: &T) -> Self {
        let mut items = (*self.0).clone();
        match items.iter().position(|other| other == item) {
            Some(position) => drop(items.remove(position)),
            None => items.push(item.clone()),
        }
        Self(Rc::new(items))
    }

    /// Selects further items.
    #[must_use]
    pub fn with(&self, more: impl Iterator<Item = T>) -> Self {
        let mut items = (*self.0).clone();
        for item in more {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        Self(Rc::new(items))
    }

    /// Leaves out the items that no longer exist.
    #[must_use]
    pub fn retained(&self, exists: impl Fn(&T) -> bool) -> Self {
        Self(Rc::new(self.0.iter().filter(|item| exists(item)).cloned().collect()))
    }
}

impl<T: Clone + PartialEq + 'static> Selection<T> {
    /// Selects an item, or no longer, when its checkbox is pressed.
    pub fn on_toggle(&self, item: &T, on_mark: &Callback<Self>) -> Callback<()> {
        let (selection, item) = (self.clone(), item.clone());
        on_mark.reform(move |()| selection.toggled(&item))
    }
}

/// The checkbox of a row.
pub fn select_box(name: &str, is_selected: bool, on_toggle: Callback<()>, text: &Catalog) -> Html {
    let onchange = on_toggle.reform(|_: Event| ());
    let label = (BulkText::of(text.language).select)(name);
    html! { <input type="checkbox" class="row-select" aria-label={label} checked={is_selected} {onchange} /> }
}

/// The selected items.
#[derive(Clone, Debug, PartialEq)]
pub enum Selected {
    /// Collections of a registry.
    Collections(Selection<CollectionId>),
    /// Versions of a collection.
    Versions(Selection<LinkId>),
}

impl Selected {
    fn items(&self) -> Vec<Item> {
        match self {
            Self::Collections(selection) => selection.0.iter().cloned().map(Item::Collection).collect(),
            Self::Versions(selection) => selection.0.iter().cloned().map(Item::Version).collect(),
        }
    }

    fn kinds(&self) -> &'static [Kind] {
        match self {
            Self::Collections(_) => &[Kind::AddTags, Kind::RemoveTags, Kind::AddAlias, Kind::Remove],
            Self::Versions(_) => &[Kind::AddTags, Kind::RemoveTags, Kind::AddAlias, Kind::RemoveAliases, Kind::Remove],
        }
    }

    /// An alias can be on one version of a collection only.
    fn offers(&self, kind: Kind) -> bool {
        !matches!((self, kind), (Self::Versions(versions), Kind::AddAlias) if versions.0.len() > 1)
    }

    fn label(&self, kind: Kind, words: &BulkText) -> &'static str {
        let labels: &[&'static str] = match self {
            Self::Collections(_) => &words.for_collections,
            Self::Versions(_) => &words.for_versions,
        };
        let position = self.kinds().iter().position(|other| *other == kind);
        position.and_then(|position| labels.get(position)).copied().unwrap_or_default()
    }
}

/// The kind of an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
enum Kind {
    #[default]
    AddTags,
    RemoveTags,
    AddAlias,
    RemoveAliases,
    Remove,
}

impl Kind {
    /// The subject of the text that is typed for the operation.
    fn subject(self) -> Option<Subject> {
        match self {
            Self::AddTags | Self::RemoveTags => Some(Subject::Tag),
            Self::AddAlias => Some(Subject::Alias),
            Self::RemoveAliases | Self::Remove => None,
        }
    }

    fn operation(self, typed: &str) -> Result<Operation, TextFault> {
        Ok(match self {
            Self::AddTags => Operation::AddTags(Tags::parse_some(typed)?),
            Self::RemoveTags => Operation::RemoveTags(Tags::parse_some(typed)?),
            Self::AddAlias => Operation::AddAlias(Alias::parse(typed)?),
            Self::RemoveAliases => Operation::RemoveAliases,
            Self::Remove => Operation::Remove,
        })
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub selected: Selected,
    /// The name to type before collections are deleted.
    pub container: AttrValue,
    /// Selects all rows that are shown.
    pub on_select_all: Callback<()>,
    pub on_clear: Callback<()>,
}

/// The bar of a selection. It stays at the foot of the window while the table scrolls.
#[component]
pub fn BulkBar(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = BulkText::of(text.language);
    let (labels, catalog) = (CollectionsText::of(text.language), CatalogText::of(text.language));
    let chosen = use_state_eq(Kind::default);
    let typed = use_state_eq(String::new);
    let problem = use_state_eq(String::new);
    let asked = use_state_eq(|| None::<Operation>);
    let selected = &props.selected;
    let count = selected.items().len();
    let kind = if selected.offers(*chosen) { *chosen } else { Kind::default() };
    let options = selected.kinds().iter().filter(|kind| selected.offers(**kind));
    let options: Vec<SelectOption> = options
        .map(|kind| SelectOption { value: (*kind).into(), label: selected.label(*kind, words).into() })
        .collect();
    let on_choose = {
        let (chosen, problem) = (chosen.setter(), problem.setter());
        Callback::from(move |value: String| {
            chosen.set(value.parse().unwrap_or_default());
            problem.set(String::new());
        })
    };
    let on_input = {
        let (typed, problem) = (typed.setter(), problem.setter());
        Callback::from(move |value: String| {
            typed.set(value);
            problem.set(String::new());
        })
    };
    let onsubmit = {
        let (typed, asked, problem) = (typed.clone(), asked.setter(), problem.setter());
        let explain = text.fault.explain;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match (kind.operation(&typed), kind.subject()) {
                (Ok(operation), _) => asked.set(Some(operation)),
                (Err(fault), subject) => {
                    problem.set(explain(subject.unwrap_or(Subject::Tag), &fault));
                    dom::focus(FIELD_ID);
                }
            }
        })
    };
    let on_close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let field = match kind {
        Kind::AddTags | Kind::RemoveTags => Some((labels.tags, catalog.tags_hint)),
        Kind::AddAlias => Some((catalog.alias, "")),
        Kind::RemoveAliases | Kind::Remove => None,
    };
    html! {
        <section class="bulk" aria-label={words.selection}>
            <form {onsubmit} novalidate=true>
                <p class="bulk-count" role="status">{ (words.selected)(count) }</p>
                <SelectField
                    id="bulk-operation"
                    label={words.operation}
                    value={<&'static str>::from(kind)}
                    {options}
                    {on_choose}
                />
                if let Some((label, hint)) = field {
                    <TextField id={FIELD_ID} {label} {hint} value={(*typed).clone()} problem={(*problem).clone()} {on_input} />
                }
                <div class="button-row">
                    <button type="submit" class="button button-primary">{ words.preview }</button>
                    <button type="button" class="button" onclick={props.on_select_all.reform(|_: MouseEvent| ())}>{ words.select_all }</button>
                    <button type="button" class="button" onclick={props.on_clear.reform(|_: MouseEvent| ())}>{ words.clear }</button>
                </div>
            </form>
            if let Some(operation) = &*asked {
                <Preview
                    view={props.view.clone()}
                    title={selected.label(kind, words)}
                    operation={operation.clone()}
                    items={selected.items()}
                    container={props.container.clone()}
                    {on_close}
                    on_done={props.on_clear.clone()}
                />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    view: ViewRef,
    title: &'static str,
    operation: Operation,
    items: Vec<Item>,
    container: AttrValue,
    on_close: Callback<()>,
    on_done: Callback<()>,
}

/// The dialog with the verdict on each item.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let page = use_page();
    let text = page.text();
    let words = BulkText::of(text.language);
    let plan = use_memo((props.view.clone(), props.operation.clone(), props.items.clone()), {
        |(view, operation, items)| Plan::of(view, operation, items)
    });
    let actions = use_memo((*plan).clone(), |plan| Rc::from(plan.actions.as_slice()));
    let is_deletion = props.operation == Operation::Remove
        && props.items.iter().any(|item| matches!(item, Item::Collection(_)))
        && !plan.actions.is_empty();
    let on_done = {
        let (store, on_done) = (page.store.clone(), props.on_done.clone());
        let done = Notice::completed(&props.view, &plan.actions);
        Callback::from(move |()| {
            on_done.emit(());
            store.notify(done.clone());
        })
    };
    html! {
        <Confirm
            view={props.view.clone()}
            title={props.title}
            lead={(words.lead)(plan.accepted.len(), props.items.len())}
            actions={Rc::clone(&*actions)}
            confirm={props.title}
            required_text={if is_deletion { props.container.clone() } else { AttrValue::default() }}
            on_close={props.on_close.clone()}
            {on_done}
        >
            if !plan.accepted.is_empty() {
                <h3>{ (words.accepted)(plan.accepted.len()) }</h3>
                <ul class="bulk-items">
                    for name in &plan.accepted {
                        <li>{ prose(&isolate(name)) }</li>
                    }
                </ul>
            }
            if !plan.refused.is_empty() {
                <h3>{ (words.refused)(plan.refused.len()) }</h3>
                <ul class="bulk-items">
                    for (name, reason) in &plan.refused {
                        <li>{ prose(&format!("{}: {}", isolate(name), refusal(&props.view, reason, text))) }</li>
                    }
                </ul>
            }
        </Confirm>
    }
}
