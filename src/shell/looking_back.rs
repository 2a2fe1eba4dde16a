//! The banner while the page shows the past: which moment, a slider over the log, and the way back.

use std::rc::Rc;

use workspace::History;
use yew::prelude::*;

use super::text::ShellText;
use crate::features::history::sentence_at;
use crate::i18n::intl;
use crate::i18n::prose::{isolate, plain};
use crate::page::use_page;
use crate::platform::dom;
use crate::state::{Moment, Past};
use crate::ui::{Tone, banner};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub past: Past,
}

/// The positions of the records that the acting account sees now, and their times. The slider has these alone, since it would tell
/// the number of the others.
type Visible = Rc<Vec<(usize, i64)>>;

#[component]
pub fn LookingBack(props: &Props) -> Html {
    let page = use_page();
    let text = ShellText::of(page.language);
    let account = page.model.view().map(|view| view.account.clone());
    let visible: Visible = {
        let store = page.store.clone();
        use_memo((page.model.stored, account), move |_| {
            let read = |history: &History<'_>| {
                let visible = history.positions().filter(|position| history.is_visible(*position));
                visible.filter_map(|position| Some((position, history.time_of(position)?))).collect()
            };
            store.read_history(read).unwrap_or_default()
        })
    };
    let Past { count, at } = props.past;
    let shown = visible.partition_point(|(position, _)| *position < count).saturating_sub(1);
    // The text follows the slider at once, and the page when it is let go.
    let dragged = use_state_eq(|| None::<usize>);
    let time_at = |index: usize| visible.get(index).map_or(at, |(_, time)| *time);
    let time = dragged.map_or(at, |index| if index == shown { at } else { time_at(index) });
    let when = intl::date_time(page.language, time);
    let last = visible.get(dragged.unwrap_or(shown)).and_then(|(position, _)| {
        sentence_at(&page.store, *position, page.text()).filter(|sentence| !sentence.is_empty())
    });
    let oninput = {
        let dragged = dragged.setter();
        Callback::from(move |event: InputEvent| dragged.set(dom::field_value(&event).parse().ok()))
    };
    let onchange = {
        let (store, visible, dragged) = (page.store.clone(), visible.clone(), dragged.setter());
        Callback::from(move |event: Event| {
            dragged.set(None);
            let chosen = dom::field_value(&event).parse::<usize>().ok();
            let record = chosen
                .and_then(|index| visible.get(index))
                .and_then(|(position, _)| store.read_history(|history| history.record_at(*position)).flatten());
            if let Some(record) = record {
                store.look_at(Moment::After(record));
            }
        })
    };
    let back = {
        let store = page.store.clone();
        Callback::from(move |_: MouseEvent| {
            store.look_at_present();
            // The banner disappears with its button.
            dom::focus(dom::TITLE_ID);
        })
    };
    let actions = html! {
        <>
            if visible.len() > 1 {
                <input
                    type="range"
                    class="moment-slider"
                    aria-label={text.moment}
                    aria-valuetext={last.as_deref().map_or_else(|| when.clone(), |last| format!("{when}. {}", plain(last)))}
                    min="0"
                    max={(visible.len() - 1).to_string()}
                    step="1"
                    value={dragged.unwrap_or(shown).to_string()}
                    {oninput}
                    {onchange}
                />
            }
            <button type="button" class="button" onclick={back}>{ text.back_to_now }</button>
        </>
    };
    banner(Tone::Info, &(text.looking_back)(&isolate(&when), last.as_deref()), actions)
}
