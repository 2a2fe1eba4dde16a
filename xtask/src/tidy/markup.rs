//! The rule that in `html!` no iterator, `Vec` or `Option` stands in braces as a child: Yew puts each of its items beside
//! the other children, and creates the elements before it anew when their number changes, so that a field loses focus,
//! caret and composition. A `for` or an `if let` is one child however many items there are, and so is a fragment.
//!
//! The rule reads tokens, not types: it goes by the last method that an expression calls.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::SourceFile;

/// Methods of iterators and options that return an iterator, an option or a collection.
const SEVERAL: &[&str] = &[
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

/// What is wrong with the markup in a file of Rust.
pub fn problems(file: &SourceFile) -> Vec<String> {
    if !file.path.ends_with(".rs") {
        return Vec::new();
    }
    let Ok(tokens) = file.text.parse::<TokenStream>() else {
        return vec![file.problem(0, "cannot be read as Rust")];
    };
    let mut lines = Vec::new();
    find_markup(tokens, &mut lines);
    let what = "a child that may become several recreates the fields before it: use `for`, `if let` or a fragment";
    lines.into_iter().map(|line| file.problem(line, what)).collect()
}

/// Checks every `html!`, wherever it stands.
fn find_markup(tokens: TokenStream, lines: &mut Vec<usize>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, tree) in trees.iter().enumerate() {
        let TokenTree::Group(group) = tree else { continue };
        let before = at.checked_sub(2).and_then(|start| trees.get(start..at));
        if let Some([name, sign]) = before
            && is_word(name, "html")
            && is_sign(sign, '!')
        {
            check_children(group.stream(), lines);
        }
        find_markup(group.stream(), lines);
    }
}

/// Checks the children of an element, of a fragment, or of an `if` or `for` of the markup.
fn check_children(tokens: TokenStream, lines: &mut Vec<usize>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = trees.as_slice();
    let mut follows_fragment = false;
    while let [tree, after @ ..] = rest {
        rest = after;
        if is_sign(tree, '<') {
            let length = tag_length(after);
            follows_fragment = length == 1;
            rest = after.get(length..).unwrap_or_default();
        } else if ["if", "else", "for"].iter().any(|word| is_word(tree, word)) {
            // All up to the braces is the condition, or what is gone through.
            while let [tree, after @ ..] = rest {
                rest = after;
                if let Some(branch) = braced(tree) {
                    check_children(branch, lines);
                    break;
                }
            }
            follows_fragment = false;
        } else if let Some(expression) = braced(tree) {
            let is_alone = follows_fragment && is_end_of_fragment(rest);
            if !is_alone && may_become_several(expression) {
                lines.push(tree.span().start().line - 1);
            }
            follows_fragment = false;
        }
    }
}

/// The number of tokens of a tag after its `<`: one for that of a fragment.
fn tag_length(trees: &[TokenTree]) -> usize {
    // The name of a component may have parameters: `<ContextProvider<Page>>`.
    let mut open = 1_usize;
    let end = trees.iter().position(|tree| {
        if is_sign(tree, '<') {
            open += 1;
        } else if is_sign(tree, '>') {
            open -= 1;
        }
        open == 0
    });
    end.map_or(trees.len(), |end| end + 1)
}

fn is_end_of_fragment(trees: &[TokenTree]) -> bool {
    matches!(trees, [less, slash, more, ..] if is_sign(less, '<') && is_sign(slash, '/') && is_sign(more, '>'))
}

/// Whether an expression is `for …`, `Some(…)` or `vec![…]`, or ends in a call of one of [`SEVERAL`].
fn may_become_several(tokens: TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let begins = match trees.as_slice() {
        [word, ..] if is_word(word, "for") => true,
        [word, _] => is_word(word, "Some"),
        [word, sign, _] => is_word(word, "vec") && is_sign(sign, '!'),
        _ => false,
    };
    begins || last_method(&trees).is_some_and(|name| SEVERAL.contains(&name.as_str()))
}

/// The method whose call ends an expression, also with a type after its name: `.collect::<Html>()`.
fn last_method(trees: &[TokenTree]) -> Option<String> {
    let (TokenTree::Group(arguments), callee) = trees.split_last()? else { return None };
    if arguments.delimiter() != Delimiter::Parenthesis {
        return None;
    }
    let dot = callee.iter().rposition(|tree| is_sign(tree, '.') && !is_joint(tree))?;
    let [TokenTree::Ident(name), types @ ..] = callee.get(dot + 1..)? else { return None };
    let is_call = types.is_empty() || types.first().is_some_and(|tree| is_sign(tree, ':'));
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

fn is_sign(tree: &TokenTree, sign: char) -> bool {
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
    fn they_are_found_wherever_markup_stands() {
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
    fn one_child_is_fine() {
        check_markup("<p>{ name }{ \"{ for x }\" }{ names.len() }{ prose(&name.map(to)) }</p>", &[]);
        check_markup("<p>{ hint.map(prose).unwrap_or_default() }{ icons.map }</p>", &[]);
        check_markup("for row in rows.iter().map(row) { { row } }", &[]);
        check_markup("if let Some(hint) = hint.as_ref().map(prose) { { hint } }", &[]);
        check_markup("<input />\n<>{ for rows }</>\n<>{ hint.map(prose) }</>", &[]);
    }

    #[test]
    fn what_is_no_child_is_fine() {
        check_markup("<input class={is_open.then_some(\"open\")} {id} ~value={names.map(to)} />", &[]);
        let text = "//! A.\nfn all() { { rows.iter().map(row) } }\n";
        assert_eq!(problems(&SourceFile { path: "src/a.rs".into(), text: text.into() }), Vec::<String>::new());
    }
}
