//! The account switcher. The whole page shows the view of the acting account.

use domain::Id;
use yew::prelude::*;

use super::text::ShellText;
use crate::i18n::Language;
use crate::page::use_page;
use crate::state::ViewRef;
use crate::ui::Combobox;
use crate::widgets::accounts::{account_with, choices};

/// The id of the field.
pub const ACTING_AS: &str = "acting-as";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The view with the accounts to choose from.
    pub view: ViewRef,
    /// The acting account was removed, and no other one was chosen.
    pub is_removed: bool,
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
    let account = (!props.is_removed).then_some(&props.view.account);
    html! {
        <Combobox
            id={ACTING_AS}
            label={words.acting_as}
            list_label={text.common.accounts}
            {choices}
            value={account.map(|account| account.id().to_string()).unwrap_or_default()}
            name={account.and_then(|account| props.view.name_of(&account.clone().into())).unwrap_or_default().to_owned()}
            more_text={Callback::from(text.common.more)}
            empty_text={text.common.no_match}
            {on_choose}
        />
    }
}
