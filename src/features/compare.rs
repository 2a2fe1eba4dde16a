//! One place as two people see it, side by side, for showing it to others. The address says who and what, by usernames and
//! by the registry's id, so that a prepared tab can be kept as a bookmark.

pub mod text;

use domain::{AccountId, Id, RegistryId, SeenRegistry, View};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::text::CompareText;
use crate::i18n::{Catalog, Language, intl};
use crate::page::use_page;
use crate::platform::{address, dom, history};
use crate::routes::compare::CompareQuery;
use crate::routes::{Route, query_suffix, use_query};
use crate::state::ViewRef;
use crate::ui::{Combobox, bdi, icon, prose};
use crate::widgets::accounts::{account_with, choices};
use crate::widgets::badges::visibility_badge;
use crate::widgets::head::Head;
use crate::widgets::registry::registry_body;
use crate::widgets::sources::role_with_sources;

/// The organization as the acting account sees it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Who can be shown is whoever is in it; what they see is theirs.
    pub view: ViewRef,
}

/// The page.
#[component]
pub fn Present(props: &Props) -> Html {
    let page = use_page();
    let text = page.text();
    let words = CompareText::of(text.language);
    let view = &props.view;
    let mut query = use_query::<CompareQuery>();
    if query.left.is_empty() {
        query.left = username(view, &view.account);
    }
    let is_large = use_state_eq(|| address::query_parameter(TYPE).is_some());
    let choices = use_callback((view.clone(), page.language), |(), (view, language): &(ViewRef, Language)| {
        choices(view, language.catalog())
    });
    // Of the model, not of the view: that stays the same when what changes is hidden from whoever acts.
    let sides = use_memo((page.model.clone(), query.left.clone(), query.right.clone()), |(_, left, right)| {
        [left, right].map(|name| view.account_named(name).and_then(|account| page.store.seen_by(&account)))
    });
    let ask = Callback::from(|query: CompareQuery| history::replace(&query.href()));
    let on_large = {
        let is_large = is_large.setter();
        Callback::from(move |event: Event| {
            let wanted = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            let value = wanted.then_some("large");
            address::set_query_parameter(TYPE, value);
            dom::set_root_attribute("data-type", value);
            is_large.set(wanted);
        })
    };
    let swap = {
        let swapped =
            CompareQuery { left: query.right.clone(), right: query.left.clone(), registry: query.registry.clone() };
        ask.reform(move |_: MouseEvent| swapped.clone())
    };
    let registry = RegistryId(Id::from_text(&query.registry));
    let back = if query.registry.is_empty() { Route::Landing } else { Route::of_registry(&registry) };
    let [first, second] = sides.each_ref().map(|side| side.as_ref().map(|view| &view.account));
    let is_same = first == second;
    let side = |at: usize, id: &'static str, label: &'static str, scope: &'static str| {
        let seen = sides.get(at).and_then(Option::as_ref);
        let on_choose = ask.reform({
            let (query, view) = (query.clone(), view.clone());
            move |id: AttrValue| {
                let account = account_with(&view, &Id::from_text(&id));
                query.with_person(at, account.map(|account| username(&view, &account)).unwrap_or_default())
            }
        });
        let name = seen.and_then(|view| view.name_of(&view.account.clone().into())).unwrap_or_default().to_owned();
        let label_of_side = match seen {
            None => label.to_owned(),
            // Two landmarks have two names.
            Some(_) if is_same => format!("{label}: {}", (words.seen_by)(&name)),
            Some(_) => (words.seen_by)(&name),
        };
        html! {
            <section class="side" aria-label={label_of_side}>
                <Combobox
                    {id}
                    {label}
                    list_label={text.common.accounts}
                    choices={choices.clone()}
                    value={seen.map(|view| view.account.id().to_string()).unwrap_or_default()}
                    name={name.clone()}
                    more_text={Callback::from(text.common.more)}
                    empty_text={text.common.no_match}
                    {on_choose}
                />
                if let Some(view) = seen {
                    { shown(view, &query, &registry, text, scope) }
                    <p><a href={acting_as(view, &back)} target="_blank" rel="noopener">{ (words.open_as)(&name) }</a></p>
                } else {
                    <div class="empty">{ icon("people") }<p>{ words.nobody }</p></div>
                }
            </section>
        }
    };
    html! {
        <>
            <Head title={text.registry.side_by_side}>
                <label class="check">
                    <input type="checkbox" checked={*is_large} onchange={on_large} />{ words.large }
                </label>
                <button type="button" class="button" onclick={swap}>{ words.swap }</button>
                <a class="button" href={back.href()}>{ words.leave }</a>
            </Head>
            { what(&sides, &query, &registry, &ask, text) }
            <div class="sides">
                { side(0, "first", words.first, "first-") }
                { side(1, "second", words.second, "second-") }
            </div>
        </>
    }
}

