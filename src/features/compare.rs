//! A page as two people see it, side by side, for presentations. The address holds the usernames and the registry, so
//! that a prepared tab can be bookmarked.

pub mod text;

use domain::{AccountId, Id, RegistryId, RegistryView, View};
use search::filter_text;
use yew::prelude::*;

use self::text::CompareText;
use crate::i18n::{Catalog, Language, intl};
use crate::page::use_page;
use crate::platform::{address, dom, history};
use crate::routes::compare::CompareQuery;
use crate::routes::{Route, query_suffix, use_query};
use crate::state::ViewRef;
use crate::ui::{Choice, Combobox, Kind, bdi, icon, prose};
use crate::widgets::accounts::{account_with, choices};
use crate::widgets::badges::visibility_badge;
use crate::widgets::copy_link::copy_link;
use crate::widgets::head::Head;
use crate::widgets::registry::registry_body;
use crate::widgets::sources::role_with_sources;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The organization as the acting account sees it. Its people can be selected; each side shows the selected
    /// person's own view.
    pub view: ViewRef,
}

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
    let is_large = use_state_eq(|| address::query_parameter(TYPE_PARAMETER).is_some());
    let choices = use_callback((view.clone(), page.language), |(), (view, language): &(ViewRef, Language)| {
        choices(view, language.catalog())
    });
    // A change that the acting account cannot see leaves its view the same, so this depends on the whole model.
    let sides = use_memo((page.model.clone(), query.left.clone(), query.right.clone()), |(_, left, right)| {
        [left, right].map(|name| view.account_named(name).and_then(|account| page.store.view_for(&account)))
    });
    let request = Callback::from(|query: CompareQuery| history::replace(&query.href()));
    let on_large = {
        let is_large = is_large.setter();
        Callback::from(move |event: Event| {
            let is_checked = dom::is_checked(&event);
            let value = is_checked.then_some("large");
            address::set_query_parameter(TYPE_PARAMETER, value);
            dom::set_root_attribute("data-type", value);
            is_large.set(is_checked);
        })
    };
    let swap = {
        let swapped =
            CompareQuery { left: query.right.clone(), right: query.left.clone(), registry: query.registry.clone() };
        request.reform(move |_: MouseEvent| swapped.clone())
    };
    let views = Views { acting: view.clone(), sides: (*sides).clone() };
    let registry = views.registry(&query.registry);
    let back = if query.registry.is_empty() { Route::Landing } else { Route::of_registry(view, &registry) };
    let [first, second] = sides.each_ref().map(|side| side.as_ref().map(|view| &view.account));
    let is_same = first == second;
    let side = |index: usize, id: &'static str, label: &'static str, scope: &'static str| {
        let side_view = sides.get(index).and_then(Option::as_ref);
        let on_choose = request.reform({
            let (query, view) = (query.clone(), view.clone());
            move |id: AttrValue| {
                let account = account_with(&view, &Id::from_text(&id));
                query.with_person(index, account.map(|account| username(&view, &account)).unwrap_or_default())
            }
        });
        let name = side_view.and_then(|view| view.name_of(&view.account.clone().into())).unwrap_or_default().to_owned();
        let side_label = match side_view {
            None => label.to_owned(),
            // Two landmarks need different names.
            Some(_) if is_same => format!("{label}: {}", (words.view_for)(&name)),
            Some(_) => (words.view_for)(&name),
        };
        html! {
            <section class="side" aria-label={side_label}>
                <Combobox
                    {id}
                    {label}
                    list_label={text.common.accounts}
                    choices={choices.clone()}
                    value={side_view.map(|view| view.account.id().to_string()).unwrap_or_default()}
                    name={name.clone()}
                    more_text={Callback::from(text.common.more)}
                    empty_text={text.common.no_match}
                    {on_choose}
                />
                if let Some(view) = side_view {
                    { side_content(&views, view, &query, &registry, text, scope) }
                    <p><a href={act_as_href(view, &back)} target="_blank" rel="noopener">{ (words.open_as)(&name) }</a></p>
                } else {
                    <div class="empty">{ icon("people") }<p>{ words.no_person }</p></div>
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
                { copy_link(query.href(), text) }
                <a class="button" href={back.href()}>{ words.close }</a>
            </Head>
            { registry_select(&views, &query, &registry, &request, text) }
            <div class="sides">
                { side(0, "first", words.first, "first-") }
                { side(1, "second", words.second, "second-") }
            </div>
        </>
    }
}

