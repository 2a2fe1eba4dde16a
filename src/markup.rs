//! What `html!` and `#[component]` call: it makes Yew's nodes from templates, once for all markup of the page.
//!
//! Yew's own macros write the making of every element out where it stands, and a whole life cycle for each component.
//! Here an element is some letters of a template, and all components are one to Yew. It knows nothing of what is shown.

mod hooks;
mod part;
pub mod prelude;
mod same;
mod template;
#[cfg(test)]
mod tests;
mod value;

pub use hooks::{Setter, State, TearDown, use_callback, use_effect_with, use_memo, use_mut_ref, use_state_eq};
pub use markup::{component, html};
pub use part::{Part, mount};
pub use template::{Markup, Template};
pub use value::{Attribute, Child};

use yew::virtual_dom::{VList, VNode};

/// Nodes as one, which may become more or fewer without moving what stands beside them.
pub fn list(nodes: Vec<VNode>) -> VNode {
    VNode::from(VList::with_children(nodes, None))
}
