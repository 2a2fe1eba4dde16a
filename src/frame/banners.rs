//! What is wrong with the data, for as long as it is.

use journal::Gap;
use workspace::ReadOnly;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::browser::address;
use crate::components::{Banner, Tone};
use crate::i18n::use_text;
use crate::route::Route;
use crate::store::{use_model, use_store};

/// The banners.
#[component]
pub fn Banners() -> Html {
    let text = use_text();
    let model = use_model();
    let store = use_store();
    let health = &model.health;
    let workspace = model.workspace();
    let missing: u64 = health.missing.iter().map(Gap::count).sum();
    let download = Callback::from(move |_: MouseEvent| {
        if let Some(key) = workspace {
            store.download(key);
        }
    });
    let download = html! { <button type="button" class="button" onclick={download}>{ text.frame.download }</button> };
    let see = html! { <Link<Route> to={Route::Data} classes="button">{ text.frame.see_data }</Link<Route>> };
    let reload = Callback::from(|_: MouseEvent| address::reload());
    let reload = html! { <button type="button" class="button" onclick={reload}>{ text.frame.reload }</button> };
    html! {
        <div class="banners">
            if !model.is_kept && workspace.is_some() {
                <Banner tone={Tone::Warning} text={text.frame.banner_memory}>{ download.clone() }</Banner>
            }
            if !health.unreadable.is_empty() {
                <Banner tone={Tone::Danger} text={(text.frame.banner_unreadable)(health.unreadable.len())}>{ see.clone() }</Banner>
            }
            if missing > 0 {
                <Banner tone={Tone::Danger} text={(text.frame.banner_missing)(missing)}>{ see.clone() }</Banner>
            }
            {
                match health.read_only {
                    None => html! {},
                    Some(ReadOnly::Newer) => {
                        html! { <Banner tone={Tone::Warning} text={text.frame.banner_newer}>{ see }</Banner> }
                    }
                    Some(ReadOnly::Unconfirmed) => html! {
                        <Banner tone={Tone::Danger} text={text.frame.banner_unconfirmed}>{ reload }{ download }</Banner>
                    },
                    Some(ReadOnly::Moved) => {
                        html! { <Banner tone={Tone::Warning} text={text.frame.banner_moved}>{ reload }</Banner> }
                    }
                }
            }
        </div>
    }
}