/// As many registries as are listed on each side; all of them can be chosen.
const LISTED: usize = 60;

/// The name under which the address asks for larger type.
const TYPE: &str = "type";

/// The choice of what both look at: whatever one of them sees.
fn what(
    sides: &[Option<ViewRef>; 2],
    query: &CompareQuery,
    chosen: &RegistryId,
    on_ask: &Callback<CompareQuery>,
    text: &Catalog,
) -> Html {
    let words = CompareText::of(text.language);
    let [left, right] = sides.each_ref().map(Option::as_deref);
    let mut registries: Vec<&SeenRegistry> = left.iter().flat_map(|view| &view.registries).collect();
    let is_left = |seen: &SeenRegistry| left.is_some_and(|left| left.registry(seen.registry.id()).is_some());
    registries.extend(right.iter().flat_map(|view| &view.registries).filter(|seen| !is_left(seen)));
    let registries = by_name(registries, usize::MAX, text);
    // The attribute of an option counts only until somebody has chosen; the property counts afterwards.
    let place = registries.iter().position(|seen| seen.registry.id() == chosen).map_or(0, |place| place + 1);
    let onchange = on_ask.reform({
        let query = query.clone();
        move |event: Event| query.with_registry(dom::field_value(&event))
    });
    html! {
        <div class="toolbar">
            <div class="field">
                <label for="what">{ words.what }</label>
                <select id="what" ~selectedIndex={i32::try_from(place).unwrap_or(0)} {onchange}>
                    <option value="" selected={place == 0}>{ words.all }</option>
                    for seen in &registries {
                        <option value={seen.registry.id().to_string()} selected={seen.registry.id() == chosen}>
                            { seen.registry.name().to_string() }
                        </option>
                    }
                </select>
            </div>
        </div>
    }
}

/// What one of them sees: the registry, or all of theirs.
fn shown(view: &ViewRef, query: &CompareQuery, registry: &RegistryId, text: &Catalog, scope: &'static str) -> Html {
    let words = CompareText::of(text.language);
    if query.registry.is_empty() {
        return all(view, query, text, scope);
    }
    match view.registry(registry) {
        Some(seen) => html! {
            <>
                <div class="section-head">
                    <h2>{ bdi(seen.registry.name().as_str()) }</h2>{ visibility_badge(seen.registry.visibility(), text) }
                </div>
                { registry_body(view, seen, text, scope) }
            </>
        },
        None => html! {
            <div class="empty">
                { icon("registry") }
                <p>{ prose(&(words.hidden)(view.name_of(&view.account.clone().into()).unwrap_or_default())) }</p>
            </div>
        },
    }
}

fn by_name<'a>(registries: Vec<&'a SeenRegistry>, most: usize, text: &Catalog) -> Vec<&'a SeenRegistry> {
    intl::first_by_text(text.language, registries, most, |seen| seen.registry.name().as_str())
}

fn all(view: &View, query: &CompareQuery, text: &Catalog, scope: &str) -> Html {
    let words = CompareText::of(text.language);
    let count = view.registries.len();
    let seen = by_name(view.registries.iter().collect(), LISTED, text);
    let title_id = format!("{scope}registries");
    html! {
        <>
            <div class="section-head">
                <h2 id={title_id.clone()}>{ words.registries }</h2>
                <span class="count">{ intl::number(text.language, count) }</span>
            </div>
            if seen.is_empty() {
                <p class="muted">{ words.none }</p>
            }
            <ul class="side-list" aria-labelledby={title_id}>
                for seen in &seen {
                    <li>
                        <a href={query.with_registry(seen.registry.id().to_string()).href()}>
                            { bdi(seen.registry.name().as_str()) }
                        </a>
                        { visibility_badge(seen.registry.visibility(), text) }
                        { role_with_sources(view, Some(&seen.standing), text) }
                    </li>
                }
            </ul>
            if count > LISTED {
                <p class="muted">{ (words.more)(count - LISTED) }</p>
            }
        </>
    }
}

/// The address of a tab in which the account of this view acts.
fn acting_as(view: &View, place: &Route) -> String {
    query_suffix(&[("as", username(view, &view.account))]) + &place.href()
}

/// What an account goes by in addresses.
fn username(view: &View, account: &AccountId) -> String {
    match account {
        AccountId::Person(id) => view.people.get(id).map(|person| person.username.to_string()),
        AccountId::ServiceAccount(id) => view.service_accounts.get(id).map(|account| account.name.to_string()),
    }
    .unwrap_or_default()
}
