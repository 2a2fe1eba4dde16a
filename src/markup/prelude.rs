//! What whoever writes markup begins with. Yew's own prelude has macros and hooks of the same names, which are not meant.

pub use yew::events::*;
pub use yew::functional::{hook, use_context, use_effect, use_force_update, use_node_ref, use_state};
pub use yew::{AttrValue, Callback, Html};

pub use super::{State, component, html, use_callback, use_effect_with, use_memo, use_mut_ref, use_state_eq};
