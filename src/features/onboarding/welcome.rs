//! The first visit, and starting over: a choice of the demo organization, a new one, a file, or an earlier workspace.

use workspace::ReadOnly;
use yew::prelude::*;

use super::start_query::StartQuery;
use super::text::OnboardingText;
use crate::forms::summary::{Problem, Summary};
use crate::page::use_page;
use crate::platform::history;
use crate::routes::Route;
use crate::state::WorkspaceError;
use crate::ui::{Tone, banner};
use crate::widgets::head::Head;
use crate::widgets::workspaces::earlier::Earlier;
use crate::widgets::workspaces::opening::{use_asked_route, use_on_opened};
use crate::widgets::workspaces::restore::Restore;

#[component]
pub fn Welcome() -> Html {
    let page = use_page();
    let (text, store, model) = (page.text(), page.store.clone(), page.model.clone());
    let words = OnboardingText::of(text.language);
    let (on_opened, asked) = (use_on_opened(), use_asked_route());
    let failed = use_state_eq(|| (0_u32, None::<WorkspaceError>));
    let start_demo = {
        let language = page.language;
        let failed = failed.clone();
        Callback::from(move |_: MouseEvent| match store.start_with_demo(language.of_demo()) {
            Ok(()) => on_opened.emit(()),
            Err(error) => failed.set((failed.0 + 1, Some(error))),
        })
    };
    let view_original = {
        let store = page.store.clone();
        Callback::from(move |_: MouseEvent| {
            store.view_original();
            history::push(&Route::Landing.href());
        })
    };
    let start_empty = Callback::from(move |_: MouseEvent| history::push(&StartQuery::to(asked.as_ref()).href()));
    let is_over = model.workspace().is_some();
    // The page keeps it, and the storage does not have it.
    let is_original = model.health.read_only == Some(ReadOnly::Original);
    let problems: Vec<Problem> =
        failed.1.iter().map(|error| Problem { field: "", text: text.workspace_error(error) }).collect();
    let see = html! { <a class="button" href={Route::Data.href()}>{ text.common.see_data }</a> };
    html! {
        <div class="welcome">
            if is_over {
                <Head title={words.start_over} />
                if !is_original {
                    { banner(Tone::Warning, words.start_over_warning, see) }
                }
            } else {
                <Head title={words.title} lead={text.common.registry_explanation} />
                <p class="page-lead">{ words.lead }</p>
                if model.has_unreadable_pointer {
                    { banner(Tone::Danger, words.unreadable_pointer, Html::default()) }
                }
            }
            <Summary title={(text.common.problems)(problems.len())} {problems} attempt={failed.0} />
            <div class="welcome-choices">
                if model.has_original {
                    <div class="welcome-choice">
                        <p>{ words.original_lead }</p>
                        <button type="button" class="button" onclick={view_original}>{ words.original }</button>
                    </div>
                }
                <div class="welcome-choice">
                    <p>{ words.demo_lead }</p>
                    <button type="button" class="button button-primary" onclick={start_demo}>{ words.demo }</button>
                </div>
                <div class="welcome-choice">
                    <p>{ words.empty_lead }</p>
                    <button type="button" class="button" onclick={start_empty}>{ words.empty }</button>
                </div>
            </div>
            if !is_over {
                <Restore />
                <Earlier hide_if_none=true />
            }
        </div>
    }
}
