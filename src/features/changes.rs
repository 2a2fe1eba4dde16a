//! The changes between two moments: gained, lost and changed access, and the settings, names, registries, members, owners and
//! roles that differ, as far as the acting account could see each of them. The address holds the moments.

mod tables;
mod text;

use std::rc::Rc;

use domain::Differences;
use interchange::{changes, file_name};
use yew::prelude::*;

use self::tables::tables;
use self::text::ChangesText;
use crate::i18n::{Catalog, intl};
use crate::page::use_page;
use crate::platform::{clock, dom, file, history};
use crate::routes::Route;
use crate::routes::changes::ChangesQuery;
use crate::routes::use_query;
use crate::state::{Moment, Notice, Store, ViewRef};
use crate::ui::icon;
use crate::widgets::head::Head;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewRef,
}

/// A moment of the address, with the number of records until then, and its time.
struct Side {
    count: usize,
    at: Option<i64>,
}

/// The moment of this text, or `default` if there is none. `None` if the log does not have it.
fn side(store: &Store, text: &str, default: usize) -> Option<Side> {
    if text.is_empty() {
        return Some(Side { count: default, at: None });
    }
    let moment = Moment::parse(text)?;
    let at = match moment {
        Moment::At(at) => Some(at),
        // The time of a record that the account does not see is none of its business.
        Moment::After(record) => {
            Some(store.read_history(|history| history.time_of(history.position(record)?)).flatten()?)
        }
    };
    Some(Side { count: store.count_at(moment)?, at })
}

#[component]
pub fn Changes(props: &Props) -> Html {
    let page = use_page();
    let (text, language) = (page.text(), page.language);
    let words = ChangesText::of(language);
    let query = use_query::<ChangesQuery>();
    let sides = [side(&page.store, &query.from, 1), side(&page.store, &query.to, usize::MAX)];
    let counts = sides.each_ref().map(|side| side.as_ref().map(|side| side.count));
    let differences: Rc<Option<Differences>> = {
        let store = page.store.clone();
        use_memo((page.model.clone(), counts), move |(_, counts)| {
            let [Some(from), Some(to)] = *counts else { return None };
            store.differences(from, to)
        })
    };
    let fields =
        [("changes-from", words.from, &query.from, sides.first()), ("changes-to", words.to, &query.to, sides.last())];
    let fields = fields.map(|(id, label, value, side)| {
        let side = side.and_then(Option::as_ref);
        let shown = side.and_then(|side| side.at).map(clock::local_text).unwrap_or_default();
        let is_from = id == "changes-from";
        let query = query.clone();
        let onchange = Callback::from(move |event: Event| {
            let chosen = clock::local_time(&dom::field_value(&event)).map(clock::iso).unwrap_or_default();
            let mut next = query.clone();
            *(if is_from { &mut next.from } else { &mut next.to }) = chosen;
            history::push(&next.href());
        });
        let has_problem = side.is_none() && !value.is_empty();
        let problem = format!("{id}-problem");
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <input
                    {id}
                    type="datetime-local"
                    value={shown}
                    aria-invalid={has_problem.then_some("true")}
                    aria-describedby={has_problem.then(|| problem.clone())}
                    {onchange}
                />
                if has_problem {
                    <p class="problem" id={problem}>{ words.no_moment }</p>
                }
            </div>
        }
    });
    let download = {
        let (store, differences) = (page.store.clone(), differences.clone());
        let organization = props.view.organization.to_string();
        Callback::from(move |_: MouseEvent| {
            let Some(differences) = &*differences else { return };
            let name = file_name("changes", &organization, &clock::today(), "csv");
            if file::download(&name, &changes::write(differences)).is_err() {
                store.notify(Notice::NotDownloaded);
            }
        })
    };
    html! {
        <div class="changes">
            <p class="crumb"><a href={Route::History.href()}>{ text.common.history }</a></p>
            <Head title={words.title} lead={words.lead} />
            <div class="toolbar">
                for field in fields {
                    { field }
                }
            </div>
            if let Some(differences) = &*differences {
                <p class="muted" role="status">{ moments(&sides, differences, text) }</p>
                { tables(differences, text) }
                if !differences.is_empty() {
                    <div class="section button-row exports">
                        <button type="button" class="button" onclick={download}>{ icon("download") }{ words.export_csv }</button>
                    </div>
                }
            }
        </div>
    }
}

/// Between which moments, and whether anything differs.
fn moments(sides: &[Option<Side>; 2], differences: &Differences, text: &Catalog) -> String {
    let words = ChangesText::of(text.language);
    let [from, to] = sides.each_ref().map(|side| {
        let at = side.as_ref().and_then(|side| side.at);
        at.map(|at| intl::date_time(text.language, at))
    });
    let between = (words.between)(from.as_deref(), to.as_deref());
    if differences.is_empty() { format!("{between} {}", words.nothing) } else { between }
}
