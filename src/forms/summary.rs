//! The error summary of a form, with a link to each field.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::platform::dom;
use crate::ui::{icon, prose};

/// A problem of a field or of the whole form.
#[derive(Clone, PartialEq)]
pub struct Problem {
    /// The id of the field, or empty for the whole form.
    pub field: &'static str,
    pub text: String,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub title: AttrValue,
    pub problems: Vec<Problem>,
    /// The number of attempts to submit the form. Each new attempt moves the focus to the summary.
    pub attempt: u32,
}

/// The error summary of a form. It gets the focus when it appears.
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
    // The title introduces a list of fields, so problems of the whole form go without it.
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
                            { field_link(problem.field, &problem.text) }
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// A link to a field. It is a button, because the fragment of the address belongs to the router.
fn field_link(field: &'static str, text: &str) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| dom::focus(field));
    html! { <button type="button" class="link" {onclick}>{ prose(text) }</button> }
}
