//! First visit, and starting over: the demo organization, an empty one, a file, or an earlier one.

use yew::prelude::*;

use super::data::{Earlier, Restore};
use super::head::Head;
use super::summary::{Problem, Summary};
use crate::components::{Tone, banner};
use crate::route::{self, Route};
use crate::store::{NotOpened, use_page};

/// The choice of a beginning.
#[component]
pub fn Welcome() -> Html {
    let page = use_page();
    let (text, store, model) = (page.text(), page.store.clone(), page.model.clone());
    let failed = use_state_eq(|| (0_u32, None::<NotOpened>));
    let start_demo = {
        let failed = failed.clone();
        Callback::from(move |_: MouseEvent| match store.start_with_demo() {
            Ok(()) => route::go(&Route::Landing.href()),
            Err(error) => failed.set((failed.0 + 1, Some(error))),
        })
    };
    let start_empty = Callback::from(|_: MouseEvent| route::go(&Route::StartEmpty.href()));
    let is_over = model.workspace().is_some();
    let problems: Vec<Problem> =
        failed.1.iter().map(|error| Problem { field: "", text: text.not_opened(error) }).collect();
    let see = html! { <a class="button" href={Route::Data.href()}>{ text.frame.see_data }</a> };
    html! {
        <div class="welcome">
            if is_over {
                <Head title={text.welcome.start_over} />
                { banner(Tone::Warning, text.welcome.start_over_warning, see) }
            } else {
                <Head title={text.welcome.title} lead={text.guide.what} />
                <p class="page-lead">{ text.welcome.lead }</p>
            }
            <Summary title={(text.welcome.problems)(problems.len())} {problems} attempt={failed.0} />
            <div class="welcome-choices">
                <div class="welcome-choice">
                    <p>{ text.welcome.demo_lead }</p>
                    <button type="button" class="button button-primary" onclick={start_demo}>{ text.welcome.demo }</button>
                </div>
                <div class="welcome-choice">
                    <p>{ text.welcome.empty_lead }</p>
                    <button type="button" class="button" onclick={start_empty}>{ text.welcome.empty }</button>
                </div>
            </div>
            if !is_over {
                <Restore />
                <Earlier hide_if_none=true />
            }
        </div>
    }
}
