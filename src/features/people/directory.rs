//! The table of the organization's people.

use std::rc::Rc;

use domain::{AccountId, Action, FoldKey, OrganizationRole, Person, PersonAction, View};
use search::{Filter, filter_text};
use yew::prelude::*;

use super::controls::{LiveSelect, RoleChoice, row_button};
use super::query::{Part, PeopleQuery};
use super::text::PeopleText;
use super::{Directory, PART_TITLE};
use crate::i18n::{Catalog, Language, intl};
use crate::platform::dom;
use crate::routes::Route;
use crate::ui::{
    Kind, PageRange, PagerWords, Turn, avatar, bdi, button_with_reason, filter_field, icon, no_match, pager, table,
};

/// The id of the link that the address asks to find.
const FOUND: &str = "found-person";

/// The id of the reason why the account cannot change people.
const DENIED: &str = "add-person-denied";

/// A person with the text for the filter.
#[derive(Clone)]
pub struct FilterEntry {
    person: Rc<Person>,
    search: FoldKey,
}

/// The texts for the filter. It reuses the texts of `before`, because few of thousands of people change at a time.
fn filter_entries(view: &View, before: &[FilterEntry]) -> Vec<FilterEntry> {
    let mut before = before.iter().peekable();
    let of = |person: &Rc<Person>| {
        while before.next_if(|known| known.person.id < person.id).is_some() {}
        match before.next_if(|known| Rc::ptr_eq(&known.person, person)) {
            Some(known) => known.clone(),
            None => {
                let search = filter_text(&format!("{} {} {}", person.name, person.username, person.email));
                FilterEntry { person: Rc::clone(person), search }
            }
        }
    };
    view.people.iter().map(of).collect()
}

/// The people of the query.
pub struct Found {
    /// The people on the page, sorted by name.
    shown: Vec<Rc<Person>>,
    /// The page.
    range: PageRange,
}

/// Finds the people of a query. `known` caches the texts for filters, which are built on the first use of a filter.
pub fn find(
    view: &View,
    language: Language,
    query: &PeopleQuery,
    is_printing: bool,
    known: &mut Vec<FilterEntry>,
) -> Found {
    let filter = Filter::of(&query.filter);
    let found: Vec<&Rc<Person>> = if !query.find.is_empty() {
        let query_text = FoldKey::of(query.find.trim());
        view.people.iter().filter(|person| person.username.key() == query_text).collect()
    } else if filter.is_empty() {
        view.people.iter().collect()
    } else {
        *known = filter_entries(view, known);
        let found = filter.select(known.iter(), |filter, entry| filter.matches(std::iter::once(entry.search.as_str())));
        found.into_iter().map(|entry| &entry.person).collect()
    };
    let range = PageRange::of_rows(query.page, found.len(), is_printing);
    // The people that an import has just added are first.
    let (added, others) = found.into_iter().partition::<Vec<_>, _>(|person| query.marks(&person.id.0));
    let sort =
        |people| intl::first_by_text(language, people, range.sorted_len(), |person: &&Rc<Person>| person.name.as_str());
    let sorted = [sort(added), sort(others)].concat();
    Found { shown: range.slice(&sorted).iter().map(|person| Rc::clone(person)).collect(), range }
}

const ROLES: [OrganizationRole; 3] = [OrganizationRole::Admin, OrganizationRole::Member, OrganizationRole::Viewer];

/// The options for a role.
pub fn role_choices(text: &Catalog) -> Vec<RoleChoice> {
    ROLES.iter().map(|role| ((*role).into(), (text.terms.organization_role)(*role))).collect()
}

pub(super) fn people(directory: &Directory, found: &Found) -> Html {
    let (query, text, all) = (&directory.query, directory.text(), directory.view.people.len());
    let words = PeopleText::of(text.language);
    let Found { shown, range } = found;
    let columns = [words.name, words.username, words.email, words.organization_role, words.teams, words.actions];
    let add = directory.opening("add", None, "");
    html! {
        <section class="section" aria-labelledby={PART_TITLE}>
            <div class="section-head">
                <h2 id={PART_TITLE} tabindex="-1">{ (words.part)(Part::People) }</h2>
                { button_with_reason("add-person", words.add_person, directory.denied.as_deref(), &add) }
            </div>
            { toolbar(directory, range.all) }
            if shown.is_empty() {
                { nobody_matches(directory) }
            } else {
                { pager(*range, &PagerWords::of(words.people_table, *range, text), &Turn::Link(&|page| query.page_href(page))) }
                { table(words.people_table, "directory blocks", &columns, html! {
                    for person in shown {
                        { row(directory, person) }
                    }
                }) }
            }
            if all == 1 {
                <div class="empty">
                    { icon("people") }
                    <h3>{ words.alone }</h3>
                    <p>{ words.alone_why }</p>
                    <a class="button" href={PeopleQuery::part_of(Part::Import).href()}>{ words.import_list }</a>
                </div>
            }
        </section>
    }
}

fn nobody_matches(directory: &Directory) -> Html {
    let (query, words) = (&directory.query, PeopleText::of(directory.text().language));
    let query_text = if query.find.is_empty() { &query.filter } else { &query.find };
    let clear = directory.show.reform(|_: MouseEvent| {
        // The pressed button disappears, so the focus moves elsewhere.
        dom::focus("people-filter");
        PeopleQuery::default()
    });
    no_match(&(words.no_match)(query_text.trim()), words.clear_filter, clear)
}

