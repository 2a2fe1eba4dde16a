//! Where the data is: the current organization, reading a file back, earlier organizations, and what could not be read.

mod damaged;
mod earlier;
mod restore;

use yew::prelude::*;

use self::damaged::damaged;
pub use self::earlier::Earlier;
pub use self::restore::Restore;
use super::head::Head;
use crate::browser::intl;
use crate::components::icon;
use crate::i18n::Language;
use crate::route::Route;
use crate::store::use_page;

/// Where the data is.
#[component]
pub fn Data() -> Html {
    let page = use_page();
    let (text, store, model) = (page.text(), page.store.clone(), page.model.clone());
    let failed = use_state_eq(|| false);
    let current = use_memo(model.clone(), |model| store.listed(model.workspace()));
    let download = {
        let (store, key, failed) = (store.clone(), model.workspace(), failed.clone());
        Callback::from(move |_: MouseEvent| failed.set(!key.is_some_and(|key| store.download(key))))
    };
    html! {
        <>
            <Head title={text.data.title} lead={if model.is_kept { text.data.lead } else { "" }} />
            if let Some(current) = &*current {
                <section class="section" aria-labelledby="current-title">
                    <div class="section-head"><h2 id="current-title">{ text.data.current }</h2></div>
                    <dl class="facts">
                        <dt>{ text.data.organization }</dt>
                        <dd><bdi>{ current.organization.clone().unwrap_or_else(|| text.data.unreadable_organization.to_owned()) }</bdi></dd>
                        <dt>{ text.data.size }</dt>
                        <dd>{ (text.data.size_of)(&thousands(text.language, current.size)) }</dd>
                        if let Some(at) = current.last_change {
                            <dt>{ text.data.last_change }</dt>
                            <dd>{ intl::date_time(text.language, at) }</dd>
                        }
                    </dl>
                    <div class="button-row">
                        <button type="button" class="button button-primary" onclick={download}>
                            { icon("download") }{ text.data.download }
                        </button>
                        <a class="button" href={Route::Start.href()}>{ text.data.start_over }</a>
                    </div>
                    <p class="problem" role="alert">
                        if *failed {
                            { text.data.download_failed }
                        }
                    </p>
                </section>
            }
            { damaged(&page) }
            <Restore />
            <Earlier />
        </>
    }
}

/// A size in thousands, at least one.
fn thousands(language: Language, size: usize) -> String {
    intl::number(language, size.div_ceil(1000).max(1))
}