/// The number of registries listed on each side, and in a select. All can be selected.
const MAX_LISTED: usize = 60;

/// The views that an address is read by: what the acting account cannot see may be visible to a side.
#[derive(Clone)]
struct Views {
    acting: ViewRef,
    sides: [Option<ViewRef>; 2],
}

impl Views {
    fn all(&self) -> impl Iterator<Item = &ViewRef> {
        std::iter::once(&self.acting).chain(self.sides.iter().flatten())
    }

    /// The registry that a reference leads to. One that leads nowhere counts as the id of a hidden registry.
    fn registry(&self, reference: &str) -> RegistryId {
        let found = self.all().find_map(|view| view.registry_by_reference(reference));
        found.map_or_else(|| RegistryId(Id::from_text(reference)), |registry_view| registry_view.registry.id().clone())
    }

    /// The reference to a registry: its name, or its id if the name leads elsewhere.
    fn reference(&self, id: &RegistryId) -> String {
        let name =
            self.all().find_map(|view| view.registry(id)).map(|registry_view| registry_view.registry.name().as_str());
        name.filter(|name| self.registry(name) == *id).unwrap_or(id.0.as_str()).to_owned()
    }
}

/// The choice of all registries; no registry has this id.
const ALL: &str = "*";

/// The query parameter for larger type.
const TYPE_PARAMETER: &str = "type";

/// The select for the compared registry, with all registries that at least one side sees.
fn registry_select(
    views: &Views,
    query: &CompareQuery,
    chosen: &RegistryId,
    on_request: &Callback<CompareQuery>,
    text: &'static Catalog,
) -> Html {
    let words = CompareText::of(text.language);
    let registries = seen_registries(&views.sides);
    if registries.len() > MAX_LISTED {
        return registry_combobox(views, &registries, query, chosen, on_request, text);
    }
    let registries = by_name(registries, usize::MAX, text);
    // The `selected` attribute has no effect after the first choice, so the property is set as well.
    let selected_index =
        registries.iter().position(|registry_view| registry_view.registry.id() == chosen).map_or(0, |index| index + 1);
    let onchange = on_request.reform({
        let (query, views) = (query.clone(), views.clone());
        move |event: Event| query.with_registry(views.reference(&RegistryId(Id::from_text(&dom::field_value(&event)))))
    });
    html! {
        <div class="toolbar">
            <div class="field">
                <label for="what">{ words.registry }</label>
                <select id="what" ~selectedIndex={i32::try_from(selected_index).unwrap_or(0)} {onchange}>
                    <option value="" selected={selected_index == 0}>{ words.all_registries }</option>
                    for registry_view in &registries {
                        <option value={registry_view.registry.id().to_string()} selected={registry_view.registry.id() == chosen}>
                            { registry_view.registry.name().to_string() }
                        </option>
                    }
                </select>
            </div>
        </div>
    }
}

/// The registries that at least one side sees.
fn seen_registries(sides: &[Option<ViewRef>; 2]) -> Vec<&RegistryView> {
    let [left, right] = sides.each_ref().map(Option::as_deref);
    let mut registries: Vec<&RegistryView> = left.iter().flat_map(|view| &view.registries).collect();
    let is_left =
        |registry_view: &RegistryView| left.is_some_and(|left| left.registry(registry_view.registry.id()).is_some());
    registries.extend(right.iter().flat_map(|view| &view.registries).filter(|registry_view| !is_left(registry_view)));
    registries
}

