//! Components of the page's own macros: which of them keep their state, and which begin anew.

use registrar::markup::{component, html, use_effect_with, use_state_eq};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::support::{CleanPage, call, document, find, until};

/// What is shown: which of two components, for whom, and whether anything stands before it.
#[derive(Clone, PartialEq)]
struct Shown {
    is_first: bool,
    key: &'static str,
    led: bool,
}

#[derive(PartialEq)]
struct FirstProps {}

/// Counts how often it was pressed, and leaves a word when it goes.
#[component]
fn First(_props: &FirstProps) -> Html {
    let pressed = use_state_eq(|| 0_usize);
    use_effect_with((), |()| || drop(document().body().unwrap().set_attribute("data-gone", "first")));
    let onclick = {
        let pressed = pressed.clone();
        move |_: MouseEvent| pressed.set(*pressed + 1)
    };
    html! { <button type="button" id="counter" {onclick}>{ *pressed }</button> }
}

/// Counts as well, from ten.
#[component]
fn Second() -> Html {
    let pressed = use_state_eq(|| 10_usize);
    let onclick = {
        let pressed = pressed.clone();
        move |_: MouseEvent| pressed.set(*pressed + 1)
    };
    html! { <button type="button" id="counter" {onclick}>{ *pressed }</button> }
}

#[derive(Properties, PartialEq)]
struct StageProps {
    shown: Shown,
}

#[yew::component]
fn Stage(props: &StageProps) -> Html {
    let Shown { is_first, key, led } = props.shown.clone();
    html! {
        <div data-mount="">
            if led {
                <p>{ "Before" }</p>
            }
            if is_first {
                <First key={key} />
            } else {
                <Second />
            }
        </div>
    }
}

fn counter() -> Option<HtmlElement> {
    find("#counter")
}

async fn counts(expected: &str) {
    until(expected, || counter().is_some_and(|button| button.text_content().as_deref() == Some(expected))).await;
}

#[wasm_bindgen_test]
async fn a_component_keeps_its_state_until_another_or_another_key_takes_its_place() {
    let _page = CleanPage::new();
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let shown = Shown { is_first: true, key: "a", led: false };
    let renderer = yew::Renderer::<Stage>::with_root_and_props(root.clone(), StageProps { shown: shown.clone() });
    let mut app = renderer.render();
    let mut show = |shown: Shown| app.update(StageProps { shown });
    counts("0").await;
    counter().unwrap().click();
    counts("1").await;

    // What comes before it moves nothing.
    show(Shown { led: true, ..shown.clone() });
    until("what stands before it", || find("[data-mount] p").is_some()).await;
    counts("1").await;
    assert!(!document().body().unwrap().has_attribute("data-gone"));

    show(Shown { key: "b", ..shown.clone() });
    counts("0").await;
    assert_eq!(document().body().unwrap().get_attribute("data-gone").as_deref(), Some("first"));

    show(Shown { is_first: false, ..shown.clone() });
    counts("10").await;
    counter().unwrap().click();
    counts("11").await;

    show(shown);
    counts("0").await;
    app.destroy();
    root.remove();
    call("() => document.body.removeAttribute('data-gone')", &[]);
}
