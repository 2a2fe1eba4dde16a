//! The offer to new visitors: it names the acting account, and starts the walkthrough.

use domain::View;
use yew::prelude::*;

use crate::page::Page;
use crate::platform::dom;
use crate::state::walkthrough::steps::Walk;
use crate::ui::prose;
use crate::widgets::walkthrough::COACH_ID;
use crate::widgets::walkthrough::text::WalkthroughText;

/// The offer, until it is accepted or declined.
pub fn offer(page: &Page, view: &View) -> Html {
    if !page.model.may_offer_walkthrough {
        return Html::default();
    }
    let words = WalkthroughText::of(page.language);
    let answer = |accepts: bool| {
        let store = page.store.clone();
        Callback::from(move |_: MouseEvent| {
            if accepts {
                store.begin_walkthrough(Walk::Registry);
                dom::focus_without_scrolling(COACH_ID);
            } else {
                store.decline_walkthrough();
                dom::focus(dom::TITLE_ID);
            }
        })
    };
    let actor = view.name_of(&view.account.clone().into()).filter(|_| view.people.len() > 1);
    html! {
        <div class="offer">
            <p>{ prose(&actor.map_or_else(|| words.offer.to_owned(), words.offer_acting)) }</p>
            <button type="button" class="link" onclick={answer(true)}>{ words.accept }</button>
            <button type="button" class="link" onclick={answer(false)}>{ words.decline }</button>
        </div>
    }
}