/// The combobox in place of the select, since thousands of options take long to render. Its options are made when it is
/// opened.
fn registry_combobox(
    views: &Views,
    registries: &[&RegistryView],
    query: &CompareQuery,
    chosen: &RegistryId,
    on_request: &Callback<CompareQuery>,
    text: &'static Catalog,
) -> Html {
    let words = CompareText::of(text.language);
    let name = registries
        .iter()
        .find(|registry_view| registry_view.registry.id() == chosen)
        .map(|registry_view| registry_view.registry.name().to_string());
    let choice = |id: String, name: &str, detail: &'static str| Choice {
        id: id.into(),
        kind: Some(Kind::Team),
        name: name.to_owned().into(),
        detail: detail.into(),
        search: filter_text(name).to_string().into(),
    };
    let choices = {
        let sides = views.sides.clone();
        move |()| {
            let all = choice(ALL.to_owned(), words.all_registries, "");
            let registries = by_name(seen_registries(&sides), usize::MAX, text).into_iter().map(|registry_view| {
                let registry = &registry_view.registry;
                choice(
                    registry.id().to_string(),
                    registry.name().as_str(),
                    (text.terms.visibility)(registry.visibility()),
                )
            });
            std::iter::once(all).chain(registries).collect()
        }
    };
    let on_choose = on_request.reform({
        let (query, views) = (query.clone(), views.clone());
        move |id: AttrValue| match &*id {
            ALL => query.with_registry(String::new()),
            id => query.with_registry(views.reference(&RegistryId(Id::from_text(id)))),
        }
    });
    html! {
        <div class="toolbar">
            <Combobox
                id="what"
                label={words.registry}
                list_label={words.registries}
                choices={Callback::from(choices)}
                value={if name.is_some() { chosen.to_string() } else { ALL.to_owned() }}
                name={name.unwrap_or_else(|| words.all_registries.to_owned())}
                more_text={Callback::from(text.common.more)}
                empty_text={words.no_match}
                {on_choose}
            />
        </div>
    }
}

/// The registry as one side sees it, or all of that side's registries.
fn side_content(
    views: &Views,
    view: &ViewRef,
    query: &CompareQuery,
    registry: &RegistryId,
    text: &Catalog,
    scope: &'static str,
) -> Html {
    let words = CompareText::of(text.language);
    if query.registry.is_empty() {
        return registry_list(views, view, query, text, scope);
    }
    match view.registry(registry) {
        Some(registry_view) => html! {
            <>
                <div class="section-head">
                    <h2>{ bdi(registry_view.registry.name().as_str()) }</h2>{ visibility_badge(registry_view.registry.visibility(), text) }
                </div>
                { registry_body(view, registry_view, html! {}, text, scope) }
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

fn by_name<'a>(registries: Vec<&'a RegistryView>, limit: usize, text: &Catalog) -> Vec<&'a RegistryView> {
    intl::first_by_text(text.language, registries, limit, |registry_view| registry_view.registry.name().as_str())
}

fn registry_list(views: &Views, view: &View, query: &CompareQuery, text: &Catalog, scope: &str) -> Html {
    let words = CompareText::of(text.language);
    let count = view.registries.len();
    let registry_view = by_name(view.registries.iter().collect(), MAX_LISTED, text);
    let title_id = format!("{scope}registries");
    html! {
        <>
            <div class="section-head">
                <h2 id={title_id.clone()}>{ words.registries }</h2>
                <span class="count">{ intl::number(text.language, count) }</span>
            </div>
            if registry_view.is_empty() {
                <p class="muted">{ words.no_registries }</p>
            }
            <ul class="side-list" aria-labelledby={title_id}>
                for registry_view in &registry_view {
                    <li>
                        <a href={query.with_registry(views.reference(registry_view.registry.id())).href()}>
                            { bdi(registry_view.registry.name().as_str()) }
                        </a>
                        { visibility_badge(registry_view.registry.visibility(), text) }
                        { role_with_sources(view, Some(&registry_view.standing), text) }
                    </li>
                }
            </ul>
            if count > MAX_LISTED {
                <p class="muted">{ (words.more)(count - MAX_LISTED) }</p>
            }
        </>
    }
}

/// The address of a tab that acts as the account of this view.
fn act_as_href(view: &View, route: &Route) -> String {
    query_suffix(&[("as", username(view, &view.account))]) + &route.href()
}

/// The name of an account in addresses.
fn username(view: &View, account: &AccountId) -> String {
    match account {
        AccountId::Person(id) => view.people.get(id).map(|person| person.username.to_string()),
        AccountId::ServiceAccount(id) => view.service_accounts.get(id).map(|account| account.name.to_string()),
    }
    .unwrap_or_default()
}
