//! Templates, and the nodes that are made from them.

use std::rc::Rc;
use std::sync::OnceLock;

use wasm_bindgen::JsValue;
use yew::html::NodeRef;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, VNode, VTag};

use super::{Attribute, Child, list};

/// The template of one `html!`: a text in which each control character says what follows up to the next one. The macro
/// writes it; it is read when it is first used.
pub struct Template {
    text: &'static str,
    steps: OnceLock<Vec<Step>>,
}

/// What a template says, one thing after the other.
enum Step {
    /// An element begins: its tag and the names of its attributes, whose values follow.
    Open(&'static str, &'static [&'static str]),
    /// The value of its next attribute.
    Value(&'static str),
    /// Something is filled in.
    Hole,
    /// A text.
    Text(&'static str),
    /// The element ends.
    Close,
}

impl Template {
    /// A template that was not read yet.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text, steps: OnceLock::new() }
    }

    /// Begins to make its nodes, up to the first hole.
    pub fn begin(&'static self) -> Markup {
        let steps = self.steps.get_or_init(|| read(self.text));
        let mut state = Box::new(State { steps, open: Vec::new(), nodes: Vec::new() });
        state.go_on();
        Markup(state)
    }
}

/// The steps of a template. They are kept for good, as the template is.
fn read(text: &'static str) -> Vec<Step> {
    let mut steps = Vec::new();
    // The element whose attributes are being named.
    let mut named: Option<(&'static str, usize, Vec<&'static str>)> = None;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let after = rest.split_at_checked(1).map_or("", |(_, after)| after);
        let end = after.find(|letter: char| letter <= '\u{6}').unwrap_or(after.len());
        let (what, next) = after.split_at_checked(end).unwrap_or_default();
        if sign == '\u{2}' {
            if let Some((_, _, names)) = &mut named {
                names.push(what);
            }
        } else {
            if matches!(sign, '\u{1}' | '\u{6}') {
                name(&mut steps, named.take());
            }
            steps.push(match sign {
                '\u{1}' => {
                    named = Some((what, steps.len(), Vec::new()));
                    Step::Open(what, &[])
                }
                '\u{3}' => Step::Value(what),
                '\u{4}' => Step::Hole,
                '\u{5}' => Step::Text(what),
                _ => Step::Close,
            });
        }
        rest = next;
    }
    steps
}

/// Gives the step that opens an element the names that were found since.
fn name(steps: &mut [Step], named: Option<(&'static str, usize, Vec<&'static str>)>) {
    if let Some((tag, at, names)) = named
        && let Some(step) = steps.get_mut(at)
    {
        *step = Step::Open(tag, names.leak());
    }
}

/// The nodes of a template, as far as they are made. What fills its holes comes in their order.
#[must_use = "it is not shown before its end"]
pub struct Markup(Box<State>);

struct State {
    steps: &'static [Step],
    /// The elements that have begun, each within the one before.
    open: Vec<Open>,
    /// What has no element around it.
    nodes: Vec<VNode>,
}

/// An element that has begun.
struct Open {
    tag: VTag,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    nodes: Vec<VNode>,
}

impl Markup {
    /// The value of an attribute.
    pub fn attribute(&mut self, value: impl Attribute) {
        value.fill(self);
    }

    /// A child.
    pub fn child(&mut self, child: impl Child) {
        child.fill(self);
    }

    /// The value of a property that the element has in the browser.
    pub fn property(&mut self, value: impl Into<JsValue>) {
        let value = AttributeOrProperty::Property(value.into());
        self.fill(|element| element.values.push(Some(value)));
    }

    /// What listens to an event.
    pub fn listener(&mut self, listener: Option<Rc<dyn Listener>>) {
        self.fill(|element| element.listeners.push(listener));
    }

    /// What stands in a field.
    pub fn value(&mut self, value: impl Into<AttrValue>) {
        let value = value.into();
        self.fill(|element| element.tag.set_value(value));
    }

    /// Whether a box is checked.
    pub fn checked(&mut self, checked: bool) {
        self.fill(|element| element.tag.set_checked(checked));
    }

    /// What tells the element from its neighbors in a list.
    pub fn key(&mut self, key: Key) {
        self.fill(|element| element.tag.key = Some(key));
    }

    /// What leads to the element, once it is there.
    pub fn reference(&mut self, node: NodeRef) {
        self.fill(|element| element.tag.node_ref = node);
    }

    /// All nodes as one.
    pub fn end(self) -> VNode {
        one_of(self.0.nodes)
    }

    /// Fills the hole of an attribute: its value is what comes of its name.
    pub(super) fn fill_value(&mut self, value: impl FnOnce(&'static str) -> Option<AttrValue>) {
        self.fill(|element| {
            let name = element.names.get(element.values.len()).copied().unwrap_or_default();
            element.values.push(value(name).map(AttributeOrProperty::Attribute));
        });
    }

    /// Fills the hole of a child.
    pub(super) fn fill_node(&mut self, node: VNode) {
        self.0.add(node);
        self.0.go_on();
    }

    fn fill(&mut self, how: impl FnOnce(&mut Open)) {
        if let Some(element) = self.0.open.last_mut() {
            how(element);
        }
        self.0.go_on();
    }
}

impl State {
    /// Goes on to the next hole, or to the end.
    fn go_on(&mut self) {
        while let Some((step, rest)) = self.steps.split_first() {
            self.steps = rest;
            match step {
                Step::Hole => return,
                Step::Open(tag, names) => self.open.push(Open {
                    tag: VTag::new(*tag),
                    names,
                    values: Vec::with_capacity(names.len()),
                    listeners: Vec::new(),
                    nodes: Vec::new(),
                }),
                Step::Value(value) => {
                    if let Some(element) = self.open.last_mut() {
                        element.values.push(Some(AttributeOrProperty::Attribute(AttrValue::Static(value))));
                    }
                }
                Step::Text(text) => self.add(VNode::from(*text)),
                Step::Close => {
                    if let Some(element) = self.open.pop() {
                        self.add(element.closed());
                    }
                }
            }
        }
    }

    fn add(&mut self, node: VNode) {
        match self.open.last_mut() {
            Some(element) => element.nodes.push(node),
            None => self.nodes.push(node),
        }
    }
}

impl Open {
    fn closed(self) -> VNode {
        let Self { mut tag, names, values, listeners, nodes } = self;
        if !names.is_empty() {
            tag.set_attributes(Attributes::Dynamic { keys: names, values: values.into() });
        }
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into());
        }
        if let Some(children) = tag.children_mut() {
            *children = one_of(nodes);
        }
        VNode::from(tag)
    }
}

fn one_of(mut nodes: Vec<VNode>) -> VNode {
    match nodes.pop() {
        None => VNode::default(),
        Some(alone) if nodes.is_empty() => alone,
        Some(last) => {
            nodes.push(last);
            list(nodes)
        }
    }
}
