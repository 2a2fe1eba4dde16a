//! Whether the site opens without a network, and whether it is installed. The worker itself is no part of the program.

mod text;

use yew::prelude::*;

use self::text::OfflineText;
use crate::page::use_page;
use crate::platform::offline::{self, Install, Kept, Offline};

/// The state of the site in this browser. The component renders again when it changes.
#[hook]
pub fn use_offline() -> Offline {
    let state = use_state_eq(Offline::now);
    use_effect_with((), {
        let state = state.setter();
        move |()| {
            // It may have changed between the render and this effect.
            state.set(Offline::now());
            let listener = offline::listen(Callback::from(move |now| state.set(now)));
            move || drop(listener)
        }
    });
    (*state).clone()
}

/// Whether the site opens without a network, under a heading. Nothing, if the site has no worker.
#[component]
pub fn OfflineStatus() -> Html {
    let text = OfflineText::of(use_page().language);
    let Some(kept) = use_offline().kept else { return Html::default() };
    let sentence = match kept {
        Kept::New | Kept::Ready => text.ready,
        Kept::Failed => text.failed,
        Kept::Insecure => text.insecure,
        Kept::Unsupported => text.unsupported,
    };
    html! {
        <section class="section" aria-labelledby="offline-title">
            <div class="section-head"><h2 id="offline-title">{ text.title }</h2></div>
            <p>{ sentence }</p>
        </section>
    }
}

/// Whether the site is installed, with a button to install it where the browser offers that.
#[component]
pub fn Installation() -> Html {
    let text = OfflineText::of(use_page().language);
    let state = use_offline();
    if state.kept.is_none() && state.install.is_none() {
        return Html::default();
    }
    html! {
        <>
            <p>{ if state.install == Some(Install::Installed) { text.installed } else { text.not_installed } }</p>
            if state.install == Some(Install::Offered) {
                <div class="button-row">
                    <button type="button" class="button" onclick={|_| offline::install()}>{ text.install }</button>
                </div>
            }
        </>
    }
}
