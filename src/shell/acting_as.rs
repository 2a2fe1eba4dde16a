//! The account switcher. The whole page shows the view of the acting account.

use domain::Id;
use yew::prelude::*;

use super::text::ShellText;
use crate::i18n::Language;
use crate::page::use_page;
use crate::state::ViewRef;
use crate::ui::Combobox;
use crate::widgets::accounts::{account_with, choices};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

#[component]
pub fn ActingAs(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = ShellText::of(text.language);
    let choices = use_callback((props.view.clone(), page.language), |(), (view, language): &(ViewRef, Language)| {
        choices(view, language.catalog())
    });
    let on_choose = {
        let (view, store) = (props.view.clone(), page.store.clone());
        Callback::from(move |id: AttrValue| {
            let id = Id::from_text(&id);
            if let Some(account) = account_with(&view, &id) {
                store.act_as(account);
            }
        })
    };
    html! {
        <Combobox
            id="acting-as"
            label={words.acting_as}
            list_label={text.common.accounts}
            {choices}
            value={props.view.account.id().to_string()}
            name={props.view.name_of(&props.view.account.clone().into()).unwrap_or_default().to_owned()}
            more_text={Callback::from(text.common.more)}
            empty_text={text.common.no_match}
            {on_choose}
        />
    }
}