/// The filter and the number of matches.
fn toolbar(directory: &Directory, shown: usize) -> Html {
    let (query, words, all) =
        (&directory.query, PeopleText::of(directory.text().language), directory.view.people.len());
    let value = if query.find.is_empty() { query.filter.clone() } else { query.find.clone() };
    let oninput = directory.show.reform({
        let query = query.clone();
        move |event: InputEvent| PeopleQuery {
            filter: dom::field_value(&event),
            find: String::new(),
            page: None,
            ..query.clone()
        }
    });
    html! {
        <div class="toolbar">
            { filter_field("people-filter", words.filter, &value, oninput) }
            <p class="muted small" role="status">{ (words.count)(shown, all) }</p>
        </div>
    }
}

fn row(directory: &Directory, person: &Rc<Person>) -> Html {
    let (text, view) = (directory.text(), &directory.view);
    let teams = view.teams.iter().filter_map(|team| {
        let role = team.people.get(&person.id)?;
        Some((AttrValue::from(team.name.to_string()), (text.terms.team_role)(*role)))
    });
    html! {
        <Row
            key={person.id.to_string()}
            person={Rc::clone(person)}
            href={Route::of_account(&directory.view, &AccountId::Person(person.id.clone())).href()}
            teams={teams.collect::<Vec<_>>()}
            language={directory.page.language}
            is_denied={directory.denied.is_some()}
            is_found={!directory.query.find.is_empty()}
            is_added={directory.query.marks(&person.id.0)}
            on_press={directory.press.clone()}
        />
    }
}

/// A press in a row.
#[derive(Clone, Copy)]
pub enum Press {
    Edit,
    Remove,
    /// A chosen role.
    Role(OrganizationRole),
}

/// A row is a component, so that only changed rows are rendered again.
#[derive(Properties, PartialEq)]
struct RowProps {
    person: Rc<Person>,
    /// The address of the person's page.
    href: AttrValue,
    /// The teams, each with the person's role.
    teams: Vec<(AttrValue, &'static str)>,
    language: Language,
    is_denied: bool,
    is_found: bool,
    /// Whether the import of the address has added the person.
    is_added: bool,
    on_press: Callback<(Rc<Person>, Press)>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let (person, text) = (&props.person, props.language.catalog());
    let words = PeopleText::of(text.language);
    let name = person.name.as_str();
    let denied = props.is_denied.then_some(DENIED);
    let on_press = |press| {
        let person = Rc::clone(person);
        props.on_press.reform(move |()| (Rc::clone(&person), press))
    };
    let on_choose = {
        let (on_press, person) = (props.on_press.clone(), Rc::clone(person));
        Callback::from(move |name: &'static str| {
            if let Ok(role) = name.parse() {
                on_press.emit((Rc::clone(&person), Press::Role(role)));
            }
        })
    };
    // A long address wraps before the @.
    let email = person.email.as_str();
    let (local, domain) = email.split_at_checked(email.find('@').unwrap_or_default()).unwrap_or(("", email));
    let role = LiveSelect {
        label: Some((words.organization_role_of)(name)),
        id: None,
        choices: &role_choices(text),
        value: person.role.into(),
        described: denied.map(str::to_owned),
        is_denied: props.is_denied,
        on_choose,
    };
    html! {
        <tr>
            <th scope="row">
                <span class="person">
                    { avatar(Kind::Person, name) }
                    <a id={props.is_found.then_some(FOUND)} href={props.href.clone()}>{ bdi(name) }</a>
                    if props.is_added {
                        <span class="badge">{ words.added_mark }</span>
                    }
                </span>
            </th>
            <td>{ bdi(person.username.as_str()) }</td>
            <td><bdi>{ local }<wbr />{ domain }</bdi></td>
            <td>
                { role.show() }
            </td>
            <td>
                <ul class="memberships">
                    for (team, role) in &props.teams {
                        <li>{ bdi(team) }<span class="muted">{ " " }{ *role }</span></li>
                    }
                </ul>
            </td>
            <td class="actions">
                <div class="button-row">
                    { row_button(words.edit, (words.edit_of)(name), denied, &on_press(Press::Edit)) }
                    { row_button(words.remove, (words.remove_of)(name), denied, &on_press(Press::Remove)) }
                </div>
            </td>
        </tr>
    }
}

/// Handles a press. A lower role needs confirmation, a higher role takes effect immediately.
pub fn handle_press(
    query: &PeopleQuery,
    open: &Callback<PeopleQuery>,
    act: &Callback<Vec<Action>>,
    person: &Rc<Person>,
    press: Press,
) {
    let id = &person.id;
    match press {
        Press::Edit => open.emit(query.opening("edit", Some(&id.0), "")),
        Press::Remove => open.emit(query.opening("remove", Some(&id.0), "")),
        Press::Role(role) if role < person.role => {
            open.emit(query.opening("role", Some(&id.0), role.into()));
        }
        Press::Role(role) => act.emit(vec![Action::Person(PersonAction::SetRole { person: id.clone(), role })]),
    }
}
