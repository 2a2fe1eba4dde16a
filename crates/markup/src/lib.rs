//! `html!` and `#[component]` for the app: the notation of Yew's macros of these names, and other code.
//!
//! Yew's macros write out how each element and each component is made, wherever it stands, which makes up most of a page's
//! weight. These write a template and what fills its holes; the app's module `markup` does the rest, once for all.
//! This crate knows the notation, and nothing of the page: what it writes calls `registrar::markup`.

mod component;
mod template;
mod tree;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Markup, as in Yew's `html!`: elements with attributes, `{ expression }`, `if`, `if let` and `else`, `for`, fragments and
/// components.
///
/// An expression in braces is one child. What makes several is a `for`, so that a list that grows never moves what stands
/// beside it. Attributes that begin with `on` take callbacks; `key` and `ref` are as in Yew.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let tree = parse_macro_input!(input as tree::Tree);
    template::written(&tree.0).into()
}

/// Makes a component of a function, as Yew's attribute does: `fn Name(props: &Props) -> Html`, or one without properties. It
/// may use hooks.
///
/// `Name` becomes another name of `Props`, of which each component has its own.
#[proc_macro_attribute]
pub fn component(_: TokenStream, item: TokenStream) -> TokenStream {
    let function = parse_macro_input!(item as syn::ItemFn);
    component::written(&function).unwrap_or_else(|error| error.to_compile_error()).into()
}
