//! The rule that a child in `html!` must not be an iterator, `Vec` or `Option` in braces. Yew inserts its items among the
//! other children, and recreates the elements before it when the number of items changes. A recreated field loses focus,
//! caret and composition. A `for`, an `if let` or a fragment always counts as one child.
//!
//! The rule sees tokens without types, so it decides by the last method call of an expression.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::SourceFile;

/// Methods of iterators and options that return an iterator, an option or a collection.
const MULTIPLE: &[&str] = &[
    "and_then",
    "as_ref",
    "chain",
    "cloned",
    "collect",
    "copied",
    "enumerate",
    "err",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "into_iter",
    "iter",
    "map",
    "map_while",
    "ok",
    "or",
    "or_else",
    "rev",
    "skip",
    "take",
    "then",
    "then_some",
    "to_vec",
    "zip",
];

/// The violations in the markup of a Rust file.
pub fn problems(file: &SourceFile) -> Vec<String> {
    if !file.path.ends_with(".rs") {
        return Vec::new();
    }
    let Ok(tokens) = file.text.parse::<TokenStream>() else {
        return vec![file.problem(0, "cannot be read as Rust")];
    };
    let mut lines = Vec::new();
    find_markup(tokens, &mut lines);
    let message = "a child that may become several recreates the fields before it: use `for`, `if let` or a fragment";
    lines.into_iter().map(|line| file.problem(line, message)).collect()
}

/// Checks every `html!`, also nested ones.
fn find_markup(tokens: TokenStream, lines: &mut Vec<usize>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else { continue };
        let before = at.checked_sub(2).and_then(|start| trees.get(start..at));
        if let Some([name, sign]) = before
            && is_word(name, "html")
            && is_punct(sign, '!')
        {
            check_children(group.stream(), lines);
        }
        find_markup(group.stream(), lines);
    }
}

/// Checks the children of an element, a fragment, or an `if` or `for` in the markup.
fn check_children(tokens: TokenStream, lines: &mut Vec<usize>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = trees.as_slice();
    let mut follows_fragment = false;
    while let [tree, after @ ..] = rest {
        rest = after;
        if is_punct(tree, '<') {
            let length = tag_length(after);
            follows_fragment = length == 1;
            rest = after.get(length..).unwrap_or_default();
        } else if ["if", "else", "for"].iter().any(|word| is_word(tree, word)) {
            // The tokens before the braces are the condition or the iterator.
            while let [tree, after @ ..] = rest {
                rest = after;
                if let Some(branch) = braced(tree) {
                    check_children(branch, lines);
                    break;
                }
            }
            follows_fragment = false;
        } else if let Some(expression) = braced(tree) {
            let is_only_child = follows_fragment && is_end_of_fragment(rest);
            if !is_only_child && may_be_multiple(expression) {
                lines.push(tree.span().start().line - 1);
            }
            follows_fragment = false;
        }
    }
}

/// The number of tokens of a tag after its `<`. It is one for the tag of a fragment.
fn tag_length(trees: &[TokenTree]) -> usize {
    // A component may have type parameters: `<ContextProvider<Page>>`.
    let mut open = 1_usize;
    let end = trees.iter().position(|tree| {
        if is_punct(tree, '<') {
            open += 1;
        } else if is_punct(tree, '>') {
            open -= 1;
        }
        open == 0
    });
    end.map_or(trees.len(), |end| end + 1)
}

fn is_end_of_fragment(trees: &[TokenTree]) -> bool {
    matches!(trees, [less, slash, more, ..] if is_punct(less, '<') && is_punct(slash, '/') && is_punct(more, '>'))
}

/// Whether an expression is `for …`, `Some(…)` or `vec![…]`, or ends in a call of a method of [`MULTIPLE`].
fn may_be_multiple(tokens: TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let is_collection = match trees.as_slice() {
        [word, ..] if is_word(word, "for") => true,
        [word, _] => is_word(word, "Some"),
        [word, sign, _] => is_word(word, "vec") && is_punct(sign, '!'),
        _ => false,
    };
    is_collection || last_method(&trees).is_some_and(|name| MULTIPLE.contains(&name.as_str()))
}

