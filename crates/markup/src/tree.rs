//! The notation, read into a tree.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, LitBool, LitStr, Pat, Path, Result, Token, braced, token};

/// All that stands in one `html!`.
pub struct Tree(pub Vec<Node>);

/// One thing of it.
pub enum Node {
    /// `<p class="lead">…</p>`
    Element(Element),
    /// `<Head title={title} />`
    Component(Component),
    /// `<>…</>`
    Fragment(Vec<Node>),
    /// `{ "a text" }`
    Text(LitStr),
    /// `{ expression }`
    Block(TokenStream),
    /// `if … { … } else { … }`; the condition as it stands, with its `let` if it has one.
    If { condition: TokenStream, then: Vec<Node>, otherwise: Vec<Node> },
    /// `for pattern in items { … }`
    For { pattern: TokenStream, items: TokenStream, each: Vec<Node> },
}

/// An element.
pub struct Element {
    pub tag: String,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Node>,
}

/// A component.
pub struct Component {
    pub path: Path,
    pub attributes: Vec<Attribute>,
    /// `..`: the properties that are not named are as they are by default.
    pub rest: Option<Token![..]>,
    pub children: Vec<Node>,
}

/// An attribute of an element, or a property of a component.
pub struct Attribute {
    /// Its name, which may have hyphens.
    pub name: String,
    pub span: Span,
    pub value: Value,
}

/// The value of an attribute.
pub enum Value {
    /// `"…"`
    Text(LitStr),
    /// `{ … }`
    Expression(TokenStream),
    /// `{ … }` of a `~name`: a property of the element in the browser.
    Property(TokenStream),
    /// `true`
    True,
}

impl Parse for Tree {
    fn parse(input: ParseStream) -> Result<Self> {
        let tree = nodes(input)?;
        if input.is_empty() { Ok(Self(tree)) } else { Err(input.error("this closes nothing")) }
    }
}

/// Everything up to the end, or to a closing tag.
fn nodes(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !(input.is_empty() || input.peek(Token![<]) && input.peek2(Token![/])) {
        nodes.push(input.parse()?);
    }
    Ok(nodes)
}

fn braced_nodes(input: ParseStream) -> Result<Vec<Node>> {
    let content;
    braced!(content in input);
    let nodes = nodes(&content)?;
    if content.is_empty() { Ok(nodes) } else { Err(content.error("this closes nothing")) }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![<]) {
            tag(input)
        } else if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let is_text = content.peek(LitStr) && content.peek2(syn::parse::End);
            Ok(if is_text { Self::Text(content.parse()?) } else { Self::Block(content.parse()?) })
        } else if input.peek(Token![if]) {
            condition(input)
        } else if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            let pattern = Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![in]>()?;
            let items = Expr::parse_without_eager_brace(input)?;
            Ok(Self::For { pattern: quote!(#pattern), items: quote!(#items), each: braced_nodes(input)? })
        } else {
            Err(input.error("expected an element, an expression in braces, `if` or `for`"))
        }
    }
}

fn condition(input: ParseStream) -> Result<Node> {
    input.parse::<Token![if]>()?;
    let condition = Expr::parse_without_eager_brace(input)?;
    let then = braced_nodes(input)?;
    let mut otherwise = Vec::new();
    if input.peek(Token![else]) {
        input.parse::<Token![else]>()?;
        otherwise = if input.peek(Token![if]) { vec![self::condition(input)?] } else { braced_nodes(input)? };
    }
    Ok(Node::If { condition: quote!(#condition), then, otherwise })
}

/// A tag and all up to what closes it.
fn tag(input: ParseStream) -> Result<Node> {
    input.parse::<Token![<]>()?;
    if input.peek(Token![>]) {
        input.parse::<Token![>]>()?;
        let children = nodes(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Node::Fragment(children));
    }
    let path = path(input)?;
    let element = path.get_ident().filter(|name| name.to_string().starts_with(char::is_lowercase)).cloned();
    let attributes = attributes(input)?;
    let rest = if element.is_none() { input.parse()? } else { None };
    let children = if input.peek(Token![/]) {
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        Vec::new()
    } else {
        input.parse::<Token![>]>()?;
        let children = nodes(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let closed = self::path(input)?;
        if closed != path {
            return Err(syn::Error::new_spanned(closed, format!("expected `</{}>`", quote!(#path))));
        }
        input.parse::<Token![>]>()?;
        children
    };
    Ok(match element {
        Some(name) => Node::Element(Element { tag: name.unraw().to_string(), attributes, children }),
        None => Node::Component(Component { path, attributes, rest, children }),
    })
}

/// The name of an element, which may be a word of the language, or the path of a component.
fn path(input: ParseStream) -> Result<Path> {
    if input.peek(Ident) { Path::parse_mod_style(input) } else { Ok(Ident::parse_any(input)?.into()) }
}

fn attributes(input: ParseStream) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while !input.peek(Token![/]) && !input.peek(Token![>]) && !input.peek(Token![..]) {
        attributes.push(input.parse()?);
    }
    Ok(attributes)
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        // `{name}` is `name={name}`.
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let name: Ident = content.parse()?;
            return Ok(Self {
                name: name.unraw().to_string(),
                span: name.span(),
                value: Value::Expression(quote!(#name)),
            });
        }
        let is_property = input.parse::<Option<Token![~]>>()?.is_some();
        let first = Ident::parse_any(input)?;
        let mut name = first.unraw().to_string();
        while input.peek(Token![-]) {
            input.parse::<Token![-]>()?;
            name = format!("{name}-{}", Ident::parse_any(input)?.unraw());
        }
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            Value::Text(input.parse()?)
        } else if input.peek(LitBool) && input.parse::<LitBool>()?.value {
            Value::True
        } else {
            let content;
            braced!(content in input);
            let value = content.parse()?;
            if is_property { Value::Property(value) } else { Value::Expression(value) }
        };
        Ok(Self { name, span: first.span(), value })
    }
}
