//! The offer of a new version, and the notice that the site works offline.

use yew::prelude::*;

use super::text::ShellText;
use crate::i18n::intl;
use crate::i18n::prose::isolate;
use crate::page::use_page;
use crate::platform::offline::{self, Kept, Update};
use crate::state::Notice;
use crate::ui::{Tone, banner};
use crate::widgets::offline::use_offline;

#[component]
pub fn UpdateOffer() -> Html {
    let page = use_page();
    let text = ShellText::of(page.language);
    let state = use_offline();
    use_effect_with((state.kept == Some(Kept::New), page.store.clone()), |(is_new, store)| {
        if *is_new {
            store.notify(Notice::ReadyOffline);
        }
    });
    let Some(update) = state.update else { return Html::default() };
    let tabs: Vec<String> = state.unsaved_tabs.iter().map(|title| isolate(title)).collect();
    let reload = html! {
        <button type="button" class="button" onclick={|_| offline::start_update()}>{ text.reload }</button>
    };
    match update {
        Update::Started => banner(Tone::Info, text.update_started, reload),
        Update::Waiting if tabs.is_empty() => banner(Tone::Info, text.update_ready, reload),
        Update::Waiting => {
            let tabs = intl::list(page.language, &tabs);
            banner(Tone::Info, &(text.update_waits)(&tabs), Html::default())
        }
    }
}