/// The method of the last call in an expression, also with type arguments: `.collect::<Html>()`.
fn last_method(trees: &[TokenTree]) -> Option<String> {
    let (TokenTree::Group(arguments), callee) = trees.split_last()? else { return None };
    if arguments.delimiter() != Delimiter::Parenthesis {
        return None;
    }
    let dot = callee.iter().rposition(|tree| is_punct(tree, '.') && !is_joint(tree))?;
    let [TokenTree::Ident(name), types @ ..] = callee.get(dot + 1..)? else { return None };
    let is_call = types.is_empty() || types.first().is_some_and(|tree| is_punct(tree, ':'));
    is_call.then(|| name.to_string())
}

fn braced(tree: &TokenTree) -> Option<TokenStream> {
    match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    }
}

fn is_word(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == word)
}

fn is_punct(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_joint(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_markup(markup: &str, expected: &[&str]) {
        let text = format!("fn view() -> Html {{ html! {{\n{markup}\n}} }}\n");
        let problems = problems(&SourceFile { path: "src/a.rs".into(), text });
        let places: Vec<_> = problems.iter().filter_map(|problem| problem.split(": ").next()).collect();
        assert_eq!(places, expected, "{problems:?}");
    }

    #[test]
    fn iterators_and_options_in_braces_are_found() {
        check_markup("<div>\n<input />\n{ for rows }\n</div>", &["src/a.rs:4"]);
        check_markup("<div>{ names.iter().map(|name| html! { <p>{ name }</p> }) }</div>", &["src/a.rs:2"]);
        check_markup("<div>{ for names.iter().map(row) }</div>", &["src/a.rs:2"]);
        check_markup("<p>{ names.iter().map(row).collect::<Html>() }</p>", &["src/a.rs:2"]);
        check_markup("<p>{ names.iter().map(row).collect::<Vec<_>>() }</p>", &["src/a.rs:2"]);
        check_markup("<p>{ hint.as_ref().map(|hint| prose(hint)) }</p>", &["src/a.rs:2"]);
        check_markup("<p>{ is_open.then(|| html! {}) }</p>", &["src/a.rs:2"]);
        check_markup("<p>{ Some(hint) }{ vec![hint] }</p>", &["src/a.rs:2", "src/a.rs:2"]);
    }

    #[test]
    fn nested_markup_is_checked() {
        check_markup(
            "if is_open {\n<p />{ for rows }\n} else if n < 1 {\n{ for rows }\n}",
            &["src/a.rs:3", "src/a.rs:5"],
        );
        check_markup("for row in rows.iter().map(|row| { row }) {\n<td />{ row.hint.map(prose) }\n}", &["src/a.rs:3"]);
        check_markup("<Provider<Page> context={page}>\n{ for rows }\n</Provider<Page>>", &["src/a.rs:3"]);
        check_markup("<p>{ match row {\n_ => html! { <b>{ for rows }</b> }\n} }</p>", &["src/a.rs:3"]);
        check_markup("<Dialog foot={html! {\n<p>{ for rows }</p>\n}} />", &["src/a.rs:3"]);
        check_markup("<>{ \"a\" }{ for rows }</>", &["src/a.rs:2"]);
    }

    #[test]
    fn a_single_child_is_allowed() {
        check_markup("<p>{ name }{ \"{ for x }\" }{ names.len() }{ prose(&name.map(to)) }</p>", &[]);
        check_markup("<p>{ hint.map(prose).unwrap_or_default() }{ icons.map }</p>", &[]);
        check_markup("for row in rows.iter().map(row) { { row } }", &[]);
        check_markup("if let Some(hint) = hint.as_ref().map(prose) { { hint } }", &[]);
        check_markup("<input />\n<>{ for rows }</>\n<>{ hint.map(prose) }</>", &[]);
    }

    #[test]
    fn attributes_and_code_outside_of_markup_are_allowed() {
        check_markup("<input class={is_open.then_some(\"open\")} {id} ~value={names.map(to)} />", &[]);
        let text = "//! A.\nfn all() { { rows.iter().map(row) } }\n";
        assert_eq!(problems(&SourceFile { path: "src/a.rs".into(), text: text.into() }), Vec::<String>::new());
    }
}
