//! The code for a tree: a template, which is a text, and what fills its holes in their order.
//!
//! In a template each sign, a control character, says what follows up to the next sign. `registrar::markup` reads it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::tree::{Attribute, Component, Element, Node, Value};

/// An element begins: its tag.
const OPEN: char = '\u{1}';
/// An attribute of it: its name. A value or a hole follows.
const NAME: char = '\u{2}';
/// The value of the attribute.
const VALUE: char = '\u{3}';
/// Something is filled in when the markup is made: a value, a listener, a child.
const HOLE: char = '\u{4}';
/// A text.
const TEXT: char = '\u{5}';
/// The element ends.
const CLOSE: char = '\u{6}';

/// The code of all nodes as one: an expression of type `Html`.
pub fn written(nodes: &[Node]) -> TokenStream {
    match nodes {
        [] => quote!(::yew::Html::default()),
        [Node::Fragment(nodes)] => written(nodes),
        [node] if let Some(alone) = alone(node) => alone,
        nodes => {
            let mut template = Template::default();
            template.nodes(nodes);
            template.written()
        }
    }
}

/// The code of what stands in no template; nothing for what does.
fn alone(node: &Node) -> Option<TokenStream> {
    Some(match node {
        Node::Element(_) | Node::Text(_) | Node::Fragment(_) => return None,
        Node::Component(component) => mounted(component),
        Node::Block(expression) => quote!(::registrar::markup::Child::node({ #expression })),
        Node::If { condition, then, otherwise } => {
            let (then, otherwise) = (written(then), written(otherwise));
            quote!(if #condition { #then } else { #otherwise })
        }
        Node::For { pattern, items, each } => {
            let (list, each) = (Ident::new("list", Span::mixed_site()), written(each));
            quote! {{
                let mut #list = ::std::vec::Vec::new();
                for #pattern in #items {
                    #list.push(#each);
                }
                ::registrar::markup::list(#list)
            }}
        }
    })
}

/// The code of a component: its properties, and its key if it has one.
fn mounted(component: &Component) -> TokenStream {
    let path = &component.path;
    let mut key = quote!(::std::option::Option::None);
    let mut fields = Vec::new();
    for Attribute { name, span, value } in &component.attributes {
        let value = match value {
            Value::Text(text) => quote!(#text),
            Value::Expression(expression) | Value::Property(expression) => quote!({ #expression }),
            Value::True => quote!(true),
        };
        if name == "key" {
            key = quote!(::std::option::Option::Some(::yew::virtual_dom::Key::from(#value)));
        } else {
            let field = format_ident!("{name}", span = *span);
            fields.push(quote_spanned!(*span=> #field: ::yew::html::IntoPropValue::into_prop_value(#value)));
        }
    }
    if !component.children.is_empty() {
        let children = written(&component.children);
        fields.push(quote!(children: #children));
    }
    let rest = component.rest.map(|dots| quote_spanned!(dots.spans[0]=> ..::std::default::Default::default()));
    quote!(::registrar::markup::mount(#path { #(#fields,)* #rest }, #key))
}

/// A template that is being written.
#[derive(Default)]
struct Template {
    text: String,
    /// What fills the holes, as calls.
    filled: Vec<TokenStream>,
}

impl Template {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element),
                Node::Text(text) => self.sign(TEXT, &text.value()),
                Node::Fragment(nodes) => self.nodes(nodes),
                node => {
                    // Blocks are taken as they are, so that a text that is not known before is no call more.
                    let child = match node {
                        Node::Block(expression) => quote!({ #expression }),
                        node => alone(node).unwrap_or_default(),
                    };
                    self.hole(quote!(child), &child);
                }
            }
        }
    }

    fn element(&mut self, element: &Element) {
        self.sign(OPEN, &element.tag);
        let has_value = matches!(element.tag.as_str(), "input" | "textarea");
        for Attribute { name, span, value } in &element.attributes {
            match (name.as_str(), value) {
                ("value", Value::Expression(value)) if has_value => self.hole(quote!(value), &quote!({ #value })),
                ("checked", Value::Expression(value)) if has_value => self.hole(quote!(checked), &quote!({ #value })),
                ("key", Value::Expression(key)) => {
                    self.hole(quote!(key), &quote!(::yew::virtual_dom::Key::from({ #key })))
                }
                ("ref", Value::Expression(node)) => self.hole(quote!(reference), &quote!({ #node })),
                (name, Value::Text(text)) => {
                    self.sign(NAME, name);
                    self.sign(VALUE, &text.value());
                }
                (name, Value::True) => {
                    self.sign(NAME, name);
                    self.sign(VALUE, name);
                }
                (name, Value::Property(value)) => {
                    self.sign(NAME, name);
                    self.hole(quote!(property), &quote!({ #value }));
                }
                (name, Value::Expression(callback)) if name.starts_with("on") => {
                    let event = format_ident!("{name}", span = *span);
                    self.hole(quote!(listener), &quote!(::yew::html::#event::Wrapper::__macro_new({ #callback })));
                }
                (name, Value::Expression(value)) => {
                    self.sign(NAME, name);
                    self.hole(quote!(attribute), &quote!({ #value }));
                }
            }
        }
        self.nodes(&element.children);
        self.sign(CLOSE, "");
    }

    fn sign(&mut self, sign: char, what: &str) {
        self.text.push(sign);
        self.text.push_str(what);
    }

    fn hole(&mut self, how: TokenStream, what: &TokenStream) {
        self.sign(HOLE, "");
        let markup = Ident::new("markup", Span::mixed_site());
        self.filled.push(quote!(#markup.#how(#what);));
    }

    fn written(&self) -> TokenStream {
        let Self { text, filled } = self;
        let markup = Ident::new("markup", Span::mixed_site());
        quote! {{
            static TEMPLATE: ::registrar::markup::Template = ::registrar::markup::Template::new(#text);
            let mut #markup = TEMPLATE.begin();
            #(#filled)*
            #markup.end()
        }}
    }
}
