//! The organization as a script for W&B's client, for downloading. It is on the page of the stored data, because there the
//! organization leaves the browser as a whole. It contains what the acting account can see.

use interchange::file_name;
use yew::prelude::*;

use super::text::DataText;
use crate::page::Page;
use crate::platform::{clock, file};
use crate::state::Notice;
use crate::ui::{icon, prose};
use crate::widgets::python::script_of_all;

/// The section with the button, if an account acts.
pub fn script(page: &Page) -> Html {
    let Some(view) = page.model.acting_view() else { return Html::default() };
    let words = DataText::of(page.language);
    let account = view.index_of(&view.account).and_then(|index| view.account_at(index));
    let lead = (words.script_lead)(account.map_or("", |account| account.name()), view.registries.len());
    let download = {
        let store = page.store.clone();
        Callback::from(move |_: MouseEvent| {
            let name = file_name("registries", view.organization.as_str(), &clock::today(), "py");
            if file::download(&name, &script_of_all(&view)).is_err() {
                store.notify(Notice::NotDownloaded);
            }
        })
    };
    html! {
        <section class="section" aria-labelledby="script-title">
            <div class="section-head"><h2 id="script-title">{ words.script }</h2></div>
            <p class="muted">{ prose(&lead) }</p>
            <div class="button-row">
                <button type="button" class="button" onclick={download}>{ icon("download") }{ words.script_button }</button>
            </div>
        </section>
    }
}
