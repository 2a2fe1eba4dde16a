//! What can fill the holes of a template.

use yew::Html;
use yew::virtual_dom::{AttrValue, VNode, VText};

use super::Markup;

/// What the value of an attribute can be.
pub trait Attribute {
    /// Fills the hole that comes next.
    fn fill(self, markup: &mut Markup);
}

impl Attribute for Option<AttrValue> {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        markup.fill_value(|_| self);
    }
}

impl Attribute for AttrValue {
    fn fill(self, markup: &mut Markup) {
        Some(self).fill(markup);
    }
}

impl Attribute for &AttrValue {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        Some(self.clone()).fill(markup);
    }
}

impl Attribute for &'static str {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        Some(AttrValue::Static(self)).fill(markup);
    }
}

impl Attribute for Option<&'static str> {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        self.map(AttrValue::Static).fill(markup);
    }
}

impl Attribute for String {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        Some(AttrValue::from(self)).fill(markup);
    }
}

impl Attribute for Option<String> {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        self.map(AttrValue::from).fill(markup);
    }
}

/// An attribute that is there or is not.
impl Attribute for bool {
    #[inline(never)]
    fn fill(self, markup: &mut Markup) {
        markup.fill_value(|name| self.then_some(AttrValue::Static(name)));
    }
}

/// What a child can be.
pub trait Child: Sized {
    /// As a node.
    fn node(self) -> Html;

    /// Fills the hole that comes next.
    fn fill(self, markup: &mut Markup) {
        markup.fill_node(self.node());
    }
}

impl Child for Html {
    fn node(self) -> Html {
        self
    }
}

impl Child for AttrValue {
    #[inline(never)]
    fn node(self) -> Html {
        VNode::from(VText::new(self))
    }
}

impl Child for &AttrValue {
    #[inline(never)]
    fn node(self) -> Html {
        self.clone().node()
    }
}

impl Child for &str {
    #[inline(never)]
    fn node(self) -> Html {
        AttrValue::from(self.to_owned()).node()
    }
}

impl Child for usize {
    #[inline(never)]
    fn node(self) -> Html {
        self.to_string().node()
    }
}

impl Child for String {
    #[inline(never)]
    fn node(self) -> Html {
        AttrValue::from(self).node()
    }
}

impl Child for &String {
    #[inline(never)]
    fn node(self) -> Html {
        self.clone().node()
    }
}
