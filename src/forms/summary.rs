//! The summary of what is wrong with a form, with a way to each field.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::platform::dom;
use crate::ui::{icon, prose};

/// Something that is wrong: the id of the field, or none for the form as a whole, and what it is.
#[derive(Clone, PartialEq)]
pub struct Problem {
    /// The id of the field; empty for the form as a whole.
    pub field: &'static str,
    /// What is wrong.
    pub text: String,
}

/// The summary.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it says first.
    pub title: AttrValue,
    /// What is wrong; nothing shows nothing.
    pub problems: Vec<Problem>,
    /// How often the form was submitted: each time the summary gets the focus.
    pub attempt: u32,
}

/// What is wrong with a form. It gets the focus when it appears.
#[component]
pub fn Summary(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.attempt, props.problems.is_empty()), |(node, attempt, is_empty)| {
        if let (true, Some(summary)) = (*attempt > 0 && !is_empty, node.cast::<HtmlElement>()) {
            let _ = summary.focus();
        }
    });
    if props.problems.is_empty() {
        return html! {};
    }
    // What is wrong with no field is said by itself.
    let names_fields = props.problems.iter().any(|problem| !problem.field.is_empty());
    html! {
        <div ref={node} class="error-summary" role="alert" tabindex="-1">
            if names_fields {
                <p>{ icon("warning") }<strong>{ &props.title }</strong></p>
            }
            <ul>
                for problem in &props.problems {
                    <li>
                        if problem.field.is_empty() {
                            { prose(&problem.text) }
                        } else {
                            { way(problem.field, &problem.text) }
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// A way to a field. It leads to no address: the part behind `#` is the router's.
fn way(field: &'static str, text: &str) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| dom::focus(field));
    html! { <button type="button" class="link" {onclick}>{ prose(text) }</button> }
}
