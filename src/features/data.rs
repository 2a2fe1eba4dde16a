//! The page of the stored data: the current organization, restoring an archive, earlier organizations, and unreadable
//! records.

pub mod damaged;
pub mod text;

use yew::prelude::*;

use self::damaged::damaged;
use self::text::DataText;
use crate::i18n::intl;
use crate::page::use_page;
use crate::routes::Route;
use crate::ui::icon;
use crate::widgets::head::Head;
use crate::widgets::workspaces::earlier::Earlier;
use crate::widgets::workspaces::restore::Restore;
use crate::widgets::workspaces::text::WorkspacesText;
use crate::widgets::workspaces::thousands;

#[component]
pub fn Data() -> Html {
    let page = use_page();
    let (text, store, model) = (page.text(), page.store.clone(), page.model.clone());
    let workspaces_text = WorkspacesText::of(text.language);
    let words = DataText::of(text.language);
    let current = use_memo((model.workspace(), model.stored.current), |_| store.current());
    let download = {
        let (store, key) = (store.clone(), model.workspace());
        Callback::from(move |_: MouseEvent| {
            if let Some(key) = key {
                store.download(key);
            }
        })
    };
    html! {
        <>
            <Head title={words.title} lead={if model.is_kept { words.lead } else { "" }} />
            if let Some(current) = &*current {
                <section class="section" aria-labelledby="current-title">
                    <div class="section-head"><h2 id="current-title">{ words.current }</h2></div>
                    <dl class="facts">
                        <dt>{ words.organization }</dt>
                        <dd><bdi>{ current.organization.clone().unwrap_or_else(|| workspaces_text.unreadable_organization.to_owned()) }</bdi></dd>
                        <dt>{ words.size }</dt>
                        <dd>{ (workspaces_text.size_of)(&thousands(text.language, current.size)) }</dd>
                        if let Some(at) = current.last_change {
                            <dt>{ words.last_change }</dt>
                            <dd>{ intl::date_time(text.language, at) }</dd>
                        }
                    </dl>
                    <div class="button-row">
                        <button type="button" class="button button-primary" onclick={download}>
                            { icon("download") }{ workspaces_text.download }
                        </button>
                        <a class="button" href={Route::Start.href()}>{ words.start_over }</a>
                    </div>
                </section>
            }
            { damaged(&page) }
            <Restore />
            <Earlier />
        </>
    }
}
