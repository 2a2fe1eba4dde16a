//! The dialog over a collection's page that links a version of a project, with every reason against it before it is pressed.

use std::rc::Rc;

use domain::{Collection, CollectionAction, LinkSource, LinkTarget, Permission, Refusal, RegistryPermission};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::text::CollectionsText;
use crate::forms::catalog::source::{Source, SourceFields};
use crate::forms::catalog::target::{link_notes, parse_aliases};
use crate::forms::catalog::text::linking::LinkingText;
use crate::forms::form::{Fields, Form, FormKey, use_form};
use crate::i18n::terms::fault::Subject;
use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::routes::will_link::WillLinkQuery;
use crate::state::{Notice, ViewRef};
use crate::ui::{Dialog, TextField, icon, prose};
use crate::widgets::denials::{change_error, objection, refusal};
use crate::widgets::walkthrough::walk_line;

const ALIASES_ID: &str = "link-aliases";

const DENIED_ID: &str = "link-denied";

const VERDICT_ID: &str = "link-verdict";

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct LinkFields {
    source: SourceFields,
    aliases: String,
}

impl Fields for LinkFields {}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub collection: Rc<Collection>,
    /// The key of the draft.
    pub form: FormKey,
}

#[component]
pub fn LinkVersion(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = LinkingText::of(text.language);
    let form: Form<LinkFields> = use_form(props.form.clone(), LinkFields::default());
    let fields = form.fields();
    let view = form.shown_view(&props.view);
    let collection = &props.collection;
    let source = Source::of(&view, &fields.source);
    let target = LinkTarget::Collection(collection.id.clone());
    let permission = Permission::InCollection(collection.id.clone(), RegistryPermission::LinkArtifact);
    let denied = objection(&view, &permission, text);
    let aliases = parse_aliases(&fields.aliases);
    let faults = match (source.reference(), &aliases) {
        (Some(version), Ok(aliases)) => view.catalog().link_faults(&LinkSource::Version(version), Ok(&target), aliases),
        _ => Vec::new(),
    };
    // The missing permission is shown above the form.
    let faults: Vec<String> = faults
        .iter()
        .filter(|fault| denied.is_none() || !is_about_linking(fault))
        .map(|fault| refusal(&view, fault, text))
        .collect();
    let notes = source.version.filter(|_| faults.is_empty() && denied.is_none());
    let notes = notes.map(|version| link_notes(collection, &version.id, aliases.as_deref().unwrap_or_default(), text));
    let notes = notes.unwrap_or_default();
    let alias_problem = aliases.as_ref().err().map(|fault| (text.fault.explain)(Subject::Alias, fault));

    let is_blocked = denied.is_some() || !faults.is_empty() || alias_problem.is_some();
    let below = Route::of_collection(&view, collection).href();
    let close = Callback::from(move |()| history::close(&below));
    let cancel = form.on_cancel(&close);
    let onsubmit = {
        let (form, view, close) = (form.clone(), view.clone(), close.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if form.is_done() || is_blocked {
                return;
            }
            let fields = form.fields();
            let version = Source::of(&view, &fields.source).reference();
            let (Some(version), Ok(aliases)) = (version, parse_aliases(&fields.aliases)) else {
                form.handle_result::<()>(Err(None));
                return;
            };
            let actions = [CollectionAction::Link { version, target: target.clone(), aliases }.into()];
            let done = Notice::completed(&view, &actions);
            if form.finish(&view, store.dispatch(&actions).map_err(Some)).is_some() {
                close.emit(());
                store.notify(done);
            }
        })
    };
    let on_source = {
        let form = form.clone();
        Callback::from(move |(field, value)| form.edit(|fields| fields.source.choose(field, value)))
    };
    let on_aliases = {
        let form = form.clone();
        Callback::from(move |next: String| form.edit(|fields| fields.aliases = next))
    };
    let attempt = form.attempt();
    html! {
        <Dialog
            id="link-title"
            title={(CollectionsText::of(text.language).link_to)(collection.name.as_str())}
            close_label={text.common.close}
            first="source-team"
            on_close={close}
        >
            { walk_line(&page, &props.view, &Route::linking_to(&view, collection)) }
            <form class="dialog-form" {onsubmit} novalidate=true>
                <div class="dialog-body">
                    if let Some(denied) = &denied {
                        <p class="denied" id={DENIED_ID}>{ icon("info") }<span>{ prose(denied) }</span></p>
                    }
                    if source.is_empty() {
                        <p>{ words.no_projects }</p>
                    } else {
                        { source.show(&view, true, &on_source, text) }
                        <TextField
                            id={ALIASES_ID}
                            label={words.aliases}
                            value={fields.aliases.clone()}
                            hint={words.aliases_hint}
                            problem={alias_problem.unwrap_or_default()}
                            on_input={on_aliases}
                        />
                    }
                    <div id={VERDICT_ID} class="verdict" role="status">
                        for fault in &faults {
                            <p class="problem">{ icon("warning") }<span>{ prose(fault) }</span></p>
                        }
                        for note in &notes {
                            <p class="field-note">{ icon("info") }<span>{ prose(note) }</span></p>
                        }
                        if let Some(version) = source.reference() {
                            <p><a href={WillLinkQuery::about(&view, &version).href()}>{ words.will_it_link }</a></p>
                        }
                        if attempt.count > 0 && source.version.is_none() {
                            <p class="problem">{ icon("warning") }<span>{ words.no_version }</span></p>
                        }
                        if let (Some(error), true) = (&attempt.error, faults.is_empty()) {
                            <p class="problem">{ icon("warning") }<span>{ prose(&change_error(&view, error, text)) }</span></p>
                        }
                    </div>
                </div>
                <div class="dialog-foot">
                    <button type="button" class="button" onclick={cancel}>{ text.common.cancel }</button>
                    <button
                        type="submit"
                        class="button button-primary"
                        aria-disabled={is_blocked.then_some("true")}
                        aria-describedby={is_blocked.then(|| format!("{DENIED_ID} {VERDICT_ID}"))}
                    >
                        { words.link }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

fn is_about_linking(fault: &Refusal) -> bool {
    matches!(fault, Refusal::Denied(denial) if matches!(denial.permission, Permission::InRegistry(_, RegistryPermission::LinkArtifact)))
}
