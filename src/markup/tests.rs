//! What comes of markup, written out.

use yew::virtual_dom::VNode;
use yew::{AttrValue, Html};

use super::{Child, component, html, list};

/// The nodes as text. A list stands in parentheses, and a key or a component behind `#`.
fn written(node: &VNode) -> String {
    let key = node.key().map(|key| format!("#{key}")).unwrap_or_default();
    match node {
        VNode::VTag(tag) => {
            let attributes: String = tag.attributes.iter().map(|(name, value)| format!(" {name}={value:?}")).collect();
            let value = tag.value().map(|value| format!(" value:{:?}", &**value)).unwrap_or_default();
            let checked = tag.checked().map(|checked| format!(" checked:{checked}")).unwrap_or_default();
            let children = tag.children().map(written).filter(|children| children != "()").unwrap_or_default();
            format!("<{}{key}{attributes}{value}{checked}>{children}", tag.tag())
        }
        VNode::VText(text) => format!("{:?}", &*text.text),
        VNode::VList(nodes) => {
            let nodes: Vec<String> = nodes.iter().map(written).collect();
            format!("{key}({})", nodes.join(" "))
        }
        VNode::VComp(_) => key,
        _ => String::from("?"),
    }
}

#[track_caller]
fn check_markup(markup: &VNode, expected: &str) {
    assert_eq!(written(markup), expected);
}

#[test]
fn an_element_has_its_attributes_in_their_order() {
    let (id, label) = ("here", Some(String::from("So")));
    let markup =
        html! { <p {id} class="lead" aria-label={label} hidden={true} data-none={None::<&'static str>} lang="en"></p> };
    check_markup(&markup, r#"<p id="here" class="lead" aria-label="So" hidden="hidden" lang="en">"#);
    check_markup(&html! { <form novalidate=true></form> }, r#"<form novalidate="novalidate">"#);
    check_markup(&html! { <p hidden={false} /> }, "<p>");
}

#[test]
fn children_stand_where_they_are_written() {
    let (one, two) = ("one", String::from("two"));
    let markup = html! { <p>{ one }<b>{ &two }{ "three" }</b>{ 4_usize }<i><u /></i></p> };
    check_markup(&markup, r#"<p>("one" <b>("two" "three") "4" <i><u>)"#);
}

#[test]
fn what_may_be_missing_keeps_its_place() {
    let shown = |number: usize| {
        html! {
            <p>
                if number > 1 {
                    { "many" }
                } else if number == 1 {
                    <b>{ "one" }</b>
                }
                <input />
                if let Some(less) = number.checked_sub(2) && less > 0 {
                    { less }{ "more" }
                }
            </p>
        }
    };
    check_markup(&shown(0), "<p>(() <input> ())");
    check_markup(&shown(1), r#"<p>(<b>"one" <input> ())"#);
    check_markup(&shown(2), r#"<p>("many" <input> ())"#);
    check_markup(&shown(3), r#"<p>("many" <input> ("1" "more"))"#);
}

#[test]
fn a_list_is_one_child_however_long_it_is() {
    let shown = |items: &[&'static str]| {
        html! { <ul>for (nth, item) in items.iter().enumerate() { <li key={nth}>{ *item }</li> }</ul> }
    };
    check_markup(&shown(&[]), "<ul>");
    check_markup(&shown(&["a", "b"]), r#"<ul>(<li#0>"a" <li#1>"b")"#);
}

#[test]
fn fields_take_what_stands_in_them() {
    let typed = AttrValue::from("x");
    check_markup(&html! { <input value={&typed} type="text" /> }, r#"<input type="text" value:"x">"#);
    check_markup(&html! { <textarea value={typed.clone()} rows="3" /> }, r#"<textarea rows="3" value:"x">"#);
    check_markup(&html! { <input type="checkbox" checked={true} /> }, r#"<input type="checkbox" checked:true>"#);
    check_markup(&html! { <option value={typed} /> }, r#"<option value="x">"#);
}

#[test]
fn names_that_are_words_of_the_language_are_names() {
    check_markup(&html! { <label for="a"><use href="#b" /></label> }, r##"<label for="a"><use href="#b">"##);
}

#[test]
fn one_thing_alone_has_nothing_around_it() {
    check_markup(&html! {}, "()");
    check_markup(&html! { <></> }, "()");
    check_markup(&html! { { "a" } }, r#""a""#);
    check_markup(&html! { <>{ "a" }{ "b" }</> }, r#"("a" "b")"#);
    check_markup(&list(vec!["a".node()]), r#"("a")"#);
}

#[derive(PartialEq, Default)]
struct Shown {
    what: AttrValue,
    times: usize,
    children: Html,
}

/// A component, to be named in markup.
#[component]
fn Example(props: &Shown) -> Html {
    let times = super::use_state_eq(|| 0_usize);
    html! { <p>{ &props.what }{ *times }</p> }
}

/// One without properties.
#[component]
fn Plain() -> Html {
    html! { <p /> }
}

#[test]
fn a_component_is_known_by_its_name_and_its_key() {
    let name = "registrar::markup::tests";
    check_markup(&html! { <Plain /> }, &format!("(#{name}::Plain)"));
    check_markup(&html! { <Example what="a" times={1_usize} .. /> }, &format!("(#{name}::Example)"));
    check_markup(&html! { <Example key="k" ..>{ "a" }</Example> }, &format!("#k(#{name}::Example k)"));
}
