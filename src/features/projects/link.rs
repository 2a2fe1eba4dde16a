//! The dialog over a version's page that links it to a registry, with the verdict and every reason before it is pressed.

use domain::{VersionId, VersionRef};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::text::ProjectsText;
use crate::forms::catalog::target::{REGISTRY, Target, TargetFields, show_verdict};
use crate::forms::catalog::text::linking::LinkingText;
use crate::forms::form::{Fields, Form, FormKey, use_form};
use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::routes::will_link::WillLinkQuery;
use crate::state::{Notice, ViewRef};
use crate::ui::{Dialog, icon, prose};
use crate::widgets::denials::change_error;

const VERDICT: &str = "link-verdict";

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct LinkFields {
    target: TargetFields,
}

impl Fields for LinkFields {}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
    pub version: VersionId,
    /// The key of the draft.
    pub form: FormKey,
}

#[component]
pub fn LinkToRegistry(props: &Props) -> Html {
    let page = use_page();
    let (text, store) = (page.text(), page.store.clone());
    let words = LinkingText::of(text.language);
    let project_words = ProjectsText::of(text.language);
    let form: Form<LinkFields> = use_form(props.form.clone(), LinkFields::default());
    let fields = form.fields().target;
    let view = form.shown_view(&props.view);
    let version = VersionRef::Source(props.version.clone());
    let name = view
        .catalog()
        .version(&version)
        .map(|version_view| format!("{}:v{}", version_view.artifact.name, version_view.number()));
    let target = Target::of(&view, &fields);
    let verdict = target.verdict(&view, &version, text);
    let has_faults = verdict.as_ref().is_some_and(|verdict| !verdict.faults.is_empty());
    let is_blocked = has_faults || target.aliases.is_err();
    let was_submitted = form.attempt().count > 0;
    let below = Route::of_version(&props.version).href();
    let close = Callback::from(move |()| history::close(&below));
    let cancel = form.on_cancel(&close);
    let onsubmit = {
        let (form, view, close) = (form.clone(), view.clone(), close.clone());
        let version = version.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if form.is_done() || is_blocked {
                return;
            }
            let linking = Target::of(&view, &form.fields().target).linking(version.clone());
            let result = linking.ok_or(None).and_then(|action| {
                let done = Notice::completed(&view, std::slice::from_ref(&action));
                store.dispatch(&[action]).map(|_| done).map_err(Some)
            });
            if let Some(done) = form.finish(&view, result) {
                close.emit(());
                store.notify(done);
            }
        })
    };
    let on_edit = {
        let form = form.clone();
        Callback::from(move |(field, value)| form.edit(|fields| fields.target.set(field, value)))
    };
    let TargetFields { registry, collection, aliases } = fields.clone();
    let check = WillLinkQuery { registry, collection, aliases, ..WillLinkQuery::about(&view, &version) };
    html! {
        <Dialog
            id="link-title"
            title={(project_words.link_of)(&name.unwrap_or_default())}
            close_label={text.common.close}
            first={REGISTRY}
            on_close={close}
        >
            <form class="dialog-form" {onsubmit} novalidate=true>
                <div class="dialog-body">
                    { target.show(&view, &fields, Some(&version), &on_edit, text) }
                    <div id={VERDICT} class="verdict" role="status">
                        { show_verdict(verdict.as_ref(), text) }
                        if was_submitted && verdict.is_none() {
                            <p class="problem">{ icon("warning") }<span>{ project_words.link_incomplete }</span></p>
                        }
                        if let (Some(error), false) = (&form.attempt().error, has_faults) {
                            <p class="problem">{ icon("warning") }<span>{ prose(&change_error(&view, error, text)) }</span></p>
                        }
                    </div>
                    <p><a href={check.href()}>{ words.will_it_link }</a></p>
                </div>
                <div class="dialog-foot">
                    <button type="button" class="button" onclick={cancel}>{ text.common.cancel }</button>
                    <button
                        type="submit"
                        class="button button-primary"
                        aria-disabled={is_blocked.then_some("true")}
                        aria-describedby={is_blocked.then_some(VERDICT)}
                    >
                        { words.link }
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
