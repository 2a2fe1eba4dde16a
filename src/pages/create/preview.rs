//! What creating the registry will mean: who will see it, and what its creator becomes.

use std::rc::Rc;

use registry::{AccountId, View, Visibility};
use yew::prelude::*;

use crate::browser::intl;
use crate::components::Prose;
use crate::i18n::prose::isolate;
use crate::i18n::use_text;
use crate::store::use_store;

/// As many people as are named.
const NAMED: usize = 5;

/// What is asked about.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it.
    pub view: Rc<View>,
    /// The visibility that is chosen.
    pub visibility: Visibility,
}

/// The consequences.
#[component]
pub fn Preview(props: &Props) -> Html {
    let text = use_text();
    let store = use_store();
    let audience = use_memo((props.view.clone(), props.visibility), |(_, visibility)| store.audience_of_new(*visibility));
    let Some(audience) = &*audience else { return html! {} };
    let view = &props.view;
    let sentence = match props.visibility {
        Visibility::Organization => (text.create.seen_by_everyone)(audience.people.len(), audience.service_accounts.len()),
        Visibility::Restricted => {
            let mut names = Vec::new();
            for id in &audience.people {
                if view.account == AccountId::Person(id.clone()) {
                    names.insert(0, text.create.you.to_owned());
                } else if let Some(person) = view.people.get(id) {
                    names.push(isolate(person.name.as_str()));
                }
            }
            let more = names.len().saturating_sub(NAMED);
            names.truncate(NAMED);
            if more > 0 {
                names.push((text.landing.more_types)(more));
            }
            (text.create.seen_by_some)(audience.people.len(), &intl::list(text.language, &names))
        }
    };
    let becomes_admin = view.may_create.is_granted();
    html! {
        <div class="preview" role="group" aria-label={text.create.preview}>
            <h3>{ text.create.preview }</h3>
            <p aria-live="polite"><Prose text={sentence} /></p>
            if becomes_admin {
                <p>{ text.create.creator }</p>
            }
        </div>
    }
}
